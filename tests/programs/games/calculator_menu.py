def add(a, b):
    return a + b


def divide(a, b):
    return a / b


OPERATIONS = {"+": add, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": divide, "**": pow}

history = []
while (line := input("calc> ")) != "quit":
    if line == "history":
        print(*history, sep="\n")
        continue
    try:
        left, operator, right = line.split()
        result = OPERATIONS[operator](float(left), float(right))
    except ValueError as error:
        print("I need: number operator number.", error)
    except KeyError as error:
        print("I do not know", error)
    except ZeroDivisionError:
        print("Nobody divides by zero.")
    else:
        print(f"{result:g}")
        history.append(f"{line} = {result:g}")
print("Bye")
