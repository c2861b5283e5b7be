def numbers():
    yield 1
    raise ValueError("no more")


for number in numbers():
    print(number)
