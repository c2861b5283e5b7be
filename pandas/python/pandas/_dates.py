"""`.dt`: parts of points in time and of durations."""

import calendar

import numpy as np

from pandas._column import Col, objects, plain_objects
from pandas._missing import NAT, NaT, nan, unsupported
from pandas._times import DAY, UNITS

FIELDS = (
    "year", "month", "day", "hour", "minute", "second", "microsecond", "nanosecond", "dayofweek", "day_of_week", "weekday",
    "dayofyear", "day_of_year", "quarter", "days_in_month", "daysinmonth", "is_month_start", "is_month_end", "is_year_start",
    "is_year_end", "is_quarter_start", "is_quarter_end", "is_leap_year",
)


def civil(days):
    """Years, months and days of the month of whole days since 1970, for all at once."""
    days = days + 719468
    era = days // 146097
    of_era = days - era * 146097
    year = (of_era - of_era // 1460 + of_era // 36524 - of_era // 146096) // 365
    of_year = of_era - (365 * year + year // 4 - year // 100)
    month = (5 * of_year + 2) // 153
    day = of_year - (153 * month + 2) // 5 + 1
    month = np.where(month < 10, month + 3, month - 9)
    return year + era * 400 + (month <= 2), month, day


def _days_before(year, month):
    """Days of the year before a month."""
    before = np.array([0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334])
    return before[month] + ((month > 2) & _is_leap(year))


def _is_leap(year):
    return (year % 4 == 0) & ((year % 100 != 0) | (year % 400 == 0))


def _length(year, month):
    lengths = np.array([0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
    return lengths[month] + ((month == 2) & _is_leap(year))


def field(col, name):
    """A part of each point in time, as a column."""
    missing = col.isna()
    data = np.where(missing, 0, col.data)
    days, rest = data // DAY, data % DAY
    if name in ("hour", "minute", "second", "microsecond", "nanosecond"):
        value = {"hour": lambda: rest // UNITS["h"], "minute": lambda: rest // UNITS["min"] % 60,
                 "second": lambda: rest // 1_000_000 % 60, "microsecond": lambda: rest % 1_000_000,
                 "nanosecond": lambda: rest * 0}[name]()
    elif name in ("dayofweek", "day_of_week", "weekday"):
        value = (days + 3) % 7
    else:
        year, month, day = civil(days)
        value = {
            "year": lambda: year, "month": lambda: month, "day": lambda: day,
            "quarter": lambda: (month + 2) // 3,
            "dayofyear": lambda: _days_before(year, month) + day, "day_of_year": lambda: _days_before(year, month) + day,
            "days_in_month": lambda: _length(year, month), "daysinmonth": lambda: _length(year, month),
            "is_leap_year": lambda: _is_leap(year), "is_month_start": lambda: day == 1,
            "is_month_end": lambda: day == _length(year, month), "is_year_start": lambda: (month == 1) & (day == 1),
            "is_year_end": lambda: (month == 12) & (day == 31),
            "is_quarter_start": lambda: (day == 1) & (month % 3 == 1),
            "is_quarter_end": lambda: (month % 3 == 0) & (day == _length(year, month)),
        }[name]()
    if name.startswith("is_"):
        return Col("b", np.where(missing, False, value))
    if missing.any():
        return Col("f", np.where(missing, nan, value.astype(float)))
    return Col("i", value.astype(np.int32))


def make_fields(owner):
    if owner._col.kind == "M":
        return DateFields(owner)
    if owner._col.kind == "m":
        return SpanFields(owner)
    raise AttributeError("Can only use .dt accessor with datetimelike values")


class _Fields:
    def __init__(self, owner):
        self._owner, self._col = owner, owner._col

    def _wrap(self, col):
        from pandas._series import Series

        if hasattr(self._owner, "index"):
            return Series._make(col, self._owner.index, self._owner.name)
        return Series._make(col)

    def __getattr__(self, name):
        raise AttributeError(f"pandas here has no .dt.{name}; see the page on tables for what is there")

    def _rounded(self, freq, how):
        from pandas._freq import step_of

        step, data = step_of(freq), self._col.data
        low = data // step * step
        if how == "ceil":
            low = np.where(low == data, low, low + step)
        elif how == "round":
            twice = 2 * (data - low)
            low = np.where((twice > step) | ((twice == step) & (low // step % 2 == 1)), low + step, low)
        return self._wrap(self._col.like(np.where(self._col.isna(), NAT, low)))

    def floor(self, freq):
        return self._rounded(freq, "floor")

    def ceil(self, freq):
        return self._rounded(freq, "ceil")

    def round(self, freq):
        return self._rounded(freq, "round")


class DateFields(_Fields):
    """Parts of points in time."""

    def _names(self, which):
        names = list(calendar.day_name) if which == "day_name" else list(calendar.month_name)
        numbers = field(self._col, "weekday" if which == "day_name" else "month").data.tolist()
        return Col("s", plain_objects([nan if number != number else names[int(number)] for number in numbers]))

    def day_name(self, locale=None):
        return self._wrap(self._names("day_name"))

    def month_name(self, locale=None):
        return self._wrap(self._names("month_name"))

    def strftime(self, date_format):
        return self._wrap(Col("s", plain_objects([nan if value is NaT else value.strftime(date_format) for value in self._col.values()])))

    def normalize(self):
        return self._wrap(self._col.like(np.where(self._col.isna(), NAT, self._col.data // DAY * DAY)))

    @property
    def date(self):
        return self._wrap(Col("O", objects([value if value is NaT else value.date() for value in self._col.values()])))

    @property
    def time(self):
        return self._wrap(Col("O", objects([value if value is NaT else value.time() for value in self._col.values()])))

    tz = None

    def isocalendar(self):
        from pandas._frame import DataFrame

        if self._col.isna().any():
            raise unsupported(".dt.isocalendar of missing dates", "use dropna() first")
        weeks = [tuple(value.isocalendar()) for value in self._col.values()]
        index = getattr(self._owner, "index", None)
        index = self._owner if index is None else index
        return DataFrame({name: [row[at] for row in weeks] for at, name in enumerate(("year", "week", "day"))}, index=index)

    def to_pydatetime(self):
        return np.array([value if value is NaT else value.to_pydatetime() for value in self._col.values()], dtype=object)

    def to_period(self, freq=None):
        raise unsupported("periods", "use .dt.strftime('%Y-%m') for months")

    def tz_localize(self, *args, **options):
        raise unsupported("time zones")

    tz_convert = tz_localize


for _name in FIELDS:
    setattr(DateFields, _name, property((lambda name: lambda self: self._wrap(field(self._col, name)))(_name)))


class SpanFields(_Fields):
    """Parts of durations."""

    def total_seconds(self):
        return self._wrap(Col("f", np.where(self._col.isna(), nan, self._col.data / 1e6)))

    def _part(self, value):
        missing = self._col.isna()
        return self._wrap(Col("f", np.where(missing, nan, value.astype(float))) if missing.any() else Col("i", value))

    days = property(lambda self: self._part(self._col.data // DAY))
    seconds = property(lambda self: self._part(self._col.data % DAY // 1_000_000))
    microseconds = property(lambda self: self._part(self._col.data % 1_000_000))

    @property
    def components(self):
        from pandas._frame import DataFrame

        return DataFrame([value.components._asdict() for value in self._col.values()], index=self._owner.index)

    def to_pytimedelta(self):
        return objects([value.to_pytimedelta() for value in self._col.values()])
