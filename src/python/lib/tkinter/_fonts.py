"""Fonts: what a font description means, and how wide a text is in it."""

# Widths of the characters from space to tilde, in thousandths of the size: those of Helvetica and Times, which
# Arial, Times New Roman and the fonts that replace them share.
_SANS = (
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
    556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
    260, 334, 584,
)
_SERIF = (
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500,
    500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889,
    722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500,
    444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480,
    200, 480, 541,
)
_FIXED = 600
_WIDE = 1000
_STYLES = ("bold", "italic", "underline", "overstrike")
# Tk gives sizes in points, of which an inch has 72; a page has 96 pixels to the inch.
_PIXELS_A_POINT = 96 / 72
LINE_HEIGHT = 1.15


class Font:
    """A font as the page needs to know it."""

    def __init__(self, description):
        family, size, styles = _parts(description)
        self.family = family[:60]
        self.pixels = min(-size if size < 0 else size * _PIXELS_A_POINT, 2000)
        self.styles = [style for style in _STYLES if style in styles]

    def width(self, text):
        """How wide the longest line of `text` is, in pixels."""
        widths = self._widths()
        bold = 1.06 if widths and "bold" in self.styles else 1
        return max(sum(_width(char, widths) for char in line) for line in text.split("\n")) * bold * self.pixels / 1000

    def height(self, text):
        """How high the lines of `text` are, in pixels."""
        return (text.count("\n") + 1) * self.pixels * LINE_HEIGHT

    def _widths(self):
        name = self.family.lower()
        if any(part in name for part in ("courier", "mono", "fixed", "consol", "menlo")):
            return None
        if any(part in name for part in ("times", "serif", "georgia", "garamond", "roman")) and "sans" not in name:
            return _SERIF
        return _SANS


def _width(char, widths):
    code = ord(char)
    if code >= 0x1100:
        return _WIDE
    if widths is None:
        return _FIXED
    return widths[code - 32] if 32 <= code <= 126 else widths[ord("n") - 32]


def _parts(description):
    """The family, the size in points, or below zero in pixels, and the words for styles."""
    if isinstance(description, str):
        words = description.split()
        at = next((at for at, word in enumerate(words) if _is_number(word)), len(words))
        parts = [" ".join(words[:at]), *words[at:]]
    else:
        parts = list(description)
    family = str(parts[0]).strip("{}") if parts else ""
    size = parts[1] if len(parts) > 1 else 0
    styles = []
    for part in parts[2:]:
        styles.extend(part.split() if isinstance(part, str) else map(str, part))
    return family, (float(size) if _is_number(size) else 0) or 9, styles


def _is_number(value):
    try:
        float(value)
    except (TypeError, ValueError):
        return False
    return True
