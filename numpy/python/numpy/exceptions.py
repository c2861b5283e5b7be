"""Errors and warnings of numpy."""

from numpy._helpers import AxisError


class ComplexWarning(RuntimeWarning):
    """An imaginary part was thrown away."""


class VisibleDeprecationWarning(UserWarning):
    """Something that will go."""


class RankWarning(RuntimeWarning):
    """A system of equations does not determine its solution well."""


class DTypePromotionError(TypeError):
    """Two kinds have no kind together."""


class TooHardError(RuntimeError):
    """An answer would take too long to find."""
