"""Decimal fixed point and floating point arithmetic.

This is the module `_pydecimal`. What its errors say are the conditions that there were, as those of CPython's own
`_decimal` do."""

import sys

import _pydecimal

_raise_error = _pydecimal.Context._raise_error


def _raise_conditions(self, condition, explanation=None, *args):
    return _raise_error(self, condition, [condition], *args)


_pydecimal.Context._raise_error = _raise_conditions
_pydecimal.__doc__ = __doc__
sys.modules[__name__] = _pydecimal
