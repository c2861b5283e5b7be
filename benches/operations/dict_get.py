def repeat(turns):
    ages, name = {"ada": 1}, "ada"
    for turn in range(turns):
        ages[name]


repeat(500_000)
