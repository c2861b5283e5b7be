def repeat(turns):
    items = [1]
    for turn in range(turns):
        len(items)


repeat(500_000)
