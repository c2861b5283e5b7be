"""The classes of errors, with the names that pandas gives them."""


class ParserError(ValueError):
    """A file of values is broken."""


class EmptyDataError(ValueError):
    """A file of values has nothing in it."""


class MergeError(ValueError):
    """Tables cannot be joined in this way."""


class ParserWarning(Warning):
    """A file of values was not read in the way that was asked for."""


class PerformanceWarning(Warning):
    """An operation takes longer than it should."""


class DtypeWarning(Warning):
    """A column has values of several kinds."""


class SettingWithCopyWarning(Warning):
    """Nothing warns of it: every selection is a copy."""


class UndefinedVariableError(NameError):
    """An expression names what is not there."""

    def __init__(self, name, is_local=None):
        super().__init__(f"{'local variable' if is_local else 'name'} {name!r} is not defined")


class OutOfBoundsDatetime(ValueError):
    """A date is outside of the years 1 to 9999."""


class IndexingError(Exception):
    """A key has the wrong form."""


class InvalidIndexError(Exception):
    """A key that no index can have."""


class UnsupportedFunctionCall(ValueError):
    """A function of arrays was called in the wrong place."""


class DataError(Exception):
    """There is nothing to compute with."""


class SpecificationError(Exception):
    """Aggregations were described wrongly."""


class IntCastingNaNError(ValueError):
    """Missing values are no whole numbers."""


for _one in list(globals().values()):
    if isinstance(_one, type):
        _one.__module__ = "pandas.errors"
