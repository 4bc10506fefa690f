"""Names with letters of other scripts, and what NFKC makes of names."""

é = 1
é = 2  # the same name, written with a combining accent
变量 = 3
ª = 4
a = 5  # the same name as the one before
ﬁx = 6
fix = 7
Ⅷ = 8
print(é, 变量, ª, ﬁx, VIII)
क्ष = 9
कu094dष = 10
नमस्ते = 11
x·y = 12
xu00b7y = 13
℘ = 14
u2118 = 15
x٣ = 16
x3 = 17
ſ = 18
İ = 19
i̇ = 20
ß, ẞ = 21, 22
ǆ = 23
ǅ = 24
𝐛𝐨𝐥𝐝 = 25
bold = 26
ъ, Ъ, Ь = 27, 28, 29
한국어 = 30
เวลา = 31
שלום = 32
مرحبا = 33
print(क्ष, कu094dष, नमस्ते, x·y, xu00b7y, ℘, u2118, x٣, x3, ſ, İ, i̇, ß, ẞ, ǆ, 𝐛𝐨𝐥𝐝, ъ, Ъ, Ь)
print(한국어, เวลา, שלום, مرحبا)



def функция(аргумент, 参数=1):
    результат = аргумент + 参数
    return [é for é in [результат]] + [变量]


def Функция(x):
    return x


print(функция(1), функция(1, 参数=2), Функция(3), (lambda λ: λ + é)(1))
print({"ключ": é, "鍵": 变量}, f"{é=} {变量!r}")
