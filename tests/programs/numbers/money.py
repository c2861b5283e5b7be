from decimal import Decimal, ROUND_HALF_UP, getcontext
from fractions import Fraction

print(0.1 + 0.2, Decimal("0.1") + Decimal("0.2"), Fraction(1, 10) + Fraction(2, 10))
price = Decimal("19.99")
total = (price * 3 * Decimal("1.19")).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
print("total", total)
getcontext().prec = 30
print(Decimal(2).sqrt(), Decimal(1) / Decimal(7))
balance = Decimal(1000)
for year in range(1, 6):
    balance *= Decimal("1.035")
    print(year, balance.quantize(Decimal("0.01")))
print(sum(Fraction(1, n) for n in range(1, 11)))
print(Fraction(0.75), Fraction("3/9"), Fraction(22, 7).limit_denominator(5), float(Fraction(1, 3)))
print(round(2.5), round(3.5), round(2.675, 2), round(1234.5, -2))
