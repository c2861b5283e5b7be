def repeat(turns):
    items = [1, 2, 3]
    for turn in range(turns):
        items[1]


repeat(500_000)
