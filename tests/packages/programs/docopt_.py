"""Naval Fate.

Usage:
  naval ship new <name>...
  naval ship <name> move <x> <y> [--speed=<kn>]
  naval ship shoot <x> <y>
  naval mine (set|remove) <x> <y> [--moored | --drifting]
  naval (-h | --help)
  naval --version

Options:
  -h --help     Show this screen.
  --version     Show version.
  --speed=<kn>  Speed in knots [default: 10].
  --moored      Moored (anchored) mine.
  --drifting    Drifting mine.
"""
import contextlib
import io

from docopt import DocoptExit, docopt

for line in ["ship new Black Pearl", "ship Pearl move 1 2 --speed=15", "ship Pearl move 1 2", "ship shoot 3 4",
             "mine set 1 2 --drifting", "mine remove 5 6"]:
    found = docopt(__doc__, argv=line.split(), version="Naval 2.0")
    print(line, "->", {key: value for key, value in sorted(found.items()) if value not in (None, False)})
for line in ["ship", "mine set 1", "mine set 1 2 --moored --drifting", "ship new", "--unknown"]:
    try:
        docopt(__doc__, argv=line.split())
    except DocoptExit as error:
        print(line, "->", str(error).strip().splitlines()[0])
for line in ["--version", "--help"]:
    shown = io.StringIO()
    with contextlib.redirect_stdout(shown):
        try:
            docopt(__doc__, argv=[line], version="Naval 2.0")
        except SystemExit as exit:
            code = exit.code
    print(line, code, shown.getvalue().strip().splitlines()[0])
counted = docopt("Usage: prog [-v...] [--path=<path>]... [<file>...]", argv=["-vv", "--path=a", "--path=b", "x", "y"])
print(sorted(counted.items()))
print(docopt("Usage: prog [options] <a>\n\nOptions: -n, --number N  a number [default: 3]\n  -q  quiet", argv=["-q", "z"]))
