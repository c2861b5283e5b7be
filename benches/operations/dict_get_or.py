def repeat(turns):
    ages, name = {"ada": 1}, "ada"
    for turn in range(turns):
        ages.get(name, 0)


repeat(500_000)
