import html
import string
from string import Template


def escape():
    print(html.escape("<a href=\"x\">Tom & 'Jerry'</a>"), html.escape("\"'<", quote=False), html.escape(""))


def unescape():
    print(html.unescape("&lt;b&gt; &amp;amp; &quot;x&quot; &#39;y&#x27; &copy; &eacute;&nbsp;| &notit; &copy=1 &unknown; & &; &#x80; &#129; &#0; &#xD800; &#1114112; &#99999999999; &#1; &hellip;&notin;&CounterClockwiseContourIntegral;"))
    print(html.unescape("no refs"), html.unescape("&#65;&#66 &#x43"), html.unescape(html.escape("<'&\">")))


def substitute():
    t = Template("$who likes ${what}; costs $$5")
    print(t.substitute(who="tim", what="kung pao"), t.substitute({"who": "a", "what": 1}), t.substitute({"who": "a", "what": "b"}, what="override"))
    d = {"who": "x", "what": [1]}
    print(t.substitute(d), t.substitute(**d), t.template)
    print(t.safe_substitute(who="z"), Template("$ $1 ${x $x").safe_substitute({"x": 1}), Template("a $x.y $x_1").substitute(x=1, x_1=2))
    print(t.is_valid(), Template("$ x").is_valid(), t.get_identifiers(), Template("$a $b $a ${c}").get_identifiers())


def template_errors():
    try:
        Template("$who $what").substitute(who=1)
    except KeyError as e:
        print(type(e).__name__, e)
    try:
        Template("ok\n  $5").substitute()
    except ValueError as e:
        print(e)
    try:
        Template("$").substitute({"a": 1})
    except ValueError as e:
        print(e)


def words():
    print(string.capwords("hello  big world"), string.capwords("a-b-c", "-"), string.capwords("ÉCOLE x"), string.digits, string.ascii_lowercase[:3])
