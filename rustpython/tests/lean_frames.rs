use crate::printed;

#[test]
fn frames_are_left_with_all_that_they_have_got() {
    let source = "\
import sys
# Frames that have got more than locals: a frame object, a mapping, a tracer, an exception.
kept = []
class Late:
    def __init__(self, name): self.name = name
    def __del__(self): print('del', self.name, sys._getframe(1).f_code.co_name)
def plain(a, b): return a + b
def framed(a):
    kept.append(sys._getframe())
    return a
def mapped(a):
    b = locals()
    a = 2
    return b
def caught(a):
    try: raise ValueError(a)
    except ValueError as e:
        return e.args, sys.exc_info()[0]
def dies(name):
    late = Late(name)
    return plain(1, 2)
def closes(a):
    def inner(): return a
    a = a + 1
    return inner
def rebinds(a, a2):
    a = a2 = None
    return a
def deep(n): return 0 if n == 0 else 1 + deep(n - 1)
def out_of(n):
    try: return 1 + out_of(n + 1)
    except RecursionError: return 0
for n in range(4):
    print(plain(n, 1000), framed(n), mapped(n), caught(n), closes(n)(), rebinds(Late('argument'), n))
    dies('local')
print([f.f_locals['a'] for f in kept], kept[0].f_back is sys._getframe(), sys.exc_info())
print(deep(200), [deep(n) for n in (36, 37, 38, 150, 151)], out_of(0) > 500, deep(300))
for method in (plain, deep):
    for wrong in ((), (1,), (1, 2), (1, 2, 3)):
        try: print(method(*wrong))
        except TypeError as e: print(e)
def changed(a): return a
for n in range(6):
    if n == 3: changed.__code__ = (lambda a: -a).__code__
    if n == 5: changed.__defaults__ = (7,); print(changed())
    print(changed(n), end=' ')
print()
def generator(a):
    yield a
    yield plain(a, 1)
print([list(generator(n)) for n in range(3)])
def raises(n):
    if n: return raises(n - 1)
    raise KeyError(n)
for n in range(3):
    try: raises(3)
    except KeyError as e:
        t, lines = e.__traceback__, []
        while t: lines.append((t.tb_frame.f_code.co_name, t.tb_lineno)); t = t.tb_next
        print(lines)
lines = []
def tracer(frame, event, arg):
    lines.append((frame.f_code.co_name, event)); return tracer
def traced():
    sys.settrace(tracer)
    plain(1, 2)
    sys.settrace(None)
    return plain(3, 4)
for n in range(3): print(traced(), len(lines), lines[:2])
class C:
    count = 0
    def __init__(self, n): self.n = n; C.count = C.count + 1
    def up(self): self.n = self.n + 1; return self
for n in range(4): print(C(n).up().up().n, C.count, end=' ')
print()
";
    assert_eq!(
        printed(source),
        "del argument rebinds\n\
         1000 0 {'a': 0} ((0,), <class 'ValueError'>) 1 None\n\
         del local <module>\n\
         del argument rebinds\n\
         1001 1 {'a': 1} ((1,), <class 'ValueError'>) 2 None\n\
         del local <module>\n\
         del argument rebinds\n\
         1002 2 {'a': 2} ((2,), <class 'ValueError'>) 3 None\n\
         del local <module>\n\
         del argument rebinds\n\
         1003 3 {'a': 3} ((3,), <class 'ValueError'>) 4 None\n\
         del local <module>\n\
         [0, 1, 2, 3] True (None, None, None)\n\
         200 [36, 37, 38, 150, 151] True 300\n\
         plain() missing 2 required positional arguments: 'a' and 'b'\n\
         plain() missing 1 required positional argument: 'b'\n\
         3\n\
         plain() takes 2 positional arguments but 3 were given\n\
         deep() missing 1 required positional argument: 'n'\n\
         1\n\
         deep() takes 1 positional argument but 2 were given\n\
         deep() takes 1 positional argument but 3 were given\n\
         0 1 2 -3 -4 -7\n\
         -5 \n\
         [[0, 1], [1, 2], [2, 3]]\n\
         [('<module>', 56), ('raises', 53), ('raises', 53), ('raises', 53), ('raises', 54)]\n\
         [('<module>', 56), ('raises', 53), ('raises', 53), ('raises', 53), ('raises', 54)]\n\
         [('<module>', 56), ('raises', 53), ('raises', 53), ('raises', 53), ('raises', 54)]\n\
         7 3 [('plain', 'call'), ('plain', 'line')]\n\
         7 6 [('plain', 'call'), ('plain', 'line')]\n\
         7 9 [('plain', 'call'), ('plain', 'line')]\n\
         2 1 3 2 4 3 5 4 \n"
    );
}

#[test]
fn names_and_defaults_fill_the_places_that_are_left() {
    let source = "\
def f(a, b=2, c=3): return a, b, c
def only(a, /, b, c=5): return a, b, c
def k(a, *, key=None, other=4): return a, key, other
def many(a, b=1, *args, c=2, **rest): return a, b, args, c, rest
class C:
    def __init__(self, x, y=0, *, z=1): self.x, self.y, self.z = x, y, z
    def m(self, a, b=7): return self.x, a, b
    def d(self, values=[]): values.append(self.x); return values
    @classmethod
    def c(cls, n=1): return cls(n).x
    @staticmethod
    def s(n=1): return n
c = C(5)
def calls():
    yield lambda: f(1); yield lambda: f(1, 9); yield lambda: f(1, c=9); yield lambda: f(a=1, c=2); yield lambda: f(c=1, b=2, a=3)
    yield lambda: f(); yield lambda: f(1, a=2); yield lambda: f(1, d=2); yield lambda: f(1, 2, 3, 4); yield lambda: f(b=1); yield lambda: f(1, 2, 3, c=4)
    yield lambda: only(1, 2); yield lambda: only(1, b=2); yield lambda: only(a=1, b=2); yield lambda: only(1, c=2, b=3); yield lambda: only(1)
    yield lambda: k(1); yield lambda: k(1, key=2); yield lambda: k(1, 2); yield lambda: k(1, other=3, key=2); yield lambda: k(a=1)
    yield lambda: many(1); yield lambda: many(1, 2, 3, c=4, d=5); yield lambda: many(b=2, a=1)
    yield lambda: c.m(1); yield lambda: c.m(1, b=2); yield lambda: c.m(b=1, a=2); yield lambda: c.m(); yield lambda: c.m(1, self=2)
    yield lambda: C(1).y; yield lambda: C(1, y=2).y; yield lambda: C(x=1, z=3).z; yield lambda: C(); yield lambda: C(1, w=2)
    yield lambda: C.c(); yield lambda: C.c(n=2); yield lambda: c.s(); yield lambda: C.s(n=3); yield lambda: C.m(c, 1)
for i, call in enumerate(calls()):
    got = []
    for _ in range(5):
        try: r = call()
        except TypeError as e: r = str(e)
        if r not in got: got.append(r)
    print(i, *got)
print([c.d() for _ in range(3)][-1])
def changing(a, b=1): return a, b
out = []
for n in range(9):
    if n == 3: changing.__defaults__ = (5, 6)
    if n == 5: changing.__defaults__ = None
    if n == 7: changing.__defaults__ = ('x',)
    try: out.append(changing(n) if n != 4 else changing())
    except TypeError as e: out.append(str(e))
print(out)
class Late:
    def __del__(self): print('gone', end=' ')
def takes(a, b=None, c=None): return 1
for _ in range(3): takes(Late(), c=Late())
print()
def wide(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, b0=10, b1=11, b2=12, b3=13, b4=14, b5=15, b6=16, b7=17, b8=18): return a0, a9, b0, b8
for _ in range(3): print(wide(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, b8=1), wide(*range(10)), wide(0, 1, 2, 3, 4, 5, a9=9, a8=8, a7=7, a6=6, b0='x'))
name = 'b'
for _ in range(3): print(f(1, **{name: 2}), f(*[1], c=name + 'c'))
def fact(n, acc=1): return acc if n < 2 else fact(n - 1, acc=acc * n)
print(fact(20), fact(25))
def deepest(n=0):
    try: return deepest(n=n + 1)
    except RecursionError: return n
print(deepest() > 300)
";
    assert_eq!(
        printed(source),
        "0 (1, 2, 3)\n\
         1 (1, 9, 3)\n\
         2 (1, 2, 9)\n\
         3 (1, 2, 2)\n\
         4 (3, 2, 1)\n\
         5 f() missing 1 required positional argument: 'a'\n\
         6 f() got multiple values for argument 'a'\n\
         7 f() got an unexpected keyword argument 'd'\n\
         8 f() takes from 1 to 3 positional arguments but 4 were given\n\
         9 f() missing 1 required positional argument: 'a'\n\
         10 f() got multiple values for argument 'c'\n\
         11 (1, 2, 5)\n\
         12 (1, 2, 5)\n\
         13 only() got some positional-only arguments passed as keyword arguments: 'a'\n\
         14 (1, 3, 2)\n\
         15 only() missing 1 required positional argument: 'b'\n\
         16 (1, None, 4)\n\
         17 (1, 2, 4)\n\
         18 k() takes 1 positional argument but 2 were given\n\
         19 (1, 2, 3)\n\
         20 (1, None, 4)\n\
         21 (1, 1, (), 2, {})\n\
         22 (1, 2, (3,), 4, {'d': 5})\n\
         23 (1, 2, (), 2, {})\n\
         24 (5, 1, 7)\n\
         25 (5, 1, 2)\n\
         26 (5, 2, 1)\n\
         27 C.m() missing 1 required positional argument: 'a'\n\
         28 C.m() got multiple values for argument 'self'\n\
         29 0\n\
         30 2\n\
         31 3\n\
         32 C.__init__() missing 1 required positional argument: 'x'\n\
         33 C.__init__() got an unexpected keyword argument 'w'\n\
         34 1\n\
         35 2\n\
         36 1\n\
         37 3\n\
         38 (5, 1, 7)\n\
         [5, 5, 5]\n\
         [(0, 1), (1, 1), (2, 1), (3, 6), (5, 6), \"changing() missing 1 required positional \
         argument: 'b'\", \"changing() missing 1 required positional argument: 'b'\", (7, 'x'), (8,\
         \x20'x')]\n\
         gone gone gone gone gone gone \n\
         (0, 9, 10, 1) (0, 9, 10, 18) (0, 9, 'x', 18)\n\
         (0, 9, 10, 1) (0, 9, 10, 18) (0, 9, 'x', 18)\n\
         (0, 9, 10, 1) (0, 9, 10, 18) (0, 9, 'x', 18)\n\
         (1, 2, 3) (1, 2, 'bc')\n\
         (1, 2, 3) (1, 2, 'bc')\n\
         (1, 2, 3) (1, 2, 'bc')\n\
         2432902008176640000 15511210043330985984000000\n\
         True\n"
    );
}

#[test]
fn calls_go_deep_if_the_program_says_so_and_end_with_an_error() {
    let source = "\
import sys
sys.setrecursionlimit(10**9)
def forever(n): return forever(n + 1)
def depth(error):
    count, t = 0, error.__traceback__
    while t: count, t = count + 1, t.tb_next
    return count
for _ in range(2):
    try: forever(0)
    except RecursionError as error: print(depth(error) > 20_000)
def down(n): return 0 if n == 0 else 1 + down(n - 1)
print(down(20_000), down(20_000))
";
    assert_eq!(printed(source), "True\nTrue\n20000 20000\n");
}
