"""`pivot_table` and `crosstab`."""

import numpy as np

from pandas._aggregate import name_of
from pandas._column import Col, infer
from pandas._index import Index
from pandas._missing import is_missing, nothing_else
from pandas._multi import MultiIndex
from pandas._reshape import unstack
from pandas._series import Series


def pivot_table(data, values=None, index=None, columns=None, aggfunc="mean", fill_value=None, margins=False, dropna=True,
                margins_name="All", observed=True, sort=True, **options):
    """A table of what a function gives for the rows of each pair of keys."""
    nothing_else("pivot_table", (), options)
    from pandas._combine import concat

    if isinstance(aggfunc, (list, tuple)):
        parts, names = [], []
        for one in aggfunc:
            parts.append(pivot_table(data, values, index, columns, one, fill_value, margins, dropna, margins_name, observed, sort))
            names.append(name_of(one))
        return concat(parts, axis=1, keys=names)
    listed = lambda one: [] if one is None else list(one) if isinstance(one, list) else [one]
    rows, across = listed(index), listed(columns)
    if not rows and not across:
        raise ValueError("No group keys passed!")
    keys = rows + across
    names = [name for name in keys if isinstance(name, (str, int, tuple))]
    single = values is not None and not isinstance(values, (list, tuple))
    if values is None:
        chosen = [name for name in data.columns if name not in names] if not isinstance(aggfunc, dict) else list(aggfunc)
    else:
        chosen = listed(values)
    for name in chosen:
        if name not in data.columns:
            raise KeyError(name)
    if values is None and not isinstance(aggfunc, dict):
        # What a function has no answer for is an error, as it is in groups.
        chosen = list(chosen)
    grouped = data.groupby(keys, observed=observed, dropna=dropna, sort=sort)[chosen]
    table = grouped.agg(aggfunc)
    if dropna:
        table = table.dropna(how="all")
    if across:
        if len(keys) == len(across):
            table = table.T if len(across) == 1 else table.T
            if fill_value is not None:
                table = table.fillna(fill_value)
            return table
        levels = list(range(len(rows), len(keys)))
        wide = table
        for level in levels:
            wide = unstack(wide, len(rows), None)
        table = wide
        if dropna:
            table = table.dropna(how="all", axis=1)
        table = table.sort_index(axis=1) if sort else table
    elif values is None or not single:
        table = table.sort_index(axis=1) if sort else table
    aggfunc in ("count", "size", "nunique", len) or fill_value is not None
    if fill_value is not None:
        table = table.fillna(fill_value)
        table = table._each(lambda col: _whole(col, data, chosen, aggfunc))
    if margins:
        table = _margins(table, data, chosen, rows, across, aggfunc, margins_name, fill_value, observed)
    if single and across and table.columns._is_multi:
        table.columns = table.columns.droplevel(0)
    return table


def _whole(col, data, chosen, aggfunc):
    """Whole numbers that were floats only because something was missing."""
    if col.kind == "f" and len(col) and (col.data % 1 == 0).all() and (
            aggfunc in ("count", "size", "nunique", len) or aggfunc in ("sum", "min", "max", "first", "last", sum, np.sum) and all(
                data[name]._col.kind in "iub" for name in chosen)):
        return Col("i", col.data.astype(np.int64))
    return col


def _margins(table, data, chosen, rows, across, aggfunc, title, fill_value, observed):
    """The same for all rows and all columns together."""
    from pandas._combine import concat
    from pandas._frame import DataFrame

    data = data.dropna(subset=[name for name in rows + across])
    whole = {name: data[[name]].agg(aggfunc).iloc[0] if not callable(aggfunc) else data[name].agg(aggfunc) for name in chosen}
    bottom_label = (title,) + ("",) * (len(rows) - 1) if len(rows) > 1 else title
    if not across:
        bottom = DataFrame([[whole[name] for name in table.columns]], columns=table.columns)
        bottom.index = MultiIndex.from_tuples([bottom_label], names=rows) if len(rows) > 1 else Index([title], name=rows[0])
        result = concat([table, bottom])
        result.index.names = table.index.names
        return result
    right = data.groupby(rows, observed=observed)[chosen].agg(aggfunc)
    below = data.groupby(across, observed=observed)[chosen].agg(aggfunc)
    cols, labels = [], []
    for name in chosen:
        here = [at for at, label in enumerate(table.columns) if label[0] == name]
        for at in here:
            label = table.columns[at]
            key = label[1] if len(across) == 1 else label[1:]
            value = below[name].loc[key]
            cols.append((label, table._cols[at], value))
        cols.append(((name, title) + ("",) * (len(across) - 1), right[name].reindex(table.index)._col, whole[name]))
    parts = []
    from pandas._column import concat as concat_cols

    for _, col, value in cols:
        parts.append(concat_cols([col, infer([value])]) if col.kind != "i" or is_missing(value) or float(value) % 1 else
                     Col("i", np.concatenate([col.data, [int(value)]])))
    names = MultiIndex.from_tuples([label for label, _, _ in cols], names=table.columns.names)
    last = MultiIndex.from_tuples([bottom_label]) if len(rows) > 1 else Index([title])
    if table.index._is_multi:
        index = table.index.append(last)
        index._names = list(table.index.names)
    else:
        from pandas._index import make_index

        index = make_index(infer(table.index.tolist() + [title]), table.index.name)
    return DataFrame._make(parts, names, index)


def crosstab(index, columns, values=None, rownames=None, colnames=None, aggfunc=None, margins=False, margins_name="All",
             dropna=True, normalize=False):
    """How often each pair of values is there."""
    from pandas._frame import DataFrame

    listed = lambda one: list(one) if isinstance(one, list) and one and (hasattr(one[0], "_col") or isinstance(one[0], (list, np.ndarray))) else [one]
    rows, across = listed(index), listed(columns)
    if (values is None) != (aggfunc is None):
        raise ValueError("aggfunc cannot be used without values." if values is None else "values cannot be used without an aggfunc.")
    titles = [getattr(one, "name", None) for one in rows] if rownames is None else list(rownames)
    heads = [getattr(one, "name", None) for one in across] if colnames is None else list(colnames)
    titles = [f"row_{at}" if name is None else name for at, name in enumerate(titles)]
    heads = [f"col_{at}" if name is None else name for at, name in enumerate(heads)]
    inner_rows = [f"__row_{at}" for at in range(len(rows))]
    inner_cols = [f"__col_{at}" for at in range(len(across))]
    data = {}
    shared = next((one.index for one in rows + across if isinstance(one, Series)), None)
    for name, one in zip(inner_rows + inner_cols, rows + across):
        data[name] = one if isinstance(one, Series) else Series(list(one), index=shared)
    frame = DataFrame(data)
    frame["__value"] = 0 if values is None else (values if isinstance(values, Series) else list(values))
    frame = frame.dropna(subset=inner_rows + inner_cols)
    table = frame.pivot_table("__value", inner_rows, inner_cols, "count" if values is None else aggfunc, fill_value=0 if values is None else None,
                              margins=margins and not normalize, margins_name=margins_name, observed=True)
    if normalize is not False:
        kinds = {"all": "all", "index": "index", "columns": "columns", 0: "index", 1: "columns"}
        how = "all" if normalize is True else kinds.get(normalize)
        if how is None:
            raise ValueError("Not a valid normalize argument")
        table = _shares(table, how, margins, margins_name)
    table.index = table.index.rename(titles if table.index._is_multi else titles[0])
    table.columns = table.columns.rename(heads if table.columns._is_multi else heads[0])
    return table


def _shares(table, how, margins, title):
    whole = table.sum().sum()
    result = table / whole if how == "all" else table.div(table.sum(axis=1), axis=0) if how == "index" else table / table.sum()
    if margins:
        if how in ("all", "columns"):
            across = table.sum(axis=1) / whole
            result[title] = across
        if how in ("all", "index"):
            below = (table.sum() / whole).reindex(result.columns, fill_value=1.0) if how == "all" else table.sum() / whole
            result.loc[title] = below
    return result.fillna(0)
