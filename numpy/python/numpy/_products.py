"""Products of vectors and matrices."""

import builtins

import _numpy

from numpy import _shaping


def _of(a):
    return _numpy.asarray(a, None)


def _pair(a, b):
    a, b = _of(a), _of(b)
    kind = _numpy.promote_types(a.dtype, b.dtype)
    return _numpy.asarray(a, kind), _numpy.asarray(b, kind)


def matmul(x1, x2, /, out=None, **options):
    a, b = _pair(x1, x2)
    if a.ndim == 0 or b.ndim == 0:
        number = 0 if a.ndim == 0 else 1
        raise ValueError(
            f"matmul: Input operand {number} does not have enough dimensions (has 0, gufunc core with signature "
            "(n?,k),(k,m?)->(n?,m?) requires 1)"
        )
    first, second = a.ndim == 1, b.ndim == 1
    a = a.reshape(1, -1) if first else a
    b = b.reshape(-1, 1) if second else b
    if a.shape[-1] != b.shape[-2]:
        raise ValueError(
            "matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature "
            f"(n?,k),(k,m?)->(n?,m?) (size {b.shape[-2]} is different from {a.shape[-1]})"
        )
    result = _stacked(a, b)
    if first:
        result = result.reshape(result.shape[:-2] + result.shape[-1:])
    if second:
        result = result.reshape(result.shape[:-1])
    if out is not None:
        out[...] = result
        return out
    return result[()] if result.ndim == 0 else result


def _stacked(a, b):
    if a.ndim == 2 and b.ndim == 2:
        return _numpy.matmul(a, b)
    shape = _numpy.broadcast([list(a.shape[:-2]), list(b.shape[:-2])])
    a = _shaping.broadcast_to(a, shape + a.shape[-2:]).reshape((-1,) + a.shape[-2:])
    b = _shaping.broadcast_to(b, shape + b.shape[-2:]).reshape((-1,) + b.shape[-2:])
    result = _numpy.zeros([len(a), a.shape[-2], b.shape[-1]], a.dtype)
    for number in range(len(a)):
        result[number] = _numpy.matmul(a[number], b[number])
    return result.reshape(shape + result.shape[1:])


def dot(a, b, out=None):
    a, b = _pair(a, b)
    if a.ndim == 0 or b.ndim == 0:
        result = a * b
    else:
        axis = -1 if b.ndim == 1 else -2
        if a.shape[-1] != b.shape[axis]:
            raise ValueError(
                f"shapes {_shaping._plain(a.shape)} and {_shaping._plain(b.shape)} not aligned: {a.shape[-1]} (dim "
                f"{a.ndim - 1}) != {b.shape[axis]} (dim {(b.ndim + axis)})"
            )
        if a.ndim <= 2 and b.ndim <= 2:
            result = matmul(a, b)
        else:
            result = tensordot(a, b, axes=([a.ndim - 1], [b.ndim + axis]))
    if out is not None:
        out[...] = result
        return out
    return result


def vdot(a, b, /):
    import numpy

    return dot(numpy.conjugate(_of(a)).reshape(-1), _of(b).reshape(-1))


def vecdot(x1, x2, /, axis=-1):
    import numpy

    return numpy.sum(numpy.conjugate(_of(x1)) * _of(x2), axis)


def inner(a, b, /):
    a, b = _pair(a, b)
    if a.ndim == 0 or b.ndim == 0:
        return a * b
    if a.shape[-1] != b.shape[-1]:
        raise ValueError(
            f"shapes {_shaping._plain(a.shape)} and {_shaping._plain(b.shape)} not aligned: {a.shape[-1]} (dim "
            f"{a.ndim - 1}) != {b.shape[-1]} (dim {b.ndim - 1})"
        )
    return tensordot(a, b, axes=([a.ndim - 1], [b.ndim - 1]))


def outer(a, b, out=None):
    import numpy

    a, b = _of(a).reshape(-1, 1), _of(b).reshape(1, -1)
    return numpy.multiply(a, b, out=out)


def tensordot(a, b, axes=2):
    a, b = _pair(a, b)
    if isinstance(axes, int):
        first, second = list(range(a.ndim - axes, a.ndim)), list(range(axes))
    else:
        first, second = axes
        first = list(first) if hasattr(first, "__iter__") else [first]
        second = list(second) if hasattr(second, "__iter__") else [second]
    first = [axis % a.ndim for axis in first]
    second = [axis % b.ndim for axis in second]
    if len(first) != len(second) or any(a.shape[i] != b.shape[j] for i, j in zip(first, second)):
        raise ValueError("shape-mismatch for sum")
    free_a = [axis for axis in range(a.ndim) if axis not in first]
    free_b = [axis for axis in range(b.ndim) if axis not in second]
    size = 1
    for axis in first:
        size *= a.shape[axis]
    shape = [a.shape[axis] for axis in free_a] + [b.shape[axis] for axis in free_b]
    rows = a.transpose(free_a + first).reshape(-1, size) if a.size else _numpy.zeros([_size(a, free_a), size], a.dtype)
    columns = b.transpose(second + free_b).reshape(size, -1) if b.size else _numpy.zeros([size, _size(b, free_b)], b.dtype)
    result = _numpy.matmul(rows, columns).reshape(shape)
    return result[()] if result.ndim == 0 else result


def _size(a, axes):
    size = 1
    for axis in axes:
        size *= a.shape[axis]
    return size


def kron(a, b):
    a, b = _of(a), _of(b)
    ndim = builtins.max(a.ndim, b.ndim)
    a = a.reshape((1,) * (ndim - a.ndim) + a.shape)
    b = b.reshape((1,) * (ndim - b.ndim) + b.shape)
    wide = a.reshape([size for one in a.shape for size in (one, 1)])
    narrow = b.reshape([size for one in b.shape for size in (1, one)])
    return (wide * narrow).reshape([m * n for m, n in zip(a.shape, b.shape)])


def cross(a, b, axisa=-1, axisb=-1, axisc=-1, axis=None):
    import numpy

    if axis is not None:
        axisa = axisb = axisc = axis
    a, b = _shaping.moveaxis(_of(a), axisa, -1), _shaping.moveaxis(_of(b), axisb, -1)
    if a.shape[-1] not in (2, 3) or b.shape[-1] not in (2, 3):
        raise ValueError("incompatible dimensions for cross product\n(dimension must be 2 or 3)")
    if a.shape[-1] == 2 and b.shape[-1] == 2:
        return a[..., 0] * b[..., 1] - a[..., 1] * b[..., 0]
    zero = 0 * a[..., 0] * b[..., 0]
    x = [a[..., 0], a[..., 1], a[..., 2] if a.shape[-1] == 3 else zero]
    y = [b[..., 0], b[..., 1], b[..., 2] if b.shape[-1] == 3 else zero]
    parts = [x[1] * y[2] - x[2] * y[1], x[2] * y[0] - x[0] * y[2], x[0] * y[1] - x[1] * y[0]]
    return numpy.moveaxis(numpy.stack(parts, axis=-1), -1, axisc)


def trace(a, offset=0, axis1=0, axis2=1, dtype=None, out=None):
    return diagonal(a, offset, axis1, axis2).sum(-1, dtype)


def diagonal(a, offset=0, axis1=0, axis2=1):
    a = _of(a)
    if a.ndim < 2:
        raise ValueError("diag requires an array of at least two dimensions")
    a = _shaping.moveaxis(a, (axis1, axis2), (-2, -1))
    rows, columns = a.shape[-2:]
    count = builtins.max(0, builtins.min(rows - builtins.max(0, -offset), columns - builtins.max(0, offset)))
    part = a[..., builtins.max(0, -offset):, builtins.max(0, offset):]
    strides = [stride // a.itemsize for stride in part.strides]
    if count == 0:
        return part[..., 0:0, 0] if part.shape[-1] else part[..., 0, 0:0]
    result = part._strided(list(part.shape[:-2]) + [count], strides[:-2] + [strides[-2] + strides[-1]])
    result._is_writable = False
    return result


def einsum(subscripts, *operands, out=None, dtype=None, order="K", casting="safe", optimize=False):
    if not isinstance(subscripts, str):
        raise TypeError("einsum takes its subscripts as a text here, as in 'ij,jk->ik'")
    operands = [_of(operand) for operand in operands]
    text = subscripts.replace(" ", "")
    left, arrow, right = text.partition("->")
    terms = left.split(",")
    if len(terms) != len(operands):
        more = "fewer" if len(terms) > len(operands) else "more"
        raise ValueError(f"{more} operands provided to einstein sum function than specified in the subscripts string")
    # The axes that an ellipsis stands for get letters of their own.
    spare = [chr(code) for code in range(0x3B1, 0x3B1 + 24)]
    widest = ""
    full = []
    for term, operand in zip(terms, operands):
        if "..." in term:
            count = operand.ndim - len(term.replace("...", ""))
            letters = "".join(spare[len(spare) - count:])
            widest = letters if len(letters) > len(widest) else widest
            term = term.replace("...", letters)
        if len(term) != operand.ndim:
            if len(term) > operand.ndim:
                raise ValueError(
                    "einstein sum subscripts string contains too many subscripts for operand "
                    f"{len(full)}"
                )
            raise ValueError(
                "operand has more dimensions than subscripts given in einstein sum, but no '...' ellipsis provided to "
                "broadcast the extra dimensions."
            )
        full.append(term)
    every = "".join(full)
    if arrow:
        right = right.replace("...", widest)
    else:
        right = widest + "".join(sorted(letter for letter in set(every) if every.count(letter) == 1 and letter not in widest))
    for letter in right:
        if letter not in every:
            raise ValueError(f"einstein sum subscripts string included output subscript '{letter}' which never appeared in an input")
    sizes = {}
    parts = []
    for term, operand in zip(full, operands):
        # A letter that comes twice is a diagonal.
        for letter in dict.fromkeys(term):
            while term.count(letter) > 1:
                i = term.index(letter)
                j = term.index(letter, i + 1)
                if operand.shape[i] != operand.shape[j]:
                    raise ValueError(f"dimensions in operand for collapsing index '{letter}' don't match ({operand.shape[i]} != {operand.shape[j]})")
                operand = diagonal(operand, 0, i, j)
                term = term[:i] + term[i + 1:j] + term[j + 1:] + letter
        for letter, size in zip(term, operand.shape):
            if sizes.setdefault(letter, size) != size and size != 1 and sizes[letter] != 1:
                raise ValueError(
                    "operands could not be broadcast together with remapped shapes [original->remapped]: "
                    + " ".join(f"{_shaping._plain(one.shape)}->{_shaping._plain(one.shape)}" for one in operands)
                )
            sizes[letter] = builtins.max(sizes[letter], size)
        parts.append((term, operand))
    term, result = parts[0]
    for number, (other, operand) in enumerate(parts[1:], 2):
        later = set(right).union(*(one for one, _ in parts[number:]))
        term, result = _contracted(term, result, other, operand, later)
    gone = tuple(axis for axis, letter in enumerate(term) if letter not in right)
    if gone:
        result = result.sum(gone, dtype=result.dtype)
        term = "".join(letter for letter in term if letter in right)
    result = _of(result).transpose([term.index(letter) for letter in right])
    if dtype is not None:
        result = result.astype(dtype)
    if out is not None:
        out[...] = result
        return out
    return result[()] if result.ndim == 0 else result


def _contracted(first, a, second, b, later):
    """The product of two, summed over the letters that nothing later has."""
    sums = [letter for letter in first if letter in second and letter not in later]
    both = [letter for letter in first if letter in second and letter in later]
    if not both and all(a.shape[first.index(letter)] == b.shape[second.index(letter)] for letter in sums):
        axes = [first.index(letter) for letter in sums], [second.index(letter) for letter in sums]
        rest = "".join(letter for letter in first + second if letter not in sums)
        return rest, _of(tensordot(a, b, axes))
    letters = first + "".join(letter for letter in second if letter not in first)
    a = a.reshape(list(a.shape) + [1] * (len(letters) - a.ndim))
    order = [second.index(letter) for letter in letters if letter in second]
    shape = iter(b.transpose(order).shape)
    b = b.transpose(order).reshape([next(shape) if letter in second else 1 for letter in letters])
    gone = tuple(axis for axis, letter in enumerate(letters) if letter in sums)
    product = a * b
    return "".join(letter for letter in letters if letter not in sums), _of(product.sum(gone, dtype=product.dtype) if gone else product)
