def repeat(turns):
    def one():
        return 1

    for turn in range(turns):
        one()


repeat(500_000)
