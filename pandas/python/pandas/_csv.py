"""`read_csv`: tables out of texts."""

import csv
import io
import re
from itertools import repeat

import numpy as np

from pandas._column import Col, infer, objects, plain_objects
from pandas._convert import astype, to_datetime_col
from pandas._dtypes import kind_of
from pandas._index import Index, RangeIndex, make_index
from pandas._missing import nan, unsupported
from pandas._multi import MultiIndex
from pandas.errors import EmptyDataError, ParserError

NA = frozenset(["", "#N/A", "#N/A N/A", "#NA", "-1.#IND", "-1.#QNAN", "-NaN", "-nan", "1.#IND", "1.#QNAN", "<NA>", "N/A", "NA",
                "NULL", "NaN", "None", "n/a", "nan", "null"])
_TRUE, _FALSE = {"True", "TRUE", "true"}, {"False", "FALSE", "false"}
# What is larger would take longer and more memory than a page gives a program.
MOST_BYTES = 100 << 20


def read_csv(filepath_or_buffer, *, sep=..., delimiter=None, header="infer", names=..., index_col=None, usecols=None, dtype=None,
             engine=None, converters=None, true_values=None, false_values=None, skipinitialspace=False, skiprows=None, skipfooter=0,
             nrows=None, na_values=None, keep_default_na=True, na_filter=True, skip_blank_lines=True, parse_dates=None,
             date_format=None, dayfirst=False, cache_dates=True, iterator=False, chunksize=None, compression="infer", thousands=None,
             decimal=".", lineterminator=None, quotechar='"', quoting=0, doublequote=True, escapechar=None, comment=None,
             encoding=None, encoding_errors="strict", dialect=None, on_bad_lines="error", low_memory=True, memory_map=False,
             float_precision=None, storage_options=None, dtype_backend=None):
    """A table out of a file, or a text that can be read like one."""
    if chunksize is not None or iterator:
        raise unsupported("read_csv with chunksize or iterator", "read the whole file")
    if dtype_backend is not None or dialect is not None or lineterminator is not None:
        raise unsupported("read_csv with dtype_backend, dialect or lineterminator")
    if index_col is True:
        raise ValueError("The value of index_col couldn't be 'True'")
    sep = delimiter if delimiter is not None else "," if sep is ... else sep
    text = _text(filepath_or_buffer, encoding, encoding_errors)
    if sep is None:
        sep = csv.Sniffer().sniff(text[:2000]).delimiter
    quick = None
    if not (escapechar or comment or skipinitialspace or skipfooter or isinstance(header, list) or skiprows is not None) and (
            quotechar not in text or quoting == 3):
        quick = _quick(text, sep)
    if quick is not None:
        rows, numbers = [list(row) for row in zip(*(own[:50] for own in quick))], range(1, 51)
    else:
        rows, numbers = _rows(text, sep, quotechar, quoting, doublequote, escapechar, skipinitialspace, comment, skip_blank_lines)
        rows, numbers = _skipped(rows, numbers, skiprows)
    if skipfooter:
        rows, numbers = rows[:-skipfooter], numbers[:-skipfooter]
    given = None if names is ... or names is None else list(names)
    if header == "infer":
        header = 0 if given is None else None
    if not rows:
        if given is None:
            raise EmptyDataError("No columns to parse from file")
    titles = None
    if isinstance(header, list):
        heads = [rows[at] for at in header]
        start = max(header) + 1
        titles = list(zip(*heads))
    elif header is not None:
        if header >= len(rows):
            raise EmptyDataError("No columns to parse from file") if not rows else ParserError(
                f"Passed header={header}, len of {header}, but only {len(rows)} lines in file")
        titles, start = _unique(rows[header]), header + 1
    else:
        start = 0
    body, numbers = rows[start:], numbers[start:]
    width = len(titles) if titles is not None else len(given) if given is not None and not body else max(
        len(body[0]), len(given) if given is not None and index_col is not False else 0) if body else 0
    if given is not None and header is not None:
        titles = None
    implied = 0
    if titles is not None and body and len(body[0]) > width and index_col is not False:
        implied = len(body[0]) - width
        width += implied
    if quick is not None and start < 50:
        quick = [own[start:] if nrows is None else own[start:start + nrows] for own in quick]
        count = len(quick[0])
    else:
        quick, body = None, _checked(body if quick is None else [list(row) for row in zip(*quick)][start:], numbers, width, on_bad_lines, index_col)
        if nrows is not None:
            body = body[:nrows]
        count = len(body)
    if titles is None:
        titles = given if given is not None else list(range(width))
        if len(titles) < width:
            implied = width - len(titles)
        width = max(width, len(titles))
    options = _Values(na_values, keep_default_na, na_filter, thousands, decimal, true_values, false_values)
    lists = quick if quick is not None else [list(column) for column in zip(*body)] if body else [[] for _ in range(width)]
    while len(lists) < width:
        lists.append([""] * count)
    names = [None] * implied + list(titles)
    chosen = _chosen(names, usecols, implied)
    if isinstance(parse_dates, dict) or isinstance(parse_dates, list) and any(isinstance(one, list) for one in parse_dates):
        raise unsupported("read_csv that joins columns to dates", "use to_datetime")
    cols, kept = [], []
    for at in chosen:
        name = names[at]
        own = _of(dtype, name, at)
        convert = _of(converters, name, at) if converters else None
        if convert is not None:
            cols.append(infer([convert(value) for value in lists[at]]))
        else:
            cols.append(options.column(lists[at], own, name))
        kept.append(name)
    dates = _dates(parse_dates, kept, index_col)
    for at in dates:
        try:
            format = date_format.get(kept[at]) if isinstance(date_format, dict) else date_format
            cols[at] = to_datetime_col(cols[at], format, "raise", dayfirst) if cols[at].kind != "f" or not cols[at].isna().all() else cols[at]
        except (ValueError, TypeError):
            # As in pandas, what is no date stays a text.
            pass
    return _table(cols, kept, implied, index_col, isinstance(parse_dates, bool) and parse_dates, dayfirst, count)


def _text(source, encoding, errors):
    if hasattr(source, "read"):
        text = source.read()
    else:
        name = str(source)
        if name.startswith(("http://", "https://", "ftp://", "s3://")):
            raise OSError(f"pandas here reads no addresses ({name}): a page gives its programs files")
        if name.endswith((".gz", ".zip", ".bz2", ".xz")):
            raise unsupported("compressed files in read_csv", "open them with gzip or zipfile and pass what that gives")
        with open(source, "rb") as file:
            text = file.read()
    if isinstance(text, (bytes, bytearray)):
        if len(text) > MOST_BYTES:
            raise MemoryError(f"The file has {len(text) >> 20} MB: read_csv reads at most {MOST_BYTES >> 20} MB here")
        text = bytes(text).decode(encoding or "utf-8", errors)
    elif len(text) > MOST_BYTES:
        raise MemoryError(f"The text has {len(text) >> 20} MB: read_csv reads at most {MOST_BYTES >> 20} MB here")
    return text.removeprefix("\ufeff")


def _quick(text, sep):
    """The columns of a text whose lines all have as many fields; `None` for any other one.

    No line is looked at by a loop of Python's, which makes this six times as quick.
    """
    if len(sep) != 1 or not text:
        return None
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if lines[-1] == "":
        lines.pop()
    if not lines:
        return None
    counts = set(map(str.count, lines, repeat(sep)))
    if len(counts) != 1 or counts == {0} and not all(map(str.strip, lines)):
        return None
    width = counts.pop() + 1
    flat = sep.join(lines).split(sep)
    return [flat[at::width] for at in range(width)]


def _rows(text, sep, quote, quoting, double, escape, initial, comment, blank):
    """The fields of each line, and the numbers of the lines."""
    plain = len(sep) == 1 and (quote not in text or quoting == 3) and not escape and not comment
    if plain:
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        if lines and lines[-1] == "":
            lines.pop()
        numbers = range(1, len(lines) + 1)
        if blank and not all(lines):
            pairs = [(line, number) for line, number in zip(lines, numbers) if line and (sep in "\t " or line.strip())]
            lines, numbers = [line for line, _ in pairs], [number for _, number in pairs]
        rows = [line.split(sep) for line in lines]
        if initial:
            rows = [[field.lstrip() for field in row] for row in rows]
        return rows, list(numbers)
    if comment:
        lines = text.splitlines()
        text = "\n".join(line.split(comment)[0] for line in lines if not line.startswith(comment))
    if len(sep) > 1:
        pattern = re.compile(sep)
        rows = [pattern.split(line.strip() if sep == r"\s+" else line) for line in text.splitlines()]
        rows = [[field[1:-1] if len(field) > 1 and field[0] == field[-1] == quote else field for field in row] for row in rows]
        pairs = [(row, at + 1) for at, row in enumerate(rows) if row != [""] or not blank]
        return [row for row, _ in pairs], [number for _, number in pairs]
    rows, numbers = [], []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sep, quotechar=quote, doublequote=double, escapechar=escape,
                        skipinitialspace=initial, quoting=quoting)
    csv.field_size_limit(1 << 30)
    try:
        for row in reader:
            if row or not blank:
                if blank and len(row) == 1 and not row[0].strip() and sep not in "\t ":
                    continue
                rows.append(row or [""])
                numbers.append(reader.line_num)
    except csv.Error as error:
        raise ParserError(f"Error tokenizing data. C error: {error} in line {reader.line_num}") from None
    return rows, numbers


def _skipped(rows, numbers, skip):
    if skip is None:
        return rows, numbers
    gone = skip if callable(skip) else (lambda at: at < skip) if isinstance(skip, int) else set(skip).__contains__
    pairs = [(row, number) for row, number in zip(rows, numbers) if not gone(number - 1)]
    return [row for row, _ in pairs], [number for _, number in pairs]


def _unique(titles):
    """Names of which none is twice: `a`, `a.1`; those that are empty get one."""
    used, result = {}, []
    for at, name in enumerate(titles):
        name = name if name != "" else f"Unnamed: {at}"
        count = used.get(name, 0)
        used[name] = count + 1
        own = name
        while count and own in titles or own in result:
            own = f"{name}.{count}"
            count += 1
        result.append(own)
    return result


def _checked(body, numbers, width, bad, index_col):
    """The lines with so many fields: shorter ones are filled, longer ones are mistakes."""
    lengths = set(map(len, body))
    if lengths <= {width}:
        return body
    result = []
    for row, number in zip(body, numbers):
        if len(row) > width:
            if index_col is False:
                row = row[:width]
            elif callable(bad):
                row = bad(row)
                if row is None:
                    continue
            elif bad == "error":
                raise ParserError(f"Error tokenizing data. C error: Expected {width} fields in line {number}, saw {len(row)}\n")
            else:
                if bad == "warn":
                    import warnings

                    from pandas.errors import ParserWarning

                    warnings.warn(f"Skipping line {number}: expected {width} fields, saw {len(row)}\n", ParserWarning, stacklevel=3)
                continue
        result.append(row + [""] * (width - len(row)))
    return result


def _of(options, name, at):
    if isinstance(options, dict) or hasattr(options, "keys"):
        return options.get(name, options.get(at))
    return options


def _chosen(names, usecols, implied):
    if usecols is None:
        return list(range(len(names)))
    if callable(usecols):
        return [at for at, name in enumerate(names) if usecols(name)]
    wanted = list(usecols)
    if all(isinstance(one, int) for one in wanted):
        beyond = [one for one in wanted if one >= len(names)]
        if beyond:
            raise ParserError(f"Defining usecols with out-of-bounds indices is not allowed. {beyond} are out of bounds.")
        return sorted(set(wanted))
    absent = [one for one in wanted if one not in names]
    if absent:
        raise ValueError(f"Usecols do not match columns, columns expected but not found: {absent}")
    return [at for at, name in enumerate(names) if name in wanted]


def _dates(parse, names, index_col):
    if parse is None or parse is False or parse is True:
        return []
    if isinstance(parse, str):
        parse = [parse]
    places = []
    for one in parse:
        if one not in names and not (isinstance(one, int) and one < len(names)):
            raise ValueError(f"Missing column provided to 'parse_dates': '{one}'")
        places.append(names.index(one) if one in names else one)
    return places


def _table(cols, names, implied, index_col, dates, dayfirst, count):
    from pandas._frame import DataFrame

    if implied and index_col is None:
        index_col = list(range(implied))
    if index_col is None or index_col is False:
        index, places = RangeIndex(count), []
    else:
        wanted = index_col if isinstance(index_col, (list, tuple)) else [index_col]
        places = []
        for one in wanted:
            if one in names:
                places.append(names.index(one))
            elif isinstance(one, int) and -len(names) <= one < len(names):
                places.append(one % len(names))
            else:
                raise ValueError(f"Index {one} invalid")
        parts = [cols[at] for at in places]
        if dates:
            parts = [_date(part, dayfirst) for part in parts]
        own = [None if names[at] is None or str(names[at]).startswith("Unnamed: ") else names[at] for at in places]
        index = make_index(parts[0], own[0]) if len(parts) == 1 else MultiIndex._of(parts, own)
    rest = [at for at in range(len(cols)) if at not in places]
    titles = [names[at] for at in rest]
    columns = make_index(infer(titles)) if titles else Index([])
    if titles == list(range(len(titles))):
        columns = RangeIndex(len(titles))
    return DataFrame._make([cols[at] for at in rest], columns, index)


def _date(col, dayfirst):
    try:
        return to_datetime_col(col, None, "raise", dayfirst) if col.kind == "s" else col
    except (ValueError, TypeError):
        return col


class _Values:
    """How fields become values."""

    def __init__(self, na_values, keep, na_filter, thousands, decimal, true, false):
        self.by_name = na_values if isinstance(na_values, dict) else None
        extra = [] if na_values is None or self.by_name else [na_values] if isinstance(na_values, (str, int, float)) else list(na_values)
        self.keep, self.filter = keep, na_filter
        self.missing = self._set(extra)
        self.thousands, self.decimal = thousands, decimal
        self.true, self.false = _TRUE | set(true or ()), _FALSE | set(false or ())

    def _set(self, extra):
        texts = set(NA) if self.keep else set()
        for one in extra:
            texts.add(str(one))
            if isinstance(one, (int, float)):
                texts |= {str(float(one)), str(int(one)) if one == one and one % 1 == 0 else str(one)}
        return texts if self.filter else set()

    def column(self, values, dtype, name):
        missing = self.missing
        if self.by_name is not None and name in self.by_name:
            extra = self.by_name[name]
            missing = self._set([extra] if isinstance(extra, (str, int, float)) else list(extra))
        kind = kind_of(dtype) if dtype is not None else None
        gone = [at for at, value in enumerate(values) if value in missing] if not missing.isdisjoint(values) else []
        if kind in ("s", "O"):
            own = list(values)
            for at in gone:
                own[at] = nan
            return Col(kind, plain_objects(own))
        col = self._numbers(values, gone)
        if col is None:
            col = self._texts(values, gone)
        if kind is not None:
            if kind == "M":
                raise TypeError(f"the dtype {dtype} is not supported for parsing, pass this column using parse_dates instead")
            if kind in "iu" and col.kind == "f" and gone:
                raise ValueError(f"Integer column has NA values in column {values and name if not isinstance(name, str) else 0}"
                                 if not isinstance(name, str) else f"Integer column has NA values in column {self._at(name)}")
            return astype(col, dtype)
        return col

    def _at(self, name):
        return name

    def _numbers(self, values, gone):
        """A column of numbers, if all of the fields are some."""
        if not values:
            return Col("O", plain_objects([]))
        texts = values
        if self.thousands:
            texts = [text.replace(self.thousands, "") if text[:1] in "0123456789-+" else text for text in texts]
        if self.decimal != ".":
            texts = [text.replace(self.decimal, ".") if "." not in text else text + "x" for text in texts]
        if len(gone) == len(values):
            return Col("f", np.full(len(values), nan))
        first = next(text for at, text in enumerate(texts) if not gone or at not in gone[:at + 1])
        if first[:1] and first[0] not in "0123456789-+. \tniIN":
            return None
        if not gone:
            try:
                numbers = list(map(int, texts))
                if "_" in "".join(texts):
                    return None
                try:
                    return Col("i", np.array(numbers, dtype=np.int64))
                except OverflowError:
                    if min(numbers) >= 0 and max(numbers) < 1 << 64:
                        return Col("u", np.array(numbers, dtype=np.uint64))
                    return None
            except ValueError:
                pass
        if gone:
            texts = list(texts)
            for at in gone:
                texts[at] = "nan"
        try:
            data = np.array(list(map(float, texts)), dtype=float)
        except ValueError:
            return None
        if "_" in "".join(texts):
            return None
        return Col("f", data)

    def _texts(self, values, gone):
        known = set(values)
        for at in gone:
            known.discard(values[at])
        if known <= self.true | self.false:
            if not gone:
                return Col("b", np.array([value in self.true for value in values], dtype=bool))
            lost = set(gone)
            return Col("O", objects([nan if at in lost else value in self.true for at, value in enumerate(values)]))
        # Equal texts share one object, which saves memory.
        listed = list(map({value: value for value in values}.__getitem__, values))
        for at in gone:
            listed[at] = nan
        return Col("s", plain_objects(listed))


def read_table(filepath_or_buffer, *, sep="\t", **options):
    """The same, with tabulators between the fields."""
    return read_csv(filepath_or_buffer, sep=sep, **options)
