"""`to_json` and `read_json`."""

import json

from pandas._column import Col, infer
from pandas._convert import to_datetime_col
from pandas._index import RangeIndex, make_index
from pandas._missing import NaT, is_missing, unsupported
from pandas._times import micros_of


def _plain(col, date_format, unit, digits):
    scale = {"s": 1_000_000, "ms": 1000, "us": 1, "ns": 1}[unit]
    col = col.dense()
    if col.kind == "M":
        if date_format == "iso":
            return [None if value is NaT else value.isoformat(timespec="milliseconds" if unit == "ms" else "microseconds") for value in col.values()]
        return [None if gone else value // scale * (1000 if unit == "ns" else 1) for value, gone in zip(col.data.tolist(), col.isna().tolist())]
    if col.kind == "m":
        return [None if gone else value // scale for value, gone in zip(col.data.tolist(), col.isna().tolist())]
    result = []
    for value in col.values():
        if is_missing(value) or isinstance(value, float) and value in (float("inf"), float("-inf")):
            result.append(None)
        elif isinstance(value, float):
            result.append(round(value, digits))
        else:
            result.append(value)
    return result


def to_json(table, target=None, *, orient=None, date_format=None, double_precision=10, force_ascii=True, date_unit="ms",
            default_handler=None, lines=False, compression="infer", index=None, indent=None, storage_options=None, mode="w"):
    orient = orient or ("columns" if table.ndim == 2 else "index")
    if lines and orient != "records":
        raise ValueError("'lines' keyword only valid when 'orient' is records")
    own = table.index
    labels = [_label(value, date_format, date_unit) for value in own]
    if table.ndim == 1:
        values = _plain(table._col, date_format, date_unit, double_precision)
        data = {"index": lambda: dict(zip(labels, values)), "records": lambda: values, "values": lambda: values,
                "split": lambda: {"name": table.name, "index": own.tolist(), "data": values}}[orient]()
    else:
        names = list(table.columns)
        lists = [_plain(col, date_format, date_unit, double_precision) for col in table._cols]
        rows = list(zip(*lists)) if lists else [()] * len(own)
        texts = [str(name) for name in names]
        if orient == "columns":
            data = {name: dict(zip(labels, values)) for name, values in zip(texts, lists)}
        elif orient == "index":
            data = {label: dict(zip(texts, row)) for label, row in zip(labels, rows)}
        elif orient == "records":
            data = [dict(zip(texts, row)) for row in rows]
        elif orient == "values":
            data = [list(row) for row in rows]
        elif orient == "split":
            data = {"columns": names, "index": _plain(own._col, date_format, date_unit, double_precision), "data": [list(row) for row in rows]}
            if index is False:
                del data["index"]
        else:
            raise unsupported(f"to_json with orient={orient!r}")
    separators = (",", ":")
    if lines:
        text = "".join(json.dumps(row, ensure_ascii=force_ascii, separators=separators).replace("/", "\\/") + "\n" for row in data)
    else:
        text = json.dumps(data, ensure_ascii=force_ascii, indent=indent or None, separators=separators)
        text = text.replace("/", "\\/")
    if target is None:
        return text
    if hasattr(target, "write"):
        target.write(text)
        return None
    with open(target, mode) as file:
        file.write(text)
    return None


def _label(value, date_format, unit):
    if hasattr(value, "isoformat") and value is not NaT:
        if date_format == "iso":
            return value.isoformat(timespec="milliseconds")
        return str(micros_of(value) // {"s": 1_000_000, "ms": 1000, "us": 1, "ns": 1}[unit])
    return str(value)


def read_json(path_or_buf, *, orient=None, typ="frame", dtype=None, convert_axes=None, convert_dates=True, lines=False, nrows=None,
              encoding=None, **options):
    """A table out of JSON."""
    from pandas._frame import DataFrame
    from pandas._series import Series

    if options:
        raise unsupported(f"read_json with {next(iter(options))}")
    if hasattr(path_or_buf, "read"):
        text = path_or_buf.read()
    else:
        if isinstance(path_or_buf, str) and path_or_buf.lstrip()[:1] in ("{", "["):
            raise FileNotFoundError(f"File {path_or_buf} does not exist")
        with open(path_or_buf, encoding=encoding or "utf-8") as file:
            text = file.read()
    if isinstance(text, bytes):
        text = text.decode(encoding or "utf-8")
    try:
        data = [json.loads(line) for line in text.splitlines() if line.strip()] if lines else json.loads(text)
    except json.JSONDecodeError as error:
        raise ValueError(f"Expected object or value: {error}") from None
    if lines and nrows is not None:
        data = data[:nrows]
    if typ == "series":
        series = Series(data)
        return Series._make(series._col, _axis(series.index))
    if orient == "split":
        frame = DataFrame(data["data"], index=data.get("index"), columns=data["columns"])
    elif orient == "index":
        frame = DataFrame.from_dict(data, orient="index")
    elif isinstance(data, list):
        frame = DataFrame(data)
    else:
        frame = DataFrame(data)
    if dtype is not False and dtype is not True and dtype is not None:
        frame = frame.astype(dtype)
    cols = []
    for name, col in zip(frame.columns, frame._cols):
        if convert_dates and col.kind in "is" and _is_date(name):
            try:
                col = to_datetime_col(col, unit="ms") if col.kind == "i" and (col.data > 31536000).all() else to_datetime_col(col) if col.kind == "s" else col
            except ValueError:
                pass
        elif col.kind == "s" and dtype is None:
            col = _numbers(col)
        elif col.kind == "O" and col.isna().all():
            col = Col("f", col.floats())
        cols.append(col)
    index = _axis(frame.index) if not isinstance(frame.index, RangeIndex) else frame.index
    return DataFrame._make(cols, frame.columns, index)


def _is_date(name):
    name = str(name).lower()
    return name.endswith(("_at", "_time")) or name.startswith("timestamp") or name in ("modified", "date")


def _numbers(col):
    """Texts of which all are numbers."""
    try:
        return infer([int(value) if isinstance(value, str) and value.lstrip("-").isdigit() else float(value) for value in col.values()])
    except ValueError:
        return col


def _axis(index):
    """Labels that are the texts of numbers as numbers."""
    if index._col.kind != "s":
        return index
    try:
        col = infer([int(value) for value in index])
        return make_index(col, index.name)
    except ValueError:
        return index


def json_normalize(data, record_path=None, meta=None, sep=".", **options):
    """A table of dicts in dicts: names of columns join those of the levels."""
    from pandas._frame import DataFrame

    if record_path is not None or meta is not None or options:
        raise unsupported("json_normalize with record_path or meta")

    def flat(row, before=""):
        result = {}
        for name, value in row.items():
            if isinstance(value, dict):
                result |= flat(value, f"{before}{name}{sep}")
            else:
                result[f"{before}{name}"] = value
        return result

    return DataFrame([flat(row) for row in ([data] if isinstance(data, dict) else data)])
