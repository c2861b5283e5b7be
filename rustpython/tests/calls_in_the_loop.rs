use crate::printed;

#[test]
fn calls_return_raise_and_are_looked_at_as_ever() {
    let source = "\
import sys, traceback

def names():
    frame, found = sys._getframe(1), []
    while frame:
        found.append((frame.f_code.co_name, frame.f_lineno))
        frame = frame.f_back
    return found

def inner(n):
    return names() if n == 0 else inner(n - 1)
def outer():
    return inner(2)
for turn in range(60):
    seen = outer()
print(seen)

def fails(n):
    if n == 0:
        raise ValueError('deep')
    return fails(n - 1) + 1
def catches(n):
    try:
        return fails(n)
    except ValueError as error:
        return [entry.name for entry in traceback.extract_tb(error.__traceback__)]
for turn in range(60):
    found = catches(3)
print(found)

def deep(n):
    return n if n == 0 else deep(n - 1) + 1
print(deep(900))
for turn in range(3):
    try:
        deep(10 ** 6)
    except RecursionError:
        print('too deep', end=' ')
print(deep(900))

def steps(n):
    for at in range(n):
        yield double(at)
def double(n):
    return n * 2
def total(n):
    result = 0
    for value in steps(n):
        result += double(value)
    return result
def nested(n):
    yield from steps(n)
    yield total(n)
print(total(200), sum(nested(100)), list(map(double, steps(3))))

class Pair:
    def __init__(self, left, right):
        self.left, self.right = left, right
    def __add__(self, other):
        return Pair(self.left + other.left, double(self.right) + other.right)
    def __getattr__(self, name):
        return double(len(name))
    def __eq__(self, other):
        return self.left == other.left
    @property
    def both(self):
        return self.left, double(self.right)
pair = Pair(0, 0)
for turn in range(80):
    pair = pair + Pair(turn, 1)
    assert pair == pair and pair.missing == 14
print(pair.left, pair.both[0], pair.right % 1000)

class Bad:
    def __init__(self, n):
        if n == 79:
            return double(n)
def makes():
    for n in range(80):
        Bad(n)
try:
    makes()
except TypeError as error:
    print(error, error.__traceback__.tb_next.tb_lineno)

def finally_returns(n):
    try:
        return fails(n)
    finally:
        if n > 1:
            return double(n)
print([finally_returns(n) for n in (2, 3)])

class Last:
    def __del__(self):
        seen.append(double(21))
def drops():
    kept = Last()
    return double(1)
seen = []
for turn in range(60):
    drops()
print(len(seen), seen[-1])

lines = []
def tracer(frame, event, arg):
    lines.append((event, frame.f_code.co_name))
    return tracer
sys.settrace(tracer)
drops()
sys.settrace(None)
print(lines)

def by_name(a, b=2, *rest, c=3, **names):
    return a, b, rest, c, names
def calls():
    return by_name(1), by_name(1, 5, 6, c=7, d=8), by_name(*[1, 2], **{'c': 4})
for turn in range(60):
    got = calls()
print(got)

def counter():
    n = 0
    def more():
        nonlocal n
        n += double(1)
        return n
    return more
more = counter()
for turn in range(100):
    more()
print(more())
";
    assert_eq!(
        printed(source),
        "[('inner', 11), ('inner', 11), ('inner', 11), ('outer', 13), ('<module>', 15)]\n\
         ['catches', 'fails', 'fails', 'fails', 'fails']\n\
         900\n\
         too deep too deep too deep 900\n\
         79600 29700 [0, 4, 8]\n\
         3160 3160 175\n\
         __init__() should return None, not 'int' 80\n\
         [4, 6]\n\
         60 42\n\
         [('call', 'drops'), ('line', 'drops'), ('line', 'drops'), ('call', 'double'), ('line', \
         'double'), ('return', 'double'), ('return', 'drops'), ('call', '__del__'), ('line', \
         '__del__'), ('call', 'double'), ('line', 'double'), ('return', 'double'), ('return', \
         '__del__')]\n\
         ((1, 2, (), 3, {}), (1, 5, (6,), 7, {'d': 8}), (1, 2, (), 4, {}))\n\
         202\n"
    );
}
