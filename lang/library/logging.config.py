"""Loggers, handlers and formatters as a dict says."""
import logging as _logging
import sys as _sys


class _Configurator:
    def __init__(self, config):
        if config.get("version") != 1:
            raise ValueError(f"Unsupported version: {config.get('version')}" if "version" in config else "dictionary doesn't specify a version")
        self.config = config
        self.formatters = {}
        self.filters = {}
        self.handlers = {}

    def configure(self):
        for name, c in self.config.get("formatters", {}).items():
            self.formatters[name] = self.made("formatter", name, c, _formatter)
        for name, c in self.config.get("filters", {}).items():
            self.filters[name] = self.made("filter", name, c, _filter)
        for name, c in self.config.get("handlers", {}).items():
            self.handlers[name] = self.handler(name, c)
        for name, c in self.config.get("loggers", {}).items():
            self.logger(name, _logging.getLogger(name), c)
        if "root" in self.config:
            self.logger("root", _logging.getLogger(), self.config["root"])

    def made(self, kind, name, c, make):
        try:
            if "()" in c:
                return c["()"](**{k: _resolved(v) for k, v in c.items() if k not in _SPECIAL})
            return make(c)
        except Exception as e:
            raise ValueError(f"Unable to configure {kind} {name!r}") from e

    def handler(self, name, c):
        h = self.made("handler", name, c, _handler)
        if "formatter" in c:
            if c["formatter"] not in self.formatters:
                raise ValueError(f"Unable to configure handler {name!r}") from ValueError(f"Unable to set formatter {c['formatter']!r}")
            h.setFormatter(self.formatters[c["formatter"]])
        if "level" in c:
            h.setLevel(c["level"])
        for f in c.get("filters", []):
            h.addFilter(self.filters[f] if isinstance(f, str) else f)
        h.name = name
        return h

    def logger(self, name, log, c):
        for h in list(log.handlers):
            log.removeHandler(h)
        if "level" in c:
            log.setLevel(c["level"])
        if "propagate" in c:
            log.propagate = bool(c["propagate"])
        for h in c.get("handlers", []):
            if h not in self.handlers:
                raise ValueError(f"Unable to configure {'root logger' if name == 'root' else 'logger ' + repr(name)}") from ValueError(f"Unable to add handler {h!r}")
            log.addHandler(self.handlers[h])
        for f in c.get("filters", []):
            log.addFilter(self.filters[f] if isinstance(f, str) else f)


_SPECIAL = ("()", "class", "formatter", "level", "filters")


def _resolved(v):
    if v == "ext://sys.stdout":
        return _sys.stdout
    if v == "ext://sys.stderr":
        return _sys.stderr
    return v


def _formatter(c):
    return _logging.Formatter(c.get("format"), c.get("datefmt"), c.get("style", "%"), c.get("validate", True), defaults=c.get("defaults"))


def _filter(c):
    name = c.get("name", "")
    return lambda record: not name or record.name == name or record.name.startswith(name + ".")


def _handler(c):
    kind = c["class"]
    if kind == "logging.StreamHandler":
        return _logging.StreamHandler(_resolved(c.get("stream")))
    if kind == "logging.FileHandler":
        return _logging.FileHandler(c["filename"], c.get("mode", "a"), c.get("encoding"))
    if kind == "logging.NullHandler":
        return _logging.NullHandler()
    raise ValueError(f"Cannot resolve {kind!r}")


def dictConfig(config):
    _Configurator(config).configure()
