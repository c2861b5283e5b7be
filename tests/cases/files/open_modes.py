import os


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


for mode in ["q", "rw", "", "r+b+", "bt", "rr", "x", "x", "w+", "a+", "r", "ab"]:
    attempt(lambda: open("f.txt", mode).mode)
attempt(lambda: open("f.txt", "rb", encoding="utf-8"))
attempt(lambda: open("f.txt", "rb", newline=""))
attempt(lambda: open("f.txt", "r", 0))
attempt(lambda: open("f.txt", newline="x"))
attempt(lambda: open("f.txt", encoding="klingon"))
attempt(lambda: open("f.txt", "rb", 0).name)
attempt(lambda: open("."))
attempt(lambda: open("no/such/file", "w"))
attempt(lambda: open("f.txt/x"))
attempt(lambda: open("f.txt", "w").read())
attempt(lambda: open("f.txt", "r").write("x"))
attempt(lambda: open("f\0"))
attempt(lambda: open(3.5))
attempt(lambda: open(None))
attempt(lambda: open(99))
attempt(lambda: open(-1))
with open("f.txt", "w") as file:
    print(file.writable(), file.readable(), file.seekable(), file.isatty(), file.fileno() > 2, file.newlines)
print(repr(file).replace("UTF-8", "utf-8"), file.closed)
print(sorted(os.listdir()))
