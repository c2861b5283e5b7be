class Thing:
    def one(self):
        return 1


def repeat(turns):
    thing = Thing()
    for turn in range(turns):
        thing.one()


repeat(500_000)
