"""Kinds of columns that NumPy does not have, and how kinds are named."""

import datetime as dt

import numpy as np

from pandas._missing import unsupported


class ExtensionDtype:
    """A kind of column that is none of NumPy's."""

    name = ""
    kind = "O"

    def __str__(self):
        return self.name

    def __eq__(self, other):
        if isinstance(other, str):
            return other == self.name
        return isinstance(other, ExtensionDtype) and other.name == self.name

    def __hash__(self):
        return hash(self.name)


class StringDtype(ExtensionDtype):
    """Texts."""

    name = "str"

    def __init__(self, storage=None, na_value=float("nan")):
        if na_value is None or na_value == na_value:
            raise unsupported("StringDtype with another missing value than NaN")

    def __repr__(self):
        return "<StringDtype(na_value=nan)>"

    def __eq__(self, other):
        return isinstance(other, StringDtype) or other in ("str", "string")

    __hash__ = ExtensionDtype.__hash__


class DatetimeDtype(ExtensionDtype):
    """Points in time: `datetime64[us]`."""

    kind = "M"

    def __init__(self, unit="us"):
        self.unit, self.name = unit, f"datetime64[{unit}]"

    def __repr__(self):
        return f"dtype('<M8[{self.unit}]')"


class TimedeltaDtype(ExtensionDtype):
    """Durations: `timedelta64[us]`."""

    kind = "m"

    def __init__(self, unit="us"):
        self.unit, self.name = unit, f"timedelta64[{unit}]"

    def __repr__(self):
        return f"dtype('<m8[{self.unit}]')"


class CategoricalDtype(ExtensionDtype):
    """Values out of a list: `category`."""

    name = "category"

    def __init__(self, categories=None, ordered=False):
        self._categories, self.ordered = categories, bool(ordered)

    @property
    def categories(self):
        from pandas._column import column
        from pandas._index import make_index

        return None if self._categories is None else make_index(column(self._categories))

    def __repr__(self):
        categories = self.categories
        if categories is None:
            return f"CategoricalDtype(categories=None, ordered={self.ordered}, categories_dtype=None)"
        return (f"CategoricalDtype(categories={list(categories)!r}, ordered={self.ordered}, "
                f"categories_dtype={categories.dtype})")

    def __eq__(self, other):
        if other == "category":
            return True
        return isinstance(other, CategoricalDtype) and self.ordered == other.ordered and (
            self._categories is None or other._categories is None or list(self.categories) == list(other.categories))

    __hash__ = ExtensionDtype.__hash__


class IntervalDtype(ExtensionDtype):
    """Intervals between numbers."""

    def __init__(self, subtype):
        kind, _, closed = subtype.partition(" ")
        self.subtype, self.name = kind, f"interval[{kind}, {closed or 'right'}]"

    def __repr__(self):
        return self.name


STR = StringDtype()
_NAMES = {
    "str": "s", "string": "s", "object": "O", "O": "O", "category": "C", "int": "i", "float": "f", "bool": "b", "boolean": "b",
    "datetime64": "M", "datetime": "M", "timedelta64": "m", "number": "n", "complex": "c",
}
_NULLABLE = {
    "Int8", "Int16", "Int32", "Int64", "UInt8", "UInt16", "UInt32", "UInt64", "Float32", "Float64", "boolean", "string",
}
_TYPES = {int: "i", float: "f", bool: "b", object: "O", str: "s", complex: "c", dt.datetime: "M", dt.timedelta: "m"}


def kind_of(dtype):
    """The kind that a name, a class or a dtype means."""
    if isinstance(dtype, type) and dtype in _TYPES:
        return _TYPES[dtype]
    if isinstance(dtype, StringDtype) or dtype is StringDtype:
        return "s"
    if isinstance(dtype, CategoricalDtype) or dtype is CategoricalDtype:
        return "C"
    if isinstance(dtype, ExtensionDtype):
        return dtype.kind
    if isinstance(dtype, str):
        if dtype in _NULLABLE:
            instead = {"s": "use 'str'", "b": "use 'bool'"}.get(dtype[0].lower(), "use 'float64', in which numbers can be missing")
            raise unsupported(f"dtype {dtype!r}", instead)
        if dtype in _NAMES:
            return _NAMES[dtype]
        for start, kind in (("datetime64[", "M"), ("timedelta64[", "m"), ("<M8", "M"), ("<m8", "m"), ("M8", "M"), ("m8", "m")):
            if dtype.startswith(start):
                if "," in dtype:
                    raise unsupported("time zones")
                return kind
        if dtype.startswith(("period", "interval", "Sparse")):
            raise unsupported(f"dtype {dtype!r}")
    try:
        kind = np.dtype(dtype).kind
    except TypeError:
        raise TypeError(f"data type {dtype!r} not understood") from None
    return "s" if kind == "U" else kind


def unit_of(dtype):
    """The unit of `datetime64[ns]`."""
    name = dtype if isinstance(dtype, str) else getattr(dtype, "name", "")
    return name[name.index("[") + 1:-1] if "[" in name else "us"


def dtype_of(dtype):
    """The kind as an object: one of NumPy's, or one of ours."""
    kind = kind_of(dtype)
    if kind == "s":
        return STR
    if kind == "C":
        return dtype if isinstance(dtype, CategoricalDtype) else CategoricalDtype()
    if kind == "M":
        return DatetimeDtype(unit_of(dtype))
    if kind == "m":
        return TimedeltaDtype(unit_of(dtype))
    return np.dtype(dtype)
