"""A column: values of one kind in an array, some of which may be missing.

`kind` is that of the array (b, i, u, f, c, O), or one of ours: `s` texts (an array of objects, NaN where one is missing), `M`
points in time and `m` durations (microseconds as int64, `NAT` where one is missing), `C` categories (codes, -1 where one is missing).
"""

import datetime as dt

import numpy as np

from pandas._dtypes import (
    CategoricalDtype, DatetimeDtype, IntervalDtype, STR, TimedeltaDtype, kind_of,
)
from pandas._missing import NAT, NaT, is_missing, nan
from pandas._times import from_micros, micros_of, span

_MICRO = dt.timedelta(microseconds=1)


def objects(values):
    """An array of objects, whatever they are: lists stay lists."""
    values = list(values)
    array = np.empty(len(values), dtype=object)
    for at, value in enumerate(values):
        array[at] = value
    return array


def plain_objects(values):
    """The same for values of which none is a sequence, which is faster."""
    return np.array(values, dtype=object) if values else np.empty(0, dtype=object)


class Col:
    __slots__ = ("kind", "data", "cats", "ordered", "unit")

    def __init__(self, kind, data, cats=None, ordered=False, unit="us"):
        self.kind, self.data, self.cats, self.ordered, self.unit = kind, data, cats, ordered, unit

    def __len__(self):
        return len(self.data)

    def like(self, data):
        return Col(self.kind, data, self.cats, self.ordered, self.unit)

    @property
    def dtype(self):
        kind = self.kind
        if kind == "s":
            return STR
        if kind == "M":
            return DatetimeDtype(self.unit)
        if kind == "m":
            return TimedeltaDtype(self.unit)
        if kind == "C":
            return CategoricalDtype(self.cats, self.ordered)
        if kind == "O" and self.unit == "interval":
            return IntervalDtype(self.cats)
        return self.data.dtype

    @property
    def is_number(self):
        return self.kind in "iufbc"

    # -- reading

    def isna(self):
        kind, data = self.kind, self.data
        if kind == "f" or kind == "c":
            return np.isnan(data)
        if kind in "iub":
            return np.zeros(len(data), dtype=bool)
        if kind in "Mm":
            return data == NAT
        if kind == "C":
            return data < 0
        if kind == "s":
            if set(map(type, data.tolist())) == {str}:
                return np.zeros(len(data), dtype=bool)
            return np.array([type(value) is not str for value in data.tolist()], dtype=bool)
        return np.array([is_missing(value) for value in data.tolist()], dtype=bool)

    def values(self):
        """The values as Python has them."""
        kind = self.kind
        if kind == "M":
            return [from_micros(value) for value in self.data.tolist()]
        if kind == "m":
            return [span(value) for value in self.data.tolist()]
        if kind == "C":
            known = self.cats.values()
            return [known[code] if code >= 0 else nan for code in self.data.tolist()]
        return self.data.tolist()

    def item(self, at):
        """One value, as a program sees it: numbers are NumPy's."""
        kind = self.kind
        value = self.data[at]
        if kind == "M":
            return from_micros(value)
        if kind == "m":
            return span(value)
        if kind == "C":
            return self.cats.item(value) if value >= 0 else nan
        return value

    def array(self):
        """What `to_numpy` gives: numbers as they are, all else as objects."""
        return self.data if self.kind in "iufbcOs" else objects(self.values())

    def floats(self):
        """The numbers, durations and dates as floats with NaN."""
        if self.kind in "Mm":
            return np.where(self.data == NAT, nan, self.data.astype(float))
        if self.kind == "O":
            return np.array([nan if is_missing(value) else float(value) for value in self.data.tolist()], dtype=float)
        if self.kind == "C":
            return self.dense().floats()
        return self.data.astype(float)

    def dense(self):
        """Categories as the values that they stand for."""
        return self.cats.take(self.data) if self.kind == "C" else self

    def take(self, places):
        """The values in these places; a missing one for -1."""
        places = np.asarray(places, dtype=np.int64) if len(places) else np.zeros(0, dtype=np.int64)
        absent = places < 0
        if not absent.any():
            return self.like(self.data[places])
        if self.kind == "C":
            data = self.data[places] if len(self.data) else np.full(len(places), -1)
            data[absent] = -1
            return self.like(data)
        own = self.nullable()
        if len(own.data):
            data = own.data[places]
        else:
            data = np.empty(len(places), dtype=own.data.dtype)
        data[absent] = own.absent()
        return own.like(data)

    def nullable(self):
        """The same values in a kind that has a missing one."""
        if self.kind in "iu":
            return Col("f", self.data.astype(float))
        if self.kind == "b":
            return Col("O", self.data.astype(object))
        return self

    def absent(self):
        return NAT if self.kind in "Mm" else -1 if self.kind == "C" else nan

    def slice(self, piece):
        return self.like(self.data[piece])

    def mask(self, mask):
        return self.like(self.data[mask])

    def copy(self):
        return self.like(self.data.copy())

    # -- changing

    def put(self, places, values):
        """A column in which `places` (a mask or numbers) hold `values` (a column, or one value)."""
        if isinstance(values, Col):
            other = values
        elif self.kind == "C":
            other = values
        else:
            other = column([values])
            if is_missing(values) and (self.kind in "Mmsf"):
                other = self.like(np.full(1, self.absent(), dtype=self.data.dtype))
        if self.kind == "C":
            given = other.values() if isinstance(other, Col) else [other]
            where = {value: code for code, value in enumerate(self.cats.values())}
            codes = []
            for value in given:
                if is_missing(value):
                    codes.append(-1)
                elif value in where:
                    codes.append(where[value])
                else:
                    raise TypeError("Cannot setitem on a Categorical with a new category "
                                    f"({value}), set the categories first")
            data = self.data.copy()
            data[places] = np.array(codes) if len(codes) != 1 else codes[0]
            return self.like(data)
        own = self
        if own.kind in "Mm" and other.kind == "s":
            from pandas._convert import to_datetime_col

            other = to_datetime_col(other) if own.kind == "M" else other
        if own.kind == "f" and other.kind == "O" and len(other) == 1 and is_missing(other.data[0]):
            other = Col("f", np.array([nan]))
        if own.kind in "iu" and other.kind == "f" and np.isfinite(other.data).all() and not (other.data % 1).any():
            # Whole numbers stay in a column of whole numbers, whatever they came as.
            other = Col(own.kind, other.data.astype(own.data.dtype))
        if own.kind != other.kind or own.data.dtype != other.data.dtype:
            kind = joined_kind([own, other])
            if kind == "O" and own.kind == "s" and other.isna().all():
                kind = "s"
            own, other = cast(own, kind), cast(other, kind)
            if own.kind in "iu" and other.kind in "iu" and own.data.dtype != other.data.dtype:
                other = Col(own.kind, other.data.astype(own.data.dtype))
        data = own.data.copy()
        if len(other) == 1:
            data[places] = other.data[0]
        else:
            data[places] = other.data
        return own.like(data)


def joined_kind(cols):
    kinds = {col.kind for col in cols}
    if len(kinds) == 1:
        return kinds.pop()
    if kinds <= set("iu"):
        return "i"
    if kinds <= set("iuf"):
        return "f"
    if kinds == {"C", "s"} or kinds == {"s", "C"}:
        return "O" if any(col.kind == "C" and col.cats.kind != "s" for col in cols) else "s"
    return "O"


def cast(col, kind):
    """The column in a kind that can hold its values."""
    if col.kind == kind:
        return col
    if kind == "f":
        return Col("f", col.data.astype(float))
    if kind in "iu":
        return Col("i", col.data.astype(np.int64))
    if kind == "s":
        return Col("s", col.dense().data)
    return Col("O", objects(col.values()))


def concat(cols):
    """The columns, one behind the other."""
    cols = list(cols)
    if len(cols) == 1:
        return cols[0]
    full = [col for col in cols if len(col)] or cols[:1]
    # A column of which nothing is known but that its values are missing takes the kind of the others.
    known = [col for col in full if not (col.kind == "O" and col.isna().all())]
    if known and len(known) < len(full) and joined_kind(known) in "fsMm":
        kind = known[0]
        full = [col if col in known else kind.like(np.full(len(col), kind.absent(), dtype=kind.data.dtype)) for col in full]
    if all(col.kind == "C" for col in full):
        first = full[0].cats.values()
        if all(col.cats.values() == first for col in full):
            return full[0].like(np.concatenate([col.data for col in full]))
        full = [col.dense() for col in full]
    kind = joined_kind(full)
    if kind == "O" and {col.kind for col in full} <= set("sf") and all(c.kind == "s" or c.isna().all() for c in full):
        kind = "s"
        full = [c if c.kind == "s" else Col("s", c.data.astype(object)) for c in full]
    parts = [cast(col, kind) for col in full]
    return parts[0].like(np.concatenate([part.data for part in parts]))


def column(values, dtype=None):
    """A column of anything that has values; its kind is found out if it is not given."""
    col = _column(values, dtype)
    if dtype is not None:
        from pandas._convert import astype

        return astype(col, dtype)
    return col


def _column(values, dtype=None):
    if isinstance(values, Col):
        return values
    own = getattr(values, "_col", None)
    if isinstance(own, Col):
        return own
    if isinstance(values, np.ndarray):
        if values.ndim == 0:
            values = values.reshape(1)
        if values.ndim != 1:
            raise ValueError(f"Data must be 1-dimensional, got ndarray of shape {values.shape} instead")
        kind = values.dtype.kind
        if kind in "biufc":
            return Col(kind, values)
        if kind == "U":
            return Col("s", plain_objects(values.tolist()))
        if kind != "O":
            raise TypeError(f"columns here have no values of the kind {values.dtype}")
        listed = values.tolist()
        return infer(listed, keep=values) if dtype is None else Col("O", values)
    if isinstance(values, range):
        return Col("i", np.arange(values.start, values.stop, values.step))
    if isinstance(values, (str, bytes)) or not hasattr(values, "__iter__"):
        raise TypeError(f"{type(values).__name__} is no list of values")
    listed = list(values)
    if dtype is not None and kind_of(dtype) == "O":
        return Col("O", objects(listed))
    return infer(listed)


def infer(values, keep=None):
    """The column of a list, in the kind that fits all of its values."""
    kinds = set(map(type, values))
    if not values:
        return Col("O", np.empty(0, dtype=object))
    if kinds == {int}:
        try:
            return Col("i", np.array(values, dtype=np.int64))
        except OverflowError:
            return Col("O", plain_objects(values))
    if kinds == {float}:
        return Col("f", np.array(values, dtype=float))
    if kinds == {str}:
        return Col("s", plain_objects(values))
    if kinds == {bool}:
        return Col("b", np.array(values, dtype=bool))
    present = [value for value in values if not is_missing(value)]
    if not present:
        if any(value is NaT for value in values):
            return Col("M", np.full(len(values), NAT))
        if kinds <= {float, np.float64, type(None)} and (kinds - {type(None)}):
            return Col("f", np.full(len(values), nan))
        return Col("O", plain_objects(values))
    some = set(map(type, present))
    if all(issubclass(kind, str) for kind in some):
        if kinds <= {str, np.str_}:
            return Col("s", plain_objects([str(value) for value in values]))
        return Col("s", plain_objects([nan if is_missing(value) else str(value) for value in values]))
    if all(issubclass(kind, (bool, np.bool_)) for kind in some):
        if len(present) == len(values):
            return Col("b", np.array(values, dtype=bool))
        return Col("O", plain_objects(values))
    number = (int, float, np.integer, np.floating)
    if all(issubclass(kind, number) and not issubclass(kind, bool) for kind in some):
        whole = all(issubclass(kind, (int, np.integer)) for kind in some)
        if whole and len(present) == len(values):
            try:
                first = next(iter(some))
                exact = first if len(some) == 1 and issubclass(first, np.integer) else np.int64
                return Col(np.dtype(exact).kind, np.array(values, dtype=exact))
            except OverflowError:
                return Col("O", plain_objects(values))
        return Col("f", np.array([nan if is_missing(value) else float(value) for value in values], dtype=float))
    if all(issubclass(kind, dt.datetime) for kind in some):
        return Col("M", np.array([NAT if is_missing(v) else micros_of(v) for v in values], dtype=np.int64))
    if all(issubclass(kind, dt.timedelta) for kind in some):
        return Col("m", np.array([NAT if is_missing(v) else dt.timedelta.__floordiv__(v, _MICRO) for v in values],
                                 dtype=np.int64))
    if all(issubclass(kind, (complex, np.complexfloating, *number)) for kind in some) and not any(
            issubclass(kind, bool) for kind in some):
        return Col("c", np.array(values, dtype=complex))
    if some == {_interval()}:
        return Col("O", objects(values), cats="int64" if isinstance(present[0].left, int) else "float64", unit="interval")
    return Col("O", objects(values) if keep is None else keep)


def _interval():
    from pandas._category import Interval

    return Interval


def full(value, count):
    """A column that holds one value so often."""
    col = infer([value])
    return col.take(np.zeros(count, dtype=np.int64))


# They need the class above.
from pandas._order import argsort, factorize
