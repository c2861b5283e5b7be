"""The axes: where things are drawn, and between which limits."""

from matplotlib import _colors, _data
from matplotlib._axis import Axis
from matplotlib._charts import Charts
from matplotlib._drawing import Drawing
from matplotlib._legend import Legend
from matplotlib._plots import Plots
from matplotlib._refuse import Refusing, public_names, unknown_arguments, unknown_value
from matplotlib._words import style_of

TICK_STYLE = {"rotation", "fontsize", "color", "ha", "va", "fontweight"}
SIDES = ("left", "bottom", "right", "top")


class Spine:
    def __init__(self):
        self.is_visible = True

    def set_visible(self, is_visible):
        self.is_visible = bool(is_visible)


class Spines(dict):
    """The frame's sides, by their names; spines[["top", "right"]] are two of them."""

    def __getitem__(self, names):
        if isinstance(names, list):
            return Spines({name: self[name] for name in names})
        return super().__getitem__(names)

    def __getattr__(self, name):
        if name in self:
            return self[name]
        raise AttributeError(name)

    def set_visible(self, is_visible):
        for spine in self.values():
            spine.set_visible(is_visible)


class Axes(Plots, Charts, Drawing, Refusing):
    """One plot of a figure."""

    INNER = Refusing.INNER | public_names(Drawing)

    transAxes = "axes"
    transData = None

    def __init__(self, figure, share_x=None, share_y=None):
        self.figure = figure
        self.xaxis, self.yaxis = Axis("x"), Axis("y")
        if share_x is not None:
            self.xaxis.share(share_x.xaxis)
        if share_y is not None:
            self.yaxis.share(share_y.yaxis)
        self.artists = []
        self.titles = {}
        self.legend_ = None
        self.is_framed = True
        self.aspect = "auto"
        self.background = "#ffffff"
        self.spines = Spines({side: Spine() for side in SIDES})
        self.drawn_colors = 0
        # The axes under these with the same x axis, if there are any, and those over them.
        self.base = None
        self.twin = None
        if figure._default("axes.grid"):
            self.grid(True)

    def _default(self, name):
        return self.figure._default(name)

    def _next_color(self):
        owner = self.base or self
        owner.drawn_colors += 1
        return _colors.CYCLE[(owner.drawn_colors - 1) % len(_colors.CYCLE)]

    def _add(self, artist, given, xs, ys):
        """Takes something to be drawn that covers these numbers."""
        if given.get("label") is not None:
            artist.label = str(given["label"])
        if given.get("alpha") is not None:
            artist.alpha = float(given["alpha"])
        if given.get("zorder") is not None:
            artist.z = float(given["zorder"])
        self.xaxis.cover(xs)
        self.yaxis.cover(ys)
        self.artists.append(artist)
        return artist

    def set_title(self, label, loc="center", **given):
        if loc not in ("left", "center", "right"):
            raise unknown_value("loc", loc, ("left", "center", "right"))
        self.titles[loc] = str(label), style_of("set_title", given, ("pad",))

    def get_title(self):
        return self.titles.get("center", ("", {}))[0]

    def set_xlabel(self, label, **given):
        self.xaxis.label, self.xaxis.label_style = str(label), style_of("set_xlabel", given, ("labelpad",))

    def set_ylabel(self, label, **given):
        self.yaxis.label, self.yaxis.label_style = str(label), style_of("set_ylabel", given, ("labelpad",))

    def get_xlabel(self):
        return self.xaxis.label

    def get_ylabel(self):
        return self.yaxis.label

    def set_xlim(self, left=None, right=None, *, xmin=None, xmax=None):
        set_limits(self.xaxis, xmin if left is None else left, xmax if right is None else right)
        return self.get_xlim()

    def set_ylim(self, bottom=None, top=None, *, ymin=None, ymax=None):
        set_limits(self.yaxis, ymin if bottom is None else bottom, ymax if top is None else top)
        return self.get_ylim()

    def get_xlim(self):
        return self.xaxis.limits()

    def get_ylim(self):
        return self.yaxis.limits()

    def invert_xaxis(self):
        self.xaxis.is_inverted = not self.xaxis.is_inverted

    def invert_yaxis(self):
        self.yaxis.is_inverted = not self.yaxis.is_inverted

    def margins(self, x=None, y=None):
        self.xaxis.margin = self.xaxis.margin if x is None else float(x)
        self.yaxis.margin = (x if y is None else y) if y is not None or x is not None else self.yaxis.margin

    def set_xscale(self, value):
        self.xaxis.set_scale(value)

    def set_yscale(self, value):
        self.yaxis.set_scale(value)

    def semilogx(self, *data, **given):
        self.set_xscale("log")
        return self.plot(*data, **given)

    def semilogy(self, *data, **given):
        self.set_yscale("log")
        return self.plot(*data, **given)

    def loglog(self, *data, **given):
        self.set_xscale("log")
        return self.semilogy(*data, **given)

    def set_xticks(self, ticks, labels=None, **given):
        self.xaxis.set_ticks(ticks, labels, style_of("set_xticks", given))

    def set_yticks(self, ticks, labels=None, **given):
        self.yaxis.set_ticks(ticks, labels, style_of("set_yticks", given))

    def set_xticklabels(self, labels, **given):
        self.xaxis.set_ticks(None, labels, style_of("set_xticklabels", given))

    def set_yticklabels(self, labels, **given):
        self.yaxis.set_ticks(None, labels, style_of("set_yticklabels", given))

    def get_xticks(self):
        return [tick for tick, _ in self.xaxis.marks(9)[0]]

    def get_yticks(self):
        return [tick for tick, _ in self.yaxis.marks(9)[0]]

    def tick_params(self, axis="both", rotation=None, labelrotation=None, labelsize=None, labelcolor=None, colors=None, **unknown):
        unknown_arguments("tick_params", unknown, "axis rotation labelrotation labelsize labelcolor colors".split())
        style = {"rotation": rotation if rotation is not None else labelrotation, "fontsize": labelsize,
                 "color": labelcolor if labelcolor is not None else colors}  # fmt: skip
        style = {name: value for name, value in style.items() if value is not None}
        for one in self._axes_named(axis):
            one.tick_style.update(style)

    def _axes_named(self, name):
        axes = {"x": [self.xaxis], "y": [self.yaxis], "both": [self.xaxis, self.yaxis]}
        if name not in axes:
            raise unknown_value("axis", name, axes)
        return axes[name]

    def grid(self, visible=None, which="major", axis="both", color="#b0b0b0", linestyle="-", linewidth=0.8, alpha=None, **unknown):
        """Lines at the ticks. Without visible, they appear or disappear."""
        unknown = {{"ls": "linestyle", "lw": "linewidth", "c": "color"}.get(name, name): value for name, value in unknown.items()}
        unknown_arguments("grid", unknown.keys() - {"linestyle", "linewidth", "color"}, "visible which axis color linestyle linewidth alpha".split())
        style = {"color": color, "linestyle": linestyle, "linewidth": linewidth, "alpha": alpha, "which": which, **unknown}
        for one in self._axes_named(axis):
            is_on = visible if visible is not None else one.grid is None
            one.grid = style if is_on else None

    def set_axisbelow(self, is_below):
        """The grid is below what is drawn in any case."""

    def axis(self, option=None):
        """'equal', 'off', 'on', 'tight', 'scaled', 'square', or [xmin, xmax, ymin, ymax]; returns the limits."""
        if isinstance(option, (list, tuple)):
            if len(option) != 4:
                raise ValueError(f"axis() needs [xmin, xmax, ymin, ymax], not {len(option)} numbers")
            self.set_xlim(*option[:2])
            self.set_ylim(*option[2:])
        elif option in ("off", False, "on", True):
            self.is_framed = option in ("on", True)
        elif option in ("equal", "scaled", "square", "image"):
            self.aspect = "datalim" if option == "equal" else "box"
        elif option == "tight":
            self.margins(0, 0)
        elif option == "auto":
            self.aspect = "auto"
        elif option is not None:
            raise unknown_value("axis", option, ("equal", "off", "on", "tight", "scaled", "square", "auto"))
        return (*self.get_xlim(), *self.get_ylim())

    def set_axis_off(self):
        self.is_framed = False

    def set_axis_on(self):
        self.is_framed = True

    def set_aspect(self, aspect, adjustable="box"):
        if aspect in ("equal", 1):
            self.aspect = "datalim" if adjustable == "datalim" else "box"
        elif aspect == "auto":
            self.aspect = "auto"
        else:
            raise unknown_value("aspect", aspect, ("auto", "equal"))

    def set_facecolor(self, color):
        self.background = _colors.color(color)

    def legend(self, *entries, **given):
        """What the labels mean: of all that has one, of these labels, or of these things with these labels."""
        given = dict(given)
        handles, labels = given.pop("handles", None), given.pop("labels", None)
        if len(entries) == 2:
            handles, labels = entries
        elif len(entries) == 1:
            (labels,) = entries
        self.legend_ = Legend(self, handles, labels, given)
        return self.legend_

    def twinx(self):
        """Axes over these with the same x axis, and a y axis of their own on the right."""
        twin = Axes(self.figure, share_x=self)
        twin.base, self.twin = self, twin
        self.figure.axes.append(twin)
        return twin

    def set(self, **properties):
        """Several properties at once: set(title=…, xlabel=…)."""
        for name, value in properties.items():
            getattr(self, f"set_{name}")(value)

    def cla(self):
        figure = self.figure
        self.__init__(figure)

    clear = cla

    def get_figure(self):
        return self.figure


def set_limits(axis, low, high):
    if isinstance(low, (list, tuple)) and high is None:
        low, high = low
    if low is not None and high is not None and _data.number(axis.convert([low])[0]) == axis.convert([high])[0]:
        raise ValueError(f"the limits of the {axis.name} axis must differ, but both are {low!r}")
    axis.limit(low, high)
