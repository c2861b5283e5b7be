"""Runs the examples of pandas's own documentation in Garter's pandas: how many print what the documentation says.

    python3 -m venv /tmp/pandas && /tmp/pandas/bin/pip install pandas==3.1.1 tabulate
    /tmp/pandas/bin/python tests/tables/examples.py [part of a name …]

The examples are read from the pandas that is installed, and nothing of them is kept. With a part of a name it shows those
that are wrong. Examples of a function that is not here are left out and counted, and so are those that draw or read addresses.
`--here` runs them in this Python, over its NumPy, which is quicker and shows tracebacks.
"""

import doctest
import inspect
import json
import pathlib
import re
import subprocess
import sys
import tempfile

try:
    import pandas
except ImportError:
    print("skipped: the examples are read from pandas, which this Python does not have")
    sys.exit()

root = pathlib.Path(__file__).parents[2]
OWNERS = ["Series", "DataFrame", "Index", "MultiIndex", "DatetimeIndex", "Timestamp", "Timedelta", "Categorical", "Series.str", "Series.dt",
          "Series.cat", "DataFrameGroupBy", "SeriesGroupBy", "pandas"]

NAMES = """
import json, pandas
from pandas import _dates, _strings, _category, _groupby
owners = {"Series.str": _strings.StringMethods, "Series.dt": _dates.DateFields, "Series.cat": _category.CategoryMethods,
    "DataFrameGroupBy": _groupby.DataFrameGroupBy, "SeriesGroupBy": _groupby.SeriesGroupBy, "pandas": pandas}
print(json.dumps({name: [one for one in dir(owners.get(name) or getattr(pandas, name)) if not one.startswith("_")] for name in OWNERS}))
"""

RUN = """
import contextlib, io, json, re, sys, traceback, warnings
import numpy, pandas

def is_same(got, want):
    got, want = [re.sub(r"np\\\\.\\\\w+\\\\(([^()]*)\\\\)", r"\\\\1", text) for text in (got, want)]
    got, want = [re.sub(r"\\b(True|False)_", r"\\1", re.sub(r"np\\.(True|False)_", r"\\1", text)) for text in (got, want)]
    got, want = [" ".join(text.replace("<BLANKLINE>", "").split()) for text in (got, want)]
    if got == want:
        return True
    return "..." in want and bool(re.fullmatch(".*".join(map(re.escape, want.split("..."))), got, re.S))

def shown(example, scope):
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        try:
            exec(compile(example, "example", "single"), scope)
        except BaseException as error:
            return out.getvalue() + "Traceback (most recent call last):\\\\n    ...\\\\n" + "".join(traceback.format_exception_only(error))
    return out.getvalue()

warnings.simplefilter("ignore")
for name, examples in json.loads(DATA):
    scope, wrong = {"pd": pandas, "np": numpy, "__name__": "__main__"}, []
    for source, want, is_compared in examples:
        got = shown(source, scope)
        if want.startswith("Traceback"):
            is_right = is_same(got.splitlines()[-1].split(":")[0] if got else "", want.strip().splitlines()[-1].split(":")[0])
        else:
            is_right = is_same(got, want) if is_compared else not got.startswith("Traceback")
        if not is_right:
            wrong.append([source, want, got])
    print(json.dumps([name, len(examples), wrong]), flush=True)
"""

SKIPPED = re.compile(r"plot|matplotlib|read_excel|to_excel|parquet|hdf|sql|pickle|\btz|\bUTC\b|Period|to_period|period\[|Int64|boolean|Sparse|sparse|pyarrow|"
                     r"\bapi\b|Float64|string\[|xarray|\bstyle\b|may vary|https?:|latex|feather|\bxml|clipboard|stata|convert_dtypes|"
                     r"nanosecond|numba|register_")


def run(program, here):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "program.py")
        path.write_text(program)
        if here:
            environment = {"PYTHONPATH": str(root / "pandas/python")}
            command = [sys.executable, "-P", str(path)]
            return subprocess.run(command, capture_output=True, text=True, env=environment, cwd=folder)
        command = ["./garter", "cargo", "run", "--quiet", "--example", "python", "--", str(path)]
        return subprocess.run(command, cwd=root, capture_output=True, text=True, stdin=subprocess.DEVNULL)


def examples_of(documentation):
    examples = []
    for example in doctest.DocTestParser().get_examples(documentation):
        if "+SKIP" in example.source or SKIPPED.search(example.source + example.want):
            continue
        is_random = re.search(r"random|sample\(|memory_usage|<.* at 0x", example.source + example.want)
        examples.append([example.source, example.want, not is_random])
    return examples


def owner_of(name):
    if name == "pandas":
        return pandas
    if name.endswith("GroupBy"):
        return getattr(pandas.api.typing, name)
    at = pandas
    for part in name.split("."):
        at = getattr(at, part)
    return at


def main():
    here = "--here" in sys.argv
    parts = [part for part in sys.argv[1:] if part != "--here"]
    answer = run(f"OWNERS = {OWNERS!r}\n{NAMES}", here)
    known = json.loads(answer.stdout) if answer.stdout else sys.exit(answer.stderr)
    data, left_out, seen = [], 0, set()
    for owner in OWNERS:
        for name in sorted(vars(pandas) if owner == "pandas" else dir(owner_of(owner))):
            if name.startswith("_"):
                continue
            documentation = inspect.getdoc(getattr(owner_of(owner), name, None)) or ""
            if not documentation or documentation in seen or owner == "pandas" and not callable(getattr(pandas, name)):
                continue
            seen.add(documentation)
            examples = examples_of(documentation)
            if name not in known[owner]:
                left_out += len(examples)
            elif examples and (not parts or any(part in f"{owner}.{name}" for part in parts)):
                data.append([f"{owner}.{name}", examples])
    right, total, by_owner = 0, 0, {}
    step = 40
    for at in range(0, len(data), step):
        answer = run(f"DATA = {json.dumps(data[at:at + step])!r}\n{RUN.replace(chr(92) * 2, chr(92))}", here)
        lines = [line for line in answer.stdout.splitlines() if line.startswith("[")]
        if len(lines) != len(data[at:at + step]):
            print(f"stopped behind {len(lines)} of {step}: {answer.stderr[-800:]}")
        for name, count, wrong in map(json.loads, lines):
            own = by_owner.setdefault(name.rpartition(".")[0], [0, 0])
            own[0] += count - len(wrong)
            own[1] += count
            right, total = right + count - len(wrong), total + count
            if parts:
                for source, want, got in wrong:
                    print(f"--- {name}\n{source}wanted:\n{want}got:\n{got}")
    for name, (one, of) in by_owner.items():
        print(f"{name}: {one} of {of}")
    print(f"{right} of {total} are right, {100 * right / max(total, 1):.1f} %; {left_out} are of functions that are not here")


main()
