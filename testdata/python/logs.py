import logging
import sys


def configured():
    logging.basicConfig(level=logging.INFO, format="%(name)s %(levelname)s %(message)s", stream=sys.stdout, force=True)
    log = logging.getLogger("app")
    log.info("n=%d %s", 3, "x")
    log.debug("no")
    log.warning("w %s", {"a": 1})
    log.error("err: %(a)s", {"a": 5})
    logging.info("root %s", 1)
    logging.getLogger("py4j").setLevel(logging.ERROR)
    logging.getLogger("py4j.x").info("hidden")
    print(logging.getLevelName(logging.INFO), logging.getLevelName("INFO"), log.name, log.level, log.getEffectiveLevel(), log.isEnabledFor(10), log.hasHandlers())


def handlers():
    child = logging.getLogger("a.b")
    child.setLevel(logging.DEBUG)
    h = logging.StreamHandler(sys.stdout)
    h.setFormatter(logging.Formatter("%(levelname)-8s|%(name)s|%(message)s"))
    h.setLevel(logging.INFO)
    child.addHandler(h)
    child.propagate = False
    child.debug("debug")
    child.info("shown")
    f = logging.FileHandler("t.log", mode="w")
    f.setFormatter(logging.Formatter("{levelname}:{message}", style="{"))
    child.addHandler(f)
    child.getChild("c").error("to %s", "file")
    f.close()
    print(open("t.log").read(), end="")
    child.removeHandler(h)
    print(len(child.handlers), child.propagate)
    logging.disable(logging.CRITICAL)
    child.critical("no")
    logging.disable(logging.NOTSET)


def exceptions():
    logging.basicConfig(level="INFO", format="%(levelname)s %(message)s", stream=sys.stdout, force=True)
    log = logging.getLogger("exc")
    try:
        int("x")
    except ValueError as e:
        log.error("without %s", e)
        log.error("none", exc_info=False)
    log.setLevel("ERROR")
    log.warning("hidden")
    try:
        log.setLevel("LOUD")
    except ValueError as e:
        print(e)
