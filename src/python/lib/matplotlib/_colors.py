"""Colours, by all the names that they have."""

import re

from matplotlib._refuse import unknown_value

CYCLE = (
    "#1f77b4", "#ff7f0e", "#2ca02c", "#d62728", "#9467bd",
    "#8c564b", "#e377c2", "#7f7f7f", "#bcbd22", "#17becf",
)  # fmt: skip
TABLEAU = dict(
    zip(("blue", "orange", "green", "red", "purple", "brown", "pink", "gray", "olive", "cyan"), CYCLE)
)
LETTERS = {
    "b": "#0000ff", "g": "#008000", "r": "#ff0000", "c": "#00bfbf",
    "m": "#bf00bf", "y": "#bfbf00", "k": "#000000", "w": "#ffffff",
}  # fmt: skip
# Those of CSS, which SVG knows by their names.
NAMES = frozenset(
    """aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet brown
    burlywood cadetblue chartreuse chocolate coral cornflowerblue cornsilk crimson cyan darkblue darkcyan
    darkgoldenrod darkgray darkgreen darkgrey darkkhaki darkmagenta darkolivegreen darkorange darkorchid darkred
    darksalmon darkseagreen darkslateblue darkslategray darkslategrey darkturquoise darkviolet deeppink
    deepskyblue dimgray dimgrey dodgerblue firebrick floralwhite forestgreen fuchsia gainsboro ghostwhite gold
    goldenrod gray green greenyellow grey honeydew hotpink indianred indigo ivory khaki lavender lavenderblush
    lawngreen lemonchiffon lightblue lightcoral lightcyan lightgoldenrodyellow lightgray lightgreen lightgrey
    lightpink lightsalmon lightseagreen lightskyblue lightslategray lightslategrey lightsteelblue lightyellow
    lime limegreen linen magenta maroon mediumaquamarine mediumblue mediumorchid mediumpurple mediumseagreen
    mediumslateblue mediumspringgreen mediumturquoise mediumvioletred midnightblue mintcream mistyrose moccasin
    navajowhite navy oldlace olive olivedrab orange orangered orchid palegoldenrod palegreen paleturquoise
    palevioletred papayawhip peachpuff peru pink plum powderblue purple rebeccapurple red rosybrown royalblue
    saddlebrown salmon sandybrown seagreen seashell sienna silver skyblue slateblue slategray slategrey snow
    springgreen steelblue tan teal thistle tomato turquoise violet wheat white whitesmoke yellow
    yellowgreen""".split()
)
HEX = re.compile(r"#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})", re.IGNORECASE)

# Each is drawn through these colours, at equal distances.
MAPS = {
    "viridis": "440154 482878 3e4989 31688e 26828e 1f9e89 35b779 6ece58 b5de2b fde725",
    "plasma": "0d0887 46039f 7201a8 9c179e bd3786 d8576b ed7953 fb9f3a fdca26 f0f921",
    "inferno": "000004 1b0c41 4a0c6b 781c6d a52c60 cf4446 ed6925 fb9b06 f7d13d fcffa4",
    "magma": "000004 180f3d 440f76 721f81 9e2f7f cd4071 f1605d fd9668 feca8d fcfdbf",
    "cividis": "00224e 123570 3b496c 575d6d 707173 8a8678 a59c74 c3b369 e1cc55 fee838",
    "gray": "000000 ffffff",
    "Greys": "ffffff d9d9d9 969696 525252 000000",
    "Blues": "f7fbff c6dbef 6baed6 2171b5 08306b",
    "Greens": "f7fcf5 c7e9c0 74c476 238b45 00441b",
    "Reds": "fff5f0 fcbba1 fb6a4a cb181d 67000d",
    "hot": "0b0000 ff0000 ffff00 ffffff",
    "cool": "00ffff ff00ff",
    "coolwarm": "3b4cc0 8db0fe dddddd f49a7b b40426",
    "RdBu": "67001f d6604d f7f7f7 4393c3 053061",
    "jet": "000080 0000ff 00ffff ffff00 ff0000 800000",
    "rainbow": "8000ff 00b5eb 80ffb4 ffb360 ff0000",
    "binary": "ffffff 000000",
}


def color(value):
    """A colour as SVG writes it."""
    if isinstance(value, str):
        name = value.strip()
        lower = name.lower()
        if lower in NAMES or HEX.fullmatch(lower) or lower == "none":
            return lower
        if lower in LETTERS:
            return LETTERS[lower]
        if re.fullmatch(r"C\d+", name):
            return CYCLE[int(name[1:]) % len(CYCLE)]
        if lower.startswith("tab:") and lower[4:] in TABLEAU:
            return TABLEAU[lower[4:]]
        if re.fullmatch(r"0?\.\d+|[01](?:\.0*)?", lower):
            return hexadecimal([float(lower)] * 3)
    elif is_rgb(value):
        return hexadecimal(value)
    raise ValueError(
        f"{value!r} is no colour; colours are names like 'red' and 'tab:blue', letters like 'r', "
        "'#ff8800', grey levels from '0' to '1', and tuples (red, green, blue) of numbers from 0 to 1"
    )


def is_rgb(value):
    return (
        isinstance(value, (tuple, list))
        and len(value) in (3, 4)
        and all(isinstance(part, (int, float)) and 0 <= part <= 1 for part in value)
    )


def hexadecimal(parts):
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)


def colors(value, count, default):
    """A colour for each of so many things."""
    if value is None:
        return [color(default)] * count
    if isinstance(value, str) or is_rgb(value):
        return [color(value)] * count
    values = [color(one) for one in value]
    # As in matplotlib, few colours begin again.
    return [values[at % len(values)] for at in range(count)] if values else [color(default)] * count


class ColorMap:
    """Numbers from 0 to 1 as colours."""

    def __init__(self, name):
        if not isinstance(name, str):
            raise TypeError(f"cmap must be the name of a colour map, for example 'viridis', not {name!r}")
        is_reversed = name.endswith("_r")
        base = name.removesuffix("_r")
        if base not in MAPS:
            raise unknown_value("colour map", name, MAPS)
        stops = [bytes.fromhex(stop) for stop in MAPS[base].split()]
        self.stops = stops[::-1] if is_reversed else stops

    def rgb(self, part):
        at = min(max(part, 0.0), 1.0) * (len(self.stops) - 1)
        low = min(int(at), len(self.stops) - 2)
        return tuple(
            round(start + (end - start) * (at - low))
            for start, end in zip(self.stops[low], self.stops[low + 1])
        )

    def __call__(self, part):
        return tuple(level / 255 for level in self.rgb(part)) + (1.0,)
