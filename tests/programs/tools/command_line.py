import argparse
import sys

parser = argparse.ArgumentParser(prog="greet", description="Greets people.")
parser.add_argument("names", nargs="+", help="whom to greet")
parser.add_argument("-n", "--times", type=int, default=1, help="how often (default: %(default)s)")
parser.add_argument("--loud", action="store_true")
parser.add_argument("--style", choices=["formal", "casual"], default="casual")
for arguments in (["Ann"], ["Ann", "Bob", "-n", "2", "--loud"], ["Cid", "--style=formal"]):
    options = parser.parse_args(arguments)
    greeting = "Good day" if options.style == "formal" else "Hi"
    text = f"{greeting}, {' and '.join(options.names)}!"
    for _ in range(options.times):
        print(text.upper() if options.loud else text)
parser.print_usage()
print(sys.argv[1:], parser.parse_args(["x", "-n", "3"]))
parser.parse_args(["Ann", "-n", "many"])
