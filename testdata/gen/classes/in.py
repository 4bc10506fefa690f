"""Counts orders by customer, with classes of the script's own."""
from dataclasses import dataclass

from pyspark import SparkContext
from pyspark.streaming import StreamingContext


@dataclass
class Order:
    customer: str
    amount: int

    @property
    def large(self):
        return self.amount >= 10


class Parser:
    """Reads lines such as "ann 12"."""

    def __init__(self, separator=" "):
        self.separator = separator
        self.bad = 0

    def parse(self, line):
        name, _, amount = line.partition(self.separator)
        return Order(name, int(amount))


class Shape:
    def __init__(self, name):
        self.name = name

    def area(self):
        return 0

    def __str__(self):
        return f"{self.name} {self.area()}"


class Square(Shape):
    def __init__(self, side):
        super().__init__("square")
        self.side = side

    def area(self):
        return self.side ** 2


class BadOrder(ValueError):
    def __init__(self, line):
        super().__init__("bad order: " + line)
        self.line = line


parser = Parser()
for shape in [Shape("point"), Square(3)]:
    print(shape)
try:
    raise BadOrder("x")
except BadOrder as e:
    print(e, e.line)

sc = SparkContext("local[2]", "Orders")
ssc = StreamingContext(sc, 1)
lines = ssc.queueStream([["ann 12", "bob 3", "ann 20"], ["bob 11"]])
orders = lines.map(parser.parse)
orders.filter(lambda o: o.large).map(lambda o: (o.customer, o.amount)).reduceByKey(lambda a, b: a + b).pprint()
ssc.start()
ssc.awaitTerminationOrTimeout(3)
ssc.stop()
