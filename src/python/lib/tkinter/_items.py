"""What lies on a canvas, and how the page is told of it."""

from json import dumps

from ._colors import resolve
from ._fonts import Font

# So many numbers go into one command; more of them follow in others.
_AT_ONCE = 2000
# Beyond this there is nothing to be seen, and numbers grow long.
_FAR = 1e6

_DEFAULTS = {
    "line": {"fill": "black", "width": 1, "capstyle": "butt", "tags": ""},
    "polygon": {"fill": "black", "outline": "", "width": 1, "tags": ""},
    "text": {"text": "", "fill": "black", "anchor": "center", "font": "TkDefaultFont", "tags": ""},
    "image": {"image": "", "anchor": "center", "tags": ""},
}
_ANCHORS = ("n", "ne", "e", "se", "s", "sw", "w", "nw", "center")


class TclError(Exception):
    """What Tk does not understand."""


TclError.__module__ = "_tkinter"


class Item:
    """A line, a polygon, a text or an image."""

    __slots__ = ("kind", "coords", "options", "bindings", "known", "is_logged")

    def __init__(self, kind, coords, options):
        self.kind = kind
        self.coords = coords
        self.options = dict(_DEFAULTS[kind])
        self.bindings = {}
        # How many of the coordinates the page has; `None` if it has to be told all.
        self.known = None
        # Whether the next message is going to tell of it.
        self.is_logged = False
        self.configure(options)

    def configure(self, options):
        """Sets options; whether that changes anything."""
        changes = False
        for name, value in options.items():
            if self.options.get(name, self) == value:
                continue
            if name not in self.options:
                raise TclError(f'unknown option "-{name}"')
            if name in ("fill", "outline"):
                value = "" if value is None else value
                if resolve(value) is None:
                    raise TclError(f'unknown color name "{value}"')
            elif name == "width":
                value = _number(value)
            elif name == "anchor" and value not in _ANCHORS:
                raise TclError(f'bad anchor position "{value}": must be n, ne, e, se, s, sw, w, nw, or center')
            self.options[name] = value
            changes = True
        if changes:
            self.known = None
        return changes

    def move(self, coords):
        """Sets the coordinates; whether that changes anything."""
        before = self.coords
        if coords == before:
            return False
        if self.known is not None and coords[: len(before)] != before:
            self.known = None
        self.coords = coords
        return True

    def commands(self, canvas, number):
        """What the page has to be told, as JSON."""
        coords = self.coords
        start = self.known
        self.known = len(coords)
        self.is_logged = False
        if start is None:
            start = min(_AT_ONCE, len(coords))
            yield f'["{self.kind}",{canvas},{number},[{_digits(coords[:start])}],{dumps(self._look())}]'
        for at in range(start, len(coords), _AT_ONCE):
            yield f'["more",{canvas},{number},[{_digits(coords[at : at + _AT_ONCE])}]]'

    def _look(self):
        options = self.options
        if self.kind == "image":
            return {"image": str(options["image"])}
        look = {"fill": resolve(options["fill"])}
        if self.kind == "text":
            font = Font(options["font"])
            look |= {"text": str(options["text"]), "anchor": options["anchor"], "family": font.family}
            look |= {"size": round(font.pixels, 2), "styles": font.styles}
        else:
            look["width"] = options["width"]
        if self.kind == "polygon":
            look["outline"] = resolve(options["outline"])
        if self.kind == "line":
            look["cap"] = str(options["capstyle"])
        return look

    def box(self):
        """The smallest rectangle around it: left, top, right, bottom."""
        coords = self.coords
        if not coords:
            return None
        if self.kind == "text":
            return self._text_box()
        margin = 0 if self.kind == "image" else self.options["width"] / 2
        xs, ys = coords[::2], coords[1::2]
        return min(xs) - margin, min(ys) - margin, max(xs) + margin, max(ys) + margin

    def _text_box(self):
        font, text, anchor = Font(self.options["font"]), str(self.options["text"]), self.options["anchor"]
        width, height = font.width(text), font.height(text)
        x, y = self.coords
        left = x if "w" in anchor else x - width if anchor != "center" and "e" in anchor else x - width / 2
        top = y if "n" in anchor and anchor != "center" else y - height if "s" in anchor else y - height / 2
        return left, top, left + width, top + height

    def is_at(self, x, y):
        """Whether there is something of it at this point, or a pixel beside it."""
        box = self.box()
        if not box or not (box[0] - 1 <= x <= box[2] + 1 and box[1] - 1 <= y <= box[3] + 1):
            return False
        if self.kind == "polygon":
            inside = self.options["fill"] != "" and _is_inside(self.coords, x, y)
            around = self.coords + self.coords[:2]
            return inside or self.options["outline"] != "" and _is_near(around, x, y, self.options["width"] / 2 + 1)
        if self.kind == "line":
            return self.options["fill"] != "" and _is_near(self.coords, x, y, self.options["width"] / 2 + 1)
        return True


def numbers(values):
    """Coordinates as `coords` takes them: numbers, pairs of them, or one list of either."""
    if len(values) == 1 and isinstance(values[0], (tuple, list)):
        values = values[0]
    flat = []
    for value in values:
        if isinstance(value, (tuple, list)):
            flat.extend(map(_number, value))
        else:
            flat.append(_number(value))
    return flat


def _number(value):
    try:
        return float(value)
    except (TypeError, ValueError):
        raise TclError(f'expected floating-point number but got "{value}"') from None


def _digits(coords):
    text = ("%.2f," * len(coords) % tuple(coords))[:-1]
    # Infinity and what is no number have letters.
    if "n" in text or len(text) > 12 * len(coords):
        within = [min(max(value, -_FAR), _FAR) if value == value else 0.0 for value in coords]
        text = ",".join(f"{value:.2f}" for value in within)
    return text


def _is_inside(coords, x, y):
    inside = False
    x0, y0 = coords[-2:]
    for x1, y1 in zip(coords[::2], coords[1::2]):
        if (y1 > y) != (y0 > y) and x < (x0 - x1) * (y - y1) / (y0 - y1) + x1:
            inside = not inside
        x0, y0 = x1, y1
    return inside


def _is_near(coords, x, y, most):
    x0, y0 = coords[:2]
    for x1, y1 in zip(coords[2::2], coords[3::2]):
        dx, dy = x1 - x0, y1 - y0
        length = dx * dx + dy * dy
        along = min(max(((x - x0) * dx + (y - y0) * dy) / length, 0), 1) if length else 0
        if (x - x0 - along * dx) ** 2 + (y - y0 - along * dy) ** 2 <= most * most:
            return True
        x0, y0 = x1, y1
    return False
