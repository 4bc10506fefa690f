"""Queues between threads."""
import heapq
import threading
import time
from collections import deque


class Empty(Exception):
    """get_nowait() of an empty queue, or get() that waited in vain."""


class Full(Exception):
    """put_nowait() into a full queue, or put() that waited in vain."""


class Queue:
    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self.unfinished_tasks = 0
        self._changed = threading.Condition()
        self._init()

    def _init(self):
        self.queue = deque()

    def _add(self, item):
        self.queue.append(item)

    def _take(self):
        return self.queue.popleft()

    def _wait(self, ready, block, timeout):
        if not block:
            return ready()
        if timeout is None:
            while not ready():
                self._changed.wait()
            return True
        if timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        end = time.monotonic() + timeout
        while not ready():
            left = end - time.monotonic()
            if left <= 0:
                return False
            self._changed.wait(left)
        return True

    def _has_room(self):
        return self.maxsize <= 0 or len(self.queue) < self.maxsize

    def put(self, item, block=True, timeout=None):
        with self._changed:
            if not self._wait(self._has_room, block, timeout):
                raise Full
            self._add(item)
            self.unfinished_tasks += 1
            self._changed.notify_all()

    def get(self, block=True, timeout=None):
        with self._changed:
            if not self._wait(lambda: len(self.queue) > 0, block, timeout):
                raise Empty
            item = self._take()
            self._changed.notify_all()
            return item

    def put_nowait(self, item):
        self.put(item, False)

    def get_nowait(self):
        return self.get(False)

    def qsize(self):
        with self._changed:
            return len(self.queue)

    def empty(self):
        return self.qsize() == 0

    def full(self):
        return 0 < self.maxsize <= self.qsize()

    def task_done(self):
        with self._changed:
            if self.unfinished_tasks <= 0:
                raise ValueError("task_done() called too many times")
            self.unfinished_tasks -= 1
            self._changed.notify_all()

    def join(self):
        with self._changed:
            while self.unfinished_tasks:
                self._changed.wait()


class LifoQueue(Queue):
    def _init(self):
        self.queue = []

    def _take(self):
        return self.queue.pop()


class PriorityQueue(Queue):
    def _init(self):
        self.queue = []

    def _add(self, item):
        heapq.heappush(self.queue, item)

    def _take(self):
        return heapq.heappop(self.queue)


class SimpleQueue(Queue):
    """A Queue without tasks and without an end."""
