import io
import json
import logging
import logging.config
import logging.handlers
import os
import queue
import sys
import tempfile
from logging.handlers import MemoryHandler


def logger(name, handler, level=logging.DEBUG):
    log = logging.getLogger(name)
    log.setLevel(level)
    log.propagate = False
    log.handlers.clear()
    log.addHandler(handler)
    return log


class ListHandler(logging.Handler):
    def __init__(self, level=logging.NOTSET):
        super().__init__(level)
        self.records = []

    def emit(self, record):
        self.records.append((record.levelname, record.getMessage()))


class Upper(logging.Formatter):
    def format(self, record):
        return super().format(record).upper() + "!"


class OnlyShort(logging.Filter):
    def filter(self, record):
        return len(record.getMessage()) < 20


class Context(logging.Filter):
    def __init__(self, user):
        super().__init__()
        self.user = user

    def filter(self, record: logging.LogRecord) -> bool:
        record.user = self.user
        return True


class JsonFormatter(logging.Formatter):
    def __init__(self, fields):
        super().__init__()
        self.fields = fields

    def format(self, record):
        d = {f: getattr(record, f) for f in self.fields}
        d["message"] = record.getMessage()
        if record.exc_info:
            d["exc"] = self.formatException(record.exc_info).splitlines()[-1]
        return json.dumps(d)


class Adapter(logging.LoggerAdapter):
    def process(self, msg, kwargs):
        return "[%s] %s" % (self.extra["conn"], msg), kwargs


class Marked(logging.StreamHandler):
    def __init__(self):
        logging.StreamHandler.__init__(self, sys.stdout)

    def emit(self, record):
        record.msg = "<" + record.msg + ">"
        super().emit(record)


class Redact:
    def filter(self, record):
        record.msg = record.msg.replace("secret", "***")
        if isinstance(record.args, tuple):
            record.args = tuple(str(a).upper() for a in record.args)
        return 1


class Short(logging.Formatter):
    def formatException(self, exc_info):
        return "EXC " + super().formatException(exc_info).splitlines()[-1]


class Service:
    def __init__(self, log):
        self.log = log

    def run(self, x):
        try:
            return 10 // x
        except ZeroDivisionError:
            self.log.exception("bad %s", x)
            self.log.error("again", exc_info=True)
            self.log.warning("told", exc_info=sys.exc_info())
        except TypeError as e:
            self.log.error("type", exc_info=e)


def own_handlers():
    h = ListHandler()
    log = logger("app.x", h)
    s = logging.StreamHandler(sys.stdout)
    s.setFormatter(Upper("%(levelname)s %(name)s %(message)s"))
    s.addFilter(OnlyShort())
    log.addHandler(s)
    log.info("hello %s", "bob")
    log.warning("a very very very long message %d", 5)
    log.error("x")
    print(h.records)
    print(log.handlers[0] is h, len(log.handlers), h.level, h, isinstance(h, logging.Handler))
    log.removeHandler(s)
    log.info("gone")
    h.setLevel("ERROR")
    log.info("not there")
    print(h.records[-1])


def filters():
    h = logging.StreamHandler(sys.stdout)
    h.addFilter(Context("ann"))
    h.setFormatter(logging.Formatter("%(user)s|%(levelname)-8s|%(message)s"))
    log = logger("filtered.a", h)
    log.addFilter(lambda r: "skip" not in r.msg)
    log.info("one")
    log.warning("skip this")
    log.warning("two %(a)s", {"a": 5})
    h.addFilter(logging.Filter("filtered"))
    log.info("three")
    h.addFilter(logging.Filter("other"))
    log.info("four")
    print(len(h.filters), len(log.filters))


def redacting():
    log = logger("col", Marked())
    log.addFilter(Redact())
    log.debug("my secret is %s", "x")
    log.info("plain", extra={"k": 1})
    print(len(log.handlers))


def adapters():
    h = logging.StreamHandler(sys.stdout)
    h.setFormatter(logging.Formatter("%(levelname)s %(message)s"))
    log = logger("net", h, logging.INFO)
    a = Adapter(log, {"conn": "c1"})
    a.info("connected %d", 3)
    a.debug("no")
    a.log(logging.ERROR, "bad")
    print(a.isEnabledFor(logging.DEBUG), a.logger.name, a.extra)
    h.setFormatter(Short("%(user)s %(message)s"))
    b = logging.LoggerAdapter(log, {"user": "eve"})
    b.warning("plain")
    try:
        print([][1])
    except IndexError:
        b.exception("oops")


def records():
    h = logging.StreamHandler(sys.stdout)
    h.setFormatter(JsonFormatter(["name", "levelname", "args"]))
    log = logger("j", h)
    log.info("in f %s", [1, 2])
    try:
        print({}["k"])
    except KeyError:
        log.exception("failed")
    try:
        log.info("x", extra={"name": 1})
    except KeyError as e:
        print(e)
    r = logging.LogRecord("n", 20, "p.py", 3, "m %d", (4,), None)
    print(r.getMessage(), r.levelname, r.lineno, r)
    r2 = logging.makeLogRecord({"msg": "hey", "levelname": "X"})
    print(logging.Formatter("%(levelname)s/%(message)s").format(r2), hasattr(r2, "message"), hasattr(r2, "user"))


def exceptions():
    h = logging.StreamHandler(sys.stdout)
    h.setFormatter(Short("%(levelname)s %(message)s"))
    log = logger("exc", h)
    Service(log).run(0)
    Service(log).run("x")
    logs = {"a": log}
    try:
        raise KeyError("k")
    except KeyError:
        logs["a"].exception("from dict")
        logs["a"].error("without")


def configured():
    logging.basicConfig(level=logging.DEBUG, force=True, handlers=[logging.StreamHandler(sys.stdout), ListHandler()], style="{", format="{levelname}:{name}:{message}")
    logging.debug("x %s", 1)
    for h in logging.getLogger().handlers:
        h.setFormatter(logging.Formatter("$levelname $message $user", style="$", defaults={"user": "nobody"}))
        h.setLevel(logging.INFO)
    logging.info("dollars")
    logging.debug("unseen")
    logging.info("more", extra={"user": "ann"})
    logging.addLevelName(25, "NOTICE")
    logging.log(25, "noticed")
    print(logging.getLogger().handlers[1].records)
    logging.getLogger().handlers = []


def from_dict():
    logging.config.dictConfig({
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"std": {"format": "%(levelname)s - %(name)s - %(message)s"}, "own": {"()": Upper, "fmt": "%(message)s"}},
        "handlers": {"con": {"class": "logging.StreamHandler", "formatter": "std", "stream": "ext://sys.stdout", "level": "INFO"},
                     "loud": {"class": "logging.StreamHandler", "formatter": "own", "stream": "ext://sys.stdout"}},
        "loggers": {"dict": {"handlers": ["con", "loud"], "level": "DEBUG", "propagate": False}},
        "root": {"handlers": ["con"], "level": "WARNING"},
    })
    logging.getLogger("dict").info("hi")
    logging.getLogger("dict").debug("low")
    logging.getLogger("other").info("no")
    logging.getLogger("other").warning("yes")
    try:
        logging.config.dictConfig({"version": 1, "handlers": {"h": {"class": "logging.StreamHandler", "formatter": "x"}}})
    except ValueError as e:
        print(e, "-", e.__cause__)


def kept():
    folder = tempfile.mkdtemp()
    h = logging.handlers.RotatingFileHandler(os.path.join(folder, "x.log"), maxBytes=60, backupCount=2)
    h.setFormatter(logging.Formatter("%(levelname)s %(message)s"))
    log = logger("rot", h)
    for i in range(12):
        log.info("message %d", i)
    h.close()
    for n in sorted(os.listdir(folder)):
        with open(os.path.join(folder, n)) as f:
            print(n, f.read().splitlines())
    m = MemoryHandler(10, target=logging.StreamHandler(sys.stdout))
    log = logger("memory", m)
    log.info("a")
    log.info("b")
    print("not yet")
    log.error("c")


def queued():
    q = queue.Queue()
    log = logger("queued", logging.handlers.QueueHandler(q))
    out = io.StringIO()
    ql = logging.handlers.QueueListener(q, logging.StreamHandler(out))
    ql.start()
    log.warning("queued %s", 1)
    log.warning("queued %s", 2)
    ql.stop()
    print(repr(out.getvalue()))


def kinds():
    def ensure(log: logging.Logger) -> None:
        if not any(isinstance(h, logging.StreamHandler) for h in log.handlers):
            log.addHandler(logging.StreamHandler(sys.stdout))
        print([isinstance(h, logging.FileHandler) for h in log.handlers], [isinstance(h, logging.Handler) for h in log.handlers])

    log = logger("kinds", logging.NullHandler())
    ensure(log)
    ensure(log)
    log.handlers = [Marked(), logging.FileHandler("/dev/null"), ListHandler()]
    ensure(log)

    def made(path=None) -> logging.Handler:
        if path:
            return logging.FileHandler(path)
        return logging.StreamHandler(sys.stdout)

    h = made()
    print(isinstance(h, logging.StreamHandler), isinstance(made("/dev/null"), logging.FileHandler), isinstance(h, logging.FileHandler))
    for h in [logging.StreamHandler(sys.stdout), logging.FileHandler("/dev/null")]:
        h.setLevel(logging.INFO)
        print(h.level, type(h).__name__)
