def repeat(turns):
    for turn in range(turns):
        turn + 1000


repeat(500_000)
