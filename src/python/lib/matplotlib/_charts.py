"""Charts: bars, histograms, pies, boxes."""

import bisect
import math

from matplotlib import _colors, _data
from matplotlib._artists import Area, Bar, Bars
from matplotlib._plots import long_names
from matplotlib._refuse import unknown_arguments, unknown_value
from matplotlib._words import Words

BAR = {"color", "edgecolor", "linewidth", "label", "alpha", "align", "tick_label", "zorder"}


class Charts:
    """Part of the axes."""

    def bar(self, x, height, width=0.8, bottom=0, yerr=None, capsize=0, **given):
        """Upright bars."""
        bars = self._bars("bar", self.xaxis, self.yaxis, x, height, width, bottom, given)
        if yerr is not None:
            self._error_of_bars(bars, yerr, capsize)
        return bars

    def barh(self, y, width, height=0.8, left=0, xerr=None, capsize=0, **given):
        """Lying bars."""
        bars = self._bars("barh", self.yaxis, self.xaxis, y, width, height, left, given)
        if xerr is not None:
            self._error_of_bars(bars, xerr, capsize)
        return bars

    def _bars(self, function, along, across, at, lengths, widths, starts, given):
        given = long_names(given)
        unknown_arguments(function, given.keys() - BAR, BAR)
        is_horizontal = function == "barh"
        names = ("y", "width") if is_horizontal else ("x", "height")
        at = along.convert(_data.listed(at, names[0]))
        lengths = across.convert(_data.listed(lengths, names[1]))
        lengths = lengths * len(at) if len(lengths) == 1 else lengths
        _data.paired(at, lengths, names)
        widths = [_data.number(width) for width in _data.repeated(widths, len(at), "width")] if at else []
        starts = across.convert(_data.repeated(starts, len(at), "bottom")) if at else []
        fills = _colors.colors(given.get("color"), len(at), self._next_color() if given.get("color") is None else "C0")
        edges = _colors.colors(given.get("edgecolor"), len(at), "none")
        shift = {"center": 0.5, "edge": 0.0}.get(given.get("align", "center"))
        if shift is None:
            raise unknown_value("align", given["align"], ("center", "edge"))
        result = []
        for place, length, width, start, fill, edge in zip(at, lengths, widths, starts, fills, edges):
            side = place - shift * width
            parts = (start, side, length, width) if is_horizontal else (side, start, width, length)
            result.append(Bar(*parts, fill, edge, float(given.get("linewidth") or 1)))
            result[-1].alpha = given.get("alpha")
        bars = Bars(result, is_horizontal)
        along.cover([bar.y if is_horizontal else bar.x for bar in bars])
        along.cover([bar.y + bar.height if is_horizontal else bar.x + bar.width for bar in bars])
        across.cover(starts, edges=starts)
        across.cover([start + length for start, length in zip(starts, lengths)])
        if given.get("tick_label") is not None:
            along.set_ticks(at, _data.repeated(given["tick_label"], len(at), "tick_label"), {})
        label = given.get("label")
        if isinstance(label, (list, tuple)):
            _data.paired(at, label, (names[0], "label"))
            for bar, text in zip(bars, label):
                bar.label = str(text)
            return self._add(bars, {"zorder": given.get("zorder")}, [], [])
        return self._add(bars, {"label": label, "zorder": given.get("zorder")}, [], [])

    def _error_of_bars(self, bars, errors, capsize):
        if bars.is_horizontal:
            ends = [(bar.x + bar.width, bar.y + bar.height / 2) for bar in bars]
        else:
            ends = [(bar.x + bar.width / 2, bar.y + bar.height) for bar in bars]
        sides = {"xerr" if bars.is_horizontal else "yerr": errors}
        self.errorbar([x for x, _ in ends], [y for _, y in ends], fmt="none", color="black", capsize=capsize, **sides)

    def bar_label(self, container, labels=None, fmt="%g", padding=0, label_type="edge", **given):
        """Writes at each bar how long it is."""
        texts = []
        for at, bar in enumerate(container):
            length = bar.width if container.is_horizontal else bar.height
            text = labels[at] if labels is not None else formatted(fmt, length)
            part = 1.0 if label_type == "edge" else 0.5
            if container.is_horizontal:
                words = Words(bar.x + bar.width * part, bar.y + bar.height / 2, str(text), {"va": "center", **given})
                words.style.setdefault("ha", "center" if part < 1 else "left" if length >= 0 else "right")
                words.offset = ((padding + 2) * part * math.copysign(1, length) * (part == 1), 0.0)
            else:
                words = Words(bar.x + bar.width / 2, bar.y + bar.height * part, str(text), {"ha": "center", **given})
                words.style.setdefault("va", "center" if part < 1 else "bottom" if length >= 0 else "top")
                words.offset = (0.0, padding * math.copysign(1, length))
            texts.append(self._add(words, {}, [], []))
        return texts

    def hist(
        self, x, bins=10, range=None, density=False, cumulative=False, weights=None, histtype="bar",
        orientation="vertical", rwidth=None, **given,
    ):  # fmt: skip
        """How many of the values are in which of the bins; returns the counts, the edges and the bars."""
        given = long_names(given)
        known = BAR | {"bins", "range", "density", "cumulative", "weights", "histtype", "orientation", "rwidth"}
        unknown_arguments("hist", given.keys() - BAR, known)
        if histtype not in ("bar", "stepfilled"):
            raise unknown_value("histtype", histtype, ("bar", "stepfilled"))
        sets = _data.columns(x) or _data.listed(x, "x")
        if sets and all(isinstance(part, (list, tuple)) or _data.is_array(part) and part.ndim for part in sets):
            return self._hists(sets, bins, range, density, given)
        is_lying = orientation == "horizontal"
        values = (self.yaxis if is_lying else self.xaxis).convert(sets)
        weights = [1.0] * len(values) if weights is None else [_data.number(weight) for weight in weights]
        _data.paired(values, weights, ("x", "weights"))
        pairs = [(value, weight) for value, weight in zip(values, weights) if math.isfinite(value)]
        edges = edges_of([value for value, _ in pairs], bins, range)
        counts = counted(pairs, edges)
        if density and sum(counts) > 0:
            total = sum(counts)
            counts = [count / total / (high - low) for count, low, high in zip(counts, edges, edges[1:])]
        if cumulative:
            for at, count in enumerate(counts[1:], 1):
                counts[at] = counts[at - 1] + count
        widths = [(high - low) * (rwidth or 1.0) for low, high in zip(edges, edges[1:])]
        middles = [(low + high) / 2 for low, high in zip(edges, edges[1:])]
        bars = self.barh(middles, counts, widths, **given) if is_lying else self.bar(middles, counts, widths, **given)
        return counts, edges, bars

    def _hists(self, sets, bins, range, density, given):
        """Several sets of values, side by side in each bin."""
        numbers = [_data.finite(self.xaxis.convert(_data.listed(values, "x"))) for values in sets]
        edges = edges_of([value for values in numbers for value in values], bins, range)
        labels, colors = given.pop("label", None), given.pop("color", None)
        counts, all_bars = [], []
        for at, values in enumerate(numbers):
            found = counted([(value, 1.0) for value in values], edges)
            if density and values:
                found = [n / len(values) / (high - low) for n, low, high in zip(found, edges, edges[1:])]
            width = (edges[1] - edges[0]) * 0.8 / len(sets)
            middles = [(low + high) / 2 + (at - (len(sets) - 1) / 2) * width for low, high in zip(edges, edges[1:])]
            own = {"label": labels[at]} if labels is not None else {}
            own |= {"color": colors[at]} if colors is not None else {}
            all_bars.append(self.bar(middles, found, width, **given, **own))
            counts.append(found)
        return counts, edges, all_bars

    def pie(
        self, x, labels=None, colors=None, autopct=None, explode=None, startangle=0, counterclock=True, radius=1.0,
        pctdistance=0.6, labeldistance=1.1, textprops=None, wedgeprops=None, shadow=False, normalize=True, **unknown,
    ):  # fmt: skip
        """Parts of a whole; returns the wedges, the texts and, with autopct, the percentages."""
        known = "labels colors autopct explode startangle counterclock radius pctdistance labeldistance textprops wedgeprops"
        unknown_arguments("pie", unknown, known.split())
        parts = [_data.number(part) for part in _data.listed(x, "x")]
        if any(not part >= 0 for part in parts):
            raise ValueError("pie() needs parts that are not negative")
        total = sum(parts) if normalize or sum(parts) > 1 else 1.0
        for name, values in (("labels", labels), ("explode", explode)):
            if values is not None:
                _data.paired(parts, _data.listed(values, name), ("x", name))
        fills = _colors.colors(colors, len(parts), "C0") if colors is not None else [_colors.CYCLE[at % 10] for at in range(len(parts))]
        properties = long_names(wedgeprops or {})
        unknown_arguments("pie", properties.keys() - {"edgecolor", "linewidth", "width", "alpha"}, ("edgecolor", "linewidth", "width"))
        style = dict(textprops or {})
        wedges, texts, percents = [], [], []
        angle = math.radians(startangle)
        for at, part in enumerate(parts):
            turn = (part / total if total > 0 else 0.0) * math.tau * (1 if counterclock else -1)
            middle = angle + turn / 2
            away = _data.number(explode[at]) * radius if explode is not None else 0.0
            center = away * math.cos(middle), away * math.sin(middle)
            outline = wedge(center, radius, angle, turn, properties.get("width"))
            area = Area([outline], fills[at], _colors.color(properties.get("edgecolor", "none")), float(properties.get("linewidth", 1)))
            label = str(labels[at]) if labels is not None else None
            wedges.append(self._add(area, {"label": label, "alpha": properties.get("alpha")}, [], []))

            def place(distance):
                return [center[0] + distance * radius * math.cos(middle), center[1] + distance * radius * math.sin(middle)]

            if label is not None:
                side = "left" if math.cos(middle) >= 0 else "right"
                texts.append(self._add(Words(*place(labeldistance), label, {"ha": side, "va": "center", **style}), {}, [], []))
            if autopct is not None:
                share = 100 * part / total if total > 0 else 0.0
                text = autopct(share) if callable(autopct) else formatted(autopct, share)
                percents.append(self._add(Words(*place(pctdistance), text, {"ha": "center", "va": "center", **style}), {}, [], []))
            angle += turn
        self.set_aspect("equal")
        self.axis("off")
        reach = 1.25 * radius
        self.xaxis.limit(-reach, reach)
        self.yaxis.limit(-reach, reach)
        return (wedges, texts) if autopct is None else (wedges, texts, percents)

    def boxplot(
        self, x, labels=None, tick_labels=None, vert=True, widths=None, showfliers=True, showmeans=False,
        patch_artist=False, positions=None, orientation=None, whis=1.5, **unknown,
    ):  # fmt: skip
        """Boxes from the lower to the upper quarter of each list, with a line at its median."""
        known = "labels tick_labels vert widths showfliers showmeans patch_artist positions orientation whis"
        unknown_arguments("boxplot", unknown, known.split())
        is_upright = vert and orientation != "horizontal"
        along, across = (self.xaxis, self.yaxis) if is_upright else (self.yaxis, self.xaxis)
        sets = _data.columns(x) or _data.listed(x, "x")
        if sets and all(map(_data.is_array, sets)):
            sets = [values.tolist() for values in sets]
        sets = sets if sets and isinstance(sets[0], (list, tuple)) else [sets]
        positions = list(range(1, len(sets) + 1)) if positions is None else list(positions)
        _data.paired(sets, positions, ("x", "positions"))
        names = tick_labels if tick_labels is not None else labels
        names = positions if names is None else names
        parts = {name: [] for name in ("boxes", "medians", "whiskers", "caps", "fliers", "means")}

        def line(name, at, to, *form, **style):
            at, to = (at, to) if is_upright else (to, at)
            parts[name] += self.plot(at, to, *form, **{"color": "black", "linewidth": 1.0, **style})

        for values, at in zip(sets, positions):
            ordered = sorted(_data.finite(across.convert(values)))
            half = (0.5 if len(sets) > 1 else 0.15) / 2 if widths is None else _data.number(_data.listed(widths, "widths")[0]) / 2
            along.cover([at - 0.5, at + 0.5], edges=[at - 0.5, at + 0.5])
            if not ordered:
                continue
            low, median, high = (_data.quantile(ordered, part) for part in (0.25, 0.5, 0.75))
            reach = whis * (high - low)
            inside = [value for value in ordered if low - reach <= value <= high + reach]
            ends = min(inside[0], low), max(inside[-1], high)
            sides, outline = [at - half, at + half], ([at - half, at + half, at + half, at - half, at - half], [low, low, high, high, low])
            if patch_artist:
                points = list(zip(*outline if is_upright else outline[::-1]))
                parts["boxes"].append(self._add(Area([points], _colors.color("C0"), "#000000"), {}, *map(list, zip(*points))))
            else:
                line("boxes", *outline)
            for end, start in zip(ends, (low, high)):
                line("whiskers", [at, at], [start, end])
                line("caps", [at - half / 2, at + half / 2], [end, end])
            line("medians", sides, [median, median], color="C1", zorder=2.5)
            beyond = [value for value in ordered if not ends[0] <= value <= ends[1]]
            if showfliers and beyond:
                line("fliers", [at] * len(beyond), beyond, "o", markerfacecolor="none")
            if showmeans:
                line("means", [at], [sum(ordered) / len(ordered)], "^", color="C2")
        along.set_ticks(positions, names, {})
        return parts


def edges_of(values, bins, ends):
    if isinstance(bins, str):
        # Sturges' rule.
        bins = max(1, math.ceil(math.log2(max(len(values), 1)) + 1))
    if not isinstance(bins, int):
        edges = [_data.number(edge) for edge in bins]
        if len(edges) < 2 or any(high <= low for low, high in zip(edges, edges[1:])):
            raise ValueError("bins must be a number, or the edges of the bins in ascending order")
        return edges
    if bins < 1:
        raise ValueError(f"bins must be at least 1, not {bins}")
    low, high = ends if ends is not None else (min(values), max(values)) if values else (0.0, 1.0)
    if low == high:
        low, high = low - 0.5, high + 0.5
    return [low + (high - low) * at / bins for at in range(bins)] + [high]


def counted(pairs, edges):
    counts = [0.0] * (len(edges) - 1)
    for value, weight in pairs:
        if edges[0] <= value <= edges[-1]:
            # The last bin holds its upper edge, too.
            counts[min(bisect.bisect_right(edges, value), len(counts)) - 1] += weight
    return counts


def wedge(center, radius, start, turn, width):
    steps = max(2, math.ceil(abs(turn) / math.radians(2)))
    angles = [start + turn * step / steps for step in range(steps + 1)]

    def arc(angles, radius):
        return [(center[0] + radius * math.cos(angle), center[1] + radius * math.sin(angle)) for angle in angles]

    if width is None:
        return [center, *arc(angles, radius)]
    return arc(angles, radius) + arc(angles[::-1], radius - width)


def formatted(form, value):
    if callable(form):
        return form(value)
    return form.format(value) if "{" in form else form % value
