"""Lines of a log by regular expressions: what is matched without a choice becomes Go."""
import re

LINE = re.compile(r'^(\S+) \[([^\]]*)\] "(\S+) (.*)" (\d{3})$')
NUMBER = re.compile(r"[-+]?\d+")
KIND = re.compile(r"error|warning")


def status(line):
    m = LINE.match(line)
    return m.group(5) if m else None


for text in ['a [now] "GET /x" 200', 'é [now] "GET "x"" 404', 'a [now] "GET /x" 20']:
    print(status(text), NUMBER.findall(text), KIND.search(text))
