# What is left open is warned of, and a file flushes as it closes.
import errno
import gc
import io
import os
import warnings


def warned(action):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        action()
        gc.collect()
    for warning in caught:
        print(warning.category.__name__, str(warning.message).partition(" at 0x")[0])


with open("a.txt", "w") as file:
    file.write("text")
warned(lambda: open("a.txt", encoding="utf-8"))
warned(lambda: open("a.txt", "rb"))
warned(lambda: open("a.txt", "rb", buffering=0))
warned(lambda: open("a.txt").close())
warned(lambda: next(os.scandir(".")))
warned(lambda: list(os.scandir(".")))
warned(lambda: os.scandir(".").close())


class Told(io.FileIO):
    def close(self):
        print("close")
        super().close()

    def flush(self):
        print("flush")
        super().flush()


Told("a.txt", "rb").close()
file = open("a.txt", "rb", buffering=0)
file.flush = lambda: 1 / 0
try:
    file.close()
except ZeroDivisionError:
    print("closed", file.closed)

for action in (
    lambda: os.truncate(99, 0),
    lambda: os.ftruncate(99, 0),
    lambda: os.get_blocking(99),
    lambda: open("a.txt", opener=lambda path, flags: 99),
    lambda: os.DirEntry(),
    lambda: os.putenv("a=b", "c"),
    lambda: os.putenv("a\0b", "c"),
):
    try:
        print(action())
    except (OSError, ValueError, TypeError) as error:
        print(type(error).__name__, errno.errorcode[error.errno] if isinstance(error, OSError) else error)
print(os.DirEntry[bytes])
file = open(0, "rb", buffering=0, closefd=False)
del file.name
print(repr(file).partition(" mode")[0])
