"""What `zoneinfo` takes instead of its own class where it can: the class that CPython has in C.

Ours is the class in Python. Only its text differs between the two: CPython shows the module as well.
"""

from zoneinfo._zoneinfo import ZoneInfo


def _repr(self):
    kind = type(self)
    name = "zoneinfo.ZoneInfo" if kind is ZoneInfo else kind.__name__
    if self._key is not None:
        return f"{name}(key={self._key!r})"
    return f"{name}.from_file({self._file_repr})"


ZoneInfo.__repr__ = _repr
