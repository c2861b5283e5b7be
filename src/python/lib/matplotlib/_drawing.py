"""Draws axes: their frame, ticks, grid, titles, and what is in them."""

import math

from matplotlib import _colors, _markers, _text
from matplotlib._artists import PT, Bars, Line
from matplotlib._words import Words, angle, points, write

TICK, SMALL_TICK, GAP = 3.5 * PT, 2 * PT, 3.5 * PT
SIZE, TITLE_SIZE = 10.0, 12.0
FRAME = {"stroke": "#000000", "stroke_width": 0.8 * PT}


class Box:
    def __init__(self, left, top, width, height):
        self.left, self.top, self.width, self.height = left, top, max(width, 1.0), max(height, 1.0)
        self.right, self.bottom = left + self.width, top + self.height

    def holds(self, x, y):
        return self.left - 1 <= x <= self.right + 1 and self.top - 1 <= y <= self.bottom + 1


class Drawing:
    """Part of the axes."""

    def labelled(self):
        """What the legend names; names with an underscore are nobody's business."""
        found = []
        for artist in self.artists:
            own = [artist, *artist] if isinstance(artist, Bars) else [artist]
            found += [one for one in own if one.label and not one.label.startswith("_")]
        return found

    def most_ticks(self, width, height):
        """How many steps fit on either axis."""
        size = SIZE * PT
        upright = max(2, min(9, int(height / (2 * size))))
        most = max(2, min(9, int(width / (3 * size))))
        if self.xaxis.scale == "linear":
            # Long labels leave room for fewer.
            while most > 2 and self.labels_touch(width, most):
                most -= 1
        return most, upright

    def labels_touch(self, width, most):
        marks, _, _ = self.xaxis.marks(most)
        if len(marks) < 2 or self.xaxis.ticks is not None or self.xaxis.categories:
            return False
        size = points(self.xaxis.tick_style.get("fontsize", SIZE)) * PT
        widest = max(_text.width(text, size) for _, text in marks)
        low, high = sorted(self.xaxis.view())
        step = min(b - a for (a, _), (b, _) in zip(marks, marks[1:]))
        return angle(self.xaxis.tick_style) == 0 and widest + 0.7 * size > step / (high - low) * width

    def turn_of_labels(self, marks, width):
        """By how much labels of the x axis are turned: those that would touch each other are."""
        if "rotation" in self.xaxis.tick_style or len(marks) < 2:
            return angle(self.xaxis.tick_style)
        size = points(self.xaxis.tick_style.get("fontsize", SIZE)) * PT
        place = self.xaxis.places(0.0, width)
        ends = sorted((place(tick), _text.size_of(text, size)[0]) for tick, text in marks)
        touching = any(b - a < (wide_a + wide_b) / 2 + 0.3 * size for (a, wide_a), (b, wide_b) in zip(ends, ends[1:]))
        return 45.0 if touching else 0.0

    def room(self, width, height):
        """How much is needed at the left, at the top, at the right and below, if the axes are this large."""
        top = self.title_height()
        if not self.is_framed:
            return 8.0, top, 8.0, 8.0
        most_x, most_y = self.most_ticks(width, height)
        marks_y, _, unit_y = self.yaxis.marks(most_y)
        size_y = points(self.yaxis.tick_style.get("fontsize", SIZE)) * PT
        side = TICK + GAP + max((_text.size_of(text, size_y)[0] for _, text in marks_y), default=0.0) + 4
        if self.yaxis.label:
            side += _text.size_of(self.yaxis.label, points(self.yaxis.label_style.get("fontsize", SIZE)) * PT)[1] + GAP
        if unit_y:
            top = max(top, SIZE * PT + GAP) if not self.titles else top
        if self.base is not None:
            return 0.0, top, side, 0.0
        marks_x, _, unit_x = self.xaxis.marks(most_x)
        size_x = points(self.xaxis.tick_style.get("fontsize", SIZE)) * PT
        turn = math.radians(self.turn_of_labels(marks_x, width))
        sizes = [_text.size_of(text, size_x) for _, text in marks_x]
        below = TICK + GAP + 4
        below += max((w * abs(math.sin(turn)) + h * abs(math.cos(turn)) for w, h in sizes), default=0.0)
        if self.xaxis.label or unit_x:
            below += _text.size_of(self.xaxis.label, points(self.xaxis.label_style.get("fontsize", SIZE)) * PT)[1] + GAP
        right = sizes[-1][0] / 2 * math.cos(turn) if sizes else 0.0
        left = max(side, (sizes[0][0] * math.cos(turn) if turn else sizes[0][0] / 2) if sizes else 0.0)
        return left, max(top, 0.5 * size_y), right + 2, below

    def title_height(self):
        heights = [
            _text.size_of(title, points(style.get("fontsize", TITLE_SIZE)) * PT)[1] + 6 * PT
            for title, style in self.titles.values()
            if title
        ]
        return max(heights, default=0.0)

    def fitted(self, box):
        """The box that the axes have, after what their aspect asks for."""
        if self.aspect == "auto":
            return box
        (x0, x1), (y0, y1) = sorted(self.xaxis.view()), sorted(self.yaxis.view())
        scale = min(box.width / (x1 - x0), box.height / (y1 - y0))
        if self.aspect == "box":
            width, height = scale * (x1 - x0), scale * (y1 - y0)
            return Box(box.left + (box.width - width) / 2, box.top + (box.height - height) / 2, width, height)
        # The shorter axis shows more instead.
        for axis, low, high, length in ((self.xaxis, x0, x1, box.width), (self.yaxis, y0, y1, box.height)):
            more = (length / scale - (high - low)) / 2
            axis.low, axis.high = low - more, high + more
        return box

    def draw(self, svg, box):
        chosen = [(axis, axis.low, axis.high) for axis in (self.xaxis, self.yaxis)]
        box = self.fitted(box)
        x = self.xaxis.places(box.left, box.right)
        y = self.yaxis.places(box.bottom, box.top)
        most_x, most_y = self.most_ticks(box.width, box.height)
        marks_x, small_x, unit_x = self.xaxis.marks(most_x)
        marks_y, small_y, unit_y = self.yaxis.marks(most_y)
        svg.open("g")
        if self.is_framed and self.base is None:
            svg.element("rect", x=box.left, y=box.top, width=box.width, height=box.height, fill=self.background)
        if self.is_framed:
            self.draw_grid(svg, box, x, y, marks_x + with_small(self.xaxis, small_x), marks_y + with_small(self.yaxis, small_y))
        self.draw_artists(svg, box, x, y)
        if self.is_framed:
            # A twin has the frame of the axes under it.
            if self.base is None or self.base.twin is not self:
                self.draw_frame(svg, box)
            if self.base is None:
                self.draw_x(svg, box, x, marks_x, small_x, unit_x)
            self.draw_y(svg, box, y, marks_y, small_y, unit_y)
        self.draw_titles(svg, box)
        if self.legend_ is not None:
            self.legend_.draw(svg, box, self.taken(x, y, box))
        svg.close("g")
        for axis, low, high in chosen:
            axis.low, axis.high = low, high

    def draw_artists(self, svg, box, x, y):
        inside = sorted((artist for artist in self.artists if not isinstance(artist, Words)), key=lambda artist: artist.z)
        if inside:
            # Half of a line at the edge is outside.
            svg.clip(box.left - 1, box.top - 1, box.width + 2, box.height + 2) if self.is_framed else svg.open("g")
            for artist in inside:
                artist.draw(svg, x, y, box)
            svg.close("g")
        for artist in self.artists:
            if isinstance(artist, Words):
                artist.draw(svg, x, y, box)

    def draw_grid(self, svg, box, x, y, marks_x, marks_y):
        for axis, marks, place in ((self.xaxis, marks_x, x), (self.yaxis, marks_y, y)):
            if axis.grid is None:
                continue
            width = float(axis.grid["linewidth"]) * PT
            style = _markers.style(axis.grid["linestyle"])
            steps = []
            for tick, _ in marks:
                at = place(tick)
                ends = [(at, box.bottom), (at, box.top)] if axis is self.xaxis else [(box.left, at), (box.right, at)]
                steps += [*ends, None]
            svg.path(
                steps, fill="none", stroke=_colors.color(axis.grid["color"]), stroke_width=width,
                stroke_dasharray=_markers.dashes(style, width) if style else None, opacity=axis.grid["alpha"],
            )  # fmt: skip

    def draw_frame(self, svg, box):
        ends = {
            "left": (box.left, box.top, box.left, box.bottom), "right": (box.right, box.top, box.right, box.bottom),
            "top": (box.left, box.top, box.right, box.top), "bottom": (box.left, box.bottom, box.right, box.bottom),
        }  # fmt: skip
        for side, spine in self.spines.items():
            if spine.is_visible:
                svg.line(*ends[side], stroke_linecap="square", **FRAME)

    def draw_x(self, svg, box, x, marks, small, unit):
        style = self.xaxis.tick_style
        turn = self.turn_of_labels(marks, box.width)
        size = points(style.get("fontsize", SIZE)) * PT
        deepest = 0.0
        for tick in small:
            svg.line(x(tick), box.bottom, x(tick), box.bottom + SMALL_TICK, stroke="#000000", stroke_width=0.6 * PT)
        for tick, text in marks:
            at, top = x(tick), box.bottom + TICK + GAP
            svg.line(at, box.bottom, at, box.bottom + TICK, **FRAME)
            width, height = _text.size_of(text, size)
            radians = math.radians(turn)
            deep = width * abs(math.sin(radians)) + height * abs(math.cos(radians))
            deepest = max(deepest, deep)
            if turn % 180 == 0:
                write(svg, at, top, text, style, va="top")
            elif turn % 90 == 0:
                write(svg, at, top + width / 2, text, {**style, "rotation": turn, "ha": "center", "va": "center"})
            else:
                # The end that is nearest to the axis stands below the tick.
                write(svg, at + 0.2 * size, top, text, {"ha": "right" if turn > 0 else "left", **style, "rotation": turn, "va": "top"})
        below = box.bottom + TICK + GAP + deepest + GAP
        if self.xaxis.label:
            write(svg, (box.left + box.right) / 2, below, self.xaxis.label, self.xaxis.label_style, va="top")
        if unit:
            write(svg, box.right, below, unit, {}, ha="right", va="top")

    def draw_y(self, svg, box, y, marks, small, unit):
        style = self.yaxis.tick_style
        size = points(style.get("fontsize", SIZE)) * PT
        sign = -1 if self.base is None else 1
        edge = box.left if self.base is None else box.right
        widest = 0.0
        for tick in small:
            svg.line(edge, y(tick), edge + sign * SMALL_TICK, y(tick), stroke="#000000", stroke_width=0.6 * PT)
        for tick, text in marks:
            at = y(tick)
            svg.line(edge, at, edge + sign * TICK, at, **FRAME)
            write(svg, edge + sign * (TICK + GAP), at, text, {"ha": "right" if sign < 0 else "left", **style}, va="center")
            widest = max(widest, _text.size_of(text, size)[0])
        if self.yaxis.label:
            label_size = points(self.yaxis.label_style.get("fontsize", SIZE)) * PT
            height = _text.size_of(self.yaxis.label, label_size)[1]
            at = edge + sign * (TICK + 2 * GAP + widest + height / 2)
            rotation = {"rotation": 90, **self.yaxis.label_style}
            write(svg, at, (box.top + box.bottom) / 2, self.yaxis.label, rotation)
        if unit:
            write(svg, edge, box.top - GAP, unit, {}, ha="left" if sign < 0 else "right", va="bottom")

    def draw_titles(self, svg, box):
        places = {"left": box.left, "center": (box.left + box.right) / 2, "right": box.right}
        for loc, (title, style) in self.titles.items():
            write(svg, places[loc], box.top - 6 * PT, title, style, size=TITLE_SIZE, ha=loc, va="bottom")

    def taken(self, x, y, box):
        """Points on the picture that a legend should not hide."""
        points_taken = []
        for artist in self.artists:
            if isinstance(artist, Bars):
                for bar in artist:
                    steps = [(bar.x + bar.width * a / 4, bar.y + bar.height * b / 4) for a in range(5) for b in range(5)]
                    points_taken += [(x(a), y(b)) for a, b in steps]
            elif hasattr(artist, "xs"):
                found = [(x(a), y(b)) for a, b in zip(artist.xs, artist.ys)]
                points_taken += found
                if isinstance(artist, Line):
                    points_taken += between(found)
            elif hasattr(artist, "pieces"):
                points_taken += [(x(a), y(b)) for piece in artist.pieces for a, b in piece]
        return [(a, b) for a, b in points_taken if math.isfinite(a + b) and box.holds(a, b)]


def between(places):
    """Points on the line through a few of them."""
    if len(places) > 200:
        return []
    pairs = zip(places, places[1:])
    return [(a + (c - a) * part / 8, b + (d - b) * part / 8) for (a, b), (c, d) in pairs for part in range(1, 8)]


def with_small(axis, small):
    is_wanted = axis.grid is not None and axis.grid["which"] in ("both", "minor")
    return [(tick, "") for tick in small] if is_wanted else []
