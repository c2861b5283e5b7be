"""Nests each kind of object ten thousand times in its own kind, and lets native code recurse into it and drop it.

Each attempt has to end with a result or with a RecursionError that is caught."""

import collections, contextvars, copy, dataclasses, functools, gc, itertools, json, operator, pickle, types, weakref

DEPTH = 10_000
Named = collections.namedtuple("Named", "inner")


@dataclasses.dataclass(frozen=True)
class Record:
    inner: object


class Plain:
    def __init__(self, inner):
        self.inner = inner


class Slotted:
    __slots__ = ("inner",)

    def __init__(self, inner):
        self.inner = inner


class Finalized(Plain):
    def __del__(self):
        pass


def generator(inner):
    for item in inner:
        yield item


def delegating(inner):
    yield from inner


def begun(inner):
    made = delegating(iter([1]))
    next(made)
    return itertools.chain(made, inner)


def closure(inner):
    return lambda: inner


def error(inner):
    raised = ValueError("outer")
    raised.__cause__ = inner or None
    return raised


ITERATORS = [
    lambda inner: map(abs, inner), enumerate, zip, iter, generator, delegating, begun, itertools.cycle,
    lambda inner: filter(None, inner), itertools.chain, lambda inner: itertools.islice(inner, 5),
    lambda inner: itertools.starmap(max, zip(inner, [2])), lambda inner: itertools.takewhile(bool, inner),
    lambda inner: itertools.dropwhile(bool, inner), lambda inner: itertools.filterfalse(None, inner),
    itertools.accumulate, lambda inner: itertools.compress(inner, [1]), itertools.zip_longest, itertools.pairwise,
    lambda inner: itertools.batched(inner, 2), itertools.groupby, itertools.chain.from_iterable,
    lambda inner: (item for item in inner), lambda inner: itertools.tee(inner, 1)[0],
]
CALLABLES = [
    lambda inner: types.MethodType(inner, 1), lambda inner: functools.partial(max, inner),
    lambda inner: functools.partial(lambda called: called(), inner), functools.lru_cache, staticmethod, closure,
    lambda inner: types.GenericAlias(inner, int), operator.itemgetter,
]
CONTAINERS = [
    lambda inner: [inner], lambda inner: (inner,), lambda inner: {1: inner}, lambda inner: frozenset([inner]), Named,
    Record, Plain, Slotted, Finalized, slice, error, ValueError, property, classmethod, types.CellType,
    lambda inner: collections.deque([inner]), lambda inner: collections.OrderedDict(inner=inner),
    lambda inner: collections.ChainMap({1: inner}), lambda inner: collections.UserList([inner]),
    lambda inner: types.SimpleNamespace(inner=inner), lambda inner: types.MappingProxyType({1: inner}),
    lambda inner: contextvars.ContextVar("name", default=inner), lambda inner: {1: inner}.items(),
    lambda inner: {1: inner}.values(), lambda inner: iter([inner]), lambda inner: list[inner],
    lambda inner: weakref.WeakValueDictionary, lambda inner: ExceptionGroup("", [inner or ValueError()]),
]
ACTIONS = [
    repr, str, hash, copy.copy, copy.deepcopy, json.dumps, pickle.dumps, lambda nested: nested == other,
    lambda nested: nested < other, lambda nested: isinstance("", nested), lambda nested: issubclass(str, nested),
    lambda nested: "".startswith(nested), lambda nested: gc.collect(0),
]


def attempt(action, nested):
    try:
        action(nested)
    except RecursionError:
        return "RecursionError"
    except Exception:
        pass
    return ""


def nested_in(kind, innermost):
    for _ in range(DEPTH):
        innermost = kind(innermost)
    return innermost


tried = raised = 0
for kind in ITERATORS:
    # An iterator that was used up has nothing more to recurse into.
    for action in (next, repr):
        nested = nested_in(kind, iter([1, 2]))
        tried += 1
        raised += attempt(action, nested) == "RecursionError"
        del nested
for kinds, innermost, actions in (
    (CALLABLES, abs, [lambda called: called(), repr, hash, lambda nested: nested == other]),
    (CONTAINERS, (), ACTIONS),
):
    for kind in kinds:
        nested, other = nested_in(kind, innermost), nested_in(kind, innermost)
        for action in actions:
            tried += 1
            raised += attempt(action, nested) == "RecursionError"
        del nested, other


class Endless:
    def __getattr__(self, name):
        return getattr(self, name)

    def __add__(self, other):
        return self + other

    def __len__(self):
        return len(self)

    def __iter__(self):
        return iter(self)

    def __eq__(self, other):
        return self == other

    def __hash__(self):
        return hash(self)

    def __repr__(self):
        return repr(self)

    def __contains__(self, item):
        return item in self

    def __call__(self):
        return self()

    def __format__(self, specification):
        return f"{self:{specification}}"

    def __index__(self):
        return operator.index(self)


ENDLESS = [
    lambda endless: endless.missing, lambda endless: endless + 1, len, iter, lambda endless: endless == 1, hash, repr,
    lambda endless: 1 in endless, lambda endless: endless(), format, lambda endless: [1][endless], str, bool, list,
    lambda endless: sorted([endless], key=lambda item: item()), lambda endless: {endless: 1},
]
for action in ENDLESS:
    tried += 1
    outcome = attempt(action, Endless())
    assert outcome == "RecursionError", action
    raised += 1

print("tried", tried, "raised", raised > 30)
