"""The scores in a dict."""
import sys

scores = {}


for batch in range(int(sys.argv[1])):
    news = {}
    with open(f"{sys.argv[3]}/{batch}", encoding="utf-8") as lines:
        for line in lines:
            key = line.rstrip("\n")
            news[key] = news.get(key, 0) + 1
    for key in list(scores) + [key for key in news if key not in scores]:
        score = scores.get(key, 0) + 60 * news.get(key, 0) - 1
        if score > 0:
            scores[key] = score
        else:
            scores.pop(key, None)
    with open(sys.argv[2], "a") as out:
        out.write(f"{sum(scores.values())} {len(scores)} {sum(n * n for n in scores.values())}\n")
