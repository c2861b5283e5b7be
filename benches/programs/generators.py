def naturals():
    n = 0
    while True:
        yield n
        n += 1


def pairs(source):
    for value in source:
        if value % 3:
            yield value, value * value


total = 0
for small, large in pairs(naturals()):
    total += [large - small, small][small % 2]
    if small > 150_000:
        break
print(total)
