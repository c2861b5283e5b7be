# promise: byte code and objects built by hand may crash the worker, and no more; the next program runs

## byte_code_of_noise
#: status crashed exception ok timeout
f = lambda: 0
f.__code__ = f.__code__.replace(co_code=bytes(range(256)) * 8)
f()

## byte_code_that_underflows_the_stack
#: status crashed exception ok timeout
import dis
f = lambda: 0
f.__code__ = f.__code__.replace(co_code=bytes([dis.opmap["POP_TOP"], 0]) * 100)
f()

## byte_code_with_constants_out_of_range
#: status crashed exception ok timeout
import dis
f = lambda: 0
f.__code__ = f.__code__.replace(co_code=bytes([dis.opmap.get("LOAD_CONST", 1), 255, dis.opmap["RETURN_VALUE"], 0]), co_consts=())
print(f())

## byte_code_with_names_out_of_range
#: status crashed exception ok timeout
import dis
f = lambda: 0
f.__code__ = f.__code__.replace(co_code=bytes([dis.opmap["LOAD_GLOBAL"], 255, dis.opmap["RETURN_VALUE"], 0]), co_names=())
print(f())

## byte_code_that_jumps_out
#: status crashed exception ok timeout
import dis
f = lambda: 0
f.__code__ = f.__code__.replace(co_code=bytes([dis.opmap["JUMP_FORWARD"], 255]) * 4)
f()

## byte_code_that_jumps_back_for_ever
#: seconds 0.3
#: status crashed exception timeout
import dis
f = lambda: 0
f.__code__ = f.__code__.replace(co_code=bytes([dis.opmap["RESUME"], 0, dis.opmap["JUMP_BACKWARD"], 2]) * 2)
f()

## byte_code_with_extended_arguments
#: status crashed exception ok timeout
import dis
f = lambda: 0
f.__code__ = f.__code__.replace(co_code=bytes([dis.opmap["EXTENDED_ARG"], 255] * 4 + [dis.opmap["LOAD_FAST"], 255]))
f()

## code_with_a_wrong_stack_size
#: status crashed exception ok memory
f = lambda a, b, c: [a, b, c, [a, [b, [c]]]]
f.__code__ = f.__code__.replace(co_stacksize=0)
print(f(1, 2, 3))

## code_with_a_huge_stack_size
#: status crashed exception ok memory
f = lambda: 0
f.__code__ = f.__code__.replace(co_stacksize=2**31 - 1)
f()

## code_with_a_wrong_number_of_names
#: status crashed exception ok
f = lambda a, b: a + b
f.__code__ = f.__code__.replace(co_varnames=("a",), co_nlocals=1)
print(f(1, 2))

## code_with_a_wrong_number_of_arguments
#: status crashed exception ok
f = lambda: 0
f.__code__ = f.__code__.replace(co_argcount=2**31 - 1)
f()

## code_with_an_exception_table_of_noise
#: status crashed exception ok timeout
def f():
    raise ValueError
f.__code__ = f.__code__.replace(co_exceptiontable=b"\xff" * 64)
f()

## code_made_from_nothing
#: status crashed exception ok
import types
code = types.CodeType(0, 0, 0, 0, 1, 0, b"\x00\x00", (), (), (), "x", "x", "x", 1, b"", b"", (), ())
exec(code)

## code_of_one_function_with_the_cells_of_another
#: status crashed exception ok
def outer():
    cell = 1
    return lambda: cell
inner = outer()
import types
f = types.FunctionType(inner.__code__, {}, "f", None, (types.CellType(),))
print(f())

## code_whose_cells_are_missing
#: status crashed exception ok
def outer():
    cell = 1
    def inner():
        return cell
    return inner
code = outer().__code__
exec(code)

## code_with_constants_of_other_types
#: status crashed exception ok
f = lambda: "".join(["a"])
f.__code__ = f.__code__.replace(co_consts=tuple(object() for _ in range(8)))
print(f())

## marshal_of_noise
#: status exception
import marshal
for length in range(64):
    try:
        marshal.loads(b"\xe3" + bytes(range(length)))
    except (ValueError, EOFError, TypeError, MemoryError):
        pass
marshal.loads(b"\xff")

## marshal_of_code_of_noise
#: status crashed exception ok timeout
import marshal
data = bytearray(marshal.dumps((lambda: 0).__code__))
for at in range(len(data)):
    for value in (0, 127, 255):
        changed = bytes(data[:at]) + bytes([value]) + bytes(data[at + 1:])
        try:
            marshal.loads(changed)
        except Exception:
            pass

## marshal_that_announces_too_much
#: status crashed exception memory
import marshal
for kind in b"([<>s{u":
    try:
        marshal.loads(bytes([kind]) + b"\xff\xff\xff\x7f")
    except (ValueError, EOFError, TypeError):
        pass
raise ValueError

## marshal_that_nests
#: status crashed exception
import marshal
marshal.loads(b"(\x01\x00\x00\x00" * 1_000_000)

## pickle_of_noise
#: status exception
import pickle
pickle.loads(b"\x80\x04\x95\xff\xff\xff\xff\xff\xff\xff\x7f.")

## struct_out_of_bounds
#: status exception
import struct
struct.pack_into("q", bytearray(4), 2**62, 1)

## memoryview_out_of_bounds
#: prints ended
view = memoryview(bytearray(8))
for index in (8, -9, 2**31, 2**63, -2**63):
    try:
        view[index] = 1
        print("REACHED", index)
    except (IndexError, OverflowError):
        pass
try:
    view[6:].cast("q")
    print("REACHED")
except TypeError:
    print("ended")

## memoryview_of_a_buffer_that_shrinks
#: raises BufferError
data = bytearray(1000)
view = memoryview(data)
data.clear()
print("REACHED", view[500])

## memoryview_that_outlives_its_array
#: status exception ok
import array
data = array.array("q", range(1000))
view = memoryview(data)
try:
    del data[:]
    data.extend(range(5))
    print("REACHED", view[999])
except BufferError:
    raise

## list_that_changes_while_it_is_sorted
#: status exception ok
items = list(range(1000))
def key(item):
    items.clear()
    return item
items.sort(key=key)

## list_that_changes_while_it_is_compared
#: status exception ok
class Evil:
    def __eq__(self, other):
        items.clear()
        return False
items = [Evil() for _ in range(100)]
print(items == [Evil() for _ in range(100)], items.count(1), 1 in items)

## dict_that_changes_while_it_is_walked
#: raises RuntimeError
items = dict.fromkeys(range(100))
for item in items:
    items[item + 1000] = 1

## dict_whose_keys_change_it
#: status exception ok
class Key:
    def __hash__(self):
        return 1
    def __eq__(self, other):
        items.clear()
        return False
items = {}
for _ in range(10):
    items[Key()] = 1

## set_that_changes_while_it_is_updated
#: status exception ok
class Key:
    def __hash__(self):
        items.clear()
        return 1
items = set(range(100))
items |= {Key()}
items ^= {Key(), 2}

## buffer_that_changes_while_it_is_read
#: status exception ok
import io
class Evil(io.RawIOBase):
    def readable(self):
        return True
    def readinto(self, buffer):
        buffer[:] = b"x" * len(buffer)
        return 2**40
print(io.BufferedReader(Evil()).read(10))

## index_that_lies
#: status exception ok
class Evil:
    def __index__(self):
        data.clear()
        return 500
data = bytearray(1000)
data[Evil()] = 1

## length_that_lies
#: status exception
class Evil:
    def __len__(self):
        return 2**63
    def __length_hint__(self):
        return 2**62
    def __iter__(self):
        return iter(())
print(list(Evil()))
len(Evil())

## class_that_changes_its_bases
#: raises TypeError
class A: pass
class B(A): pass
A.__bases__ = (B,)

## class_that_changes_under_its_instance
#: raises TypeError
class A:
    __slots__ = "a", "b", "c"
thing = A()
thing.__class__ = int

## types_of_the_interpreter_cannot_be_changed
#: raises TypeError
int.__add__ = lambda a, b: 5

## weak_references_that_call_back
#: status exception ok
import weakref
class A: pass
things = [A() for _ in range(100)]
references = [weakref.ref(thing, lambda _: things.clear()) for thing in things]
del things[0]
things.clear()

## objects_that_come_back_to_life
#: status exception ok
graveyard = []
class Zombie:
    def __del__(self):
        graveyard.append(self)
for _ in range(100):
    Zombie()
graveyard.clear()

## garbage_that_refers_to_itself
#: status ok
import gc
class A:
    def __del__(self):
        self.me = self
for _ in range(1000):
    a = A()
    a.me = a
gc.collect()

## generator_that_runs_itself
#: raises ValueError
def generator():
    yield next(me)
me = generator()
next(me)

## frame_that_is_cleared_while_it_runs
#: raises RuntimeError
import sys
sys._getframe().clear()

## locals_that_are_written_through
#: status exception ok
import sys
def f():
    x = 1
    sys._getframe().f_locals["x"] = object()
    del sys._getframe().f_locals["x"]
    return x
f()

## interpreter_without_its_modules
#: status exception ok crashed
import sys
sys.modules.clear()
import os

## interpreter_without_its_builtins
#: status exception
import builtins
for name in list(vars(builtins)):
    if not name.startswith("__"):
        delattr(builtins, name)
print(1)

## interpreter_with_other_builtins
#: status exception
import builtins, sys, traceback
builtins.__import__ = lambda *arguments: 1 / 0
sys.stdout = sys.stderr = sys.stdin = None
traceback.TracebackException = None
sys.modules["traceback"] = None
import os

## error_whose_words_fail
#: raises Evil
class Evil(Exception):
    def __str__(self):
        raise self
    __repr__ = __str__
raise Evil

## error_that_is_its_own_cause
#: raises ValueError
error = ValueError()
error.__cause__ = error.__context__ = error
other = TypeError()
error.__context__, other.__context__ = other, error
raise error

## error_with_a_traceback_that_loops
#: raises ValueError
try:
    raise ValueError
except ValueError as error:
    try:
        error.__traceback__.tb_next = error.__traceback__
        print("REACHED")
    except ValueError:
        raise

## error_with_another_class
#: status exception
class Evil(Exception):
    __class__ = property(lambda self: 1 / 0)
    __module__ = property(lambda self: 1 / 0)
    __name__ = 5
raise Evil

## names_of_javascript_in_answers
#: raises constructor.__proto__
raise type("__proto__", (Exception,), {"__module__": "constructor"})("toString")

## huge_words_in_an_error
#: raises ValueError
import sys
sys.excepthook = lambda *arguments: None
raise ValueError("x" * 3_000_000)

## huge_name_of_an_error
#: status exception output-limit
import sys
sys.excepthook = lambda *arguments: None
raise type("x" * 3_000_000, (Exception,), {})

## huge_name_of_a_function
#: status exception output-limit
import sys
sys.excepthook = lambda *arguments: None
exec(compile(f"def {'x' * 3_000_000}(): 1 / 0\n{'x' * 3_000_000}()", "y" * 3_000_000, "exec"))

## error_groups_that_nest
#: status exception output-limit
error = ValueError(1)
for depth in range(500):
    error = ExceptionGroup("x" * 100, [error] * 2)
raise error

## many_causes
#: status exception output-limit
error = None
for number in range(20_000):
    new = ValueError(number)
    new.__cause__ = error
    error = new
raise error

## many_notes
#: seconds 1
#: status exception output-limit timeout
error = ValueError()
error.__notes__ = ["note"] * 1_000_000
raise error
