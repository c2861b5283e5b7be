"""One axis: what it counts, from where to where, and its ticks."""

import datetime
import math

from matplotlib import _data, _ticks
from matplotlib._refuse import unknown_value

MARGIN = 0.05


class Axis:
    def __init__(self, name):
        self.name = name
        self.label = ""
        self.label_style = {}
        self.scale = "linear"
        self.is_date = False
        # Texts by the number that stands for each.
        self.categories = {}
        # Chosen by the program; None is left to us.
        self.low = self.high = None
        self.is_inverted = False
        self.ticks = self.tick_texts = None
        self.tick_style = {}
        self.is_shown = True
        self.grid = None
        self.margin = None
        # What the data span, and ends at which nothing more is to be seen.
        self.values = []
        self.edges = set()
        self.shared = [self]

    def convert(self, values):
        """Numbers for values of any kind."""
        if any(isinstance(value, str) for value in values):
            return [self.category(value) for value in values]
        if any(isinstance(value, datetime.date) for value in values):
            self.is_date = True
        elif any(isinstance(value, (list, tuple)) for value in values):
            raise ValueError(f"{self.name} holds lists; draw one list of values at a time")
        return [_data.number(value) for value in values]

    def category(self, value):
        if value is None or isinstance(value, float) and math.isnan(value):
            return _data.NAN
        return float(self.categories.setdefault(str(value), len(self.categories)))

    def cover(self, values, edges=()):
        """Makes sure that these numbers are in view."""
        self.values += _data.finite(values)
        self.edges.update(edges)

    def view(self):
        """The ends of the axis."""
        values = [value for axis in self.shared for value in axis.values]
        if self.scale == "log":
            return self.view_of_log([value for value in values if value > 0])
        low, high = (min(values), max(values)) if values else (0.0, 1.0)
        if values:
            low, high = self.widened(low, high)
        chosen_low, chosen_high = self.chosen()
        low = low if chosen_low is None else chosen_low
        high = high if chosen_high is None else chosen_high
        if low > high and (chosen_low is None or chosen_high is None):
            low, high = high, low
        if low == high:
            low, high = apart(low)
        return low, high

    def chosen(self):
        for axis in self.shared:
            if axis.low is not None or axis.high is not None:
                return axis.low, axis.high
        return None, None

    def widened(self, low, high):
        margin = MARGIN if self.margin is None else self.margin
        if high - low <= 1e-13 * max(abs(low), abs(high)):
            low, high = apart(low)
        room = (high - low) * margin
        edges = {edge for axis in self.shared for edge in axis.edges}
        return low if low in edges else low - room, high if high in edges else high + room

    def view_of_log(self, values):
        low, high = (min(values), max(values)) if values else (1.0, 10.0)
        ratio = (high / low) ** MARGIN if high > low else 1.5
        low, high = low / ratio, high * ratio
        chosen_low, chosen_high = self.chosen()
        if chosen_low is not None and chosen_low > 0:
            low = chosen_low
        if chosen_high is not None and chosen_high > 0:
            high = chosen_high
        return (low, high) if low != high else (low / 10, high * 10)

    def places(self, start, end):
        """A function from numbers to pixels, from this start to this end; NaN where there is none."""
        low, high = self.view()
        if self.is_inverted:
            start, end = end, start
        if self.scale == "log":
            base, span = math.log10(low), math.log10(high) - math.log10(low)

            def place(value):
                return start + (math.log10(value) - base) / span * (end - start) if value > 0 else _data.NAN
        else:
            span = high - low

            def place(value):
                return start + (value - low) / span * (end - start)

        return place

    def marks(self, most):
        """Ticks, their texts, small ticks, and what all are counted in. There are at most about so many."""
        low, high = sorted(self.view())
        texts, small, unit = None, [], ""
        categories = {text: at for axis in self.shared for text, at in axis.categories.items()}
        if self.ticks is not None:
            ticks = self.ticks
            texts = self.tick_texts
            if texts is None and self.is_date:
                texts = [_data.moment(tick).strftime("%Y-%m-%d") for tick in ticks]
            texts = texts or [_ticks.short(tick) for tick in ticks]
        elif self.scale == "log":
            ticks, texts, small = _ticks.logarithmic(low, high, most)
        elif any(axis.is_date for axis in self.shared):
            ticks, texts = _ticks.dates(low, high, most)
        elif categories:
            ticks, texts = list(categories.values()), list(categories)
        else:
            ticks, step = _ticks.linear(low, high, most)
            texts, unit = _ticks.numbers(ticks, step)
        if self.tick_texts is not None and self.ticks is None:
            texts = self.tick_texts[: len(ticks)] + [""] * (len(ticks) - len(self.tick_texts))
        slack = (high - low) * 1e-9
        seen = [(tick, text) for tick, text in zip(ticks, texts) if low - slack <= tick <= high + slack]
        return seen, small, unit

    def limit(self, low, high):
        low, high = (None if end is None else self.convert([end])[0] for end in (low, high))
        for end in (low, high):
            if end is not None and not math.isfinite(end):
                raise ValueError(f"the limits of the {self.name} axis must be finite numbers")
        if low is not None and high is not None:
            self.is_inverted = low > high
            low, high = min(low, high), max(low, high)
        for axis in self.shared:
            axis.low, axis.high = low if low is not None else axis.low, high if high is not None else axis.high
            axis.is_inverted = self.is_inverted

    def limits(self):
        low, high = self.view()
        return (high, low) if self.is_inverted else (low, high)

    def set_scale(self, scale):
        if scale not in ("linear", "log"):
            raise unknown_value("scale", scale, ("linear", "log"))
        for axis in self.shared:
            axis.scale = scale

    def set_ticks(self, ticks, texts, style):
        if ticks is not None:
            self.ticks = self.convert(_data.listed(ticks, "ticks"))
            self.tick_texts = None
        if texts is not None:
            texts = [str(text) for text in texts]
            if ticks is not None and len(texts) != len(self.ticks):
                raise ValueError(
                    f"ticks and labels must have the same length, but they have {len(self.ticks)} and {len(texts)} values"
                )
            self.tick_texts = texts
        self.tick_style.update(style)

    def share(self, other):
        self.shared = other.shared
        self.shared.append(self)
        self.scale = other.scale


def apart(value):
    room = abs(value) * MARGIN or MARGIN
    return value - room, value + room
