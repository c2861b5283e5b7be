def parse(text):
    try:
        number = int(text)
    except ValueError:
        print(f"{text!r} is no number")
        return None
    except TypeError as error:
        print("wrong type:", error)
        raise
    else:
        print("parsed", number)
        return number
    finally:
        print("done with", text)


print([parse("1"), parse("x")])
try:
    parse(None)
except TypeError as error:
    print(type(error).__name__, error.args)


class ConfigError(Exception):
    """The configuration is wrong."""


def load():
    try:
        return {}["port"]
    except KeyError as error:
        raise ConfigError("no port") from error


try:
    load()
except ConfigError as error:
    print(repr(error), repr(error.__cause__), error.__doc__)
for expression in ["1 / 0", "[][1]", "{}['k']", "int('a')", "None.x", "'1' + 1", "undefined", "len(5)", "(1, 2)[3]", "'a'.foo", "[1] < 2", "float('x')", "1 + None", "range(1.5)"]:
    try:
        eval(expression)
    except Exception as error:
        print(f"{expression:12} {type(error).__name__}: {error}")


def finally_wins():
    try:
        return "try"
    finally:
        print("finally")


print(finally_wins())
try:
    raise ExceptionGroup("several", [ValueError(1), TypeError("t")])
except* ValueError as group:
    print("values", group.exceptions)
except* TypeError as group:
    print("types", group.exceptions)
load()
