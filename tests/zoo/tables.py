# Tables as they come from a program that speaks past `display`. See README.md.

import json
from _garter import display as show

MIME = "application/vnd.garter.table+json"


def table(columns=1, rows=(), **more):
    names = [{"name": f"c{n}", "isNumeric": False} for n in range(columns)] if isinstance(columns, int) else columns
    text = json.dumps({"columns": names, "rows": rows, "moreRows": 0, "moreColumns": 0, **more}, ensure_ascii=False)
    show(MIME, text.encode("utf-8", "surrogatepass"), "a table")


## a_table_as_display_makes_it
#: drawn
#: says more rows
display([["name", "n"], *(["x" * 20, n] for n in range(1009))])

## columns_none_and_rows_without_end
show(MIME, b'{"columns":[],"rows":[' + b",".join([b"[]"] * 340_000) + b'],"moreRows":0,"moreColumns":0}', "empty rows")

## columns_without_end
table(12_000, [["x"] * 5000])
show(MIME, b'{"columns":[' + b",".join([b"{}"] * 50_000) + b'],"rows":[],"moreRows":0,"moreColumns":0}', "no names")

## rows_without_end
table(1, [["x"]] * 140_000)

## rows_longer_than_the_header
table(1, [["x"] * 5000] * 30)

## cells_of_a_megabyte
table(2, [["x" * 450_000, "word " * 90_000]])

## cells_of_what_breaks_nowhere
table(2, [["ำ" * 300_000, "a"]])

## names_of_a_megabyte
table([{"name": "x" * 900_000, "isNumeric": True}], [["1"]])

## more_rows_than_there_are_numbers
for more in [1e308, -1, 0.5, "many", None, [], {}, True, "<b>9</b>", 10**300, "9" * 100_000]:
    table(1, [["x"]], moreRows=more, moreColumns=more)
show(MIME, b'{"columns":[{"name":"a","isNumeric":false}],"rows":[["x"]],"moreRows":1e999,"moreColumns":-1e999}', "infinite")

## shapes_that_are_none
for data in [b"", b"null", b"[]", b"5", b'"x"', b"{}", b'{"columns":null}', b'{"columns":5,"rows":5}',
             b'{"columns":{"length":1e9},"rows":[]}', b'{"columns":[],"rows":{"length":1e9}}',
             b'{"columns":"columns","rows":"rows"}', b'{"columns":[null],"rows":[null]}',
             b'{"columns":[{"name":{"a":1}}],"rows":[[{"a":1}],["x"]]}', b'{"__proto__":{"columns":[]},"rows":[]}',
             b'{"columns":[{"name":["a"]}],"rows":["text",5,{"length":99999999}]}']:
    show(MIME, data, "no table")

## deep_json
show(MIME, b'{"columns":[{"name":"a"}],"rows":' + b"[" * 200_000 + b"]" * 200_000 + b"}", "deep")

## cells_with_marks_that_turn_the_line
table(2, [["\u202e" * 90_000, "\u2067" * 90_000], ["\u0301" * 90_000, "\u200d" * 50_000]])

## lines_without_end_in_a_cell
table(1, [["\n" * 450_000]])

## a_flood_of_tables
for _ in range(240):
    table(4, [["x"] * 4] * 100)

## tables_as_large_as_they_may_be
for _ in range(6):
    table(50, [[str(n) for n in range(50)]] * 500)
