"""Operators on columns."""

import datetime as dt
import operator

import numpy as np

from pandas._column import Col, column, full, infer, objects
from pandas._missing import NAT, NaT, is_missing, nan

_MICRO = dt.timedelta(microseconds=1)


def other_of(value, count):
    """What stands on the other side of an operator: a column or one value."""
    col = getattr(value, "_col", None)
    if isinstance(col, Col):
        return col
    if isinstance(value, np.ndarray) and value.ndim == 1 or isinstance(value, (list, tuple, range)):
        col = column(value)
        if len(col) != count:
            raise ValueError(f"operands could not be broadcast together with shapes ({count},) ({len(col)},) ")
        return col
    return value


def as_col(value, count):
    return value if isinstance(value, Col) else full(value, count)


_NUMBER = (int, float, complex, np.number, np.bool_)
SYMBOLS = {
    "add": "+", "sub": "-", "mul": "*", "truediv": "/", "floordiv": "//", "mod": "%", "pow": "**", "and_": "&", "or_": "|",
    "xor": "^",
}
_UFUNCS = {
    "add": np.add, "sub": np.subtract, "mul": np.multiply, "truediv": np.true_divide, "floordiv": np.floor_divide,
    "mod": np.remainder, "pow": np.power,
}


def arithmetic(name, left, right, flipped=False):
    """`left + right` and its kin, value by value; one of the two may be a value."""
    if isinstance(left, Col) and left.kind == "C":
        raise TypeError(f"Object with dtype category cannot perform the numpy op {_ufunc_name(name)}")
    if isinstance(right, Col) and right.kind == "C":
        right = right.dense()
    if flipped:
        left, right = right, left
    kinds = [_kind(left), _kind(right)]
    if "M" in kinds or "m" in kinds:
        return _times(name, left, right, kinds)
    if all(kind in "biufc" for kind in kinds):
        return _numbers(name, left, right, kinds)
    return _objects(name, left, right)


def _ufunc_name(name):
    return {"sub": "subtract", "mul": "multiply", "truediv": "divide", "floordiv": "floor_divide", "mod": "remainder",
            "pow": "power"}.get(name, name)


def _kind(value):
    if isinstance(value, Col):
        return value.kind
    if isinstance(value, (bool, np.bool_)):
        return "b"
    if isinstance(value, _NUMBER):
        return "f" if isinstance(value, float) else "c" if isinstance(value, complex) else "i"
    if value is NaT:
        return "m"
    if isinstance(value, dt.datetime):
        return "M"
    if isinstance(value, dt.timedelta):
        return "m"
    if is_missing(value):
        return "f"
    if isinstance(value, dt.date):
        return "O"
    from pandas._freq import Offset

    return "F" if isinstance(value, Offset) else "O"


def _data(value):
    return value.data if isinstance(value, Col) else nan if is_missing(value) else value


def _numbers(name, left, right, kinds):
    a, b = _data(left), _data(right)
    if kinds[0] == "b" and kinds[1] == "b" and name in ("sub", "truediv", "floordiv", "pow", "mod"):
        if name == "sub":
            raise TypeError("numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` "
                            "operator, or the logical_xor function instead.")
        if name != "truediv":
            raise NotImplementedError(f"operator '{name}' not implemented for bool dtypes")
    whole = kinds[0] in "iub" and kinds[1] in "iub"
    with np.errstate(all="ignore"):
        if whole and name in ("floordiv", "mod"):
            zero = np.equal(b, 0)
            if np.any(zero):
                a, b = np.asarray(a).astype(float), np.asarray(b).astype(float)
                if name == "mod":
                    return Col("f", np.asarray(np.remainder(a, b)))
                return Col("f", np.where(zero, np.true_divide(a, b), np.floor_divide(a, b)))
        if name == "floordiv" and not whole:
            zero = np.equal(b, 0)
            if np.any(zero):
                return Col("f", np.where(zero, np.true_divide(a, b), np.floor_divide(a, b)))
        if name == "pow" and whole and np.any(np.less(b, 0)):
            if not isinstance(right, Col):
                raise ValueError("Integers to negative integer powers are not allowed.")
            a = np.asarray(a).astype(float)
        if name == "mod" and not whole:
            result = np.remainder(a, b)
        else:
            result = _UFUNCS[name](a, b)
    return Col(result.dtype.kind, result)


def _micros(value, kind):
    if isinstance(value, Col):
        return value.data
    if value is NaT:
        return np.int64(NAT)
    from pandas._times import micros_of

    return np.int64(micros_of(value) if kind == "M" else dt.timedelta.__floordiv__(value, _MICRO))


def _gone(value, kind):
    if isinstance(value, Col):
        return value.isna()
    return is_missing(value)


def _times(name, left, right, kinds):
    first, second = kinds
    if "F" in kinds:
        offset, col = (right, left) if second == "F" else (left, right)
        sign = -1 if name == "sub" else 1
        if "M" in kinds and name in ("add", "sub"):
            return Col("M", np.array([NAT if at == NAT else offset.shift(at, sign) for at in col.data.tolist()], dtype=np.int64))
    if "O" in kinds:
        return _objects(name, left, right)
    if "s" in kinds:
        word = {"add": "add", "sub": "subtract"}.get(name, name)
        raise TypeError(f"cannot {word} {'DatetimeArray' if 'M' in kinds else 'TimedeltaArray'} and "
                        f"{'str' if isinstance(left, str) or isinstance(right, str) else 'StringArray'}")
    gone = np.logical_or(_gone(left, first), _gone(right, second))
    if name in ("add", "sub") and first in "Mm" and second in "Mm" and (first, second) != ("M", "M") or (
            (name, first, second) == ("sub", "M", "M")):
        if not (name == "sub" and first == "m" and second == "M"):
            a, b = _micros(left, first), _micros(right, second)
            data = np.asarray(a + b if name == "add" else a - b)
            kind = "m" if first == second else "M"
            return Col(kind, np.where(gone, NAT, data))
    if first == "m" and second == "m" and name in ("truediv", "floordiv", "mod"):
        a, b = (np.asarray(_micros(value, "m")).astype(float) for value in (left, right))
        with np.errstate(all="ignore"):
            if name == "mod":
                rest = np.remainder(a, b)
                return Col("m", np.where(gone | np.isnan(rest), NAT, np.nan_to_num(rest)).astype(np.int64))
            return Col("f", np.where(gone, nan, np.true_divide(a, b) if name == "truediv" else np.floor_divide(a, b)))
    if name == "mul" and sorted(kinds)[1] == "m" or name in ("truediv", "floordiv") and first == "m":
        other = second if first == "m" else first
        if other in "iufb":
            a = left.floats() if isinstance(left, Col) else float(_micros(left, "m")) if first == "m" else left
            b = right.floats() if isinstance(right, Col) else float(_micros(right, "m")) if second == "m" else right
            with np.errstate(all="ignore"):
                value = np.asarray(a * b if name == "mul" else a / b)
            gone = gone | ~np.isfinite(value)
            return Col("m", np.where(gone, NAT, np.floor(np.where(gone, 0, value))).astype(np.int64))
    if name in ("add", "sub") and "M" in kinds and any(kind in "iuf" for kind in kinds):
        raise TypeError("Addition/subtraction of integers and integer-arrays with DatetimeArray is no longer supported.  "
                        "Instead of adding/subtracting `n`, use `n * obj.freq`")
    symbol = SYMBOLS[name]
    names = [{"M": "DatetimeArray", "m": "TimedeltaArray"}.get(kind, "int" if kind in "iu" else "float") for kind in kinds]
    if first == second == "M" and name == "add":
        raise TypeError("cannot add DatetimeArray and DatetimeArray")
    raise TypeError(f"unsupported operand type(s) for {symbol}: '{names[0]}' and '{names[1]}'")


def _objects(name, left, right):
    operate = getattr(operator, name)
    count = len(left) if isinstance(left, Col) else len(right)
    a, b = (value.values() if isinstance(value, Col) else [value] * count for value in (left, right))
    result = [nan if is_missing(x) or is_missing(y) else operate(x, y) for x, y in zip(a, b)]
    kinds = {_kind(left), _kind(right)}
    if not result:
        return left if isinstance(left, Col) else right
    col = infer(result)
    if "O" in kinds and "s" not in kinds and col.kind != "s" and any(
            isinstance(value, Col) and value.kind == "O" for value in (left, right)):
        return Col("O", objects(result))
    if col.kind == "f" and "s" in kinds and col.isna().all():
        return Col("s", objects(result))
    return col


def compare(name, left, right):
    """`left < right` and its kin as a column of `bool`."""
    operate = getattr(operator, name)
    count = len(left)
    if left.kind == "C" or isinstance(right, Col) and right.kind == "C":
        if left.kind == "C" and left.ordered:
            known = left.cats.values()
            if not isinstance(right, Col):
                if right in known:
                    code = known.index(right)
                    data = operate(left.data, code)
                    return Col("b", data & (left.data >= 0) if name != "ne" else data)
                if name not in ("eq", "ne"):
                    raise TypeError(f"Invalid comparison between dtype=category and {type(right).__name__}")
            elif right.kind == "C":
                data = operate(left.data, right.data)
                return Col("b", data & (left.data >= 0) & (right.data >= 0) if name != "ne" else data)
        elif left.kind == "C" and name not in ("eq", "ne"):
            raise TypeError("Unordered Categoricals can only compare equality or not")
        left = left.dense()
        right = right.dense() if isinstance(right, Col) else right
    kinds = [left.kind, _kind(right)]
    if kinds[0] in "Mm":
        from pandas._convert import to_datetime_col
        from pandas._times import Timedelta, Timestamp

        if isinstance(right, str):
            try:
                right = Timestamp(right) if kinds[0] == "M" else Timedelta(right)
            except ValueError:
                right = _incomparable(name, left, right, operate)
        elif isinstance(right, Col) and right.kind == "s":
            right = to_datetime_col(right)
        elif isinstance(right, dt.date) and not isinstance(right, dt.datetime) and kinds[0] == "M":
            if name in ("eq", "ne"):
                return Col("b", np.full(count, name == "ne"))
            raise TypeError(f"Invalid comparison between dtype={left.dtype} and date")
        if isinstance(right, np.ndarray):
            return Col("b", right)
        kind = _kind(right)
        if kind == "f" and is_missing(right) and not isinstance(right, Col):
            kind, right = kinds[0], NaT
        if right is NaT:
            return Col("b", np.full(count, name == "ne"))
        if kind != kinds[0]:
            return Col("b", _incomparable(name, left, right, operate))
        data = operate(left.data, _micros(right, kind))
        gone = np.logical_or(left.isna(), _gone(right, kind))
        return Col("b", np.where(gone, name == "ne", data))
    if all(kind in "biufc" for kind in kinds):
        with np.errstate(all="ignore"):
            return Col("b", np.asarray(operate(left.data, _data(right))))
    if name in ("eq", "ne"):
        a = left.values()
        b = right.values() if isinstance(right, Col) else None
        if b is None:
            same = [x == right for x in a] if not is_missing(right) else [False] * count
        else:
            same = [x == y and not is_missing(x) for x, y in zip(a, b)]
        data = np.array([bool(one) for one in same], dtype=bool)
        return Col("b", data if name == "eq" else ~data)
    if (kinds[0] == "s") != (kinds[1] in "s" or isinstance(right, str)) and "O" not in (
            kinds[0], kinds[1] if isinstance(right, Col) else ""):
        return Col("b", _incomparable(name, left, right, operate))
    a, b = left.values(), right.values() if isinstance(right, Col) else [right] * count
    return Col("b", np.array([not (is_missing(x) or is_missing(y)) and bool(operate(x, y)) for x, y in zip(a, b)], dtype=bool))


def _incomparable(name, left, right, operate):
    if name in ("eq", "ne"):
        return np.full(len(left), name == "ne")
    if isinstance(right, Col):
        right_text = "StringArray" if right.kind == "s" else "ndarray"
    else:
        right_text = type(right).__name__
    if left.kind in "iufb":
        symbol = {"lt": "<", "gt": ">", "le": "<=", "ge": ">="}[name]
        if isinstance(right, str):
            raise TypeError(f"Invalid comparison between dtype={left.dtype} and str")
        raise TypeError(f"'{symbol}' not supported between instances of '{'int' if left.kind == 'i' else 'float'}' and "
                        f"'{right_text}'")
    if left.kind == "s" and not isinstance(right, Col):
        symbol = {"lt": "<", "gt": ">", "le": "<=", "ge": ">="}[name]
        raise TypeError(f"'{symbol}' not supported between instances of 'str' and '{right_text}'")
    raise TypeError(f"Invalid comparison between dtype={left.dtype} and {right_text}")


def logic(name, left, right):
    """`&`, `|` and `^`: of truth values, and of the bits of whole numbers."""
    operate = getattr(operator, name)
    kinds = [_kind(left), _kind(right)]
    if all(kind in "biu" for kind in kinds):
        result = operate(left.data, _data(right))
        return Col(result.dtype.kind, result)
    for value, kind in ((left, kinds[0]), (right, kinds[1])):
        if kind in "fsMm":
            if not isinstance(value, Col) and is_missing(value):
                continue
            raise TypeError(f"unsupported operand type(s) for {SYMBOLS[name]}: "
                            f"'{_word(left)}' and '{_word(right)}'")
    count = len(left)
    a, b = (value.values() if isinstance(value, Col) else [value] * count for value in (left, right))
    truth = lambda value: not is_missing(value) and bool(value)
    return Col("b", np.array([operate(truth(x), truth(y)) for x, y in zip(a, b)], dtype=bool))


def _word(value):
    kind = _kind(value)
    return {"b": "bool", "i": "int", "f": "float", "s": "str"}.get(kind, "object")


def negative(col):
    if col.kind == "m":
        return Col("m", np.where(col.isna(), NAT, -col.data))
    if col.kind in "iufc":
        return col.like(-col.data)
    if col.kind == "b":
        raise TypeError("The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or the "
                        "logical_not function instead.")
    return infer([-value for value in col.values()])


def inverted(col):
    if col.kind in "biu":
        return col.like(~col.data)
    if col.kind == "O":
        return Col("O", objects([not value if isinstance(value, bool) else ~value for value in col.values()]))
    raise TypeError(f"bad operand type for unary ~: '{_word(col) if col.kind != 'f' else 'float'}'")
