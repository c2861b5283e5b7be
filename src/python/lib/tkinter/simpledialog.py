"""Questions to the reader: asked where the program prints, answered where it reads."""

__all__ = ["askstring", "askinteger", "askfloat"]


def askstring(title, prompt, **options):
    """The line that is typed; `None` at the end of the input."""
    initial = options.get("initialvalue")
    hint = "" if initial is None else f" [{initial}]"
    try:
        line = input(f"{title}: {str(prompt).rstrip()}{hint} ")
    except EOFError:
        return None
    return initial if line == "" and initial is not None else line


def askinteger(title, prompt, **options):
    """The whole number that is typed; `None` at the end of the input."""
    return _ask_number(int, "an integer", title, prompt, options)


def askfloat(title, prompt, **options):
    """The number that is typed; `None` at the end of the input."""
    return _ask_number(float, "a floating-point value", title, prompt, options)


def _ask_number(kind, name, title, prompt, options):
    least, most = options.get("minvalue"), options.get("maxvalue")
    while True:
        line = askstring(title, prompt, initialvalue=options.get("initialvalue"))
        if line is None:
            return None
        try:
            number = kind(line)
        except ValueError:
            print(f"Not {name}.")
            continue
        if least is not None and number < least:
            print(f"The allowed minimum value is {least}.")
        elif most is not None and number > most:
            print(f"The allowed maximum value is {most}.")
        else:
            return number
