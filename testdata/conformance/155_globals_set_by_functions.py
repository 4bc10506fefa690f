"""Globals that functions set while the script reads them."""
class Conn:
    def query(self, q):
        return "did " + q
conn = None
def connect():
    global conn
    if conn is None:
        conn = Conn()
    return conn
connect()
print(conn.query("x"))
state = 0
def to_float():
    global state
    state = 1.5
print(state)
to_float()
print(state)
best = None
def consider(x):
    global best
    if best is None or x > best:
        best = x
for v in [3, 9, 2]:
    consider(v)
print(best, best + 1)
def gen():
    global state
    for i in range(3):
        state = i
        yield i
for i in gen():
    print(i, state)
flag = False
def flip():
    global flag
    flag = not flag
    return flag
while not flag:
    flip()
print(flag)
