"""The marks at points, and the ways to dash a line."""

import math

from matplotlib._refuse import unknown_value

DASHES = {"-": (), "--": (3.7, 1.6), "-.": (6.4, 1.6, 1, 1.6), ":": (1, 1.65)}
STYLES = {"solid": "-", "dashed": "--", "dashdot": "-.", "dotted": ":", "none": "", "None": "", " ": "", "": ""}


def regular(corners, turn, radius=1.0):
    angles = (math.tau * corner / corners + turn for corner in range(corners))
    return [(radius * math.sin(angle), -radius * math.cos(angle)) for angle in angles]


def star(corners, turn, inner):
    outer, inside = regular(corners, turn), regular(corners, turn + math.pi / corners, inner)
    return [point for pair in zip(outer, inside) for point in pair]


# Around the point, in half marker sizes; y counts downwards.
SHAPES = {
    "s": [(-1, -1), (1, -1), (1, 1), (-1, 1)],
    "^": [(0, -1), (1, 1), (-1, 1)],
    "v": [(0, 1), (1, -1), (-1, -1)],
    "<": [(-1, 0), (1, -1), (1, 1)],
    ">": [(1, 0), (-1, -1), (-1, 1)],
    "D": [(0, -1.41), (1.41, 0), (0, 1.41), (-1.41, 0)],
    "d": [(0, -1.41), (0.85, 0), (0, 1.41), (-0.85, 0)],
    "p": regular(5, 0),
    "h": regular(6, 0),
    "H": regular(6, math.pi / 6),
    "*": star(5, 0, 0.38),
    "P": [(x / 3, y / 3) for x, y in (
        (-1, -3), (1, -3), (1, -1), (3, -1), (3, 1), (1, 1), (1, 3), (-1, 3), (-1, 1), (-3, 1), (-3, -1), (-1, -1))],
}  # fmt: skip
STROKES = {
    "+": [(-1, 0), (1, 0), None, (0, -1), (0, 1)],
    "x": [(-1, -1), (1, 1), None, (-1, 1), (1, -1)],
    "|": [(0, -1), (0, 1)],
    "_": [(-1, 0), (1, 0)],
}
ALL = {"o", ".", ",", *SHAPES, *STROKES}


def marker(name):
    if name in (None, "", " ", "none", "None"):
        return ""
    if name not in ALL:
        raise unknown_value("marker", name, ALL)
    return name


def style(name):
    name = STYLES.get(name, name)
    if name and name not in DASHES:
        raise unknown_value("line style", name, DASHES)
    return name


def dashes(name, width):
    """The value of SVG's stroke-dasharray, for a line of this width."""
    return " ".join(f"{part * width:.2f}" for part in DASHES[name]) or None


def draw(svg, name, x, y, size, face, edge, edge_width):
    """Draws a marker of this size, all in pixels."""
    half = size / 2
    if name in STROKES:
        points = [point and (x + point[0] * half, y + point[1] * half) for point in STROKES[name]]
        svg.path(points, fill="none", stroke=edge, stroke_width=max(edge_width, 1))
    elif name in SHAPES:
        points = [(x + dx * half, y + dy * half) for dx, dy in SHAPES[name]]
        svg.path(points, is_closed=True, fill=face, stroke=edge, stroke_width=edge_width)
    else:
        radius = {".": half / 2, ",": 0.5}.get(name, half)
        svg.element("circle", cx=x, cy=y, r=radius, fill=face, stroke=edge, stroke_width=edge_width)
