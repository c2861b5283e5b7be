"""Tables: pandas, as far as schools and books use it, over the arrays of numpy."""

from pandas import errors
from pandas._missing import NA, NaT, unsupported as _unsupported
from pandas._options import describe_option, get_option, option_context, options, reset_option, set_option
from pandas._dtypes import CategoricalDtype, StringDtype
from pandas._times import Timedelta, Timestamp
from pandas._index import Index, RangeIndex
from pandas._multi import MultiIndex
from pandas._timeindex import (
    DatetimeIndex, TimedeltaIndex, bdate_range, date_range, inferred as _inferred, timedelta_range,
)
from pandas._category import Categorical, CategoricalIndex, Interval, IntervalIndex, interval_range
from pandas._bins import cut, qcut
from pandas._series import Series
from pandas._frame import DataFrame
from pandas._combine import concat
from pandas._merge import merge as merge
from pandas._convert import to_datetime, to_numeric, to_timedelta
from pandas._reshape import get_dummies
from pandas._pivot import crosstab, pivot_table
from pandas._csv import read_csv, read_table
from pandas._json import json_normalize, read_json
from pandas._groups import Grouper, NamedAgg
from pandas._freq import DateOffset
from pandas._query import evaluate_alone as eval
from pandas import offsets

# The release whose behaviour this follows.
__version__ = "3.1.1"

for _one in (Series, DataFrame, Index, RangeIndex, MultiIndex, DatetimeIndex, TimedeltaIndex, CategoricalIndex, IntervalIndex,
             Categorical, Interval, Timestamp, Timedelta):
    _one.__module__ = "pandas"


class IndexSlice:
    """`pd.IndexSlice[:, "a"]`."""

    def __getitem__(self, key):
        return key


IndexSlice = IndexSlice()


def melt(frame, id_vars=None, value_vars=None, var_name=None, value_name="value", col_level=None, ignore_index=True):
    return frame.melt(id_vars, value_vars, var_name, value_name, col_level, ignore_index)


def pivot(data, *, columns, index=..., values=...):
    return data.pivot(columns=columns, index=index, values=values)


def isna(obj):
    """Whether something is missing: of one value, or of each."""
    from pandas._missing import is_missing

    if hasattr(obj, "isna"):
        return obj.isna()
    if isinstance(obj, (list, tuple)) or hasattr(obj, "ndim"):
        from pandas._column import column

        if getattr(obj, "ndim", 1) == 0:
            return is_missing(obj.item())
        return column(obj).isna()
    return is_missing(obj)


def notna(obj):
    """The opposite of `isna`."""
    result = isna(obj)
    return not result if isinstance(result, bool) else ~result


isnull, notnull = isna, notna


def unique(values):
    """The different values, in the order in which they come."""
    result = Series(values).unique() if not hasattr(values, "unique") else values.unique()
    return result


def factorize(values, sort=False, use_na_sentinel=True):
    """The number of each value among the different ones, and these."""
    codes, labels = Series(values).factorize(sort)
    return codes, labels if hasattr(values, "_col") else labels.to_numpy()


def infer_freq(index):
    """The step between points in time, as a text."""
    freq = _inferred(index if isinstance(index, Index) else Index(index))
    return None if freq is None else freq.freqstr


def __getattr__(name):
    from pandas._absent import MODULE

    if name in MODULE:
        raise AttributeError(f"pandas here has no pandas.{name}; see the page on tables for what is there")
    raise AttributeError(f"module 'pandas' has no attribute {name!r}")
