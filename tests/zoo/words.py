# Words beside what is shown, and what a program leaves behind: titles, kinds, files, pictures of turtles. See README.md.

import os
from _garter import display as show

DOT = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle r="9"/></svg>'


## a_description_of_a_megabyte
for text in ["x" * 300_000, "word " * 60_000, "ำ" * 90_000]:
    show("image/svg+xml", DOT, text[:90_000])
show("image/svg+xml", DOT, "x" * 500_000)

## a_description_of_marks
show("image/svg+xml", DOT, "\u202e\u0301\u200d" * 90_000)

## a_description_of_what_cannot_be_drawn
show("image/png", b"nothing", "ำ" * 250_000)

## a_title_of_a_megabyte
display("<svg width='9' height='9'><title>" + "ำ" * 150_000 + "</title><circle r='9'/></svg>")

## a_title_of_a_page
show("text/html", b"<p>x", "\u0e33" * 250_000)

## a_title_of_a_table
show("application/vnd.garter.table+json", b'{"columns":[{"name":"a","isNumeric":false}],"rows":[["x"]],"moreRows":0,"moreColumns":0}', "\u0e33" * 250_000)

## a_text_that_is_shown
show("text/plain", ("ำ" * 300_000).encode(), "a text")

## a_text_of_many_lines
show("text/plain", b"\n" * 900_000, "lines")

## a_text_of_marks
show("text/plain", ("\u202e\u2067a\u05d0" * 80_000).encode(), "marks")

## kinds_that_are_long_or_odd
for mime in ["x" * 127, "\u202egnp/egami", "IMAGE/PNG", "image/png;x=" + "y" * 100, "__proto__", "constructor", "toString", " "]:
    try:
        show(mime, b"x", "odd")
    except Exception as error:
        print(type(error).__name__)

## files_as_many_as_may_be
#: status ok exception
for n in range(999):
    open(f"{n}.txt", "w").write("x")

## files_as_large_as_may_be
#: status ok exception
for n in range(7):
    open(f"{n}.txt", "w").write("ำ" * 300_000)

## a_file_of_one_line
#: status ok exception
open("long.py", "w").write("x" * 7_000_000)

## a_file_of_many_lines
#: status ok exception
open("lines.py", "w").write("x\n" * 3_000_000)

## files_in_deep_folders
#: status ok exception
for n in range(200):
    path = "/".join(["d"] * n)
    os.makedirs(path or ".", exist_ok=True)
    open(f"{path or '.'}/x", "w").write("x")

## files_of_odd_names
#: status ok exception
for name in ["\u202eyp.exe", "__proto__", "constructor", "a\nb", "a\x1b[2J", "x" * 255, "\u200b", " ", "\ud800", "con", "ำ" * 80, "a\\b", "<b>"]:
    try:
        open(name, "w").write("x")
    except (OSError, ValueError) as error:
        print(type(error).__name__)

## canvases_as_many_as_may_be
import turtle
for n in range(20):
    screen = turtle.Screen()
    screen.setup(4000, 4000)
    screen.screensize(4000, 4000)
    turtle.forward(10)
    turtle.bye() if n < 19 else None
    turtle.TurtleScreen._RUNNING = True

## a_canvas_of_many_turtles
import turtle
turtle.tracer(0)
turtles = [turtle.Turtle() for _ in range(2000)]
for at, one in enumerate(turtles):
    one.goto(at % 400, at // 400 * 9)
turtle.update()
turtle.bye()

## a_canvas_of_long_words
#: status exception
#: says too much to draw at once
import turtle
turtle.tracer(0)
for n in range(5):
    turtle.write("ำ" * 20_000, font=("Arial", 200, "bold"))
turtle.update()
turtle.bye()

## an_exit_of_a_megabyte
#: status exit output-limit
raise SystemExit("ำ" * 300_000)

## an_exit_of_a_large_number
#: status exit exception
raise SystemExit(10**4000)

## a_secret_question_of_a_megabyte
#: input
import getpass
getpass.getpass("ำ" * 300_000)

## objects_that_are_long
display("x" * 200_000, [10**4000] * 50, {n: n for n in range(20_000)})
