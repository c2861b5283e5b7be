"""`pd.offsets`: steps of time by name."""

from pandas._freq import OFFSETS as _OFFSETS

globals().update(_OFFSETS)


def __getattr__(name):
    raise AttributeError(f"pandas here has no pandas.offsets.{name}")
