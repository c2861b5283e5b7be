"""What is missing: NaN, `None` and `NaT`; and what is not here."""

import math

nan = float("nan")
NAT = -(1 << 63)


class NaTType:
    """The date or the duration that is missing."""

    __slots__ = ()
    value = NAT

    def __repr__(self):
        return "NaT"

    __str__ = isoformat = __repr__

    def __format__(self, spec):
        return "NaT"

    def strftime(self, format):
        return "NaT"

    def __hash__(self):
        return hash(NAT)

    def __reduce__(self):
        return "NaT"

    def _false(self, other):
        return False

    __eq__ = __lt__ = __le__ = __gt__ = __ge__ = _false

    def __ne__(self, other):
        return True

    def _same(self, *others):
        return self

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __neg__ = _same
    date = time = normalize = floor = ceil = round = _same

    def total_seconds(self):
        return nan

    def __getattr__(self, name):
        if name in _FIELDS:
            return nan
        raise AttributeError(f"'NaTType' object has no attribute {name!r}")


_FIELDS = {
    "year", "month", "day", "hour", "minute", "second", "microsecond", "nanosecond", "dayofweek", "weekday", "quarter",
    "dayofyear", "day_of_week", "day_of_year", "days", "seconds", "microseconds", "week", "days_in_month",
}
NaT = NaTType()


class NAType:
    """`pd.NA`, which is told from NaN by its name only: columns hold NaN in its place."""

    def __repr__(self):
        return "<NA>"

    def __bool__(self):
        raise TypeError("boolean value of NA is ambiguous")


NA = NAType()


def is_missing(value):
    return value is None or value is NaT or value is NA or (isinstance(value, float) and math.isnan(value))


class Refusing:
    """A class that tells by name what pandas has and is not here."""

    _absent = frozenset()

    @classmethod
    def _refuse(cls, name):
        return AttributeError(f"pandas here has no {cls.__name__}.{name}; see the page on tables for what is there")


def unsupported(what, instead=None):
    hint = f": {instead}" if instead else "; see the page on tables for what is there"
    return NotImplementedError(f"pandas here has no {what}{hint}")


#: What an option of pandas may be where it is left out here: nothing then differs.
_WITHOUT_EFFECT = {
    "axis": (0, "index"),
    "copy": (True,),
    "sort": (True,),
    "group_keys": (True,),
    "observed": (True,),
    "overwrite": (True,),
    "join": ("left",),
    "method": ("single",),
    "engine": ("cython",),
    "errors": ("ignore",),
}


def nothing_else(function, arguments, options):
    """Arguments that pandas takes and nobody looks at here: whatever would change the answer raises an error."""
    for value in arguments:
        if value is not None and value is not False:
            raise unsupported(f"{function}(…, {value!r})")
    for name, value in options.items():
        if value is None or value is False or any(value is other or value == other for other in _WITHOUT_EFFECT.get(name, ())):
            continue
        raise unsupported(f"{function}(…, {name}={value!r})")
