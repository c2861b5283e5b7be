# Functions are values: they can stand in a dictionary and wait to be called.
def repeat(text, times):
    return " ".join([text] * int(times))


def mirror(text):
    return text + " | " + text[::-1]


def shout(text):
    return text.upper() + "!"


COMMANDS = {"repeat": repeat, "mirror": mirror, "shout": shout}

while True:
    command, *words = input(f"{', '.join(COMMANDS)} or stop: ").split() or [""]
    if command == "stop":
        break
    if command not in COMMANDS:
        print(f"I do not know {command!r}.")
        continue
    try:
        print(COMMANDS[command](*words))
    except TypeError:
        print(f"{command} wants something else after it.")

# Try: add a command of your own. Where do you have to change the program?
