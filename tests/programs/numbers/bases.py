for number in (0, 5, 37, 255, 1024):
    print(f"{number:>5} {bin(number):>14} {oct(number):>7} {hex(number):>6}")
print(int("ff", 16), int("0b1010", 0), int("zz", 36), int(" 42 "), int("1_000"))
print(~5, 5 & 3, 5 | 3, 5 ^ 3, 5 << 2, -5 >> 1)
print((1000).bit_length(), (255).to_bytes(2, "big"), int.from_bytes(b"\x01\x00", "little"))


def to_base(number, base, digits="0123456789abcdefghijklmnopqrstuvwxyz"):
    if number < 0:
        return "-" + to_base(-number, base)
    quotient, remainder = divmod(number, base)
    return (to_base(quotient, base) if quotient else "") + digits[remainder]


print([to_base(2026, base) for base in (2, 3, 8, 12, 36)], to_base(-10, 2))
print(2 ** 200, len(str(3 ** 1000)))
print(float("nan") == float("nan"), 1e308 * 10, 7 // 2.0, divmod(-7, 2))
