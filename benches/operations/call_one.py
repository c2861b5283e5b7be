def repeat(turns):
    def same(value):
        return value

    for turn in range(turns):
        same(turn)


repeat(500_000)
