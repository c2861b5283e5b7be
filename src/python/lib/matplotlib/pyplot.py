"""Draws into the current axes of the current figure.

In a program plt.show() shows the figures, and closes them.
"""

from matplotlib import _refuse
from matplotlib.axes import Axes
from matplotlib.figure import Figure


class Parameters(dict):
    """What figures are like unless somebody says otherwise."""

    def __setitem__(self, name, value):
        if name not in self:
            raise KeyError(f"Garter's matplotlib has no parameter {name!r}; it has {_refuse.listed(self)}")
        super().__setitem__(name, value)

    def update(self, *others, **given):
        for name, value in dict(*others, **given).items():
            self[name] = value


rcParams = Parameters({"figure.figsize": (6.4, 4.8), "figure.dpi": 100, "axes.grid": False, "lines.linewidth": 1.5})

# The figures that are not closed, by their numbers, the current one last.
_figures = {}


def figure(num=None, figsize=None, dpi=None, facecolor="white", **unknown):
    """Makes a new figure the current one, or that with this number or name."""
    _refuse.unknown_arguments("figure", unknown.keys() - {"layout", "tight_layout", "clear"}, "num figsize dpi facecolor".split())
    if num in _figures:
        _figures[num] = _figures.pop(num)
        return _figures[num]
    if num is None:
        num = max((number for number in _figures if isinstance(number, int)), default=0) + 1
    _figures[num] = Figure(num, figsize, dpi, facecolor, dict(rcParams))
    return _figures[num]


def gcf():
    """The current figure; a new one if there is none."""
    return next(reversed(_figures.values()), None) or figure()


def gca():
    """The current axes; new ones if there are none."""
    return gcf().gca()


def sca(ax):
    """Makes these axes the current ones."""
    figure(ax.figure.number)
    ax.figure.axes.remove(ax)
    ax.figure.axes.append(ax)


def get_fignums():
    return [number for number in _figures if isinstance(number, int)]


def subplots(nrows=1, ncols=1, *, sharex=False, sharey=False, squeeze=True, figsize=None, dpi=None, facecolor="white", **unknown):
    """A figure and its axes: one, or a list, or a list of lists of them."""
    known = {"layout", "tight_layout", "constrained_layout"}
    _refuse.unknown_arguments("subplots", unknown.keys() - known, "nrows ncols sharex sharey squeeze figsize dpi facecolor".split())
    made = figure(None, figsize, dpi, facecolor)
    return made, made.subplots(nrows, ncols, sharex, sharey, squeeze)


def subplot(*place, **given):
    """The axes at a place of the current figure: subplot(2, 1, 1) or subplot(211)."""
    from matplotlib.figure import cell_of

    current = gcf()
    where = cell_of(place or (1, 1, 1))
    for axes, cell in current.cells.items():
        if cell == where:
            sca(axes)
            return axes
    return current.add_subplot(*place, **given)


def show(*, block=None):
    """Shows all figures, and closes them."""
    for shown in list(_figures.values()):
        if shown.axes or shown.title:
            shown.show()
    _figures.clear()


def close(which=None):
    """Closes the current figure, this one, or 'all'."""
    if which == "all":
        _figures.clear()
    elif which is None:
        _figures.popitem() if _figures else None
    else:
        for number, known in list(_figures.items()):
            if which in (number, known):
                del _figures[number]


def savefig(*place, **given):
    gcf().savefig(*place, **given)


def suptitle(t, **given):
    gcf().suptitle(t, **given)


def tight_layout(**given):
    gcf().tight_layout(**given)


subplots_adjust = tight_layout


def clf():
    gcf().clear()


def cla():
    gca().cla()


def colorbar(mappable=None, ax=None, **given):
    """A bar that says what the colours of the last image or of the last dots mean."""
    if mappable is None:
        drawn = [artist for axes in gcf().axes for artist in axes.artists if getattr(artist, "color_map", None)]
        if not drawn:
            raise RuntimeError("colorbar() has nothing to explain: draw with imshow(), or scatter() with numbers for c")
        mappable = drawn[-1]
    return gcf().colorbar(mappable, ax, **given)


def title(label, loc="center", **given):
    gca().set_title(label, loc, **given)


def xlim(*limits, **given):
    """Sets the ends of the x axis, if any are given, and returns them."""
    return gca().set_xlim(*limits, **given)


def ylim(*limits, **given):
    """Sets the ends of the y axis, if any are given, and returns them."""
    return gca().set_ylim(*limits, **given)


def xticks(ticks=None, labels=None, **given):
    """Where the ticks of the x axis are, and what stands at them."""
    gca().set_xticks(ticks, labels, **given)


def yticks(ticks=None, labels=None, **given):
    """Where the ticks of the y axis are, and what stands at them."""
    gca().set_yticks(ticks, labels, **given)


def _of_axes(name, method):
    """A function that does the same for the current axes."""

    def function(*data, **given):
        return getattr(gca(), method)(*data, **given)

    function.__name__ = function.__qualname__ = name
    function.__doc__ = getattr(Axes, method).__doc__
    return function


_SAME = (
    "annotate axhline axhspan axis axvline axvspan bar bar_label barh boxplot errorbar fill_between grid hist hlines "
    "imshow legend loglog margins pie plot scatter semilogx semilogy step text tick_params twinx vlines"
).split()
_SETTERS = {"xlabel": "set_xlabel", "ylabel": "set_ylabel", "xscale": "set_xscale", "yscale": "set_yscale"}
globals().update({name: _of_axes(name, name) for name in _SAME})
globals().update({name: _of_axes(name, method) for name, method in _SETTERS.items()})


def __getattr__(name):
    known = {known for known in globals() if not known.startswith("_")} - {"Axes", "Figure", "Parameters"}
    raise _refuse.unknown_name("pyplot", name, known)
