import contextlib
import io


class Timer:
    def __enter__(self):
        print("enter")
        return self

    def __exit__(self, kind, error, traceback):
        print("exit", kind.__name__ if kind else None)
        return kind is ValueError


@contextlib.contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name.upper()
    finally:
        print(f"</{name}>")


with Timer() as timer, tag("b") as upper:
    print(upper, isinstance(timer, Timer))
with Timer():
    raise ValueError("swallowed")
with contextlib.suppress(KeyError):
    {}["missing"]
buffer = io.StringIO()
with contextlib.redirect_stdout(buffer):
    print("hidden")
print("captured", repr(buffer.getvalue()))
with contextlib.ExitStack() as stack:
    for name in "xy":
        stack.enter_context(tag(name))
    stack.callback(print, "callback")
try:
    with tag("p"):
        1 / 0
except ZeroDivisionError as error:
    print("after:", error)
with Timer():
    raise KeyError("not swallowed")
