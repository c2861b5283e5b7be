import sys

print(__name__, __doc__, __builtins__.__name__, __spec__, __package__)
print(sys.argv, sys.version_info[:2], sys.byteorder, sys.maxsize > 2**30, sys.flags.optimize)
print(sys.modules["__main__"].__name__, "sys" in sys.modules, sorted(name for name in globals() if not name.startswith("__")))
print(sys.getrecursionlimit(), sys.excepthook is sys.__excepthook__, sys.getsizeof(0) > 0, sys.intern("a"))
import __main__
__main__.added = 1
print(added, hasattr(sys, "ps1"), sys.implementation.name in ("cpython", "rustpython"))
help_text = help.__class__.__name__
print(help_text, exit.__class__.__name__, repr(exit)[:10], callable(quit))
