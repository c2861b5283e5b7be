"""How labels print by themselves."""

from pandas._missing import NAT, NaT, is_missing
from pandas._options import get_option
from pandas._times import DAY, span_text

WIDTH = 80


def one(value):
    """A value inside of an index, as it prints."""
    if is_missing(value):
        return "NaT" if value is NaT else "nan" if isinstance(value, float) else str(value)
    if isinstance(value, tuple):
        return "(" + ", ".join(one(part) for part in value) + ("," if len(value) == 1 else "") + ")"
    if isinstance(value, str):
        return "'" + value.translate({9: "\\t", 10: "\\n", 13: "\\r"}) + "'"
    return str(value)


def labels(index):
    col = index._col
    if col.kind == "M":
        from pandas._format import date_texts

        return [f"'{text}'" for text in date_texts(col)]
    if col.kind == "m":
        with_time = ((col.data[~col.isna()] % DAY) != 0).any()
        return ["NaT" if value == NAT else f"'{span_text(value, bool(with_time))}'" for value in col.data.tolist()]
    return [one(value) for value in col.values()]


def index_text(index):
    name = type(index).__name__
    attributes = []
    if name == "RangeIndex":
        body = ""
        attributes += [("start", index.start), ("stop", index.stop), ("step", index.step)]
    else:
        justify = index._col.kind not in "s" and not (index._col.kind == "C" and index._col.cats.kind == "s") and not (
            index._col.kind == "O" and all(isinstance(value, str) for value in index._col.data.tolist()))
        body = listed(labels(index), len(name), justify, index._is_multi)
        if index._is_multi:
            if any(title is not None for title in index.names):
                attributes.append(("names", repr(list(index.names))))
        elif name == "CategoricalIndex":
            shown = index._col.cats.values()
            most = get_option("display.max_categories")
            inner = [one(value) for value in shown]
            if len(inner) > most:
                inner = inner[:most // 2] + ["..."] + inner[-(most // 2):]
            attributes += [("categories", "[" + ", ".join(inner) + "]"), ("ordered", index._col.ordered), ("dtype", "'category'")]
        else:
            attributes.append(("dtype", f"'{index.dtype}'"))
    if index.name is not None:
        attributes.append(("name", repr(index.name)))
    if len(index) > 100 and name != "RangeIndex":
        attributes.append(("length", len(index)))
    if name in ("DatetimeIndex", "TimedeltaIndex"):
        attributes.append(("freq", None if index._freq is None else repr(index._freq.freqstr)))
    indent = len(name) + 1
    at = len(body.rsplit("\n", 1)[-1]) + (0 if "\n" in body else indent)
    parts = []
    for number, (title, value) in enumerate(attributes):
        text = f"{title}={value}"
        comma = number < len(attributes) - 1
        before = ", " if parts else ""
        if at + len(before) + len(text) + comma > WIDTH:
            parts.append(before.rstrip() + "\n" + " " * indent + text)
            at = indent + len(text)
        else:
            parts.append(before + text)
            at += len(before) + len(text)
    tail = "".join(parts)
    return f"{name}({body.rstrip() if tail.startswith(chr(10)) else body}{tail})"


def listed(texts, name, justify, one_a_line=False):
    """`[1, 2, 3], `, broken into lines of 80 characters, and shortened behind 100 values."""
    count = len(texts)
    if count == 0:
        return "[], "
    if count == 1 and not one_a_line:
        return f"[{texts[0]}], "
    most = 100
    if count > most:
        head, tail = texts[:10], texts[-10:]
    else:
        head, tail = [], texts
    if justify and one_a_line:
        rows = [_split(text) for text in head + tail]
        if len({len(row) for row in rows}) == 1:
            widths = [max(map(len, part)) for part in zip(*rows)]
            both = ["(" + ", ".join(part.rjust(width) for part, width in zip(row, widths)) + ")" for row in rows]
            head, tail = both[:len(head)], both[len(head):]
    elif justify and (count > most or not len(", ".join(tail)) < WIDTH):
        width = max(map(len, head + tail))
        head, tail = [text.rjust(width) for text in head], [text.rjust(width) for text in tail]
    after = "\n" + " " * (name + 2)
    summary, line = "", after
    separator = ",\n " + " " * name if one_a_line else ","

    def extended(summary, line, word, width):
        if len(line.rstrip()) + len(word.rstrip()) >= width:
            return summary + line.rstrip(), after + word
        return summary, line + word

    for text in head:
        summary, line = extended(summary, line, text + separator + " ", WIDTH)
    if head:
        summary += line.rstrip() + after + "..."
        line = after
    for text in tail[:-1]:
        summary, line = extended(summary, line, text + separator + " ", WIDTH)
    summary, line = extended(summary, line, tail[-1], WIDTH - 2)
    summary += line + "],"
    summary += "\n" + " " * (name + 1) if len(summary) > WIDTH or one_a_line else " "
    return "[" + summary[len(after):]


def _split(text):
    """The parts of a printed tuple."""
    parts, depth, start, quoted = [], 0, 1, False
    body = text[:-1]
    for at, mark in enumerate(body):
        if mark == "'":
            quoted = not quoted
        elif quoted:
            continue
        elif mark in "([":
            depth += 1
        elif mark in ")]":
            depth -= 1
        elif mark == "," and depth == 1:
            parts.append(body[start:at].strip())
            start = at + 1
    parts.append(body[start:].strip())
    return parts
