"""What is said of that which is built in, one a line: where it stands, a tab, and the text."""

import builtins
import importlib
import inspect
import sys

MODULES = """
_thread abc array ast asyncio atexit binascii bisect builtins calendar cmath codecs collections collections.abc contextlib
copy csv dataclasses datetime decimal enum errno fractions functools gc hashlib heapq io itertools json keyword marshal math
operator os pickle random re statistics string struct sys textwrap threading time traceback types typing unicodedata weakref
zlib
""".split()

# Names of the machine, of its C library and of the build: another system has others, as a page has.
OF_THE_SYSTEM = {"os", "errno", "sys", "gc", "_thread", "time"}

CLASSES = [
    value
    for name, value in sorted(vars(builtins).items())
    if isinstance(value, type) and not name.startswith("_")
]
CLASSES += [
    type(thing)
    for thing in (
        None, ..., NotImplemented, len, str.split, str.__add__, "".__add__, int.real, int.__dict__["from_bytes"],
        lambda: 0, (lambda: 0).__code__, (x for x in ()), iter([]), iter(()), iter(""), iter({}), iter(set()), iter(range(0)),
        {}.keys(), {}.values(), {}.items(), builtins, type.__dict__, int | str, list[int], [].append, CLASSES,
    )
]
CLASSES = list(dict.fromkeys(CLASSES))


def members(thing, place):
    for name in sorted(dir(thing)):
        # What a module is called and where it comes from.
        if name in ("__builtins__", "__cached__", "__file__", "__loader__", "__path__", "__spec__", "__doc__"):
            continue
        try:
            yield f"{place}.{name}", getattr(thing, name)
        except AttributeError:
            pass


def things(group):
    if group == "builtins":
        yield from members(builtins, "builtins")
    elif group == "classes":
        for cls in CLASSES:
            yield cls.__qualname__, cls
            yield from members(cls, cls.__qualname__)
    else:
        for name in MODULES[1:]:
            try:
                module = importlib.import_module(name)
            except ImportError:
                continue
            yield name, module
            for place, thing in members(module, name):
                if not inspect.ismodule(thing):
                    yield place, thing
                if isinstance(thing, type) and thing.__module__ != "builtins":
                    yield from members(thing, place)


def is_described(thing):
    """Whether it has a text of its own, and not that of its class."""
    return callable(thing) or inspect.isdatadescriptor(thing) or inspect.ismodule(thing)


def doc(thing):
    return repr(thing.__doc__)


def signature(thing):
    try:
        return str(inspect.signature(thing))
    except (TypeError, ValueError) as error:
        return type(error).__name__
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def tell_all(kind, group, part, parts):
    say = {"docs": doc, "signatures": signature}.get(kind)
    if kind == "names":
        wanted = [(cls.__qualname__, cls) for cls in CLASSES]
        if group == "modules":
            wanted = []
            for name in MODULES:
                if name not in OF_THE_SYSTEM:
                    try:
                        wanted.append((name, importlib.import_module(name)))
                    except ImportError:
                        pass
        for place, thing in wanted:
            for name in dir(thing):
                print(f"{place}.{name}\there")
        return
    for number, (place, thing) in enumerate(dict(things(group)).items()):
        if number % parts != part or not is_described(thing):
            continue
        if kind == "signatures" and not callable(thing):
            continue
        try:
            text = say(thing)
        except Exception as error:
            text = f"{type(error).__name__}: {error}"
        # CPython in Node has 32 bits.
        text = text.replace("\n", "\\n").replace(str(sys.maxsize), "sys.maxsize")
        print(f"{place}\t{text if ' at 0x' not in text else text.partition(' at 0x')[0]}")
