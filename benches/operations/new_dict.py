def repeat(turns):
    for turn in range(turns):
        {}


repeat(500_000)
