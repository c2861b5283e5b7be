"""The legend: what the labels mean."""

import math

from matplotlib import _text
from matplotlib._artists import PT
from matplotlib._refuse import unknown_arguments, unknown_value
from matplotlib._words import points, write

# As parts of the free room to the left and above; None is where least is drawn.
PLACES = {
    "best": None, "upper right": (1, 0), "upper left": (0, 0), "lower left": (0, 1), "lower right": (1, 1),
    "right": (1, 0.5), "center left": (0, 0.5), "center right": (1, 0.5), "lower center": (0.5, 1),
    "upper center": (0.5, 0), "center": (0.5, 0.5),
}  # fmt: skip
KNOWN = ("loc", "title", "fontsize", "ncol", "ncols", "frameon", "handles", "labels", "bbox_to_anchor", "framealpha", "shadow", "fancybox")


class Legend:
    def __init__(self, axes, handles, labels, given):
        unknown_arguments("legend", given.keys() - set(KNOWN), KNOWN)
        self.axes, self.handles, self.labels = axes, handles, labels
        place = given.get("loc", "best")
        names = list(PLACES)
        if isinstance(place, int) and 0 <= place < len(names):
            place = names[place]
        if place not in PLACES:
            raise unknown_value("loc", place, PLACES)
        self.place = place
        self.anchor = given.get("bbox_to_anchor")
        self.title = given.get("title")
        self.size = points(given.get("fontsize", 10))
        self.columns = max(1, int(given.get("ncols", given.get("ncol", 1))))
        self.is_framed = given.get("frameon", True)

    def entries(self):
        artists = self.axes.labelled() if self.handles is None else flat(self.handles)
        if self.labels is not None:
            artists = artists or flat([artist for artist in self.axes.artists])
            return list(zip(artists, map(str, self.labels)))
        return [(artist, artist.label) for artist in artists]

    def draw(self, svg, box, taken):
        entries = self.entries()
        if not entries:
            return
        size = self.size * PT
        key, gap, pad, height = 2 * size, 0.8 * size, 0.4 * size, 1.4 * size
        rows = math.ceil(len(entries) / self.columns)
        columns = [entries[at : at + rows] for at in range(0, len(entries), rows)]
        widths = [key + gap + max(_text.width(label, size) for _, label in column) for column in columns]
        title_height = height if self.title else 0
        width = max(sum(widths) + 1.5 * size * (len(widths) - 1), _text.width(str(self.title or ""), size)) + 2 * pad
        total = rows * height + title_height + 2 * pad
        left, top = self.corner(box, width, total, taken)
        if self.is_framed:
            svg.element(
                "rect", x=left, y=top, width=width, height=total, rx=0.2 * size, fill="#ffffff", fill_opacity=0.8, stroke="#cccccc"
            )
        if self.title:
            write(svg, left + width / 2, top + pad + height / 2, str(self.title), {}, size=self.size)
        x = left + pad
        for column, column_width in zip(columns, widths):
            for at, (artist, label) in enumerate(column):
                middle = top + pad + title_height + (at + 0.5) * height
                artist.key(svg, x, middle, key)
                write(svg, x + key + gap, middle, label, {}, size=self.size, ha="left")
            x += column_width + 1.5 * size

    def corner(self, box, width, height, taken):
        """Where it has its upper left corner."""
        room = 0.5 * self.size * PT
        free = box.width - width - 2 * room, box.height - height - 2 * room
        parts = PLACES[self.place]
        if self.anchor is not None:
            x, y = box.left + self.anchor[0] * box.width, box.bottom - self.anchor[1] * box.height
            parts = parts or (0, 0)
            return x - parts[0] * width + (1 - 2 * parts[0]) * room, y - parts[1] * height + (1 - 2 * parts[1]) * room
        corners = [parts] if parts else [PLACES[name] for name in PLACES if PLACES[name]]
        places = [(box.left + room + a * free[0], box.top + room + b * free[1]) for a, b in corners]

        def hidden(place):
            left, top = place
            return sum(left <= x <= left + width and top <= y <= top + height for x, y in taken)

        return min(places, key=hidden)


def flat(handles):
    """Things with keys: plot() returns them in lists."""
    result = []
    for handle in handles:
        result += [handle] if hasattr(handle, "key") else flat(handle)
    return result
