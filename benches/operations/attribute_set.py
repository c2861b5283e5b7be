class Thing:
    pass


def repeat(turns):
    thing = Thing()
    thing.x = 1
    for turn in range(turns):
        thing.x = 2


repeat(500_000)
