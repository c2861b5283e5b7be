"""What NumPy has in numpy.lib, as far as it is here: `stride_tricks`."""

from numpy.lib import stride_tricks


def __getattr__(name):
    raise AttributeError(f"numpy.lib.{name} is not part of numpy here; numpy.lib has stride_tricks only")
