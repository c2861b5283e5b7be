"""The package that holds `pandas.tseries.offsets`."""
