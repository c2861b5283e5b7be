def repeat(turns):
    a = 3
    for turn in range(turns):
        a + 4


repeat(500_000)
