"""Records what NumPy and pandas print for the programs of `tests/arrays` and `tests/tables`: X.stdout for each X.py.

    python3 -m venv /tmp/real && /tmp/real/bin/pip install numpy==2.4.6 pandas==3.1.1 tabulate
    /tmp/real/bin/python tests/record.py arrays|tables [part of a name …]

Run it with a Python that has NumPy 2 or pandas 3. What a program cannot print twice in the same way (addresses, the time) it may not
print.
"""

import pathlib
import subprocess
import sys
import tempfile

if len(sys.argv) < 2:
    sys.exit("say which: tests/record.py arrays, or tests/record.py tables")
_, corpus, *parts = sys.argv
for program in sorted((pathlib.Path(__file__).parent / corpus / "programs").glob("*.py")):
    if parts and not any(part in program.name for part in parts):
        continue
    with tempfile.TemporaryDirectory() as folder:
        run = subprocess.run([sys.executable, "-P", str(program)], capture_output=True, text=True, cwd=folder)
    if run.returncode:
        sys.exit(f"{program.name} fails:\n{run.stderr}")
    program.with_suffix(".stdout").write_text(run.stdout)
    print(program.name)
