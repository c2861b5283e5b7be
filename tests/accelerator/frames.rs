//! What a program sees of its frame, its names and its errors.

use crate::same;

#[test]
fn errors_are_raised_where_they_happen() {
    same(
        r"
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
",
    );
}

#[test]
fn names_of_the_module_are_written_back() {
    same(
        r"
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
",
    );
}

#[test]
fn a_program_sees_its_frame_as_it_is() {
    same(
        r"
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
",
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
