"""The ways to draw points, lines and areas."""

import math

from matplotlib import _colors, _data, _markers
from matplotlib._artists import Area, Dots, Errors, Line, Picture, Rule, Span
from matplotlib._refuse import unknown_arguments
from matplotlib._words import Words, style_of

LINE = {
    "color", "linestyle", "linewidth", "marker", "markersize", "markerfacecolor", "markeredgecolor",
    "markeredgewidth", "alpha", "label", "zorder", "drawstyle",
}  # fmt: skip
SHORT = {
    "c": "color", "ls": "linestyle", "lw": "linewidth", "ms": "markersize", "mfc": "markerfacecolor",
    "mec": "markeredgecolor", "mew": "markeredgewidth", "fc": "facecolor", "ec": "edgecolor",
}  # fmt: skip
STEPS = {"pre", "post", "mid"}


def long_names(given):
    return {SHORT.get(name, name): value for name, value in given.items()}


def parsed(form):
    """Colour, marker and line style of a format text such as 'ro--'; None is what it does not say."""
    color = marker = style = None
    at = 0
    while at < len(form):
        two, one = form[at : at + 2], form[at]
        if two in ("--", "-."):
            style, at = two, at + 2
        elif one in "-:":
            style, at = one, at + 1
        elif one == "C" and two[1:].isdigit():
            color, at = _colors.color(two), at + 2
        elif one in _markers.ALL and marker is None:
            marker, at = one, at + 1
        elif one in _colors.LETTERS:
            color, at = _colors.LETTERS[one], at + 1
        else:
            try:
                return _colors.color(form), None, None
            except ValueError:
                raise ValueError(
                    f"{form!r} is no format: it is a colour, a marker and a line style, as in 'ro--', 'g:' or 'C1.'"
                ) from None
    if style is None:
        style = "" if marker else None
    return color, marker, style


class Plots:
    """Part of the axes."""

    def plot(self, *data, **given):
        """Lines and markers: plot(y), plot(x, y), plot(x, y, 'ro--'), and several of these at once."""
        given = long_names(given)
        unknown_arguments("plot", given.keys() - LINE, LINE)
        lines = []
        data = list(data)
        while data:
            x, y = data.pop(0), None
            if data and not isinstance(data[0], str):
                y = data.pop(0)
            form = data.pop(0) if data and isinstance(data[0], str) else ""
            columns = _data.columns(x if y is None else y)
            if columns is None:
                lines.append(self._line(x, y, form, given))
                continue
            xs = range(len(columns[0])) if y is None else x
            places = _data.columns(xs) or [xs] * len(columns)
            _data.paired(places, columns)
            lines += [self._line(at, column, form, given) for at, column in zip(places, columns)]
        return lines

    def _line(self, x, y, form, given):
        ys = _data.listed(x if y is None else y, "y")
        xs = list(range(len(ys))) if y is None else _data.listed(x, "x")
        _data.paired(xs, ys)
        xs, ys = self.xaxis.convert(xs), self.yaxis.convert(ys)
        color, marker, style = parsed(form)
        color = _colors.color(given["color"]) if given.get("color") is not None else color or self._next_color()
        marker = _markers.marker(given.get("marker", marker))
        style = _markers.style(given.get("linestyle", "-" if style is None else style))
        steps = str(given.get("drawstyle", "default")).removeprefix("steps").removeprefix("-")
        if steps != "default":
            xs, ys = stepped(xs, ys, steps or "pre")
        face, edge = (given.get(name) for name in ("markerfacecolor", "markeredgecolor"))
        line = Line(
            xs, ys, color, style, float(given.get("linewidth") or self._default("lines.linewidth")), marker,
            float(given.get("markersize") or 6), face and _colors.color(face), edge and _colors.color(edge),
            float(given.get("markeredgewidth") or 1),
        )  # fmt: skip
        return self._add(line, given, xs, ys)

    def step(self, x, y, *form, where="pre", **given):
        """A line of steps; where says when it steps: pre, post or mid."""
        return self.plot(x, y, *form, drawstyle=f"steps-{where}", **given)

    def scatter(
        self, x, y, s=None, c=None, marker="o", cmap=None, vmin=None, vmax=None, alpha=None, linewidths=None,
        edgecolors=None, label=None, color=None, zorder=None, **unknown,
    ):  # fmt: skip
        """Dots; s are their areas in square points, c their colours, or numbers that are made colours by cmap."""
        known = "s c marker cmap vmin vmax alpha linewidths edgecolors label color zorder".split()
        unknown_arguments("scatter", unknown, known)
        xs, ys = _data.listed(x, "x"), _data.listed(y, "y")
        _data.paired(xs, ys)
        xs, ys = self.xaxis.convert(xs), self.yaxis.convert(ys)
        areas = [_data.number(area) for area in _data.repeated(36.0 if s is None else s, len(xs), "s")] if xs else []
        color_map = ends = None
        colors = c if color is None else color
        if is_numbers(colors, len(xs)):
            values = [_data.number(value) for value in colors]
            color_map, ends = _colors.ColorMap(cmap or "viridis"), ends_of(values, vmin, vmax)
            colors = [_colors.hexadecimal(color_map(scaled(value, ends))) for value in values]
        else:
            colors = _colors.colors(colors, len(xs), self._next_color() if colors is None else "C0")
        edges = None
        if edgecolors is not None and edgecolors != "face":
            edges = _colors.colors(edgecolors, len(xs), "none")
        width = 1.0 if linewidths is None else float(linewidths)
        dots = Dots(xs, ys, areas, colors, _markers.marker(marker or "o") or "o", edges, width, color_map, ends)
        return self._add(dots, {"alpha": alpha, "label": label, "zorder": zorder}, xs, ys)

    def fill_between(
        self, x, y1, y2=0, where=None, color=None, facecolor=None, alpha=None, label=None, edgecolor=None,
        linewidth=None, zorder=None, **unknown,
    ):  # fmt: skip
        """What lies between two lines, or between a line and a number."""
        known = "where color facecolor alpha label edgecolor linewidth zorder".split()
        unknown_arguments("fill_between", unknown, known)
        xs = self.xaxis.convert(_data.listed(x, "x"))
        lines = []
        for name, values in (("y1", y1), ("y2", y2)):
            values = _data.listed(values, name)
            values = values * len(xs) if len(values) == 1 else values
            _data.paired(xs, values, ("x", name))
            lines.append(self.yaxis.convert(values))
        chosen = [True] * len(xs) if where is None else [bool(part) for part in where]
        _data.paired(xs, chosen, ("x", "where"))
        pieces, piece = [], []
        for a, low, high, is_in in [*zip(xs, *lines, chosen), (0, 0, 0, False)]:
            if is_in and math.isfinite(a + low + high):
                piece.append((a, low, high))
            elif piece:
                pieces.append([(a, low) for a, low, _ in piece] + [(a, high) for a, _, high in reversed(piece)])
                piece = []
        color = color if color is not None else facecolor
        fill = _colors.color(color) if color is not None else self._next_color()
        edge = _colors.color(edgecolor) if edgecolor is not None else "none"
        area = Area(pieces, fill, edge, 1.0 if linewidth is None else float(linewidth))
        return self._add(area, {"alpha": alpha, "label": label, "zorder": zorder}, xs, lines[0] + lines[1])

    def errorbar(
        self, x, y, yerr=None, xerr=None, fmt="", ecolor=None, elinewidth=None, capsize=0, **given
    ):  # fmt: skip
        """A line with what is uncertain about its points: numbers, lists, or pairs of lists (below, above)."""
        given = long_names(given)
        unknown_arguments("errorbar", given.keys() - LINE, LINE | {"yerr", "xerr", "fmt", "ecolor", "elinewidth", "capsize"})
        style = {"linestyle": ""} if fmt == "none" else {}
        (line,) = self.plot(x, y, "" if fmt == "none" else fmt, **{**given, **style, "label": None})
        self.artists.remove(line)
        segments = []
        for errors, is_upright in ((xerr, False), (yerr, True)):
            if errors is None:
                continue
            below, above = two_sides(errors, len(line.xs))
            for a, b, less, more in zip(line.xs, line.ys, below, above):
                ends = ((a, b - less), (a, b + more)) if is_upright else ((a - less, b), (a + more, b))
                segments.append((*ends, is_upright))
        color = _colors.color(ecolor) if ecolor is not None else line.color
        errors = Errors(line, segments, color, float(elinewidth or line.width), float(capsize))
        covered = [point for start, end, _ in segments for point in (start, end)]
        return self._add(errors, given, [a for a, _ in covered], [b for _, b in covered])

    def axhline(self, y=0, xmin=0, xmax=1, **given):
        """A line across the axes at this height."""
        (at,) = self.yaxis.convert([y])
        self.yaxis.cover([at])
        return self._rule("axhline", None, at, xmin, xmax, given)

    def axvline(self, x=0, ymin=0, ymax=1, **given):
        """A line up and down the axes at this place."""
        (at,) = self.xaxis.convert([x])
        self.xaxis.cover([at])
        return self._rule("axvline", at, None, ymin, ymax, given)

    def _rule(self, function, x, y, start, end, given):
        given = long_names(given)
        known = {"color", "linestyle", "linewidth", "alpha", "label", "zorder"}
        unknown_arguments(function, given.keys() - known, known)
        color = _colors.color(given["color"]) if given.get("color") is not None else "#1f77b4"
        style, width = _markers.style(given.get("linestyle", "-")), float(given.get("linewidth") or 1.5)
        return self._add(Rule(x, y, start, end, color, style, width), given, [], [])

    def axhspan(self, ymin, ymax, **given):
        """A band across the axes."""
        ends = self.yaxis.convert([ymin, ymax])
        self.yaxis.cover(ends)
        return self._band("axhspan", (None, None), ends, given)

    def axvspan(self, xmin, xmax, **given):
        """A band up and down the axes."""
        sides = self.xaxis.convert([xmin, xmax])
        self.xaxis.cover(sides)
        return self._band("axvspan", sides, (None, None), given)

    def _band(self, function, sides, ends, given):
        given = long_names(given)
        known = {"color", "facecolor", "alpha", "label", "zorder"}
        unknown_arguments(function, given.keys() - known, known)
        color = _colors.color(given.get("color") or given.get("facecolor") or "C0")
        return self._add(Span(*sides, *ends, color), given, [], [])

    def hlines(self, y, xmin, xmax, colors=None, linestyles="-", linewidth=1.5, label=None, color=None, **unknown):
        """Lines from xmin to xmax at these heights."""
        unknown_arguments("hlines", unknown, "colors linestyles linewidth label color".split())
        ys = _data.listed(y, "y")
        starts, ends = (_data.repeated(side, len(ys), name) for side, name in ((xmin, "xmin"), (xmax, "xmax")))
        points = [[(start, b), (end, b), (None, None)] for b, start, end in zip(ys, starts, ends)]
        return self._segments(points, color or colors, linestyles, linewidth, label)

    def vlines(self, x, ymin, ymax, colors=None, linestyles="-", linewidth=1.5, label=None, color=None, **unknown):
        """Lines from ymin to ymax at these places."""
        unknown_arguments("vlines", unknown, "colors linestyles linewidth label color".split())
        xs = _data.listed(x, "x")
        starts, ends = (_data.repeated(end, len(xs), name) for end, name in ((ymin, "ymin"), (ymax, "ymax")))
        points = [[(a, start), (a, end), (None, None)] for a, start, end in zip(xs, starts, ends)]
        return self._segments(points, color or colors, linestyles, linewidth, label)

    def _segments(self, segments, color, style, width, label):
        points = [point for segment in segments for point in segment]
        given = {"color": color if color is not None else "C0", "linestyle": style, "linewidth": width, "label": label}
        return self._line([a for a, _ in points], [b for _, b in points], "", given)

    def text(self, x, y, s, transform=None, bbox=None, zorder=None, **given):
        """A text at a place, which is a part of the axes with transform=ax.transAxes."""
        style = style_of("text", given, ("transform", "bbox", "zorder"))
        is_in_axes = transform is not None
        if not is_in_axes:
            (x,), (y,) = self.xaxis.convert([x]), self.yaxis.convert([y])
        return self._add(Words(x, y, str(s), style, is_in_axes, bbox), {"zorder": zorder}, [], [])

    def annotate(self, text, xy, xytext=None, arrowprops=None, textcoords="data", bbox=None, **given):
        """A text about a point, with an arrow to it if there are arrowprops."""
        style = style_of("annotate", given, ("arrowprops", "textcoords", "bbox"))
        target = self.xaxis.convert([xy[0]])[0], self.yaxis.convert([xy[1]])[0]
        offset = (0.0, 0.0)
        place = target
        if xytext is not None and textcoords == "offset points":
            offset = tuple(xytext)
        elif xytext is not None:
            place = self.xaxis.convert([xytext[0]])[0], self.yaxis.convert([xytext[1]])[0]
        words = Words(*place, str(text), style, box=bbox)
        words.offset, words.target, words.arrow = offset, target, arrowprops
        return self._add(words, {}, [], [])

    def imshow(
        self, X, cmap=None, vmin=None, vmax=None, origin="upper", extent=None, aspect="equal", alpha=None,
        interpolation=None, **unknown,
    ):  # fmt: skip
        """Rows of numbers, which are made colours by cmap, or of colours (red, green, blue)."""
        unknown_arguments("imshow", unknown, "cmap vmin vmax origin extent aspect alpha interpolation".split())
        rows = [_data.listed(row, "a row") for row in _data.listed(X, "X")]
        if not rows or not rows[0]:
            raise ValueError("imshow() needs rows of values, and there are none")
        for row in rows:
            _data.paired(rows[0], row, ("the first row", "another"))
        color_map = ends = None
        if isinstance(rows[0][0], (tuple, list)):
            rows = [[pixel_of(color) for color in row] for row in rows]
        else:
            numbers = [[_data.number(value) for value in row] for row in rows]
            color_map = _colors.ColorMap(cmap or "viridis")
            ends = ends_of([value for row in numbers for value in row], vmin, vmax)
            rows = [[shade(color_map, value, ends) for value in row] for row in numbers]
        height, width = len(rows), len(rows[0])
        if extent is None:
            ends_of_y = (height - 0.5, -0.5) if origin == "upper" else (-0.5, height - 0.5)
            extent = (-0.5, width - 0.5, *ends_of_y)
        if origin == "lower":
            rows = rows[::-1]
        left, right, bottom, top = map(float, extent)
        self.xaxis.limit(left, right)
        self.yaxis.limit(bottom, top)
        self.set_aspect(aspect)
        return self._add(Picture(rows, (left, right, bottom, top), color_map, ends), {"alpha": alpha}, [left, right], [bottom, top])


def stepped(xs, ys, where):
    if where not in STEPS:
        raise ValueError(f"where must be 'pre', 'post' or 'mid', not {where!r}")
    points = list(zip(xs, ys))
    result = points[:1]
    for (x0, y0), (x1, y1) in zip(points, points[1:]):
        middle = {"pre": [(x0, y1)], "post": [(x1, y0)], "mid": [((x0 + x1) / 2, y0), ((x0 + x1) / 2, y1)]}[where]
        result += [*middle, (x1, y1)]
    return [x for x, _ in result], [y for _, y in result]


def two_sides(errors, count):
    errors = _data.listed(errors, "errors")
    is_pair = len(errors) == 2 and all(isinstance(side, (list, tuple)) for side in errors)
    below, above = errors if is_pair else (errors, errors)
    return [[_data.number(error) for error in _data.repeated(side, count, "errors")] for side in (below, above)]


def is_numbers(values, count):
    if values is None or isinstance(values, str):
        return False
    values = list(values) if not isinstance(values, (list, tuple)) else values
    return len(values) == count > 0 and all(isinstance(value, (int, float)) for value in values)


def ends_of(values, low, high):
    values = _data.finite(values) or [0.0]
    return (min(values) if low is None else float(low), max(values) if high is None else float(high))


def scaled(value, ends):
    if math.isnan(value):
        return 0.0
    return (value - ends[0]) / (ends[1] - ends[0]) if ends[1] > ends[0] else 0.0


def shade(color_map, value, ends):
    return (*color_map.rgb(scaled(value, ends)), 255) if math.isfinite(value) else (0, 0, 0, 0)


def pixel_of(color):
    if not 3 <= len(color) <= 4:
        raise ValueError(f"{color!r} is no colour: it needs red, green and blue")
    scale = 1 if all(isinstance(part, int) for part in color) else 255
    parts = [min(max(round(part * scale), 0), 255) for part in color]
    return tuple(parts) if len(parts) == 4 else (*parts, 255)
