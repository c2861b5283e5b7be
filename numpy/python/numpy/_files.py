"""Arrays in files."""

import ast
import csv
import io
import os

import _numpy

from numpy import _scalars
from numpy._reductions import _of


def _lines(source, encoding):
    if isinstance(source, (str, os.PathLike)):
        if not os.path.exists(source):
            raise FileNotFoundError(f"{os.fspath(source)} not found.")
        with open(source, encoding=encoding if encoding not in (None, "bytes") else "utf-8") as file:
            return file.read().splitlines()
    return [line.decode() if isinstance(line, bytes) else line for line in source]


def loadtxt(fname, dtype=float, comments="#", delimiter=None, converters=None, skiprows=0, usecols=None, unpack=False,
            ndmin=0, encoding=None, max_rows=None, *, quotechar=None, like=None):
    comments = [comments] if isinstance(comments, str) else list(comments or ())
    rows = []
    kind = _scalars.dtype(dtype)
    if isinstance(usecols, int):
        usecols = [usecols]
    for number, line in enumerate(_lines(fname, encoding)):
        if number < skiprows:
            continue
        for mark in comments:
            line = line.split(mark, 1)[0]
        line = line.strip("\r\n")
        if not line.strip():
            continue
        if max_rows is not None and len(rows) >= max_rows:
            break
        if quotechar is not None:
            parts = next(csv.reader([line], delimiter=delimiter or " ", quotechar=quotechar, skipinitialspace=delimiter is None))
        else:
            parts = line.split(delimiter) if delimiter is not None else line.split()
        if rows and usecols is None and len(parts) != len(rows[0]):
            raise ValueError(
                f"the number of columns changed from {len(rows[0])} to {len(parts)} at row {len(rows) + 1}; use "
                "`usecols` to select a subset and avoid this error"
            )
        columns = range(len(parts)) if usecols is None else usecols
        row = []
        for column in columns:
            try:
                text = parts[column]
            except IndexError:
                raise ValueError(f"invalid column index {column} at row {len(rows) + 1} with {len(parts)} columns") from None
            try:
                if callable(converters):
                    row.append(converters(text))
                elif converters and column in converters:
                    row.append(converters[column](text))
                else:
                    row.append(_value(text.strip(), kind))
            except ValueError:
                if converters:
                    raise
                raise ValueError(
                    f"could not convert string {text!r} to {kind} at row {len(rows)}, column {column + 1}."
                ) from None
        rows.append(row)
    if not rows:
        import warnings

        warnings.warn(f'loadtxt: input contained no data: "{fname}"', UserWarning, stacklevel=2)
        result = _numpy.zeros([0], kind)
    else:
        result = _numpy.asarray(rows, kind)
        if result.ndim == 2 and 1 in result.shape and ndmin < 2:
            result = result.squeeze()
    while result.ndim < ndmin:
        result = result.reshape((1,) + result.shape)
    return result.T if unpack else result


def _value(text, kind):
    if kind.kind == "U" or kind.kind == "O":
        return text
    if kind.kind == "c":
        return complex(text)
    if kind.kind in "iu":
        return int(text)
    if kind.kind == "b":
        return bool(int(text))
    return float(text)


def genfromtxt(fname, dtype=float, comments="#", delimiter=None, skip_header=0, skip_footer=0, converters=None,
               missing_values=None, filling_values=None, usecols=None, names=None, unpack=False, encoding=None,
               max_rows=None, invalid_raise=True, **others):
    if names is not None or dtype is None and others.get("names"):
        raise NotImplementedError("genfromtxt makes no arrays with named columns here; read the file with the module csv")
    lines = _lines(fname, encoding)[skip_header:]
    lines = lines[: len(lines) - skip_footer] if skip_footer else lines
    missing = set(missing_values if isinstance(missing_values, (list, tuple, set)) else [missing_values]) - {None}
    rows = []
    for line in lines:
        line = line.split(comments, 1)[0] if comments else line
        if not line.strip():
            continue
        parts = [part.strip() for part in (line.split(delimiter) if delimiter else line.split())]
        if max_rows is not None and len(rows) >= max_rows:
            break
        if usecols is not None:
            parts = [parts[column] for column in ([usecols] if isinstance(usecols, int) else usecols)]
        if rows and len(parts) != len(rows[0]):
            raise ValueError(
                f"Some errors were detected !\n    Line #{len(rows) + 1} (got {len(parts)} columns instead of {len(rows[0])})"
            )
        rows.append(parts)
    if dtype is None:
        for kind in (int, float, complex, str):
            try:
                return _shaped([[kind(part) for part in row] for row in rows], None, unpack)
            except ValueError:
                continue
    kind = _scalars.dtype(dtype)
    fill = filling_values if filling_values is not None else (-1 if kind.kind in "iu" else float("nan"))

    def value(part):
        if part in missing or not part:
            return fill
        try:
            return _value(part, kind)
        except ValueError:
            return fill if kind.kind in "fc" else -1

    return _shaped([[value(part) for part in row] for row in rows], kind, unpack)


def _shaped(rows, kind, unpack):
    result = _numpy.asarray(rows, kind)
    result = result.squeeze() if result.size and 1 in result.shape else result
    return result.T if unpack else result


def savetxt(fname, X, fmt="%.18e", delimiter=" ", newline="\n", header="", footer="", comments="# ", encoding=None):
    X = _of(X)
    if X.ndim == 0 or X.ndim > 2:
        raise ValueError(f"Expected 1D or 2D array, got {X.ndim}D array instead")
    rows = X.reshape(-1, 1) if X.ndim == 1 else X
    columns = rows.shape[1]
    if isinstance(fmt, (list, tuple)):
        if len(fmt) != columns:
            raise AttributeError(f"fmt has wrong shape.  {fmt}")
        form = delimiter.join(fmt)
    elif fmt.count("%") == 1:
        form = delimiter.join([f" ({fmt}+{fmt}j)" if X.dtype.kind == "c" else fmt] * columns)
    else:
        form = fmt
    text = []
    if header:
        text.append(comments + header.replace("\n", "\n" + comments) + newline)
    for row in rows.tolist():
        values = [part for value in row for part in (value.real, value.imag)] if X.dtype.kind == "c" else row
        try:
            text.append(form % tuple(values) + newline)
        except TypeError:
            raise TypeError(f"Mismatch between array dtype ('{X.dtype}') and format specifier ('{form}')") from None
    if footer:
        text.append(comments + footer.replace("\n", "\n" + comments) + newline)
    text = "".join(text)
    if hasattr(fname, "write"):
        fname.write(text.encode() if isinstance(fname, (io.BytesIO, io.BufferedIOBase)) else text)
        return
    with open(fname, "w", encoding=encoding or "utf-8") as file:
        file.write(text)


def _npy(array):
    array = _of(array)
    if array.dtype.kind == "O":
        raise ValueError("Object arrays cannot be saved when allow_pickle=False")
    is_f = array._is_f and not array._is_c
    header = repr({"descr": array.dtype.str, "fortran_order": is_f, "shape": array.shape})
    header = header[:-1] + ", }" if not header.endswith(", }") else header
    length = len(header) + 1 + 10
    header += " " * (-length % 64) + "\n"
    return b"\x93NUMPY\x01\x00" + len(header).to_bytes(2, "little") + header.encode("latin-1") + _numpy.to_bytes(array.T if is_f else array)


def _from_npy(data):
    if data[:6] != b"\x93NUMPY":
        raise ValueError("this file does not hold an array of NumPy's: it does not begin with \\x93NUMPY")
    size = 2 if data[6] == 1 else 4
    end = 8 + size + int.from_bytes(data[8:8 + size], "little")
    header = ast.literal_eval(data[8 + size:end].decode("latin-1"))
    result = _numpy.from_bytes(data[end:], header["descr"])
    if header["fortran_order"]:
        return result.reshape(header["shape"][::-1]).T
    return result.reshape(header["shape"])


def save(file, arr, allow_pickle=True):
    data = _npy(arr)
    if hasattr(file, "write"):
        file.write(data)
        return
    file = os.fspath(file)
    with open(file if file.endswith(".npy") else file + ".npy", "wb") as out:
        out.write(data)


def _savez(file, args, kwds, compression):
    import zipfile

    arrays = {f"arr_{number}": array for number, array in enumerate(args)}
    for name, array in kwds.items():
        if name in arrays:
            raise ValueError(f"Cannot use un-named variables and keyword {name}")
        arrays[name] = array
    if not hasattr(file, "write"):
        file = os.fspath(file)
        file = file if file.endswith(".npz") else file + ".npz"
    with zipfile.ZipFile(file, "w", compression) as archive:
        for name, array in arrays.items():
            archive.writestr(name + ".npy", _npy(array))


def savez(file, *args, allow_pickle=True, **kwds):
    _savez(file, args, kwds, 0)


def savez_compressed(file, *args, allow_pickle=True, **kwds):
    _savez(file, args, kwds, 8)


class NpzFile:
    """Several arrays in one file."""

    def __init__(self, data):
        import zipfile

        self._archive = zipfile.ZipFile(io.BytesIO(data))
        self.files = [name.removesuffix(".npy") for name in self._archive.namelist()]

    def __getitem__(self, name):
        if name not in self.files:
            raise KeyError(f"{name} is not a file in the archive")
        return _from_npy(self._archive.read(name + ".npy"))

    def __contains__(self, name):
        return name in self.files

    def __iter__(self):
        return iter(self.files)

    def __len__(self):
        return len(self.files)

    def keys(self):
        return list(self.files)

    def values(self):
        return [self[name] for name in self.files]

    def items(self):
        return [(name, self[name]) for name in self.files]

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()

    def close(self):
        self._archive.close()


def load(file, mmap_mode=None, allow_pickle=False, **others):
    if hasattr(file, "read"):
        data = file.read()
    else:
        with open(file, "rb") as source:
            data = source.read()
    if not data:
        raise EOFError("No data left in file")
    return NpzFile(data) if data[:2] == b"PK" else _from_npy(data)


def fromfile(file, dtype=float, count=-1, sep="", offset=0):
    import numpy

    if sep:
        with open(file) as source:
            return numpy.fromstring(source.read(), dtype, count, sep=sep)
    with open(file, "rb") as source:
        return numpy.frombuffer(bytearray(source.read()), dtype, count, offset)
