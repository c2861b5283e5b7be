try:
    {}["a"]
except KeyError:
    print("handling")
    int("b")
