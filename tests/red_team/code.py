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

## methods_of_other_types
#: prints ended
import gc
seen, queue = set(), [object]
while queue:
    kind = queue.pop()
    if kind not in seen:
        seen.add(kind)
        queue.extend(type.__subclasses__(kind))
for kind in sorted(seen, key=lambda kind: kind.__name__):
    for name, method in list(vars(kind).items()):
        if type(method).__name__ not in ("method_descriptor", "wrapper_descriptor", "getset_descriptor", "member_descriptor"):
            continue
        for other in (object(), 5, "x", type):
            if isinstance(other, kind):
                continue
            try:
                method(other) if callable(method) else method.__get__(other, type(other))
            except BaseException:
                pass
print("ended")

## objects_that_nobody_has_set_up
#: status crashed ok
seen, queue = set(), [object]
while queue:
    kind = queue.pop()
    if kind not in seen:
        seen.add(kind)
        queue.extend(type.__subclasses__(kind))
for kind in sorted(seen, key=lambda kind: kind.__name__):
    try:
        thing = kind.__new__(kind)
    except BaseException:
        continue
    for use in (repr, str, hash, len, iter, bool, dir, int, float, bytes, lambda thing: next(thing), lambda thing: thing[0],
        lambda thing: thing == thing,
                lambda thing: thing < thing, lambda thing: thing + thing, lambda thing: thing.__reduce_ex__(4),
                    lambda thing: thing.__sizeof__(),
                lambda thing: memoryview(thing), lambda thing: 0 in thing, lambda thing: list(zip(thing, range(3))),
                    lambda thing: format(thing)):
        try:
            use(thing)
        except BaseException:
            pass
print("ended")

## objects_that_are_set_up_again
#: status exception ok
import collections, functools, io, itertools
items = [1] * 100
for item in items:
    items.__init__(())
stream = io.BytesIO(b"x" * 100)
view = stream.getbuffer()
try:
    stream.__init__(b"")
    print("REACHED", bytes(view[90:]))
except (BufferError, ValueError):
    pass
row = collections.deque(range(100))
walk = iter(row)
next(walk)
row.__init__(maxlen=1)
for thing in (functools.partial(print), io.StringIO("x"), io.BufferedReader(io.BytesIO()), io.TextIOWrapper(io.BytesIO()), property(),
    super(int, 1), ValueError(), map(abs, [])):
    for arguments in ((), (thing,), (None, None), (1, 2, 3, 4)):
        try:
            thing.__init__(*arguments)
            repr(thing)
        except Exception:
            pass
next(walk)

## iterators_that_are_told_where_they_are
#: prints ended
import array, collections, itertools
for make in (lambda: iter([1, 2]), lambda: iter((1, 2)), lambda: iter("ab"), lambda: iter(b"ab"), lambda: iter(bytearray(2)),
    lambda: iter(range(2)), lambda: iter(range(10**30)),
             lambda: reversed([1, 2]), lambda: iter(array.array("q", (1, 2))), lambda: iter(collections.deque((1, 2))),
                 lambda: itertools.count(), lambda: itertools.cycle("ab"),
             lambda: itertools.islice("abc", 2), lambda: itertools.product("ab", repeat=2), lambda: itertools.permutations("abc"),
                 lambda: itertools.combinations("abc", 2),
             lambda: itertools.accumulate("ab"), lambda: itertools.zip_longest("ab"), lambda: itertools.tee("ab")[0],
                 lambda: enumerate("ab"), lambda: iter(memoryview(b"ab"))):
    for state in (2**63 - 1, -2**63, 2**31, -1, 2**100, None, (), (9, 9), [2**40] * 3, ((2**40,) * 2,), "x", (b"x", 1)):
        thing = make()
        try:
            thing.__setstate__(state)
        except Exception:
            pass
        for use in (lambda: next(thing), lambda: thing.__length_hint__(), lambda: thing.__reduce__(), lambda: next(thing)):
            try:
                use()
            except (Exception, StopIteration):
                pass
print("ended")

## answers_of_the_wrong_type
#: prints ended
answers = (None, 5, -1, 2**64, "x", b"x", 1.5, float("nan"), (), [], {}, object(), type, NotImplemented, ..., iter(()))
names = (
    "str repr bytes format hash bool len length_hint int float complex index iter next reversed contains getitem "
    "missing call enter add radd iadd neg lt eq dir sizeof reduce reduce_ex copy getnewargs_ex getstate round trunc "
    "floor fspath await aiter anext buffer divmod pow instancecheck subclasscheck class_getitem mro_entries getattr "
    "getattribute class dict doc module slots set_name annotations match_args "
).split()
uses = (str, repr, bytes, format, hash, bool, len, list, int, float, complex, bin, iter, next, reversed, dir, round, memoryview, divmod,
    lambda x: 1 in x, lambda x: x[0], lambda x: x(), lambda x: x + x,
        lambda x: 1 + x, lambda x: x < x, lambda x: x == 1, lambda x: {x}, lambda x: "%s %d" % (x, x), lambda x: f"{x:5}", lambda x: x.y,
            lambda x: isinstance(1, x), lambda x: type("A", (x,), {}),
        lambda x: __import__("copy").copy(x), lambda x: __import__("os").fspath(x), lambda x: range(x), lambda x: [1][x], lambda x: "x" * x,
            lambda x: sum(x), lambda x: [*x, *x], lambda x: print(**x), lambda x: pow(2, x, x))
calls = 0
def lie(*arguments):
    global calls
    calls += 1
    if calls % 20 == 0:
        raise StopIteration if name in ("next", "anext") else IndexError
    return answer
for name in names:
    for answer in answers:
        try:
            thing = type("Liar", (), {f"__{name}__": lie})()
        except Exception:
            continue
        for use in uses:
            try:
                use(thing)
            except BaseException:
                pass
print("ended")

## attributes_that_classes_must_not_have
#: prints ended
answers = (None, 5, "x", b"x", (), (1,), {}, object(), type, [], lambda *arguments: 1, property(lambda self: 1 / 0))
names = (
    "__class__ __dict__ __doc__ __module__ __qualname__ __slots__ __weakref__ __bases__ __mro__ __name__ "
    "__annotations__ __type_params__ __classcell__ __abstractmethods__ __match_args__ __init_subclass__ "
    "__set_name__ __new__ __init__ __del__ __prepare__ mro __text_signature__ __firstlineno__ __static_attributes__ "
).split()
for name in names:
    for answer in answers:
        for base in (object, type, int, Exception, dict):
            try:
                kind = type("A", (base,), {name: answer})
                thing = kind.__new__(kind, *(("x", (), {}) if base is type else ()))
                repr(thing), dir(thing), vars(thing), isinstance(thing, kind), type("B", (kind,), {}), hash(kind), repr(kind)
            except BaseException:
                pass
print("ended")

## order_of_bases_that_lies
#: prints ended
for answer in ([], [int], [int, object], [object, int, str], None, 5, [5], ["x"], [object] * 10_000, (type,), [type, object],
    iter([object])):
    class Meta(type):
        def mro(cls):
            return answer
    try:
        class A(metaclass=Meta):
            pass
        repr(A()), A().x
    except Exception:
        pass
    try:
        class Late(type):
            def mro(cls):
                cls.__bases__ = (dict,)
                return type.mro(cls)
        class B(metaclass=Late):
            pass
        B().keys()
    except Exception:
        pass
print("ended")

## namespaces_that_lie
#: prints ended
class Names(dict):
    def __getitem__(self, name):
        raise {"a": KeyError, "b": SystemError}.get(name, ValueError)(name)
    def __setitem__(self, name, value):
        self.clear()
    def __missing__(self, name):
        return self
    def __contains__(self, name):
        return 1 / 0
    def get(self, *arguments):
        return 5
for action in (lambda: exec("a = b\nb", Names()), lambda: exec("a = b\nb", {}, Names()), lambda: eval("[b for b in a]", Names()),
    lambda: type("A", (), Names(a=1))().a,
               lambda: type("B", (), {"__slots__": Names(a=1)})().a, lambda: exec("class C: x = a", {"__builtins__": Names()}),
                   lambda: exec("import js", {"__builtins__": Names()}),
               lambda: "{a} {b[0]} {c.d}".format_map(Names()), lambda: exec("global a; a = 1; del a", Names()),
                   lambda: exec("print(1)", {"__builtins__": 5}),
               lambda: exec("raise ValueError", {"__name__": object(), "__builtins__": None})):
    try:
        action()
    except BaseException:
        pass
class Meta(type):
    __prepare__ = classmethod(lambda *arguments: 5)
try:
    class D(metaclass=Meta):
        pass
except TypeError:
    print("ended")

## slots_of_other_classes
#: raises TypeError
class A:
    __slots__ = ("a", "b", "c")
class B:
    __slots__ = ("a",)
thing = B()
for descriptor in (A.a, A.b, A.c):
    for action in (lambda: descriptor.__get__(thing), lambda: descriptor.__set__(thing, 1), lambda: descriptor.__delete__(thing),
        lambda: descriptor.__get__(5), lambda: descriptor.__set__(type, 1)):
        try:
            action()
            print("REACHED", descriptor)
        except (TypeError, AttributeError):
            pass
B.b = A.c
thing.b

## classes_that_things_change_into
#: prints ended
import types
class I(int): pass
class S(str): pass
class E(Exception): pass
class D(dict): pass
class T(type): pass
class M(types.ModuleType): pass
class P: pass
class Q:
    __slots__ = ("a", "b")
class R:
    __slots__ = ("b", "a", "__dict__")
things = (I(1), S("x"), E(), D(), T("X", (), {}), M("x"), P(), Q(), R(), print, len, types, 5, "x", None, [], (lambda: 0), object())
for thing in things:
    for kind in (*map(type, things), bool, bytes, type(None), types.FunctionType, types.FrameType, types.CodeType):
        try:
            thing.__class__ = kind
        except (TypeError, AttributeError):
            continue
        for use in (repr, str, hash, len, dir, lambda thing: thing + thing, lambda thing: thing.a, lambda thing: vars(thing),
            lambda thing: thing(), lambda thing: thing.__init__()):
            try:
                use(thing)
            except Exception:
                pass
print("ended")

## generators_that_are_taken_apart
#: status exception ok
import sys, types
def generator():
    try:
        got = yield sys._getframe()
        while True:
            got = yield got
    finally:
        yield "late"
for action in (lambda g, f: f.clear(), lambda g, f: g.close(), lambda g, f: g.throw(GeneratorExit), lambda g,
    f: g.throw(ValueError, None, None), lambda g, f: g.throw(5),
               lambda g, f: f.f_locals.update(got=g), lambda g, f: setattr(f, "f_lineno", 1), lambda g, f: setattr(f, "f_trace", g),
                   lambda g, f: setattr(g, "__name__", 5),
               lambda g, f: g.__class__, lambda g, f: types.coroutine(lambda: g)(), lambda g, f: g.send(g), lambda g,
                   f: g.gi_frame.f_back.clear()):
    machine = generator()
    frame = next(machine)
    for _ in range(3):
        try:
            action(machine, frame)
            next(machine)
        except BaseException:
            pass
    del machine
frame.clear()

## coroutines_that_nobody_awaits
#: status exception ok
import sys
import types
@types.coroutine
def one():
    yield 1
async def never():
    try:
        await one()
    finally:
        await one()
async def values():
    try:
        yield 1
        await never()
    finally:
        yield 2
sys.set_asyncgen_hooks(firstiter=lambda thing: 1 / 0, finalizer=lambda thing: thing.aclose().send(None))
for make in (never, lambda: values().__anext__(), lambda: values().asend(1), lambda: values().athrow(ValueError), lambda: values().aclose(),
    lambda: never().__await__()):
    for action in (lambda thing: thing.send(None), lambda thing: thing.close(), lambda thing: thing.throw(ValueError),
        lambda thing: thing.send(5), lambda thing: next(thing), lambda thing: None):
        thing = make()
        for _ in range(3):
            try:
                action(thing)
            except BaseException:
                pass
        del thing

## decoders_that_lie
#: prints ended
import codecs, io
for answer in (None, 5, ("x",), ("x", 2**62), ("x", -2**62), (5, 1), (b"x", 3), ("x", "x"), ("\udc00", 3), ("x" * 10, 3)):
    codecs.register_error("liar", lambda error: answer)
    for action in (lambda: b"a\xff\xfe".decode("utf-8", "liar"), lambda: "a\udc00\u1234".encode("ascii", "liar"),
        lambda: "a\u1234".translate({97: answer}), lambda: b"\xff".decode("utf-16", "liar"),
                   lambda: b"\\x".decode("unicode_escape", "liar"), lambda: "\udc00".encode("utf-8", "liar"),
                       lambda: b"+//".decode("utf-7", "liar"), lambda: codecs.charmap_decode(b"ab", "liar", {97: answer})):
        try:
            action()
        except Exception:
            pass
    codecs.register(lambda name: answer if name == "liar" else None)
    try:
        "x".encode("liar")
    except Exception:
        pass
    class Decoder(codecs.IncrementalDecoder):
        decode = getstate = setstate = reset = lambda *arguments: answer
    try:
        reader = io.TextIOWrapper(io.BytesIO(b"x\r\ny"), encoding="utf-8")
        reader._decoder = Decoder()
        reader.read(1), reader.tell(), reader.seek(2**40), io.IncrementalNewlineDecoder(Decoder(), True).decode(b"x")
    except Exception:
        pass
print("ended")

## streams_that_lie
#: prints ended
import io
for answer in (None, -1, 2**40, -2**63, 2**100, "x", b"x" * 100_000, 1.5, (), object()):
    class Raw(io.RawIOBase):
        readable = writable = seekable = lambda self: True
        readinto = write = seek = tell = truncate = fileno = read = readall = lambda *arguments: answer
    for make in (io.BufferedReader, io.BufferedWriter, io.BufferedRandom, lambda raw: io.BufferedRWPair(raw, raw),
        lambda raw: io.TextIOWrapper(io.BufferedRandom(raw)), io.TextIOWrapper):
        for use in (lambda file: file.read(5), lambda file: file.readline(), lambda file: file.peek(5),
            lambda file: file.write(b"x" * 10_000), lambda file: file.write("x" * 10_000), lambda file: file.seek(5),
                    lambda file: file.tell(), lambda file: file.flush(), lambda file: file.readinto(bytearray(5)),
                        lambda file: file.truncate(), lambda file: file.detach(), lambda file: next(file)):
            try:
                use(make(Raw()))
            except BaseException:
                pass
print("ended")

## buffers_that_change_hands
#: prints ended
import array, io
class Lender:
    def __init__(self):
        self.data = bytearray(100)
    def __buffer__(self, flags):
        return memoryview(self.data)
    def __release_buffer__(self, view):
        view.release()
        self.data.clear()
lender = Lender()
view = memoryview(bytearray(100))
class Index:
    def __index__(self):
        view.release()
        return 1
for action in (lambda: memoryview(lender)[99], lambda: bytes(lender), lambda: bytearray(lender), lambda: b"".join([lender]),
    lambda: io.BytesIO().write(lender), lambda: array.array("b").frombytes(lender),
               lambda: view[Index()], lambda: view.cast("B", [Index(), 100]), lambda: view[:Index()],
                   lambda: memoryview(b"x" * 8).cast("B", [2**40, 2**24]), lambda: memoryview(b"x" * 8).cast("B", [-1, -8]),
               lambda: bytearray(b"xy").extend(iter(lambda: 1, 1)), lambda: __import__("struct").pack_into("b", lender, Index(), 1),
                   lambda: lender.data.__iadd__(lender.data), lambda: array.array("b", b"xy").__imul__(2**40),
               lambda: memoryview(array.array("q", [1])).cast("c").cast("f").tolist(),
                   lambda: memoryview(memoryview(b"abc")[::-1])[::2].tobytes(), lambda: memoryview(b"abc").__setitem__(0, 1)):
    try:
        action()
    except BaseException:
        pass
print("ended")

## syntax_errors_that_lie
#: prints ended
import traceback
for number in (0, -1, 2**31, 2**63, -2**63, 2**100, 1.5, None, "x", True):
    for text in ("x", "", None, 5, "x" * 100_000, "é\u0e33\U0001f468" * 10, "\n\n\n", "\0\ud800", b"x"):
        for details in (("main.py", number, number, text, number, number), (number, 1, 1, text), ("main.py", 1, 1, text, number, 1),
            ("main.py", number, 1, text)):
            try:
                traceback.format_exception(SyntaxError("liar", details))
            except Exception:
                pass
print("ended")

## syntax_error_that_lies_to_the_page
#: status exception syntax-error
raise SyntaxError("liar", ("main.py", 2**63, -2**63, "x" * 100_000, -1, 2**31))

## errors_about_text_that_lie
#: prints ended
for number in (0, -1, 5, 2**31, 2**62, -2**62):
    for kind, text in ((UnicodeDecodeError, b"x"), (UnicodeEncodeError, "x"), (UnicodeTranslateError, "x")):
        try:
            error = kind(*(("utf-8",) if kind is not UnicodeTranslateError else ()), text, number, number, "x")
            str(error), repr(error)
            error.start, error.end = -number, number
            str(error)
            error.object = type(text)()
            str(error)
            del error.object
            str(error)
            for name in ("strict", "replace", "backslashreplace", "xmlcharrefreplace", "namereplace", "surrogateescape", "surrogatepass",
                "ignore"):
                __import__("codecs").lookup_error(name)(error)
        except Exception:
            pass
print("ended")

## errors_with_attributes_of_other_kinds
#: raises KeyError
class Liar:
    __getattr__ = __getitem__ = __len__ = __iter__ = __bool__ = __str__ = __eq__ = lambda *arguments: 1 / 0
error = KeyError(Liar())
error.__notes__ = Liar()
error.__cause__ = ImportError(name=Liar(), path=Liar())
error.__cause__.__context__ = AttributeError(name=Liar(), obj=Liar())
error.__cause__.__context__.__cause__ = OSError(Liar(), Liar(), Liar())
error.__cause__.__context__.__cause__.__cause__ = NameError(name=5)
error.__cause__.__context__.__cause__.__cause__.__cause__ = StopIteration(Liar())
raise error

## groups_that_divide_themselves
#: status exception ok
class Liar(ExceptionGroup):
    def derive(self, errors):
        return answer
    def split(self, condition):
        return answer
for answer in (None, 5, ValueError(), (), (None,), (ValueError(), ValueError()), object(), ExceptionGroup("x", [ValueError()])):
    try:
        try:
            raise Liar("x", [ValueError(), TypeError()])
        except* ValueError:
            pass
    except BaseException:
        pass
deep = ValueError()
for _ in range(20_000):
    deep = ExceptionGroup("x", [deep])
try:
    raise deep
except* TypeError:
    pass

## trees_of_anything
#: status crashed ok
import ast
anything = (None, 5, 2**70, "x", b"x", object(), [], [None], [5], ast.Load(), ast.Name("x", ast.Store()), ast.Constant(object()),
    ast.Pass(), "\ud800", "x" * 100_000)
for kind in vars(ast).values():
    if not (isinstance(kind, type) and issubclass(kind, ast.AST)):
        continue
    for thing in anything:
        try:
            node = kind(**{field: thing for field in kind._fields})
            for tree, mode in ((ast.Module([node], []), "exec"), (ast.Expression(node), "eval"), (ast.Module([ast.Expr(node)], []), "exec"),
                (ast.Interactive([node]), "single")):
                try:
                    compile(ast.fix_missing_locations(tree), "x", mode)
                except Exception:
                    pass
        except Exception:
            pass
print("ended")

## tree_that_holds_itself
#: status exception
import ast
tree = ast.parse("[x]", mode="eval")
tree.body.elts.append(tree.body)
compile(tree, "x", "eval")

## trees_at_places_that_are_none
#: status exception ok
import ast
for number in (-1, 0, 2**31, 2**32, 2**63, -2**63, 2**100):
    tree = ast.parse("1 / 0")
    for node in ast.walk(tree):
        for name in ("lineno", "col_offset", "end_lineno", "end_col_offset"):
            if hasattr(node, name):
                setattr(node, name, number)
    try:
        exec(compile(tree, "main.py", "exec"))
    except (ValueError, OverflowError, TypeError):
        pass
    except ZeroDivisionError as error:
        last = error
raise last

## code_whose_flags_lie
#: status crashed exception ok timeout
def f(*a, **k):
    yield a
    return k
def g(a=1, *, b=2):
    return a + b
for code in (f.__code__, g.__code__):
    for bit in range(32):
        try:
            changed = type(f)(code.replace(co_flags=code.co_flags ^ 1 << bit), {})
            thing = changed()
            repr(thing), next(iter(thing), None)
        except Exception:
            pass

## code_with_a_line_table_of_noise
#: status crashed exception ok
def f():
    raise ValueError
for table in (b"", b"\xff" * 100, bytes(range(256)), b"\x80" * 1000, bytes(1000)):
    try:
        f.__code__ = f.__code__.replace(co_linetable=table, co_firstlineno=-2**31, co_filename="x" * 1000, co_name="\n" * 1000,
            co_qualname="\ud800")
        list(f.__code__.co_lines()), list(f.__code__.co_positions())
        f()
    except Exception as error:
        import traceback
        traceback.format_exception(error)
f()

## lines_that_a_program_jumps_to
#: status crashed exception ok timeout
#: seconds 0.3
import sys
def f():
    for a in [1, 2, 3]:
        try:
            with open("main.py") as file:
                b = [c for c in file]
        finally:
            d = 4
    return d
first = f.__code__.co_firstlineno
for line in range(first - 1, first + 10):
    for start in range(first, first + 9):
        def trace(frame, event, argument):
            if event == "line" and frame.f_lineno == start:
                frame.f_trace_opcodes = True
                frame.f_lineno = line
                sys.settrace(None)
            return trace
        try:
            sys.settrace(trace)
            f()
        except BaseException:
            pass
        sys.settrace(None)

## cells_that_are_exchanged
#: status exception ok
def outer():
    a, b = [1], {2: 3}
    def inner():
        return a, b, outer
    return inner
inner = outer()
del inner.__closure__[0].cell_contents
for action in (inner, lambda: setattr(inner.__closure__[1], "cell_contents", inner), lambda: inner.__closure__[1] < inner.__closure__[0],
    lambda: hash(inner.__closure__[0]), lambda: repr(inner.__closure__),
               lambda: setattr(inner, "__code__", outer.__code__), lambda: setattr(inner, "__defaults__", (1,) * 1000),
                   lambda: setattr(inner, "__kwdefaults__", {5: 5}), lambda: setattr(inner, "__dict__", 5),
               lambda: setattr(inner, "__globals__", {}), lambda: setattr(inner, "__closure__", ()),
                   lambda: type(inner)(inner.__code__, {}, closure=(1, 2)),
                   lambda: type(inner)(inner.__code__, {}, closure=inner.__closure__[:1])):
    try:
        action()
    except Exception:
        pass
class A:
    def f(self):
        return __class__, super().__init__()
A.f.__closure__[0].cell_contents = int
A().f()

## containers_that_are_changed_while_they_are_asked
#: prints ended
import array, bisect, collections, functools, heapq, itertools
class Evil:
    def __init__(self, things, action):
        self.things, self.action = things, action
    def __eq__(self, other):
        action, self.action = self.action, lambda things: None
        action(self.things)
        return False
    __lt__ = __gt__ = __le__ = __eq__
    __hash__ = lambda self: 1
for make in (list, collections.deque, set, lambda things: dict.fromkeys(things), lambda things: collections.OrderedDict.fromkeys(things),
    collections.Counter):
    for action in (lambda things: things.clear(), lambda things: things.pop(),
        lambda things: [getattr(things, "append", getattr(things, "add", print))(5) for _ in range(5)],
        lambda things: things.update({n: n for n in range(100)}), lambda things: things.__init__()):
        things = make(())
        evils = [Evil(things, lambda things: None) for _ in range(20)]
        try:
            for evil in evils:
                things.append(evil) if hasattr(things, "append") else things.add(evil) if hasattr(things,
                    "add") else things.__setitem__(evil, 1)
            for evil in evils:
                evil.action = action
        except Exception:
            pass
        other = Evil(things, action)
        for use in (lambda: other in things, lambda: things.index(other), lambda: things.remove(other), lambda: things.count(other),
            lambda: things == make(evils), lambda: things.discard(other), lambda: things.pop(other),
                    lambda: things.insert(1, other), lambda: things.sort(), lambda: heapq.heapify(things), lambda: heapq.heappop(things),
                        lambda: bisect.insort(things, other), lambda: things | {other}, lambda: things & {other},
                    lambda: things.rotate(3), lambda: things.move_to_end(other), lambda: max(things), lambda: things.setdefault(other, 1),
                        lambda: things - {other}, lambda: things < {other}, lambda: sorted(things), lambda: things.intersection([other])):
            try:
                use()
            except Exception:
                pass
print("ended")

## tools_that_call_themselves
#: status exception ok
import functools, itertools, json, re
def again(*arguments):
    return next(machine)
for make in (lambda: map(again, [1, 2]), lambda: filter(again, [1, 2]), lambda: itertools.tee(iter(again, 1))[0],
    lambda: itertools.groupby([1, 2], again), lambda: itertools.accumulate([1, 2], again), lambda: itertools.starmap(again, [(1,)]),
             lambda: itertools.takewhile(again, [1]), lambda: itertools.chain.from_iterable(iter(again, 1)), lambda: zip(iter(again, 1)),
                 lambda: itertools.batched(iter(again, 1), 2), lambda: itertools.cycle(iter(again, 1)), lambda: enumerate(iter(again, 1))):
    machine = make()
    try:
        next(machine)
    except (ValueError, RuntimeError, RecursionError, StopIteration, TypeError):
        pass
@functools.lru_cache(maxsize=2)
def cached(n):
    cached.cache_clear()
    return cached(n + 1) if n < 100 else 0
cached(0)
re.sub("x", lambda match: re.sub("x", lambda match: match.re.sub("x", "y", match.string), match.string), "xxx")
sorted([3, 1], key=functools.cmp_to_key(lambda a, b: sorted([a, b], key=functools.cmp_to_key(lambda a, b: a - b))[0]))
json.dumps({1: 2}, default=json.dumps)
re.Scanner([("x", lambda scanner, found: scanner.scan("x" * 10))]).scan("x")

## regular_expression_of_noise
#: status crashed exception ok timeout
#: seconds 0.3
import random
import _sre
random.seed(5)
for _ in range(2000):
    code = [random.choice((0, 1, 2, 3, 5, 9, 17, 25, 2**31,
        2**32 - 1)) if random.random() < 0.3 else random.randrange(45) for _ in range(random.randrange(30))]
    try:
        _sre.compile("x", 0, code, random.randrange(4), {}, (None,)).search("xxyxx" * 3)
    except Exception:
        pass

## helpers_of_the_library_at_odd_places
#: prints ended
import _codecs, _csv, _json, _random, _struct, _thread, binascii, math, unicodedata, zlib
numbers = (0, -1, 1, 2**31, -2**31, 2**32, 2**63 - 1, -2**63, 2**100)
for number in numbers:
    for action in (lambda: _json.scanstring('"x', number), lambda: _json.scanstring('"x"', number),
        lambda: _json.make_scanner(object())("x", number), lambda: _csv.field_size_limit(number),
        lambda: list(_csv.reader(["x,y"] * 3, quoting=number)),
                   lambda: _struct.calcsize(f"{number}q"), lambda: _struct.unpack_from("q", b"x" * 16, number),
                       lambda: _struct.Struct("q").iter_unpack(b"x" * (number % 1000)), lambda: zlib.compress(b"x", number),
                       lambda: zlib.decompress(b"x", number, number), lambda: zlib.decompressobj(number),
                   lambda: zlib.crc32(b"x", number), lambda: binascii.crc_hqx(b"x", number),
                       lambda: binascii.b2a_hex(b"x" * 10, ":", number),
                       lambda: _random.Random().getrandbits(number % 10_000 if number > 10_000 else number),
                       lambda: _random.Random().setstate((number,) * 625), lambda: _codecs.utf_7_decode(b"+", "strict", number),
                   lambda: unicodedata.name(chr(number)), lambda: math.ldexp(1, number), lambda: math.nextafter(1, 2, steps=number),
                       lambda: _thread.stack_size(number), lambda: "x".center(5, chr(number)), lambda: "abc".find("b", number, -number),
                       lambda: b"abc".replace(b"", b"x", number % 1000),
                   lambda: [1, 2, 3][number:-number:number], lambda: "abc"[::number], lambda: range(number)[::number][number],
                       lambda: slice(number, number, number).indices(2**62), lambda: bytearray(b"abc").insert(number, 1),
                       lambda: [1].insert(number, 1), lambda: int.from_bytes(b"x" * 9).to_bytes(abs(number) % 10_000, signed=True),
                   lambda: zlib.compressobj(number, 8, number, number, number),
                       lambda: zlib.decompressobj().decompress(b"x\x9c\x03\x00\x00\x00\x00\x01", number), lambda: hash((number,) * 3),
                       lambda: round(1.5, number), lambda: float(number).as_integer_ratio()):
        try:
            action()
        except Exception:
            pass
print("ended")

## functions_that_are_called_with_anything
#: prints ended
import io, sys
anything = (None, -1, 2**70, 1.5, "x", b"x", (), [], {}, object(), type, lambda *arguments: 1)
left_out = "input breakpoint exec eval compile print warn displayhook excepthook exit".split()
for name in sorted(sys.builtin_module_names):
    # These wait, end the program, or are ours.
    if name in ("_thread", "faulthandler", "_garter", "atexit", "_asyncio", "_signal", "time", "posix"):
        continue
    try:
        module = __import__(name)
    except BaseException:
        continue
    for key, thing in sorted(vars(module).items()):
        if not callable(thing) or isinstance(thing,
            type) or key in left_out or "set" in key or "hook" in key or "register" in key or "trac" in key:
            continue
        sys.stdout = io.StringIO()
        for first in anything:
            for arguments in ((first,), (first, first), (first, 1, first)):
                try:
                    thing(*arguments)
                except BaseException:
                    pass
sys.stdout = sys.__stdout__
print("ended")

## kinds_that_are_called_with_anything
#: prints ended
anything = (None, -1, 2**70, 1.5, "x", b"x", (), [None], {}, object(), type, lambda *arguments: 1)
seen, queue = set(), [object]
while queue:
    kind = queue.pop()
    if kind not in seen:
        seen.add(kind)
        queue.extend(type.__subclasses__(kind))
for kind in sorted(seen, key=lambda kind: kind.__name__):
    if kind.__module__ in ("_thread", "threading", "site", "_sitebuiltins"):
        continue
    for first in anything:
        for arguments in ((first,), (first, first), (first, 1, first)):
            try:
                repr(kind(*arguments))
            except BaseException:
                pass
print("ended")

## functions_of_ours_that_are_called_with_anything
#: prints ended
import _garter
anything = (None, -1, 2**70, float("nan"), "x", b"x", (), [], {}, object(), "\ud800", "x" * 10_000)
for name, call in sorted(vars(_garter).items()):
    # These wait for the reader, as long as they are told to.
    if not callable(call) or name in ("read_hidden_line", "rest", "next_event"):
        continue
    for first in anything:
        for arguments in ((), (first,), (first, first), (first, first, first), ("x", first, first)):
            try:
                call(*arguments)
            except BaseException:
                pass
print("ended")

## names_that_objects_of_javascript_inherit
#: raises <unknown>.__proto__
import sys, types
module = types.ModuleType("__proto__")
sys.modules["constructor"] = module
for name in ("__proto__", "constructor", "toString", "valueOf", "hasOwnProperty"):
    globals()[name] = sys.modules[name] = name
    open(name, "w").write(name)
exec(compile("def __proto__():\n    raise type('__proto__', (Exception,), {'__module__': None})('__proto__')\n__proto__()", "__proto__",
    "exec"))

## weak_references_that_are_walked
#: status exception ok
import gc, weakref
class A:
    pass
things = [A() for _ in range(100)]
keys = weakref.WeakKeyDictionary((thing, thing) for thing in things)
values = weakref.WeakValueDictionary(enumerate(things))
group = weakref.WeakSet(things)
proxies = [weakref.proxy(thing) for thing in things]
finalizers = [weakref.finalize(thing, things.append, thing) for thing in things]
for key in keys:
    things.clear()
    gc.collect()
for thing in group:
    keys.clear()
    values.clear()
for proxy in proxies:
    try:
        proxy.x, proxy == proxy, bool(proxy), repr(proxy), hash(proxy)
    except (ReferenceError, AttributeError, TypeError):
        pass

## tuples_that_are_not_finished
#: status exception ok
import gc
def values():
    yield 1
    for thing in gc.get_objects():
        if type(thing) in (tuple, list) and len(thing) > 2 and thing[0] is marker:
            found.append(thing)
            hash(thing) if type(thing) is tuple else thing.clear()
    yield 2
found, marker = [], object()
tuple((marker, *values(), *values()))
[marker, *values()]
dict.fromkeys(values())
"".join(map(str, values()))
for thing in gc.get_referrers(marker):
    repr(thing)[:10], len(thing)
