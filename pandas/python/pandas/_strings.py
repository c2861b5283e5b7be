"""`.str`: functions of texts, value by value."""

import re

import numpy as np

from pandas._column import Col, infer, objects, plain_objects
from pandas._index import Index, make_index
from pandas._missing import is_missing, nan


class StringMethods:
    """Functions of the texts of a column; what is missing stays missing."""

    def __init__(self, owner):
        col = owner._col.dense()
        if col.kind not in "s" and not (col.kind == "O" and (not len(col) or any(
                isinstance(value, (str, list, tuple, dict)) or is_missing(value) for value in col.data.tolist()))):
            raise AttributeError("Can only use .str accessor with string values, not " + {
                "i": "integer", "f": "floating", "b": "boolean", "M": "datetime64", "m": "timedelta64"}.get(col.kind, "mixed"))
        self._owner, self._col = owner, col

    def _wrap(self, col):
        from pandas._series import Series

        if isinstance(self._owner, Index):
            return col.data if col.kind == "b" else make_index(col, self._owner.name)
        return Series._make(col, self._owner.index, self._owner.name)

    def _each(self, function, kind="s"):
        values = [function(value) if isinstance(value, str) else nan for value in self._col.data.tolist()]
        if kind == "s":
            return self._wrap(Col("s", plain_objects(values)))
        return self._wrap(infer(values) if values else Col("O", plain_objects([])))

    def _truth(self, function, na=False):
        values = [bool(function(value)) if isinstance(value, str) else na for value in self._col.data.tolist()]
        if all(isinstance(value, bool) for value in values):
            return self._wrap(Col("b", np.array(values, dtype=bool)))
        return self._wrap(Col("O", objects(values)))

    def _length(self):
        gone = self._col.isna().any()
        values = [len(value) if hasattr(value, "__len__") else nan for value in self._col.data.tolist()]
        return self._wrap(Col("f", np.array(values, dtype=float)) if gone else Col("i", np.array(values, dtype=np.int64)))

    len = _length

    def __getitem__(self, key):
        return self.get(key) if not isinstance(key, slice) else self.slice(key.start, key.stop, key.step)

    def get(self, i):
        def of(value):
            if isinstance(value, dict):
                return value.get(i, nan)
            try:
                return value[i]
            except (IndexError, TypeError):
                return nan

        values = [nan if is_missing(value) else of(value) for value in self._col.data.tolist()]
        return self._wrap(Col("s", plain_objects(values)) if self._col.kind == "s" else infer(values) if any(
            not is_missing(value) for value in values) else Col("O", objects(values)))

    def slice(self, start=None, stop=None, step=None):
        values = [value[start:stop:step] if isinstance(value, (str, list, tuple)) else nan for value in self._col.data.tolist()]
        return self._wrap(Col(self._col.kind, objects(values)))

    def slice_replace(self, start=None, stop=None, repl=""):
        return self._each(lambda value: value[:start or 0] + repl + (value[stop:] if stop is not None else ""))

    def contains(self, pat, case=True, flags=0, na=False, regex=True):
        if not regex:
            return self._truth((lambda value: pat in value) if case else (lambda value: pat.upper() in value.upper()), na)
        pattern = re.compile(pat, flags | (0 if case else re.IGNORECASE))
        return self._truth(pattern.search, na)

    def match(self, pat, case=True, flags=0, na=False):
        return self._truth(re.compile(pat, flags | (0 if case else re.IGNORECASE)).match, na)

    def fullmatch(self, pat, case=True, flags=0, na=False):
        return self._truth(re.compile(pat, flags | (0 if case else re.IGNORECASE)).fullmatch, na)

    def startswith(self, pat, na=False):
        return self._truth(lambda value: value.startswith(pat), na)

    def endswith(self, pat, na=False):
        return self._truth(lambda value: value.endswith(pat), na)

    def replace(self, pat, repl=..., n=-1, case=None, flags=0, regex=False):
        if isinstance(pat, dict):
            result = self
            for old, new in pat.items():
                result = StringMethods(result.replace(old, new, n, case, flags, regex))
            return result._owner
        if not (isinstance(repl, str) or callable(repl)):
            raise TypeError("repl must be a string or callable")
        if callable(repl) and not regex and not isinstance(pat, re.Pattern):
            raise ValueError("Cannot use a callable replacement when regex=False")
        if regex or isinstance(pat, re.Pattern) or case is False:
            pattern = pat if isinstance(pat, re.Pattern) else re.compile(pat if regex else re.escape(pat), flags | (
                re.IGNORECASE if case is False else 0))
            return self._each(lambda value: pattern.sub(repl, value, count=max(n, 0)))
        return self._each(lambda value: value.replace(pat, repl, n))

    def count(self, pat, flags=0):
        pattern = re.compile(pat, flags)
        return self._each(lambda value: len(pattern.findall(value)), "n")

    def findall(self, pat, flags=0):
        pattern = re.compile(pat, flags)
        return self._wrap(Col("O", objects([pattern.findall(value) if isinstance(value, str) else nan for value in self._col.data.tolist()])))

    def extract(self, pat, flags=0, expand=True):
        from pandas._frame import DataFrame

        pattern = re.compile(pat, flags)
        if not pattern.groups:
            raise ValueError("pattern contains no capture groups")
        names = {number - 1: name for name, number in pattern.groupindex.items()}
        rows = []
        for value in self._col.data.tolist():
            match = pattern.search(value) if isinstance(value, str) else None
            rows.append([nan] * pattern.groups if match is None else [nan if part is None else part for part in match.groups()])
        cols = [Col("s", plain_objects([row[at] for row in rows])) for at in range(pattern.groups)]
        if not expand and pattern.groups == 1:
            return self._wrap(cols[0])
        labels = [names.get(at, at) for at in range(pattern.groups)]
        return DataFrame._make(cols, Index(labels), getattr(self._owner, "index", None))

    def extractall(self, pat, flags=0):
        from pandas._frame import DataFrame
        from pandas._multi import MultiIndex

        pattern = re.compile(pat, flags)
        names = {number - 1: name for name, number in pattern.groupindex.items()}
        rows, labels = [], []
        for label, value in zip(self._owner.index, self._col.data.tolist()):
            for number, match in enumerate(pattern.finditer(value) if isinstance(value, str) else ()):
                rows.append([nan if part is None else part for part in match.groups()])
                labels.append((label, number))
        frame = DataFrame(rows, columns=[names.get(at, at) for at in range(pattern.groups)])
        frame.index = MultiIndex.from_tuples(labels, names=[self._owner.index.name, "match"])
        return frame

    def _divided(self, divide, expand):
        from pandas._frame import DataFrame

        values = [divide(value) if isinstance(value, str) else nan for value in self._col.data.tolist()]
        if not expand:
            return self._wrap(Col("O", objects(values)))
        width = max((len(value) for value in values if not is_missing(value)), default=1)
        rows = [[nan] * width if is_missing(value) else list(value) + [None] * (width - len(value)) for value in values]
        cols = [Col("s", plain_objects([nan if row[at] is None else row[at] for row in rows])) for at in range(width)]
        from pandas._index import RangeIndex

        return DataFrame._make(cols, RangeIndex(width), self._owner.index)

    def split(self, pat=None, *, n=-1, expand=False, regex=None):
        most = n if n not in (0, None) else -1
        if regex or regex is None and pat is not None and len(pat) > 1:
            pattern = re.compile(pat)
            return self._divided(lambda value: pattern.split(value, max(most, 0)), expand)
        return self._divided(lambda value: value.split(pat, most), expand)

    def rsplit(self, pat=None, *, n=-1, expand=False):
        return self._divided(lambda value: value.rsplit(pat, n if n else -1), expand)

    def partition(self, sep=" ", expand=True):
        return self._divided(lambda value: value.partition(sep), expand)

    def rpartition(self, sep=" ", expand=True):
        return self._divided(lambda value: value.rpartition(sep), expand)

    def join(self, sep):
        return self._wrap(infer([sep.join(value) if isinstance(value, (str, list, tuple)) else nan for value in self._col.data.tolist()]))

    def cat(self, others=None, sep=None, na_rep=None, join="left"):
        sep = sep or ""
        own = self._col.data.tolist()
        if others is None:
            return sep.join(na_rep if is_missing(value) else value for value in own if na_rep is not None or not is_missing(value))
        lists = [others] if hasattr(others, "_col") or isinstance(others, np.ndarray) or (
            isinstance(others, list) and others and isinstance(others[0], str)) else list(others)
        columns = [own]
        for other in lists:
            if hasattr(other, "index") and hasattr(other, "_col") and hasattr(self._owner, "index"):
                other = other.reindex(self._owner.index)
            columns.append(list(other))
        rows = []
        for row in zip(*columns):
            if na_rep is None and any(is_missing(value) for value in row):
                rows.append(nan)
            else:
                rows.append(sep.join(na_rep if is_missing(value) else value for value in row))
        return self._wrap(Col("s", plain_objects(rows)))

    def get_dummies(self, sep="|", dtype=None):
        from pandas._frame import DataFrame

        sets = [set(value.split(sep)) if isinstance(value, str) else set() for value in self._col.data.tolist()]
        names = sorted(set().union(*sets) - {""})
        return DataFrame({name: [int(name in one) for one in sets] for name in names}, index=self._owner.index)

    def repeat(self, repeats):
        if isinstance(repeats, int):
            return self._each(lambda value: value * repeats)
        return self._wrap(Col("s", plain_objects([value * count if isinstance(value, str) else nan for value, count in zip(
            self._col.data.tolist(), repeats)])))

    def pad(self, width, side="left", fillchar=" "):
        put = {"left": str.rjust, "right": str.ljust, "both": str.center}[side]
        return self._each(lambda value: put(value, width, fillchar))

    def wrap(self, width, **options):
        import textwrap

        return self._each(lambda value: "\n".join(textwrap.wrap(value, width, **options)))

    def removeprefix(self, prefix):
        return self._each(lambda value: value.removeprefix(prefix))

    def removesuffix(self, suffix):
        return self._each(lambda value: value.removesuffix(suffix))

    def normalize(self, form):
        import unicodedata

        return self._each(lambda value: unicodedata.normalize(form, value))

    def encode(self, encoding, errors="strict"):
        return self._each(lambda value: value.encode(encoding, errors), "n")

    def __iter__(self):
        raise TypeError("'StringMethods' object is not iterable")

    def __getattr__(self, name):
        raise AttributeError(f"pandas here has no .str.{name}; see the page on tables for what is there")


def _text(name):
    def method(self, *args, **options):
        return self._each(lambda value: getattr(value, name)(*args, **options))

    return method


def _padding(name):
    return lambda self, width, fillchar=" ": self._each(lambda value: getattr(value, name)(width, fillchar))


for _name in ("ljust", "rjust", "center"):
    setattr(StringMethods, _name, _padding(_name))
for _name in ("lower", "upper", "title", "capitalize", "swapcase", "casefold", "zfill", "translate"):
    setattr(StringMethods, _name, _text(_name))


def _stripping(name):
    return lambda self, to_strip=None: self._each(lambda value: getattr(value, name)(to_strip))


for _name in ("strip", "lstrip", "rstrip"):
    setattr(StringMethods, _name, _stripping(_name))
for _name in ("isalnum", "isalpha", "isdigit", "isspace", "islower", "isupper", "istitle", "isnumeric", "isdecimal", "isascii"):
    setattr(StringMethods, _name, (lambda name: lambda self: self._truth(lambda value: getattr(value, name)()))(_name))
for _name in ("find", "rfind", "index", "rindex"):
    setattr(StringMethods, _name, (lambda name: lambda self, sub, start=0, end=None: self._each(
        lambda value: getattr(value, name)(sub, start, end), "n"))(_name))
