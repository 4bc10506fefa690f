# Module random: CPython's numbers for the same seed.
import random


def distributions():
    random.seed(7)
    print(random.lognormvariate(0, 1), random.triangular(), random.triangular(1, 5), random.triangular(1, 5, 2), random.triangular(2.0, 2, 2))
    print([random.gammavariate(a, 2) for a in (0.5, 1, 3.5)], random.betavariate(2, 3), random.paretovariate(3))
    print(random.weibullvariate(2, 1.5), random.vonmisesvariate(1, 4), random.vonmisesvariate(0, 0), random.expovariate(0.5))
    print(random.randbytes(5), random.getrandbits(20), random.normalvariate(1, 2))


def generator_of_its_own():
    r = random.Random(42)
    print(r.randrange(600), r.randrange(1, 10), r.randrange(0, 100, 7), r.getrandbits(12), r.expovariate(2), r.normalvariate(0, 1))
    print(r.choices("abc", k=4), r.choices([1, 2, 3], weights=[5, 1, 1], k=4), r.choices([1, 2, 3], cum_weights=[1, 2, 10], k=4))
    print(r.sample(range(50), 4), r.sample("ab", 3, counts=[2, 2]), r.randbytes(3), r.triangular(0, 10, 9), r.betavariate(1, 2))


def counted_samples():
    random.seed(3)
    print(random.sample(["red", "blue"], counts=[4, 2], k=5), random.choices(["a", "b"], cum_weights=[3, 4], k=6))


def states():
    random.seed(5)
    random.gauss(0, 1)
    state = random.getstate()
    first = [random.random(), random.gauss(0, 1), random.randint(1, 100)]
    random.setstate(state)
    print(first == [random.random(), random.gauss(0, 1), random.randint(1, 100)], state[0], len(state[1]), state[2] is None)
    r = random.Random()
    r.setstate(state)
    print(r.random() == first[0])


def wrong_arguments():
    r = random.Random(1)
    for f in (lambda: r.randrange(0), lambda: r.gammavariate(0, 1), lambda: r.choices([1, 2], weights=[1], k=1), lambda: r.choices([], k=1),
              lambda: r.choices([1], weights=[0], k=1), lambda: r.choices([1], weights=[float("inf")]), lambda: r.sample([1], 2),
              lambda: r.sample([1], 1, counts=[0]), lambda: r.sample([1], 1, counts=[1, 2]), lambda: r.choice([])):
        try:
            print(f())
        except (ValueError, IndexError) as e:
            print(type(e).__name__, e)
