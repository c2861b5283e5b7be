def repeat(turns):
    for turn in range(turns):
        str(turn)


repeat(500_000)
