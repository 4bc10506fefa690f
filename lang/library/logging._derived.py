"""The classes of module logging as a class statement derives from them."""
import logging as _logging
import os as _os
import sys as _sys
from string import Template as _Template
from time import localtime as _localtime, strftime as _strftime


class Filterer:
    def __init__(self):
        self.filters = []

    def addFilter(self, filter):
        if filter not in self.filters:
            self.filters.append(filter)

    def removeFilter(self, filter):
        if filter in self.filters:
            self.filters.remove(filter)

    def filter(self, record):
        return _logging._passes(self.filters, record)


class PercentStyle:
    default_format = "%(message)s"
    asctime_search = "%(asctime)"

    def __init__(self, fmt, defaults=None):
        self._fmt = fmt or self.default_format
        self._defaults = defaults

    def usesTime(self):
        return self.asctime_search in self._fmt

    def validate(self):
        if "%(" not in self._fmt:
            raise ValueError(f"Invalid format '{self._fmt}' for '{self.default_format[0]}' style")

    def values(self, record):
        return {**(self._defaults or {}), **record.__dict__}

    def format(self, record):
        return self._fmt % self.values(record)


class StrFormatStyle(PercentStyle):
    default_format = "{message}"
    asctime_search = "{asctime"

    def validate(self):
        if "{" not in self._fmt:
            raise ValueError("invalid format: no fields")

    def format(self, record):
        return self._fmt.format_map(self.values(record))


class StringTemplateStyle(PercentStyle):
    default_format = "${message}"
    asctime_search = "asctime"

    def validate(self):
        if "$" not in self._fmt:
            raise ValueError("invalid format: no fields")

    def format(self, record):
        return _Template(self._fmt).substitute(self.values(record))


def _style(style, fmt, defaults):
    if style == "%":
        return PercentStyle(fmt, defaults)
    if style == "{":
        return StrFormatStyle(fmt, defaults)
    if style == "$":
        return StringTemplateStyle(fmt, defaults)
    raise ValueError("Style must be one of: %,{,$")


class Formatter:
    converter = staticmethod(_localtime)
    default_time_format = "%Y-%m-%d %H:%M:%S"
    default_msec_format = "%s,%03d"

    def __init__(self, fmt=None, datefmt=None, style="%", validate=True, *, defaults=None):
        self._style = _style(style, fmt, defaults)
        if validate:
            self._style.validate()
        self._fmt = self._style._fmt
        self.datefmt = datefmt

    def formatTime(self, record, datefmt=None):
        ct = self.converter(record.created)
        if datefmt:
            return _strftime(datefmt, ct)
        s = _strftime(self.default_time_format, ct)
        if self.default_msec_format:
            s = self.default_msec_format % (s, record.msecs)
        return s

    def formatException(self, ei):
        return _logging._format_exception(ei)

    def usesTime(self):
        return self._style.usesTime()

    def formatMessage(self, record):
        return self._style.format(record)

    def formatStack(self, stack_info):
        return stack_info

    def format(self, record):
        record.message = record.getMessage()
        if self.usesTime():
            record.asctime = self.formatTime(record, self.datefmt)
        s = self.formatMessage(record)
        if record.exc_info and not record.exc_text:
            record.exc_text = self.formatException(record.exc_info)
        if record.exc_text:
            s = s + ("" if s.endswith("\n") else "\n") + record.exc_text
        if record.stack_info:
            s = s + ("" if s.endswith("\n") else "\n") + self.formatStack(record.stack_info)
        return s


class Handler(Filterer):
    def __init__(self, level=0):
        Filterer.__init__(self)
        self._name = None
        self.level = _logging._level(level)
        self.formatter = None

    def get_name(self):
        return self._name

    def set_name(self, name):
        self._name = name

    name = property(get_name, set_name)

    def createLock(self):
        pass

    def acquire(self):
        pass

    def release(self):
        pass

    def setLevel(self, level):
        self.level = _logging._level(level)

    def setFormatter(self, fmt):
        self.formatter = fmt

    def format(self, record):
        return (self.formatter or _logging.Formatter()).format(record)

    def emit(self, record):
        raise NotImplementedError("emit must be implemented by Handler subclasses")

    def handle(self, record):
        passes = self.filter(record)
        if passes:
            self.emit(record)
        return passes

    def flush(self):
        pass

    def close(self):
        pass

    def handleError(self, record):
        print("--- Logging error ---", file=_sys.stderr)
        print(f"Message: {record.msg!r}\nArguments: {record.args}", file=_sys.stderr)

    def __repr__(self):
        return f"<{self.__class__.__name__} ({_logging.getLevelName(self.level)})>"


class NullHandler(Handler):
    def handle(self, record):
        pass

    def emit(self, record):
        pass


class StreamHandler(Handler):
    terminator = "\n"

    def __init__(self, stream=None):
        Handler.__init__(self)
        self.stream = _sys.stderr if stream is None else stream

    def flush(self):
        if self.stream and hasattr(self.stream, "flush"):
            self.stream.flush()

    def emit(self, record):
        try:
            self.stream.write(self.format(record) + self.terminator)
            self.flush()
        except RecursionError:
            raise
        except Exception:
            self.handleError(record)

    def setStream(self, stream):
        if stream is self.stream:
            return None
        before = self.stream
        self.flush()
        self.stream = stream
        return before

    def __repr__(self):
        name = str(getattr(self.stream, "name", ""))
        return f"<{self.__class__.__name__} {name}{' ' if name else ''}({_logging.getLevelName(self.level)})>"


class FileHandler(StreamHandler):
    def __init__(self, filename, mode="a", encoding=None, delay=False, errors=None):
        self.baseFilename = _os.path.abspath(str(filename))
        self.mode = mode
        self.encoding = encoding
        self.errors = errors
        self.delay = delay
        Handler.__init__(self)
        self.stream = None if delay else self._open()

    def _open(self):
        return open(self.baseFilename, self.mode, encoding=self.encoding, errors=self.errors)

    def emit(self, record):
        if self.stream is None:
            self.stream = self._open()
        StreamHandler.emit(self, record)

    def close(self):
        if self.stream:
            self.stream.close()
            self.stream = None

    def __repr__(self):
        return f"<{self.__class__.__name__} {self.baseFilename} ({_logging.getLevelName(self.level)})>"
