def show(a, b=2, /, *args, c, d=4, **options):
    print(a, b, args, c, d, options)


show(1, c=3)
show(1, 5, 6, 7, c=8, d=9, e=10)
show(*[1, 2, 3], **{"c": 4, "z": 0})


def append(item, target=[]):
    target.append(item)
    return target


print(append(1), append(2), append(3, []))


def swap(a, b):
    return b, a


first, *middle, last = range(6)
print(swap(1, 2), first, middle, last)
(x, y), z = (1, 2), 3
print(x, y, z)
for call in ["show()", "show(1, c=1, a=2)", "swap(1)", "swap(1, 2, 3)", "show(1, 2, d=1)", "swap(b=1, x=2)"]:
    try:
        eval(call)
    except TypeError as error:
        print(f"{call}: {error}")
print(show.__defaults__, show.__kwdefaults__, swap.__code__.co_varnames)
