import threading
import time
from threading import Event, Lock, RLock, Thread, Timer


def joined():
    results = []
    lock = threading.Lock()

    def work(n, name="x"):
        with lock:
            results.append((name, n * n))

    threads = [Thread(target=work, args=(i,)) for i in range(4)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    print(sorted(results), all(not t.is_alive() for t in threads))
    t = Thread(target=work, args=(9,), kwargs={"name": "kw"}, name="worker", daemon=True)
    print(t.name, t.daemon, t.is_alive(), t.ident is None)
    t.start()
    t.join()
    print(results[-1], t.name)


def counting():
    count = 0
    lock = threading.Lock()

    def add():
        nonlocal count
        for _ in range(100):
            with lock:
                count += 1

    threads = []
    for i in range(3):
        t = threading.Thread(target=add)
        t.start()
        threads.append(t)
    for t in threads:
        t.join(timeout=5)
    print(count, lock.locked(), lock.acquire(), lock.locked(), lock.acquire(False), lock.acquire(timeout=0.01))
    lock.release()
    try:
        lock.release()
    except RuntimeError as e:
        print(e)


def events():
    ready, done = Event(), Event()
    seen = []

    def waiter():
        ready.wait()
        seen.append("ready")
        done.set()

    t = Thread(target=waiter)
    t.start()
    print(ready.is_set(), done.wait(0.01))
    ready.set()
    print(done.wait(timeout=5), seen)
    t.join()
    ready.clear()
    print(ready.is_set(), ready.wait(0.01))


def reentrant():
    lock = RLock()
    with lock:
        with lock:
            print("twice")
    print(lock.acquire(), lock.acquire())
    lock.release()
    lock.release()
    try:
        lock.release()
    except RuntimeError as e:
        print(e)


def timers():
    fired = []

    def hello(name):
        fired.append(name)

    t = Timer(0.02, hello, args=["a"])
    t.start()
    c = threading.Timer(5.0, hello, ["never"])
    c.start()
    c.cancel()
    t.join()
    c.join()
    print(fired, t.is_alive())
    Timer(0.01, lambda: print("late")).start()
    time.sleep(0.1)


def names():
    print(threading.current_thread().name, threading.main_thread() is threading.current_thread(), threading.active_count())

    def show():
        print(threading.current_thread().name)

    t = Thread(target=show, name="other")
    t.start()
    t.join()
    print(t.is_alive(), t.name)
    t.name = "renamed"
    t2 = Thread(target=show)
    t2.daemon = True
    print(t.name, t2.daemon)
    try:
        t.start()
    except RuntimeError as e:
        print(e)
    try:
        t2.join()
    except RuntimeError as e:
        print(e)


def locals_():
    data = threading.local()
    data.x = 1
    seen = []

    def other():
        data.x = 2
        seen.append(data.x)

    t = Thread(target=other)
    t.start()
    t.join()
    print(data.x, seen)


def conditions():
    cond = threading.Condition()
    items = []
    got = []

    def consumer():
        with cond:
            while not items:
                cond.wait()
            got.append(items.pop(0))

    t = Thread(target=consumer)
    t.start()
    with cond:
        items.append("item")
        cond.notify()
    t.join()
    print(got, items)
    s = threading.Semaphore(2)
    print(s.acquire(), s.acquire(), s.acquire(False))
    s.release()
    print(s.acquire(blocking=False))


def failing():
    def bad():
        raise ValueError("in a thread")

    t = Thread(target=bad)
    t.start()
    t.join()
    print("main goes on")
