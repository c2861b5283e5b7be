def repeat(turns):
    a = 1.5
    for turn in range(turns):
        a + 2.5


repeat(500_000)
