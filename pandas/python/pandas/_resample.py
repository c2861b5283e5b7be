"""`resample`: rows in groups by steps of time."""

import numpy as np

from pandas._column import Col
from pandas._freq import Offset, to_offset
from pandas._groupby import DataFrameGroupBy, SeriesGroupBy
from pandas._groups import Groups
from pandas._index import make_index
from pandas._missing import NAT, unsupported
from pandas._times import DAY, from_micros


def bins_of(col, freq, closed=None, label=None):
    """The bin that each point in time lies in, as its label; and all labels from the first to the last."""
    if col.kind != "M":
        raise TypeError("Only valid with DatetimeIndex, TimedeltaIndex or PeriodIndex, but got an instance of "
                        f"'{'RangeIndex' if col.kind == 'i' else 'Index'}'")
    offset = to_offset(freq)
    ends = offset.rule in ("ME", "QE", "YE", "BME", "W")
    closed = closed or ("right" if ends else "left")
    label = label or ("right" if ends else "left")
    present = col.data[col.data != NAT]
    if not len(present):
        return col, col
    low, high = int(present.min()), int(present.max())
    if offset.is_fixed:
        step = offset.step
        day = low // DAY * DAY
        first = day + (low - day) // step * step
        if closed == "right" and first == low:
            first -= step
        edges = np.arange(first, high + 2 * step, step)
        place = np.searchsorted(edges, col.data, "right" if closed == "left" else "left") - 1
        labels = edges if label == "left" else edges + step
        last = int(place[col.data != NAT].max())
        labels = labels[:last + 1]
    elif ends:
        # Days up to and with the end of a month, a week, a year.
        days = col.data // DAY * DAY
        at, labels = low // DAY * DAY, []
        if not offset.is_on(from_micros(at).date()):
            at = Offset(1, offset.rule, offset.anchor).shift(at)
        last = high // DAY * DAY
        while True:
            labels.append(at)
            if at >= last:
                break
            at = offset.shift(at)
        labels = np.array(labels, dtype=np.int64)
        place = np.searchsorted(labels, days, "left")
        if label == "left":
            raise unsupported(f"resample('{offset.freqstr}') with label='left'")
        if closed == "left":
            raise unsupported(f"resample('{offset.freqstr}') with closed='left'")
    else:
        at, labels = low // DAY * DAY, []
        if not offset.is_on(from_micros(at).date()):
            at = Offset(-1, offset.rule, offset.anchor).shift(at)
        while at <= high:
            labels.append(at)
            at = offset.shift(at)
        labels = np.array(labels, dtype=np.int64)
        place = np.searchsorted(labels, col.data, "right") - 1
        if closed == "right" or label == "right":
            raise unsupported(f"resample('{offset.freqstr}') with closed or label on the right")
    place = np.where(col.data == NAT, -1, place)
    data = np.where(place < 0, NAT, labels[np.clip(place, 0, len(labels) - 1)])
    return Col("M", data), Col("M", labels)


class Resampler:
    """Groups of rows in steps of time; steps without rows are there, too."""

    def __init__(self, table, rule, closed, label, on, chosen=None):
        source = table[on] if on is not None else table.index
        own, labels = bins_of(source._col, rule, closed, label)
        groups = object.__new__(Groups)
        groups.codes = np.where(own.data == NAT, -1, np.searchsorted(labels.data, own.data))
        groups.count, groups.single, groups._order, groups.levels = len(labels), True, None, [labels]
        groups.names, groups.used = [source.name], [on] if on is not None else []
        groups.index = make_index(labels, source.name)
        groups.index._freq = to_offset(rule)
        groups.sort = True
        self._table, self._groups, self._rule = table, groups, rule
        kind = SeriesGroupBy if table.ndim == 1 else DataFrameGroupBy
        self._grouped = kind(table, None, None, True, None, False, None, None, groups)

    def __getitem__(self, key):
        own = object.__new__(Resampler)
        own._table, own._groups, own._rule, own._grouped = self._table[key], self._groups, self._rule, self._grouped[key]
        return own

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        if self._table.ndim == 2 and name in self._table.columns:
            return self[name]
        return getattr(self._grouped, name)

    def __iter__(self):
        groups = self._groups
        for at, places in enumerate(groups.places()):
            yield groups.index[at], self._table._taken(places)

    def __len__(self):
        return self._groups.count

    def size(self):
        return self._grouped.size()

    def apply(self, func, *args, **options):
        return self._grouped.agg(func, *args, **options)

    def _filled(self, method):
        index = self._groups.index

        return self._table.reindex(index, method=method)

    def asfreq(self, fill_value=None):
        return self._filled(None)

    def ffill(self, limit=None):
        return self._filled("ffill")

    def bfill(self, limit=None):
        return self._filled("bfill")

    def nearest(self, limit=None):
        return self._filled("nearest")

    def interpolate(self, method="linear", **options):
        return self._filled(None).interpolate(method, **options)

    def ohlc(self):
        from pandas._combine import concat

        parts = [getattr(self._grouped, name)() for name in ("first", "max", "min", "last")]
        return concat(parts, axis=1, keys=["open", "high", "low", "close"])
