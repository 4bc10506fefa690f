import os
import shutil
import tempfile
from pathlib import Path


def parts():
    p = Path("/usr/local/lib/libx.tar.gz")
    print(p, repr(p), p.name, p.stem, p.suffix, p.suffixes, p.parent, p.parts, p.parent.parent)
    print(Path("a") / "b" / "c.txt", "x" / Path("y"), Path("a", "b/c", "./d"), Path("a//b/./c/"), Path(), Path(""), Path("a/../b"), Path("/") / "x", Path("a") / "/abs")
    print(Path("a").joinpath("b", "c"), p.with_suffix(".zip"), p.with_name("other"), p.with_suffix(""), p.with_stem("z"), Path("a/b/c").relative_to("a"))
    print(p.is_absolute(), Path("x").is_absolute(), str(p) + "!", p.as_posix(), [str(x) for x in Path("a/b/c").parents], Path(".bashrc").suffix == "", Path("x.").suffix == "")
    print(Path("a") == Path("a/"), Path("a") < Path("b"), sorted([Path("b"), Path("a/c"), Path("a")]), {Path("k"): 1}[Path("k")], Path("/").parts, Path("//x/y").parts, f"{Path('q')}")


def files():
    d = Path("data")
    d.mkdir()
    f = d / "a.txt"
    print(f.exists(), f.write_text("héllo\nworld\n"), f.read_text(), f.exists(), f.is_file(), d.is_dir(), f.read_bytes())
    (d / "sub" / "deep").mkdir(parents=True, exist_ok=True)
    (d / "sub" / "b.txt").write_bytes(b"\x00\x01")
    (d / "sub" / "deep" / "c.log").touch()
    (d / ".hidden.txt").touch()
    print(sorted(str(x) for x in d.iterdir()), sorted(x.name for x in d.glob("*.txt")), sorted(str(x) for x in d.glob("**/*.txt")), sorted(str(x) for x in d.rglob("*.log")), sorted(str(x) for x in d.glob("*/b.txt")), sorted(str(x) for x in d.glob("**")))
    with f.open() as g:
        print([line.strip() for line in g])
    with open(f, "a") as g:
        g.write("more")
    print(f.read_text().count("\n"), f.rename(d / "z.txt"), f.exists())
    (d / "z.txt").unlink()
    (d / "z.txt").unlink(missing_ok=True)
    print(Path("data").resolve() == Path.cwd() / "data", Path.cwd().is_absolute(), d.absolute().name)


def copies():
    os.makedirs("src/in")
    with open("src/in/f.txt", "w") as f:
        f.write("text")
    print(shutil.copy("src/in/f.txt", "copy.txt"), shutil.copyfile("copy.txt", "two.txt"), shutil.copy2("copy.txt", "src"), shutil.copytree("src", "dst"))
    print(sorted(os.listdir("dst")), open("dst/in/f.txt").read(), shutil.move("two.txt", "dst"), shutil.move("copy.txt", "moved.txt"), os.path.exists("copy.txt"))
    shutil.rmtree("dst")
    shutil.rmtree("src")
    shutil.rmtree("nope", ignore_errors=True)
    print(os.path.exists("dst"), sorted(x for x in os.listdir(".") if x.endswith(".txt")), shutil.which("no-such-command"))


def temporary():
    with tempfile.TemporaryDirectory() as d:
        p = Path(d) / "x"
        p.write_text("1")
        print(os.path.isdir(d), p.read_text(), os.path.basename(d).startswith("tmp"))
    print(os.path.exists(d))
    m = tempfile.mkdtemp(prefix="pre", suffix="suf")
    print(os.path.basename(m)[:3], m[-3:], os.path.dirname(m) == tempfile.gettempdir())
    os.rmdir(m)


def errors():
    try:
        Path("no/such").read_text()
    except FileNotFoundError as e:
        print(e)
    try:
        Path("/").with_name("x")
    except ValueError as e:
        print(e)
    try:
        Path("a").with_suffix("x")
    except ValueError as e:
        print(e)
    try:
        Path("a/b").relative_to("c")
    except ValueError as e:
        print(e)
    Path("e").mkdir()
    try:
        Path("e").mkdir()
    except FileExistsError as e:
        print(e)
    try:
        Path("nope").unlink()
    except FileNotFoundError as e:
        print(e)
    try:
        shutil.rmtree("nope")
    except FileNotFoundError as e:
        print(type(e).__name__)
    Path("f").write_text("x")
    try:
        shutil.copyfile("f", "f")
    except shutil.SameFileError as e:
        print(e)
    try:
        shutil.copy("gone", "x")
    except OSError as e:
        print(type(e).__name__, e.errno)
