def ones(turns):
    for turn in range(turns):
        yield 1


def repeat(turns):
    for one in ones(turns):
        pass


repeat(500_000)
