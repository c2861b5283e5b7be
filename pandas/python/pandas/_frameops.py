"""Operators of tables, and tables as other things."""

import numpy as np

from pandas import _frame, _ops
from pandas._base import axis_of
from pandas._column import Col, column, concat, full, objects
from pandas._index import Index, RangeIndex
from pandas._missing import nan, unsupported
from pandas._series import Series


class Operators:
    """Operators of tables, and tables as other things."""

    # -- operators

    def _operate(self, name, other, flipped=False, fill=None, axis=1):
        return self._with_other(other, lambda a, b: _ops.arithmetic(name, a, b, flipped), fill, axis)

    def _compare(self, name, other, axis=1):
        if isinstance(other, _frame.DataFrame) and not (self.index.equals(other.index) and self._names.equals(other._names)):
            raise ValueError("Can only compare identically-labeled (both index and columns) DataFrame objects")
        return self._with_other(other, lambda a, b: _ops.compare(name, a, b), None, axis)

    def _logic(self, name, other):
        return self._with_other(other, lambda a, b: _ops.logic(name, a, b))

    def _with_other(self, other, function, fill=None, axis=1):
        if isinstance(other, _frame.DataFrame):
            left, right = self._aligned(other)
            cols = []
            for a, b in zip(left._cols, right._cols):
                if fill is not None:
                    both = a.isna() & b.isna()
                    a, b = a.put(a.isna() & ~both, fill), b.put(b.isna() & ~both, fill)
                cols.append(function(a, b))
            return self._make(cols, left._names, left.index)
        own = self if fill is None else self.fillna(fill)
        if isinstance(other, (Series, dict)):
            other = Series(other) if isinstance(other, dict) else other
            if axis_of(axis) == 0:
                if not own.index.equals(other.index):
                    index = own.index.union(other.index)
                    own, other = own.reindex(index), other.reindex(index)
                return own._each(lambda col: function(col, other._col))
            names = own._names if own._names.equals(other.index) else own._names.union(other.index)
            own, other = own if names is own._names else own.reindex(columns=names), other.reindex(names)
            return self._make([function(col, value) for col, value in zip(own._cols, other.tolist())], names, own.index)
        if isinstance(other, np.ndarray) and other.ndim == 2:
            if other.shape != self.shape:
                raise ValueError(f"Unable to coerce to DataFrame, shape must be {self.shape}: given {other.shape}")
            return self._make([function(col, column(other[:, at])) for at, col in enumerate(own._cols)], self._names, self.index)
        if isinstance(other, (list, tuple, np.ndarray, Index)) and not (isinstance(other, np.ndarray) and other.ndim == 0):
            values = list(other)
            wanted = len(self._cols) if axis_of(axis) else len(self)
            if len(values) != wanted:
                raise ValueError(f"Unable to coerce to Series, length must be {wanted}: given {len(values)}")
            if axis_of(axis) == 0:
                col = column(values)
                return own._each(lambda one: function(one, col))
            return self._make([function(col, value) for col, value in zip(own._cols, values)], self._names, self.index)
        return own._each(lambda col: function(col, other))

    def _aligned(self, other):
        index = self.index if self.index.equals(other.index) else self.index.union(other.index)
        names = self._names if self._names.equals(other._names) else self._names.union(other._names)
        return self.reindex(index=index, columns=names), other.reindex(index=index, columns=names)

    def __matmul__(self, other):
        return self.dot(other)

    def dot(self, other):
        array = self.to_numpy()
        if isinstance(other, Series):
            return Series(np.dot(array, other.reindex(self._names).to_numpy()), index=self.index)
        if isinstance(other, _frame.DataFrame):
            if not self._names.equals(other.index):
                raise ValueError("matrices are not aligned")
            return _frame.DataFrame(np.dot(array, other.to_numpy()), index=self.index, columns=other._names)
        result = np.dot(array, np.asarray(other))
        return _frame.DataFrame(result, index=self.index) if result.ndim == 2 else Series(result, index=self.index)

    # -- as other things

    def to_numpy(self, dtype=None, copy=False, na_value=None):
        frame = self if na_value is None else self.fillna(na_value)
        count = len(frame.index)
        if not frame._cols:
            return np.empty((count, 0), dtype=object)
        if all(col.kind in "iufc" for col in frame._cols) or all(col.kind == "b" for col in frame._cols):
            array = np.column_stack([col.data for col in frame._cols])
        else:
            array = np.empty((count, len(frame._cols)), dtype=object)
            for at, col in enumerate(frame._cols):
                array[:, at] = objects(col.values())
        return array if dtype is None else array.astype(dtype)

    def __array__(self, dtype=None, copy=None):
        return self.to_numpy(dtype)

    def transpose(self, *args, copy=None):
        kinds = {col.kind for col in self._cols}
        if not self._cols:
            return self._make([full(nan, 0) for _ in range(len(self.index))], self.index, self._names)
        if len(kinds) == 1 and kinds <= set("sMmiufb") or kinds <= set("iuf"):
            whole = concat(self._cols)
            count, across = len(self.index), len(self._cols)
            cols = [whole.take(at + count * np.arange(across)) for at in range(count)]
        else:
            rows = zip(*(col.values() for col in self._cols))
            cols = [Col("O", objects(row)) for row in rows]
        return self._make(cols, self.index, self._names)

    def __repr__(self):
        from pandas._tableformat import frame_repr

        return frame_repr(self)

    def to_string(self, buf=None, *, columns=None, col_space=None, header=True, index=True, na_rep="NaN", formatters=None,
                  float_format=None, sparsify=True, index_names=True, justify=None, max_rows=None, max_cols=None,
                  show_dimensions=False, decimal=".", line_width=None, min_rows=None, max_colwidth=None, encoding=None):
        from pandas._tableformat import frame_text

        frame = self if columns is None else self[list(columns)]
        text = frame_text(frame, max_rows, min_rows, line_width if line_width else None, show_dimensions, max_cols or (
            10 ** 6 if line_width else None), index=index, header=header, na=na_rep, formatters=formatters, float_format=float_format,
            justify=justify or "right", sparsify=sparsify, most=max_colwidth, col_space=col_space, index_names=index_names)
        if buf is None:
            return text
        if hasattr(buf, "write"):
            buf.write(text)
        else:
            with open(buf, "w") as file:
                file.write(text)

    def to_html(self, buf=None, **options):
        from pandas._html import to_html

        text = to_html(self, **options)
        if buf is None:
            return text
        if hasattr(buf, "write"):
            buf.write(text)
        else:
            with open(buf, "w") as file:
                file.write(text)

    def _repr_html_(self):
        from pandas._html import shown

        return shown(self)

    def to_dict(self, orient="dict", *, into=dict, index=True):
        from pandas._export import to_dict

        return to_dict(self, orient, into, index)

    def to_records(self, *args, **options):
        raise unsupported("DataFrame.to_records", "use itertuples or to_dict('records')")

    def info(self, verbose=None, buf=None, max_cols=None, memory_usage=None, show_counts=None):
        from pandas._describe import frame_info

        frame_info(self, buf, verbose, memory_usage, show_counts)

    def memory_usage(self, index=True, deep=False):
        own = [len(col) + 8 * len(col.cats) + 108 if col.kind == "C" else len(col) * col.data.dtype.itemsize for col in self._cols]
        names = list(self._names)
        if index:
            own, names = [self.index.memory_usage() if not isinstance(self.index, RangeIndex) else 132, *own], ["Index", *names]
        return Series(own, index=names)
