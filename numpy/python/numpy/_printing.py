"""Arrays and numbers as texts, as NumPy prints them."""

import contextlib

import _numpy

_DEFAULTS = {
    "edgeitems": 3, "threshold": 1000, "floatmode": "maxprec", "precision": 8, "suppress": False,
    "linewidth": 75, "nanstr": "nan", "infstr": "inf", "sign": "-", "formatter": None, "legacy": False,
    "override_repr": None,
}
_options = dict(_DEFAULTS)


def set_printoptions(precision=None, threshold=None, edgeitems=None, linewidth=None, suppress=None, nanstr=None,
                     infstr=None, formatter=None, sign=None, floatmode=None, **others):
    given = {
        "precision": precision, "threshold": threshold, "edgeitems": edgeitems, "linewidth": linewidth,
        "suppress": suppress, "nanstr": nanstr, "infstr": infstr, "sign": sign, "floatmode": floatmode,
    }
    if threshold is not None and threshold != threshold:
        raise ValueError("threshold must be non-NAN, try sys.maxsize for untruncated representation")
    if floatmode not in (None, "fixed", "unique", "maxprec", "maxprec_equal"):
        raise ValueError("floatmode option must be one of 'fixed', 'unique', 'maxprec', 'maxprec_equal'")
    _options.update({name: value for name, value in given.items() if value is not None})
    _options["formatter"] = formatter
    if precision is None and floatmode == "fixed" and _options["precision"] is None:
        raise ValueError("precision must not be None if floatmode is 'fixed'")


def get_printoptions():
    return dict(_options)


@contextlib.contextmanager
def printoptions(*args, **kwargs):
    before = dict(_options)
    try:
        set_printoptions(*args, **kwargs)
        yield get_printoptions()
    finally:
        _options.clear()
        _options.update(before)


def _digits(value, single):
    """The fewest digits that tell a finite number from all others, and the place of the point in them."""
    text = _numpy.digits_32(value) if single else repr(value)
    text = text.lstrip("-")
    mantissa, _, exponent = text.partition("e")
    whole, _, fraction = mantissa.partition(".")
    if fraction == "0":
        fraction = ""
    digits = whole + fraction
    point = len(whole) + int(exponent or 0)
    stripped = digits.lstrip("0")
    point -= len(digits) - len(stripped)
    stripped = stripped.rstrip("0")
    return (stripped, point) if stripped else ("0", 1)


def _rounded(value, places, digits, point):
    """Digits and point when no more than some places behind the point are kept; exact halves as Python rounds them."""
    if len(digits) - point <= places:
        return digits, point
    text = f"{abs(value):.{max(places, 0)}f}" if places >= 0 else "0"
    whole, _, fraction = text.partition(".")
    joined = (whole + fraction).lstrip("0")
    shift = len(whole) - (len(whole + fraction) - len(joined))
    joined = joined.rstrip("0")
    return (joined, shift) if joined else ("0", 1)


def _rounded_mantissa(value, places, digits, point):
    """The same for a number in the way of `1.5e+07`."""
    if len(digits) - 1 <= places:
        return digits, point
    mantissa, _, exponent = f"{abs(value):.{places}e}".partition("e")
    joined = mantissa.replace(".", "").rstrip("0") or "0"
    return joined, int(exponent) + 1


def _positional(digits, point):
    """Texts before and behind the decimal point."""
    if point <= 0:
        return "0", "0" * -point + digits if digits != "0" else ""
    if len(digits) <= point:
        return digits + "0" * (point - len(digits)), ""
    return digits[:point], digits[point:]


def float_text(value, single=None):
    """A scalar as `str` shows it."""
    if single is None:
        single = value.dtype.itemsize == 4
    value = float(value)
    if value != value:
        return _options["nanstr"]
    if value in (float("inf"), float("-inf")):
        return _options["infstr"] if value > 0 else "-" + _options["infstr"]
    sign = "-" if str(value)[0] == "-" else ""
    digits, point = _digits(value, single)
    if value == 0 or 1e-4 <= abs(value) < 1e16:
        whole, fraction = _positional(digits, point)
        return f"{sign}{whole}.{fraction or '0'}"
    exponent = point - 1
    rest = digits[1:]
    mantissa = f"{digits[0]}.{rest}" if rest else digits[0]
    return f"{sign}{mantissa}e{'-' if exponent < 0 else '+'}{abs(exponent):02d}"


class FloatFormat:
    """The one form in which all floats of an array are printed."""

    def __init__(self, values, single, options, sign=None):
        self.options, self.single = options, single
        self.sign = options["sign"] if sign is None else sign
        self.precision, self.mode = options["precision"], options["floatmode"]
        finite = [value for value in values if value - value == 0]
        sizes = [abs(value) for value in finite if value]
        self.exponential = False
        if sizes:
            largest, smallest = max(sizes), min(sizes)
            is_wide = smallest < 0.0001 or largest / smallest > 1000.0
            self.exponential = largest >= 1e8 or (not options["suppress"] and is_wide)
        if not self._is_unique() and self.precision is None:
            self.precision = 8
        left, right, self.exponent_width = 0, 0, 2
        marks = [self._mark(value) for value in finite]
        if self.exponential:
            parts = [self._mantissa(value) for value in finite]
            right = self.precision if self.mode == "fixed" else max(len(digits) - 1 for digits, _ in parts)
            self.exponent_width = max(2, *(len(str(abs(point - 1))) for _, point in parts))
            left = max(len(mark) + 1 for mark in marks)
        elif finite:
            parts = [_positional(*self._fixed(value)) for value in finite]
            left = max(len(mark) + len(whole) for mark, (whole, _) in zip(marks, parts))
            right = self.precision if self.mode == "fixed" else max(len(fraction) for _, fraction in parts)
        if self.sign == " " and finite and not any(marks):
            left += 1
        self.left, self.right, self.places = left, right, right
        others = len(finite) != len(values)
        if others:
            nan = len(options["nanstr"]) if any(value != value for value in values) else 0
            infinite = 0
            if any(value in (float("inf"), float("-inf")) for value in values):
                minus = any(value == float("-inf") for value in values)
                infinite = len(options["infstr"]) + (minus or self.sign == "+")
            width = self.left + (self.right + 1 + (2 + self.exponent_width if self.exponential else 0) if finite else 0)
            self.left += max(0, max(nan, infinite) - width)
        self.width = self.left + (self.right + 1 + (2 + self.exponent_width if self.exponential else 0) if finite else 0)

    def _mark(self, value):
        return "-" if str(value)[0] == "-" else "+" if self.sign == "+" else ""

    def _is_unique(self):
        return self.mode == "unique"

    def _fixed(self, value):
        digits, point = _digits(value, self.single)
        if self._is_unique():
            return digits, point
        return _rounded(value, self.precision, digits, point)

    def _mantissa(self, value):
        digits, point = _digits(value, self.single)
        if value == 0:
            return "0", 1
        if self._is_unique():
            return digits, point
        return _rounded_mantissa(value, self.precision, digits, point)

    def __call__(self, value):
        value = float(value)
        if value - value != 0:
            sign = "+" if self.sign == "+" and value == value else ""
            if value != value:
                text = self.options["nanstr"]
            else:
                text = ("-" if value < 0 else sign) + self.options["infstr"]
            return text.rjust(self.width)
        sign = self._mark(value)
        if self.exponential:
            digits, point = self._mantissa(value)
            fraction = digits[1:].ljust(self.places, "0")
            exponent = point - 1
            text = f"{sign}{digits[0]}.{fraction}e{'-' if exponent < 0 else '+'}{abs(exponent):0{self.exponent_width}d}"
            return text.rjust(self.width)
        whole, fraction = _positional(*self._fixed(value))
        if self.mode in ("fixed", "maxprec_equal"):
            fraction = fraction.ljust(self.right, "0")
        return (sign + whole).rjust(self.left) + "." + fraction.ljust(self.right)


class ComplexFormat:
    def __init__(self, values, options):
        real = [value.real for value in values]
        imaginary = [value.imag for value in values]
        self.real = FloatFormat(real, False, options)
        self.imaginary = FloatFormat(imaginary, False, options, sign="+")

    def __call__(self, value):
        imaginary = self.imaginary(value.imag)
        stripped = imaginary.rstrip()
        return self.real(value.real) + stripped + "j" + " " * (len(imaginary) - len(stripped))


def _formatter(array, values, options):
    kind = array.dtype.kind
    own = options["formatter"] or {}
    names = {
        "b": ("bool", "all"), "i": ("int", "int_kind", "all"), "u": ("int", "int_kind", "all"),
        "f": ("float", "float_kind", "all"), "c": ("complexfloat", "complex_kind", "all"),
        "U": ("numpystr", "str_kind", "all"), "O": ("object", "all"),
    }[kind]
    for name in names:
        if name in own:
            return own[name]
    if kind == "b":
        width = 5 if array.ndim else 0
        return lambda value: ("True" if value else "False").rjust(width if array.size else 0)
    if kind in "iu":
        width = max((len(str(int(value))) for value in values), default=0)
        if options["sign"] in "+ ":
            width = max((len(f"{int(value):{options['sign']}d}") for value in values), default=0)
            return lambda value: f"{int(value):{options['sign']}d}".rjust(width)
        return lambda value: str(int(value)).rjust(width)
    if kind == "f":
        return FloatFormat([float(value) for value in values], array.dtype.itemsize == 4, options)
    if kind == "c":
        return ComplexFormat([complex(value) for value in values], options)
    if kind == "U":
        return lambda value: str.__repr__(str.__str__(value))
    return _object


def _object(value):
    return f"list({value!r})" if isinstance(value, list) else repr(value)


def _corners(array, edge):
    """The elements that are shown of an array that is too large to be shown."""
    if array.ndim == 0:
        return [array[()]]
    if array.shape[0] > 2 * edge:
        parts = [array[index] for index in range(edge)] + [array[index] for index in range(-edge, 0)]
    else:
        parts = [array[index] for index in range(array.shape[0])]
    if array.ndim == 1:
        return parts
    return [value for part in parts for value in _corners(part, edge)]


def _extended(text, line, word, width, prefix):
    if len(line) + len(word) > width and len(line) > len(prefix):
        text += line.rstrip() + "\n"
        line = prefix
    return text, line + word


def _lines(array, form, options, width, prefix, edge, separator):
    dots = "..."

    def recurse(index, hanging, width):
        axis = len(index)
        left = array.ndim - axis
        if left == 0:
            return form(array[index])
        inner = hanging + " "
        inner_width = width - 1
        length = array.shape[axis]
        cut = edge and 2 * edge < length
        leading, trailing = (edge, edge) if cut else (0, length)
        text = ""
        if left == 1:
            elements_width = width - max(len(separator.rstrip()), 1)
            line = hanging
            for position in range(leading):
                text, line = _extended(text, line, recurse(index + (position,), inner, inner_width), elements_width, hanging)
                line += separator
            if cut:
                text, line = _extended(text, line, dots, elements_width, hanging)
                line += separator
            for position in range(trailing, 1, -1):
                text, line = _extended(text, line, recurse(index + (-position,), inner, inner_width), elements_width, hanging)
                line += separator
            text, line = _extended(text, line, recurse(index + (-1,), inner, inner_width), elements_width, hanging)
            text += line
        else:
            gap = separator.rstrip() + "\n" * (left - 1)
            for position in range(leading):
                text += hanging + recurse(index + (position,), inner, inner_width) + gap
            if cut:
                text += hanging + dots + gap
            for position in range(trailing, 1, -1):
                text += hanging + recurse(index + (-position,), inner, inner_width) + gap
            text += hanging + recurse(index + (-1,), inner, inner_width)
        return "[" + text[len(hanging):] + "]"

    return recurse((), prefix, width)


def array2string(a, max_line_width=None, precision=None, suppress_small=None, separator=" ", prefix="",
                 formatter=None, threshold=None, edgeitems=None, sign=None, floatmode=None, suffix="", **others):
    options = dict(_options)
    given = {"precision": precision, "suppress": suppress_small, "formatter": formatter, "threshold": threshold,
             "edgeitems": edgeitems, "sign": sign, "floatmode": floatmode, "linewidth": max_line_width}
    options.update({name: value for name, value in given.items() if value is not None})
    if a.size == 0:
        return "[]"
    return _text(a, options, separator, " " * (len(prefix) + 1), suffix)


def _text(a, options, separator, prefix, suffix=""):
    cut = a.size > options["threshold"]
    values = _corners(a, options["edgeitems"]) if cut else a._scalars()
    form = _formatter(a, values, options)
    if a.ndim == 0:
        return form(a[()])
    width = options["linewidth"] - len(suffix)
    return _lines(a, form, options, width, prefix, options["edgeitems"] if cut else 0, separator)


def array_str(a, max_line_width=None, precision=None, suppress_small=None):
    if a.ndim == 0:
        value = a[()]
        return str(value)
    return array2string(a, max_line_width, precision, suppress_small, " ", "")


def _shows_kind(a):
    return a.dtype.name not in ("bool", "int64", "float64", "complex128") or a.size == 0


def array_repr(arr, max_line_width=None, precision=None, suppress_small=None):
    name = "array"
    options = dict(_options)
    if max_line_width is not None:
        options["linewidth"] = max_line_width
    if precision is not None:
        options["precision"] = precision
    if suppress_small is not None:
        options["suppress"] = suppress_small
    start = name + "("
    if arr.size == 0 and arr.shape != (0,):
        text, extra = "[]", [f"shape={arr.shape}"]
    elif arr.size == 0:
        text, extra = "[]", []
    else:
        text, extra = _text(arr, options, ", ", " " * (len(start) + 1), ")"), []
        if arr.size > options["threshold"]:
            extra.append(f"shape={arr.shape}")
    if _shows_kind(arr):
        kind = arr.dtype
        shown = f"'{kind}'" if kind.kind == "U" else str(kind)
        extra.append(f"dtype={shown}")
    if not extra:
        return start + text + ")"
    tail = ", ".join(extra) + ")"
    last = len(text) - (text.rfind("\n") + 1) + (len(start) if "\n" not in text else 0)
    gap = " "
    if last + len(tail) + 2 > options["linewidth"]:
        gap = "\n" + " " * len(start)
    return start + text + "," + gap + tail


def format_float_positional(x, precision=None, unique=True, fractional=True, trim="k", sign=False, pad_left=None,
                            pad_right=None, min_digits=None):
    value = float(x)
    if precision is None:
        digits, point = _digits(value, getattr(x, "itemsize", 8) == 4)
        whole, fraction = _positional(digits, point)
    else:
        whole, _, fraction = f"{abs(value):.{precision}f}".partition(".")
        if unique:
            fraction = fraction.rstrip("0")
    if trim == "k" and not unique and precision:
        fraction = fraction.ljust(precision, "0")
    text = ("-" if value < 0 else "+" if sign else "") + whole
    if trim == "0":
        fraction = fraction or "0"
    if trim == "-":
        fraction = fraction.rstrip("0")
        return text + ("." + fraction if fraction else "")
    return text + "." + fraction


def format_float_scientific(x, precision=None, unique=True, trim="k", sign=False, pad_left=None, exp_digits=None,
                            min_digits=None):
    value = float(x)
    digits, point = _digits(value, getattr(x, "itemsize", 8) == 4)
    if precision is not None:
        digits, point = _rounded_mantissa(value, precision, digits, point)
    mark = "-" if value < 0 else "+" if sign else ""
    exponent = point - 1 if value else 0
    width = exp_digits or 2
    return f"{mark}{digits[0]}.{digits[1:]}e{'-' if exponent < 0 else '+'}{abs(exponent):0{width}d}"
