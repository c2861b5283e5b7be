# Code that is said to begin on another line: tracebacks and tracing count from there.
import sys
import traceback
import types


def fail(a):
    b = a + 1

    raise ValueError(b)


def lines(function):
    try:
        function(1)
    except ValueError as error:
        return [frame.lineno - base(function) for frame in traceback.extract_tb(error.__traceback__)[1:]]


def base(function):
    return function.__code__.co_firstlineno


moved = types.FunctionType(fail.__code__.replace(co_firstlineno=500), globals())
print(lines(fail), lines(moved), base(moved))
print([line and line - 500 for _, _, line in moved.__code__.co_lines()])


def traced(function):
    seen = []

    def trace(frame, event, argument):
        seen.append((event, frame.f_lineno - frame.f_code.co_firstlineno))
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        function(1)
    except ValueError:
        pass
    finally:
        sys.settrace(before)
    return [step for step in seen if step[0] != "call"][:4]


print(traced(fail))
print(traced(moved))


def generator():
    yield sys._getframe().f_lineno - base(generator)

    yield sys._getframe().f_lineno - base(generator)


steps = generator()
print(next(steps), steps.gi_frame.f_lineno - base(generator), next(steps), steps.gi_frame.f_lineno - base(generator))
