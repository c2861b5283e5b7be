def repeat(turns):
    ages, name = {"ada1": 1}, "ada"
    for turn in range(turns):
        ages[name + "1"]


repeat(500_000)
