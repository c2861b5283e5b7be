"""The class `ndarray`."""

import builtins
import operator

import _numpy

from numpy import _helpers, _printing, _scalars

_Array, _ufunc = _scalars._Array, _scalars.ufunc
dtype = _scalars.dtype


_MOST = 0xFFFFFFFF


def refuse_too_large(shape, dtype=float):
    """Raises what NumPy raises for an array of more elements than memory has addresses here, where a size has 32 bits."""
    if not shape or max(shape) <= _MOST:
        return
    kind, size = _scalars.dtype(dtype), 1
    for length in shape:
        size *= length
    size *= max(kind.itemsize, 1)
    if size >= 1 << 63:
        raise ValueError("array is too big; `arr.size * arr.dtype.itemsize` is larger than the maximum possible size.")
    if not size:
        raise ValueError(f"an array has at most {_MOST} rows here, also where it has no elements")
    units = ["bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"]
    while size >= 1024:
        size /= 1024
        del units[0]
    amount = f"{size:#.3g}" if round(size) < 1000 else f"{size:#.0f}"
    raise MemoryError(f"Unable to allocate {amount} {units[0]} for an array with shape {tuple(shape)} and data type {kind}")


def shape_of(shape):
    """A shape that was given as a number or a sequence."""
    if isinstance(shape, (tuple, list)):
        sizes = [operator.index(size) for size in shape]
    elif isinstance(shape, ndarray):
        sizes = [operator.index(size) for size in shape.tolist()] if shape.ndim else [operator.index(shape)]
    else:
        try:
            sizes = [operator.index(shape)]
        except TypeError:
            if hasattr(shape, "__iter__") and not isinstance(shape, str):
                return shape_of(list(shape))
            raise
    for size in sizes:
        if size < 0:
            raise ValueError("negative dimensions are not allowed")
    return sizes


class _Flags:
    """What can be said of an array's memory."""

    def __init__(self, array):
        self._array = array

    @property
    def writeable(self):
        return self._array._is_writable

    @writeable.setter
    def writeable(self, value):
        self._array.setflags(write=value)

    c_contiguous = contiguous = property(lambda self: self._array._is_c)
    f_contiguous = property(lambda self: self._array._is_f)
    owndata = property(lambda self: self._array.base is None)
    aligned = property(lambda self: True)
    writebackifcopy = property(lambda self: False)
    fnc = property(lambda self: self.f_contiguous and not self.c_contiguous)
    forc = property(lambda self: self.f_contiguous or self.c_contiguous)

    def __getitem__(self, name):
        names = {"C": "c_contiguous", "F": "f_contiguous", "O": "owndata", "W": "writeable", "A": "aligned"}
        return getattr(self, names.get(name, name.lower()))

    def __setitem__(self, name, value):
        if name not in ("W", "WRITEABLE"):
            raise KeyError("Unknown flag")
        self.writeable = value

    def __repr__(self):
        names = ("C_CONTIGUOUS", "F_CONTIGUOUS", "OWNDATA", "WRITEABLE", "ALIGNED", "WRITEBACKIFCOPY")
        return "".join(f"  {name} : {self[name]}\n" for name in names)


class _Flat:
    """The elements of an array one after the other."""

    def __init__(self, array):
        self.base, self.index = array, 0

    def __iter__(self):
        return self

    def __next__(self):
        if self.index >= self.base.size:
            raise StopIteration
        self.index += 1
        return self[self.index - 1]

    def __len__(self):
        return self.base.size

    def __array__(self, dtype=None, copy=None):
        return self.base.flatten()

    def copy(self):
        return self.base.flatten()

    def __getitem__(self, index):
        return self.base.reshape(-1)[index]

    def __setitem__(self, index, value):
        places = _numpy.int_steps(0, 1, self.base.size)[index]
        if not isinstance(places, ndarray):
            self.base[_unraveled(int(places), self.base.shape)] = value
            return
        values = _numpy.asarray(value, None).reshape(-1)
        for number, place in enumerate(places.reshape(-1).tolist()):
            self.base[_unraveled(place, self.base.shape)] = values[number % values.size]


def _unraveled(place, shape):
    index = []
    for size in reversed(shape):
        place, rest = divmod(place, size)
        index.append(rest)
    return tuple(reversed(index))


class ndarray(_Array):
    """An array: elements of one kind, in any number of dimensions."""

    __slots__ = ()
    __module__ = "numpy"
    __array_priority__ = 0.0

    def __getattr__(self, name):
        raise AttributeError(f"'numpy.ndarray' object has no attribute {name!r}", name=name, obj=self)

    def __new__(cls, shape, dtype=float, buffer=None, offset=0, strides=None, order=None):
        if buffer is not None:
            array = _numpy.from_bytes(bytes(buffer)[offset:], dtype)
            return array[: _product(shape_of(shape))].reshape(shape)
        return _numpy.zeros(shape_of(shape), dtype)

    shape = property(_Array.shape.__get__, lambda self, shape: self._set_shape(_fitting(self, shape)))
    T = property(lambda self: self._transpose(range(self.ndim)[::-1]))
    flags = property(_Flags)

    @property
    def mT(self):
        if self.ndim < 2:
            raise ValueError("matrix transpose with ndim < 2 is undefined")
        return self.swapaxes(-1, -2)

    @property
    def flat(self):
        return _Flat(self)

    @flat.setter
    def flat(self, value):
        _Flat(self)[:] = value

    @property
    def real(self):
        if self.dtype.kind != "c":
            return self
        from numpy import _functions

        return _functions.part(self, 0)

    @real.setter
    def real(self, value):
        self[...] = value + self.imag * 1j if self.dtype.kind == "c" else value

    @property
    def imag(self):
        from numpy import _functions

        if self.dtype.kind != "c":
            return _numpy.zeros(self.shape, self.dtype)
        return _functions.part(self, 1)

    @imag.setter
    def imag(self, value):
        if self.dtype.kind != "c":
            raise TypeError("array does not have imaginary part to set")
        self[...] = self.real + _numpy.asarray(value, None) * 1j

    def __repr__(self):
        return _printing.array_repr(self)

    def __str__(self):
        return _printing.array_str(self)

    def __format__(self, spec):
        if self.ndim == 0:
            return format(self.item(), spec)
        if spec:
            raise TypeError("unsupported format string passed to numpy.ndarray.__format__")
        return str(self)

    def __array__(self, dtype=None, copy=None):
        return self if dtype is None else self.astype(dtype)

    def __copy__(self):
        return self._copy(False)

    def __deepcopy__(self, memo):
        if self.dtype.kind == "O":
            import copy

            return _filled([copy.deepcopy(value, memo) for value in self.reshape(-1).tolist()], self.shape)
        return self._copy(False)

    def __reduce__(self):
        return _restored, (self.tolist(), self.dtype.str, self.shape)

    def __imatmul__(self, other):
        self[...] = self @ other
        return self

    def reshape(self, *shape, order="C", copy=None):
        if len(shape) == 1 and (shape[0] is None or not isinstance(shape[0], int)):
            shape = shape[0]
        if order == "A":
            order = "F" if self._is_f and not self._is_c else "C"
        result = self._reshape(_fitting(self, shape), order == "F")
        return result.copy() if copy else result

    def ravel(self, order="C"):
        return self.reshape(-1, order="A" if order == "K" else order)

    def flatten(self, order="C"):
        return self.copy(order).reshape(-1, order=order)

    def copy(self, order="C"):
        is_f = order == "F" or (order in "AK" and self._is_f and not self._is_c)
        return self._copy(is_f)

    def view(self, dtype=None, type=None):
        if dtype is None or dtype is ndarray or _scalars.dtype(dtype) == self.dtype:
            return self[...]
        kind = _scalars.dtype(dtype)
        if not self._is_c:
            raise ValueError("To change to a dtype of a different size, the last axis must be contiguous")
        if kind.itemsize != self.itemsize and self.ndim == 0:
            raise ValueError("Changing the dtype of a 0d array is only supported if the itemsize is unchanged")
        # Memory has one kind here: a view of another kind is a copy, which cannot be written to.
        result = _numpy.from_bytes(_numpy.to_bytes(self), kind)
        if self.ndim:
            result = result.reshape(*self.shape[:-1], -1)
        result._is_writable = False
        return result

    def astype(self, dtype, order="K", casting="unsafe", subok=True, copy=True):
        kind = _scalars.dtype(dtype)
        if not _numpy.can_cast(self.dtype, kind, casting):
            raise TypeError(
                f"Cannot cast array data from {self.dtype!r} to {kind!r} according to the rule '{casting}'"
            )
        if not copy and kind == self.dtype:
            return self
        if self.dtype.kind == "c" and kind.kind not in "cOU":
            _helpers.to_float(0j)
        return self._cast(kind)

    def transpose(self, *axes):
        if len(axes) == 1 and (axes[0] is None or isinstance(axes[0], (tuple, list))):
            axes = axes[0]
        if not axes:
            return self.T
        if len(axes) != self.ndim:
            raise ValueError("axes don't match array")
        axes = [_numpy.axis(axis, self.ndim) for axis in axes]
        if len(set(axes)) != len(axes):
            raise ValueError("repeated axis in transpose")
        return self._transpose(axes)

    def swapaxes(self, axis1, axis2):
        axes = list(range(self.ndim))
        axis1, axis2 = _numpy.axis(axis1, self.ndim), _numpy.axis(axis2, self.ndim)
        axes[axis1], axes[axis2] = axis2, axis1
        return self._transpose(axes)

    def squeeze(self, axis=None):
        if axis is None:
            shape = [size for size in self.shape if size != 1]
        else:
            axes = axis if isinstance(axis, tuple) else (axis,)
            axes = [_numpy.axis(axis, self.ndim) for axis in axes]
            if any(self.shape[axis] != 1 for axis in axes):
                raise ValueError("cannot select an axis to squeeze out which has size not equal to one")
            shape = [size for axis, size in enumerate(self.shape) if axis not in axes]
        return self.reshape(shape)

    def item(self, *index):
        if not index:
            return self._only()
        if len(index) == 1:
            index = index[0]
            if not isinstance(index, tuple):
                return _numpy.asarray(self.reshape(-1)[index], None)._only()
        return _numpy.asarray(self[tuple(index)], None)._only()

    def resize(self, *shape, refcheck=True):
        shape = shape_of(shape[0] if len(shape) == 1 else shape)
        result = _numpy.zeros(shape, self.dtype)
        count = builtins.min(self.size, result.size)
        result.reshape(-1)[:count] = self.reshape(-1)[:count]
        self._replace(result)

    def setflags(self, write=None, align=None, uic=None):
        if write is not None:
            if write and self.base is not None and isinstance(self.base, ndarray) and not self.base._is_writable:
                raise ValueError("cannot set WRITEABLE flag to True of this array")
            self._is_writable = bool(write)

    def tobytes(self, order="C"):
        return _numpy.to_bytes(self.T if order == "F" else self)

    def byteswap(self, inplace=False):
        raise NotImplementedError("bytes of an array cannot be swapped here: all numbers have the lowest byte first")

    def tofile(self, fid, sep="", format="%s"):
        data = self.tobytes() if not sep else sep.join(map(str, self.reshape(-1).tolist())).encode()
        if hasattr(fid, "write"):
            fid.write(data)
        else:
            with open(fid, "wb") as file:
                file.write(data)

    def __contains__(self, value):
        return _helpers.any_true(self == value)


def _product(sizes):
    product = 1
    for size in sizes:
        product *= size
    return product


def _fitting(array, shape):
    """A shape for an array, in which one size may be -1."""
    sizes = [operator.index(size) for size in shape] if hasattr(shape, "__iter__") else [operator.index(shape)]
    unknown = [axis for axis, size in enumerate(sizes) if size < 0]
    size = array.size
    # NumPy's words: unknown sizes at the beginning are left out, and others are called newaxis.
    known = sizes[next((axis for axis, size in enumerate(sizes) if size >= 0), len(sizes)):]
    shown = ",".join("newaxis" if size < 0 else str(size) for size in known)
    shown = "(" + shown + ("," if len(sizes) == 1 and known else "") + ")"
    if len(unknown) > 1:
        raise ValueError("can only specify one unknown dimension")
    if unknown:
        rest = _product(size for size in sizes if size >= 0)
        if not rest or size % rest:
            raise ValueError(f"cannot reshape array of size {size} into shape {shown}")
        sizes[unknown[0]] = size // rest
    elif _product(sizes) != size:
        raise ValueError(f"cannot reshape array of size {size} into shape {shown}")
    return sizes


def _filled(values, shape):
    result = _numpy.zeros(shape, object)
    flat = result.reshape(-1)
    for index, value in enumerate(values):
        flat[index] = value
    return result


def _restored(values, kind, shape):
    if kind == "|O":
        return _filled(_flattened(values, len(shape)), shape)
    return _numpy.asarray(values, kind).reshape(shape)


def _flattened(values, depth):
    if depth == 0:
        return [values]
    return [leaf for value in values for leaf in _flattened(value, depth - 1)]


_numpy.register(list(_scalars.CLASSES.values()), ndarray, _helpers)
