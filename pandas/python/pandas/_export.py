"""`to_csv`, `to_dict`, `to_markdown`."""

import csv
import io


from pandas._format import date_texts
from pandas._missing import is_missing, unsupported


def _written(col, na_rep, float_format, date_format, decimal):
    """Each value as a file has it."""
    col = col.dense()
    if col.kind == "f":
        if float_format is None:
            texts = [na_rep if value != value else repr(value) for value in col.data.tolist()]
        elif callable(float_format):
            texts = [na_rep if value != value else float_format(value) for value in col.data.tolist()]
        else:
            texts = [na_rep if value != value else float_format % value for value in col.data.tolist()] if "%" in float_format else [
                na_rep if value != value else float_format.format(value) for value in col.data.tolist()]
        return [text.replace(".", decimal) for text in texts] if decimal != "." else texts
    if col.kind == "M":
        return date_texts(col, date_format, na_rep)
    if col.kind in "iub":
        return col.data.tolist()
    return [na_rep if is_missing(value) else value for value in col.values()]


def to_csv(table, target=None, *, sep=",", na_rep="", float_format=None, columns=None, header=True, index=True, index_label=None,
           mode="w", encoding=None, compression="infer", quoting=csv.QUOTE_MINIMAL, quotechar='"', lineterminator=None, chunksize=None,
           date_format=None, doublequote=True, escapechar=None, decimal=".", errors="strict", storage_options=None):
    frame = table if table.ndim == 2 else table.to_frame(0 if table.name is None else table.name)
    if columns is not None:
        frame = frame[list(columns)]
    if len(sep) != 1:
        raise TypeError('"delimiter" must be a 1-character string')
    out = io.StringIO()
    writer = csv.writer(out, delimiter=sep, quoting=quoting, quotechar=quotechar, lineterminator=lineterminator or "\n",
                        doublequote=doublequote, escapechar=escapechar)
    lists = []
    own = frame.index
    if index:
        for at in range(own.nlevels):
            lists.append(_written(own.get_level_values(at)._col, na_rep, float_format, date_format, decimal))
    lists += [_written(col, na_rep, float_format, date_format, decimal) for col in frame._cols]
    if header is not False:
        names = list(frame.columns) if not isinstance(header, (list, tuple)) else list(header)
        labels = []
        if index and index_label is not False:
            labels = list(index_label) if isinstance(index_label, (list, tuple)) else [index_label] if index_label is not None else [
                "" if name is None else name for name in own.names]
            labels = labels or [""] * own.nlevels
        if frame.columns._is_multi:
            for level in range(frame.columns.nlevels):
                title = frame.columns.names[level]
                writer.writerow((["" if title is None else title] + [""] * (own.nlevels - 1) if index else []) + [name[level] for name in names])
            if index and any(name is not None for name in own.names):
                writer.writerow(labels + [""] * len(names))
        else:
            writer.writerow(labels + names)
    writer.writerows(zip(*lists) if lists else [[] for _ in range(len(frame))])
    text = out.getvalue()
    if target is None:
        return text
    if hasattr(target, "write"):
        target.write(text)
        return None
    if str(target).endswith((".gz", ".zip", ".bz2", ".xz")):
        raise unsupported("compressed files in to_csv", "open them with gzip and pass that")
    with open(target, mode, encoding=encoding or "utf-8", errors=errors, newline="") as file:
        file.write(text)
    return None


def to_dict(frame, orient, into, index):
    names, labels = list(frame.columns), list(frame.index)
    lists = [col.values() for col in frame._cols]
    rows = lambda: zip(*lists) if lists else [()] * len(labels)
    if orient == "dict":
        return into((name, into(zip(labels, values))) for name, values in zip(names, lists))
    if orient == "list":
        return into(zip(names, lists))
    if orient == "series":
        return into((name, frame._column(at)) for at, name in enumerate(names))
    if orient == "records":
        return [into(zip(names, row)) for row in rows()]
    if orient == "index":
        if not frame.index.is_unique:
            raise ValueError("DataFrame index must be unique for orient='index'.")
        return into((label, dict(zip(names, row))) for label, row in zip(labels, rows()))
    if orient in ("split", "tight"):
        result = {"index": labels, "columns": names, "data": [list(row) for row in rows()]} if index else {
            "columns": names, "data": [list(row) for row in rows()]}
        if orient == "tight":
            result |= {"index_names": list(frame.index.names), "column_names": list(frame.columns.names)}
        return into(result)
    raise ValueError(f"orient '{orient}' not understood")


def to_markdown(table, buf, index, floatfmt="g", tablefmt="pipe", **options):
    """A table in Markdown, as the package tabulate writes it."""
    if options or tablefmt not in ("pipe", "github"):
        raise unsupported(f"to_markdown with {next(iter(options), tablefmt)!r}")
    frame = table if table.ndim == 2 else table.to_frame(0 if table.name is None else table.name)
    columns = []
    if index:
        own = frame.index
        title = "" if own._is_multi or own.name is None else str(own.name)
        columns.append((title, own._col, _markdown(own._col, floatfmt)))
    for name, col in zip(frame.columns, frame._cols):
        columns.append((str(name), col, _markdown(col, floatfmt)))
    heads, rules, bodies = [], [], []
    for title, col, (texts, right) in columns:
        if right and any("." in text for text in texts):
            after = [len(text) - text.rfind(".") - 1 if "." in text and "e" not in text else -1 for text in texts]
            most = max(after)
            texts = [text + " " * (most - own if own >= 0 else most + 1) for text, own in zip(texts, after)]
        width = max([len(title) + (2 if tablefmt == "pipe" else 0), *map(len, texts)]) if tablefmt == "pipe" else max([len(title), *map(len, texts)])
        width = max(len(title) + 2, *map(len, texts)) if texts else len(title) + 2
        put = str.rjust if right else str.ljust
        heads.append(put(title, width))
        bodies.append([put(text, width) for text in texts])
        rules.append("-" * (width + 1) + ":" if right else ":" + "-" * (width + 1))
    lines = ["| " + " | ".join(heads) + " |", "|" + "|".join(rules) + "|"]
    lines += ["| " + " | ".join(row) + " |" for row in zip(*bodies)]
    text = "\n".join(lines)
    if buf is None:
        return text
    buf.write(text)


def _markdown(col, floatfmt):
    values = col.dense().values()
    numbers = all(isinstance(value, (int, float)) and not isinstance(value, bool) or is_missing(value) for value in values) and col.kind != "M"
    number = lambda value: format(value, floatfmt) if isinstance(value, float) else str(value)
    if numbers and col.kind in "iuf":
        return [number(value) for value in values], True
    texts = ["" if value is None else number(value) if isinstance(value, float) else str(value) for value in values]
    return texts, False
