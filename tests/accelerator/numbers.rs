//! Operators and functions of numbers at their borders, random numbers, and characters.

use crate::same;

#[test]
fn operations_are_right_at_the_borders_of_64_bits() {
    let source = r"
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
";
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
        r"
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
",
    );
}

#[test]
fn numbers_at_random_come_in_their_order() {
    same(
        r"
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
",
    );
}

#[test]
fn texts_are_compared_character_by_character() {
    same(
        r"
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
",
    );
}
