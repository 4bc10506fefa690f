# Not Python: every mistake is reported, each once, and none hides what follows.

def half(x)  # ERROR "expected ':', found the end of the line"
    return x / 2

print(half(2))
# ---
for word in ["a", "b"]  # ERROR "expected ':', found the end of the line"
    print(word)
# ---
def f(x):
    y = x + 1
  return y  # ERROR "unindent does not match any outer indentation level"

print(f(1))
# ---
def f(x):  # NOTE "the block of this line is missing"
return x  # ERROR "expected an indented block after function definition on line 1"

print(f(1))
# ---
x = 1
  y = 2  # ERROR "unexpected indent"
# ---
words = ["a", "b"  # ERROR `'\[' was never closed`
print(words)
# ---
print(len("abc")))  # ERROR `unmatched '\)'`
# ---
pairs = [("a", 1), ("b", 2)}  # ERROR `closing parenthesis '\}' does not match opening parenthesis '\['`
# NOTE `'\[' is opened here`
# ---
text = 'it's'  # ERROR `unterminated string literal`
# HINT "close it with ', or use ''' for text of several lines"
# ---
text = "no end  # ERROR `unterminated string literal`
# HINT `close it with ", or use """ for text of several lines`
print(text)
# ---
print "hello"  # ERROR "missing parentheses in call to 'print'"
# HINT `write print\("hello"\)`
# ---
try:
    x = int("a")
except ValueError, e:  # ERROR "multiple exception types must be parenthesized"
# HINT `write except ValueError as e:, or except \(ValueError, e\): to catch both`
    print(e)
# ---
total = lambda (a, b): a + b  # ERROR "parameters cannot be parenthesized"
# HINT `take one parameter and index it: lambda pair: pair\[0\] \+ pair\[1\]`
print(total((1, 2)))
# ---
if 1 <> 2:  # ERROR "the operator <> is Python 2"
# HINT "write !="
    print(0777, 10L)  # ERROR "leading zeros in decimal integer literals are not permitted"
    # ERROR "the suffix L of long integers is Python 2"
    # HINT "write 0o777 for an octal number, 777 for a decimal one"
    # HINT "write 10: every int is long"
# ---
x = 3
if x = 3:  # ERROR "invalid syntax: found '=' in a condition"
# HINT `maybe you meant '==' or ':=' instead of '='\?`
    print("three")
# ---
x = 1
x++  # ERROR `invalid syntax: there is no operator \+\+`
# HINT `write \+= 1`
# ---
x = 1
if x == 1 && x != 2:  # ERROR "invalid syntax: there is no operator &&"
# HINT "write and"
    print("one")
# ---
else:  # ERROR "'else' does not belong to an 'if', 'for', 'while' or 'try'"
    print("no if")
# ---
return 1  # ERROR "'return' outside function"
# ---
for i in range(3):
    pass
break  # ERROR "'break' outside loop"
# ---
f(1) = 2  # ERROR "cannot assign to function call"
# HINT `maybe you meant '==' instead of '='\?`
# ---
x = 5 +  # ERROR "expected an expression, found the end of the line"
y = 6 +  # ERROR "expected an expression, found the end of the line"
print(x y)  # ERROR "invalid syntax; perhaps you forgot a comma before 'y'"
# ---
class = "first"  # ERROR "cannot assign to the keyword 'class'"
# HINT "choose another name"
# ---
print(“quoted”)  # ERROR `invalid character '“' \(U\+201C\)`
# ERROR `invalid character '”' \(U\+201D\)`
# HINT `write the quote as "`
# HINT `write the quote as "`
# ---
x = {"a": 1, "b" 2}  # ERROR "':' expected after dictionary key"
# ---
def f(a, a):  # ERROR "duplicate argument 'a' in function definition"
# NOTE "the first is here"
    return a
# ---
print(f"{1 + }")  # ERROR `expected an expression, found '\}'`
# ---
if True:
	a = 1
        b = 2  # ERROR "inconsistent use of tabs and spaces in indentation"
        # HINT "indent with spaces only"
# ---
def f(x) -> int  # ERROR "expected ':', found the end of the line"
    return x
print(f(1)  # ERROR `'\(' was never closed`
# ---
if x == 1 then:  # ERROR "expected ':', found 'then'"
    print("one")
# ---
var count = 1  # ERROR "invalid syntax: unexpected 'count'"
let total = 2  # ERROR "invalid syntax: unexpected 'total'"
# ---
for (int i = 0; i < 3; i++):  # ERROR "invalid syntax; perhaps you forgot a comma before 'i'"
    print(i)
# ---
raise ValueError, "bad"  # ERROR "raise with a comma is Python 2"
# HINT `write raise ValueError\("bad"\)`
# ---
exec "print 1"  # ERROR "missing parentheses in call to 'exec'"
# HINT `write exec\("print 1"\)`
# ---
def add(a, b=1, c):  # ERROR "non-default argument follows default argument"
# HINT "give c a default too, or put it in front"
# NOTE "the default is here"
    return a + b + c
# ---
f = lambda x: return x  # ERROR "expected an expression, found the keyword 'return'"
# ---
while True print("x")  # ERROR "expected ':', found 'print'"
# ---
from pyspark import SparkContext,  # ERROR "trailing comma not allowed without surrounding parentheses"
import  # ERROR "expected a name, found the end of the line"
# ---
words.map(lambda w: (w, 1)  # ERROR `'\(' was never closed`
     .reduceByKey(lambda a, b: a + b)
     .pprint()
print("more")
