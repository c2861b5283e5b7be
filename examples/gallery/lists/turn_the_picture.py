# A picture is a list of rows. zip() turns rows into columns, and that turns the picture.
picture = [
    "  ▲    ",
    " ▲▲▲   ",
    "▲▲▲▲▲  ",
    "  █    ",
    "  █  ▒▒",
]


def show(title, rows):
    print(title)
    for row in rows:
        print("   " + " ".join(row))


def turned(rows):
    """A quarter turn to the right: the last row becomes the first column."""
    return ["".join(column) for column in zip(*rows[::-1])]


show("as it is", picture)
show("in the mirror", [row[::-1] for row in picture])
show("upside down", picture[::-1])
show("a quarter turn", turned(picture))

four_turns = turned(turned(turned(turned(picture))))
print("four turns bring it back:", four_turns == picture)

# Try: write a function that turns to the left, without turning three times.
