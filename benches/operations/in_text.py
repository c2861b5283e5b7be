def repeat(turns):
    text, char = "aeiou", "x"
    for turn in range(turns):
        char in text


repeat(500_000)
