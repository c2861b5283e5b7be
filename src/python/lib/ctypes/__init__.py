"""Numbers as C has them, for programs that ask how large they are. Libraries of C there are none of in a web page."""

import struct as _struct

_NO_LIBRARIES = "ctypes calls C libraries, and there are none in a web page"


class _SimpleCData:
    _format_ = "B"

    def __init__(self, value=0):
        self.value = value

    @property
    def value(self):
        return self._value

    @value.setter
    def value(self, value):
        if self._format_ in "fd":
            self._value = _struct.unpack("<" + self._format_, _struct.pack("<" + self._format_, value))[0]
            return
        if not isinstance(value, int):
            raise TypeError(f"an integer is required (got type {type(value).__name__})")
        bits = 8 * _struct.calcsize("<" + self._format_)
        value &= (1 << bits) - 1
        is_negative = self._format_.islower() and value >> (bits - 1)
        self._value = value - (1 << bits) if is_negative else value

    def __repr__(self):
        return f"{type(self).__name__}({self.value!r})"


def _simple(name, format):
    return type(name, (_SimpleCData,), {"_format_": format, "__module__": "ctypes"})


# The sizes are those of CPython on a machine of 64 bits, as everything else is here.
for _name, _format in {
    "c_byte": "b", "c_ubyte": "B", "c_short": "h", "c_ushort": "H", "c_int": "i", "c_uint": "I", "c_long": "q",
    "c_ulong": "Q", "c_longlong": "q", "c_ulonglong": "Q", "c_int8": "b", "c_uint8": "B", "c_int16": "h", "c_uint16": "H",
    "c_int32": "i", "c_uint32": "I", "c_int64": "q", "c_uint64": "Q", "c_size_t": "Q", "c_ssize_t": "q", "c_float": "f",
    "c_double": "d",
}.items():
    globals()[_name] = _simple(_name, _format)
del _name, _format


def sizeof(thing):
    """Returns the size in bytes of a type, or of a number of it."""
    format = getattr(thing, "_format_", None)
    if format is None:
        raise TypeError("this type has no size")
    return _struct.calcsize("<" + format)


class CDLL:
    """A library of C."""

    def __init__(self, *arguments, **options):
        raise OSError(_NO_LIBRARIES)


PyDLL = CDLL


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(f"module 'ctypes' has no attribute '{name}'")
    raise AttributeError(f"module 'ctypes' has no attribute '{name}': {_NO_LIBRARIES}")
