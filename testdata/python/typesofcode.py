# The classes of module types that tell functions, methods and generators apart.
import types


class Thing:
    def method(self):
        pass


def numbers(n):
    yield from range(n)


def known_when_compiling():
    from types import FunctionType, GeneratorType

    print(isinstance(numbers(1), types.GeneratorType), isinstance(numbers, types.FunctionType), isinstance(Thing().method, types.MethodType))
    print(isinstance(lambda: 0, types.LambdaType), isinstance(len, types.BuiltinFunctionType), isinstance([], types.FunctionType))
    print(isinstance(numbers(1), GeneratorType), isinstance(3, (FunctionType, int)), isinstance(Thing(), GeneratorType))
    print(type(numbers) == types.FunctionType, type(numbers) is not types.FunctionType, type(3) == FunctionType, type(numbers(1)) is GeneratorType)


def known_when_running():
    for v in [numbers, numbers(1), Thing().method, len, Thing, 3, None, "s".upper, lambda: 1, iter([1]), (i for i in "a")]:
        print([isinstance(v, types.FunctionType), isinstance(v, types.GeneratorType), isinstance(v, types.MethodType),
               isinstance(v, (types.FunctionType, types.MethodType, types.BuiltinFunctionType))])


def chosen_by():
    from types import FunctionType

    def flat(v):
        if isinstance(v, types.GeneratorType):
            return list(v)
        if isinstance(v, FunctionType):
            return v()
        return v

    print(flat(numbers(3)), flat(lambda: 3), flat(4))
