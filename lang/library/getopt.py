"""Options of the command line, as the function of that name in C reads them."""
import os


class GetoptError(Exception):
    def __init__(self, msg, opt=""):
        self.msg = msg
        self.opt = opt
        Exception.__init__(self, msg, opt)

    def __str__(self):
        return self.msg


error = GetoptError


def _names(longopts):
    return [longopts] if isinstance(longopts, str) else list(longopts)


def getopt(args, shortopts, longopts=[]):
    found = []
    names = _names(longopts)
    while args and args[0].startswith("-") and args[0] != "-":
        if args[0] == "--":
            return found, args[1:]
        option, args = args[0], args[1:]
        args = _read(found, option, shortopts, names, args)
    return found, args


def gnu_getopt(args, shortopts, longopts=[]):
    found = []
    others = []
    names = _names(longopts)
    stops = shortopts.startswith("+") or bool(os.environ.get("POSIXLY_CORRECT"))
    if shortopts.startswith("+"):
        shortopts = shortopts[1:]
    while args:
        if args[0] == "--":
            return found, others + args[1:]
        if args[0].startswith("-") and args[0] != "-":
            option, args = args[0], args[1:]
            args = _read(found, option, shortopts, names, args)
        elif stops:
            return found, others + args
        else:
            others.append(args[0])
            args = args[1:]
    return found, others + args


def _read(found, option, shortopts, longopts, args):
    if option.startswith("--"):
        return _read_long(found, option[2:], longopts, args)
    return _read_short(found, option[1:], shortopts, args)


def _read_long(found, option, longopts, args):
    name, equals, given = option.partition("=")
    value = given if equals else None
    takes, name = _long(name, longopts)
    if takes:
        if value is None:
            if not args:
                raise GetoptError(f"option --{name} requires argument", name)
            value, args = args[0], args[1:]
    elif value is not None:
        raise GetoptError(f"option --{name} must not have an argument", name)
    found.append(("--" + name, value or ""))
    return args


def _long(name, longopts):
    """Whether the option takes an argument, and its whole name."""
    fitting = [o for o in longopts if o.startswith(name)]
    if not fitting:
        raise GetoptError(f"option --{name} not recognized", name)
    if name in fitting:
        return False, name
    if name + "=" in fitting:
        return True, name
    if len(fitting) > 1:
        raise GetoptError(f"option --{name} not a unique prefix", name)
    whole = fitting[0]
    return whole.endswith("="), whole.rstrip("=")


def _read_short(found, options, shortopts, args):
    while options:
        name, options = options[0], options[1:]
        value = ""
        if _takes(name, shortopts):
            if not options:
                if not args:
                    raise GetoptError(f"option -{name} requires argument", name)
                options, args = args[0], args[1:]
            value, options = options, ""
        found.append(("-" + name, value))
    return args


def _takes(name, shortopts):
    """Whether the option of one letter takes an argument."""
    for i, letter in enumerate(shortopts):
        if letter == name and letter != ":":
            return shortopts.startswith(":", i + 1)
    raise GetoptError(f"option -{name} not recognized", name)
