import os

with open("poem.txt", "w", encoding="utf-8") as file:
    file.write("Roses are red\nViolets are blue\n")
    print("Sugar is sweet", "And so are you", sep="\n", file=file)
with open("poem.txt", encoding="utf-8") as file:
    for number, line in enumerate(file, 1):
        print(f"{number}: {line.rstrip()}")
with open("poem.txt", "a") as file:
    file.writelines(["extra\n", "ユニコード\n"])
text = open("poem.txt", encoding="utf-8").read()
print(len(text), text.splitlines()[-1], os.path.getsize("poem.txt"))
with open("poem.txt", "r+") as file:
    print(file.readline().strip(), file.tell(), file.seek(0), file.read(5))
with open("data.bin", "wb") as file:
    file.write(bytes(range(10)))
with open("data.bin", "rb") as file:
    file.seek(-3, os.SEEK_END)
    print(file.read(), file.closed)
print(sorted(os.listdir()), os.path.exists("poem.txt"), os.path.splitext("a/b.tar.gz"))
os.rename("poem.txt", "old.txt")
os.remove("data.bin")
print(os.path.isfile("old.txt"), os.path.isdir("."), os.path.join("a", "b"), os.path.basename("/x/y.z"))
try:
    open("x", "wb").write("text")
except TypeError as error:
    print(error)
try:
    file.read()
except ValueError as error:
    print(error)
open("missing.txt")
