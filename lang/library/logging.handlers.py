"""Handlers that keep what they write in several files, in memory or in a queue."""
import logging as _logging
import os as _os
import threading as _threading

DEFAULT_TCP_LOGGING_PORT = 9020
DEFAULT_UDP_LOGGING_PORT = 9021
SYSLOG_UDP_PORT = 514


class BaseRotatingHandler(_logging.FileHandler):
    namer = None
    rotator = None

    def emit(self, record):
        if self.shouldRollover(record):
            self.doRollover()
        _logging.FileHandler.emit(self, record)

    def rotation_filename(self, default_name):
        return self.namer(default_name) if callable(self.namer) else default_name

    def rotate(self, source, dest):
        if callable(self.rotator):
            self.rotator(source, dest)
        elif _os.path.exists(source):
            _os.rename(source, dest)


class RotatingFileHandler(BaseRotatingHandler):
    def __init__(self, filename, mode="a", maxBytes=0, backupCount=0, encoding=None, delay=False, errors=None):
        if maxBytes > 0:
            mode = "a"
        _logging.FileHandler.__init__(self, filename, mode, encoding, delay, errors)
        self.maxBytes = maxBytes
        self.backupCount = backupCount

    def shouldRollover(self, record):
        if self.maxBytes <= 0:
            return False
        if self.stream is None:
            self.stream = self._open()
        size = _os.path.getsize(self.baseFilename)
        return size + len((self.format(record) + "\n").encode()) >= self.maxBytes

    def doRollover(self):
        self.close()
        if self.backupCount > 0:
            for i in range(self.backupCount - 1, 0, -1):
                source = self.rotation_filename(f"{self.baseFilename}.{i}")
                dest = self.rotation_filename(f"{self.baseFilename}.{i + 1}")
                if _os.path.exists(source):
                    if _os.path.exists(dest):
                        _os.remove(dest)
                    _os.rename(source, dest)
            dest = self.rotation_filename(self.baseFilename + ".1")
            if _os.path.exists(dest):
                _os.remove(dest)
            self.rotate(self.baseFilename, dest)
        if not self.delay:
            self.stream = self._open()


class MemoryHandler(_logging.Handler):
    def __init__(self, capacity, flushLevel=40, target=None, flushOnClose=True):
        _logging.Handler.__init__(self)
        self.capacity = capacity
        self.buffer = []
        self.flushLevel = flushLevel
        self.target = target
        self.flushOnClose = flushOnClose

    def shouldFlush(self, record):
        return len(self.buffer) >= self.capacity or record.levelno >= self.flushLevel

    def emit(self, record):
        self.buffer.append(record)
        if self.shouldFlush(record):
            self.flush()

    def setTarget(self, target):
        self.target = target

    def flush(self):
        if self.target:
            for record in self.buffer:
                self.target.handle(record)
            self.buffer.clear()

    def close(self):
        if self.flushOnClose:
            self.flush()
        self.target = None


class QueueHandler(_logging.Handler):
    def __init__(self, queue):
        _logging.Handler.__init__(self)
        self.queue = queue

    def enqueue(self, record):
        self.queue.put_nowait(record)

    def prepare(self, record):
        text = self.format(record)
        record.message = text
        record.msg = text
        record.args = None
        record.exc_info = None
        record.exc_text = None
        record.stack_info = None
        return record

    def emit(self, record):
        self.enqueue(self.prepare(record))


class QueueListener:
    def __init__(self, queue, *handlers, respect_handler_level=False):
        self.queue = queue
        self.handlers = handlers
        self.respect_handler_level = respect_handler_level
        self._thread = None

    def handle(self, record):
        for h in self.handlers:
            if not self.respect_handler_level or record.levelno >= h.level:
                h.handle(record)

    def _monitor(self):
        while True:
            record = self.queue.get()
            if record is None:
                return
            self.handle(record)

    def start(self):
        self._thread = _threading.Thread(target=self._monitor, daemon=True)
        self._thread.start()

    def stop(self):
        self.queue.put_nowait(None)
        self._thread.join()
        self._thread = None
