"""`pandas.tseries.offsets`, which `pd.offsets` is as well."""

from pandas.offsets import *
