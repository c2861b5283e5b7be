"""Values of one kind made values of another."""

import datetime as dt

import numpy as np

from pandas._column import Col, column, infer, objects, plain_objects
from pandas._dtypes import CategoricalDtype, kind_of, unit_of
from pandas._missing import NAT, NaT, is_missing, nan, unsupported
from pandas._times import UNITS, Timestamp, guess_format, micros_of, parse_moment, parse_span
from pandas.errors import IntCastingNaNError

_MICRO = dt.timedelta(microseconds=1)


def astype(col, dtype, errors="raise"):
    kind = kind_of(dtype)
    if kind == "C":
        from pandas._category import categorical_col

        if isinstance(dtype, CategoricalDtype):
            return categorical_col(col, dtype._categories if dtype._categories is not None else None, dtype.ordered)
        return col if col.kind == "C" else categorical_col(col, None, False)
    own = col.dense()
    if kind == "s":
        if own.kind == "s":
            return own
        return Col("s", plain_objects([nan if gone else text for gone, text in zip(own.isna().tolist(), texts(own))]))
    if kind == "O":
        return own if own.kind == "O" else Col("O", objects(own.values()))
    if kind == "M":
        unit = unit_of(dtype)
        own = own if own.kind == "M" else to_datetime_col(own)
        return Col("M", own.data, unit=unit)
    if kind == "m":
        return own if own.kind == "m" else to_timedelta_col(own)
    exact = np.dtype(dtype)
    if own.kind in "Mm":
        if kind in "iu":
            scale = {"s": 1_000_000, "ms": 1000, "us": 1, "ns": 1}[own.unit]
            return Col("i", own.data // scale * (1000 if own.unit == "ns" else 1))
        raise TypeError(f"Cannot cast {'DatetimeArray' if own.kind == 'M' else 'TimedeltaArray'} to dtype {exact}")
    if own.kind in "sO":
        missing = own.isna()
        if kind == "b":
            return Col("b", np.array([bool(value) for value in own.values()], dtype=bool))
        if kind in "iu":
            if missing.any():
                at = own.data[np.flatnonzero(missing)[0]]
                if own.kind == "s" or at is not None:
                    raise ValueError("cannot convert float NaN to integer")
                raise TypeError("int() argument must be a string, a bytes-like object or a real number, not 'NoneType'")
            return Col(kind, np.array([_whole(value) for value in own.data.tolist()] or [], dtype=exact))
        if kind == "f":
            return Col(kind, np.array([nan if gone else _number(value) for value, gone in zip(own.data.tolist(), missing.tolist())],
                                      dtype=exact))
        return Col(kind, own.data.astype(exact))
    if kind in "iu" and own.kind == "f" and not np.isfinite(own.data).all():
        raise IntCastingNaNError("Cannot convert non-finite values (NA or inf) to integer. Replace or remove non-finite "
                                 "values or cast to an integer type that supports these values (e.g. 'Int64')")
    return Col(kind, own.data.astype(exact))


def _whole(value):
    if isinstance(value, str):
        try:
            return int(value)
        except ValueError:
            raise ValueError(f"invalid literal for int() with base 10: {value!r}") from None
    return int(value)


def _number(value):
    try:
        return float(value)
    except ValueError:
        raise ValueError(f"could not convert string to float: {value!r}") from None


def texts(col):
    """Each value as a text, as `str` and files have it."""
    col = col.dense()
    if col.kind == "M":
        missing = col.isna()
        only_days = not ((col.data[~missing] % UNITS["D"]) != 0).any()
        return ["NaT" if value is NaT else str(value)[:10] if only_days else str(value) for value in col.values()]
    return [str(value) for value in col.values()]


def to_datetime_col(col, format=None, errors="raise", dayfirst=False, unit=None, origin=None):
    """Points in time of texts, dates or numbers."""
    col = col.dense()
    if col.kind == "M":
        return col
    if col.kind in "iuf":
        if format is not None:
            col = Col("s", plain_objects([nan if gone else str(int(value)) for value, gone in
                                          zip(col.data.tolist(), col.isna().tolist())]))
        else:
            scale = UNITS[unit] if unit not in (None, "ns") else 1e-3
            gone = col.isna()
            data = np.where(gone, 0, col.data) * scale
            start = 0 if origin in (None, "unix") else micros_of(Timestamp(origin))
            return Col("M", np.where(gone, NAT, np.floor(data).astype(np.int64) + start),
                       unit="ns" if unit in (None, "ns") else "us" if unit == "us" else "ns")
    if col.kind == "b":
        raise TypeError("<class 'bool'> is not convertible to datetime")
    values = col.data.tolist()
    done = {}
    result = np.empty(len(values), dtype=np.int64)
    guessed = format
    for at, value in enumerate(values):
        if is_missing(value) or isinstance(value, str) and value in ("", "NaT", "nan", "NaN", "None", "NULL"):
            result[at] = NAT
        elif isinstance(value, dt.date):
            result[at] = micros_of(value)
        elif value in done:
            result[at] = done[value]
        else:
            try:
                if isinstance(value, str) and guessed is None:
                    guessed = _format_of(value, dayfirst)
                result[at] = done[value] = _moment(value, guessed, dayfirst, at)
            except (ValueError, TypeError):
                if errors != "coerce":
                    raise
                result[at] = done[value] = NAT
    return Col("M", result)


def _format_of(text, dayfirst):
    """The format of the first text, which those after it are to have as well."""
    from pandas._times import _ISO

    if _ISO.match(text):
        return "ISO8601 " + _shape(text)
    return guess_format(text, dayfirst) or "mixed"


def _shape(text):
    import re

    return re.sub(r"\d+", "0", text.strip())


def _moment(value, format, dayfirst, at):
    if not isinstance(value, str):
        raise TypeError(f"{type(value)} is not convertible to datetime, at position {at}")
    if format in ("mixed", "ISO8601") or format is None:
        try:
            return parse_moment(value, dayfirst)
        except ValueError as error:
            raise type(error)(f"{error}, at position {at}" if at is not None else str(error)) from None
    if format.startswith("ISO8601 "):
        if _shape(value) != format[8:]:
            wanted = _described(format[8:])
            raise ValueError(f"time data \"{value}\" doesn't match format \"{wanted}\"" + _ADVICE.format(at=at))
        return parse_moment(value)
    try:
        return micros_of(dt.datetime.strptime(value.strip(), format))
    except ValueError as error:
        text = str(error)
        if "does not match" in text:
            raise ValueError(f"time data \"{value}\" doesn't match format \"{format}\"" + _ADVICE.format(at=at)) from None
        if "unconverted data" in text:
            rest = text.split(": ", 1)[-1]
            raise ValueError(f"unconverted data remains when parsing with format \"{format}\": \"{rest}\"" + _ADVICE.format(at=at)) from None
        raise ValueError(f"{text}, at position {at}") from None


_ADVICE = (", at position {at}. You might want to try:\n"
           "    - passing `format` if your strings have a consistent format;\n"
           "    - passing `format='ISO8601'` if your strings are all ISO8601 but not necessarily in exactly the same format;\n"
           "    - passing `format='mixed'`, and the format will be inferred for each element individually. "
           "You might want to use `dayfirst` alongside this.")


def _described(shape):
    fields = iter(["%Y", "%m", "%d", "%H", "%M", "%S", "%f"])
    return "".join(next(fields, "0") if mark == "0" else mark for mark in shape)


def to_datetime(arg, errors="raise", dayfirst=False, yearfirst=False, utc=False, format=None, exact=True, unit=None,
                origin="unix", cache=True):
    """Points in time of texts, numbers, or columns of years, months and days."""
    from pandas._index import make_index
    from pandas._series import Series

    if utc or yearfirst:
        raise unsupported("to_datetime with " + ("utc: there are no time zones" if utc else "yearfirst"))
    if errors not in ("raise", "coerce"):
        raise ValueError("errors must be one of 'raise', or 'coerce'" if errors != "ignore" else
                         "invalid error value specified")
    if hasattr(arg, "_is_frame") or isinstance(arg, dict):
        parts = {str(name).lower(): list(arg[name]) for name in arg}
        parts = {name[:-1] if name.endswith("s") else name: values for name, values in parts.items()}
        absent = [name for name in ("year", "month", "day") if name not in parts]
        if absent:
            raise ValueError(f"to assemble mappings requires at least that [year, month, day] be specified: [{','.join(absent)}] "
                             "is missing")
        rows = [dict(zip(parts, row)) for row in zip(*parts.values())]
        return Series(Col("M", np.array([micros_of(dt.datetime(**{k: int(v) for k, v in row.items()})) for row in rows])),
                      index=getattr(arg, "index", None))
    if isinstance(arg, (str, int, float, dt.date, np.number)) or is_missing(arg):
        try:
            col = to_datetime_col(infer([arg]), format, errors, dayfirst, unit, origin)
        except ValueError as error:
            raise type(error)(str(error).removesuffix(", at position 0")) from None
        return col.item(0)
    col = to_datetime_col(column(arg), format, errors, dayfirst, unit, origin)
    if isinstance(arg, Series):
        return Series._make(col, arg.index, arg.name)
    return make_index(col, getattr(arg, "name", None))


def to_timedelta_col(col, unit=None, errors="raise"):
    result = []
    for value in col.dense().values():
        try:
            if is_missing(value) or value in ("NaT", ""):
                result.append(NAT)
            elif isinstance(value, str):
                result.append(parse_span(value) if any(not c.isdigit() and c != "." for c in value) or not unit
                              else round(float(value) * UNITS[unit]))
            elif isinstance(value, dt.timedelta):
                result.append(dt.timedelta.__floordiv__(value, _MICRO))
            else:
                result.append(round(value * (UNITS[unit] if unit not in (None, "ns") else 1e-3)))
        except ValueError:
            if errors != "coerce":
                raise
            result.append(NAT)
    return Col("m", np.array(result, dtype=np.int64) if result else np.zeros(0, dtype=np.int64))


def to_timedelta(arg, unit=None, errors="raise"):
    """Durations of texts or numbers."""
    from pandas._index import make_index
    from pandas._series import Series

    if isinstance(arg, (str, int, float, dt.timedelta, np.number)) or is_missing(arg):
        return to_timedelta_col(infer([arg]), unit, errors).item(0)
    col = to_timedelta_col(column(arg), unit, errors)
    return Series._make(col, arg.index, arg.name) if isinstance(arg, Series) else make_index(col)


def to_numeric(arg, errors="raise", downcast=None, dtype_backend=None):
    """Numbers of texts."""
    from pandas._index import Index, make_index
    from pandas._series import Series

    if dtype_backend is not None:
        raise unsupported("to_numeric with dtype_backend")
    if errors not in ("raise", "coerce"):
        raise ValueError("invalid error value specified")
    scalar = isinstance(arg, (str, int, float, np.number)) or arg is None
    col = (infer([arg]) if scalar else column(arg)).dense()
    if col.kind in "sO":
        values = []
        for at, value in enumerate(col.data.tolist()):
            number = nan
            if isinstance(value, str):
                try:
                    number = int(value)
                except ValueError:
                    try:
                        number = float(value)
                        if "_" in value:
                            raise ValueError
                    except ValueError:
                        if errors == "raise":
                            raise ValueError(f'Unable to parse string "{value}" at position {at}') from None
                        number = nan
            elif not is_missing(value):
                number = value
            values.append(number)
        col = infer(values) if values else Col("f", np.zeros(0))
        if col.kind == "O":
            col = Col("f", np.array([float(value) for value in values]))
    elif col.kind in "Mm":
        col = Col("i", col.data * (1 if col.unit == "us" else 1000))
    if downcast is not None:
        col = _smaller(col, downcast)
    if scalar:
        return col.item(0)
    if isinstance(arg, Series):
        return Series._make(col, arg.index, arg.name)
    return make_index(col, arg.name) if isinstance(arg, Index) else col.data


def _smaller(col, downcast):
    kinds = {"integer": ["int8", "int16", "int32"], "signed": ["int8", "int16", "int32"],
             "unsigned": ["uint8", "uint16", "uint32", "uint64"], "float": ["float32"]}[downcast]
    if downcast != "float" and (col.kind == "f" and not (np.isfinite(col.data).all() and (col.data % 1 == 0).all())):
        return col
    for kind in kinds:
        with np.errstate(all="ignore"):
            small = col.data.astype(kind)
        if (small == col.data).all() or downcast == "float":
            return Col(small.dtype.kind, small)
    return col


def better(col):
    """The same values in the kind that fits them: what `infer_objects` gives."""
    return infer(col.values()) if col.kind == "O" and col.unit != "interval" else col
