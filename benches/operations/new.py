class Thing:
    pass


def repeat(turns):
    for turn in range(turns):
        Thing()


repeat(500_000)
