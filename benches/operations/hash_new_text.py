def repeat(turns):
    a, b = "word", "12345"
    for turn in range(turns):
        hash(a + b)


repeat(500_000)
