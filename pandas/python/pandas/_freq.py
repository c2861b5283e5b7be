"""Steps of time: `D`, `ME`, `2h` and their kin."""

import calendar
import datetime as dt
import re

from pandas._missing import unsupported
from pandas._times import DAY, UNITS, Timedelta, from_micros, micros_of

_FIXED = {"D": DAY, "h": UNITS["h"], "min": UNITS["min"], "s": UNITS["s"], "ms": 1000, "us": 1}
_DAYS = ["MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"]
_MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]
_GONE = {"M": "ME", "Q": "QE", "Y": "YE", "A": "YE", "H": "h", "T": "min", "S": "s", "L": "ms", "U": "us", "BM": "BME", "AS": "YS"}


class Offset:
    """A step of time: a fixed one, or one of the calendar."""

    normalize = False

    def __init__(self, n, rule, anchor=None):
        self.n, self.rule, self.anchor = n, rule, anchor

    @property
    def freqstr(self):
        text = self.rule if self.anchor is None else f"{self.rule}-{self.anchor}"
        return text if self.n == 1 else f"{self.n}{text}"

    name = freqstr

    @property
    def is_fixed(self):
        return self.rule in _FIXED

    @property
    def step(self):
        return self.n * _FIXED[self.rule]

    def __repr__(self):
        names = {"D": "Day", "h": "Hour", "min": "Minute", "s": "Second", "ME": "MonthEnd", "MS": "MonthBegin", "B": "BusinessDay",
                 "YE": "YearEnd", "YS": "YearBegin", "QE": "QuarterEnd", "QS": "QuarterBegin", "W": "Week", "ms": "Milli"}
        extra = ""
        if self.rule == "W":
            extra = f": weekday={_DAYS.index(self.anchor)}"
        elif self.rule in ("YE", "YS"):
            extra = f": month={_MONTHS.index(self.anchor) + 1}"
        elif self.rule in ("QE", "QS"):
            extra = f": startingMonth={(_MONTHS.index(self.anchor) % 3) + 1 if self.rule == 'QS' else _MONTHS.index(self.anchor) % 3 + 1}"
        if self.n == 1:
            return f"<{names.get(self.rule, self.rule)}{extra}>"
        return f"<{self.n} * {names.get(self.rule, self.rule)}s{extra}>"

    def __eq__(self, other):
        if isinstance(other, str):
            try:
                other = to_offset(other)
            except ValueError:
                return False
        return isinstance(other, Offset) and (self.n, self.rule, self.anchor) == (other.n, other.rule, other.anchor)

    def __hash__(self):
        return hash((self.n, self.rule, self.anchor))

    def __mul__(self, count):
        return Offset(self.n * count, self.rule, self.anchor)

    __rmul__ = __mul__

    def __neg__(self):
        return self * -1

    def __add__(self, other):
        if isinstance(other, dt.date):
            return from_micros(self.shift(micros_of(other)))
        return NotImplemented

    __radd__ = __add__

    def __rsub__(self, other):
        return (-self) + other

    def shift(self, micros, sign=1):
        """The point in time so many steps later: calendar steps go to the next date of theirs first."""
        n = self.n * sign
        if self.is_fixed:
            return micros + n * _FIXED[self.rule]
        days, rest = divmod(micros, DAY)
        date = dt.date(1970, 1, 1) + dt.timedelta(days)
        if self.rule == "B":
            while n:
                date += dt.timedelta(1 if n > 0 else -1)
                if date.weekday() < 5:
                    n -= 1 if n > 0 else -1
        elif not self.is_on(date):
            date = self.next(date) if n > 0 else self.previous(date)
            n -= 1 if n > 0 else -1 if n < 0 else 0
            date = self.stepped(date, n)
        else:
            date = self.stepped(date, n)
        return micros_of(date) + rest

    def stepped(self, date, n):
        """`n` steps from a date of the calendar's own."""
        if self.rule == "W":
            return date + dt.timedelta(7 * n)
        if self.rule == "B":
            return dt.date.fromordinal(micros_of(date) // DAY + 719163) if n == 0 else (
                dt.date(1970, 1, 1) + dt.timedelta(Offset(n, "B").shift(micros_of(date)) // DAY))
        months = {"ME": 1, "MS": 1, "QE": 3, "QS": 3, "YE": 12, "YS": 12, "BME": 1, "BMS": 1}[self.rule]
        count = date.year * 12 + date.month - 1 + n * months
        return self._of_month(count // 12, count % 12 + 1)

    def _of_month(self, year, month):
        if self.rule[-1] == "S":
            date = dt.date(year, month, 1)
            while self.rule == "BMS" and date.weekday() > 4:
                date += dt.timedelta(1)
            return date
        date = dt.date(year, month, calendar.monthrange(year, month)[1])
        while self.rule == "BME" and date.weekday() > 4:
            date -= dt.timedelta(1)
        return date

    def is_on(self, date):
        if self.is_fixed:
            return True
        if self.rule == "B":
            return date.weekday() < 5
        if self.rule == "W":
            return date.weekday() == _DAYS.index(self.anchor)
        if date != self._of_month(date.year, date.month):
            return False
        if self.rule in ("QE", "QS"):
            return date.month % 3 == (_MONTHS.index(self.anchor) + 1) % 3
        if self.rule in ("YE", "YS"):
            return date.month == _MONTHS.index(self.anchor) + 1
        return True

    def next(self, date):
        """The first date of the calendar's own behind this one."""
        return self._walk(date, 1)

    def previous(self, date):
        return self._walk(date, -1)

    def _walk(self, date, way):
        if self.rule in ("W", "B"):
            date += dt.timedelta(way)
            while not self.is_on(date):
                date += dt.timedelta(way)
            return date
        count = date.year * 12 + date.month - 1 - way
        while True:
            found = self._of_month(count // 12, count % 12 + 1)
            if (found - date).days * way > 0 and self.is_on(found):
                return found
            count += way


def to_offset(freq):
    """The step that a text names."""
    if isinstance(freq, Offset):
        return freq
    if isinstance(freq, dt.timedelta):
        micros = dt.timedelta.__floordiv__(freq, dt.timedelta(microseconds=1))
        for rule in ("D", "h", "min", "s", "ms", "us"):
            if micros % _FIXED[rule] == 0:
                return Offset(micros // _FIXED[rule], rule)
    match = re.fullmatch(r"\s*(-?\d*)\s*([A-Za-z]+)(?:-([A-Z]{3}))?\s*", freq) if isinstance(freq, str) else None
    if not match:
        raise ValueError(f"Invalid frequency: {freq}")
    count, rule, anchor = match.groups()
    n = int(count) if count not in ("", "-") else -1 if count else 1
    if rule in _GONE:
        raise ValueError(f"Invalid frequency: {freq}. Did you mean {_GONE[rule]}?" if rule in ("M", "Q", "Y") else
                         f"Invalid frequency: {freq}. Did you mean {_GONE[rule]}?")
    if rule in ("d", "b", "w"):
        raise ValueError(f"Invalid frequency: {freq}. Did you mean {rule.upper()}?")
    if rule in _FIXED:
        return Offset(n, rule)
    if rule == "W":
        return Offset(n, "W", anchor or "SUN")
    if rule in ("B", "ME", "MS", "BME", "BMS"):
        return Offset(n, rule)
    if rule in ("QE", "YE", "QS", "YS"):
        return Offset(n, rule, anchor or {"QE": "DEC", "YE": "DEC", "QS": "JAN", "YS": "JAN"}[rule])
    if rule in ("C", "bh", "cbh", "SME", "SMS", "BQE", "BQS", "BYE", "BYS", "ns", "WOM", "LWOM"):
        raise unsupported(f"frequency {freq!r}")
    raise ValueError(f"Invalid frequency: {freq}")


def step_of(freq):
    """A fixed step in microseconds."""
    offset = to_offset(freq)
    if not offset.is_fixed:
        raise ValueError(f"{offset!r} is a non-fixed frequency")
    return offset.step


class DateOffset:
    """A step of the calendar: so many years, months, days."""

    def __new__(cls, n=1, **parts):
        offset = object.__new__(_Relative)
        Offset.__init__(offset, n, "DateOffset")
        offset.parts = parts or {"days": 1}
        return offset


class _Relative(Offset):
    is_fixed = False

    def __repr__(self):
        return f"<DateOffset: {', '.join(f'{name}={value}' for name, value in self.parts.items())}>"

    def __mul__(self, count):
        return DateOffset(self.n * count, **self.parts)

    __rmul__ = __mul__

    def shift(self, micros, sign=1):
        parts = dict(self.parts)
        n = self.n * sign
        date = from_micros(micros)
        fixed = {name: parts.pop(name) for name in ("year", "month", "day", "hour", "minute", "second") if name in parts}
        months = (parts.pop("years", 0) * 12 + parts.pop("months", 0)) * n
        count = date.year * 12 + date.month - 1 + months
        year, month = count // 12, count % 12 + 1
        date = date.replace(year=year, month=month, day=min(date.day, calendar.monthrange(year, month)[1]), **{})
        return micros_of(date.replace(**fixed) + Timedelta(**{name: value * n for name, value in parts.items()})
                         if parts else date.replace(**fixed) if fixed else date)


def _fixed(rule, anchor=None):
    def make(n=1, **options):
        own = anchor
        if "weekday" in options:
            own = _DAYS[options.pop("weekday")]
        if "month" in options:
            own = _MONTHS[options.pop("month") - 1]
        if options:
            raise unsupported(f"offset with {next(iter(options))}")
        return Offset(n, rule, own)

    return make


OFFSETS = {
    "Day": _fixed("D"), "Hour": _fixed("h"), "Minute": _fixed("min"), "Second": _fixed("s"), "Milli": _fixed("ms"),
    "Week": _fixed("W", "SUN"), "MonthEnd": _fixed("ME"), "MonthBegin": _fixed("MS"), "BusinessDay": _fixed("B"),
    "BDay": _fixed("B"), "YearEnd": _fixed("YE", "DEC"), "YearBegin": _fixed("YS", "JAN"), "QuarterEnd": _fixed("QE", "DEC"),
    "QuarterBegin": _fixed("QS", "JAN"), "DateOffset": DateOffset,
}
