def repeat(turns):
    text = "x" * turns
    for char in text:
        pass


repeat(500_000)
