"""Integers as digits of any base."""

import operator


def binary_repr(num, width=None):
    number = operator.index(num)
    digits = format(abs(number), "b")
    if number >= 0:
        if width is not None and width < len(digits):
            raise ValueError(f"Insufficient bit {width=} provided for binwidth={len(digits)}")
        return digits.zfill(width or 0)
    if width is None:
        return "-" + digits
    # The complement to two: so many bits hold from -2 ** (width - 1).
    least = len(digits) if abs(number) == 1 << len(digits) - 1 else len(digits) + 1
    if width < least:
        raise ValueError(f"Insufficient bit {width=} provided for binwidth={least}")
    return format((1 << width) + number, "b").zfill(width)


def base_repr(number, base=2, padding=0):
    if not 2 <= base <= 36:
        which = "less than 2" if base < 2 else "greater than 36"
        raise ValueError(f"Bases {which} not handled in base_repr.")
    left, digits = abs(int(number)), []
    while left:
        left, digit = divmod(left, base)
        digits.append("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"[digit])
    digits.extend("0" * (padding if number else max(padding, 1)))
    return ("-" if number < 0 else "") + "".join(reversed(digits))
