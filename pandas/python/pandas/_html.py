"""Tables as HTML."""


from pandas._format import cells, label_texts, level_texts, printed
from pandas._missing import nothing_else
from pandas._options import get_option
from pandas._tableformat import shown_part

_STYLE = """<style scoped>
    .dataframe tbody tr th:only-of-type {
        vertical-align: middle;
    }

    .dataframe tbody tr th {
        vertical-align: top;
    }

    .dataframe thead {head} {
        text-align: {side};
    }
</style>"""


def shown(frame):
    """What a page shows for a table: its first and last rows."""
    text = to_html(frame, max_rows=get_option("display.max_rows"), min_rows=get_option("display.min_rows"), max_cols=20, note=True,
                   colwidth=get_option("display.max_colwidth"))
    multi = frame.columns._is_multi
    style = _STYLE.replace("{head}", "tr th" if multi else "th").replace("{side}", "left" if multi else "right")
    return f"<div>\n{style}\n{text}\n</div>"


def to_html(frame, columns=None, header=True, index=True, na_rep="NaN", formatters=None, float_format=None, sparsify=None,
            index_names=True, justify=None, max_rows=None, max_cols=None, show_dimensions=False, classes=None, escape=True,
            border=None, table_id=None, bold_rows=True, note=False, min_rows=None, colwidth=None, **options):
    nothing_else("to_html", (), options)
    frame = frame if columns is None else frame[list(columns)]
    count, across = frame.shape
    part, half = shown_part(frame, max_rows, min_rows)
    cut = None
    if max_cols and across > max_cols:
        each = max(max_cols // 2, 1)
        places = list(range(each)) + list(range(across - each, across))
        part = part._make([part._cols[at] for at in places], part.columns.take(places), part.index)
        cut = each
    clean = (lambda text: text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")) if escape else (lambda text: text)
    own, titles = part.index, part.columns
    levels = own.nlevels if index else 0
    lines = []
    names = "dataframe" + (f" {classes if isinstance(classes, str) else ' '.join(classes)}" if classes else "")
    start = f'<table border="{1 if border is None else border}" class="{names}"' + (f' id="{table_id}"' if table_id else "") + ">"
    lines.append(start)
    tag = lambda kind, text, more="": f"      <{kind}{more}>{text}</{kind}>"
    if header is not False:
        side = justify or ("right" if not titles._is_multi else None)
        lines.append("  <thead>")
        own_names = index and index_names and any(name is not None for name in own.names)
        heads = level_texts(titles) if titles._is_multi else [label_texts(titles)]
        for level, texts in enumerate(heads):
            lines.append(f'    <tr style="text-align: {side};">' if side else "    <tr>")
            name = titles.names[level]
            lines += [tag("th", "")] * max(levels - 1, 0)
            if index:
                lines.append(tag("th", clean(printed(name)) if name is not None and index_names else ""))
            if titles._is_multi:
                lines += _spans(texts, clean, tag, cut, level < titles.nlevels - 1)
            else:
                row = [clean(text) for text in texts]
                if cut is not None:
                    row.insert(cut, "...")
                lines += [tag("th", text) for text in row]
            lines.append("    </tr>")
        if own_names:
            lines.append(f'    <tr style="text-align: {side};">' if side else "    <tr>")
            lines += [tag("th", "" if name is None else clean(printed(name))) for name in own.names]
            lines += [tag("th", "")] * (len(titles) + (cut is not None))
            lines.append("    </tr>")
        lines.append("  </thead>")
    lines.append("  <tbody>")
    lists = []
    for at, (name, col) in enumerate(zip(titles, part._cols)):
        formatter = formatters.get(name) if isinstance(formatters, dict) else formatters[at] if formatters else None
        texts = [text.strip() for text in cells(col, na_rep, formatter, float_format)]
        if colwidth:
            texts = [text[:colwidth - 3] + "..." if len(text) > colwidth else text for text in texts]
        lists.append([clean(text) for text in texts])
    labels = level_texts(own, False) if own._is_multi else [label_texts(own)]
    spans = _row_spans(labels) if own._is_multi else None
    for row in range(len(part)):
        if half is not None and row == half:
            lines.append("    <tr>")
            if index:
                lines += [tag("th", "...")] * levels
            lines += [tag("td", "...")] * (len(titles) + (cut is not None))
            lines.append("    </tr>")
        lines.append("    <tr>")
        if index:
            for level in range(levels):
                if spans is None:
                    lines.append(tag("th", clean(labels[level][row])))
                elif spans[level][row]:
                    size = spans[level][row]
                    more = f' rowspan="{size}" valign="top"' if size > 1 else ""
                    lines.append(tag("th", clean(labels[level][row]), more))
        for at, texts in enumerate(lists):
            if cut is not None and at == cut:
                lines.append(tag("td", "..."))
            lines.append(tag("td", texts[row]))
        lines.append("    </tr>")
    lines += ["  </tbody>", "</table>"]
    if show_dimensions is True or note and (half is not None or cut is not None):
        lines.append(f"<p>{count} rows × {across} columns</p>")
    return "\n".join(lines)


def _spans(texts, clean, tag, cut, joined):
    """Names over several columns."""
    if not joined:
        row = [tag("th", clean(text)) for text in texts]
        if cut is not None:
            row.insert(cut, tag("th", "..."))
        return row
    result, at = [], 0
    while at < len(texts):
        end = at + 1
        while end < len(texts) and texts[end] == "" and end != cut:
            end += 1
        size = end - at
        if cut is not None and at == cut:
            result.append(tag("th", "..."))
        result.append(tag("th", clean(texts[at]), f' colspan="{size}" halign="left"' if size > 1 else ""))
        at = end
    return result


def _row_spans(labels):
    """Over how many rows each label goes; 0 where the one above it does."""
    count = len(labels[0])
    spans = [[1] * count for _ in labels]
    for level in range(len(labels) - 1):
        at = 0
        while at < count:
            end = at + 1
            while end < count and all(labels[up][end] == labels[up][at] for up in range(level + 1)):
                spans[level][end] = 0
                end += 1
            spans[level][at] = end - at
            at = end
    return spans
