"""What people draw: numbers, dates and texts, made numbers."""

import datetime
import math
import numbers

NAN = math.nan
EPOCH = datetime.date(1970, 1, 1).toordinal()
SECONDS_A_DAY = 86_400
# Beyond the one, sums and differences of numbers are infinite; below the other, parts of them are 0.
LARGEST, LEAST = 1e300, 1e-290


def listed(values, name):
    """The values as a list; a single one is a list of one."""
    if isinstance(values, (str, bytes, numbers.Number, datetime.date)) or values is None:
        return [values]
    if is_array(values):
        values = values.tolist()
        return values if isinstance(values, list) else [values]
    try:
        return list(values)
    except TypeError:
        raise TypeError(f"{name} must be a list of values, not {values!r}") from None


def is_array(values):
    """Whether these are numpy's: without an import of it, which would fetch it."""
    return hasattr(values, "tolist") and hasattr(values, "ndim")


def columns(values):
    """The columns of an array with two axes, each of which is drawn for itself; None for anything else."""
    return values.T.tolist() if is_array(values) and values.ndim == 2 else None


def paired(x, y, names=("x", "y")):
    """Raises ValueError if the lists have different lengths."""
    if len(x) != len(y):
        raise ValueError(
            f"{names[0]} and {names[1]} must have the same length, but they have {len(x)} and {len(y)} values"
        )


def repeated(value, count, name):
    """A list with this many values: a single one stands for all."""
    values = listed(value, name)
    if len(values) == count:
        return values
    if len(values) == 1:
        return values * count
    raise ValueError(f"{name} must be one value or {count} of them, but there are {len(values)}")


def number(value):
    """A float; what cannot be drawn is NaN."""
    if value is None:
        return NAN
    if isinstance(value, datetime.date):
        return day(value)
    try:
        result = float(value)
    except OverflowError:
        return NAN
    except (TypeError, ValueError):
        raise TypeError(f"cannot draw {value!r}: it is no number, no date and no text") from None
    if abs(result) < LEAST:
        return 0.0
    return result if abs(result) < LARGEST else NAN


def day(moment):
    """Days since 1970."""
    days = float(moment.toordinal() - EPOCH)
    if isinstance(moment, datetime.datetime):
        seconds = moment.hour * 3600 + moment.minute * 60 + moment.second
        days += (seconds + moment.microsecond / 1e6) / SECONDS_A_DAY
    return days


def moment(days):
    """The date and time so many days after 1970, within the calendar."""
    days = min(max(days, 1 - EPOCH), datetime.date.max.toordinal() - EPOCH)
    start = datetime.datetime(1970, 1, 1)
    return start + datetime.timedelta(seconds=round(days * SECONDS_A_DAY))


def finite(values):
    return [value for value in values if math.isfinite(value)]


def quantile(ordered, part):
    """Of values in their order, with what lies between two of them."""
    at = part * (len(ordered) - 1)
    low = math.floor(at)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (at - low)
