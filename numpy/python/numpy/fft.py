"""Fourier transforms."""

import _numpy

from numpy import _joining, _shaping
from numpy._reductions import _of


def _scaled(result, n, norm, backwards):
    if norm not in (None, "backward", "ortho", "forward"):
        raise ValueError(f'Invalid norm value {norm}; should be "backward", "ortho" or "forward".')
    if norm == "ortho":
        return result / n ** 0.5
    return result / n if backwards == (norm in (None, "backward")) else result


def _rows(a, n, axis):
    import numpy

    a = _of(a)
    axis = _numpy.axis(axis, a.ndim)
    rows = _shaping.moveaxis(a, axis, -1)
    n = rows.shape[-1] if n is None else n
    if n < 1:
        raise ValueError(f"Invalid number of FFT data points ({n}) specified.")
    if rows.shape[-1] > n:
        rows = rows[..., :n]
    elif rows.shape[-1] < n:
        more = numpy.zeros(rows.shape[:-1] + (n - rows.shape[-1],), rows.dtype)
        rows = numpy.concatenate((rows, more), -1)
    return rows, n, axis


def fft(a, n=None, axis=-1, norm=None, out=None):
    rows, n, axis = _rows(a, n, axis)
    return _shaping.moveaxis(_scaled(_numpy.transform(rows, -1.0), n, norm, False), -1, axis)


def ifft(a, n=None, axis=-1, norm=None, out=None):
    rows, n, axis = _rows(a, n, axis)
    return _shaping.moveaxis(_scaled(_numpy.transform(rows, 1.0), n, norm, True), -1, axis)


def rfft(a, n=None, axis=-1, norm=None, out=None):
    rows, n, axis = _rows(a, n, axis)
    if rows.dtype.kind == "c":
        raise TypeError("ufunc 'rfft_n_even' did not contain a loop with signature matching types <class 'numpy.dtypes.Complex128DType'> -> None")
    result = _scaled(_numpy.transform(rows, -1.0), n, norm, False)[..., : n // 2 + 1]
    return _shaping.moveaxis(result, -1, axis)


def irfft(a, n=None, axis=-1, norm=None, out=None):
    import numpy

    a = _of(a)
    n = 2 * (a.shape[axis] - 1) if n is None else n
    rows, _, axis = _rows(a, n // 2 + 1, axis)
    rows = rows.astype(complex)
    rest = numpy.conjugate(rows[..., 1: n - n // 2][..., ::-1])
    rows[..., 0] = rows[..., 0].real
    if n % 2 == 0:
        rows[..., -1] = rows[..., -1].real
    full = numpy.concatenate((rows, rest), -1)
    return _shaping.moveaxis(_scaled(_numpy.transform(full, 1.0), n, norm, True).real.copy(), -1, axis)


def hfft(a, n=None, axis=-1, norm=None, out=None):
    import numpy

    a = _of(a)
    n = 2 * (a.shape[axis] - 1) if n is None else n
    turned = {None: "forward", "backward": "forward", "forward": "backward"}.get(norm, norm)
    return irfft(numpy.conjugate(a), n, axis, turned)


def _several(one):
    def transform(a, s=None, axes=None, norm=None, out=None):
        a = _of(a)
        axes = list(range(a.ndim)) if axes is None and s is None else list(range(-len(s), 0)) if axes is None else list(axes)
        sizes = [None] * len(axes) if s is None else list(s)
        for axis, size in list(zip(axes, sizes))[::-1]:
            a = one(a, size, axis, norm)
        return a

    return transform


fftn, ifftn = _several(fft), _several(ifft)


def fft2(a, s=None, axes=(-2, -1), norm=None, out=None):
    return fftn(a, s, axes, norm)


def ifft2(a, s=None, axes=(-2, -1), norm=None, out=None):
    return ifftn(a, s, axes, norm)


def rfftn(a, s=None, axes=None, norm=None, out=None):
    a = _of(a)
    axes = list(range(a.ndim)) if axes is None else list(axes)
    sizes = [None] * len(axes) if s is None else list(s)
    a = rfft(a, sizes[-1], axes[-1], norm)
    for axis, size in list(zip(axes, sizes))[:-1]:
        a = fft(a, size, axis, norm)
    return a


def rfft2(a, s=None, axes=(-2, -1), norm=None, out=None):
    return rfftn(a, s, axes, norm)


def fftfreq(n, d=1.0, device=None):
    import numpy

    half = (n - 1) // 2 + 1
    return numpy.concatenate((numpy.arange(half), numpy.arange(-(n // 2), 0))) * (1.0 / (n * d))


def rfftfreq(n, d=1.0, device=None):
    import numpy

    return numpy.arange(n // 2 + 1) * (1.0 / (n * d))


def fftshift(x, axes=None):
    x = _of(x)
    axes = range(x.ndim) if axes is None else axes if isinstance(axes, (tuple, list)) else (axes,)
    return _joining.roll(x, tuple(x.shape[axis] // 2 for axis in axes), tuple(axes))


def ifftshift(x, axes=None):
    x = _of(x)
    axes = range(x.ndim) if axes is None else axes if isinstance(axes, (tuple, list)) else (axes,)
    return _joining.roll(x, tuple(-(x.shape[axis] // 2) for axis in axes), tuple(axes))
