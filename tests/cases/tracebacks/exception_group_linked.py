def check(number):
    try:
        return 1 / number
    except ZeroDivisionError as error:
        raise ValueError(f"{number} cannot be divided by") from error


def errors(numbers):
    for number in numbers:
        try:
            check(number)
        except ValueError as error:
            yield error


shared = list(errors([0, 0]))
many = [KeyError(number) for number in range(20)]
shared[1].add_note("the second one")
try:
    raise ExceptionGroup("first", shared)
except ExceptionGroup as first:
    try:
        raise ExceptionGroup("many", many + [first])
    except ExceptionGroup as group:
        second = group
    raise ExceptionGroup("both", [shared[0], second, ExceptionGroup("again", shared), first]) from second
