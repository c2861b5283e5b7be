"""`concat`: tables below or beside each other."""

import numpy as np

from pandas._base import axis_of
from pandas._column import Col, concat as concat_cols, infer, objects
from pandas._index import Index, RangeIndex, make_index
from pandas._missing import nan
from pandas._multi import MultiIndex
from pandas._series import Series


def concat(objs, *, axis=0, join="outer", ignore_index=False, keys=None, levels=None, names=None, verify_integrity=False,
           sort=False, copy=None):
    """Tables below each other, or beside each other (`axis=1`)."""
    from pandas._frame import DataFrame

    if isinstance(objs, (Series, DataFrame, str)):
        raise TypeError('first argument must be an iterable of pandas objects, you passed an object of type '
                        f'"{type(objs).__name__}"')
    if isinstance(objs, dict):
        keys = list(objs) if keys is None else keys
        objs = [objs[key] for key in keys]
    objs = list(objs)
    pairs = [(one, key) for one, key in zip(objs, keys if keys is not None else objs) if one is not None]
    objs = [one for one, _ in pairs]
    keys = [key for _, key in pairs] if keys is not None else None
    if not objs:
        raise ValueError("No objects to concatenate" if not pairs else "All objects passed were None")
    for one in objs:
        if not isinstance(one, (Series, DataFrame)):
            raise TypeError(f"cannot concatenate object of type '{type(one)}'; only Series and DataFrame objs are valid")
    if axis_of(axis):
        return _beside(objs, join, ignore_index, keys, names, sort)
    if all(isinstance(one, Series) for one in objs):
        col = concat_cols([one._col for one in objs])
        titles = {one.name for one in objs}
        return Series._make(col, _labels(objs, ignore_index, keys, names), titles.pop() if len(titles) == 1 else None)
    frames = [one if isinstance(one, DataFrame) else one.to_frame(0 if one.name is None else one.name) for one in objs]
    titles = frames[0].columns
    used = [one for one in frames if len(one.columns)] or frames
    titles = used[0].columns
    for one in used[1:]:
        if not one.columns.equals(titles):
            titles = titles.union(one.columns, sort=None if sort else False) if join == "outer" else titles.intersection(one.columns)
    if sort and join == "outer":
        titles = titles.sort_values()
    cols = []
    for name in titles:
        parts, gone = [], []
        for one in frames:
            places = one.columns._find(name) if name in one.columns else []
            if places:
                parts.append(one._cols[places[0]])
            else:
                parts.append(Col("O", objects([nan] * len(one))))
        cols.append(concat_cols(parts))
    result = DataFrame._make(cols, titles, _labels(frames, ignore_index, keys, names))
    if verify_integrity and not result.index.is_unique:
        raise ValueError(f"Indexes have overlapping values: {result.index[result.index.duplicated()].unique()!r}")
    return result


def _labels(objs, ignore_index, keys, names):
    if ignore_index:
        return RangeIndex(sum(map(len, objs)))
    if keys is not None:
        return _keyed([one.index for one in objs], keys, names)
    first = objs[0].index
    if len(objs) == 1:
        return first
    if all(isinstance(one.index, RangeIndex) for one in objs):
        at = None
        for one in objs:
            own = one.index
            if len(own) == 0:
                continue
            if at is not None and (own.start != at or own.step != 1):
                break
            at = own.stop
        else:
            starts = [one.index.start for one in objs if len(one)]
            if starts and all(one.index.step == 1 for one in objs if len(one)):
                return RangeIndex(starts[0], at)
    return first.append([one.index for one in objs[1:]])


def _keyed(indexes, keys, names):
    counts = [len(one) for one in indexes]
    places = np.repeat(np.arange(len(keys)), counts)
    outer = make_index(infer(list(keys)))
    if outer._is_multi:
        first = [col.take(places) for col in outer._cols]
    else:
        first = [outer._col.take(places)]
    whole = indexes[0].append(indexes[1:]) if len(indexes) > 1 else indexes[0]
    inner = whole._cols if whole._is_multi else [whole._col]
    own = list(names) if names is not None else [getattr(keys, "name", None)] * len(first)
    titles = own + list(whole.names) if len(own) < len(first) + len(inner) else own
    return MultiIndex._of(first + list(inner), titles)


def _beside(objs, join, ignore_index, keys, names, sort):
    from pandas._frame import DataFrame

    index = objs[0].index
    for one in objs[1:]:
        if not one.index.equals(index):
            if join == "inner":
                index = index.intersection(one.index)
            else:
                index = index.union(one.index, sort=None if sort or index._col.kind in "M" else False)
    cols, titles, number = [], [], 0
    counts = []
    for one in objs:
        own = one if one.index.equals(index) else one.reindex(index)
        if isinstance(one, Series):
            cols.append(own._col)
            if one.name is None:
                titles.append(number)
                number += 1
            else:
                titles.append(one.name)
            counts.append(1)
        else:
            cols.extend(own._cols)
            titles.extend(own.columns)
            counts.append(len(own.columns))
    if ignore_index:
        columns = RangeIndex(len(cols))
    elif keys is not None:
        if all(isinstance(one, Series) for one in objs):
            columns = Index(list(keys), name=names[0] if names else None)
        else:
            columns = _keyed([one.columns if isinstance(one, DataFrame) else Index([0 if one.name is None else one.name]) for one in objs],
                             keys, names)
    elif all(isinstance(one, Series) and one.name is None for one in objs):
        columns = RangeIndex(len(cols))
    else:
        columns = make_index(infer(titles))
        firsts = [one.columns for one in objs if isinstance(one, DataFrame)]
        if columns._is_multi and firsts:
            columns._names = list(firsts[0].names)
    return DataFrame._make(cols, columns, index)
