"""Assertions over arrays."""

from numpy._reductions import _of


def _fail(text, actual, desired):
    raise AssertionError(f"\n{text}\n ACTUAL: {actual!r}\n DESIRED: {desired!r}")


def assert_array_equal(actual, desired, err_msg="", verbose=True, *, strict=False):
    import numpy

    a, b = _of(actual), _of(desired)
    if a.shape != b.shape and a.ndim and b.ndim:
        _fail(f"Arrays are not equal\n{err_msg}\n(shapes {a.shape}, {b.shape} mismatch)", a, b)
    equal = _of(a == b)
    if a.dtype.kind in "fc" and b.dtype.kind in "fc":
        equal = equal | (numpy.isnan(a) & numpy.isnan(b))
    if not equal.all():
        wrong = equal.size - int(equal.sum())
        _fail(f"Arrays are not equal\n{err_msg}\nMismatched elements: {wrong} / {equal.size} ({100 * wrong / equal.size:.3g}%)", a, b)


assert_equal = assert_array_equal


def assert_allclose(actual, desired, rtol=1e-07, atol=0, equal_nan=True, err_msg="", verbose=True, *, strict=False):
    import numpy

    near = _of(numpy.isclose(actual, desired, rtol, atol, equal_nan))
    if not near.all():
        wrong = near.size - int(near.sum())
        _fail(
            f"Not equal to tolerance rtol={rtol:g}, atol={atol:g}\n{err_msg}\nMismatched elements: {wrong} / {near.size} "
            f"({100 * wrong / near.size:.3g}%)",
            actual, desired,
        )


def assert_array_almost_equal(actual, desired, decimal=6, err_msg="", verbose=True):
    assert_allclose(actual, desired, 0, 1.5 * 10.0 ** -decimal, True, err_msg)


assert_almost_equal = assert_array_almost_equal


def assert_(val, msg=""):
    if not val:
        raise AssertionError(msg)


def assert_raises(exception, function=None, *args, **kwargs):
    import unittest

    case = unittest.TestCase()
    return case.assertRaises(exception) if function is None else case.assertRaises(exception, function, *args, **kwargs)
