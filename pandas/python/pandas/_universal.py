"""NumPy's universal functions of tables."""

from pandas._column import column


class Universal:
    """What NumPy's universal functions ask a table."""

    def __array_ufunc__(self, ufunc, method, *inputs, **options):
        if method != "__call__" or options.get("out") is not None:
            return NotImplemented
        name = _UFUNCS.get(ufunc.__name__)
        if len(inputs) == 2:
            left, right = inputs
            if name:
                own = left if isinstance(left, Universal) else right
                if name.startswith("__"):
                    if isinstance(left, Universal):
                        return getattr(left, name)(right)
                    return getattr(right, _FLIPPED[name])(left)
            arrays = [one.to_numpy() if isinstance(one, Universal) else one for one in inputs]
            own = left if isinstance(left, Universal) else right
            result = ufunc(*arrays, **options)
            if own.ndim == 1:
                return own._make(column(result), own.index, own.name)
            return own._make([column(result[:, at]) for at in range(result.shape[1])], own.columns, own.index)

        def each(col):
            if col.kind not in "iufbc":
                if col.kind == "O":
                    return column(ufunc(col.floats(), **options))
                raise TypeError(f"loop of ufunc does not support argument 0 of type {col.dtype} which has no callable "
                                f"{ufunc.__name__} method")
            return column(ufunc(col.data, **options))

        return self._each(each)


_UFUNCS = {
    "add": "__add__", "subtract": "__sub__", "multiply": "__mul__", "divide": "__truediv__", "true_divide": "__truediv__",
    "floor_divide": "__floordiv__", "remainder": "__mod__", "power": "__pow__", "equal": "__eq__", "not_equal": "__ne__",
    "less": "__lt__", "less_equal": "__le__", "greater": "__gt__", "greater_equal": "__ge__",
}
_FLIPPED = {name: f"__r{name[2:]}" for name in _UFUNCS.values()} | {
    "__eq__": "__eq__", "__ne__": "__ne__", "__lt__": "__gt__", "__gt__": "__lt__", "__le__": "__ge__", "__ge__": "__le__"}
