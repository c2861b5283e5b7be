VALUES = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
          (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]


def to_roman(number):
    if not 0 < number < 4000:
        raise ValueError(f"{number} has no Roman numeral")
    text = ""
    for value, letters in VALUES:
        count, number = divmod(number, value)
        text += letters * count
    return text


def from_roman(text):
    total = 0
    for value, letters in VALUES:
        while text.startswith(letters):
            total += value
            text = text.removeprefix(letters)
    return total


for year in (1, 4, 9, 14, 40, 90, 400, 944, 1987, 2026, 3999):
    roman = to_roman(year)
    print(f"{year:>5} {roman:<12} {from_roman(roman) == year}")
assert all(from_roman(to_roman(n)) == n for n in range(1, 4000))
to_roman(4000)
