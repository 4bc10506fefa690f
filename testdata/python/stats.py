import statistics
from statistics import mean, median, stdev


def means():
    print(mean([1, 2, 3]), mean([1, 2, 3, 4]), mean([1.5, 2.5, 4]), mean((2, 4)), mean(range(10)), mean([True, False]))
    print(mean([1e50, 1, -1e50]), mean([0.1] * 10), mean([5e-324, 1e-323]), mean([1, 2.5, True]))
    print(mean([float("inf"), 1]), mean([float("inf"), float("-inf")]))
    print(mean(x * x for x in [1, 2, 3]), mean({1: "a", 4: "b"}), mean({3, 5}))
    print(statistics.fmean([1, 2, 3, 4]), statistics.fmean([3.5, 4.0, 5.25]), statistics.fmean([1, 2, 3], [1, 0, 1]), statistics.fmean([85, 92], weights=[0.2, 0.8]))
    print(statistics.geometric_mean([54, 24, 36]), statistics.geometric_mean([1.5, 2.5, 3.5]))
    print(statistics.harmonic_mean([40, 60]), statistics.harmonic_mean([2.5, 3, 10]), statistics.harmonic_mean([40, 60], weights=[5, 30]), statistics.harmonic_mean([7]), statistics.harmonic_mean([0, 1]))
    total = mean([10, 20]) + 1
    print(total, round(mean([1, 2, 2]), 3), f"{mean([1, 2, 2]):.2f}", "%.1f" % mean([1, 2]))


def medians():
    print(median([3, 1, 2]), median([4, 1, 3, 2]), median([1.5, 0.5]), median([2.5]), median([1, 2.5]), median(x for x in [5, 1, 9]))
    print(statistics.median_low([1, 3, 5, 7]), statistics.median_high([1, 3, 5, 7]), statistics.median_low(["b", "a", "c"]), statistics.median_grouped([1, 2, 2, 3, 4, 4, 4, 4, 4, 5]))
    print(statistics.median_grouped([1, 3, 3, 5, 7], interval=2), statistics.median_grouped([52, 52, 53, 54], 1))


def modes():
    print(statistics.mode([1, 1, 2, 3, 3, 3, 3, 4]), statistics.mode(["red", "blue", "blue", "red"]), statistics.mode("hello"))
    print(statistics.multimode("aabbbbccddddeeffffgg"), statistics.multimode([1, 2]), statistics.multimode(""), statistics.multimode([(1, 2), (1, 2), (0, 0)]))


def spreads():
    data = [2.75, 1.75, 1.25, 0.25, 0.5, 1.25, 3.5]
    print(stdev(data), statistics.pstdev(data), statistics.variance(data), statistics.pvariance(data))
    print(stdev([1, 2, 3]), stdev([1, 2]), statistics.variance([1, 2, 3]), statistics.variance([1, 2]), statistics.pvariance([1, 2, 3, 4]), statistics.pstdev([1, 2, 3, 4]))
    m = mean(data)
    print(statistics.variance(data, m), statistics.pvariance(data, mu=m), stdev(data, xbar=m), statistics.pvariance([1, 2, 3, 4], 2), statistics.pstdev(data, m))
    print(stdev([1e300, 2e300]), stdev([1e-300, 3e-300]), statistics.variance([0.1, 0.1, 0.1]), stdev([1, 2.5, 4]), statistics.pstdev([5]))
    print(stdev([0.0001 * i for i in range(50)]), statistics.pstdev(range(1000)))


def quantiles():
    data = [105, 129, 87, 86, 111, 111, 89, 81, 108, 92, 110, 100, 75, 105, 103, 109, 76, 119, 99, 91]
    print(statistics.quantiles(data), statistics.quantiles(data, n=10), statistics.quantiles(data, n=4, method="inclusive"))
    print(statistics.quantiles([1, 2]), statistics.quantiles([1.5, 2.25, 9.0], n=3), statistics.quantiles([1, 2, 3], n=1))
    print([round(q, 1) for q in statistics.quantiles(range(101), n=100)][94])


def relations():
    x = [1, 2, 3, 4, 5, 6, 7, 8, 9]
    y = [1, 2, 3, 1, 2, 3, 1, 2, 3]
    print(statistics.covariance(x, y), statistics.correlation(x, [9, 8, 7, 6, 5, 4, 3, 2, 1]), statistics.correlation(x, y))
    r = statistics.linear_regression([1971, 1975, 1979, 1982, 1983], [1, 2, 3, 4, 5])
    print(r, round(r.slope, 4), r.intercept)
    slope, intercept = statistics.linear_regression([1.0, 2.0, 3.0], [2.0, 4.0, 6.5])
    print(slope, intercept, statistics.linear_regression([1, 2, 3], [2, 4, 6], proportional=True))


def normal():
    d = statistics.NormalDist(100, 15)
    print(d, d.mean, d.stdev, d.variance, d.pdf(100), d.zscore(130), d.inv_cdf(0.975), d.inv_cdf(0.001), d.inv_cdf(0.5))
    print(d.quantiles(), round(d.cdf(130), 12), d + 5, d * 2, d / 2, d - 1, d + statistics.NormalDist(1, 20))
    print(statistics.NormalDist.from_samples([1, 2, 3, 4.5]), statistics.NormalDist() == statistics.NormalDist(0, 1))


def errors():
    none = []
    for x in [1.5]:
        none.append(x)
    none.clear()
    try:
        mean(none)
    except statistics.StatisticsError as e:
        print(type(e).__name__, e)
    try:
        median(none)
    except ValueError as e:
        print(type(e).__name__, e)
    try:
        statistics.mode(none)
    except statistics.StatisticsError as e:
        print(e)
    try:
        stdev([1])
    except statistics.StatisticsError as e:
        print(e)
    try:
        statistics.pvariance(none)
    except statistics.StatisticsError as e:
        print(e)
    try:
        statistics.quantiles([1])
    except statistics.StatisticsError as e:
        print(e)
    try:
        statistics.quantiles([1, 2], method="x")
    except ValueError as e:
        print(e)
    try:
        statistics.geometric_mean([0, 1])
    except statistics.StatisticsError as e:
        print(e)
    try:
        statistics.harmonic_mean([-1, 2])
    except statistics.StatisticsError as e:
        print(e)
    try:
        statistics.fmean(none)
    except statistics.StatisticsError as e:
        print(e)
    try:
        statistics.fmean([1, 2], [1])
    except statistics.StatisticsError as e:
        print(e)
    try:
        statistics.correlation([1, 1], [1, 2])
    except statistics.StatisticsError as e:
        print(e)
    try:
        statistics.covariance([1], [1, 2])
    except statistics.StatisticsError as e:
        print(e)
    try:
        statistics.linear_regression([1, 1], [1, 2])
    except statistics.StatisticsError as e:
        print(e)
    try:
        statistics.NormalDist(0, -1)
    except statistics.StatisticsError as e:
        print(e)
    try:
        statistics.NormalDist().inv_cdf(1.5)
    except statistics.StatisticsError as e:
        print(e)
    rows = [1, "a"]
    try:
        mean(rows)
    except TypeError as e:
        print(e)


def uncaught():
    statistics.mean([x for x in [1] if x > 5])
