"""What is drawn in the axes. Each knows what it covers, draws itself, and draws its key for the legend."""

import math

from matplotlib import _markers, _png

# Pixels of a point, 1/72 inch, in which sizes are given.
PT = 100 / 72
# A line with more points than this has many of them within a pixel.
MANY_POINTS = 4000


class Artist:
    """`x` and `y` of `draw` place numbers on the picture; `box` is where the axes are."""

    z = 2
    label = ""
    alpha = None

    def set_label(self, label):
        self.label = str(label)

    def get_label(self):
        return self.label

    def draw(self, svg, x, y, box):
        raise NotImplementedError

    def key(self, svg, left, middle, width):
        raise NotImplementedError


class Line(Artist):
    def __init__(self, xs, ys, color, style="-", width=1.5, marker="", size=6.0, face=None, edge=None, edge_width=1.0):
        self.xs, self.ys = xs, ys
        self.color, self.style, self.width = color, style, width
        self.marker, self.size = marker, size
        self.face, self.edge, self.edge_width = face or color, edge or color, edge_width

    def get_color(self):
        return self.color

    def get_xdata(self):
        return list(self.xs)

    def get_ydata(self):
        return list(self.ys)

    def draw(self, svg, x, y, box):
        svg.open("g", opacity=self.alpha)
        points = [(x(a), y(b)) for a, b in zip(self.xs, self.ys)]
        points = [point if math.isfinite(point[0] + point[1]) else None for point in points]
        if self.style:
            self.stroke(svg, thinned(points) if len(points) > MANY_POINTS else points)
        if self.marker:
            for point in points:
                if point and box.holds(*point):
                    self.mark(svg, *point)
        svg.close("g")

    def stroke(self, svg, points):
        width = self.width * PT
        dashes = _markers.dashes(self.style, width)
        cap = "butt" if dashes else "square"
        svg.path(
            points, fill="none", stroke=self.color, stroke_width=width, stroke_dasharray=dashes,
            stroke_linejoin="round", stroke_linecap=cap,
        )  # fmt: skip

    def mark(self, svg, x, y):
        size = self.size * PT
        _markers.draw(svg, self.marker, x, y, size, self.face, self.edge, self.edge_width * PT)

    def key(self, svg, left, middle, width):
        svg.open("g", opacity=self.alpha)
        if self.style:
            self.stroke(svg, [(left, middle), (left + width, middle)])
        if self.marker:
            self.mark(svg, left + width / 2, middle)
        svg.close("g")


def thinned(points):
    """The first, the last, the highest and the lowest point of each column of pixels."""
    result = []
    column = []
    for point in [*points, None]:
        if column and (point is None or int(point[0]) != int(column[0][0])):
            ends = sorted({0, len(column) - 1, *extremes(column)})
            result += [column[at] for at in ends]
            column = []
        if point is None:
            result.append(None)
        else:
            column.append(point)
    return result


def extremes(column):
    heights = [point[1] for point in column]
    return heights.index(min(heights)), heights.index(max(heights))


class Dots(Artist):
    z = 1

    def __init__(self, xs, ys, areas, colors, marker, edges, edge_width, color_map=None, ends=None):
        self.xs, self.ys, self.areas, self.colors = xs, ys, areas, colors
        self.marker, self.edges, self.edge_width = marker, edges, edge_width
        self.color_map, self.ends = color_map, ends

    def draw(self, svg, x, y, box):
        for at, (a, b) in enumerate(zip(self.xs, self.ys)):
            place = x(a), y(b)
            if math.isfinite(place[0] + place[1]) and box.holds(*place):
                self.dot(svg, at, *place)

    def dot(self, svg, at, x, y):
        color = self.colors[at]
        size = math.sqrt(max(self.areas[at], 0)) * PT
        edge = self.edges[at] if self.edges else color
        # A dot alone carries its opacity: where dots lie on each other it is less transparent.
        svg.open("g", opacity=self.alpha) if self.alpha is not None else None
        width = 1.5 * PT if self.marker in _markers.STROKES else self.edge_width * PT
        _markers.draw(svg, self.marker, x, y, size, color, edge, width)
        svg.close("g") if self.alpha is not None else None

    def key(self, svg, left, middle, width):
        if self.colors:
            self.dot(svg, 0, left + width / 2, middle)


class Bar(Artist):
    z = 1

    def __init__(self, x, y, width, height, color, edge="none", edge_width=1.0):
        self.x, self.y, self.width, self.height = x, y, width, height
        self.color, self.edge, self.edge_width = color, edge, edge_width

    def get_height(self):
        return self.height

    def get_width(self):
        return self.width

    def get_x(self):
        return self.x

    def get_y(self):
        return self.y

    def set_color(self, value):
        from matplotlib import _colors

        self.color = _colors.color(value)

    def draw(self, svg, x, y, box):
        sides = x(self.x), x(self.x + self.width)
        ends = y(self.y), y(self.y + self.height)
        # On a logarithmic axis the zero at which bars begin is nowhere.
        ends = [box.bottom if math.isnan(end) else end for end in ends]
        sides = [box.left if math.isnan(side) else side for side in sides]
        self.rectangle(svg, min(sides), min(ends), abs(sides[1] - sides[0]), abs(ends[1] - ends[0]))

    def rectangle(self, svg, left, top, width, height):
        edge_width = None if self.edge == "none" else self.edge_width * PT
        stroke = None if self.edge == "none" else self.edge
        svg.element(
            "rect", x=left, y=top, width=width, height=height, fill=self.color, stroke=stroke,
            stroke_width=edge_width, opacity=self.alpha,
        )  # fmt: skip

    def key(self, svg, left, middle, width):
        self.rectangle(svg, left, middle - width * 0.175, width, width * 0.35)


class Bars(list, Artist):
    """Bars that belong together."""

    z = 1

    def __init__(self, bars, is_horizontal=False):
        super().__init__(bars)
        self.is_horizontal = is_horizontal
        self.patches = self

    def draw(self, svg, x, y, box):
        for bar in self:
            if math.isfinite(bar.x + bar.y + bar.width + bar.height):
                bar.draw(svg, x, y, box)

    def key(self, svg, left, middle, width):
        if self:
            self[0].key(svg, left, middle, width)


class Area(Artist):
    """What lies between two lines."""

    z = 1

    def __init__(self, pieces, color, edge="none", edge_width=1.0):
        # Each a list of (x, y) around it.
        self.pieces = pieces
        self.color, self.edge, self.edge_width = color, edge, edge_width

    def draw(self, svg, x, y, box):
        for piece in self.pieces:
            points = [(x(a), y(b)) for a, b in piece]
            # What is nowhere on a logarithmic axis lies below it.
            points = [(a, box.bottom if math.isnan(b) else b) for a, b in points if not math.isnan(a)]
            self.polygon(svg, points)

    def polygon(self, svg, points):
        svg.path(
            points, is_closed=True, fill=self.color, opacity=self.alpha, stroke=self.edge,
            stroke_width=None if self.edge == "none" else self.edge_width * PT,
        )  # fmt: skip

    def key(self, svg, left, middle, width):
        half = width * 0.175
        right = left + width
        self.polygon(svg, [(left, middle - half), (right, middle - half), (right, middle + half), (left, middle + half)])


class Span(Area):
    """A line or a band across the axes; what spans it whole is None."""

    def __init__(self, x0, x1, y0, y1, color):
        super().__init__([], color)
        self.sides, self.ends = (x0, x1), (y0, y1)

    def draw(self, svg, x, y, box):
        left, right = (box.left, box.right) if self.sides[0] is None else map(x, self.sides)
        top, bottom = (box.top, box.bottom) if self.ends[0] is None else map(y, self.ends)
        self.polygon(svg, [(left, top), (right, top), (right, bottom), (left, bottom)])


class Rule(Line):
    """A line across the axes; the coordinate that is None runs from one part of them to another."""

    def __init__(self, at_x, at_y, start, end, color, style, width):
        super().__init__([], [], color, style, width)
        self.at_x, self.at_y, self.start, self.end = at_x, at_y, start, end

    def draw(self, svg, x, y, box):
        if self.at_x is None:
            at = y(self.at_y)
            points = [(box.left + part * box.width, at) for part in (self.start, self.end)]
        else:
            at = x(self.at_x)
            points = [(at, box.bottom - part * box.height) for part in (self.start, self.end)]
        if math.isfinite(at):
            svg.open("g", opacity=self.alpha)
            self.stroke(svg, points)
            svg.close("g")


class Errors(Artist):
    """Points with what is uncertain about them."""

    def __init__(self, line, segments, color, width, cap):
        self.line = line
        # Each ((x0, y0), (x1, y1), whether it is upright).
        self.segments = segments
        self.color, self.width, self.cap = color, width, cap

    def draw(self, svg, x, y, box):
        svg.open("g", opacity=self.alpha)
        for start, end, is_upright in self.segments:
            points = [(x(a), y(b)) for a, b in (start, end)]
            if all(math.isfinite(a + b) for a, b in points):
                self.stroke(svg, points, is_upright)
        svg.close("g")
        self.line.draw(svg, x, y, box)

    def stroke(self, svg, points, is_upright):
        half = self.cap * PT
        dx, dy = (half, 0) if is_upright else (0, half)
        caps = [[(a - dx, b - dy), (a + dx, b + dy)] for a, b in points] if half else []
        steps = [*points]
        for cap in caps:
            steps += [None, *cap]
        svg.path(steps, fill="none", stroke=self.color, stroke_width=self.width * PT)

    def key(self, svg, left, middle, width):
        center = left + width / 2
        self.stroke(svg, [(center, middle - width * 0.25), (center, middle + width * 0.25)], True)
        self.line.key(svg, left, middle, width)


class Picture(Artist):
    """Numbers or colours in cells."""

    z = 0

    def __init__(self, rows, extent, color_map=None, ends=None):
        # Pixels, the upper row first; and left, right, bottom, top.
        self.rows, self.extent = rows, extent
        self.color_map, self.ends = color_map, ends

    def draw(self, svg, x, y, box):
        left, right, bottom, top = self.extent
        sides, heights = sorted((x(left), x(right))), sorted((y(bottom), y(top)))
        rows = self.rows if y(top) <= y(bottom) else self.rows[::-1]
        rows = rows if x(left) <= x(right) else [row[::-1] for row in rows]
        svg.element(
            "image", x=sides[0], y=heights[0], width=sides[1] - sides[0], height=heights[1] - heights[0],
            preserveAspectRatio="none", style="image-rendering:pixelated", opacity=self.alpha, href=_png.address(rows),
        )  # fmt: skip
