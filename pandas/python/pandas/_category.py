"""Categories and intervals."""


import numpy as np

from pandas._column import Col, column, factorize, infer, objects
from pandas._index import Index, make_index
from pandas._missing import is_missing
from pandas._options import get_option


def categorical_col(col, categories=None, ordered=False):
    """The values as numbers of categories: of those given, or of their own in order."""
    if categories is None:
        if col.kind == "C":
            return Col("C", col.data, col.cats, ordered)
        codes, different = factorize(col, sort=True)
        return Col("C", codes, different, ordered)
    known = column(categories) if not isinstance(categories, Col) else categories
    places = {value: at for at, value in enumerate(known.values())}
    if len(places) != len(known):
        raise ValueError("Categorical categories must be unique")
    codes = [-1 if is_missing(value) else places.get(value, -1) for value in col.values()]
    return Col("C", np.array(codes, dtype=np.int64) if codes else np.zeros(0, dtype=np.int64), known, ordered)


def categories_text(col):
    """`Categories (3, str): ['a', 'b', 'c']`, broken into lines of 80 characters."""

    values = col.cats.values()
    names = [f"'{value}'" if isinstance(value, str) else _plain(value, col.cats) for value in values]
    most = get_option("display.max_categories")
    if len(names) > most:
        names = names[:most // 2] + ["..."] + names[-(most // 2):]
    head = f"Categories ({len(values)}, {col.cats.dtype}): "
    gap = " < " if col.ordered else ", "
    text, length = "", len(head) + 1
    for at, name in enumerate(names):
        before = "" if at == 0 else gap
        if at and length + len(before) + len(name) > 80:
            text += before.rstrip() + "\n" + " " * (len(head) + 1) + name
            length = len(head) + 2 + len(name)
            continue
        text += before + name
        length += len(before) + len(name)
    return f"{head}[{text}]".replace(", ..., ", ", ..., ")


def _plain(value, cats):
    if cats.kind == "M":
        return f"'{value}'"[:11] + "'" if cats.kind == "M" and str(value).endswith("00:00:00") else str(value)
    return str(value)


class Categorical:
    """A list of values out of a list of categories."""

    def __init__(self, values, categories=None, ordered=None, dtype=None, copy=True):
        if dtype is not None and not isinstance(dtype, str):
            categories, ordered = dtype._categories, dtype.ordered
        col = column(values)
        if categories is None and col.kind == "C" and ordered is None:
            ordered = col.ordered
        self._col = categorical_col(col, categories, bool(ordered))

    @classmethod
    def _of(cls, col):
        own = object.__new__(cls)
        own._col = col
        return own

    @classmethod
    def from_codes(cls, codes, categories=None, ordered=False, dtype=None):
        return cls._of(Col("C", np.array(codes), column(categories), ordered))

    codes = property(lambda self: self._col.data)
    categories = property(lambda self: make_index(self._col.cats))
    ordered = property(lambda self: self._col.ordered)
    dtype = property(lambda self: self._col.dtype)

    def __len__(self):
        return len(self._col)

    def __iter__(self):
        return iter(self._col.values())

    def __getitem__(self, key):
        if isinstance(key, (int, np.integer)):
            return self._col.item(key)
        return Categorical._of(self._col.slice(key) if isinstance(key, slice) else self._col.mask(np.asarray(key)))

    def __eq__(self, other):
        from pandas._ops import compare

        return compare("eq", self._col, getattr(other, "_col", other)).data

    def __array__(self, dtype=None, copy=None):
        return self._col.array()

    def value_counts(self, dropna=True):
        from pandas._sets import value_counts

        return value_counts(self._col, None, sort=False, dropna=dropna)

    def __repr__(self):
        values = self._col.values()
        names = ["NaN" if is_missing(v) else f"'{v}'" if isinstance(v, str) else str(v) for v in values]
        if len(names) > 10:
            return (f"[{', '.join(names[:5])}, ..., {', '.join(names[-5:])}]\nLength: {len(names)}\n" + categories_text(self._col))
        return f"[{', '.join(names)}]\n" + categories_text(self._col)

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        method = getattr(CategoryMethods(_Owner(self._col)), name)
        return method


class _Owner:
    def __init__(self, col):
        self._col, self.index, self.name = col, None, None

    def _wrapped(self, col):
        return Categorical._of(col)


class CategoricalIndex(Index):
    """Labels that are categories."""

    def __new__(cls, data=None, categories=None, ordered=None, dtype=None, copy=False, name=None):
        return make_index(Categorical(data, categories, ordered, dtype)._col, name)

    codes = property(lambda self: self._col.data)
    categories = property(lambda self: make_index(self._col.cats))
    ordered = property(lambda self: self._col.ordered)


class CategoryMethods:
    """`.cat`: what can be done with categories."""

    def __init__(self, owner):
        if owner._col.kind != "C":
            raise AttributeError("Can only use .cat accessor with a 'category' dtype")
        self._owner, self._col = owner, owner._col

    def _wrap(self, col):
        if isinstance(self._owner, _Owner):
            return Categorical._of(col)
        return type(self._owner)._make(col, self._owner.index, self._owner.name)

    categories = property(lambda self: make_index(self._col.cats))
    ordered = property(lambda self: self._col.ordered)

    @property
    def codes(self):
        from pandas._series import Series

        kind = np.int8 if len(self._col.cats) < 128 else np.int16
        return Series._make(Col("i", self._col.data.astype(kind)), self._owner.index)

    def as_ordered(self):
        return self._wrap(Col("C", self._col.data, self._col.cats, True))

    def as_unordered(self):
        return self._wrap(Col("C", self._col.data, self._col.cats, False))

    def rename_categories(self, new_categories):
        old = self._col.cats.values()
        if hasattr(new_categories, "items"):
            new = [dict(new_categories.items()).get(value, value) for value in old]
        elif callable(new_categories):
            new = [new_categories(value) for value in old]
        else:
            new = list(new_categories)
            if len(new) != len(old):
                raise ValueError("new categories need to have the same number of items as the old categories!")
        return self._wrap(Col("C", self._col.data, infer(new), self._col.ordered))

    def set_categories(self, new_categories, ordered=None, rename=False):
        return self._wrap(categorical_col(self._col.dense(), new_categories, self._col.ordered if ordered is None else ordered))

    def reorder_categories(self, new_categories, ordered=None):
        if set(new_categories) != set(self._col.cats.values()):
            raise ValueError("items in new_categories are not the same as in old categories")
        return self.set_categories(new_categories, ordered)

    def add_categories(self, new_categories):
        new = [new_categories] if isinstance(new_categories, str) else list(new_categories)
        return self.set_categories(self._col.cats.values() + new)

    def remove_categories(self, removals):
        gone = [removals] if isinstance(removals, str) or not hasattr(removals, "__iter__") else list(removals)
        return self.set_categories([value for value in self._col.cats.values() if value not in gone])

    def remove_unused_categories(self):
        used = set(self._col.data.tolist())
        return self._wrap(categorical_col(self._col.dense(), self._col.cats.take([at for at in range(len(self._col.cats)) if at in used]),
                                          self._col.ordered))

    def __getattr__(self, name):
        raise AttributeError(f"pandas here has no .cat.{name}; see the page on tables for what is there")


class Interval:
    """The numbers between two others, of which the right one, or the left one, belongs to them."""

    __slots__ = ("left", "right", "closed")

    def __init__(self, left, right, closed="right"):
        if left > right:
            raise ValueError("left side of interval must be <= right side")
        self.left, self.right, self.closed = left, right, closed

    mid = property(lambda self: (self.left + self.right) / 2)
    length = property(lambda self: self.right - self.left)

    def __contains__(self, value):
        over = value > self.left or self.closed in ("left", "both") and value == self.left
        return over and (value < self.right or self.closed in ("right", "both") and value == self.right)

    def __str__(self):
        left, right = (str(value)[:10] if hasattr(value, "normalize") and value == value.normalize() else str(value)
                       for value in (self.left, self.right))
        return ("[" if self.closed in ("left", "both") else "(") + f"{left}, {right}" + (
            "]" if self.closed in ("right", "both") else ")")

    def __repr__(self):
        return f"Interval({self.left!r}, {self.right!r}, closed={self.closed!r})"

    def _parts(self):
        return self.left, self.right, self.closed

    def __eq__(self, other):
        return isinstance(other, Interval) and self._parts() == other._parts()

    def __lt__(self, other):
        return self._parts() < other._parts()

    def __le__(self, other):
        return self._parts() <= other._parts()

    def __gt__(self, other):
        return self._parts() > other._parts()

    def __ge__(self, other):
        return self._parts() >= other._parts()

    def __hash__(self):
        return hash(self._parts())


class IntervalIndex(Index):
    """Labels that are intervals: a number finds the one that it lies in."""

    def __new__(cls, data, closed="right", dtype=None, copy=False, name=None):
        return make_index(interval_col(list(data)), name)

    @classmethod
    def from_breaks(cls, breaks, closed="right", name=None):
        breaks = list(breaks)
        return make_index(interval_col([Interval(a, b, closed) for a, b in zip(breaks, breaks[1:])]), name)

    left = property(lambda self: Index([one.left for one in self]))
    right = property(lambda self: Index([one.right for one in self]))
    mid = property(lambda self: Index([one.mid for one in self]))

    def _find(self, label):
        if isinstance(label, Interval):
            return Index._find(self, label)
        places = [at for at, one in enumerate(self) if not is_missing(one) and label in one]
        if not places:
            raise KeyError(label)
        return places


def interval_col(values):
    present = [value for value in values if not is_missing(value)]
    if not present:
        return Col("O", objects(values), cats="float64", unit="interval")
    left = present[0].left
    kind = "int64" if isinstance(left, (int, np.integer)) else "datetime64[us]" if hasattr(left, "normalize") else "float64"
    closed = present[0].closed
    return Col("O", objects(values), cats=kind if closed == "right" else f"{kind} {closed}", unit="interval")


def interval_range(start=None, end=None, periods=None, freq=None, name=None, closed="right"):
    """Intervals of equal length."""
    step = freq if freq is not None else 1 if periods is None else (end - start) / periods
    if freq is None and periods is not None and isinstance(start, int) and isinstance(end, int) and (end - start) % periods == 0:
        step = int(step)
    count = periods if periods is not None else int((end - start) // step)
    start = end - step * count if start is None else start
    return IntervalIndex.from_breaks([start + step * at for at in range(count + 1)], closed, name)
