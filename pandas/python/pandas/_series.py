"""`Series`: a column with labels."""

import numpy as np

from pandas import _ops, _reduce, _sets
from pandas._arrays import ColumnArray
from pandas._base import Table
from pandas._column import Col, column, full, infer
from pandas._index import Index, RangeIndex, flat_index, make_index
from pandas._missing import is_missing, nan
from pandas._seriesmore import SeriesMore
from pandas._vector import Vector


class Series(SeriesMore, Table, Vector):
    """A column: values of one kind, each with a label."""

    ndim = 1

    def __init__(self, data=None, index=None, dtype=None, name=None, copy=None):
        if index is not None and not isinstance(index, Index):
            index = flat_index(index)
        if isinstance(data, dict):
            keys = list(data)
            own = Index(keys) if keys else RangeIndex(0)
            col = column(list(data.values()), None) if keys else Col("O", np.empty(0, dtype=object))
            if index is not None:
                series = Series._make(col, own).reindex(index) if keys else Series(nan, index=index)
                col, own = series._col, index
            index = own
        elif isinstance(data, Series):
            name = data.name if name is None else name
            col = data._col if index is None else data.reindex(index)._col
            index = data.index if index is None else index
        elif data is None:
            col = Col("O", np.empty(0, dtype=object)) if index is None or not len(index) else Col("f", np.full(len(index), nan))
        elif isinstance(data, Col):
            col = data
        elif isinstance(data, (str, bytes)) or not hasattr(data, "__iter__") or isinstance(data, np.ndarray) and data.ndim == 0:
            col = full(data.item() if isinstance(data, np.ndarray) else data, 1 if index is None else len(index))
        else:
            if isinstance(data, Index) and name is None:
                name = data.name
            if isinstance(data, (set, frozenset)):
                raise TypeError("'set' type is unordered")
            col = column(data, None if dtype is None or not isinstance(data, (list, tuple)) else dtype) if dtype is None else (
                column(data, dtype))
        if dtype is not None:
            from pandas._convert import astype

            col = astype(col, dtype)
        if index is None:
            index = RangeIndex(len(col))
        if len(index) != len(col):
            raise ValueError(f"Length of values ({len(col)}) does not match length of index ({len(index)})")
        if name is not None:
            hash(name)
        self._col, self.__dict__["index"], self.name = col, index, name

    @classmethod
    def _make(cls, col, index=None, name=None):
        series = object.__new__(Series)
        series.__dict__.update(_col=col, index=RangeIndex(len(col)) if index is None else index, name=name)
        return series

    def __setattr__(self, name, value):
        if name == "index":
            value = flat_index(value)
            if len(value) != len(self):
                raise ValueError(f"Length mismatch: Expected axis has {len(self)} elements, new values have {len(value)} elements")
        self.__dict__[name] = value

    # -- what both kinds of tables have

    _cols = property(lambda self: [self._col])
    axes = property(lambda self: [self.index])
    values = property(lambda self: ColumnArray(self._col) if self._col.kind == "s" else self._col.array())
    array = property(lambda self: ColumnArray(self._col) if self._col.kind in "sMm" else self._col.array())
    flags = property(lambda self: None)

    def _columns(self):
        return [self._col]

    def _info_axis(self):
        return self.index

    def _each(self, function):
        return Series._make(function(self._col), self.index, self.name)

    def _rows(self, piece):
        return Series._make(self._col.slice(piece), self.index[piece], self.name)

    def _taken(self, places):
        return Series._make(self._col.take(places), self.index.take(np.asarray(places, dtype=np.int64)), self.name)

    def _masked(self, mask):
        return Series._make(self._col.mask(mask), self.index[mask], self.name)

    def _with_index(self, index):
        return Series._make(self._col, index, self.name)

    def _new(self, col):
        return Series._make(col, None, self.name)

    def _relabelled(self, change, axis=None):
        return Series._make(self._col, make_index(infer([change(label) for label in self.index])), self.name)

    # -- one column's own

    @property
    def str(self):
        from pandas._strings import StringMethods

        return StringMethods(self)

    @property
    def dt(self):
        from pandas._dates import make_fields

        return make_fields(self)

    @property
    def cat(self):
        from pandas._category import CategoryMethods

        return CategoryMethods(self)

    def __len__(self):
        return len(self._col)

    def __iter__(self):
        return iter(self._col.values())

    def tolist(self):
        return self._col.values()

    to_list = tolist

    def to_numpy(self, dtype=None, copy=False, na_value=None):
        col = self._col if na_value is None else self._col.put(self._col.isna(), na_value)
        array = col.array()
        return array if dtype is None else array.astype(dtype)

    def items(self):
        return zip(self.index, self._col.values())

    def keys(self):
        return self.index

    def to_dict(self, *, into=dict):
        return into(self.items())

    def to_frame(self, name=...):
        from pandas._frame import DataFrame

        label = self.name if name is ... else name
        return DataFrame._make([self._col], RangeIndex(1) if label is None else Index([label]), self.index)

    def __array__(self, dtype=None, copy=None):
        return Vector.__array__(self, dtype, copy)

    def __float__(self):
        return float(self.item())

    def __int__(self):
        return int(self.item())

    def __repr__(self):
        from pandas._format import series_text
        from pandas._options import get_option

        return series_text(self, most=get_option("display.max_rows"), least=get_option("display.min_rows"))

    def to_string(self, buf=None, na_rep="NaN", float_format=None, header=True, index=True, length=False, dtype=False, name=False,
                  max_rows=None, min_rows=None):
        from pandas._format import series_text

        text = series_text(self, index, na_rep, float_format, header, length, dtype, name, max_rows, min_rows)
        return buf.write(text) and None if buf is not None else text

    def _repr_html_(self):
        return None

    # -- choosing and setting

    def __getitem__(self, key):
        from pandas._select import series_get

        return series_get(self, key)

    def __setitem__(self, key, value):
        from pandas._select import series_set

        series_set(self, key, value)

    def __delitem__(self, key):
        self.__dict__.update(self.drop(key).__dict__)

    def get(self, key, default=None):
        try:
            return self[key]
        except (KeyError, ValueError, IndexError, TypeError):
            return default

    def pop(self, item):
        value = self[item]
        del self[item]
        return value

    def __getattr__(self, name):
        if name.startswith("__") or name in ("_col", "index"):
            raise AttributeError(name)
        if name in ("str", "dt", "cat"):
            # The property has said why it is not there; Python asks here again.
            type(self).__dict__[name].fget(self)
        own = self.__dict__
        if "index" in own and not name.startswith("_"):
            index = own["index"]
            if not isinstance(index, RangeIndex) and index._col.kind in "sO" and name in index:
                return self[name]
        from pandas._absent import SERIES

        if name in SERIES:
            raise self._refuse(name)
        raise AttributeError(f"'Series' object has no attribute {name!r}")

    # -- operators

    def _aligned(self, other, fill=None):
        """Both columns with the same labels."""
        if self.index is other.index or self.index.equals(other.index):
            return self._col, other._col, self.index
        index = self.index.union(other.index) if not self.index.is_unique or not other.index.is_unique else self.index.union(other.index)
        if not self.index.is_unique or not other.index.is_unique:
            from pandas._merge import aligned_places

            left, right, index = aligned_places(self.index, other.index)
            return self._col.take(left), other._col.take(right), index
        return self._col.take(self.index._indexer(index)), other._col.take(other.index._indexer(index)), index

    def _operate(self, name, other, flipped=False, fill=None):
        if hasattr(other, "_is_frame"):
            return NotImplemented
        if isinstance(other, Series):
            left, right, index = self._aligned(other)
            if fill is not None:
                both = left.isna() & right.isna()
                left, right = left.put(left.isna() & ~both, fill), right.put(right.isna() & ~both, fill)
            title = self.name if self.name == other.name or (is_missing(self.name) and is_missing(other.name)) else None
            return Series._make(_ops.arithmetic(name, left, right, flipped), index, title)
        left = self._col if fill is None else self._col.put(self._col.isna(), fill)
        return Series._make(_ops.arithmetic(name, left, _ops.other_of(other, len(self)), flipped), self.index, self.name)

    def _compare(self, name, other):
        if hasattr(other, "_is_frame"):
            return NotImplemented
        title = self.name
        if isinstance(other, Series):
            if not self.index.equals(other.index):
                raise ValueError("Can only compare identically-labeled Series objects")
            title = self.name if self.name == other.name else None
        elif isinstance(other, (list, tuple, np.ndarray, Index)) and len(other) != len(self):
            raise ValueError(f"Lengths must match to compare: ({len(self)},) vs ({len(other)},)" if isinstance(other, np.ndarray)
                             else "Lengths must match to compare")
        return Series._make(_ops.compare(name, self._col, _ops.other_of(other, len(self))), self.index, title)

    def _logic(self, name, other):
        if hasattr(other, "_is_frame"):
            return NotImplemented
        if isinstance(other, Series):
            left, right, index = self._aligned(other)
            return Series._make(_ops.logic(name, left, right), index, self.name if self.name == other.name else None)
        return Series._make(_ops.logic(name, self._col, _ops.other_of(other, len(self))), self.index, self.name)

    def __matmul__(self, other):
        return self.dot(other)

    def dot(self, other):
        if isinstance(other, Series):
            left, right, _ = self._aligned(other)
            return np.dot(left.data, right.data)
        return np.dot(self._col.data, np.asarray(other))

    # -- one value of a column

    def _reduced(self, name, skipna=True, numeric_only=False, **options):
        return _reduce.reduce(name, self._col, skipna, **options)

    def count(self):
        return int((~self._col.isna()).sum())

    def quantile(self, q=0.5, interpolation="linear"):
        if hasattr(q, "__iter__"):
            shares = list(q)
            return Series(infer([_reduce.quantile(self._col, share, interpolation) for share in shares]), index=Index(shares, dtype=float),
                          name=self.name)
        return _reduce.quantile(self._col, q, interpolation)

    def mode(self, dropna=True):
        return Series._make(_reduce.modes(self._col, dropna), None, self.name)

    def idxmax(self, axis=0, skipna=True):
        return self.index[_reduce.place(self._col, 1)]

    def idxmin(self, axis=0, skipna=True):
        return self.index[_reduce.place(self._col, -1)]

    def describe(self, percentiles=None, include=None, exclude=None):
        from pandas._describe import describe_series

        return describe_series(self, percentiles)

    def corr(self, other, method="pearson", min_periods=None):
        from pandas._describe import correlation

        left, right, _ = self._aligned(other)
        return correlation(left, right, method)

    def cov(self, other, min_periods=None, ddof=1):
        from pandas._describe import covariance

        left, right, _ = self._aligned(other)
        return covariance(left, right, ddof)

    def autocorr(self, lag=1):
        return self.corr(self.shift(lag))

    def info(self, verbose=None, buf=None, max_cols=None, memory_usage=None, show_counts=True):
        from pandas._describe import series_info

        series_info(self, buf)

    # -- as sets

    def unique(self):
        col = _sets.unique(self._col)
        if col.kind == "C":
            from pandas._category import Categorical

            return Categorical._of(col)
        return ColumnArray(col) if col.kind in "sMm" else col.array()

    def duplicated(self, keep="first"):
        return Series._make(Col("b", Vector.duplicated(self, keep)), self.index, self.name)

    def drop_duplicates(self, *, keep="first", inplace=False, ignore_index=False):
        result = self._masked(~_sets.duplicated([self._col], keep))
        return self._inplace(result.reset_index(drop=True) if ignore_index else result, inplace)

    def isin(self, values):
        return Series._make(Col("b", _sets.isin(self._col, values)), self.index, self.name)

    is_unique = property(lambda self: not _sets.duplicated([self._col]).any())

    def between(self, left, right, inclusive="both"):
        low = self >= left if inclusive in ("both", "left") else self > left
        high = self <= right if inclusive in ("both", "right") else self < right
        return low & high


def _named(name):
    def method(self, other, level=None, fill_value=None, axis=0):
        return self._operate(name, other, False, fill_value)

    def flipped(self, other, level=None, fill_value=None, axis=0):
        return self._operate(name, other, True, fill_value)

    return method, flipped


for _short, _name in (("add", "add"), ("sub", "sub"), ("mul", "mul"), ("div", "truediv"), ("truediv", "truediv"),
                      ("floordiv", "floordiv"), ("mod", "mod"), ("pow", "pow")):
    _one, _other = _named(_name)
    setattr(Series, _short, _one)
    setattr(Series, f"r{_short}", _other)
Series.subtract, Series.multiply, Series.divide = Series.sub, Series.mul, Series.div
for _name in ("eq", "ne", "lt", "le", "gt", "ge"):
    setattr(Series, _name, (lambda name: lambda self, other, level=None, fill_value=None, axis=0: self._compare(name, other))(_name))


def _reduction(name):
    def method(self, axis=None, skipna=True, numeric_only=False, dtype=None, out=None, **options):
        return _reduce.reduce(name, self._col, skipna, **options)

    def with_degrees(self, axis=None, skipna=True, ddof=1, numeric_only=False, dtype=None, out=None):
        return _reduce.reduce(name, self._col, skipna, ddof=ddof)

    return with_degrees if name in ("std", "var", "sem") else method


for _name in ("sum", "prod", "product", "mean", "median", "std", "var", "sem", "min", "max", "skew", "kurt", "kurtosis"):
    setattr(Series, _name, _reduction(_name))
for _name in ("isna", "notna", "isnull", "notnull", "abs", "__abs__"):
    setattr(Series, _name, getattr(Table, _name))
