"""Figures: pictures with one or more axes."""

from matplotlib import _colors, _text
from matplotlib._artists import PT, Dots, Picture
from matplotlib._drawing import Box
from matplotlib._refuse import Refusing, unknown_arguments
from matplotlib._svg import Svg
from matplotlib._words import points, style_of, write
from matplotlib.axes import Axes

# Parts of the picture that one plot alone leaves free, as in matplotlib.
LEFT, TOP, RIGHT, BOTTOM = 0.125, 0.12, 0.1, 0.11
BETWEEN = 14.0
MOST_PIXELS = 10_000


class Figure(Refusing):
    def __init__(self, number, figsize, dpi, facecolor, defaults):
        if figsize is None:
            figsize = defaults["figure.figsize"]
        try:
            width, height = map(float, figsize)
        except (TypeError, ValueError):
            raise ValueError(f"figsize must be a width and a height in inches, not {figsize!r}") from None
        self.number = number
        self.defaults = defaults
        self.width, self.height = width * 100, height * 100
        if not (0 < self.width <= MOST_PIXELS and 0 < self.height <= MOST_PIXELS):
            raise ValueError(f"figsize must be a width and a height from 0 to 100 inches, not {figsize!r}")
        self.scale = (dpi or defaults["figure.dpi"]) / 100
        self.background = _colors.color(facecolor)
        self.axes = []
        # Where each of the axes is: row, column, row span and column span, in a grid of rows and columns.
        self.cells = {}
        self.bars = []
        self.title = None

    def _default(self, name):
        return self.defaults[name]

    def _add_axes(self, grid, cell, share_x=None, share_y=None):
        axes = Axes(self, share_x, share_y)
        self.axes.append(axes)
        self.cells[axes] = grid, cell
        return axes

    def add_subplot(self, *place, **unknown):
        """add_subplot(2, 1, 1) and add_subplot(211) are the first of two rows; several numbers (1, 2) span cells."""
        unknown_arguments("add_subplot", unknown, ("rows", "columns", "place"))
        grid, cell = cell_of(place or (1, 1, 1))
        return self._add_axes(grid, cell)

    def subplots(self, nrows=1, ncols=1, sharex=False, sharey=False, squeeze=True, **unknown):
        unknown_arguments("subplots", unknown, "nrows ncols sharex sharey squeeze figsize dpi facecolor".split())
        rows = []
        for row in range(nrows):
            rows.append([])
            for column in range(ncols):
                all_axes = [axes for row in rows for axes in row]
                share_x = shared(sharex, all_axes, [above[column] for above in rows[:-1]], rows[-1])
                share_y = shared(sharey, all_axes, [above[column] for above in rows[:-1]], rows[-1])
                rows[-1].append(self._add_axes((nrows, ncols), (row, column, 1, 1), share_x, share_y))
        if not squeeze:
            return Grid(rows)
        if nrows == ncols == 1:
            return rows[0][0]
        return Grid([axes for row in rows for axes in row]) if 1 in (nrows, ncols) else Grid([Grid(row) for row in rows])

    def gca(self):
        return self.axes[-1] if self.axes else self.add_subplot(1, 1, 1)

    def get_axes(self):
        return list(self.axes)

    def suptitle(self, t, **given):
        self.title = str(t), style_of("suptitle", given, ("y", "x"))

    def tight_layout(self, **given):
        """The room between plots always fits what is there."""

    subplots_adjust = set_tight_layout = set_layout_engine = tight_layout

    def autofmt_xdate(self, rotation=30):
        for axes in self.axes:
            axes.xaxis.tick_style.setdefault("rotation", rotation)

    def set_size_inches(self, w, h=None):
        width, height = (w, h) if h is not None else w
        self.width, self.height = float(width) * 100, float(height) * 100

    def set_facecolor(self, color):
        self.background = _colors.color(color)

    def colorbar(self, mappable, ax=None, label="", **unknown):
        """A bar that says what the colours of an image or of dots mean."""
        unknown_arguments("colorbar", unknown, ("mappable", "ax", "label"))
        if not isinstance(mappable, (Picture, Dots)) or mappable.color_map is None:
            raise TypeError("colorbar() needs what imshow() has returned, or scatter() with numbers for c")
        owner = next(axes for axes in self.axes if mappable in axes.artists)
        bar = Axes(self)
        low, high = mappable.ends
        rows = [[(*mappable.color_map.rgb(1 - at / 255), 255)] for at in range(256)]
        bar._add(Picture(rows, (0.0, 1.0, low, high if high > low else low + 1)), {}, [0.0, 1.0], [low, high])
        bar.xaxis.limit(0.0, 1.0)
        bar.yaxis.limit(low, high if high > low else low + 1)
        bar.set_xticks([])
        bar.set_ylabel(label)
        bar.base = owner
        self.bars.append((owner, bar))
        return ColorBar(bar)

    def savefig(self, fname, format=None, **given):
        """Writes the figure as SVG, into a file by its name or into an open one."""
        known = {"dpi", "bbox_inches", "facecolor", "transparent", "pad_inches", "edgecolor"}
        unknown_arguments("savefig", given.keys() - known, known | {"fname", "format"})
        name = getattr(fname, "name", fname) if hasattr(fname, "write") else fname
        kind = format or (str(name).rpartition(".")[2].lower() if "." in str(name) else "svg")
        if kind != "svg":
            raise ValueError(
                f"Garter's matplotlib saves pictures as SVG and not as {kind.upper()}: for example savefig('plot.svg')"
            )
        data = self._repr_svg_()
        if hasattr(fname, "write"):
            try:
                fname.write(data.encode())
            except TypeError:
                fname.write(data)
        else:
            with open(fname, "w", encoding="utf-8") as file:
                file.write(data)

    def show(self):
        from garter import display

        display(self)

    def clear(self):
        self.axes.clear()
        self.cells.clear()
        self.bars.clear()
        self.title = None

    clf = clear

    def _description(self):
        """The figure in a few words, for those who do not see it."""
        titles = [self.title[0]] if self.title else []
        for axes in self.axes:
            names = [axes.get_title(), " – ".join(filter(None, (axes.get_xlabel(), axes.get_ylabel())))]
            titles += [name for name in names if name]
        words = "; ".join(titles).replace("\n", " ")
        return "".join(span for span, _ in _text.spans(f"Plot: {words}" if words else "Plot"))

    def _repr_svg_(self):
        svg = Svg()
        svg.element("rect", width=self.width, height=self.height, fill=self.background)
        for axes, box in self._placed():
            axes.draw(svg, box)
            if axes.twin is not None:
                axes.twin.draw(svg, axes.fitted(box))
            for owner, bar in self.bars:
                if owner is axes:
                    inner = axes.fitted(box)
                    width = max(10.0, 0.05 * inner.width)
                    bar.draw(svg, Box(inner.right + width, inner.top, width, inner.height))
        if self.title is not None:
            title, style = self.title
            write(svg, self.width / 2, 0.02 * self.height, title, style, size=12, va="top")
        return svg.document(self.width * self.scale, self.height * self.scale, self._description(), self.width, self.height)

    def _placed(self):
        """The axes, each with the box that it has."""
        top = 0.0
        if self.title is not None:
            top = _text.size_of(self.title[0], points(self.title[1].get("fontsize", 12)) * PT)[1] + 0.02 * self.height
        result = []
        for axes, (grid, cell) in self.cells.items():
            result.append((axes, self._box(grid, cell, top)))
        return result

    def _box(self, grid, cell, top):
        """The box of the axes in this cell; all in a grid leave as much room as the one that needs the most."""
        rows, columns = grid
        row, column, high, wide = cell
        width, height = self.width / columns, (self.height - top) / rows
        if grid == (1, 1):
            room = [LEFT * width, TOP * height, RIGHT * width, BOTTOM * height]
        else:
            room = [BETWEEN] * 4
        neighbours = [axes for axes, (other, _) in self.cells.items() if other == grid]
        # What is needed depends on the size, and the size on what is needed: once more is enough.
        for _ in range(2):
            inner = max(width - room[0] - room[2], 40.0), max(height - room[1] - room[3], 40.0)
            needs = [self._need(axes, *inner) for axes in neighbours]
            room = [max(have, *(need[at] for need in needs)) for at, have in enumerate(room)]
        left, upper = column * width + room[0], top + row * height + room[1]
        return Box(left, upper, width * wide - room[0] - room[2], height * high - room[1] - room[3])

    def _need(self, axes, width, height):
        left, above, right, below = axes.room(width, height)
        if axes.twin is not None:
            right = max(right, axes.twin.room(width, height)[2])
        for owner, bar in self.bars:
            if owner is axes:
                right = max(right, 2 * max(10.0, 0.05 * width) + bar.room(width, height)[2])
        return left + 4, above + 4, right + 6, below + 4


class ColorBar(Refusing):
    def __init__(self, axes):
        self.ax = axes

    def set_label(self, label, **given):
        self.ax.set_ylabel(label, **given)


class Grid(list):
    """Axes in rows, as numpy's arrays are used for them: grid[0, 1] and grid.flat."""

    def __getitem__(self, place):
        if isinstance(place, tuple):
            row, column = place
            return list.__getitem__(self, row)[column]
        return list.__getitem__(self, place)

    @property
    def flat(self):
        return iter(self.ravel())

    def ravel(self):
        return Grid([axes for row in self for axes in (row if isinstance(row, list) else [row])])

    flatten = ravel


def shared(how, all_axes, column, row):
    """With which of the axes that are there new ones share an axis."""
    candidates = {True: all_axes, "all": all_axes, "col": column, "row": row}.get(how, [])
    return candidates[0] if candidates else None


def cell_of(place):
    if len(place) == 1 and isinstance(place[0], int) and 111 <= place[0] <= 999:
        place = tuple(map(int, str(place[0])))
    if len(place) != 3:
        raise ValueError("a subplot has a number of rows, a number of columns and its place, as in subplot(2, 1, 1)")
    rows, columns, at = place
    first, last = at if isinstance(at, tuple) else (at, at)
    if not 1 <= first <= last <= rows * columns:
        raise ValueError(f"there is no subplot {at} in {rows} rows and {columns} columns: they count from 1")
    (row, column), (low, right) = divmod(first - 1, columns), divmod(last - 1, columns)
    return (rows, columns), (row, column, low - row + 1, right - column + 1)
