"""Runs the examples of NumPy's own documentation in Garter's numpy: how many print what the documentation says.

    python3 -m venv /tmp/numpy && /tmp/numpy/bin/pip install numpy==2.4.6
    /tmp/numpy/bin/python tests/arrays/examples.py [part of a name …]

The examples are read from the NumPy that is installed, and nothing of them is kept. Of each module it says how many are right;
with a part of a name it shows those that are not. Lines that draw, or need another package, are left out. Numbers may
differ in their last digits, and what the documentation itself calls random is not compared.
"""

import ast
import doctest
import json
import pathlib
import re
import subprocess
import sys
import tempfile

try:
    import numpy
except ImportError:
    print("skipped: the examples are read from NumPy, which this Python does not have")
    sys.exit()

root = pathlib.Path(__file__).parents[2]

NAMES = """
import json, numpy, types
modules = {"numpy": numpy, "numpy.ndarray": numpy.ndarray, "numpy.linalg": numpy.linalg, "numpy.fft": numpy.fft,
    "numpy.random": numpy.random, "numpy.random.Generator": numpy.random.Generator, "numpy.poly1d": numpy.poly1d}
print(json.dumps({name: [one for one in dir(of) if not one.startswith("_")] for name, of in modules.items()}))
"""

RUN = """
import builtins, contextlib, io, json, re, sys, traceback, warnings
import numpy

NUMBER = re.compile(r"[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:e[-+]?\\d+)?", re.I)

def is_same(got, want):
    # The documentation shows scalars as numbers, and has remarks behind some of them.
    got, want = [re.sub(r"np\\.\\w+\\(([^()]*|\\([^()]*\\))\\)", r"\\1", text) for text in (got, want)]
    got, want = [re.sub(r"\\b(True|False)_", r"\\1", re.sub(r"np\\.(True|False)_", r"\\1", text)) for text in (got, want)]
    want = re.sub(r"\\s+# .*", "", want)
    squeezed = ["".join(text.replace("<BLANKLINE>", "").split()) for text in (got, want)]
    if squeezed[0] == squeezed[1]:
        return True
    if "..." in squeezed[1]:
        pattern = ".*".join(map(re.escape, squeezed[1].split("...")))
        if re.fullmatch(pattern, squeezed[0], re.S):
            return True
    texts = [" ".join(text.replace("[", " [ ").replace("]", " ] ").split()) for text in (got, want)]
    shapes = ["".join(NUMBER.sub("0", text).split()) for text in texts]
    if shapes[0] != shapes[1]:
        return False
    numbers = [[float(number) for number in NUMBER.findall(text)] for text in texts]
    return all(abs(a - b) <= 1e-12 + 1e-6 * abs(b) for a, b in zip(*numbers))

def shown(example, scope):
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        try:
            exec(compile(example, "example", "single"), scope)
        except BaseException as error:
            head = "Traceback (most recent call last):\\n    ...\\n"
            return out.getvalue() + head + "".join(traceback.format_exception_only(error))
    return out.getvalue()

warnings.simplefilter("ignore")
for name, examples in json.loads(DATA):
    scope, wrong = {"np": numpy, "__name__": "__main__"}, []
    numpy.set_printoptions(precision=8, threshold=1000, edgeitems=3, linewidth=75, suppress=False)
    for source, want, is_compared in examples:
        got = shown(source, scope)
        if want.startswith("Traceback"):
            # What follows a traceback in the text of an error may be left out.
            is_right = is_same((got.splitlines() or [""])[-1].split(":")[0].split(".")[-1], want.strip().splitlines()[-1].split(":")[0].split(".")[-1])
        elif is_compared:
            is_right = is_same(got, want)
        else:
            is_right = not got.startswith("Traceback")
        if not is_right:
            wrong.append([source, want, got])
    print(json.dumps([name, len(examples), wrong]))
"""


def run(program):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "program.py")
        path.write_text(program)
        command = ["./garter", "cargo", "run", "--quiet", "--example", "python", "--", str(path)]
        return subprocess.run(command, cwd=root, capture_output=True, text=True, stdin=subprocess.DEVNULL)


def named(source, use):
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return set()
    return {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, use)}


def examples_of(documentation):
    examples, drawn = [], set()
    for example in doctest.DocTestParser().get_examples(documentation):
        if re.search(r"\bplt\b|matplotlib|scipy|sympy|\bmpl|ctypes|timeit", example.source):
            drawn |= named(example.source, ast.Store)
            continue
        # What uses a name of theirs is left out with them.
        if drawn & named(example.source, ast.Load):
            drawn |= named(example.source, ast.Store)
            continue
        if "+SKIP" in example.source:
            continue
        both = example.source + example.want
        is_random = re.search(r"may vary|#\s*random|uninitialized|<.* at 0x", both)
        examples.append([example.source, example.want, not is_random])
    return examples


names = run(NAMES)
if names.returncode or not names.stdout:
    sys.exit(names.stderr)
totals, failed = {}, []
for module, members in json.loads(names.stdout).items():
    of = eval(module)
    documented = {}
    for name in members:
        text = getattr(getattr(of, name, None), "__doc__", None)
        # An alias has the examples of another name.
        if isinstance(text, str) and ">>>" in text and text not in documented.values():
            documented[name] = text
    if sys.argv[1:]:
        documented = {name: text for name, text in documented.items() if any(part in name for part in sys.argv[1:])}
    data = [[f"{module}.{name}", examples_of(text)] for name, text in documented.items()]
    result = run(f"DATA = {json.dumps(data)!r}\n{RUN}")
    right = total = whole = 0
    for line in result.stdout.splitlines():
        name, count, wrong = json.loads(line)
        total, right, whole = total + count, right + count - len(wrong), whole + (not wrong)
        failed.extend([name, *one] for one in wrong)
    if result.stdout.count("\n") != len(data):
        print(f"{module}: ended after {result.stdout.count(chr(10))} of {len(data)} functions\n{result.stderr[-2000:]}")
    totals[module] = f"{right} of {total} examples, {whole} of {len(data)} functions"
for module, text in totals.items():
    print(f"{module}: {text}")
for name, source, want, got in failed:
    if sys.argv[1:]:
        print(f"--- {name}\n{source}wanted:\n{want}got:\n{got}")
pathlib.Path(tempfile.gettempdir(), "numpy-examples.json").write_text(json.dumps(failed))
