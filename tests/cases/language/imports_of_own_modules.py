import importlib
import sys
from pathlib import Path

Path("helper.py").write_text("print('loading', __name__)\nvalue = 42\n\n\ndef fail():\n    raise RuntimeError('in helper')\n")
Path("package").mkdir()
Path("package/__init__.py").write_text("from .part import thing\n")
Path("package/part.py").write_text("thing = 'from part'\n")
importlib.invalidate_caches()
import helper
import package

print(helper.value, package.thing, helper.__name__, Path(helper.__file__).name, "helper" in sys.modules)
Path("wrong.py").write_text("x = = 1\n")
importlib.invalidate_caches()
try:
    import wrong
except SyntaxError as error:
    print(error.msg, error.lineno, Path(error.filename).name)
try:
    from helper import nothing
except ImportError as error:
    print(str(error).split(" (")[0])
try:
    import package.nowhere
except ModuleNotFoundError as error:
    print(error)
print(importlib.import_module("json").loads("[1]"), importlib.reload(helper).value)
