# Thousands of constants, names, functions, methods and comprehensions in one piece of code.
import types

COUNT = 3_000

source = "\n".join(
    [f"name_{n} = {n} + 1" for n in range(COUNT)]
    + [f"def function_{n}(a):\n    return a + {n}.5" for n in range(COUNT)]
    + [f"squares_{n} = [x * {n} for x in range(3) if x]" for n in range(COUNT)]
    + ["class Long:"]
    + [f"    def method_{n}(self): return '{n}'" for n in range(COUNT)]
    + ["def outer():\n    free = 1"]
    + [f"    def inner_{n}(): return free + {n}" for n in range(COUNT)]
    + ["    return inner_0() + inner_%d()" % (COUNT - 1)]
    + ["def declares():\n    global name_0, declared\n    name_0, declared = 'changed', 'new'"]
)
names = {}
exec(compile(source, "long.py", "exec"), names)
last = COUNT - 1
print(names[f"name_{last}"], names[f"function_{last}"](1), names[f"squares_{last}"])
print(getattr(names["Long"](), f"method_{last}")(), names["outer"]())
names["declares"]()
print(names["name_0"], names["declared"])


# A constant is there once, whatever it is; those that differ in kind or sign are not the same.
def constants(text):
    values = compile(text, "constants", "exec").co_consts
    return [value for value in values if not isinstance(value, (types.CodeType, types.NoneType))]


for text in [
    "a = 1.5; b = 1.5; c = 'text'; d = 'text'; e = b'text'; f = b'text'",
    "a = 1000; b = 1000.0; c = True; d = 1000j; e = 1000",
    "a = 0.0; b = -0.0; c = 0.0",
    "a = (1000, 2.5); b = (1000, 2.5); c = (1000.0, 2.5)",
    "a in {1000, 2000, 3000}; a in {3000, 2000, 1000}; a in {1000, 2000}",
    "a = x[1000:2000]; b = x[1000:2000]; c = x[1000:3000]",
    "a = lambda: 1; b = lambda: 1",
]:
    print(len(constants(text)), text)
