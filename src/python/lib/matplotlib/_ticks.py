"""Where the ticks of an axis are, and what stands at them."""

import datetime
import math

from matplotlib import _data

MINUS = "\N{MINUS SIGN}"
STEPS = (1, 2, 2.5, 5, 10)
# Beyond these powers of ten the ticks are counted in one of them, which stands at the axis' end.
LEAST_POWER, MOST_POWER = -5, 6

YEAR, MONTH, DAY = 365.25, 30.44, 1.0
HOUR, MINUTE, SECOND = 1 / 24, 1 / 1440, 1 / 86400
# The unit, how many of it, and how its dates are written.
DATE_STEPS = (
    *((SECOND, count, "%H:%M:%S") for count in (1, 5, 10, 30)),
    *((MINUTE, count, "%d %H:%M") for count in (1, 5, 10, 30)),
    *((HOUR, count, "%m-%d %H") for count in (1, 3, 6, 12)),
    *((DAY, count, "%Y-%m-%d") for count in (1, 2, 7, 14)),
    *((MONTH, count, "%Y-%m") for count in (1, 2, 3, 6)),
    *((YEAR, count, "%Y") for count in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)),
)


def linear(low, high, most):
    """Round numbers from low to high with at most so many steps between them, and their distance."""
    span = high - low
    if not span > 0:
        return [low], 1.0
    raw = span / max(most, 1)
    power = 10.0 ** math.floor(math.log10(raw))
    step = next(step * power for step in STEPS if step * power >= raw * (1 - 1e-9))
    first = math.ceil(low / step - 1e-9)
    last = math.floor(high / step + 1e-9)
    places = decimals(step)
    return [round(count * step, places) if places < 300 else count * step for count in range(first, last + 1)], step


def decimals(step):
    """How many digits after the point a multiple of the step needs."""
    power = math.floor(math.log10(step) + 1e-9)
    mantissa = step / 10.0**power
    return max(0, -power + (1 if abs(mantissa - 2.5) < 1e-6 else 0))


def numbers(ticks, step):
    """The ticks as text, and the power of ten that they are counted in, or an empty text."""
    largest = max((abs(tick) for tick in ticks), default=0.0)
    power = math.floor(math.log10(largest) + 1e-9) if largest > 0 else 0
    if LEAST_POWER < power < MOST_POWER:
        power = 0
    scale = 10.0**power
    places = min(decimals(step / scale), 12)
    texts = [signed(f"{tick / scale:.{places}f}") for tick in ticks]
    return texts, signed(f"1e{power}") if power else ""


def signed(text):
    if text.startswith("-") and not text.strip("-0."):
        text = text[1:]
    return text.replace("-", MINUS)


def short(value):
    """A number that somebody has chosen as a tick."""
    return signed(f"{value:.10g}")


def logarithmic(low, high, most):
    """Powers of ten, their texts, and the numbers between them that have a small tick."""
    first, last = math.ceil(math.log10(low) - 1e-9), math.floor(math.log10(high) + 1e-9)
    stride = max(1, math.ceil((last - first) / max(most, 1)))
    powers = range(first + (-first) % stride, last + 1, stride)
    ticks = [10.0**power for power in powers]
    texts = [power_of_ten(power) for power in powers]
    small = []
    if stride == 1:
        between = [factor * 10.0**power for power in range(first - 1, last + 1) for factor in range(2, 10)]
        small = [tick for tick in between if low <= tick <= high]
    if len(ticks) < 2:
        # So little is seen that these have to say where it is.
        marked = [tick for tick in small if f"{tick:e}"[0] in ("25" if len(small) > 4 else "23456789")]
        ticks = sorted(ticks + marked)
        texts = [short(tick) for tick in ticks]
    return ticks, texts, small


def power_of_ten(power):
    return f"$10^{{{power}}}$"


def dates(low, high, most):
    """Dates that are round in the calendar, as numbers and as text."""
    span = max(high - low, SECOND)
    unit, count, form = next(
        (step for step in DATE_STEPS if step[0] * step[1] * max(most, 1) >= span), DATE_STEPS[-1]
    )
    ticks = []
    for tick in calendar(unit, count, _data.moment(low)):
        number = _data.day(tick)
        if number > high + 1e-9:
            break
        if number >= low - 1e-9:
            ticks.append((number, tick.strftime(form) if unit != YEAR else str(tick.year)))
    return [number for number, _ in ticks], [text for _, text in ticks]


def calendar(unit, count, start):
    """Round dates from one at or before the start on."""
    try:
        if unit in (YEAR, MONTH):
            months = count * (12 if unit == YEAR else 1)
            month = (start.year * 12 + start.month - 1) // months * months
            month = max(month, 12)
            while True:
                yield datetime.datetime(month // 12, month % 12 + 1, 1)
                month += months
        if unit == DAY and count > 1:
            # Weeks begin on Mondays.
            base = datetime.datetime(1970, 1, 5)
        else:
            base = datetime.datetime(start.year, start.month, start.day)
        step = datetime.timedelta(seconds=round(unit * count * _data.SECONDS_A_DAY))
        tick = base + (start - base) // step * step
        while True:
            yield tick
            tick += step
    except (OverflowError, ValueError):
        # The calendar ends here.
        return
