# A mistake whose exception the script catches is a warning, and none at all if the handler names the exception.
def double(x):
    return (x + 1) * 2  # WARNING "can only concatenate str" NOTE "an except clause around it catches the TypeError that this raises" HINT "convert it"

try:
    print(double("a"))  # NOTE `double is called here with x: str`
except Exception as e:
    print(e)
try:
    print(len(5), double(None))
except TypeError:
    pass
try:
    print(missing)  # WARNING "name 'missing' is not defined" NOTE "an except clause around it" HINT "define it above"
except:
    pass
# ---
# Only what the handler catches is excused, in functions only if all their callers are in such a place.
def half(x):
    return x / 2  # ERROR `unsupported operand type\(s\) for /: 'str' and 'int'`

try:
    half("a")  # NOTE "half is called here with x: str"
except TypeError:
    pass
half("b")
try:
    print("a" + 1)  # ERROR "can only concatenate str" HINT "convert it"
except ValueError:
    print("no")
# ---
# A function given to a stream runs in batches, and not in the try statement around it.
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

ssc = StreamingContext(SparkContext("local[2]", "caught"), 1)
try:
    ssc.queueStream([[1]]).map(lambda x: x + "a").pprint()  # ERROR `unsupported operand type\(s\) for \+: 'int' and 'str'` HINT "convert one side"
    # NOTE `this lambda is called here with x: int`
    ssc.start()
except Exception as e:
    print(e)
