use garter::protocol::Status;

use crate::time_slices::interrupted;
use crate::{printed, support};

#[test]
fn operations_are_right_at_the_borders_of_what_is_quick() {
    let source = "\
def ints(a, b):
    found = []
    for turn in range(20):
        found = [a + b, a - b, a * b, a < b, a == b, a >= b]
        if b:
            found += [a // b, a % b]
    return found
for a in (0, 1, -1, 7, -7, 2**31, -2**31, 2**63 - 1, -2**63, 2**64, True):
    for b in (0, 1, -1, 3, -3, 2**31, 2**63 - 1, -2**63, False):
        got = ints(a, b)
        assert got[:3] == [int.__add__(a, b), int.__sub__(a, b), int.__mul__(a, b)], (a, b)
        assert got[3:6] == [int.__lt__(a, b), int.__eq__(a, b), int.__ge__(a, b)], (a, b)
        if b:
            assert got[6] * b + got[7] == a and (got[7] == 0 or (got[7] < 0) == (b < 0)), (a, b)
def floats(a, b):
    for turn in range(20):
        found = a + b, a - b, a * b, a < b, a != b
    return found
nan, inf = float('nan'), float('inf')
print(floats(0.1, 0.2), floats(nan, 1.0), floats(inf, inf), floats(-0.0, 0.0), floats(1, 0.5))
def mixed(a, b):
    return a + b, a == b
for pair in [(1, 2)] * 20 + [(1.5, 2), ('a', 'b'), ([1], [2]), ((), ()), (1, 2)]:
    last = mixed(*pair)
    if pair[0] != 1:
        print(last)
print(last)";
    assert_eq!(
        printed(source),
        "(0.30000000000000004, -0.1, 0.020000000000000004, True, True) (nan, nan, nan, False, True) \
         (inf, nan, inf, False, False) (0.0, -0.0, -0.0, False, False) (1.5, 0.5, 0.5, False, True)\n\
         (3.5, False)\n('ab', False)\n([1, 2], False)\n((), True)\n(3, False)\n"
    );
}

#[test]
fn errors_have_their_lines_and_carets() {
    let run = support::run(support::program(
        "\
def take(values, at):
    total = 0
    for turn in range(at):
        total = total + values[turn]
    return total
for length in range(30):
    take([1] * 30, length)
try:
    take([1] * 30, 31)
except IndexError as error:
    print(error, error.__traceback__.tb_next.tb_lineno)
def unbound(n):
    for turn in range(n):
        value = turn
    return value
for n in range(20, -1, -1):
    unbound(n)
",
    ));
    assert_eq!(run.stdout, "list index out of range 4\n");
    assert!(
        run.stderr
            .contains("line 15, in unbound\n    return value\n           ^^^^^")
            && run.stderr.contains("UnboundLocalError"),
        "{}",
        run.stderr
    );
}

#[test]
fn whoever_looks_at_a_frame_sees_where_it_is() {
    let source = "\
import sys
seen = []
class Looks:
    def __del__(self):
        frame = sys._getframe(1)
        seen.append((frame.f_code.co_name, frame.f_lineno, ' '.join(sorted(frame.f_locals))))
def drops(n):
    for turn in range(n):
        it = Looks()
        it = turn
        values = [Looks()]
        values[0] = None
    return it
drops(12)
for name, line, names in sorted(set(seen)):
    print(name, line, names)
def deep(n):
    if n == 0:
        return [frame.f_lineno for frame in frames()]
    return deep(n - 1)
def frames():
    frame = sys._getframe(1)
    while frame:
        yield frame
        frame = frame.f_back
for turn in range(20):
    got = deep(3)
print(got[-4:])";
    assert_eq!(
        printed(source),
        "drops 10 it n turn\ndrops 10 it n turn values\ndrops 12 it n turn values\n\
         [20, 20, 20, 27]\n"
    );
}

#[test]
fn tracing_sees_every_line_of_code_that_has_run_quickly() {
    let source = "\
import sys
def loop(n):
    total = 0
    for turn in range(n):
        total += turn
    return total
loop(50)
lines = []
def trace(frame, event, arg):
    lines.append((event, frame.f_lineno - frame.f_code.co_firstlineno))
    return trace
sys.settrace(trace)
loop(2)
sys.settrace(None)
print(lines)
loop(50)
events = []
monitoring = sys.monitoring
monitoring.use_tool_id(3, 'lines')
monitoring.register_callback(3, monitoring.events.LINE, lambda code, line: events.append(line))
monitoring.set_local_events(3, loop.__code__, monitoring.events.LINE)
loop(2)
monitoring.set_local_events(3, loop.__code__, 0)
loop(2)
print(events)";
    assert_eq!(
        printed(source),
        "[('call', 0), ('line', 1), ('line', 2), ('line', 3), ('line', 2), ('line', 3), ('line', 2), \
         ('line', 4), ('return', 4)]\n[3, 4, 5, 4, 5, 4, 6]\n"
    );
}

#[test]
fn recursion_ends_with_an_error_and_generators_may_be_left() {
    let source = "\
def down(n):
    return down(n + 1)
for turn in range(3):
    try:
        down(0)
    except RecursionError as error:
        print(type(error).__name__)
def numbers():
    try:
        number = 0
        while True:
            number += 1
            yield number
    finally:
        print('closed at', number)
for turn in range(2):
    for number in numbers():
        if number == 30:
            break
taken = numbers()
print(sum(next(taken) for turn in range(40)))
try:
    taken.throw(KeyError('in'))
except KeyError as error:
    print(error)";
    assert_eq!(
        printed(source),
        "RecursionError\nRecursionError\nRecursionError\nclosed at 30\nclosed at 30\n820\n\
         closed at 40\n'in'\n"
    );
}

#[test]
fn classes_and_objects_may_change_under_code_that_has_run_quickly() {
    let source = "\
class Point:
    def __init__(self, x):
        self.x = x
    def get(self):
        return self.x
def look(point):
    point.x = point.x + 1
    return point.x, point.get(), len(point.__dict__)
point = Point(0)
for turn in range(40):
    look(point)
print(look(point))
point.get = lambda: 'own'
print(look(point))
del point.get
print(look(point))
Point.get = lambda self: 'new'
print(look(point))
Point.x = property(lambda self: 5, lambda self, value: print('set', value))
print(look(point))
del Point.x
other = Point(7)
other.__dict__ = {'a': 1, 'x': 70}
print(look(other))
class Dict(dict):
    def __getitem__(self, key):
        return 'item'
def names(values):
    return values['a'], len(values)
for turn in range(40):
    names({'a': 1})
print(names(Dict(a=1)))
for turn in range(60):
    def call(a, b=turn):
        return a, b
    if turn == 50:
        call.__defaults__ = ('changed',)
    last = call(turn)
    if turn == 50:
        print(last)
print(last)";
    assert_eq!(
        printed(source),
        "(41, 41, 1)\n(42, 'own', 2)\n(43, 43, 1)\n(44, 'new', 1)\nset 6\n(5, 'new', 1)\n\
         (71, 'new', 2)\n('item', 1)\n(50, 'changed')\n(59, 59)\n"
    );
}

#[test]
fn an_interruption_comes_at_a_backward_jump_and_can_be_caught() {
    let source = "\
def spin():
    n = 0
    try:
        while True:
            n += 1
    except KeyboardInterrupt as interrupt:
        return n > 0, interrupt.__traceback__.tb_lineno
print(spin())";
    let (run, _) = interrupted(source, 3);
    assert_eq!(
        (run.outcome.status, run.stdout.as_str()),
        (Status::Ok, "(True, 4)\n"),
        "{}",
        run.stderr
    );
}
