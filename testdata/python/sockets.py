import socket
import threading


def client():
    def serve(answer):
        server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        server.bind(("127.0.0.1", 0))
        server.listen(1)
        t = threading.Thread(target=answer, args=(server,))
        t.start()
        return server.getsockname()[1], t

    def echo(server):
        conn, peer = server.accept()
        with conn:
            while True:
                data = conn.recv(1024)
                if not data:
                    break
                conn.sendall(data.upper())
        server.close()

    port, t = serve(echo)
    s = socket.socket()
    s.connect(("127.0.0.1", port))
    s.sendall(b"hello")
    print(s.recv(1024), s.getpeername()[1] == port, s.family == socket.AF_INET)
    print(s.send("wörld".encode()), s.recv(100).decode())
    s.close()
    t.join()


def lines():
    def serve(answer):
        server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        server.bind(("127.0.0.1", 0))
        server.listen(1)
        t = threading.Thread(target=answer, args=(server,))
        t.start()
        return server.getsockname()[1], t

    def echo(server):
        conn, peer = server.accept()
        with conn:
            while True:
                data = conn.recv(1024)
                if not data:
                    break
                conn.sendall(data.upper())
        server.close()

    port, t = serve(echo)
    with socket.create_connection(("127.0.0.1", port), timeout=5) as s:
        out = s.makefile("w")
        for row in [("a", 1), ("b", 2)]:
            out.write("%s,%d\n" % row)
        out.flush()
        s.shutdown(socket.SHUT_WR)
        for line in s.makefile("r"):
            print(repr(line))
    t.join()


def timeout():
    server = socket.socket()
    server.bind(("127.0.0.1", 0))
    server.listen(1)
    s = socket.socket()
    s.settimeout(0.01)
    print(s.gettimeout())
    s.connect(server.getsockname())
    try:
        s.recv(10)
    except socket.timeout as e:
        print(type(e).__name__, e)
    s.setblocking(False)
    try:
        s.recv(10)
    except BlockingIOError as e:
        print(e)
    s.close()
    server.close()


def datagrams():
    a = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    a.bind(("127.0.0.1", 0))
    b = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    print(b.sendto(b"ping", a.getsockname()))
    data, peer = a.recvfrom(100)
    print(data, peer[0])
    a.close()
    b.close()


def errors():
    s = socket.socket()
    s.bind(("127.0.0.1", 0))
    port = s.getsockname()[1]
    s.close()
    try:
        socket.create_connection(("127.0.0.1", port))
    except ConnectionRefusedError as e:
        print(type(e).__name__, e, e.errno)
    try:
        s.sendall(b"x")
    except OSError as e:
        print(e)
    t = socket.socket()
    try:
        t.sendall(b"x")
    except BrokenPipeError as e:
        print(e)
    try:
        t.recv(1)
    except socket.error as e:
        print(e)
    print(t.connect_ex(("127.0.0.1", port)))
    print(socket.gethostbyname("127.0.0.1"), len(socket.gethostname()) > 0)
