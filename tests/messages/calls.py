"""Does what does not work, in thousands of ways, and prints what is said about each of them.

One line each: what was done, a tabulator, and the exception with its message, or `ok`."""

import re

VALUES = ["None", "True", "3", "-2.5", "1j", "'text'", "b'bytes'", "[1, 'a']", "(1, 2)", "{1: 2}", "{1}", "range(3)",
          "object()", "len", "int", "Plain()", "slice(1)", "bytearray(b'x')", "frozenset()", "iter([])", "..."]
FEW = ["None", "3", "-2.5", "'text'", "b'bytes'", "[1, 'a']", "(1, 2)", "{1: 2}", "object()"]


class Plain:
    def method(self, first, second=2, /, third=3, *, named):
        pass


def function(first, second=2, /, third=3, *rest, named, other=None, **more):
    pass


def simple(first, second):
    pass


def positional(first, second, /):
    pass


def named(*, first, second):
    pass


def defaults(first, second=1):
    pass


def without():
    pass


def attempt(code):
    if code in seen:
        return
    seen.add(code)
    try:
        exec(compile(code, "done", "exec"), dict(names))
    except BaseException as error:
        message = re.sub(r"0x[0-9a-f]+", "0x", f"{type(error).__name__}: {error}")
        print(f"{code}\t{message!r}")
    else:
        print(f"{code}\tok")


seen = set()
names = {"__name__": "__main__", "Plain": Plain, **{made.__name__: made for made in (
    function, simple, positional, named, defaults, without)}}


def operators():
    for operator in "+ - * / // % ** @ << >> & | ^ < <= > >= in is".split():
        for left in VALUES:
            for right in VALUES:
                # CPython would need more memory than the oracle has.
                yield f"{left} {operator} {right}"
    for operator in "+ - * / // % ** @ << >> & | ^".split():
        for left in VALUES:
            for right in FEW:
                yield f"x = {left}; x {operator}= {right}"
    for value in VALUES:
        yield from (f"-{value}", f"+({value})", f"~{value}", f"not {value}")


def protocols():
    for value in VALUES:
        for index in VALUES:
            yield f"({value})[{index}]"
            yield f"({value})[{index}] = 1"
            yield f"del ({value})[{index}]"
        yield from (
            f"({value})()", f"({value})(1, 2, 3)", f"({value})(key=1)", f"for x in {value}: pass", f"a, b = {value}",
            f"a, b, *c = {value}", f"a, b, c, d, e = {value}", f"[*{value}]", f"{{**{value}}}", f"print(*{value}, end='')",
            f"simple(**{value})", f"simple(*{value})", f"with {value}: pass", f"raise {value}", f"raise ValueError from {value}",
            f"({value}).missing", f"({value}).missing = 1", f"del ({value}).missing", f"({value}).__class__ = int",
            f"f'{{{value}:d}}'", f"f'{{{value}:.2f}}'", f"f'{{{value}:>10}}'", f"f'{{{value}:z}}'", f"'%d' % ({value},)",
            f"'%s %s' % {value}", f"'%c' % ({value},)", f"'%x' % ({value},)", f"'%.1f' % ({value},)", f"'%(a)s' % {value}",
            f"class X({value}): pass", f"{{{value}: 1}}", f"{{{value}}}", f"[1, 2][{value}:]", f"'ab'[:{value}]",
            f"try: 1/0\nexcept {value}: pass", f"async def f(): await {value}\nf().send(None)", f"def f(): yield from {value}\nnext(f())",
            f"match {value}:\n case int(a, b): pass", f"import {value}" if value == "len" else f"1 if {value} else 2",
            f"assert not {value} or False, {value}", f"global missing; missing", f"[x for x in {value}]", f"(x for x in {value})",
            f"x: int = {value}; x.y", f"[1, 2, 3][::{value}]", f"[][{value}:{value}] = {value}", f"x = [1, 2, 3, 4]; x[::2] = {value}",
            f"x = [1]; x[0:1] = {value}", f"x = bytearray(b'abc'); x[0] = {value}", f"x = bytearray(b'abc'); x[0:1] = {value}",
            f"type('X', {value}, {{}})", f"type('X', (), {value})", f"type({value}, (), {{}})",
        )


def calls_of_functions():
    arguments = ["", "1", "1, 2", "1, 2, 3", "1, 2, 3, 4", "first=1", "1, first=2", "1, 2, named=1", "named=1",
                 "1, 2, wrong=1", "*[1], **{'second': 2}", "1, named=1, wrong=3", "second=1", "1, second=2, named=3", "first=1, second=2",
                 "1, 2, 3, named=1, third=3", "third=1", "1, 2, first=3, second=4", "wrong=1", "firts=1, second=2", "**{1: 2}", "*3", "**3",
                 "1, **{'first': 1}", "**{'named': 1}, **{'named': 2}"]
    for called in ("function", "simple", "positional", "named", "defaults", "without", "Plain().method", "Plain", "Plain.method",
                   "(lambda: 0)", "(lambda first: 0)", "(lambda *rest: 0)"):
        for argument in arguments:
            yield f"{called}({argument})"


SKIPPED = {"breakpoint", "exit", "quit", "input", "help", "exec", "eval", "copyright", "credits", "license", "print", "open", "globals", "locals", "vars", "dir"}


def calls(called, keywords=("wrong", "key")):
    yield f"{called}()"
    for value in FEW:
        yield f"{called}({value})"
        yield f"{called}(3, {value})"
        yield f"{called}({value}, 'text')"
        yield f"{called}('text', {value})"
        yield f"{called}([1, 2], {value})"
    yield from (f"{called}(1, 2, 3)", f"{called}(1, 2, 3, 4)", f"{called}('a', 'b', 'c')", f"{called}('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i')")
    for keyword in keywords:
        yield f"{called}({keyword}=1)"
        yield f"{called}('text', {keyword}=1)"
        yield f"{called}([1, 'a'], {keyword}=1)"


def builtin_functions():
    import builtins
    for name in sorted(dir(builtins)):
        made = getattr(builtins, name)
        if name in SKIPPED or name.startswith("_") or not callable(made):
            continue
        if isinstance(made, type) and issubclass(made, BaseException):
            yield from (f"{name}()", f"{name}(1)", f"{name}(1, 2, 3, 4, 5, 6, 7)", f"{name}(wrong=1)")
        else:
            yield from calls(name)


METHODS = {
    "'text'": str, "b'bytes'": bytes, "bytearray(b'array')": bytearray, "[1, 'a']": list, "(1, 'a')": tuple,
    "{1: 2, 'a': 3}": dict, "{1, 'a'}": set, "frozenset([1])": frozenset, "(3)": int, "(2.5)": float, "(1j)": complex,
    "range(3)": range, "memoryview(b'abc')": memoryview, "ValueError(1)": ValueError, "(x for x in [1])": type(x for x in ()),
    "slice(1, 2)": slice, "property()": property, "type": None, "len": None, "simple": None,
}
SPECIAL = """__add__ __getitem__ __setitem__ __delitem__ __contains__ __eq__ __lt__ __len__ __iter__ __next__ __hash__ __repr__
__format__ __init__ __new__ __mul__ __index__ __call__ __getattribute__ __setattr__ __delattr__ __reduce_ex__ __round__
__bool__ __neg__ __radd__ __pow__ __iadd__ __get__ __set__ __class_getitem__ __sizeof__ __dir__ __getnewargs__""".split()


def methods():
    for made, kind in METHODS.items():
        kind = kind or type(eval(made, dict(names)))
        for name in sorted(dir(kind)):
            if name.startswith("_"):
                if name not in SPECIAL:
                    continue
                for arguments in ("", "1", "1, 2", "'a', 'b', 'c'", "None", "wrong=1"):
                    yield f"{made}.{name}({arguments})"
            elif name in ("mro",) or not callable(getattr(kind, name)):
                continue
            else:
                called = f"{made}.{name}"
                yield f"{called}()"
                for value in FEW:
                    yield f"{called}({value})"
                    yield f"{called}('t', {value})"
                    yield f"{called}(1, {value})"
                yield from (f"{called}(1, 2, 3)", f"{called}('a', 'b', 'c')", f"{called}(1, 2, 3, 4, 5)", f"{called}(wrong=1)", f"{called}('a', wrong=1)")
            if made != "type":
                yield from (f"{kind.__name__}.{name}()", f"{kind.__name__}.{name}(object(), 1)", f"{kind.__name__}.{name}(None)") if kind.__name__ in dir(__builtins__) else ()


MODULES = """math cmath random itertools functools operator collections re json bisect heapq copy statistics
string textwrap datetime struct binascii base64 decimal fractions enum time calendar keyword numbers abc
contextlib types weakref hashlib io os.path pprint reprlib shlex csv array""".split()
SKIPPED_OF_MODULES = {"time.sleep", "itertools.count", "time.pthread_getcpuclockid", "itertools.repeat", "itertools.cycle", "json.tool", "io.open", "io.open_code", "random.SystemRandom",
                      "re.template", "base64.main", "base64.test", "calendar.main", "time.tzset", "functools.singledispatch", "time.clock_settime", "time.clock_settime_ns", "io.FileIO", "weakref.finalize"}


def modules():
    import importlib
    for name in MODULES:
        module = importlib.import_module(name)
        for called in sorted(getattr(module, "__all__", None) or (n for n in dir(module) if not n.startswith("_"))):
            full = f"{name}.{called}"
            made = getattr(module, called, None)
            home = getattr(made, "__module__", None)
            if full in SKIPPED_OF_MODULES or not callable(made) or not isinstance(made, type) and home not in (name, "_" + name, None, "posixpath", "genericpath"):
                continue
            short = ["", "None", "'text'", "3", "3, 'text'", "'text', 3", "[1], 'a'", "1, 2, 3", "1, 2, 3, 4, 5, 6, 7, 8, 9", "wrong=1", "'text', wrong=1", "-2.5", "object()", "[1, 'a']", "[]", "0", "-1", "'a', 'b', 'c'", "{}", "0, 0"]
            for arguments in short:
                yield f"import {name}; {full}({arguments})"


TEXTS = ["", " ", "x", "1x", "1.5", "0x", "0b2", "1_", "_1", "1__0", "--1", "1 2", "12e", "e5", "nan1", "inf", "1+", "1+j", "٣", "½", "1\\n2", "0o8", "1,5", "1e400",
         "'1'", "\\0", "i\u0307", "1.2.3", "+", "-", "++1", "1j1", "j", "(1", "1)", "2024-13-01", "2024-02-30", "25:00", "2024-01-01T25:00", "abc", "[1, 2", "{1: 2}", '{"a": }', "[1,]", '{"a" 1}', "nul", "tru", '"abc', "01", "-", "[1 2]", '{"a": 1,}', "{'a': 1}", "1/0", "1/2/3", "a/b", "#", "%", "(", "[", "*", "a{2,1}", "(?P<n", "(?P=x)", "[z-a]", "\\\\", "(?x", "a**", "(?<=a*)", "\\\\g"]


def conversions():
    readers = ["int({})", "int({}, 2)", "int({}, 16)", "int({}, 0)", "int({}, 37)", "float({})", "complex({})", "bytes.fromhex({})", "bytearray.fromhex({})",
               "import fractions; fractions.Fraction({})", "import decimal; decimal.Decimal({})", "import datetime; datetime.date.fromisoformat({})",
               "import datetime; datetime.time.fromisoformat({})", "import datetime; datetime.datetime.fromisoformat({})", "import json; json.loads({})", "import ast; ast.literal_eval({})",
               "import re; re.compile({})", "ord({})", "float.fromhex({})", "'text'.encode({})", "b'text'.decode({})", "{}.format()", "format(3, {})", "format(2.5, {})", "format('a', {})", "format([], {})",
               "import datetime; datetime.datetime.strptime({}, '%Y-%m-%d')", "import datetime; datetime.datetime.strptime('2024', {})", "import struct; struct.calcsize({})", "{} % 1", "{} % ()", "eval({})", "import string; string.Template('$' + {}).substitute()",
               "import importlib; importlib.import_module({})", "__import__({})", "open({})", "import base64; base64.b64decode({})", "import binascii; binascii.unhexlify({})", "chr(ord({}) + 1114111)", "getattr(3, {})", "getattr(Plain, {})", "import math; getattr(math, {})", "{{}}[{}]", "[1].index({})", "[1].remove({})", "(1,).index({})", "'abc'.index({})", "b'abc'.index({})", "{{1}}.remove({})", "{{1: 2}}.pop({})"]
    for reader in readers:
        for text in TEXTS:
            yield reader.format(f"'{text}'" if "'" not in text else f'"{text}"' if '"' not in text else repr(text))
    specs = ["d", "s", "f", "x", "c", "e", "g", "n", "%", "z", "q", "10", "<10", "^", "=5", "+", " ", ",", "_", ",d", "_d", ",x", "_x", ",s", ".3", ".3d", ".2s", ".", "05", "#x", "#d", "-s", "+s", "=s", "10.5", "10.5.5", "!r", "1000000000000000000000", ".1000000000000000000000", ",_", "_,", "<<10", "}", "zf", "zd", "+c", ".2c", ",c"]
    for value in ("3", "2.5", "1j", "'a'", "True", "None", "[]", "10**30", "Plain"):
        for spec in specs:
            yield f"format({value}, {spec!r})"
    for form in ("%d", "%i", "%5.2f", "%s", "%r", "%c", "%x", "%o", "%e", "%%", "%", "%z", "%(a)d", "%(a", "%*d", "%.*f", "%-5d%", "%5", "%l", "%ld", "%y"):
        for value in ("()", "(1,)", "(1, 2)", "'a'", "{}", "{'a': 'b'}", "None", "2.5", "1114112", "[1]"):
            yield f"{form!r} % {value}"
            yield f"b{form!r} % {value}"
    for form in ("{", "}", "{}", "{0}", "{1}", "{a}", "{0.a}", "{0[a]}", "{0[}", "{0.}", "{!x}", "{!}", "{0!r:d}", "{:d}", "{:{}}", "{}{0}", "{0}{}", "{a.b[c]}", "{0[0]}", "{[}", "{0!rr}", "{:{:{}}}", "{-1}", "{ 0}", "{0 }", "{99999999999999999999}"):
        for arguments in ("", "1", "'a'", "a=1", "[]", "None", "{}"):
            yield f"{form!r}.format({arguments})"
        yield f"{form!r}.format_map({{}})"


GROUPS = {made.__name__: made for made in (operators, protocols, calls_of_functions, builtin_functions, methods, modules, conversions)}


def attempt_all(group, part, parts):
    for place, code in enumerate(GROUPS[group]()):
        if place % parts == part:
            attempt(code)
