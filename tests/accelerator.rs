//! Loops that are compiled do what the interpreter does: each program here is run without the accelerator,
//! with all loops compiled at once, and with checks that fail at random.

mod support;

use garter::protocol::Status;
use garter::python::accelerator::Mode;
use rustpython_vm::accelerator;

/// What a person sees of a program, and what became of the loops: how often units were entered.
fn seen(source: &str, mode: Mode) -> (String, String, Status, u32) {
    let mut program = support::program(source);
    // Its units are there afterwards, to be counted.
    program.keep = true;
    support::within(move |interpreter| {
        support::engine::start(mode);
        let run = interpreter.run(&program);
        let entered = accelerator::statistics()
            .iter()
            .map(|counts| counts[0])
            .sum();
        (run.stdout, run.stderr, run.outcome.status, entered)
    })
}

/// A program prints the same in all modes, and loops of it are compiled.
fn same(source: &str) {
    let (stdout, stderr, status, _) = seen(source, Mode::Off);
    let modes = (1..=3).map(|seed| Mode::Shaky { seed, one_in: 5 });
    for mode in modes.chain([Mode::Eager, Mode::Normal]) {
        let other = seen(source, mode);
        assert_eq!(
            (&stdout, &stderr, status),
            (&other.0, &other.1, other.2),
            "{mode:?}: {source}"
        );
        assert!(
            other.3 > 0 || mode == Mode::Normal,
            "{mode:?} compiles nothing: {source}"
        );
    }
}

#[test]
fn operations_are_right_at_the_borders_of_64_bits() {
    let source = r#"
ints = [0, 1, -1, 2, -2, 7, -7, 62, 63, 64, 255, 256, 257, -5, -6, 2**31 - 1, 2**31, -2**31, -2**31 - 1, 2**32,
        2**53, 2**53 + 1, -2**53 - 1, 2**62, -2**62, 2**63 - 1, 2**63 - 2, -2**63, -2**63 + 1, 2**63, True, False]
nan, inf = float('nan'), float('inf')
floats = [0.0, -0.0, 1.0, -1.0, 0.5, -2.5, 3.0, 1e300, -1e300, 5e-324, 2.0**53, 2.0**63, inf, -inf, nan]
def tries(operator, lefts, rights):
    names = {}
    exec(f'''
def f(a, b):
    r = None
    for i in range(4):
        r = a {operator} b
    return r
''', names)
    f = names['f']
    for a in lefts:
        for b in rights:
            if operator == '<<' and b > 100:
                continue
            try:
                print(operator, a, b, repr(f(a, b)))
            except Exception as error:
                print(operator, a, b, type(error).__name__, error)
"#;
    let all = "
tries(operator, ints, ints)
tries(operator, floats, floats)
tries(operator, ints[:24], floats)
tries(operator, floats, ints[:24])";
    for operator in [
        "+", "-", "*", "/", "//", "%", "&", "|", "^", "<<", ">>", "<", "<=", "==", "!=", ">", ">=",
    ] {
        same(&format!("operator = '{operator}'{source}{all}"));
    }
    let powers = "
tries('**', ints[:14], [0, 1, 2, 3, 5, 20, -1, -2])
tries('**', floats, floats)
tries('**', floats, [0, 1, 2, 3, -2])";
    same(&format!("{source}{powers}"));
}

#[test]
fn functions_of_one_number_are_right_at_their_borders() {
    same(
        r#"
import math
numbers = [0, 1, -1, 5, -7, 2**53 + 1, 2**63 - 1, -2**63, 0.0, -0.0, 0.5, -0.5, 2.5, -2.5, 9.1e18, -9.3e18, 1e19,
           float('inf'), float('-inf'), float('nan'), True]
for call in ['abs(a)', 'int(a)', 'float(a)', 'math.sqrt(a)', 'math.floor(a)', 'math.ceil(a)', 'math.sin(a)',
             'math.exp(a)', 'math.log(a)', 'min(a, 1)', 'max(a, 1)', 'min(a, 0.5)', 'max(0.5, a)', '-a', 'not a',
             '~a', 'a or 3', 'a and 3', 'a if a else 4', 'a is None', 'a < 2 < 3', 'math.pi + a']:
    if call == '~a':
        values = [number for number in numbers if type(number) is int]
    else:
        values = numbers
    names = {'math': math}
    exec(f'''
def f(a):
    r = None
    for i in range(4):
        r = {call}
    return r
''', names)
    for a in values:
        try:
            print(call, a, repr(names['f'](a)))
        except Exception as error:
            print(call, a, type(error).__name__, error)
"#,
    );
}

#[test]
fn ranges_have_all_their_numbers() {
    same(
        r#"
def f(a, b, c):
    all = []
    for turn in range(3):
        for i in range(a, b, c):
            all.append(i)
    return all
for a in (0, 5, -5, 2**31 - 3, -2**31 - 2, 2**40):
    for b in (0, 7, -7, a + 9, a - 9, a):
        for c in (1, 2, 3, -1, -2, 100, -100, 0):
            if c == 0 or abs((b - a) // c) < 50:
                try:
                    print(a, b, c, f(a, b, c))
                except ValueError as error:
                    print(error)
def g(n):
    out = []
    for turn in range(3):
        for i in range(10, n, -3):
            out.append(i)
        for i in range(n):
            out.append(-i)
        else:
            out.append(100)
    return out
print(g(0), g(-5), g(12), g(3))
it = iter(range(20))
for i in it:
    if i % 3 == 0:
        print(i, next(it, None))
print(next(it, 'end'), it.__reduce__())
"#,
    );
}

#[test]
fn lists_are_changed_as_the_program_says() {
    same(
        r#"
a = [0] * 10
def fill(a, n):
    for i in range(n):
        a[i] = i * 1.5
        a[-i - 1] = a[i]
for n in (3, 10, 12):
    try:
        fill(a, n)
    except IndexError as error:
        print(error)
    print(a)
class Loud:
    def __init__(self, name): self.name = name
    def __del__(self): print('gone', self.name)
def replace(a, n):
    for i in range(n):
        print('at', i)
        a[i] = i
def replace_quietly(a, n):
    seen = 0
    for i in range(n):
        a[i] = i
        seen += 1
    return seen
b = [Loud('a'), 1, Loud('b'), 2.5]
replace(b, 4)
b = [Loud('c'), 1, Loud('d'), [Loud('e')]]
print(replace_quietly(b, 4), b)
def grow(items):
    total = 0
    for item in items:
        total += item
        if len(items) < 30:
            items.append(item + 1)
    return total
print(grow([1, 2, 3]))
def mixed(items):
    total = 0
    for item in items:
        total += item
    return total
print(mixed([1, 2, 3.5, True, 2**70, 1]), mixed([0.5, 1, 2]), mixed([]))
rows = [[1, 2], [3, 4], [5, 6]]
def swap(rows):
    for i in range(2):
        rows[i], rows[i + 1] = rows[i + 1], rows[i]
    total = 0
    for row in rows:
        for x in row:
            total = total * 10 + x
    for a, b in rows:
        total += a * b
    return total
print(swap(rows), rows)
x = old = [1]
y = [[2], [3], [4]]
for i in range(3):
    x = y[i]
print(x, old, x is y[2])
pairs = [(1, 2.5), (3, 4.5), (5, 6)]
for p, q in pairs:
    print(p + q)
def totals(pairs):
    s = 0
    for p, q in pairs:
        s += p * q
    return s
print(totals(pairs), totals([(1, 2)] * 5))
"#,
    );
}

#[test]
fn errors_are_raised_where_they_happen() {
    same(
        r#"
import traceback
def divide(n):
    total = 0
    for i in range(10):
        total += (
            100 // (n - i)
        )
    return total
def index(items):
    s = 0
    for i in range(10):
        s += items[i]
    return s
def unbound(n):
    for i in range(n):
        if i > 5:
            print(late)
        if i == 7:
            late = 1
def name(n):
    for i in range(n):
        if i == 4:
            i += missing
def kinds(items):
    s = 0
    for item in items:
        s += item
    return s
for call in (lambda: divide(7), lambda: index([1, 2, 3]), lambda: unbound(9), lambda: name(6), lambda: kinds([1, 2, 'x'])):
    try:
        call()
    except Exception:
        traceback.print_exc()
def caught(n):
    total = 0
    for i in range(n):
        try:
            total += 10 // (i % 3)
        except ZeroDivisionError as error:
            total -= 1
        finally:
            total += 2
    return total
print(caught(20))
divide(3)
"#,
    );
}

#[test]
fn names_of_the_module_are_written_back() {
    same(
        r#"
total = 0
count = 0
def show():
    print(total, count, i)
for i in range(30):
    total += i
    if i % 7 == 0:
        show()
    if i == 20:
        total = total / 2
    count = i * 2
print(total, count, i, list(globals())[-5:])
i = 0
while True:
    i += 1
    if i > 40:
        break
    if i % 2:
        continue
    count += i
else:
    print('never')
print(i, count)
def change():
    global step
    step = step + 1
step = 1
s = 0
for k in range(10):
    s += step
    if k % 4 == 3:
        change()
print(s, step)
len_ = len
for k in range(6):
    s += len('abc')
    if k == 3:
        len = lambda text: 100
print(s)
del len
for k in range(4):
    s += len('abc')
print(s)
range_ = range
def shadow():
    global range
    out = []
    for turn in range_(6):
        for k in range(3):
            out.append(k)
        if turn == 3:
            range = lambda n: [n]
    return out
print(shadow())
"#,
    );
}

#[test]
fn a_program_sees_its_frame_as_it_is() {
    same(
        r#"
import sys
def look(n):
    x = 0
    y = 0.5
    for i in range(n):
        x += i
        y = x / 2
        if i % 5 == 4:
            frame = sys._getframe()
            print(sorted((k, v) for k, v in frame.f_locals.items() if k != 'frame'), frame.f_lineno)
            del frame
    return x
look(12)
def traced(n):
    lines = []
    def tracer(frame, event, arg):
        lines.append((event, frame.f_lineno))
        return tracer
    x = 0
    for i in range(n):
        x += i
        if i == 6:
            sys.settrace(tracer)
            sys._getframe().f_trace = tracer
        if i == 8:
            sys.settrace(None)
            sys._getframe().f_trace = None
    return x, lines
x, lines = traced(12)
print(x, len(lines), lines[:3])
def generate(n):
    s = 0
    for i in range(n):
        for j in range(i):
            s += j
        yield s
print(list(generate(9)))
identity = 1000 * 1000
same = identity
for i in range(10):
    if i > 100:
        same = i
print(same is identity)
"#,
    );
}

#[test]
fn texts_are_compared_character_by_character() {
    same(
        r#"
def distance(a, b):
    before = list(range(len(b) + 1))
    for i in range(1, len(a) + 1):
        now = [i]
        for j in range(1, len(b) + 1):
            cost = 0 if a[i - 1] == b[j - 1] else 1
            now.append(min(min(before[j] + 1, now[j - 1] + 1), before[j - 1] + cost))
        before = now
    return before[-1]
print(distance('kitten', 'sitting'), distance('Grüße', 'Grösse'), distance('', 'abc'), distance('日本語', '日本'))
"#,
    );
}

#[test]
fn loops_lie_in_one_another_as_they_stand() {
    same(
        r#"
def collatz(limit):
    longest = best = 0
    for start in range(1, limit):
        n = start
        steps = 0
        while n != 1:
            if n % 2 == 0:
                n //= 2
            else:
                n = 3 * n + 1
            steps += 1
        if steps > longest:
            longest, best = steps, start
    return longest, best
print(collatz(300))
def factors(n):
    found = []
    d = 2
    while d * d <= n:
        while n % d == 0:
            found.append(d)
            n //= d
        d += 1
    if n > 1:
        found.append(n)
    return found
for n in (2**10, 360360, 9973, 1234567):
    print(n, factors(n))
def product(a, b):
    n = len(a)
    c = [[0] * n for i in range(n)]
    for i in range(n):
        for j in range(n):
            for k in range(n):
                c[i][j] += a[i][k] * b[k][j]
    return c
a = [[i * j % 7 for i in range(5)] for j in range(5)]
print(product(a, a), product([[0.5, 1], [2, -0.0]], [[1, 2], [3, 4.5]]))
def mandelbrot(width, height):
    rows = []
    for y in range(height):
        row = []
        for x in range(width):
            a = b = 0.0
            steps = 0
            while a * a + b * b < 4 and steps < 30:
                a, b = a * a - b * b + 3.0 * x / width - 2.0, 2 * a * b + 2.0 * y / height - 1.0
                steps += 1
            row.append(steps)
        rows.append(row)
    return rows
print(mandelbrot(9, 7))
for i in range(5):
    k = 0
    while k < 5:
        last = i * k
        k += 1
        if k == 4:
            break
    after = last + k
print(after, last, i, k)
def escape(n):
    for i in range(n):
        while True:
            i += 3
            if i > 10:
                break
            if i == 9:
                return i
    return None
print(escape(3), escape(9))
"#,
    );
}

#[test]
fn numbers_at_random_come_in_their_order() {
    same(
        r#"
import random
from random import random as chance
def inside(n):
    count = 0
    for i in range(n):
        x = random.random()
        y = chance()
        if x * x + y * y <= 1.0:
            count += 1
    return count
random.seed(7)
print(inside(1000), random.random())
other = random.Random(3).random
def sum_of(n):
    s = 0
    for i in range(n):
        s += other()
    return s
print(sum_of(100))
"#,
    );
}

#[test]
fn names_in_a_dict_of_another_class_are_looked_up_by_it() {
    same(
        r#"
class Names(dict):
    def __missing__(self, name):
        print('missing', name)
        return 3
    def __getitem__(self, name):
        print('asked', name)
        return dict.get(self, name, 4)
exec("""
def f(n):
    s = 0
    for i in range(n):
        s += step
    return s
x = 0
for i in range(3):
    x += 1
""", names := Names(step=2))
print(names['f'](3), names.get('x'))
def plain(n):
    s = 0
    for i in range(n):
        s += i
    return s
print(plain(9))
"#,
    );
}
