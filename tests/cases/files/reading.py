with open("t.txt", "w", newline="") as file:
    print(file.write("one\ntwo\r\nthree\rfour"))
for newline in [None, "", "\n", "\r", "\r\n"]:
    with open("t.txt", newline=newline) as file:
        print(repr(newline), file.readlines())
with open("t.txt") as file:
    print(file.read(2), file.read(0) == "", repr(file.readline()), repr(file.readline(2)), next(file), file.newlines)
    print(repr(file.read()), repr(file.read()), repr(file.readline()))
with open("t.txt", "rb") as file:
    print(file.read(3), file.tell(), file.seek(-4, 2), file.read(), file.readline())
    buffer = bytearray(4)
    file.seek(1)
    print(file.readinto(buffer), buffer)
with open("t.txt", "r+") as file:
    file.seek(2)
    file.write("XX")
    file.truncate()
with open("t.txt") as file:
    print(file.read())
for encoding, errors in [("utf-8", "strict"), ("latin-1", "strict"), ("ascii", "replace"), ("utf-16", "strict"), ("ascii", "strict")]:
    try:
        with open("e.txt", "w", encoding=encoding, errors=errors) as file:
            file.write("Zoë")
        with open("e.txt", "rb") as file:
            print(encoding, file.read())
        with open("e.txt", encoding=encoding) as file:
            print(file.read())
    except UnicodeError as error:
        print(type(error).__name__, error)
with open("e.txt", "wb") as file:
    file.write(b"ok \xff\xfe")
for errors in ["strict", "replace", "ignore", "surrogateescape", "backslashreplace"]:
    try:
        print(errors, ascii(open("e.txt", errors=errors).read()))
    except UnicodeDecodeError as error:
        print(error)
with open("b.bin", "wb") as file:
    file.seek(5)
    file.write(b"x")
print(open("b.bin", "rb").read())
with open("a.txt", "a") as one, open("a.txt", "a") as two:
    one.write("1")
    one.flush()
    two.write("2")
print(open("a.txt").read())
import io
print(io.StringIO("a\nb").readlines(), io.BytesIO(b"xyz").getvalue(), io.open is open)
