"""Texts in the axes, with arrows if they point at something."""

import math

from matplotlib import _colors, _text
from matplotlib._artists import PT, Artist
from matplotlib._refuse import unknown_arguments, unknown_value

ANCHORS = {"left": "start", "center": "middle", "right": "end"}
BASES = {"top": "top", "center": "center", "center_baseline": "center", "baseline": "baseline", "bottom": "bottom"}
SIZES = {
    "xx-small": 5.79, "x-small": 6.94, "small": 8.33, "medium": 10.0, "large": 12.0, "x-large": 14.4, "xx-large": 17.28,
}  # fmt: skip
SHORT = {"size": "fontsize", "weight": "fontweight", "style": "fontstyle", "horizontalalignment": "ha",
         "verticalalignment": "va", "c": "color"}  # fmt: skip
STYLE = ("fontsize", "fontweight", "fontstyle", "color", "ha", "va", "rotation", "alpha")


def style_of(function, given, more=()):
    """The style of a text, by the short ones of its names."""
    style = {SHORT.get(name, name): value for name, value in given.items()}
    unknown = {name: value for name, value in style.items() if name not in STYLE and name not in more}
    unknown_arguments(function, unknown, (*STYLE, *more))
    return style


def points(size):
    """A size in points, which may be a word."""
    if isinstance(size, str):
        if size not in SIZES:
            raise unknown_value("font size", size, SIZES)
        return SIZES[size]
    return float(size)


def write(svg, x, y, text, style, size=10.0, ha="center", va="center", weight=None):
    """Writes at a point of the picture; the style goes before what is usual here."""
    anchor, base = style.get("ha", ha), style.get("va", va)
    if anchor not in ANCHORS:
        raise unknown_value("ha", anchor, ANCHORS)
    if base not in BASES:
        raise unknown_value("va", base, BASES)
    weight = style.get("fontweight", weight)
    svg.text(
        x, y, text, points(style.get("fontsize", size)) * PT, ANCHORS[anchor], BASES[base], angle(style),
        fill=_colors.color(style["color"]) if style.get("color") is not None else None,
        font_weight=None if weight in (None, "normal") else str(weight),
        font_style=None if style.get("fontstyle") in (None, "normal") else style["fontstyle"],
        opacity=style.get("alpha"),
    )  # fmt: skip


def angle(style):
    rotation = style.get("rotation") or 0
    return {"vertical": 90.0, "horizontal": 0.0}.get(rotation) if isinstance(rotation, str) else float(rotation)


class Words(Artist):
    z = 3

    def __init__(self, x, y, text, style, is_in_axes=False, box=None):
        self.x, self.y, self.text, self.style = x, y, text, style
        # Whether the place is a part of the axes instead of numbers on them.
        self.is_in_axes = is_in_axes
        self.box = box
        # What the text points at, and how; and by how many points the text is away from its place.
        self.target = self.arrow = None
        self.offset = (0.0, 0.0)

    def get_text(self):
        return self.text

    def draw(self, svg, x, y, box):
        if self.is_in_axes:
            place = box.left + self.x * box.width, box.bottom - self.y * box.height
        else:
            place = x(self.x), y(self.y)
        place = place[0] + self.offset[0] * PT, place[1] - self.offset[1] * PT
        if not math.isfinite(place[0] + place[1]):
            return
        if self.arrow is not None:
            self.point(svg, place, (x(self.target[0]), y(self.target[1])))
        if self.box is not None:
            self.back(svg, *place)
        write(svg, *place, self.text, self.style, ha="left", va="baseline")

    def extent(self, x, y):
        """Left, top, width and height of the text, not turned."""
        size = points(self.style.get("fontsize", 10)) * PT
        width, height = _text.size_of(self.text, size)
        left = x - width * {"left": 0, "center": 0.5, "right": 1}[self.style.get("ha", "left")]
        part = {"top": 0, "center": 0.5, "center_baseline": 0.5}.get(self.style.get("va", "baseline"), 0.85)
        return left, y - height * part, width, height

    def back(self, svg, x, y):
        left, top, width, height = self.extent(x, y)
        pad = 4 * PT
        is_round = str(self.box.get("boxstyle", "square")).startswith("round")
        svg.element(
            "rect", x=left - pad, y=top - pad, width=width + 2 * pad, height=height + 2 * pad,
            rx=pad if is_round else None, opacity=self.box.get("alpha"),
            fill=_colors.color(self.box.get("facecolor", self.box.get("fc", "C0"))),
            stroke=_colors.color(self.box.get("edgecolor", self.box.get("ec", "black"))),
        )  # fmt: skip

    def point(self, svg, place, target):
        """An arrow from the edge of the text nearest to the target."""
        left, top, width, height = self.extent(*place)
        start = (
            min(max(target[0], left), left + width),
            min(max(target[1], top), top + height),
        )
        dx, dy = target[0] - start[0], target[1] - start[1]
        length = math.hypot(dx, dy)
        if length < 4 or not math.isfinite(length):
            return
        color = _colors.color(self.arrow.get("color", self.arrow.get("facecolor", "black")))
        style = self.arrow.get("arrowstyle", "-|>")
        thick = 1.0 if "arrowstyle" in self.arrow else float(self.arrow.get("width", 2.0))
        thick = float(self.arrow.get("lw", self.arrow.get("linewidth", thick))) * PT
        ux, uy = dx / length, dy / length
        head = 0 if style == "-" else max(4 * PT, 2.5 * thick)
        shrink = length * float(self.arrow.get("shrink", 0))
        tip = target[0] - ux * (2 * PT + shrink), target[1] - uy * (2 * PT + shrink)
        base = tip[0] - ux * head, tip[1] - uy * head
        start = start[0] + ux * (3 * PT + shrink), start[1] + uy * (3 * PT + shrink)
        wings = [(base[0] - uy * head * 0.45, base[1] + ux * head * 0.45), (base[0] + uy * head * 0.45, base[1] - ux * head * 0.45)]
        if style == "->":
            svg.path([start, tip, None, wings[0], tip, wings[1]], fill="none", stroke=color, stroke_width=thick)
            return
        svg.path([start, base], fill="none", stroke=color, stroke_width=thick)
        if head:
            svg.path([tip, *wings], is_closed=True, fill=color)
