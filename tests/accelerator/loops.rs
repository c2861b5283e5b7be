//! Loops over ranges and lists, and loops in one another.

use garter::python::accelerator::Mode;

use crate::{same, seen};

#[test]
fn ranges_have_all_their_numbers() {
    same(
        r"
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
",
    );
}

#[test]
fn lists_are_changed_as_the_program_says() {
    same(
        r"
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
",
    );
}

#[test]
fn loops_lie_in_one_another_as_they_stand() {
    same(
        r"
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
",
    );
}

#[test]
fn lists_that_loops_put_into_variables_are_there_afterwards() {
    // The bodies stay in their list, so that no variable has the last reference to one.
    let bodies = include_str!("../../benches/programs/nbody.py").replace("5_000", "700");
    same(&bodies);
    let (.., entered) = seen(&bodies, Mode::Normal);
    assert!(entered > 0, "nbody is interpreted");
    // Here they have: what goes says so, and when.
    same(
        "class Loud(list):
    def __del__(self): print('gone', len(self))
def f(n):
    a = [Loud([1, 2])]
    b = [[0.5], [1.5], a]
    for i in range(n):
        a = b[i % 2]
        a[0] += 1.0
        if i == 40:
            b.pop()
            print('popped')
    return a, b
print(f(90))",
    );
    same(
        "def f(n):
    a = [1, 2]
    b = a
    c = [a, [3, 4]]
    for i in range(n):
        a = c[i % 2]
        b = a
        b[0] += i
    return a, b, c
print(f(70))",
    );
}

#[test]
fn loops_that_are_too_large_are_interpreted() {
    let many = |line: &str, count: usize| {
        let lines: String = (0..count)
            .map(|n| line.replace("{n}", &n.to_string()))
            .collect();
        format!("def f():\n    s = 0\n    for i in range(9):\n{lines}    return s\nprint(f())")
    };
    for source in [
        many("        if i == {n}: s += {n}\n", 3000),
        many("        s += i * {n}\n", 3000),
        many("        s += i\n", 30_000),
    ] {
        let [without, with] = [Mode::Off, Mode::Eager].map(|mode| seen(&source, mode));
        assert_eq!((&without.0, without.2), (&with.0, with.2), "{}", with.1);
        assert_eq!(with.3, 0);
    }
    // Others of this kind are compiled.
    same(&many("        if i == {n}: s += {n}\n", 20));
}
