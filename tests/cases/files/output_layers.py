import io
import sys


class Shouting(io.FileIO):
    def write(self, data):
        return super().write(bytes(data).upper())


class Whispering(io.TextIOWrapper):
    def write(self, text):
        return super().write(text.lower())


def text_over(raw):
    return io.TextIOWrapper(io.BufferedWriter(raw), encoding="utf-8", newline="\n", write_through=True)


print("plain", flush=True)
own = text_over(Shouting(1, "wb", closefd=False))
print("through a raw file of the program's own", file=own, flush=True)
whisper = Whispering(sys.stdout.buffer, encoding="utf-8", write_through=True)
print("THROUGH A CLASS OF ITS OWN", file=whisper, flush=True)
whisper.detach()

sys.stdout.buffer.write(b"bytes first, ")
print("then text", flush=True)
print(sys.stdout.write("seven ä\n"), flush=True)

sys.stdout.reconfigure(errors="backslashreplace")
print("half a pair: \ud800", flush=True)
sys.stdout.reconfigure(encoding="ascii", errors="xmlcharrefreplace")
print("é", sys.stdout.encoding, flush=True)
sys.stdout.reconfigure(encoding="utf-8", errors="strict")
try:
    print("\udfff")
except UnicodeEncodeError as error:
    print(error.reason, flush=True)
sys.stdout.reconfigure(line_buffering=False, write_through=False)
print("held back", end="")
print(", then shown", flush=True)

closed = text_over(io.FileIO(1, "wb", closefd=False))
print("through another file", file=closed, flush=True)
closed.close()
for text in ["x", ""]:
    try:
        print(text, file=closed)
    except ValueError as error:
        print(type(error).__name__, flush=True)
reader = io.TextIOWrapper(io.BufferedReader(io.FileIO(0, "rb", closefd=False)), encoding="utf-8", write_through=True)
try:
    reader.write("x")
except io.UnsupportedOperation as error:
    print(error)
