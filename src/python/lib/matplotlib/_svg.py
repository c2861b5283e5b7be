"""Writes SVG: the same figure is the same text."""

from matplotlib import _text

FONT = "sans-serif"
# Coordinates beyond it are outside of every picture, and browsers draw them wrong.
FARTHEST = 20_000.0


def fixed(number):
    """A number with as few digits as a picture needs."""
    number = min(max(number, -FARTHEST), FARTHEST)
    text = f"{number:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def escaped(text):
    # What XML does not allow at all would make the picture unreadable.
    text = "".join(char if char >= " " and char not in "\ufffe\uffff" else " " for char in text)
    text = text.encode("utf-8", "replace").decode()
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


class Svg:
    def __init__(self):
        self.parts = []
        self.clips = 0

    def element(self, name, /, text="", **attributes):
        """Writes an element; attributes that are None are left out."""
        self.parts.append(f"<{name}{written(attributes)}>{text}</{name}>" if text else f"<{name}{written(attributes)}/>")

    def open(self, name, /, **attributes):
        self.parts.append(f"<{name}{written(attributes)}>")

    def close(self, name):
        self.parts.append(f"</{name}>")

    def clip(self, x, y, width, height):
        """Begins what is drawn only within this rectangle."""
        self.clips += 1
        self.open("clipPath", id=f"clip{self.clips}")
        self.element("rect", x=x, y=y, width=width, height=height)
        self.close("clipPath")
        self.open("g", clip_path=f"url(#clip{self.clips})")

    def path(self, points, is_closed=False, **attributes):
        """A line through points; where one is None, it begins anew."""
        steps = []
        command = "M"
        for point in points:
            if point is None:
                command = "M"
                continue
            step = f"{command}{fixed(point[0])} {fixed(point[1])}"
            if not steps or steps[-1] != step:
                steps.append(step)
            command = "L"
        if steps:
            self.element("path", d="".join(steps) + ("Z" if is_closed else ""), **attributes)

    def line(self, x1, y1, x2, y2, **attributes):
        self.path([(x1, y1), (x2, y2)], **attributes)

    def text(self, x, y, text, size, anchor="start", base="baseline", rotation=0, **attributes):
        """Text whose anchor (start, middle, end) and base (top, center, baseline, bottom) are at a point."""
        lines = text.split("\n")
        height = (len(lines) - 1) * size * 1.2
        down = {"top": 0.82 * size, "center": 0.36 * size - height / 2, "baseline": 0.0, "bottom": -0.2 * size - height}
        shift = down[base]
        turn = f"rotate({fixed(-rotation)} {fixed(x)} {fixed(y)})" if rotation else None
        self.open("g", transform=turn)
        for at, line in enumerate(lines):
            self.element(
                "text",
                text=formatted(line, size),
                x=x,
                y=y + shift + at * size * 1.2,
                font_size=size,
                text_anchor=None if anchor == "start" else anchor,
                **attributes,
            )
        self.close("g")

    def document(self, width, height, title, own_width, own_height):
        """The picture in so many pixels, of which it has so many of its own."""
        size = f'width="{fixed(width)}" height="{fixed(height)}" viewBox="0 0 {fixed(own_width)} {fixed(own_height)}"'
        start = f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="{FONT}">'
        return f"{start}<title>{escaped(title)}</title>{''.join(self.parts)}</svg>\n"


def written(attributes):
    return "".join(
        f' {name.replace("_", "-")}="{fixed(value) if isinstance(value, (int, float)) else escaped(value)}"'
        for name, value in attributes.items()
        if value is not None
    )


def formatted(text, size):
    """Text with what stands above and below the line."""
    parts = []
    last = 0
    for span, shift in _text.spans(text):
        rise = (last - shift) * 0.35 * size
        last = shift
        if shift or rise:
            small = f' font-size="{fixed(0.7 * size)}"' if shift else ""
            parts.append(f'<tspan dy="{fixed(rise)}"{small}>{escaped(span)}</tspan>')
        else:
            parts.append(escaped(span))
    return "".join(parts)
