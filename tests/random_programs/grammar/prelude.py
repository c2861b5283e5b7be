import sys
sys.unraisablehook = lambda got: print('ignored', got.exc_type.__name__)
def shown(value, depth=3):
    kind = type(value)
    if depth == 0:
        return "..."
    if kind in (int, float, complex, bool, str, bytes, range, slice, type(None)):
        return repr(value) if kind is not str or len(value) < 200 else repr(value[:200])
    if kind in (list, tuple):
        return kind.__name__ + "(" + ", ".join([shown(item, depth - 1) for item in value]) + ")"
    if kind is dict:
        return "{" + ", ".join([shown(key, depth - 1) + ": " + shown(item, depth - 1) for key, item in value.items()]) + "}"
    if kind in (set, frozenset):
        return kind.__name__ + "(" + ", ".join(sorted([shown(item, depth - 1) for item in value])) + ")"
    return "<" + kind.__name__ + ">"
def show(*values):
    print(*[shown(value) for value in values])
def report(error, depth=3):
    lines = []
    trace = error.__traceback__
    while trace is not None:
        lines.append(f"{trace.tb_frame.f_code.co_name}:{trace.tb_lineno}")
        trace = trace.tb_next
    if len(lines) > 8:
        lines[4:-4] = [str(len(lines))]
    print(type(error).__name__, str(error), *lines)
    if depth and error.__context__ is not None:
        print("context", error.__suppress_context__, error.__cause__ is error.__context__, end=" ")
        report(error.__context__, depth - 1)
    if isinstance(error, BaseExceptionGroup):
        for inner in error.exceptions:
            print("part", end=" ")
            report(inner, 0)
