import decimal
from decimal import Decimal, getcontext

for attempt in (
    lambda: Decimal("twelve"),
    lambda: Decimal(1) / 0,
    lambda: Decimal(0) / 0,
    lambda: Decimal(1) % 0,
    lambda: Decimal(1) // 0,
    lambda: divmod(Decimal(0), 0),
    lambda: Decimal(-1).sqrt(),
    lambda: Decimal(-1).ln(),
    lambda: Decimal(-1) ** Decimal("0.5"),
    lambda: Decimal(0) ** 0,
    lambda: Decimal(10) ** 10**10,
    lambda: Decimal("sNaN") + 1,
    lambda: Decimal("NaN") < 1,
    lambda: Decimal("Infinity") - Decimal("Infinity"),
    lambda: Decimal(1).quantize(Decimal("1e-40")),
    lambda: getcontext().create_decimal("twelve"),
):
    try:
        print(attempt())
    except decimal.DecimalException as error:
        print(type(error).__name__, error, error.args)
getcontext().traps[decimal.DivisionByZero] = False
print(Decimal(1) / 0)
getcontext().traps[decimal.Inexact] = True
try:
    Decimal(1) / 3
except decimal.Inexact as error:
    print(error)
