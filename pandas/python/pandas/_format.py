"""Columns, labels and tables as texts of equal width."""

import re

import numpy as np

from pandas._missing import NAT, NA, NaT, is_missing
from pandas._options import get_option
from pandas._times import DAY, span_text

_NUMBER = re.compile(r"^\s*[+-]?[0-9]+\.[0-9]*$")
_ESCAPES = {9: "\\t", 10: "\\n", 13: "\\r"}


def printed(value):
    """A value as a cell shows it."""
    if isinstance(value, str):
        return value.translate(_ESCAPES) if any(mark in value for mark in "\t\n\r") else value
    if isinstance(value, (list, tuple, set, frozenset, dict)):
        return nested(value)
    return str(value)


def nested(value, depth=0):
    """Lists in cells: texts in them are not quoted, and long ones are cut off."""
    if isinstance(value, str):
        return value if depth == 0 else value
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_quoted(key)}: {_quoted(one)}" for key, one in list(value.items())[:100]) + "}"
    if isinstance(value, (list, tuple, set, frozenset)):
        marks = {list: "[]", tuple: "()"}.get(type(value), "{}")
        inner = [nested(one, depth + 1) for one in list(value)[:100]]
        if len(value) > 100:
            inner.append("...")
        tail = "," if isinstance(value, tuple) and len(value) == 1 else ""
        return marks[0] + ", ".join(inner) + tail + marks[1]
    return str(value)


def _quoted(value):
    return f"'{value}'" if isinstance(value, str) else nested(value, 1)


def trimmed(texts):
    """The numbers without the zeros at the end that all of them have."""
    numbers = [text for text in texts if _NUMBER.match(text)]
    cut = 0
    if numbers:
        while all(text[len(text) - 1 - cut] == "0" for text in numbers):
            cut += 1
    if cut:
        texts = [text[:-cut] if _NUMBER.match(text) else text for text in texts]
    return [text + "0" if text.endswith(".") and _NUMBER.match(text) else text for text in texts]


def float_texts(data, formatter=None, leading=True, na="NaN", digits=None, left=False, fixed=True):
    """Numbers with the same count of digits behind the point."""
    formatter = formatter or get_option("display.float_format")
    values = data.tolist()
    if formatter is not None:
        call = formatter if callable(formatter) else (lambda value: formatter % value) if "%" in formatter else formatter.format
        return [na if value != value else call(value) for value in values]
    digits = get_option("display.precision") if digits is None else digits
    gap = " " if leading else ""

    def texts(kind):
        spec = f"{{:{gap}.{digits}{kind}}}"
        return trimmed([(" " if left else "") + na if value != value else spec.format(value) for value in values])

    result = texts("f")
    if not result:
        return result
    too_long = max(map(len, result)) > digits + 6
    whole = np.abs(data[np.isfinite(data)]) if len(values) else data
    large = bool((np.abs(data) > 1e6).any())
    small = bool(((whole < 10.0 ** -digits) & (whole > 0)).any())
    if small or too_long and large:
        result = texts("e")
    return result


def date_texts(col, format=None, na="NaT"):
    """Dates, with times where any of them has one."""
    present = col.data[col.data != NAT]
    if format is not None:
        return [na if value is NaT else value.strftime(format) for value in col.values()]
    if not (present % DAY).any():
        from pandas._dates import civil

        years, months, days = (part.tolist() for part in civil(np.where(col.data == NAT, 0, col.data) // DAY))
        return [na if gone else f"{year:04}-{month:02}-{day:02}" for year, month, day, gone in
                zip(years, months, days, (col.data == NAT).tolist())]
    rest = present % 1_000_000
    width = 0 if not rest.any() else 3 if not (rest % 1000).any() else 6
    texts = []
    for value in col.values():
        if value is NaT:
            texts.append(na)
        else:
            text = str(value)[:19]
            texts.append(text + f".{value.microsecond:06}"[:width + 1] if width else text)
    return texts


def cells(col, na="NaN", formatter=None, float_format=None, leading=True, justify="right", quiet=False):
    """The texts of a column's cells, not yet of equal width."""
    col = col.dense()
    kind = col.kind
    gap = " " if leading else ""
    if formatter is not None:
        return [(gap if not isinstance(formatter, str) else "") + (formatter(value) if callable(formatter) else formatter.format(value))
                for value in col.values()]
    if kind in "iu":
        spec = "{:" + gap + "d}"
        return [spec.format(value) for value in col.data.tolist()]
    if kind == "f":
        return float_texts(col.data, float_format, leading, na, left=justify == "left")
    if kind == "M":
        return date_texts(col)
    if kind == "m":
        with_time = bool((col.data[~col.isna()] % DAY).any())
        return ["NaT" if value == NAT else span_text(value, with_time) for value in col.data.tolist()]
    if kind == "b":
        return [gap + str(value) for value in col.data.tolist()]
    if kind == "c":
        reals = trimmed([f"{gap}{value.real:.6f}" for value in col.data.tolist()])
        imaginary = trimmed([f"{value.imag:+.6f}" for value in col.data.tolist()])
        return [f"{one}{other}j" for one, other in zip(reals, imaginary)]
    values = col.data.tolist()
    if kind == "s":
        return [gap + (printed(value) if type(value) is str else na) for value in values]
    digits = get_option("display.precision")
    formatter = float_format or get_option("display.float_format")
    is_float = [isinstance(value, float) and value == value for value in values]
    lead = any(is_float) if leading is None else leading
    texts = []
    for value, number in zip(values, is_float):
        if number:
            text = formatter(value) if callable(formatter) else formatter.format(value) if formatter else trimmed(
                [f"{value: .{digits}f}"])[0]
            texts.append(text if lead or formatter else text.lstrip() if leading is False else text)
        else:
            text = ("None" if value is None and na == "NaN" else "NaT" if value is NaT else "<NA>" if value is NA else na
                    ) if is_missing(value) else printed(value)
            texts.append((" " if lead else "") + text)
    return texts


def widened(texts, justify="right", minimum=0, most=None):
    """The texts in one width; those that are too long end with dots."""
    if most:
        texts = [text[:most - 3] + "..." if len(text) > most else text for text in texts]
    width = max([minimum, *map(len, texts)]) if texts else minimum
    put = {"left": str.ljust, "right": str.rjust, "center": str.center}[justify]
    return [put(text, width) for text in texts]


def label_texts(index, na="NaN", formatter=None):
    """The labels of one level."""
    col = index._col
    dense = col.dense()
    if formatter is not None:
        return [formatter(value) for value in index]
    if dense.kind == "f":
        return [text.strip() for text in float_texts(dense.data, None, False, "NaN")]
    if dense.kind in "Mm":
        return date_texts(dense) if dense.kind == "M" else cells(dense)
    if dense.kind in "sO":
        return [na if is_missing(value) and value is not None else printed(value) for value in dense.data.tolist()]
    return [str(value) for value in dense.values()]


def level_texts(index, sparsify=True, formatter=None):
    """The texts of the labels of each level; what repeats is left out but for the last level."""
    columns = [label_texts(index.get_level_values(level), formatter=formatter) for level in range(index.nlevels)]
    if sparsify and get_option("display.multi_sparse"):
        [[printed(value) for value in index.get_level_values(level)] for level in range(index.nlevels)]
        shown = [list(column) for column in columns]
        for row in range(1, len(index)):
            for level in range(index.nlevels - 1):
                if columns[level][row] != columns[level][row - 1]:
                    break
                shown[level][row] = ""
        return shown
    return columns


def adjoined(columns, gap):
    """Columns of texts beside each other."""
    lengths = [max(map(len, column), default=0) + gap for column in columns[:-1]]
    lengths.append(max(map(len, columns[-1]), default=0))
    height = max(map(len, columns))
    rows = []
    for at in range(height):
        rows.append("".join((column[at] if at < len(column) else "").ljust(width) for column, width in zip(columns, lengths)))
    return "\n".join(rows)


def kept(count, most, least):
    """How many rows at the beginning and at the end are shown of so many; `None` for all."""
    if most is None or most == 0 or count <= most:
        return None
    if least:
        most = min(least, most)
    return max(most // 2, 1) if most > 1 else 0


def series_text(series, index=True, na="NaN", float_format=None, header=True, length=None, dtype=True, name=True, most=60,
                least=10, formatter=None):
    """A column with its labels, as it prints."""
    count = len(series)
    half = kept(count, most, least)
    if half is None:
        shown = series
    else:
        from pandas._combine import concat

        shown = concat([series.iloc[:half], series.iloc[count - half:]]) if half else series.iloc[:1]
        if series._col.kind == "C":
            shown = series.take(list(range(half)) + list(range(count - half, count)))
    col = series._col
    footer = []
    freq = getattr(series.index, "_freq", None)
    if freq is not None and length is not True:
        footer.append(f"Freq: {freq.freqstr}")
    if name and series.name is not None:
        footer.append(f"Name: {printed(series.name)}")
    if (length is None and half is not None or length is True):
        footer.append(f"Length: {count}")
    if dtype:
        footer.append(f"dtype: {col.dtype}")
    tail = ", ".join(footer)
    if dtype and col.kind == "C":
        from pandas._category import categories_text

        tail += "\n" + categories_text(col)
    if not count:
        return f"Series([], {tail})" if tail else "Series([], )"
    texts = widened(cells(shown._col, na, formatter, float_format, leading=index), "right", most=get_option("display.max_colwidth"))
    own = shown.index
    if own._is_multi:
        levels = [widened([title, *column], "left") for column, title in zip(
            level_texts(own), ["" if title is None else printed(title) for title in own.names])]
        has_header = any(title is not None for title in own.names)
        labels = adjoined(levels, 2).split("\n")
    else:
        title = "" if own.name is None else printed(own.name)
        has_header = own.name is not None
        labels = [title, *widened(label_texts(own), "left")]
    head, labels = labels[0], labels[1:]
    if half is not None:
        width = len(texts[half - 1]) if half else 3
        dots = ("..." if width > 3 else "..").center(width)
        texts.insert(half, dots)
        labels.insert(half, "")
    if index:
        body = adjoined([labels, texts], 3)
        if has_header and header:
            body = head + "\n" + body
    else:
        body = "\n".join(texts)
    return body + ("\n" + tail if tail else "")
