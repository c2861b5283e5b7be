"""What the native half calls: conversions that run Python code, and the classes of errors."""

import _numpy


class UFuncTypeError(TypeError):
    """A universal function was called with kinds that it cannot take."""

    __module__ = "numpy._core._exceptions"


class UFuncOutputCastingError(UFuncTypeError):
    """A result does not go into the array that was given for it."""

    __module__ = "numpy._core._exceptions"


# Like NumPy: the name is that of the public class, and tracebacks show the other one.
UFuncOutputCastingError.__name__, UFuncOutputCastingError.__qualname__ = "UFuncTypeError", "_UFuncOutputCastingError"


class UFuncNoLoopError(UFuncTypeError):
    """No loop of a universal function takes these kinds."""

    __module__ = "numpy._core._exceptions"


UFuncNoLoopError.__name__, UFuncNoLoopError.__qualname__ = "UFuncTypeError", "_UFuncNoLoopError"


class AxisError(ValueError, IndexError):
    """An axis that the array does not have."""

    __module__ = "numpy.exceptions"

    def __init__(self, axis, ndim=None, msg_prefix=None):
        if ndim is None:
            text = axis
        else:
            text = f"axis {axis} is out of bounds for array of dimension {ndim}"
        if msg_prefix is not None:
            text = f"{msg_prefix}: {text}"
        super().__init__(text)
        self.axis, self.ndim = axis, ndim


def to_float(value):
    if isinstance(value, complex):
        import warnings

        from numpy.exceptions import ComplexWarning

        warnings.warn(
            "Casting complex values to real discards the imaginary part", ComplexWarning, stacklevel=3
        )
        return value.real
    if isinstance(value, (list, tuple)):
        raise ValueError("setting an array element with a sequence.")
    if isinstance(value, _numpy_array):
        if value.ndim:
            raise ValueError("setting an array element with a sequence.")
        return float(value.item())
    return float(value)


def to_int(value):
    if isinstance(value, complex):
        return int(to_float(value))
    if isinstance(value, (list, tuple)):
        raise ValueError("setting an array element with a sequence.")
    return int(value)


def any_true(value):
    return bool(_reduce_any(value, axis=None))


def matmul(a, b):
    from numpy._products import matmul

    return matmul(a, b)


def kind_of_class(class_):
    """The kind that a family of scalars, or a class of a program's, stands for."""
    from numpy import _scalars

    for family, kind in _scalars.FAMILIES:
        if class_ is family:
            return kind
    for kind, scalar in _scalars.CLASSES.items():
        if scalar in class_.__mro__:
            return kind
    for plain, kind in ((bool, "bool"), (int, "int64"), (float, "float64"), (complex, "complex128"), (str, "str")):
        if issubclass(class_, plain):
            return kind
    return None


_numpy_array = _numpy.classes[0]
_functions = {function.__name__: function for function in _numpy.ufuncs()}
_reduce_any = _functions["logical_or"].reduce
