"""`where`, `mask`, `replace`: cells that become others."""

import re

import numpy as np

from pandas._column import Col, column, infer, objects
from pandas._missing import is_missing, nan, unsupported


def where(table, cond, other, keep):
    from pandas._series import Series

    cond = cond(table) if callable(cond) else cond
    other = other(table) if callable(other) else other
    if table.ndim == 1:
        mask = _mask(cond.reindex(table.index) if isinstance(cond, Series) and not cond.index.equals(table.index) else cond)
        gone = ~mask if keep else mask
        if not gone.any():
            return table.copy()
        if isinstance(other, Series):
            value = other.reindex(table.index)._col.mask(gone)
        elif isinstance(other, (list, tuple, np.ndarray)):
            value = column(other).mask(gone)
        else:
            value = other
        return table._each(lambda col: col.put(gone, value))
    if isinstance(cond, Series):
        conditions = [_mask(cond.reindex(table.index))] * len(table._cols)
    elif hasattr(cond, "_is_frame"):
        cond = cond.reindex(index=table.index, columns=table.columns)
        conditions = [_mask(col) for col in cond._cols]
    else:
        array = np.asarray(cond)
        conditions = [array[:, at] for at in range(array.shape[1])]
    cols = []
    for at, (col, mask) in enumerate(zip(table._cols, conditions)):
        gone = ~mask if keep else mask
        if not gone.any():
            cols.append(col)
            continue
        if hasattr(other, "_is_frame"):
            value = other.reindex(index=table.index, columns=table.columns)._cols[at].mask(gone)
        elif isinstance(other, Series):
            value = other.reindex(table.index)._col.mask(gone)
        elif isinstance(other, np.ndarray) and other.ndim == 2:
            value = column(other[:, at]).mask(gone)
        else:
            value = other
        cols.append(col.put(gone, value))
    return table._make(cols, table.columns, table.index)


def _mask(cond):
    col = getattr(cond, "_col", cond)
    if isinstance(col, Col):
        if col.kind == "b":
            return col.data
        return np.array([not is_missing(value) and bool(value) for value in col.values()], dtype=bool)
    return np.asarray(cond, dtype=bool)


def replace(table, old, new, regex):
    from pandas._series import Series

    if isinstance(regex, (str, list, dict, re.Pattern)):
        old, regex = regex, True
    if new is ...:
        if isinstance(old, Series):
            old = old.to_dict()
        if not isinstance(old, dict):
            raise ValueError(f"{type(table).__name__}.replace must specify either 'value', a dict-like 'to_replace', or dict-like "
                             "'regex'.")
        if old and all(isinstance(value, dict) for value in old.values()):
            return table._make([_replaced(col, list(old[name].items()), regex) if name in old else col
                                for name, col in zip(table.columns, table._cols)], table.columns, table.index)
        pairs = list(old.items())
    elif isinstance(old, dict) and table.ndim == 2:
        return table._make([_replaced(col, [(one, new[name] if isinstance(new, dict) else new) for one in (
            old[name] if isinstance(old[name], list) else [old[name]])], regex) if name in old else col
            for name, col in zip(table.columns, table._cols)], table.columns, table.index)
    elif isinstance(old, (list, tuple)):
        if isinstance(new, (list, tuple)):
            if len(old) != len(new):
                raise ValueError(f"Replacement lists must match in length. Expecting {len(old)} got {len(new)} ")
            pairs = list(zip(old, new))
        else:
            pairs = [(one, new) for one in old]
    else:
        pairs = [(old, new)]
    return table._each(lambda col: _replaced(col, pairs, regex))


def _replaced(col, pairs, regex):
    if col.kind == "C":
        raise unsupported("replace in categories", "use .cat.rename_categories")
    if regex:
        if col.kind not in "sO":
            return col
        patterns = [(re.compile(old), new) for old, new in pairs]
        values = []
        for value in col.values():
            for pattern, new in patterns:
                if isinstance(value, str) and pattern.search(value):
                    value = pattern.sub(new, value) if isinstance(new, str) else new
            values.append(value)
        return infer(values) if any(not isinstance(v, str) for v in values) and col.kind == "s" else col.like(objects(values))
    known, missing = {}, ...
    for old, new in pairs:
        if is_missing(old):
            missing = new
        else:
            known[old] = new
    values = col.values()
    gone = col.isna().tolist()
    changed = [missing is not ... if lost else value.__hash__ is not None and value in known and not (
        isinstance(value, (bool, np.bool_)) != isinstance(next((k for k in known if k == value), None), (bool, np.bool_)))
        for value, lost in zip(values, gone)]
    places = [at for at, one in enumerate(changed) if one]
    if not places:
        return col
    new = [missing if gone[at] else known[values[at]] for at in places]
    result = infer([new[0]] if len(set(map(type, new))) == 1 and len(new) == 1 else new)
    if col.kind == "O":
        whole = list(values)
        for at, value in zip(places, new):
            whole[at] = value
        return Col("O", objects(whole))
    if col.kind == "s" and result.kind in "iufbO" and all(is_missing(value) for value in new):
        result = Col("s", objects([nan] * len(new)))
    if len(places) == len(col):
        return result
    return col.put(np.array(places), result)


def combine_first(table, other):
    if table.ndim == 1:
        index = table.index.union(other.index)
        own, more = table.reindex(index), other.reindex(index)
        return own.where(own.notna(), more)
    left, right = table._aligned(other)
    cols = []
    for name, a, b in zip(left.columns, left._cols, right._cols):
        gone = a.isna()
        both = b if gone.all() else a.put(gone, b.mask(gone)) if gone.any() else a
        cols.append(both)
    return left._make(cols, left.columns, left.index)
