"""Tables as texts."""

from pandas._format import adjoined, cells, kept, label_texts, level_texts, printed, widened
from pandas._options import get_option


def shown_part(frame, most_rows, least_rows):
    """The rows that are shown, and behind how many of them some are left out."""
    half = kept(len(frame), most_rows, least_rows)
    if half is None:
        return frame, None
    count = len(frame)
    places = list(range(half)) + list(range(count - half, count)) if half else [0]
    return frame._taken(places), half if half else 1


def header_rows(frame):
    return frame.columns.nlevels + (_has_names(frame.index))


def _has_names(index):
    return any(name is not None for name in index.names)


def columns_of(frame, half, index=True, header=True, na="NaN", formatters=None, float_format=None, justify="right", sparsify=True,
               most=None, col_space=None, index_names=True):
    """The texts of all columns, that of the labels first."""
    titles = frame.columns
    aliases = list(header) if isinstance(header, (list, tuple)) else None
    if aliases is not None and len(aliases) != len(titles):
        raise ValueError(f"Writing {len(titles)} cols but got {len(aliases)} aliases")
    show_names = index_names and index and _has_names(frame.index)
    columns = []
    if titles._is_multi:
        levels = level_texts(titles, sparsify)
        heads = [[levels[level][at] for level in range(titles.nlevels)] for at in range(len(titles))]
    else:
        texts = label_texts(titles) if aliases is None else list(map(str, aliases))
        # Labels that are numbers have one width, which shows where they are cut off.
        heads = [[text] for text in (texts if titles._col.kind in "sO" or aliases is not None else widened(texts, "left"))]
    for at, (col, head) in enumerate(zip(frame._cols, heads)):
        name = titles[at]
        formatter = None
        if isinstance(formatters, dict):
            formatter = formatters.get(name)
        elif formatters is not None:
            formatter = formatters[at]
        lead = " " if formatter is None and aliases is None and not titles._is_multi and col.kind in "iufcb" else ""
        texts = cells(col, na, formatter, float_format, leading=index, justify=justify)
        texts = widened(texts, "right", most=most)
        rows = [lead + text for text in head] if header is not False else []
        if show_names and header is not False:
            rows.append("")
        minimum = max([0, *map(len, rows)])
        if col_space:
            space = col_space.get(name, 0) if isinstance(col_space, dict) else col_space
            minimum = max(minimum, space)
        body = widened(texts, "right", minimum)
        rows = widened(rows, justify, max([minimum, *map(len, body)]))
        columns.append(rows + body)
    if index:
        columns.insert(0, labels_of(frame, header is not False, show_names, sparsify, index_names)[0])
        labels_of(frame, header is not False, show_names, sparsify, index_names)[1]
    if half is not None:
        count = header_rows(frame) if index else frame.columns.nlevels
        count = (len(columns[0]) - len(frame)) if columns else 0
        for at, texts in enumerate(columns):
            width = len(texts[half + count - 1]) if half + count - 1 < len(texts) else 3
            dots = "..." if width > 3 else ".."
            texts.insert(half + count, dots.ljust(width) if at == 0 and index else dots.rjust(width))
    return columns


def labels_of(frame, header, show_names, sparsify=True, index_names=True):
    """The texts of the labels of the rows as one column, with the titles above them."""
    own, titles = frame.index, frame.columns
    if own._is_multi:
        names = ["" if name is None else printed(name) for name in own.names]
        levels = level_texts(own, sparsify)
        texts = [widened([name, *level] if show_names else level, "left") for name, level in zip(names, levels)]
        body = [line for line in adjoined(texts, 1).split("\n")] if len(own) or show_names else []
    else:
        body = label_texts(own)
        if show_names:
            body = [printed(own.name), *body]
        body = widened(body, "left")
    if header:
        heads = ["" if name is None else printed(name) for name in titles.names] if index_names else [""] * titles.nlevels
        body = heads + body
    return widened(body, "left"), 0


def frame_text(frame, most_rows=None, least_rows=None, width=None, dimensions=False, most_columns=None, **options):
    """The table as it prints."""
    count, across = len(frame), len(frame.columns)
    if count == 0 or across == 0:
        titles = "[" + ", ".join(printed(name) for name in frame.columns) + "]"
        return f"Empty DataFrame\nColumns: {titles}\nIndex: [{', '.join(label_texts(frame.index))}]"
    shown, half = shown_part(frame, most_rows, least_rows)
    index = options.get("index", True)
    columns = columns_of(shown, half, **options)
    cut = False
    if most_columns and across > most_columns:
        columns = _fewer(shown, half, most_columns, options)
        cut = True
    text = adjoined(columns, 1)
    if width and not most_columns:
        total = max(map(len, text.split("\n")))
        if total > width:
            columns = _fitted(shown, half, columns, total - width, index, options)
            cut = True
            text = adjoined(columns, 1)
    elif width and most_columns:
        text = _wrapped(columns, width, index)
    if dimensions is True or dimensions == "truncate" and (half is not None or cut):
        text += f"\n\n[{count} rows x {across} columns]"
    return text


def _fitted(frame, half, columns, excess, index, options):
    """As many columns as fit, from both ends."""
    lengths = [max(map(len, column)) for column in columns]
    while excess > 0 and len(lengths) > 1:
        middle = round(len(lengths) / 2)
        excess -= lengths.pop(middle) + 1
    return _fewer(frame, half, max(len(lengths) - bool(index), 2), options)


def _fewer(frame, half, most, options):
    if most >= len(frame.columns):
        return columns_of(frame, half, **options)
    each = most // 2
    across = len(frame.columns)
    if each:
        places = list(range(each)) + list(range(across - each, across))
    else:
        places, each = [0], 1
    part = frame._make([frame._cols[at] for at in places], frame.columns.take(places), frame.index)
    columns = columns_of(part, half, **options)
    at = each + bool(options.get("index", True))
    columns.insert(at, [" ..."] * len(columns[0]))
    return columns


def _wrapped(columns, width, index):
    """Blocks of columns below each other, of which none is wider than the screen."""
    labels = columns[0] if index else None
    rest = columns[1:] if index else columns
    room = width - (max(map(len, labels)) + 1 if index else 0)
    blocks, block, used = [], [], 0
    for column in rest:
        wide = max(map(len, column)) + 1
        if block and used + wide > room:
            blocks.append(block)
            block, used = [], 0
        block.append(column)
        used += wide
    blocks.append(block)
    texts = []
    for at, block in enumerate(blocks):
        own = ([labels] if index else []) + block
        if len(blocks) > 1:
            own = own + [[("  " if row else " \\") if at < len(blocks) - 1 else " " for row in range(len(block[0]))]]
        texts.append(adjoined(own, 1))
    return "\n\n".join(texts)


def _most_columns():
    """How many columns are shown: as many as fit, unless it is told; with `None` all, in several blocks."""
    most = get_option("display.max_columns")
    return 10 ** 6 if most is None else most or None


def frame_repr(frame):
    most = get_option("display.max_rows")
    return frame_text(
        frame, most, get_option("display.min_rows"), get_option("display.width") or 80, get_option("display.show_dimensions"),
        _most_columns(), most=get_option("display.max_colwidth"),
        justify=get_option("display.colheader_justify"),
    )
