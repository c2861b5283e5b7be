use crate::printed;

#[test]
fn attributes_lie_where_they_would_without_a_shape() {
    let source = "\
class P:
    def __init__(self, x, y, z=None):
        self.x = x
        self.y = y
        if z is not None:
            self.z = z
        self.last = x
def make(n):
    return [P(i, i * 2, i if i % 3 == 0 else None) for i in range(n)]
ps = make(30)
print([list(vars(p)) for p in ps[:4]], sum(p.last + p.x + p.y + getattr(p, 'z', 0) for p in ps))
class Q(P):
    def __init__(self, *args):
        self.before = 1
        super().__init__(*args)
        self.after = self.x + self.before
for _ in range(3):
    print([(vars(q), q.after) for q in [Q(1, 2), Q(3, 4, 5)]][-1])
# The same instruction with other dicts: shared, emptied, with holes, large, with keys of other types.

def give(o, value):
    o.attribute = value
class E: pass
def dicts():
    yield {}
    d = {'a': 1, 'b': 2}; del d['a']; yield d
    d = dict.fromkeys('abcdefgh'); yield d
    d = dict.fromkeys(map(str, range(100))); yield d
    d = {'x': 1}; d.clear(); yield d
    yield {'attribute': 'old'}
    yield {'attribute' + '': 1, 'more': 2}
    d = {'a': 1}; d[0] = 5; yield d
    d = dict.fromkeys('abcde'); d.popitem(); d.popitem(); yield d
for turn in range(3):
    for d in dicts():
        e = E()
        e.__dict__ = d
        give(e, turn)
        give(e, turn + 1)
        assert e.attribute == turn + 1 and list(d).count('attribute') == 1 and d['attribute'] == turn + 1
        print(type(d).__name__, len(d), list(d)[-1], end='; ')
    print()
# Deleting and giving again, in a loop that has noted the first way.
e = E()
for i in range(6):
    e.a = i
    e.b = i
    del e.a
    e.c = i
    print(list(vars(e)), end=' ')
    if i % 2:
        del e.c, e.b
print(vars(e))
class Slots:
    __slots__ = 'a', '__dict__'
    def __init__(self):
        self.a = 1
        self.b = 2
        self.c = 3
print([(s.a, vars(s)) for s in (Slots(), Slots(), Slots())][-1])
class Watch:
    def __setattr__(self, name, value):
        super().__setattr__(name, value * 2)
    def __init__(self):
        self.a = 1
        self.b = 2
print([vars(Watch()) for _ in range(3)])
class Property:
    def __init__(self):
        self.a = 1
        self.b = 2
instances = [Property() for _ in range(3)]
Property.b = property(lambda self: 'p', lambda self, value: self.__dict__.update(c=value))
instances += [Property() for _ in range(2)]
print([vars(p) for p in instances], instances[0].b)
def many(n):
    class Many:
        def __init__(self):
            self.a = self.b = self.c = self.d = self.e = self.f = self.g = self.h = self.i = self.j = n
            self.k = self.l = n
    return Many()
for n in range(3):
    m = many(n)
print(vars(m), m.l)
module = type(ast := __import__('ast'))('m')
for i in range(3):
    module.one = i
    module.two = i
print(module.one, module.two, [k for k in vars(module) if k[0] != '_'])
words = {}
for n in range(200):
    key = 'word' + str(n % 7)
    words[key] = words.get(key, 0) + 1
print(words, words.get('x'), words.get('x', 5), 'word1' in words, 'x' not in words, not words, -len(words))
class Odd:
    def __hash__(self): raise ValueError('no hash')
for act in (lambda: words[Odd()], lambda: Odd() in words, lambda: words.get(Odd(), 1), lambda: words.__setitem__(Odd(), 1), lambda: words['none'], lambda: words[1, 2]):
    try: act()
    except Exception as error: print(type(error).__name__, error)
def store(d, k, v): d[k] = v
for _ in range(3): store(words, 'a', 1)
try: store(words, [], 1)
except TypeError as error: print(type(error).__name__)
class Liar(str):
    def __eq__(self, other): return True
    def __hash__(self): return hash('a')
print({'a': 1}[Liar('b')], {Liar('b'): 2}['a'], {Liar('b'): 2}.get('a'), {'a': 1}.get('a'))
class I:
    def __init__(self, n): self.n = n if n < 5 else self.fail(n)
    def fail(self, n): raise ValueError(n)
class B:
    def __init__(self): return 5
for n in range(7):
    try: I(n)
    except ValueError as error: print(error, error.__traceback__.tb_next.tb_frame.f_code.co_name)
for _ in range(3):
    try: B()
    except TypeError as error: print(error)
";
    assert_eq!(
        printed(source),
        "[['x', 'y', 'z', 'last'], ['x', 'y', 'last'], ['x', 'y', 'last'], ['x', 'y', 'z', 'last']]\
         \x201875\n\
         ({'before': 1, 'x': 3, 'y': 4, 'z': 5, 'last': 3, 'after': 4}, 4)\n\
         ({'before': 1, 'x': 3, 'y': 4, 'z': 5, 'last': 3, 'after': 4}, 4)\n\
         ({'before': 1, 'x': 3, 'y': 4, 'z': 5, 'last': 3, 'after': 4}, 4)\n\
         dict 1 attribute; dict 2 attribute; dict 9 attribute; dict 101 attribute; dict 1 \
         attribute; dict 1 attribute; dict 2 more; dict 3 attribute; dict 4 attribute; \n\
         dict 1 attribute; dict 2 attribute; dict 9 attribute; dict 101 attribute; dict 1 \
         attribute; dict 1 attribute; dict 2 more; dict 3 attribute; dict 4 attribute; \n\
         dict 1 attribute; dict 2 attribute; dict 9 attribute; dict 101 attribute; dict 1 \
         attribute; dict 1 attribute; dict 2 more; dict 3 attribute; dict 4 attribute; \n\
         ['b', 'c'] ['b', 'c'] ['b', 'c'] ['b', 'c'] ['b', 'c'] ['b', 'c'] {}\n\
         (1, {'b': 2, 'c': 3})\n\
         [{'a': 2, 'b': 4}, {'a': 2, 'b': 4}, {'a': 2, 'b': 4}]\n\
         [{'a': 1, 'b': 2}, {'a': 1, 'b': 2}, {'a': 1, 'b': 2}, {'a': 1, 'c': 2}, {'a': 1, 'c': 2}]\
         \x20p\n\
         {'a': 2, 'b': 2, 'c': 2, 'd': 2, 'e': 2, 'f': 2, 'g': 2, 'h': 2, 'i': 2, 'j': 2, 'k': 2, \
         'l': 2} 2\n\
         2 2 ['one', 'two']\n\
         {'word0': 29, 'word1': 29, 'word2': 29, 'word3': 29, 'word4': 28, 'word5': 28, 'word6': \
         28} None 5 True True False -7\n\
         ValueError no hash\n\
         ValueError no hash\n\
         ValueError no hash\n\
         ValueError no hash\n\
         KeyError 'none'\n\
         KeyError (1, 2)\n\
         TypeError\n\
         1 2 2 1\n\
         5 __init__\n\
         6 __init__\n\
         __init__() should return None, not 'int'\n\
         __init__() should return None, not 'int'\n\
         __init__() should return None, not 'int'\n"
    );
}
