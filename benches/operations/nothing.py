def repeat(turns):
    for turn in range(turns):
        pass


repeat(500_000)
