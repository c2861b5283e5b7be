"""`describe`, `info`, correlations."""

import math
import sys

import numpy as np

from pandas import _reduce, _sets
from pandas._column import Col, objects
from pandas._dtypes import kind_of
from pandas._index import Index, RangeIndex
from pandas._missing import is_missing, nan
from pandas._series import Series


def _percents(percentiles):
    shares = [0.25, 0.5, 0.75] if percentiles is None else sorted(set(float(one) for one in percentiles))
    for share in shares:
        if not 0 <= share <= 1:
            raise ValueError("percentiles should all be in the interval [0, 1]")
    return shares, [f"{share * 100:.4f}".rstrip("0").rstrip(".") + "%" for share in shares]


def describe_series(series, percentiles=None):
    col = series._col
    shares, names = _percents(percentiles)
    own = _reduce.present(col)
    if col.kind in "iuf":
        values = [float(len(own)), *(_float(_reduce.reduce(name, own)) for name in ("mean", "std", "min")),
                  *(_float(_reduce.quantile(own, share)) for share in shares), _float(_reduce.reduce("max", own))]
        return Series(Col("f", np.array(values)), index=Index(["count", "mean", "std", "min", *names, "max"]), name=series.name)
    if col.kind in "Mm":
        labels = ["count", "mean"] + (["std"] if col.kind == "m" else []) + ["min", *names, "max"]
        values = [len(own), _reduce.reduce("mean", own)] + ([_reduce.reduce("std", own)] if col.kind == "m" else []) + [
            _reduce.reduce("min", own), *(_reduce.quantile(own, share) for share in shares), _reduce.reduce("max", own)]
        return Series(Col("O", objects(values)), index=Index(labels), name=series.name)
    counts = _sets.value_counts(own, None)
    values = [len(own), _sets.count_different(own), counts.index[0] if len(own) else nan, counts.tolist()[0] if len(own) else nan]
    return Series(Col("O", objects(values)), index=Index(["count", "unique", "top", "freq"]), name=series.name)


def _float(value):
    return nan if is_missing(value) else float(value)


def has_kind(col, wanted):
    """Whether a column is of one of these kinds."""
    for one in wanted if isinstance(wanted, (list, tuple, set)) else [wanted]:
        if one in ("number", np.number):
            if col.kind in "iufcm":
                return True
        elif one in ("integer", np.integer):
            if col.kind in "iu":
                return True
        elif one in ("floating", np.floating):
            if col.kind == "f":
                return True
        elif one in ("all",):
            return True
        elif one in (object, "object", "O"):
            if col.kind in "O" or col.kind == "s":
                return True
        else:
            kind = kind_of(one)
            if kind == col.kind and (kind not in "iuf" or one in ("int", "float", int, float) or col.data.dtype == np.dtype(one)):
                return True
    return False


def describe_frame(frame, percentiles=None, include=None, exclude=None):
    from pandas._frame import DataFrame

    if not len(frame._cols):
        raise ValueError("Cannot describe a DataFrame without columns")
    if include is None and exclude is None:
        places = [at for at, col in enumerate(frame._cols) if col.kind in "iufMm"] or list(range(len(frame._cols)))
    elif include == "all":
        places = list(range(len(frame._cols)))
    else:
        places = [at for at, col in enumerate(frame._cols) if (include is None or has_kind(col, include)) and not (
            exclude is not None and has_kind(col, exclude))]
    parts = [describe_series(frame._column(at), percentiles) for at in places]
    if not parts:
        raise ValueError("No columns match the specified include or exclude data types")
    names = []
    for part in sorted(parts, key=len):
        for name in part.index:
            if name not in names:
                names.append(name)
    longest = sorted((list(part.index) for part in parts), key=len)
    # The order in which names first come, those of the shortest description first.
    labels = []
    for own in longest:
        for name in own:
            if name not in labels:
                labels.append(name)
    cols = [part.reindex(labels)._col if list(part.index) != labels else part._col for part in parts]
    return DataFrame._make(cols, frame.columns.take(np.array(places)), Index(labels))


def _pair(left, right):
    a, b = left.floats(), right.floats()
    keep = ~(np.isnan(a) | np.isnan(b))
    return a[keep], b[keep]


def correlation(left, right, method="pearson"):
    for col in (left, right):
        if col.kind == "s":
            text = next((value for value in col.values() if isinstance(value, str)), "")
            raise ValueError(f"could not convert string to float: {text!r}")
    a, b = _pair(left, right)
    if method == "spearman":
        from pandas._steps import rank

        a, b = rank(Col("f", a)).data, rank(Col("f", b)).data
    elif method == "kendall":
        return _kendall(a, b)
    elif callable(method):
        return method(a, b)
    elif method != "pearson":
        raise ValueError("method must be either 'pearson', 'spearman', 'kendall', or a callable, " + f"'{method}' was supplied")
    if len(a) < 2:
        return nan
    # In these steps the last digits are those of pandas.
    a, b = a - a.mean(), b - b.mean()
    high_a, high_b = np.abs(a).max(), np.abs(b).max()
    if not high_a or not high_b:
        return nan
    a, b, freedom = a / high_a, b / high_b, len(a) - 1
    below_a, below_b = np.sqrt(np.dot(a, a) / freedom), np.sqrt(np.dot(b, b) / freedom)
    if not below_a or not below_b:
        return nan
    return max(-1.0, min(1.0, float(np.dot(a, b) / freedom / below_a / below_b)))


def _kendall(a, b):
    signs = np.sign(a[:, None] - a[None, :]), np.sign(b[:, None] - b[None, :])
    total = float((signs[0] * signs[1]).sum()) / 2
    pairs = [float((sign != 0).sum()) / 2 for sign in signs]
    return total / math.sqrt(pairs[0] * pairs[1]) if all(pairs) else nan


def covariance(left, right, ddof=1):
    a, b = _pair(left, right)
    if len(a) <= ddof:
        return nan
    return float(((a - a.mean()) * (b - b.mean())).sum() / (len(a) - ddof))


def pairwise(frame, function):
    from pandas._frame import DataFrame

    count = len(frame._cols)
    table = np.full((count, count), nan)
    for one in range(count):
        for other in range(one, count):
            table[one, other] = table[other, one] = function(frame._cols[one], frame._cols[other])
    return DataFrame._make([Col("f", table[:, at].copy()) for at in range(count)], frame.columns, frame.columns)


def _size(count, deep):
    for unit in ("bytes", "KB", "MB", "GB"):
        if count < 1024:
            return f"{count:3.1f}{'+' if deep else ''} {unit}"
        count /= 1024


def _labels(index):
    if not len(index):
        return f"{type(index).__name__}: 0 entries"
    texts = []
    for at in (0, -1):
        value = index[at]
        texts.append(str(value)[:10] if type(index).__name__ == "DatetimeIndex" and index._is_days() else str(value))
    return f"{type(index).__name__}: {len(index)} entries, {texts[0]} to {texts[1]}"


def frame_info(frame, buf=None, verbose=None, memory_usage=None, show_counts=None):
    lines = ["<class 'pandas.DataFrame'>", _labels(frame.index)]
    count = len(frame._cols)
    if not count:
        lines.append("Empty DataFrame")
    elif verbose is False or verbose is None and count > 100:
        first, last = frame.columns[0], frame.columns[-1]
        lines.append(f"Columns: {count} entries, {first} to {last}")
    else:
        lines.append(f"Data columns (total {count} columns):")
        rows = [[f" {at}", str(name), f"{int((~col.isna()).sum())} non-null", str(col.dtype)]
                for at, (name, col) in enumerate(zip(frame.columns, frame._cols))]
        heads = [" # ", "Column", "Non-Null Count", "Dtype"]
        if show_counts is False:
            rows = [[row[0], row[1], row[3]] for row in rows]
            heads = [heads[0], heads[1], heads[3]]
        widths = [max(len(head), *(len(row[at]) for row in rows)) for at, head in enumerate(heads)]
        lines.append("  ".join(head.ljust(width) for head, width in zip(heads, widths)))
        lines.append("  ".join(("-" * len(head) if at else " --").ljust(width) if at else "---".ljust(width) for at, (head, width) in enumerate(zip(heads, widths))))
        lines += ["  ".join(part.ljust(width) for part, width in zip(row, widths)) for row in rows]
    _tail(lines, frame._cols, frame.memory_usage().sum(), memory_usage, count > 0)
    _write(lines, buf)


def _tail(lines, cols, bytes_, memory_usage, with_kinds=True):
    if with_kinds:
        kinds = {}
        for col in cols:
            name = str(col.dtype)
            kinds[name] = kinds.get(name, 0) + 1
        lines.append("dtypes: " + ", ".join(f"{name}({kinds[name]})" for name in sorted(kinds)))
    if memory_usage is not False:
        lines.append(f"memory usage: {_size(float(bytes_), any(col.kind == 'O' for col in cols))}")


def series_info(series, buf=None):
    lines = ["<class 'pandas.Series'>", _labels(series.index), f"Series name: {series.name}",
             "Non-Null Count  Dtype", "--------------  -----"]
    text = f"{series.count()} non-null"
    lines.append(f"{text.ljust(14)}  {series.dtype}")
    _tail(lines, [series._col], series.memory_usage() if not isinstance(series.index, RangeIndex) else len(series) * 8 + 132, None)
    _write(lines, buf)


def _write(lines, buf):
    (buf or sys.stdout).write("\n".join(lines) + "\n")
