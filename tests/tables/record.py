"""Records what pandas prints for the programs in `programs`: X.stdout for each X.py.

    python3 -m venv /tmp/pandas && /tmp/pandas/bin/pip install pandas==3.1.1 tabulate
    /tmp/pandas/bin/python tests/tables/record.py [part of a name …]

Run it with a Python that has pandas 3. What a program cannot print twice in the same way (addresses, the time) it may not print.
"""

import pathlib
import subprocess
import sys
import tempfile

here = pathlib.Path(__file__).parent
for program in sorted((here / "programs").glob("*.py")):
    if sys.argv[1:] and not any(part in program.name for part in sys.argv[1:]):
        continue
    with tempfile.TemporaryDirectory() as folder:
        run = subprocess.run([sys.executable, "-P", str(program)], capture_output=True, text=True, cwd=folder)
    if run.returncode:
        sys.exit(f"{program.name} fails:\n{run.stderr}")
    program.with_suffix(".stdout").write_text(run.stdout)
    print(program.name)
