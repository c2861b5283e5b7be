"""What CPython says of everything that is built into it: docstrings and signatures, as JSON.

A key is where the text stands: `math`, `math.sin`, `builtins.str`, `builtins.str.split`. A value is the signature and
the docstring, either of which may be missing."""

import builtins
import importlib
import importlib.machinery
import importlib.util
import json
import sys


def is_native(name):
    """Whether this module of the standard library has no source."""
    try:
        spec = importlib.util.find_spec(name)
    except (ImportError, ValueError):
        return False
    loader = getattr(spec, "loader", None)
    return loader is importlib.machinery.BuiltinImporter or isinstance(
        loader, importlib.machinery.ExtensionFileLoader
    )


def imported(names):
    for name in names:
        try:
            yield name, importlib.import_module(name)
        except Exception as error:
            print(f"{name} cannot be imported: {error}", file=sys.stderr)


def classes():
    """All classes that no class statement has made."""
    # In the order in which they are found, and not in that of their addresses: builds are the same.
    found = {object: None}
    todo = [object]
    while todo:
        cls = todo.pop()
        for derived in type.__subclasses__(cls):
            if derived not in found:
                found[derived] = None
                todo.append(derived)
    return [cls for cls in found if "__firstlineno__" not in vars(cls) and not is_made(cls)]


def is_made(cls):
    """Whether a function written in Python has made this class: named tuples, enums."""
    return hasattr(cls, "_make") or hasattr(cls, "__members__") or "pyodide" in cls.__module__


texts = {}


def note(key, thing, doc):
    signature = getattr(thing, "__text_signature__", None)
    signature = signature if isinstance(signature, str) else None
    doc = doc if isinstance(doc, str) else None
    texts[key] = signature, doc


native = sorted(name for name in sys.stdlib_module_names if is_native(name))
modules = dict(imported(native))

for cls in classes():
    place = f"{cls.__module__}.{cls.__qualname__}"
    note(place, cls, type.__dict__["__doc__"].__get__(cls))
    for attribute, thing in vars(cls).items():
        if isinstance(thing, (staticmethod, classmethod)):
            thing = getattr(cls, attribute)
        is_described = hasattr(type(thing), "__get__") or type(thing) is type(len)
        if is_described and attribute not in ("__doc__", "__module__"):
            note(f"{place}.{attribute}", thing, thing.__doc__)

# A module's function comes before a class that has its name, as that of csv.writer does.
for name, module in modules.items():
    note(name, None, module.__doc__)
    for attribute, thing in vars(module).items():
        if type(thing) is type(len):
            # The function open is that of another module, which has it by another name.
            for place in {name, thing.__module__ or name}:
                for called in {attribute, thing.__name__}:
                    note(f"{place}.{called}", thing, thing.__doc__)

print(json.dumps({"version": sys.version.split()[0], "texts": texts}))
