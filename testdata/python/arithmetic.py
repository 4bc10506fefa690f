NUMBERS = [0, 1, 2, 3, 7, 8, 9, 63, 64, 65, 1000003, 2**31 - 1, 2**31, 2**53 + 1, 2**62, 2**62 + (2**62 - 1)]


def powers_of_two():
    for a in NUMBERS:
        for n in [a, -a]:
            print(n // 2, n % 2, n // 8, n % 8, n // 1, n % 1, n // 1024, n % 1024, n // 3, n % 3, n / 2, n / 3, end=";")
            print(n % 2 == 0, n % 3 == 0, n % 5 != 0, n % -3 == 0, 0 == n % 7, -n % 16, (n + 0) // 4 % 4, end=";")
    print()


def loops_over_ranges():
    total = 0
    for i in range(20):
        for j in range(i):
            total += i * j - (j + 1) % 3 + (i - j) // 2
    for i in range(-5, 6):
        total += i % 4 * 10 + i // 4
    for i in range(10, -10, -3):
        total += i % 4 - i // 3
    for i in range(3, 40, 5):
        total ^= i // 4 % 7
    print(total)


def counters():
    n, up, down = 0, 0, 100
    while up < down:
        up += 3
        down -= 1
        n = n + 1
    print(n, up, down, up * down, -up, -(down - up) // 2)
    text = "äöü" * 5
    i = len(text)
    while i > 0:
        i -= 2
    print(i, i % 4, i // 2, len(text) * 3 % 7, text.find("zz") % 5, text.find("zz") // 2, text.count("ö") * 2)


def characters():
    for text in ["", "a", "abc", "aäb", "日本語 text", "x" * 20 + "é" + "y" * 3]:
        h = 0
        for c in text:
            h = (h * 31 + ord(c)) % 1000003
        out = []
        for i in range(len(text)):
            out.append(text[i] + text[i - len(text)] + text[-1])
        print(len(text), h, out)
        for i in [len(text), -len(text) - 1]:
            try:
                print(text[i])
            except IndexError as e:
                print(e)


def divisions():
    x = 7.5
    for n in [3, -3, 0]:
        print(x / 4, n / 4, n / 4.0, x / -2, n / 3, x * 2 / 5)
        try:
            print(x / n, n / n)
        except ZeroDivisionError as e:
            print(e)


def edges():
    big = 2**62
    print(big + (big - 1), -big - big, (big - 1) * 2 + 1)
    for i in range(2**62, 2**62 + 2):
        print(i + 1, i - 1, i % 5, i // 7)
    for i in range(big + (big - 3), big + (big - 2)):
        print(i + 1)


def quotients_of_constants():
    print(1e-5 / 12345.678, 0.1 / 3, 1 / 3, 1e308 / 1e-10, 0.3 / 0.1, -0.0 / 5, 1e-320 / 1e300, 2 / 7 + 0.1 / 0.7)
    x = 1
    print(1e-5 / 12345.678 - (x ^ x), x / 3 + 0.1 / 3)
