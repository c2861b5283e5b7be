"""The classes of scalars, and what all of them can do."""

import _numpy

_Array, dtype, ufunc, _Bits, _Scalar, _Float64, _Complex128 = _numpy.classes


class generic:
    """What all scalars are."""

    __slots__ = ()
    __module__ = "numpy"
    __array_priority__ = -1000000.0

    def __new__(cls, *args):
        raise TypeError(f"cannot create 'numpy.{cls.__name__}' instances")

    def __getattr__(self, name):
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(f"'{type(self).__module__}.{type(self).__name__}' object has no attribute '{name}'")
        array = _numpy.asarray(self, None)
        try:
            return getattr(array, name)
        except AttributeError:
            text = f"'{type(self).__module__}.{type(self).__name__}' object has no attribute '{name}'"
            raise AttributeError(text, name=name, obj=self) from None

    @property
    def dtype(self):
        return _numpy.asarray(self, None).dtype

    @property
    def shape(self):
        return ()

    @property
    def ndim(self):
        return 0

    @property
    def size(self):
        return 1

    @property
    def T(self):
        return self

    @property
    def itemsize(self):
        return self.dtype.itemsize

    nbytes = itemsize

    @property
    def real(self):
        return self

    @property
    def imag(self):
        return type(self)(0)

    def item(self):
        return _numpy.asarray(self, None)._only()

    def tolist(self):
        return self.item()

    def __array__(self, dtype=None, copy=None):
        return _numpy.asarray(self, dtype)

    def __getitem__(self, index):
        if index == () or index is Ellipsis or index is None:
            return _numpy.asarray(self, None)[index]
        raise IndexError("invalid index to scalar variable.")

    def __reduce__(self):
        return type(self), (self.item(),)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __format__(self, spec):
        return format(self.item(), spec) if spec else str(self)

    def __repr__(self):
        return f"np.{type(self).__name__}({self.item()!r})"

    def __str__(self):
        return str(self.item())


class number(generic):
    __slots__ = ()
    __module__ = "numpy"


class integer(number):
    __slots__ = ()
    __module__ = "numpy"

    def __round__(self, ndigits=None):
        return self if ndigits is not None else int(self)

    def is_integer(self):
        return True

    def bit_count(self):
        return int(self).bit_count()

    @property
    def numerator(self):
        return self

    @property
    def denominator(self):
        return type(self)(1)


class signedinteger(integer):
    __slots__ = ()
    __module__ = "numpy"


class unsignedinteger(integer):
    __slots__ = ()
    __module__ = "numpy"


class inexact(number):
    __slots__ = ()
    __module__ = "numpy"


class floating(inexact):
    __slots__ = ()
    __module__ = "numpy"

    def is_integer(self):
        return float(self).is_integer()

    def as_integer_ratio(self):
        return float(self).as_integer_ratio()

    def __str__(self):
        from numpy import _printing

        return _printing.float_text(self)

    def __repr__(self):
        return f"np.{type(self).__name__}({floating.__str__(self)})"

    def __round__(self, ndigits=None):
        import numpy

        return int(round(float(self))) if ndigits is None else numpy.round(self, ndigits)


class complexfloating(inexact):
    __slots__ = ()
    __module__ = "numpy"


class flexible(generic):
    __slots__ = ()
    __module__ = "numpy"


class character(flexible):
    __slots__ = ()
    __module__ = "numpy"


def _class(name, *bases, **names):
    names |= {"__slots__": (), "__module__": "numpy"}
    return type(name, bases, names)


def _first(method):
    """Methods of ours come before those of Python's numbers."""
    return getattr(generic, method)


_repr = {"__repr__": generic.__repr__, "__str__": generic.__str__, "__format__": generic.__format__}
_common = {
    name: generic.__dict__[name]
    for name in ("item", "tolist", "real", "imag", "__reduce__", "__array__", "__getattr__")
}
_float = {"__repr__": floating.__repr__, "__str__": floating.__str__, "__format__": generic.__format__,
          "__round__": floating.__round__, "is_integer": floating.is_integer}

bool_ = _class(
    "bool", _Scalar, generic, **_common,
    **(_repr | {"__repr__": lambda self: "np.True_" if self else "np.False_"}),
)
int8 = _class("int8", _Scalar, signedinteger, **_common, **_repr)
int16 = _class("int16", _Scalar, signedinteger, **_common, **_repr)
int32 = _class("int32", _Scalar, signedinteger, **_common, **_repr)
int64 = _class("int64", _Scalar, signedinteger, **_common, **_repr)
uint8 = _class("uint8", _Scalar, unsignedinteger, **_common, **_repr)
uint16 = _class("uint16", _Scalar, unsignedinteger, **_common, **_repr)
uint32 = _class("uint32", _Scalar, unsignedinteger, **_common, **_repr)
uint64 = _class("uint64", _Scalar, unsignedinteger, **_common, **_repr)
float32 = _class("float32", _Scalar, floating, **_common, **_float)
float64 = _class("float64", _Float64, floating, **_common, **_float)


class complex128(_Complex128, complexfloating):
    __slots__ = ()
    __module__ = "numpy"
    item, tolist = generic.item, generic.tolist
    __getattr__, __array__, __reduce__ = generic.__getattr__, generic.__array__, generic.__reduce__
    __format__ = generic.__format__

    @property
    def real(self):
        return float64(complex.real.__get__(self))

    @property
    def imag(self):
        return float64(complex.imag.__get__(self))

    def __repr__(self):
        text = repr(self.item())
        return f"np.complex128({text.strip('()')})"

    def __str__(self):
        return str(self.item())


class str_(str, character):
    __slots__ = ()
    __module__ = "numpy"
    __getattr__, __reduce__ = generic.__getattr__, generic.__reduce__

    def __new__(cls, value=""):
        return str.__new__(cls, value)

    def item(self):
        return str.__str__(self)

    tolist = item

    def __repr__(self):
        return f"np.str_({str.__repr__(self)})"

    __str__ = str.__str__
    __getitem__ = str.__getitem__
    __format__ = str.__format__


class object_(generic):
    __slots__ = ()
    __module__ = "numpy"

    def __new__(cls, value=None):
        return value


def _refused(name):
    def __new__(cls, *args):
        raise TypeError(f"numpy has no {name} here: there are float32, float64 and complex128")

    return type(name, (generic,), {"__slots__": (), "__module__": "numpy", "__new__": __new__})


CLASSES = {
    "bool": bool_, "int8": int8, "int16": int16, "int32": int32, "int64": int64,
    "uint8": uint8, "uint16": uint16, "uint32": uint32, "uint64": uint64,
    "float32": float32, "float64": float64, "complex128": complex128, "str": str_, "object": object_,
}
FAMILIES = (
    (generic, "float64"), (number, "float64"), (inexact, "float64"), (floating, "float64"),
    (integer, "int64"), (signedinteger, "int64"), (unsignedinteger, "uint64"),
    (complexfloating, "complex128"), (character, "str"), (flexible, "str"),
)
