"""Labels of rows and columns, and what joins and reshapes tables."""

import numpy as np

from pandas._base import axis_of
from pandas._column import column, full, infer
from pandas._index import Index, RangeIndex, _places_of, make_index
from pandas._missing import is_missing, nan, nothing_else, unsupported
from pandas._series import Series


class Labels:
    """Labels of rows and columns, and what joins and reshapes tables."""

    # -- labels

    def drop(self, labels=None, *, axis=0, index=None, columns=None, level=None, inplace=False, errors="raise"):
        if level is not None:
            raise unsupported("DataFrame.drop with level")
        if labels is None and index is None and columns is None:
            raise ValueError("Need to specify at least one of 'labels', 'index' or 'columns'")
        if labels is not None:
            if axis_of(axis):
                columns = labels
            else:
                index = labels
        result = self
        if index is not None:
            keep = np.ones(len(self), dtype=bool)
            keep[_places_of(self.index, index, errors)] = False
            result = result._masked(keep)
        if columns is not None:
            gone = set(_places_of(self._names, columns, errors).tolist())
            places = [at for at in range(len(self._cols)) if at not in gone]
            result = self._make([result._cols[at] for at in places], self._names.take(np.array(places, dtype=np.int64)), result.index)
        return self._inplace(result, inplace)

    def rename(self, mapper=None, *, index=None, columns=None, axis=None, copy=None, inplace=False, level=None, errors="ignore"):
        if mapper is not None:
            if axis is not None and axis_of(axis):
                columns = mapper
            else:
                index = mapper
        names, labels = self._names, self.index
        if columns is not None:
            names = _renamed(names, columns, errors, level)
        if index is not None:
            labels = _renamed(labels, index, errors, level)
        return self._inplace(self._make(self._cols, names, labels), inplace)

    def set_index(self, keys, *, drop=True, append=False, inplace=False, verify_integrity=False):
        from pandas._multi import MultiIndex

        keys = keys if isinstance(keys, list) else [keys]
        cols, names, gone, absent = [], [], [], []
        for key in keys:
            if isinstance(key, (Series, Index, np.ndarray)) or isinstance(key, list):
                cols.append(column(key))
                names.append(getattr(key, "name", None))
            elif key in self._names:
                cols.append(self[key]._col)
                names.append(key)
                gone.append(key)
            else:
                absent.append(key)
        if absent:
            raise KeyError(f"None of {absent} are in the columns")
        if append:
            own = self.index
            levels = own._cols if own._is_multi else [own._col]
            cols, names = levels + cols, own.names + names
        index = make_index(cols[0], names[0]) if len(cols) == 1 else MultiIndex._of(cols, names)
        if verify_integrity and not index.is_unique:
            raise ValueError(f"Index has duplicate keys: {index[index.duplicated()].unique()!r}")
        frame = self.drop(columns=gone) if drop and gone else self
        return self._inplace(frame._make(frame._cols, frame._names, index), inplace)

    def reset_index(self, level=None, *, drop=False, inplace=False, col_level=0, col_fill="", allow_duplicates=False, names=None):
        own = self.index
        levels = range(own.nlevels) if level is None else sorted(own._level(one) for one in (level if isinstance(level, (list, tuple)) else [level]))
        levels = list(levels)
        rest = [at for at in range(own.nlevels) if at not in levels]
        index = RangeIndex(len(self)) if not rest else own.droplevel(levels)
        frame = self._make(self._cols, self._names, index)
        if not drop:
            for position, at in enumerate(levels):
                col = own._cols[at] if own._is_multi else own._col
                name = own.names[at]
                if name is None:
                    name = f"level_{at}" if own._is_multi else "index" if "index" not in self._names else "level_0"
                if names is not None:
                    name = names[position] if isinstance(names, (list, tuple)) else names
                if frame._names._is_multi:
                    label = (name,) + (col_fill,) * (frame._names.nlevels - 1) if not isinstance(name, tuple) else name
                    titles = type(frame._names).from_tuples([*list(frame._names)[:position], label, *list(frame._names)[position:]],
                                                            names=frame._names.names)
                    frame = frame._make(frame._cols[:position] + [col] + frame._cols[position:], titles, index)
                else:
                    frame.insert(position, name, Series._make(col, index), allow_duplicates)
        return self._inplace(frame, inplace)

    def reindex(self, labels=None, *, index=None, columns=None, axis=None, method=None, copy=None, level=None, fill_value=nan,
                limit=None, tolerance=None):
        from pandas._reindex import indexer, named_index

        if labels is not None:
            if axis is not None and axis_of(axis):
                columns = labels
            else:
                index = labels
        result = self
        if index is not None:
            index = index if isinstance(index, Index) else named_index(index, self.index)
            places = indexer(self.index, index, method, limit)
            cols = [Series._make(col, self.index).reindex(index, fill_value=fill_value)._col if (places < 0).any() and not is_missing(fill_value)
                    else col.take(places) for col in self._cols]
            result = self._make(cols, self._names, index)
        if columns is not None:
            names = columns if isinstance(columns, Index) else Index(columns, name=self._names.name) if not self._names._is_multi else Index(columns)
            places = indexer(self._names, names, None, None)
            empty = full(fill_value, len(result.index))
            result = self._make([result._cols[at] if at >= 0 else empty for at in places.tolist()], names, result.index)
        return result

    def reindex_like(self, other):
        return self.reindex(index=other.index, columns=other.columns)

    def align(self, other, join="outer", axis=None, **options):
        nothing_else("align", (), options)
        if join != "outer":
            raise unsupported("align with another join than 'outer'")
        return self._aligned(other)

    def filter(self, items=None, like=None, regex=None, axis=None):
        from pandas._reindex import filtered

        if axis is not None and axis_of(axis) == 0:
            return self._masked(filtered(self.index, items, like, regex))
        if items is not None:
            return self[[name for name in items if name in self._names]]
        places = np.flatnonzero(filtered(self._names, items, like, regex))
        return self._make([self._cols[at] for at in places.tolist()], self._names.take(places), self.index)

    def select_dtypes(self, include=None, exclude=None):
        from pandas._describe import has_kind

        if include is None and exclude is None:
            raise ValueError("at least one of include or exclude must be nonempty")
        keep = [at for at, col in enumerate(self._cols) if (include is None or has_kind(col, include)) and not (
            exclude is not None and has_kind(col, exclude))]
        return self._make([self._cols[at] for at in keep], self._names.take(np.array(keep, dtype=np.int64)), self.index)

    def astype(self, dtype, copy=None, errors="raise"):
        from pandas._convert import astype

        if isinstance(dtype, (dict, Series)):
            for name in dtype.keys():
                if name not in self._names:
                    raise KeyError(f"Only a column name can be used for the key in a dtype mappings argument. '{name}' not found in columns.")
            return self._make([astype(col, dtype[name]) if name in dtype else col for name, col in zip(self._names, self._cols)],
                              self._names, self.index)
        return self._each(lambda col: astype(col, dtype))

    def update(self, other, **options):
        nothing_else("update", (), options)
        for name in other.columns:
            if name in self._names:
                column_ = self[name]
                column_.update(other[name])
                self[name] = column_

    # -- joining and reshaping

    def merge(self, right, how="inner", on=None, left_on=None, right_on=None, left_index=False, right_index=False, sort=False,
              suffixes=("_x", "_y"), copy=None, indicator=False, validate=None):
        from pandas._merge import merge

        return merge(self, right, how, on, left_on, right_on, left_index, right_index, sort, suffixes, copy, indicator, validate)

    def join(self, other, on=None, how="left", lsuffix="", rsuffix="", sort=False, validate=None):
        from pandas._merge import join

        return join(self, other, on, how, lsuffix, rsuffix, sort)

    def pivot(self, *, columns, index=..., values=...):
        from pandas._reshape import pivot

        return pivot(self, columns=columns, index=index, values=values)

    def pivot_table(self, values=None, index=None, columns=None, aggfunc="mean", fill_value=None, margins=False, dropna=True,
                    margins_name="All", observed=True, sort=True):
        from pandas._pivot import pivot_table

        return pivot_table(self, values, index, columns, aggfunc, fill_value, margins, dropna, margins_name, observed, sort)

    def melt(self, id_vars=None, value_vars=None, var_name=None, value_name="value", col_level=None, ignore_index=True):
        from pandas._reshape import melt

        return melt(self, id_vars, value_vars, var_name, value_name, col_level, ignore_index)

    def stack(self, level=-1, dropna=..., sort=..., future_stack=True):
        from pandas._reshape import stack

        return stack(self, level)

    def unstack(self, level=-1, fill_value=None, sort=True):
        from pandas._reshape import unstack

        return unstack(self, level, fill_value)

    def explode(self, column, ignore_index=False):
        from pandas._reshape import explode

        return explode(self, column, ignore_index)

    def squeeze(self, axis=None):
        if len(self._cols) == 1 and axis in (None, 1, "columns"):
            own = self._column(0)
            return own.item() if len(own) == 1 and axis is None else own
        return self._row(0) if len(self) == 1 and axis in (None, 0, "index") else self

    def hist(self, column=None, **options):
        from pandas._plot import frame_hist

        return frame_hist(self, column, **options)

    def boxplot(self, column=None, by=None, **options):
        if by is not None:
            raise unsupported("boxplot with by")
        names = [column] if isinstance(column, str) else column
        return (self if names is None else self[names]).plot.box(**options)

    def compare(self, other, **options):
        raise unsupported("DataFrame.compare")

    @property
    def style(self):
        raise unsupported("DataFrame.style", "use round, or to_html")


def _renamed(index, mapper, errors, level=None):
    change = mapper if callable(mapper) else None
    if change is None:
        if not hasattr(mapper, "items"):
            raise TypeError(f"'{type(mapper).__name__}' object is not callable")
        known = dict(mapper.items())
        if errors == "raise":
            absent = [label for label in known if label not in index]
            if absent:
                raise KeyError(f"{absent} not found in axis")
        change = lambda label: known.get(label, label)
    if index._is_multi:
        levels = [list(map(change, col.values())) if level is None or index._level(level) == at else col.values()
                  for at, col in enumerate(index._cols)]
        return type(index).from_arrays(levels, names=index.names)
    if not len(index):
        return index
    return make_index(infer([change(label) for label in index]), index.name)
