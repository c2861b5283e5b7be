"""Shows objects in the best form that they have."""

import re

from _garter import display as show

from garter import _table

# In the order in which they are tried: what a method is called, what it returns, and what that is.
METHODS = (
    ("_repr_svg_", str, "image/svg+xml"),
    ("_repr_png_", bytes, "image/png"),
    ("_repr_html_", str, "text/html"),
)

SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
)

SVG_START = re.compile(r"\s*(?:<\?xml.*?\?>\s*)?(?:<!--.*?-->\s*)*(<svg\b[^>]*)>", re.DOTALL)
SVG_TITLE = re.compile(r"\s*<title\b[^>]*>([^<]*)</title>")


def display(*objects, alt=""):
    """Show objects as pictures, tables or HTML where they have such a form, else as text.

    A form is what the object's method _repr_svg_, _repr_png_ or _repr_html_ returns. Bytes of a PNG,
    JPEG or GIF picture and the text of an SVG picture are shown as pictures, lists of dicts and lists
    of lists with a header as tables. alt describes a picture for those who do not see it.
    """
    for thing in objects:
        display_one(thing, alt)


def display_one(thing, alt):
    for name, kind, mime in METHODS:
        # As for all special methods, the class counts.
        method = getattr(type(thing), name, None)
        data = None if method is None else method(thing)
        if data is None:
            continue
        if not isinstance(data, kind):
            raise TypeError(
                f"{type(thing).__name__}.{name}() returned {type(data).__name__}, not {kind.__name__}"
            )
        return show_as(mime, data, alt)
    if isinstance(thing, (bytes, bytearray)):
        for signature, mime in SIGNATURES:
            if thing.startswith(signature):
                return show(mime, thing, alt)
    if isinstance(thing, str) and SVG_START.match(thing) and thing.rstrip().endswith(("</svg>", "/>")):
        return show_as("image/svg+xml", thing, alt)
    table = _table.table_of(thing)
    if table is not None:
        return show(_table.MIME, table.encode(), alt)
    print(repr(thing))


def show_as(mime, data, alt):
    if mime == "image/svg+xml":
        data, title = completed(data)
        alt = alt or title
    if isinstance(data, str):
        data = data.encode("utf-8", "replace")
    show(mime, data, alt)


def completed(svg):
    """The picture with the namespace without which it is none, and its title."""
    start = SVG_START.match(svg)
    if start is None:
        return svg, ""
    title = SVG_TITLE.match(svg, start.end())
    if "xmlns" not in start[1]:
        at = start.start(1) + len("<svg")
        svg = f'{svg[:at]} xmlns="http://www.w3.org/2000/svg"{svg[at:]}'
    return svg, title[1].strip() if title else ""


class HTML:
    """A text that display() shows as HTML, without scripts and with nothing from other addresses."""

    def __init__(self, text):
        self.text = text

    def _repr_html_(self):
        return self.text
