"""CPython's console, reading a session from standard input as somebody would type it.

What its own loop (`_pyrepl.simple_interact`) does with a whole block, this does line by line.
"""

import linecache
import sys

import _sitebuiltins
from _pyrepl.console import InteractiveColoredConsole


def is_incomplete(console, block):
    try:
        return console.compile(block, "<stdin>", "single") is None
    except (OverflowError, SyntaxError, ValueError):
        return False


def main():
    sys.ps1, sys.ps2 = ">>> ", "... "
    names = {"__name__": "__main__", "__builtins__": __builtins__}
    console = InteractiveColoredConsole(names)
    lines = []
    count = 0
    while True:
        sys.stdout.write(str(sys.ps2 if lines else sys.ps1))
        sys.stdout.flush()
        line = sys.stdin.readline()
        if not line:
            sys.stdout.write("\n")
            return
        lines.append(line.rstrip("\n"))
        block = "\n".join(lines)
        if len(lines) == 1 and block.strip() in ("exit", "quit") and block.strip() not in names:
            _sitebuiltins.Quitter(block.strip(), "")()
        if is_incomplete(console, block):
            continue
        lines.clear()
        name = f"<python-input-{count}>"
        count += 1
        linecache.cache[name] = (len(block), None, block.splitlines(keepends=True), name)
        console.push(block, filename=name, _symbol="single")


main()
