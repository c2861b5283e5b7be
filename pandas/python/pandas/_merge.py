"""`merge` and `join`: tables joined by equal values."""

import numpy as np

from pandas._column import Col, infer
from pandas._index import Index, RangeIndex, make_index
from pandas._missing import unsupported
from pandas._series import Series
from pandas.errors import MergeError


def _keys(cols):
    """The values that rows are joined by: what is missing equals what is missing."""
    lists = []
    for col in cols:
        gone = col.isna().tolist()
        lists.append([None if lost else value for value, lost in zip(col.dense().data.tolist(), gone)])
    return lists[0] if len(lists) == 1 else list(zip(*lists))


def matched(left, right, how, sort=False):
    """The places in both tables of each row of the result; -1 where there is none."""
    a, b = _keys(left), _keys(right)
    if how == "right":
        second, first = matched(right, left, "left", sort)
        return first, second
    where = {}
    for at, key in enumerate(b):
        where.setdefault(key, []).append(at)
    first, second = [], []
    if sort or how == "outer":
        order = _order(a + b if how == "outer" else a)
        mine = {}
        for at, key in enumerate(a):
            mine.setdefault(key, []).append(at)
        for key in order:
            for at in mine.get(key, [] if how != "outer" else [-1]):
                others = where.get(key)
                if others is None and how != "inner":
                    others = [-1]
                for other in others or ():
                    first.append(at)
                    second.append(other)
    else:
        for at, key in enumerate(a):
            others = where.get(key)
            if others is None:
                if how == "inner":
                    continue
                others = (-1,)
            for other in others:
                first.append(at)
                second.append(other)
    return np.array(first, dtype=np.int64), np.array(second, dtype=np.int64)


def _order(keys):
    different = list(dict.fromkeys(keys))
    rank = lambda part: (part is None, 0 if part is None else part)
    try:
        return sorted(different, key=lambda key: tuple(map(rank, key)) if isinstance(key, tuple) else rank(key))
    except TypeError:
        return different


def aligned_places(left, right):
    """How two columns go together whose labels are not unique."""
    first, second = matched([left._col], [right._col], "outer")
    index = _both(left._col, right._col, first, second)
    return first, second, make_index(index, left.name if left.name == right.name else None)


def _both(left, right, first, second):
    own = left.take(first)
    gone = first < 0
    if not gone.any():
        return own
    other = right.take(second)
    if left.kind == right.kind and left.kind in "iu":
        data = np.where(gone, right.data[np.where(second < 0, 0, second)], left.data[np.where(first < 0, 0, first)]
                        if len(left) else 0)
        return left.like(data)
    return own.put(gone, other.mask(gone)) if own.kind != "C" else own.dense().put(gone, other.dense().mask(gone))


def merge(left, right, how="inner", on=None, left_on=None, right_on=None, left_index=False, right_index=False, sort=False,
          suffixes=("_x", "_y"), copy=None, indicator=False, validate=None):
    """Two tables joined by columns, or by labels, that are equal."""
    from pandas._frame import DataFrame

    left, right = (one.to_frame() if isinstance(one, Series) else one for one in (left, right))
    for one in (left, right):
        if not isinstance(one, DataFrame):
            raise TypeError(f"Can only merge Series or DataFrame objects, a {type(one)} was passed")
    if how == "cross":
        count, other = len(left), len(right)
        first, second = np.repeat(np.arange(count), other), np.tile(np.arange(other), count)
        return _joined(left, right, first, second, [], [], suffixes, RangeIndex(count * other), how, indicator)
    if how not in ("inner", "left", "right", "outer"):
        if how in ("left_anti", "right_anti"):
            raise unsupported(f"merge with how={how!r}")
        raise ValueError(f"'{how}' is not a valid Merge type: left, right, inner, outer, left_anti, right_anti, cross, asof")
    if on is not None:
        if left_on is not None or right_on is not None:
            raise MergeError('Can only pass argument "on" OR "left_on" and "right_on", not a combination of both.')
        left_on = right_on = on
    if left_on is None and right_on is None and not left_index and not right_index:
        common = [name for name in left.columns if name in right.columns]
        if not common:
            raise MergeError("No common columns to perform merge on. Merge options: left_on=None, right_on=None, left_index=False, "
                             "right_index=False")
        left_on = right_on = common
    listed = lambda names: [] if names is None else list(names) if isinstance(names, list) else [names]
    left_on, right_on = listed(left_on), listed(right_on)
    find = lambda table, names, index: [table.index._cols[at] for at in range(table.index.nlevels)] if index and table.index._is_multi else (
        [table.index._col] if index else [table._by_name(name)._col if isinstance(name, (str, int, tuple, float)) else infer(list(name)) for name in names])
    a, b = find(left, left_on, left_index), find(right, right_on, right_index)
    if len(a) != len(b):
        raise ValueError("len(right_on) must equal len(left_on)")
    for name, other, x, y in zip(left_on or [None] * len(a), right_on or [None] * len(b), a, b):
        kinds = {x.dense().kind, y.dense().kind}
        if len(kinds) == 2 and ("s" in kinds and kinds & set("ifMb")) and len(x) and len(y):
            raise ValueError(f"You are trying to merge on {x.dtype} and {y.dtype} columns for key '{name if name is not None else other}'. "
                             "If you wish to proceed you should use pd.concat")
    if validate is not None:
        _validate(a, b, validate)
    first, second = matched(a, b, how, sort)
    index = RangeIndex(len(first))
    if left_index and right_index:
        name = right.index.name if how == "right" else left.index.name
        index = make_index(_both(left.index._col, right.index._col, first, second), name) if not left.index._is_multi else (
            left.index.take(np.where(first < 0, 0, first)))
    elif left_index:
        # Rows are called as in the table that was joined by a column; those that it does not have are called NaN.
        index = right.index.take(second)
    elif right_index:
        index = left.index.take(first)
    return _joined(left, right, first, second, left_on, right_on, suffixes, index, how, indicator,
                   a if right_index and not left_index else None, b if left_index and not right_index else None)


def _validate(a, b, how):
    unique = [len(set(keys)) == len(keys) for keys in (_keys(a), _keys(b))]
    names = {"1:1": "one_to_one", "1:m": "one_to_many", "m:1": "many_to_one"}
    how = names.get(how, how)
    if how in ("one_to_one", "one_to_many") and not unique[0]:
        side = "one-to-one" if how == "one_to_one" else "one-to-many"
        raise MergeError(f"Merge keys are not unique in left dataset; not a {side} merge")
    if how in ("one_to_one", "many_to_one") and not unique[1]:
        side = "one-to-one" if how == "one_to_one" else "many-to-one"
        raise MergeError(f"Merge keys are not unique in right dataset; not a {side} merge")


def _joined(left, right, first, second, left_on, right_on, suffixes, index, how, indicator, by_left=None, by_right=None):
    from pandas._frame import DataFrame

    shared = {one for one, other in zip(left_on, right_on) if one == other and isinstance(one, (str, int, tuple, float))}
    rest = [name for name in right.columns if name not in shared]
    twice = {name for name in left.columns if name in rest}
    if twice and not any(suffixes):
        raise ValueError(f"columns overlap but no suffix specified: {Index([n for n in left.columns if n in twice])!r}")
    cols, names = [], []
    dict(zip(left_on, right_on))
    for name, col in zip(left.columns, left._cols):
        if name in shared and name in right.columns:
            cols.append(_both(col, right[name]._col, first, second))
        elif name in shared and name in right.index.names:
            cols.append(_both(col, right.index.get_level_values(name)._col, first, second))
        elif name in left_on and not right_on and (first < 0).any():
            cols.append(_both(col, right.index._col, first, second))
        else:
            cols.append(col.take(first))
        names.append(f"{name}{suffixes[0]}" if name in twice and suffixes[0] else name)
    for name, col in zip(right.columns, right._cols):
        if name in shared:
            if name not in left.columns:
                cols.append(_both(left.index.get_level_values(name)._col, col, first, second))
                names.append(name)
            continue
        if name in right_on and not left_on and (second < 0).any():
            cols.append(_both(col, left.index._col, second, first))
        else:
            cols.append(col.take(second))
        names.append(f"{name}{suffixes[1]}" if name in twice and suffixes[1] else name)
    if indicator:
        code = np.where(second < 0, 0, np.where(first < 0, 1, 2))
        cols.append(Col("C", code, infer(["left_only", "right_only", "both"])))
        names.append(indicator if isinstance(indicator, str) else "_merge")
    return DataFrame._make(cols, make_index(infer(names)) if names else RangeIndex(0), index)


def join(left, other, on, how, lsuffix, rsuffix, sort):
    """Columns of other tables, by their labels."""

    if isinstance(other, (list, tuple)):
        for one in other:
            left = join(left, one, on, how, lsuffix, rsuffix, sort)
        return left
    if isinstance(other, Series):
        if other.name is None:
            raise ValueError("Other Series must have a name")
        other = other.to_frame()
    if on is not None:
        return merge(left, other, how, None, on, None, False, True, sort, (lsuffix, rsuffix))
    if left.index._is_multi != other.index._is_multi:
        raise unsupported("join of an index of one level with one of several", "use merge")
    return merge(left, other, how, None, None, None, True, True, sort, (lsuffix, rsuffix))
