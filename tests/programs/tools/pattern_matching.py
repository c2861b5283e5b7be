def describe(value):
    match value:
        case 0 | 0.0:
            return "zero"
        case bool():
            return "a truth value"
        case int(n) if n < 0:
            return f"negative {abs(n)}"
        case int():
            return "an int"
        case str(s) if s.isupper():
            return f"loud {s!r}"
        case "":
            return "empty text"
        case [] | ():
            return "nothing in it"
        case [x]:
            return f"only {describe(x)}"
        case [first, *_, last]:
            return f"from {first} to {last}"
        case {"type": "circle", "r": r, **rest}:
            return f"circle {r} {rest}"
        case None:
            return "None"
        case _:
            return type(value).__name__


for value in [0, -5, 7, True, "HEY", "", "x", [], [1], (1, 2, 3), {"type": "circle", "r": 2, "c": 1}, {}, None, 1.5]:
    print(f"{value!r:<40} {describe(value)}")
command = "move 3 north".split()
match command:
    case ["move", steps, ("north" | "south") as way]:
        print(int(steps), way)
