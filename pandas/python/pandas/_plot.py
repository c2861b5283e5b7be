"""`plot`: tables drawn by matplotlib.pyplot."""

import numpy as np

from pandas._missing import unsupported

_KINDS = ("line", "bar", "barh", "hist", "box", "area", "pie", "scatter")
_OURS = {"ax", "x", "y", "title", "grid", "legend", "xlabel", "ylabel", "xlim", "ylim", "xticks", "yticks", "rot", "fontsize",
         "stacked", "subplots", "figsize", "logx", "logy", "loglog", "style", "secondary_y", "sharex", "sharey", "layout", "colormap",
         "use_index", "width", "table", "position", "by", "column"}


class Plot:
    """`df.plot(kind="bar")`, `df.plot.bar()`."""

    def __init__(self, table):
        self._table = table

    def __call__(self, *args, kind="line", **options):
        if kind not in _KINDS:
            if kind in ("kde", "density", "hexbin"):
                raise unsupported(f"plot(kind={kind!r})")
            raise ValueError(f"{kind} is not a valid plot kind Valid plot kinds: {_KINDS}")
        if args:
            options |= dict(zip(("x", "y"), args))
        return _draw(self._table, kind, options)

    def __getattr__(self, name):
        if name in ("kde", "density", "hexbin"):
            raise unsupported(f"plot.{name}")
        raise AttributeError(f"'PlotAccessor' object has no attribute {name!r}")


for _name in _KINDS:
    def _kind(name):
        def draw(self, x=None, y=None, **options):
            if x is not None:
                options["x"] = x
            if y is not None:
                options["y"] = y
            return _draw(self._table, name, options)

        return draw

    setattr(Plot, _name, _kind(_name))


def frame_hist(frame, column=None, **options):
    """`df.hist()`: a histogram for each column."""
    import matplotlib.pyplot as plt

    frame = frame._numeric() if column is None else frame[[column] if isinstance(column, str) else column]
    names = list(frame.columns)
    across = 1 if len(names) == 1 else 2
    down = -(-len(names) // across)
    figsize = options.pop("figsize", None)
    figure, axes = plt.subplots(down, across, **({"figsize": figsize} if figsize else {}))
    listed = list(axes.flat) if len(names) > 1 else [axes]
    for name, ax in zip(names, listed):
        ax.hist(frame[name].dropna().tolist(), **options)
        ax.set_title(str(name))
        ax.grid(True)
    for ax in listed[len(names):]:
        ax.axis("off")
    return axes


def _draw(table, kind, options):
    import matplotlib.pyplot as plt

    own = {name: options.pop(name) for name in list(options) if name in _OURS}
    for name in ("secondary_y", "table", "colormap", "by"):
        if own.get(name):
            raise unsupported(f"plot with {name}")
    frame = table if table.ndim == 2 else table.to_frame("" if table.name is None else table.name)
    if own.get("subplots"):
        names = _values(frame, own, kind)
        figure, axes = plt.subplots(len(names), 1, **({"figsize": own["figsize"]} if own.get("figsize") else {}))
        for name, ax in zip(names, list(axes.flat) if len(names) > 1 else [axes]):
            inner = {key: value for key, value in own.items() if key not in ("subplots", "layout", "figsize", "title")}
            _draw(frame, kind, {**inner, **options, "ax": ax, "y": name})
        if own.get("title"):
            figure.suptitle(own["title"])
        return axes
    ax = own.get("ax")
    if ax is None:
        if own.get("figsize"):
            ax = plt.figure(figsize=own["figsize"]).add_subplot()
        elif table.ndim == 1:
            ax = plt.gca()
        else:
            ax = plt.figure().add_subplot()
    if kind == "scatter":
        _scatter(frame, ax, own, options)
    elif kind == "pie":
        _pie(frame, table, ax, own, options)
        return _dressed(ax, own, False)
    else:
        _columns(frame, table, kind, ax, own, options)
    return _dressed(ax, own)


def _values(frame, own, kind):
    """The columns that are drawn."""
    y = own.get("y")
    if y is not None:
        return list(y) if isinstance(y, (list, tuple)) else [y if y in frame.columns else frame.columns[y]]
    names = [name for name, col in zip(frame.columns, frame._cols) if col.kind in "iufb" and name != own.get("x")]
    if not names:
        raise TypeError("no numeric data to plot")
    return names


def _positions(frame, own):
    """Where the values of the rows stand, and what is written there."""
    x = own.get("x")
    if x is None:
        index = frame.index
        if index._is_multi:
            return [f"({', '.join(map(str, label))})" for label in index], ", ".join(map(str, index.names)) if any(index.names) else None
        return index, index.name
    name = x if x in frame.columns else frame.columns[x]
    return frame[name], name


def _columns(frame, table, kind, ax, own, options):
    names = _values(frame, own, kind)
    source, title = _positions(frame, own)
    labels = options.pop("label", None)
    legend = own.get("legend", table.ndim == 2 or labels is not None)
    colors = options.pop("color", options.pop("c", None))
    data = {name: frame[name]._col.floats() for name in names}
    col = getattr(source, "_col", None)
    plain = list(source) if col is None else col.dense().values()
    texts = col is None or col.kind in "sOC"
    color = lambda at: {} if colors is None else {"color": colors[at % len(colors)] if isinstance(colors, (list, tuple)) else
                                                  colors.get(names[at]) if isinstance(colors, dict) else colors}
    label = lambda at: (labels[at] if isinstance(labels, (list, tuple)) else labels) if labels is not None and (
        len(names) == 1 or isinstance(labels, (list, tuple))) else str(names[at])
    if kind in ("line", "area"):
        where = list(range(len(plain))) if texts or own.get("use_index") is False else plain
        if kind == "line":
            for at, name in enumerate(names):
                style = own.get("style")
                style = style.get(name) if isinstance(style, dict) else style[at] if isinstance(style, list) else style
                ax.plot(where, data[name], *([style] if style else []), label=label(at), **color(at), **options)
        else:
            _area(ax, where, names, data, label, color, own, options)
        if texts and own.get("use_index") is not False:
            _ticks(ax, plain)
        if title is not None and own.get("xlabel") is None:
            ax.set_xlabel(str(title))
    elif kind in ("bar", "barh"):
        _bars(ax, kind, names, data, plain, col, label, color, own, options, title)
    elif kind == "hist":
        bins = options.pop("bins", 10)
        present = [values[~np.isnan(values)] for values in data.values()]
        whole = np.concatenate(present)
        edges = np.histogram_bin_edges(whole, bins) if not hasattr(bins, "__len__") else bins
        if own.get("stacked"):
            raise unsupported("plot.hist with stacked")
        for at, values in enumerate(present):
            ax.hist(values.tolist(), bins=list(edges), label=label(at), **color(at), **options)
        if own.get("ylabel") is None:
            ax.set_ylabel("Frequency")
    elif kind == "box":
        ax.boxplot([values[~np.isnan(values)].tolist() for values in data.values()], tick_labels=[str(name) for name in names], **options)
        legend = False
    if legend:
        ax.legend()


def _ticks(ax, plain):
    step = max(1, -(-len(plain) // 10))
    ax.set_xticks(list(range(0, len(plain), step)), [str(value) for value in plain[::step]])


def _area(ax, where, names, data, label, color, own, options):
    stacked = own.get("stacked", True)
    below = np.zeros(len(where))
    for at, name in enumerate(names):
        values = np.nan_to_num(data[name])
        if stacked and (values < 0).any() and (values > 0).any():
            raise ValueError(f"When stacked is True, each column must be either all positive or all negative. Column '{name}' contains "
                             "both positive and negative values")
        above = below + values if stacked else values
        fill = {"alpha": 0.5} if not stacked else {}
        ax.fill_between(where, above, below if stacked else 0, label=label(at), **{**fill, **color(at), **options})
        below = above if stacked else below


def _bars(ax, kind, names, data, plain, col, label, color, own, options, title):
    count = len(names)
    width = own.get("width", 0.5)
    places = np.arange(len(plain))
    stacked = own.get("stacked")
    call = ax.bar if kind == "bar" else ax.barh
    size, start = ("width", "bottom") if kind == "bar" else ("height", "left")
    up, down = np.zeros(len(plain)), np.zeros(len(plain))
    for at, name in enumerate(names):
        values = np.nan_to_num(data[name])
        if stacked:
            base = np.where(values >= 0, up, down)
            call(places.tolist(), values.tolist(), **{size: width, start: base.tolist()}, label=label(at), **color(at), **options)
            up, down = up + np.maximum(values, 0), down + np.minimum(values, 0)
        else:
            own_places = places - width / 2 + width * (at + 0.5) / count
            shade = color(at)
            call(own_places.tolist(), values.tolist(), **{size: width / count}, label=label(at), **shade, **options)
    if col is not None and col.kind == "M":
        from pandas._format import date_texts

        plain = date_texts(col)
    texts = [str(value) for value in plain]
    if kind == "bar":
        ax.set_xticks(places.tolist(), texts)
        if title is not None and own.get("xlabel") is None:
            ax.set_xlabel(str(title))
        ax.tick_params(axis="x", rotation=own.get("rot", 90))
    else:
        ax.set_yticks(places.tolist(), texts)
        if title is not None and own.get("ylabel") is None:
            ax.set_ylabel(str(title))


def _scatter(frame, ax, own, options):
    if own.get("x") is None or own.get("y") is None:
        raise TypeError("PlotAccessor.scatter() missing 1 required positional argument: 'y'" if own.get("y") is None else "scatter requires an x and y column")
    x, y = own["x"], own["y"]
    for name in ("c", "s"):
        if isinstance(options.get(name), str) and options[name] in frame.columns:
            options[name] = frame[options[name]]._col.floats()
    ax.scatter(frame[x]._col.dense().values(), frame[y]._col.dense().values(), **options)
    if own.get("xlabel") is None:
        ax.set_xlabel(str(x))
    if own.get("ylabel") is None:
        ax.set_ylabel(str(y))
    if options.get("label"):
        ax.legend()


def _pie(frame, table, ax, own, options):
    if table.ndim == 2 and own.get("y") is None:
        raise ValueError("pie requires either y column or 'subplots=True'")
    name = own["y"] if own.get("y") is not None else frame.columns[0]
    values = np.nan_to_num(frame[name]._col.floats())
    if (values < 0).any():
        raise ValueError("pie plot doesn't allow negative values")
    labels = options.pop("labels", [str(label) for label in frame.index])
    ax.pie(values.tolist(), labels=labels, **options)
    ax.set_ylabel(str(name) if own.get("ylabel") is None else own["ylabel"])
    if own.get("legend", table.ndim == 2):
        ax.legend()


def _dressed(ax, own, with_axes=True):
    """Titles, limits and the like."""
    for name in ("title", "xlabel", "ylabel", "xlim", "ylim", "xticks", "yticks"):
        if own.get(name) is not None and (with_axes or name in ("title", "xlabel", "ylabel")):
            getattr(ax, f"set_{name}")(own[name])
    if own.get("grid"):
        ax.grid(True)
    if own.get("logx") or own.get("loglog"):
        ax.set_xscale("log")
    if own.get("logy") or own.get("loglog"):
        ax.set_yscale("log")
    return ax
