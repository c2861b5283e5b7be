def receipt(number):
    price = number * 1.25
    name = f"item {number}"
    share = (number % 100) / 100
    return f"{number:05d} {name:<12}|{price:>10.2f} EUR|{share:6.1%}|{number * 1000:,}|{name!r}"


total = 0
for number in range(15_000):
    total += len(receipt(number))
print(total)
print(receipt(42))
