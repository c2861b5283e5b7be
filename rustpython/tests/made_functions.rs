use crate::printed;

#[test]
fn functions_are_made_with_all_their_names() {
    let source = "\
def outer(n):
    def inner(x, y=n): return x + y
    return inner
f = outer(3)
print(f.__name__, f.__qualname__, f.__module__, f.__builtins__ is print.__self__.__dict__, f(1))
f.__qualname__ = 'other'
print(outer(1).__qualname__, f.__qualname__, repr(f)[:15])
class C:
    def m(self): return (lambda: [g for g in (1,)])
print(C.m.__qualname__, C().m().__qualname__, (x for x in ()).__qualname__)
try: f.__qualname__ = 1
except TypeError as e: print(e)
ns = {'__builtins__': {'len': lambda x: 42}}
exec(\"def h(): return len('')\\nr = h()\", ns)
print(ns['r'])
ns = {}
exec(\"def h(): return len('')\\nr = h()\", ns)
print(ns['r'], '__builtins__' in ns)
print([sum(x * y for x in range(4)) for y in range(3)], [(lambda a=i: a)() for i in range(3)])
";
    assert_eq!(
        printed(source),
        "inner outer.<locals>.inner __main__ True 4\n\
         outer.<locals>.inner other <function other\n\
         C.m C.m.<locals>.<lambda> <genexpr>\n\
         __qualname__ must be set to a string object\n\
         42\n\
         0 True\n\
         [0, 6, 12] [0, 1, 2]\n"
    );
}

#[test]
fn what_functions_and_instances_have_is_found_where_it_is() {
    let source = "\
class A: pass
class B(A):
    @property
    def __class__(self): return 'lie'
class C:
    def __getattribute__(self, name): return 'any ' + name
class D:
    def __getattr__(self, name): return 'other'
class E:
    __class__ = 5
class S:
    __slots__ = ()
def ask(o): return o.__class__
def same(a, b): return a.__class__ is b.__class__
for _ in range(3):
    print([ask(o) for o in (A(), B(), C(), D(), E(), S(), 1, 'a', None, A, int, type, ask, print, (x for x in ()))])
    print(same(A(), A()), same(A(), B()), same(1, True), same([], []))
a = A()
out = []
for n in range(6):
    if n == 2: a.__class__ = D
    if n == 5: a.__dict__['__class__'] = 'in the dict'
    out.append(ask(a))
print(out)
from unittest.mock import Mock
print(ask(Mock(spec=A)), isinstance(Mock(spec=A), A), type(Mock(spec=A)).__name__)
def f(): pass
def g(): pass
f.note = 1
print(vars(f), vars(g), f.__dict__ is f.__dict__, hasattr(g, 'note'))
g.__dict__ = {'note': 2}
print(g.note, f.note)
import functools
@functools.wraps(f)
def h(): pass
print(h.note, h.__wrapped__ is f, sorted(vars(h)))
del f.note
try: f.note
except AttributeError as e: print(e)
try: del f.note
except AttributeError as e: print(e)
import copy, gc
l = lambda: 0
l.me = l
print(copy.copy(l) is l, gc.collect() >= 0)
";
    assert_eq!(
        printed(source),
        "[<class '__main__.A'>, 'lie', 'any __class__', <class '__main__.D'>, 5, <class \
         '__main__.S'>, <class 'int'>, <class 'str'>, <class 'NoneType'>, <class 'type'>, <class \
         'type'>, <class 'type'>, <class 'function'>, <class 'builtin_function_or_method'>, <class \
         'generator'>]\n\
         True False False True\n\
         [<class '__main__.A'>, 'lie', 'any __class__', <class '__main__.D'>, 5, <class \
         '__main__.S'>, <class 'int'>, <class 'str'>, <class 'NoneType'>, <class 'type'>, <class \
         'type'>, <class 'type'>, <class 'function'>, <class 'builtin_function_or_method'>, <class \
         'generator'>]\n\
         True False False True\n\
         [<class '__main__.A'>, 'lie', 'any __class__', <class '__main__.D'>, 5, <class \
         '__main__.S'>, <class 'int'>, <class 'str'>, <class 'NoneType'>, <class 'type'>, <class \
         'type'>, <class 'type'>, <class 'function'>, <class 'builtin_function_or_method'>, <class \
         'generator'>]\n\
         True False False True\n\
         [<class '__main__.A'>, <class '__main__.A'>, <class '__main__.D'>, <class '__main__.D'>, \
         <class '__main__.D'>, <class '__main__.D'>]\n\
         <class '__main__.A'> True Mock\n\
         {'note': 1} {} True False\n\
         2 1\n\
         1 True ['__wrapped__', 'note']\n\
         'function' object has no attribute 'note'\n\
         'function' object has no attribute 'note'\n\
         True True\n"
    );
}
