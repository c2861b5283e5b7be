"""Points in time and durations: subclasses of Python's own, in microseconds since 1970."""

import calendar
import datetime as dt
import re

from pandas._missing import NAT, NaT, is_missing, unsupported
from pandas.errors import OutOfBoundsDatetime


class DateParseError(ValueError):
    """A text is no date."""


DAY = 86_400_000_000
UNITS = {
    "W": 7 * DAY, "D": DAY, "d": DAY, "h": 3_600_000_000, "H": 3_600_000_000, "m": 60_000_000, "min": 60_000_000,
    "T": 60_000_000, "s": 1_000_000, "S": 1_000_000, "ms": 1000, "us": 1, "µs": 1,
}
for _unit, _names in {"W": "week weeks w", "D": "day days", "h": "hour hours hr", "min": "minute minutes mins",
                      "s": "second seconds sec", "ms": "millisecond milliseconds milli millis l",
                      "us": "microsecond microseconds micro micros u"}.items():
    for _name in _names.split():
        UNITS[_name] = UNITS[_unit]
_EPOCH = dt.datetime(1970, 1, 1)
_EPOCH_DAY = _EPOCH.toordinal()
_MICRO = dt.timedelta(microseconds=1)


def micros_of(moment):
    """Microseconds since 1970 of a date, or of a date with a time."""
    if not isinstance(moment, dt.datetime):
        return (moment.toordinal() - _EPOCH_DAY) * DAY
    if moment.tzinfo is not None:
        raise unsupported("time zones", "remove them first, with .replace(tzinfo=None)")
    seconds = moment.hour * 3600 + moment.minute * 60 + moment.second
    return (moment.toordinal() - _EPOCH_DAY) * DAY + seconds * 1_000_000 + moment.microsecond


class Timestamp(dt.datetime):
    """A point in time."""

    def __new__(cls, ts_input=None, *args, unit=None, tz=None, tzinfo=None, **fields):
        if tz is not None or tzinfo is not None:
            raise unsupported("time zones")
        if fields or args:
            if ts_input is not None:
                fields = dict(zip(("year", "month", "day", "hour", "minute", "second", "microsecond"),
                                  (ts_input, *args))) | fields
            if fields.pop("nanosecond", 0):
                raise unsupported("nanoseconds")
            return dt.datetime.__new__(cls, **fields)
        if is_missing(ts_input):
            return NaT
        if isinstance(ts_input, dt.date):
            return from_micros(micros_of(ts_input))
        if isinstance(ts_input, str):
            return from_micros(parse_moment(ts_input)) if ts_input not in ("NaT", "nan", "") else NaT
        if unit in (None, "ns"):
            return from_micros(int(ts_input) // 1000)
        return from_micros(round(ts_input * UNITS[unit]))

    @classmethod
    def now(cls, tz=None):
        return Timestamp(dt.datetime.now())

    @classmethod
    def today(cls, tz=None):
        return Timestamp(dt.datetime.now())

    @property
    def value(self):
        return micros_of(self) * 1000

    nanosecond = 0
    unit = "us"
    tz = None

    def __repr__(self):
        return f"Timestamp('{self}')"

    def __str__(self):
        return self.isoformat(" ")

    def __reduce_ex__(self, protocol):
        return (from_micros, (micros_of(self),))

    def __hash__(self):
        return dt.datetime.__hash__(self)

    def __add__(self, other):
        if isinstance(other, (str, int, float)) or other is NaT:
            if other is NaT:
                return NaT
            raise TypeError(f"Addition/subtraction of integers and integer-arrays with {type(self).__name__} is no longer "
                            "supported.  Instead of adding/subtracting `n`, use `n * obj.freq`")
        result = dt.datetime.__add__(self, other)
        return result if result is NotImplemented else Timestamp(result)

    __radd__ = __add__

    def __sub__(self, other):
        if other is NaT:
            return NaT
        result = dt.datetime.__sub__(self, other)
        if isinstance(result, dt.timedelta):
            return Timedelta(result)
        return result if result is NotImplemented else Timestamp(result)

    def __rsub__(self, other):
        result = dt.datetime.__rsub__(self, other)
        return Timedelta(result) if isinstance(result, dt.timedelta) else result

    def _compare(name):
        own = getattr(dt.datetime, name)

        def compare(self, other):
            if isinstance(other, str):
                return NotImplemented
            if isinstance(other, dt.date) and not isinstance(other, dt.datetime):
                if name in ("__eq__", "__ne__"):
                    return name == "__ne__"
                raise TypeError("Cannot compare Timestamp with datetime.date. Use ts == pd.Timestamp(date) or "
                                "ts.date() == date instead.")
            return own(self, other)

        return compare

    for _name in ("__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__"):
        locals()[_name] = _compare(_name)
    del _compare, _name

    dayofweek = day_of_week = property(lambda self: self.weekday())
    quarter = property(lambda self: (self.month + 2) // 3)
    dayofyear = day_of_year = property(lambda self: self.timetuple().tm_yday)
    week = weekofyear = property(lambda self: self.isocalendar()[1])
    days_in_month = daysinmonth = property(lambda self: calendar.monthrange(self.year, self.month)[1])
    is_leap_year = property(lambda self: calendar.isleap(self.year))
    is_month_start = property(lambda self: self.day == 1)
    is_month_end = property(lambda self: self.day == self.days_in_month)
    is_year_start = property(lambda self: (self.month, self.day) == (1, 1))
    is_year_end = property(lambda self: (self.month, self.day) == (12, 31))
    is_quarter_start = property(lambda self: self.day == 1 and self.month % 3 == 1)
    is_quarter_end = property(lambda self: self.is_month_end and self.month % 3 == 0)

    def day_name(self, locale=None):
        return calendar.day_name[self.weekday()]

    def month_name(self, locale=None):
        return calendar.month_name[self.month]

    def normalize(self):
        return self.replace(hour=0, minute=0, second=0, microsecond=0)

    def to_pydatetime(self, warn=True):
        return dt.datetime(self.year, self.month, self.day, self.hour, self.minute, self.second, self.microsecond)

    def _rounded(self, freq, how):
        from pandas._freq import step_of

        step, at = step_of(freq), micros_of(self)
        low = at // step * step
        if how == "ceil":
            return from_micros(low if low == at else low + step)
        if how == "round" and (2 * (at - low) > step or (2 * (at - low) == step and low // step % 2)):
            return from_micros(low + step)
        return from_micros(low)

    def floor(self, freq):
        return self._rounded(freq, "floor")

    def ceil(self, freq):
        return self._rounded(freq, "ceil")

    def round(self, freq):
        return self._rounded(freq, "round")

    def __getattr__(self, name):
        raise AttributeError(f"pandas here has no Timestamp.{name}")


class Timedelta(dt.timedelta):
    """A duration."""

    def __new__(cls, value=None, unit=None, **parts):
        if parts:
            known = {"weeks", "days", "hours", "minutes", "seconds", "milliseconds", "microseconds"}
            if set(parts) - known:
                raise ValueError("cannot construct a Timedelta from the passed arguments, allowed keywords are "
                                 "[weeks, days, hours, minutes, seconds, milliseconds, microseconds, nanoseconds]")
            value = dt.timedelta(**parts)
        if is_missing(value) or value == "NaT":
            return NaT
        if isinstance(value, dt.timedelta):
            return dt.timedelta.__new__(cls, value.days, value.seconds, value.microseconds)
        if isinstance(value, str):
            return span(parse_span(value))
        if unit in (None, "ns"):
            return span(int(value) // 1000)
        if unit not in UNITS:
            raise ValueError(f"invalid unit abbreviation: {unit}")
        return span(round(value * UNITS[unit]))

    @property
    def value(self):
        return (self // _MICRO) * 1000

    @property
    def components(self):
        from collections import namedtuple

        kind = namedtuple("Components", "days hours minutes seconds milliseconds microseconds nanoseconds")
        rest = self.seconds
        return kind(self.days, rest // 3600, rest // 60 % 60, rest % 60, self.microseconds // 1000,
                    self.microseconds % 1000, 0)

    def __str__(self):
        return span_text(dt.timedelta.__floordiv__(self, _MICRO), True)

    def __repr__(self):
        return f"Timedelta('{span_text(dt.timedelta.__floordiv__(self, _MICRO), True)}')"

    def __reduce__(self):
        return (span, (dt.timedelta.__floordiv__(self, _MICRO),))

    __hash__ = dt.timedelta.__hash__

    def _wrapped(name):
        own = getattr(dt.timedelta, name)

        def operate(self, *others):
            result = own(self, *others)
            return Timedelta(result) if isinstance(result, dt.timedelta) else result

        return operate

    for _name in ("__add__", "__radd__", "__sub__", "__rsub__", "__mul__", "__rmul__", "__truediv__", "__floordiv__",
                  "__mod__", "__neg__", "__abs__"):
        locals()[_name] = _wrapped(_name)
    del _wrapped, _name

    def __radd__(self, other):
        if isinstance(other, dt.datetime):
            return Timestamp(other) + self
        return self + other

    def to_pytimedelta(self):
        return dt.timedelta(self.days, self.seconds, self.microseconds)

    def __getattr__(self, name):
        raise AttributeError(f"pandas here has no Timedelta.{name}")


def from_micros(micros):
    """The point in time; the missing one for the least number."""
    if micros == NAT:
        return NaT
    days, rest = divmod(int(micros), DAY)
    try:
        date = dt.date.fromordinal(days + _EPOCH_DAY)
    except (ValueError, OverflowError):
        raise OutOfBoundsDatetime("Out of bounds: years are 1 to 9999 here") from None
    seconds, fraction = divmod(rest, 1_000_000)
    return dt.datetime.__new__(Timestamp, date.year, date.month, date.day, seconds // 3600, seconds // 60 % 60,
                               seconds % 60, fraction)


def span(micros):
    if micros == NAT:
        return NaT
    days, rest = divmod(int(micros), DAY)
    return dt.timedelta.__new__(Timedelta, days, rest // 1_000_000, rest % 1_000_000)


def span_text(micros, with_time):
    """`1 days 02:00:00`."""
    days, rest = divmod(int(micros), DAY)
    text = f"{days} days"
    if not with_time:
        return text
    seconds, fraction = divmod(rest, 1_000_000)
    sign = "+" if days < 0 else ""
    text += f" {sign}{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    return f"{text}.{fraction:06}" if fraction else text


_SPAN = re.compile(r"\s*([-+]?\d+(?:\.\d+)?)\s*([A-Za-zµ]+)\s*,?(?:\s*and)?")
_CLOCK = re.compile(r"\s*([-+]?)(\d+):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?\s*$")


def parse_span(text):
    total, at, body, sign = 0, 0, text.strip(), 1
    if body.startswith("-") and not _CLOCK.match(body):
        sign, body = -1, body[1:]
    while at < len(body):
        clock = _CLOCK.match(body, at)
        if clock:
            minus, hours, minutes, seconds, fraction = clock.groups()
            part = (int(hours) * 3600 + int(minutes) * 60 + int(seconds or 0)) * 1_000_000
            part += int((fraction or "").ljust(6, "0")[:6])
            total += -part if minus == "-" else part
            break
        match = _SPAN.match(body, at)
        if not match or match[2] not in UNITS:
            if match:
                raise ValueError(f"invalid unit abbreviation: {match[2]}")
            raise ValueError("unit abbreviation w/o a number" if re.search("[A-Za-z]", body[at:]) else "no units specified")
        total += round(float(match[1]) * UNITS[match[2]])
        at = match.end()
    return sign * total


_ISO = re.compile(
    r"\s*(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?"
    r"(?:[T ]\s*(\d{1,2})(?::(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?)?)?\s*(Z|[-+]\d\d:?\d\d)?\s*$"
)
_FORMATS = [
    "%m/%d/%Y", "%m-%d-%Y", "%m.%d.%Y", "%d %b %Y", "%d %B %Y", "%b %d, %Y", "%B %d, %Y", "%b %d %Y", "%B %d %Y",
    "%d-%b-%Y", "%d-%B-%Y", "%b %Y", "%B %Y", "%Y %b %d", "%m/%d/%y", "%m-%d-%y", "%d-%b-%y", "%b-%Y", "%Y%m%d", "%a %d %b %Y",
    "%A, %B %d, %Y", "%Y%m%dT%H%M%S", "%b-%y",
]
_TIMES = ["", " %H:%M", " %H:%M:%S", " %I:%M %p", " %I:%M:%S %p", " %H:%M:%S.%f", " %I%p"]


def parse_moment(text, dayfirst=False):
    """Microseconds since 1970 of a date that is written in one of the usual ways."""
    match = _ISO.match(text)
    if match:
        year, month, day, hour, minute, second, fraction, zone = match.groups()
        if zone not in (None, "Z", "+00:00"):
            raise unsupported(f"time zones, as in {text!r}")
        if zone == "Z":
            raise unsupported(f"time zones, as in {text!r}", "take the Z away first")
        try:
            days = dt.date(int(year), int(month or 1), int(day or 1)).toordinal() - _EPOCH_DAY
            if int(hour or 0) > 23 or int(minute or 0) > 59 or int(second or 0) > 59:
                raise ValueError("hour must be in 0..23")
        except ValueError as error:
            raise DateParseError(f"{error}: {text}") from None
        seconds = int(hour or 0) * 3600 + int(minute or 0) * 60 + int(second or 0)
        return days * DAY + seconds * 1_000_000 + int((fraction or "").ljust(6, "0")[:6])
    format = guess_format(text, dayfirst)
    if format is None:
        raise DateParseError(f"Unknown datetime string format, unable to parse: {text}")
    return micros_of(dt.datetime.strptime(text.strip(), format))


def guess_format(text, dayfirst=False):
    """The format of a date, which others are then read with; `None` if it has none of the usual ones."""
    text = text.strip()
    for date in _FORMATS:
        orders = [date]
        if date.startswith(("%m/%d", "%m-%d", "%m.%d")):
            swapped = date.replace("%m", "%x").replace("%d", "%m").replace("%x", "%d")
            orders = [swapped, date] if dayfirst or date.startswith("%m.") and dayfirst else [date, swapped]
        for order in orders:
            for time in _TIMES if "%H" not in order else [""]:
                try:
                    dt.datetime.strptime(text, order + time)
                except ValueError:
                    continue
                return order + time
    return None
