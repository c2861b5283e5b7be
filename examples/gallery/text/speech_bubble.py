# Break a long text into short lines and let somebody say it.
from textwrap import wrap


def bubble(text, width=24):
    lines = wrap(text, width)
    widest = max(len(line) for line in lines)
    print(" ╭" + "─" * (widest + 2) + "╮")
    for line in lines:
        print(" │ " + line.ljust(widest) + " │")
    print(" ╰─┬" + "─" * widest + "╯")


def snake():
    print("   │")
    print("  (o o)____")
    print("   ~~\\____ \\___")
    print("          \\____>")


bubble("Have you noticed that a computer never gets tired of wrapping lines?")
snake()

# Try: draw another animal, or give the snake a line of yours with input().
