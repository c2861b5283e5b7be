"""Labels that are points in time or durations, and how they are made."""

import datetime as dt
import re

import numpy as np

from pandas._column import Col, column, infer
from pandas._convert import to_datetime_col, to_timedelta_col
from pandas._dates import FIELDS, DateFields, SpanFields
from pandas._freq import Offset, to_offset
from pandas._index import Index, make_index
from pandas._missing import NAT, NaT, is_missing, unsupported
from pandas._times import DAY, Timedelta, Timestamp, from_micros, micros_of, parse_moment


class _TimeIndex(Index):
    @property
    def freq(self):
        return self._freq

    freqstr = property(lambda self: None if self._freq is None else self._freq.freqstr)
    unit = property(lambda self: self._col.unit)

    def _time_key(self, label):
        if isinstance(label, dt.date) and not isinstance(label, dt.datetime):
            label = Timestamp(label)
        if isinstance(label, (int, float)) and not is_missing(label):
            raise KeyError(label)
        return infer([label]).data[0].item() if not is_missing(label) else NAT

    def shift(self, periods=1, freq=None):
        step = to_offset(freq) if freq is not None else self._freq
        if step is None:
            raise ValueError("Cannot shift with no freq")
        index = self + step * periods
        index._freq = self._freq
        return index


class DatetimeIndex(_TimeIndex):
    """Labels that are points in time."""

    def __new__(cls, data=None, freq=None, tz=None, dayfirst=False, dtype=None, copy=False, name=None):
        if tz is not None:
            raise unsupported("time zones")
        col = to_datetime_col(column(data), dayfirst=dayfirst)
        index = make_index(col, getattr(data, "name", None) if name is None else name)
        if freq == "infer":
            index._freq = inferred(index)
        elif freq is not None:
            index._freq = to_offset(freq)
        return index

    def _time_key(self, label):
        if isinstance(label, str):
            try:
                return parse_moment(label)
            except ValueError:
                raise KeyError(label) from None
        return _TimeIndex._time_key(self, label)

    def _find(self, label):
        if isinstance(label, str):
            bounds = period_of(label)
            if bounds is None:
                raise KeyError(label)
            low, high, is_exact = bounds
            if not is_exact:
                places = np.flatnonzero((self._col.data >= low) & (self._col.data <= high))
                if not len(places):
                    raise KeyError(label)
                # A date of the day itself is one label where the labels are days.
                if high - low == DAY - 1 and self._is_days():
                    return places.tolist()
                return _Several(places.tolist())
        return Index._find(self, label)

    def _is_days(self):
        return not (self._col.data[~self._col.isna()] % DAY).any()

    def _slice_key(self, label, right):
        if isinstance(label, str):
            bounds = period_of(label)
            if bounds is None:
                raise KeyError(label)
            return bounds[1] if right else bounds[0]
        return self._time_key(label)

    def day_name(self, locale=None):
        return make_index(DateFields(self)._names("day_name"), self._name)

    def month_name(self, locale=None):
        return make_index(DateFields(self)._names("month_name"), self._name)

    def strftime(self, date_format):
        return make_index(DateFields(self).strftime(date_format)._col, self._name)

    def normalize(self):
        return make_index(DateFields(self).normalize()._col, self._name)

    def floor(self, freq):
        return make_index(DateFields(self).floor(freq)._col, self._name)

    def ceil(self, freq):
        return make_index(DateFields(self).ceil(freq)._col, self._name)

    def round(self, freq):
        return make_index(DateFields(self).round(freq)._col, self._name)

    def isocalendar(self):
        return DateFields(self).isocalendar()

    def to_pydatetime(self):
        return np.array([value if value is NaT else value.to_pydatetime() for value in self], dtype=object)

    date = property(lambda self: DateFields(self).date.to_numpy())
    time = property(lambda self: DateFields(self).time.to_numpy())
    tz = None

    @property
    def inferred_freq(self):
        freq = inferred(self)
        return None if freq is None else freq.freqstr

    def mean(self, *, skipna=True):
        from pandas._reduce import reduce

        return reduce("mean", self._col, skipna)


for _name in FIELDS:
    def _field(name):
        def get(self):
            col = getattr(DateFields(self), name)._col
            return col.data if name.startswith("is_") else make_index(col, self._name)

        return property(get)

    setattr(DatetimeIndex, _name, _field(_name))


class _Several(list):
    """Places of a label that stands for a span of time: a row of its own is not meant."""


class TimedeltaIndex(_TimeIndex):
    """Labels that are durations."""

    def __new__(cls, data=None, freq=None, dtype=None, copy=False, name=None):
        return make_index(to_timedelta_col(column(data)), getattr(data, "name", None) if name is None else name)

    def _time_key(self, label):
        return _TimeIndex._time_key(self, Timedelta(label) if isinstance(label, str) else label)

    def total_seconds(self):
        return make_index(SpanFields(self).total_seconds()._col, self._name)

    days = property(lambda self: make_index(SpanFields(self).days._col, self._name))
    seconds = property(lambda self: make_index(SpanFields(self).seconds._col, self._name))


_PERIOD = re.compile(r"(\d{4})(?:-?[Qq]([1-4]))?(?:-(\d{1,2})(?:-(\d{1,2})(?:[T ](\d{1,2})(?::(\d\d)(?::(\d\d)(\.\d+)?)?)?)?)?)?$")


def period_of(text):
    """The first and the last moment of what a text names: a year, a month, a day, an hour. Whether it is one moment."""
    match = _PERIOD.match(text.strip())
    if not match:
        try:
            at = parse_moment(text)
        except ValueError:
            return None
        # A name of a month and a year is the whole month.
        if re.fullmatch(r"[A-Za-z]+[ -]\d{4}|\d{4}[ -][A-Za-z]+", text.strip()):
            first = from_micros(at)
            return at, micros_of(_months_later(first, 1)) - 1, False
        return (at, at + DAY - 1, False) if at % DAY == 0 and ":" not in text else (at, at, True)
    year, quarter, month, day, hour, minute, second, fraction = match.groups()
    try:
        start = dt.datetime(int(year), int(quarter) * 3 - 2 if quarter else int(month or 1), int(day or 1), int(hour or 0),
                            int(minute or 0), int(second or 0))
    except ValueError:
        return None
    low = micros_of(start)
    if fraction:
        at = parse_moment(text)
        return at, at, True
    if second:
        return low, low + 999_999, True
    if minute:
        return low, low + 60_000_000 - 1, False
    if hour:
        return low, low + 3_600_000_000 - 1, False
    if day:
        return low, low + DAY - 1, False
    return low, micros_of(_months_later(start, 3 if quarter else 1 if month else 12)) - 1, False


def _months_later(date, months):
    count = date.year * 12 + date.month - 1 + months
    return date.replace(year=count // 12, month=count % 12 + 1, day=1)


def inferred(index):
    """The step between labels, if it is the same everywhere."""
    data = index._col.data
    if len(data) < 3:
        return None
    steps = np.unique(np.diff(data))
    if len(steps) == 1 and steps[0] > 0:
        step = int(steps[0])
        if step % (7 * DAY) == 0:
            from pandas._freq import _DAYS

            return Offset(step // (7 * DAY), "W", _DAYS[from_micros(data[0]).weekday()])
        return to_offset(dt.timedelta(microseconds=step))
    for rule in ("ME", "MS", "QE", "QS", "YE", "YS", "B"):
        offset = to_offset(rule)
        at = int(data[0])
        if offset.is_on(from_micros(at).date()) and all(offset.shift(int(a)) == b for a, b in zip(data[:-1].tolist(), data[1:].tolist())):
            return offset
    return None


def date_range(start=None, end=None, periods=None, freq=None, tz=None, normalize=False, name=None, inclusive="both", *, unit=None):
    """Points in time in equal steps."""
    if tz is not None:
        raise unsupported("time zones")
    if sum(part is not None for part in (start, end, periods)) + (freq is not None or periods is None or start is None or end is None) < 3:
        raise ValueError("Of the four parameters: start, end, periods, and freq, exactly three must be specified")
    first, last = Timestamp(start) if start is not None else None, Timestamp(end) if end is not None else None
    if normalize:
        first, last = first and first.normalize(), last and last.normalize()
    if freq is None and first is not None and last is not None and periods is not None:
        a, b = micros_of(first), micros_of(last)
        index = make_index(Col("M", np.array([round(a + (b - a) * at / max(periods - 1, 1)) for at in range(periods)])), name)
        return index
    offset = to_offset("D" if freq is None else freq)
    a = None if first is None else micros_of(first)
    b = None if last is None else micros_of(last)
    if offset.is_fixed:
        step = offset.step
        if a is None:
            a = b - step * (periods - 1)
        data = np.arange(a, b + (1 if step > 0 else -1), step) if b is not None and (periods is None) else a + step * np.arange(periods)
    else:
        data = _calendar(offset, a, b, periods)
    if inclusive != "both":
        keep = np.ones(len(data), dtype=bool)
        if inclusive in ("right", "neither"):
            keep &= data != a
        if inclusive in ("left", "neither"):
            keep &= data != b
        data = data[keep]
    index = make_index(Col("M", data.astype(np.int64), unit=unit or "us"), name)
    index._freq = offset
    return index


def _calendar(offset, a, b, periods):
    """Dates of the calendar's own from `a` on, or back from `b`."""
    on = lambda at: offset.rule == "DateOffset" or offset.is_on(from_micros(at).date())
    dates = []
    if a is not None:
        at = a
        if not on(at):
            at = Offset(1, offset.rule, offset.anchor).shift(at)
        while (b is None or at <= b) and (periods is None or len(dates) < periods):
            dates.append(at)
            at = offset.shift(at)
    else:
        at = b
        if not on(at):
            at = Offset(1, offset.rule, offset.anchor).shift(at, -1)
        while len(dates) < periods:
            dates.append(at)
            at = offset.shift(at, -1)
        dates.reverse()
    return np.array(dates, dtype=np.int64) if dates else np.zeros(0, dtype=np.int64)


def bdate_range(start=None, end=None, periods=None, freq="B", **options):
    """Working days."""
    return date_range(start, end, periods, freq, **options)


def timedelta_range(start=None, end=None, periods=None, freq=None, name=None):
    """Durations in equal steps."""
    step = to_offset("D" if freq is None else freq).step
    span = lambda value: Timedelta(value).value // 1000
    a = span(start) if start is not None else span(end) - step * (periods - 1)
    data = a + step * np.arange(periods) if periods is not None else np.arange(a, span(end) + 1, step)
    index = make_index(Col("m", data.astype(np.int64)), name)
    index._freq = to_offset("D" if freq is None else freq)
    return index
