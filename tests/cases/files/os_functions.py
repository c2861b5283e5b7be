import os
import stat


def attempt(name, *arguments):
    try:
        print(name, getattr(os, name)(*arguments))
    except OSError as error:
        print(name, type(error).__name__, error, error.filename2)


os.mkdir("d")
os.makedirs("d/e/f")
open("d/x", "w").write("12345")
for call in [
    ("mkdir", "d"), ("mkdir", "no/way"), ("rmdir", "d"), ("rmdir", "d/x"), ("rmdir", "gone"), ("remove", "gone"),
    ("rename", "gone", "b"), ("rename", "d/x", "d/y"), ("rename", "d/y", "d/e"), ("replace", "d", "d/e/inside"),
    ("listdir", "gone"), ("listdir", "d/y"), ("chdir", "d/y"), ("chdir", "gone"), ("listdir", "d"),
    ("access", "d/y", os.R_OK), ("access", "gone", os.F_OK), ("readlink", "d/y"), ("truncate", "d/y", 2),
    ("makedirs", "d/e"), ("removedirs", "d/e"),
]:
    attempt(*call)
info = os.stat("d/y")
print(info.st_size, stat.S_ISREG(info.st_mode), stat.filemode(0o100644), stat.S_ISDIR(os.stat("d").st_mode))
print(info[6] == info.st_size, len(info), info.st_mtime_ns // 10**9 == int(info.st_mtime))
os.utime("d/y", (1000, 2000))
print(os.path.getmtime("d/y"), os.stat("d/y").st_atime)
os.chmod("d/y", 0o400)
print(oct(os.stat("d/y").st_mode & 0o777))
os.chmod("d/y", 0o644)
os.symlink("d/y", "link")
print(os.readlink("link"), os.path.islink("link"), open("link").read(), os.path.realpath("link") == os.path.abspath("d/y"))
os.symlink("nowhere", "broken")
print(os.path.exists("broken"), os.path.lexists("broken"), sorted(os.listdir(".")))
with os.scandir("d") as entries:
    for entry in sorted(entries, key=lambda entry: entry.name):
        print(entry.name, entry.path, entry.is_dir(), entry.is_file(), entry.is_symlink())
os.chdir("d")
print(os.path.basename(os.getcwd()), os.listdir(b"."), os.path.relpath("../link"))
fd = os.open("raw", os.O_RDWR | os.O_CREAT)
print(os.write(fd, b"hello"), os.lseek(fd, 1, os.SEEK_SET), os.read(fd, 10), os.fstat(fd).st_size)
copy = os.dup(fd)
os.close(fd)
print(os.lseek(copy, 0, os.SEEK_CUR), os.read(copy, 1))
os.close(copy)
attempt("close", copy)
attempt("read", copy, 1)
for name in ["a/b/../c", "/x//y", "~", "a.tar.gz", ""]:
    print(os.path.normpath(name), os.path.split(name), os.path.splitext(name), os.path.isabs(name), os.path.dirname(name))
print(os.path.commonpath(["/a/b", "/a/c"]), os.path.join("a", "/b", "c"), os.sep, os.linesep == "\n", os.name)
os.environ["GREETING"] = "hello"
print(os.environ["GREETING"], os.getenv("GREETING"), os.getenv("NONE", "-"), os.path.expandvars("$GREETING you"))
del os.environ["GREETING"]
print("GREETING" in os.environ, len(os.urandom(4)), os.fspath(b"x"))
