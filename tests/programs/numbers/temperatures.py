def celsius_to_fahrenheit(celsius):
    """
    >>> celsius_to_fahrenheit(100)
    212.0
    >>> celsius_to_fahrenheit(-40)
    -40.0
    """
    return celsius * 9 / 5 + 32


print(f"{'°C':>6} {'°F':>7}")
print("-" * 14)
for celsius in range(-20, 41, 10):
    print(f"{celsius:6d} {celsius_to_fahrenheit(celsius):7.1f}")
print(f"|{'left':<8}|{'mid':^8}|{'right':>8}|")
print(f"{1234567.891:,.2f} {0.000012:.3g} {255:#x} {255:08b} {0.256:.1%} {42:+d} {-7 // 2} {-7 % 3}")
print(f"{'x' * 3!r:>10} {3.0!s} {[1, 2]!r:*^12} {True:d} {1e100:g}")
width, precision = 10, 3
print(f"{3.14159:{width}.{precision}f}|{width=}|{precision * 2 = }")
