def repeat(turns):
    for turn in range(turns):
        (turn, turn)


repeat(500_000)
