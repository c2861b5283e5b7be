import glob
import os
import shutil
import tempfile
from pathlib import Path

base = Path("project")
(base / "src" / "pkg").mkdir(parents=True)
for name in ["main.py", "pkg/a.py", "pkg/b.py", "notes.txt"]:
    (base / "src" / name).write_text(f"# {name}\n")
print(sorted(path.as_posix() for path in base.rglob("*.py")))
print(sorted(glob.glob("project/**/*.txt", recursive=True)))
for folder, folders, files in os.walk("project"):
    print(folder, sorted(folders), sorted(files))
shutil.copytree(base, "copy")
shutil.move("copy/src/notes.txt", "copy/moved.txt")
print(sorted(os.listdir("copy")), Path("copy/moved.txt").read_text())
path = Path("project/src/main.py")
print(path.stem, path.suffix, path.parent.name, path.with_suffix(".txt").name, path.parts, path.exists())
print(path.relative_to("project"), Path("a/../b"), Path("/x") / "y", path.stat().st_size)
with tempfile.TemporaryDirectory() as folder:
    Path(folder, "x").touch()
    print(len(os.listdir(folder)))
print(os.path.exists(folder))
shutil.rmtree("copy")
print(Path("copy").is_dir())
os.makedirs("project", exist_ok=True)
os.rmdir("project")
