"""Kinds of elements and their limits, and what happens when a number leaves them."""

import builtins
import contextlib

import _numpy

from numpy import _scalars
from numpy._array import ndarray
from numpy._reductions import _of


def result_type(*arrays_and_dtypes):
    return _numpy.result_type(list(arrays_and_dtypes))


def promote_types(type1, type2):
    return _numpy.promote_types(type1, type2)


def can_cast(from_, to, casting="safe"):
    if isinstance(from_, (int, float, complex)) and not isinstance(from_, _scalars.generic):
        raise TypeError(
            "can_cast() does not support Python ints, floats, and complex because the result used to depend on the value.\n"
            "This change was part of adopting NEP 50, we may explicitly allow them again in the future."
        )
    return _numpy.can_cast(from_.dtype if isinstance(from_, (ndarray, _scalars.generic)) else from_, to, casting)


def issubdtype(arg1, arg2):
    def class_of(kind):
        if isinstance(kind, type) and issubclass(kind, _scalars.generic):
            return kind
        return _scalars.dtype(kind).type

    return issubclass(class_of(arg1), class_of(arg2))


def isdtype(dtype, kind):
    families = {"bool": "b", "signed integer": "i", "unsigned integer": "u", "integral": "iu", "real floating": "f",
                "complex floating": "c", "numeric": "iufc"}
    kinds = kind if isinstance(kind, tuple) else (kind,)
    return any(
        _scalars.dtype(dtype).kind in families[one] if one in families else _scalars.dtype(dtype) == one for one in kinds
    )


def min_scalar_type(a):
    a = _of(a)
    if a.ndim or a.dtype.kind not in "iu":
        return a.dtype
    value = int(a)
    for name in ("uint8", "uint16", "uint32", "uint64") if value >= 0 else ("int8", "int16", "int32", "int64"):
        limits = iinfo(name)
        if limits.min <= value <= limits.max:
            return _scalars.dtype(name)
    return a.dtype


class iinfo:
    """The limits of a kind of integers."""

    def __init__(self, type):
        self.dtype = _scalars.dtype(type if isinstance(type, (str, _scalars._numpy.classes[1])) or isinstance(type, builtins.type) else _of(type).dtype)
        if self.dtype.kind not in "iu":
            raise ValueError(f"Invalid integer data type {self.dtype.kind!r}.")
        self.kind, self.bits = self.dtype.kind, 8 * self.dtype.itemsize
        self.key = f"{self.kind}{self.bits}"
        self.min = 0 if self.kind == "u" else -(1 << self.bits - 1)
        self.max = (1 << self.bits - (self.kind == "i")) - 1

    def __str__(self):
        line = "-" * 63
        return f"Machine parameters for {self.dtype}\n{line}\nmin = {self.min}\nmax = {self.max}\n{line}\n"

    def __repr__(self):
        return f"iinfo(min={self.min}, max={self.max}, dtype={self.dtype})"


class finfo:
    """The limits of a kind of floats."""

    def __init__(self, dtype):
        kind = _scalars.dtype(dtype if not isinstance(dtype, (float, ndarray)) else _of(dtype).dtype)
        if kind.kind == "c":
            kind = _scalars.dtype("float64")
        if kind.kind != "f":
            raise ValueError(f"data type {kind.type!r} not inexact")
        self.dtype = kind
        single = kind.itemsize == 4
        make = kind.type
        self.bits = 8 * kind.itemsize
        self.nmant, self.nexp = (23, 8) if single else (52, 11)
        self.precision = 6 if single else 15
        self.eps = make(2.0 ** -self.nmant)
        self.epsneg = make(2.0 ** -(self.nmant + 1))
        self.resolution = make(10.0 ** -self.precision)
        self.max = make((2.0 - 2.0 ** -self.nmant) * 2.0 ** (127 if single else 1023))
        self.min = -self.max
        self.tiny = self.smallest_normal = make(2.0 ** (-126 if single else -1022))
        self.smallest_subnormal = make(2.0 ** (-149 if single else -1074))
        self.minexp, self.maxexp = (-126, 128) if single else (-1022, 1024)
        self.machep, self.negep = -self.nmant, -self.nmant - 1

    def __repr__(self):
        return (
            f"finfo(resolution={self.resolution}, min={self.min}, max={self.max}, dtype={self.dtype})"
        )


_ERRORS = ("divide", "over", "invalid")


def geterr():
    divide, over, invalid = _numpy.handling()
    return {"divide": divide, "over": over, "under": "ignore", "invalid": invalid}


def seterr(all=None, divide=None, over=None, under=None, invalid=None):
    before = geterr()
    chosen = [given or all or before[name] for name, given in zip(_ERRORS, (divide, over, invalid))]
    _numpy.set_handling(chosen)
    return before


class errstate(contextlib.ContextDecorator):
    """How errors of floating point are handled in a block."""

    def __init__(self, *, all=None, divide=None, over=None, under=None, invalid=None, call=None):
        self.wanted = {"all": all, "divide": divide, "over": over, "under": under, "invalid": invalid}

    def __enter__(self):
        self.before = seterr(**self.wanted)

    def __exit__(self, *error):
        seterr(**self.before)
