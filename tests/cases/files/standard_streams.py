import sys

sys.stdout.write("a")
print("b", end="", flush=True)
print("c", file=sys.stderr, end="")
sys.stdout.buffer.write(b"bytes\n")
sys.stdout.flush()
print("é", "日本", sep="|")
print(1, 2.0, None, [3], sep="\n", end="\n\n")
print("x", flush=True)
print(sys.stdin.readline(), end="")
print(input("prompt: "))
print(sys.stdin.read(3), repr(sys.stdin.readline()))
for line in sys.stdin:
    print(line.rstrip())
try:
    input()
except EOFError as error:
    print("EOFError", error)
print(repr(sys.stdin.read()), sys.stdout.encoding.lower(), sys.stdin.isatty(), sys.stdout.writable(), sys.stdin.fileno(), sys.stdout.name)
saved, sys.stdout = sys.stdout, sys.stderr
print("to stderr")
sys.stdout = saved
try:
    print(1, file=5)
except TypeError as error:
    print(error)
sys.stderr.write("last\n")
