"""Lists that are tables."""

import json

MIME = "application/vnd.garter.table+json"

MOST_ROWS = 1000
MOST_COLUMNS = 50
LONGEST_CELL = 1000

MISSING = object()


def table_of(thing):
    """The table as JSON, or None if it is none: {"columns": [{"name", "isNumeric"}], "rows": [[text]],
    "moreRows", "moreColumns"}. What is missing in a row is null."""
    names, rows = parts_of(thing)
    if names is None:
        return None
    more_rows = max(0, len(rows) - MOST_ROWS)
    more_columns = max(0, len(names) - MOST_COLUMNS)
    names = names[:MOST_COLUMNS]
    rows = [row[:MOST_COLUMNS] for row in rows[:MOST_ROWS]]
    columns = [
        {"name": text_of(name), "isNumeric": all(is_number(row[at]) for row in rows)}
        for at, name in enumerate(names)
    ]
    cells = [[text_of(value) for value in row] for row in rows]
    table = {"columns": columns, "rows": cells, "moreRows": more_rows, "moreColumns": more_columns}
    return json.dumps(table, ensure_ascii=False).encode("utf-8", "replace").decode()


def parts_of(thing):
    """The names of the columns, and the rows."""
    if not isinstance(thing, list) or not thing:
        return None, None
    if all(isinstance(row, dict) for row in thing):
        names = list(dict.fromkeys(name for row in thing for name in row))
        return names or None, [[row.get(name, MISSING) for name in names] for row in thing]
    if not all(isinstance(row, (list, tuple)) for row in thing):
        return None, None
    names, *rows = thing
    if hasattr(names, "_fields"):
        names, rows = names._fields, thing
    is_header = len(names) > 0 and all(isinstance(name, str) for name in names)
    if not is_header or not rows or any(len(row) != len(names) for row in rows):
        return None, None
    return names, rows


def is_number(value):
    return value is MISSING or isinstance(value, (int, float)) and not isinstance(value, bool)


def text_of(value):
    if value is MISSING:
        return None
    text = str(value)
    return text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - 1] + "…"
