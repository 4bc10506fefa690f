"""Prints the ast of Python files in the form of syntax.Dump, one top-level statement a line.

The names of files come from stdin, one a line. For each, the output is a line
"FILE <name> <statements> <expressions>", then its statements; or "SKIP <name> <reason>" where
this Python cannot compile the file or it is not UTF-8.
"""

import ast
import struct
import sys
import tokenize
import warnings

OPS = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.FloorDiv: "//", ast.Mod: "%",
    ast.MatMult: "@", ast.Pow: "**", ast.LShift: "<<", ast.RShift: ">>", ast.BitOr: "|",
    ast.BitXor: "^", ast.BitAnd: "&", ast.And: "and", ast.Or: "or", ast.Not: "not",
    ast.USub: "-", ast.UAdd: "+", ast.Invert: "~", ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<",
    ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Is: "is", ast.IsNot: "is not", ast.In: "in",
    ast.NotIn: "not in",
}


def quote(s):
    out = []
    for c in s:
        n = ord(c)
        if 0xD800 <= n <= 0xDFFF:
            n = 0xFFFD
        if n < 32 or n > 126 or c in '"\\':
            out.append("\\{%x}" % n)
        else:
            out.append(c)
    return '"' + "".join(out) + '"'


def bits(x):
    return struct.pack(">d", x).hex()


def node(kind, *parts):
    return "(" + " ".join((kind,) + parts) + ")"


def seq(parts):
    return "[" + " ".join(parts) + "]"


def flag(b):
    return "true" if b else "false"


class Dumper:
    def __init__(self, lines):
        self.lines = lines
        self.statements = 0
        self.expressions = 0

    def opt(self, x):
        return "_" if x is None else self.expr(x)

    def exprs(self, xs):
        return seq([self.expr(x) for x in xs])

    def body(self, xs):
        return seq([self.stmt(x) for x in xs])

    def expr(self, x):
        self.expressions += 1
        return getattr(self, "x_" + type(x).__name__)(x)

    def stmt(self, x):
        self.statements += 1
        return getattr(self, "s_" + type(x).__name__)(x)

    def x_Constant(self, x):
        v = x.value
        if v is None:
            return "(None)"
        if v is Ellipsis:
            return "(Ellipsis)"
        if isinstance(v, bool):
            return node("Bool", flag(v))
        if isinstance(v, int):
            return node("Int", str(v))
        if isinstance(v, float):
            return node("Float", bits(v))
        if isinstance(v, complex):
            return node("Imag", bits(v.imag))
        if isinstance(v, bytes):
            return node("Bytes", quote(v.decode("latin-1")))
        return node("Str", quote(v))

    def x_Name(self, x):
        return x.id

    def x_JoinedStr(self, x):
        return node("FString", self.exprs(x.values))

    def x_FormattedValue(self, x):
        conv = 0 if x.conversion == -1 else x.conversion
        return node("FValue", self.expr(x.value), '""', str(conv), self.opt(x.format_spec))

    def x_UnaryOp(self, x):
        return node("Unary", quote(OPS[type(x.op)]), self.expr(x.operand))

    def x_BinOp(self, x):
        return node("Binary", quote(OPS[type(x.op)]), self.expr(x.left), self.expr(x.right))

    def x_BoolOp(self, x):
        return node("BoolOp", quote(OPS[type(x.op)]), self.exprs(x.values))

    def x_Compare(self, x):
        ops = seq([quote(OPS[type(o)]) for o in x.ops])
        return node("Compare", self.expr(x.left), ops, self.exprs(x.comparators))

    def x_IfExp(self, x):
        return node("IfExp", self.expr(x.test), self.expr(x.body), self.expr(x.orelse))

    def x_Lambda(self, x):
        return node("Lambda", self.params(x.args), self.expr(x.body))

    def x_Call(self, x):
        return node("Call", self.expr(x.func), self.args(x.args, x.keywords))

    def args(self, args, keywords):
        out = []
        for a in sorted(args + keywords, key=lambda a: (a.lineno, a.col_offset)):
            if isinstance(a, ast.keyword):
                star = '"**"' if a.arg is None else '""'
                out.append(node("Arg", star, quote(a.arg or ""), self.expr(a.value)))
            elif isinstance(a, ast.Starred):
                out.append(node("Arg", '"*"', '""', self.expr(a.value)))
            else:
                out.append(node("Arg", '""', '""', self.expr(a)))
        return seq(out)

    def params(self, a):
        out = []

        def add(kind, arg, default):
            name = arg.arg if arg else ""
            note = arg.annotation if arg else None
            out.append(node("Param", str(kind), quote(name), self.opt(note), self.opt(default)))

        positional = a.posonlyargs + a.args
        defaults = [None] * (len(positional) - len(a.defaults)) + a.defaults
        for i, (arg, default) in enumerate(zip(positional, defaults)):
            add(0, arg, default)
            if a.posonlyargs and i == len(a.posonlyargs) - 1:
                add(4, None, None)
        if a.vararg:
            add(1, a.vararg, None)
        elif a.kwonlyargs:
            add(3, None, None)
        for arg, default in zip(a.kwonlyargs, a.kw_defaults):
            add(0, arg, default)
        if a.kwarg:
            add(2, a.kwarg, None)
        return seq(out)

    def x_Attribute(self, x):
        return node("Attr", self.expr(x.value), quote(x.attr))

    def x_Subscript(self, x):
        return node("Index", self.expr(x.value), self.expr(x.slice))

    def x_Slice(self, x):
        return node("Slice", self.opt(x.lower), self.opt(x.upper), self.opt(x.step))

    def x_Tuple(self, x):
        return node("Tuple", self.exprs(x.elts))

    def x_List(self, x):
        return node("List", self.exprs(x.elts))

    def x_Set(self, x):
        return node("Set", self.exprs(x.elts))

    def x_Dict(self, x):
        return node("Dict", seq([self.opt(k) for k in x.keys]), self.exprs(x.values))

    def comp(self, kind, key, elt, generators):
        clauses = [
            node("CompFor", self.expr(g.target), self.expr(g.iter), self.exprs(g.ifs), flag(g.is_async))
            for g in generators
        ]
        return node("Comp", str(kind), self.opt(key), self.expr(elt), seq(clauses))

    def x_ListComp(self, x):
        return self.comp(0, None, x.elt, x.generators)

    def x_SetComp(self, x):
        return self.comp(1, None, x.elt, x.generators)

    def x_DictComp(self, x):
        return self.comp(2, x.key, x.value, x.generators)

    def x_GeneratorExp(self, x):
        return self.comp(3, None, x.elt, x.generators)

    def x_Starred(self, x):
        return node("Star", self.expr(x.value))

    def x_NamedExpr(self, x):
        return node("NamedExpr", self.expr(x.target), self.expr(x.value))

    def x_Yield(self, x):
        return node("Yield", self.opt(x.value))

    def x_YieldFrom(self, x):
        return node("YieldFrom", self.expr(x.value))

    def x_Await(self, x):
        return node("Await", self.expr(x.value))

    def s_Expr(self, s):
        return node("ExprStmt", self.expr(s.value))

    def s_Assign(self, s):
        return node("Assign", self.exprs(s.targets), self.expr(s.value))

    def s_AugAssign(self, s):
        return node("AugAssign", self.expr(s.target), quote(OPS[type(s.op)]), self.expr(s.value))

    def s_AnnAssign(self, s):
        return node("AnnAssign", self.expr(s.target), self.expr(s.annotation), self.opt(s.value))

    def s_Return(self, s):
        return node("Return", self.opt(s.value))

    def s_Pass(self, s):
        return "(Pass)"

    def s_Break(self, s):
        return "(Break)"

    def s_Continue(self, s):
        return "(Continue)"

    def s_Delete(self, s):
        return node("Del", self.exprs(s.targets))

    def aliases(self, names):
        return seq([node("Alias", quote(a.name), quote(a.asname or "")) for a in names])

    def s_Import(self, s):
        return node("Import", self.aliases(s.names))

    def s_ImportFrom(self, s):
        return node("ImportFrom", quote(s.module or ""), str(s.level), self.aliases(s.names))

    def s_Global(self, s):
        return node("Global", seq(s.names))

    def s_Nonlocal(self, s):
        return node("Nonlocal", seq(s.names))

    def s_Raise(self, s):
        return node("Raise", self.opt(s.exc), self.opt(s.cause))

    def s_Assert(self, s):
        return node("Assert", self.expr(s.test), self.opt(s.msg))

    def s_If(self, s):
        elif_ = self.lines[s.lineno - 1][s.col_offset :].startswith(b"elif")
        return node("If", self.expr(s.test), self.body(s.body), self.body(s.orelse), flag(elif_))

    def s_While(self, s):
        return node("While", self.expr(s.test), self.body(s.body), self.body(s.orelse))

    def s_For(self, s):
        return node(
            "For", self.expr(s.target), self.expr(s.iter), self.body(s.body), self.body(s.orelse),
            flag(isinstance(s, ast.AsyncFor)),
        )

    s_AsyncFor = s_For

    def s_Try(self, s):
        handlers = [
            node("Handler", self.opt(h.type), h.name or "_", self.body(h.body)) for h in s.handlers
        ]
        star = flag(type(s).__name__ == "TryStar")
        return node("Try", self.body(s.body), seq(handlers), star, self.body(s.orelse), self.body(s.finalbody))

    s_TryStar = s_Try

    def s_With(self, s):
        items = [
            node("WithItem", self.expr(i.context_expr), self.opt(i.optional_vars)) for i in s.items
        ]
        return node("With", seq(items), self.body(s.body), flag(isinstance(s, ast.AsyncWith)))

    s_AsyncWith = s_With

    def s_FunctionDef(self, s):
        params = seq([p.name for p in getattr(s, "type_params", [])])
        return node(
            "FuncDef", self.exprs(s.decorator_list), s.name, params, self.params(s.args),
            self.opt(s.returns), self.body(s.body), flag(isinstance(s, ast.AsyncFunctionDef)),
        )

    s_AsyncFunctionDef = s_FunctionDef

    def s_ClassDef(self, s):
        params = seq([p.name for p in getattr(s, "type_params", [])])
        return node(
            "ClassDef", self.exprs(s.decorator_list), s.name, params,
            self.args(s.bases, s.keywords), self.body(s.body),
        )

    def s_Match(self, s):
        cases = [
            node("Case", self.pattern(c.pattern), self.opt(c.guard), self.body(c.body)) for c in s.cases
        ]
        return node("Match", self.expr(s.subject), seq(cases))

    def patterns(self, ps):
        return seq([self.pattern(p) for p in ps])

    def pattern(self, p):
        if p is None:
            return "_"
        kind = type(p).__name__
        if kind == "MatchValue":
            return node("MatchValue", self.expr(p.value))
        if kind == "MatchSingleton":
            return node("MatchValue", self.x_Constant(p))
        if kind == "MatchAs":
            return node("MatchCapture", self.pattern(p.pattern), p.name or "_")
        if kind == "MatchSequence":
            return node("MatchSequence", self.patterns(p.patterns))
        if kind == "MatchStar":
            return node("MatchStar", p.name or "_")
        if kind == "MatchMapping":
            return node("MatchMapping", self.exprs(p.keys), self.patterns(p.patterns), p.rest or "_")
        if kind == "MatchClass":
            keywords = seq([quote(k) for k in p.kwd_attrs])
            return node("MatchClass", self.expr(p.cls), self.patterns(p.patterns), keywords, self.patterns(p.kwd_patterns))
        return node("MatchOr", self.patterns(p.patterns))


def main():
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(20000)
    out = sys.stdout
    for name in sys.stdin.read().splitlines():
        try:
            with open(name, "rb") as f:
                encoding, _ = tokenize.detect_encoding(f.readline)
                f.seek(0)
                text = f.read()
            if encoding not in ("utf-8", "utf-8-sig", "ascii"):
                raise SyntaxError("encoding " + encoding)
            tree = ast.parse(text, name)
            compile(text, name, "exec", dont_inherit=True)
        except (SyntaxError, ValueError, RecursionError) as e:
            out.write("SKIP %s %s\n" % (name, str(e).replace("\n", " ")))
            continue
        d = Dumper(text.replace(b"\r\n", b"\n").split(b"\n"))
        lines = [d.stmt(s) for s in tree.body]
        out.write("FILE %s %d %d\n" % (name, d.statements, d.expressions))
        for line in lines:
            out.write(line + "\n")


if __name__ == "__main__":
    main()
