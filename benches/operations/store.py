def repeat(turns):
    for turn in range(turns):
        x = turn


repeat(500_000)
