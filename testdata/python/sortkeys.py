"""What key functions of sorts may do."""


def looks_at_the_list():
    xs = [3, 1, 2]
    xs.sort(key=lambda x: (len(xs), x))
    print(xs)


def changes_the_list():
    xs = [3, 1, 2]

    def key(x):
        xs.append(x)
        return x
    try:
        xs.sort(key=key)
    except ValueError as e:
        print(e, xs)


def boom(x):
    raise KeyError(x)


def raises():
    xs = [2, 1]
    for f in (lambda: list(map(boom, xs)), lambda: list(filter(boom, xs)), lambda: max(xs, key=boom), lambda: sorted(xs, key=boom), lambda: xs.sort(key=boom)):
        try:
            print(f())
        except KeyError as e:
            print(e, xs)


def points():
    print(format(1e16, "#"), format(1.5, "#"), format(1e-7, "#"), f"{1e22:#}", f"{3.0:#}", f"{float('inf'):#}", format(1e16, "#.3"), format(1e16, ""))
