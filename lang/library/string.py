"""The class of module string to derive from."""


def _next_field(text, i):
    """The text before the field that begins next, its parts and where it ends; None as its name where there is none."""
    literal = ""
    n = len(text)
    while i < n:
        c = text[i]
        if c == "{":
            if text[i + 1:i + 2] == "{":
                return literal + c, None, "", None, i + 2
            break
        if c == "}":
            if text[i + 1:i + 2] != "}":
                raise ValueError("Single '}' encountered in format string")
            return literal + c, None, "", None, i + 2
        literal += c
        i += 1
    if i >= n:
        return literal, None, "", None, i
    if i + 1 == n:
        raise ValueError("Single '{' encountered in format string")
    start = i = i + 1
    depth = 1
    while i < n and depth > 0:
        if text[i] == "{":
            depth += 1
        elif text[i] == "}":
            depth -= 1
        i += 1
    if depth > 0:
        _, conversion, _ = _parts(text[start:])
        raise ValueError("unmatched '{' in format spec" if conversion else "expected '}' before end of string")
    name, conversion, spec = _parts(text[start:i - 1])
    return literal, name, spec, conversion, i


def _parts(field):
    """The name, conversion and format of a field."""
    inside = False
    for i, c in enumerate(field):
        if c == "[":
            inside = True
        elif c == "]":
            inside = False
        elif c == ":" and not inside:
            return field[:i], None, field[i + 1:]
        elif c == "!" and not inside:
            if i + 1 == len(field):
                raise ValueError("unmatched '{' in format spec")
            rest = field[i + 2:]
            if rest and not rest.startswith(":"):
                raise ValueError("expected ':' after conversion specifier")
            return field[:i], field[i + 1], rest[1:]
    return field, None, ""


def _split_name(name):
    """The first part of the name of a field, and its attributes and items: pairs of whether it is an attribute and what."""
    i, n = 0, len(name)
    while i < n and name[i] not in ".[":
        i += 1
    first = name[:i]
    rest = []
    while i < n:
        attribute = name[i] == "."
        end = i + 1
        while end < n and (name[end] not in ".[" if attribute else name[end] != "]"):
            end += 1
        part = name[i + 1:end]
        if not attribute:
            if end >= n:
                raise ValueError("Missing ']' in format string")
            end += 1
            if end < n and name[end] not in ".[":
                raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
        if not part:
            raise ValueError("Empty attribute in format string")
        rest.append((attribute, part))
        i = end
    return first, rest


class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, dict(kwargs))

    def vformat(self, format_string, args, kwargs):
        used = set()
        text, _ = self._fill(format_string, args, kwargs, used, 2, 0)
        self.check_unused_args(used, args, kwargs)
        return text

    def _fill(self, format_string, args, kwargs, used, depth, number):
        if depth < 0:
            raise ValueError("Max string recursion exceeded")
        out = []
        for literal, name, spec, conversion in self.parse(format_string):
            if literal:
                out.append(literal)
            if name is None:
                continue
            if name == "":
                if number < 0:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                name = str(number)
                number += 1
            elif name.isdigit():
                if number > 0:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                number = -1
            value, key = self.get_field(name, args, kwargs)
            used.add(key)
            value = self.convert_field(value, conversion)
            spec, number = self._fill(spec, args, kwargs, used, depth - 1, number)
            out.append(self.format_field(value, spec))
        return "".join(out), number

    def parse(self, format_string):
        i = 0
        while i < len(format_string):
            literal, name, spec, conversion, i = _next_field(format_string, i)
            yield literal, name, None if name is None else spec, conversion

    def get_field(self, field_name, args, kwargs):
        first, rest = _split_name(field_name)
        key = int(first) if first.isdigit() else first
        value = self.get_value(key, args, kwargs)
        for attribute, part in rest:
            if attribute:
                value = getattr(value, part)
            else:
                value = value[int(part) if part.isdigit() else part]
        return value, key

    def get_value(self, key, args, kwargs):
        if isinstance(key, int):
            return args[key]
        return kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == "s":
            return str(value)
        if conversion == "r":
            return repr(value)
        if conversion == "a":
            return ascii(value)
        raise ValueError(f"Unknown conversion specifier {conversion}")
