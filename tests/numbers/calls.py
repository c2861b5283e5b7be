"""Calls of everything that computes with numbers, each with its result to the last bit.

Hashes are left out: CPython has those of 64 bits on other machines only. Both interpreters run it; `attempt(group)` prints a line for each call: what is called, a tab, what came of it. The
arguments are chosen by a generator of this file, so that they are the same everywhere: corner cases first, then numbers
of all magnitudes.
"""

import cmath
import decimal
import fractions
import itertools
import math
import operator
import random
import statistics
import struct


class Choice:
    """A linear congruential generator: `random` is among what is compared."""

    def __init__(self, seed):
        self.state = seed

    def bits(self, count):
        value = 0
        for _ in range((count + 31) // 32):
            self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
            value = value << 32 | self.state >> 32
        return value & (1 << count) - 1

    def below(self, limit):
        return self.bits(64) % limit

    def one(self, items):
        return items[self.below(len(items))]

    def float(self):
        """Of all magnitudes, most of them near one."""
        kind = self.below(8)
        if kind == 0:
            return struct.unpack("<d", struct.pack("<Q", self.bits(64)))[0]
        if kind == 1:
            return float(self.below(200) - 100)
        if kind == 2:
            return (self.below(2000) - 1000) / 8
        sign = -1 if self.below(2) else 1
        # Without a power, which is among what is compared.
        exponent = self.below(3) if kind < 6 else self.below(41) - 20
        return sign * float(f"{self.bits(53)}e{exponent - 16}") if self.bits(1) else sign * self.bits(53) / 2**50

    def int(self):
        size = self.one([3, 8, 16, 31, 32, 33, 53, 63, 64, 65, 100, 200])
        return self.bits(size) * (-1 if self.below(2) else 1)

    def decimal(self):
        kind = self.below(10)
        if kind == 0:
            return self.one(["NaN", "-NaN", "sNaN", "Infinity", "-Infinity", "0", "-0", "0E+5", "-0E-7", "NaN123"])
        digits = str(self.bits(self.one([8, 30, 60, 100])))
        point = self.below(len(digits) + 1)
        text = digits[:point] + "." + digits[point:] if self.below(2) else digits
        exponent = f"E{self.below(60) - 30}" if self.below(3) == 0 else ""
        return ("-" if self.below(2) else "") + text + exponent


CORNERS = [
    0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 1.5, -1.5, 2.0, -2.0, 2.5, 3.0, 10.0, 100.0, 1e16, 1e22, 1e23, 1e-5, 1e-300, 1e300,
    5e-324, -5e-324, 2.2250738585072014e-308, 2.225073858507201e-308, 1.7976931348623157e308, -1.7976931348623157e308,
    math.inf, -math.inf, math.nan, 0.1, 0.3, 1 / 3, math.pi, -math.pi, math.pi / 2, math.e, 709.0, 710.0, -745.0, -746.0,
    170.0, 171.0, 172.0, 9007199254740993.0, 1 - 2**-53, 1 + 2**-52,
]  # fmt: skip


def shown(value):
    """Each bit of a result."""
    if isinstance(value, float):
        return "nan" if value != value else value.hex()
    if isinstance(value, complex):
        return f"complex({shown(value.real)}, {shown(value.imag)})"
    if isinstance(value, (tuple, list)):
        return f"{type(value).__name__}({', '.join(map(shown, value))})"
    return repr(value)


def attempt_one(name, function, *arguments):
    try:
        result = shown(function(*arguments))
    except Exception as error:
        # Systems number their errors differently: that of a range is the only one here.
        message = "of the range" if len(error.args) == 2 else error
        result = f"{type(error).__name__}: {message}"
    code = f"{name}({', '.join(map(repr, arguments))})"
    print(f"{code}\t{result}".replace("\n", "\\n"))


def floats(choice, count):
    return CORNERS + [choice.float() for _ in range(count)]


def public(module, kinds):
    return [name for name in sorted(dir(module)) if name in kinds]


UNARY = (
    "acos acosh asin asinh atan atanh cbrt ceil cos cosh degrees erf erfc exp exp2 expm1 fabs floor frexp gamma isfinite "
    "isinf isnan lgamma log log10 log1p log2 modf radians sin sinh sqrt tan tanh trunc ulp"
).split()
BINARY = "atan2 copysign fmod hypot log nextafter pow remainder isclose dist".split()
INTEGERS = "comb factorial gcd isqrt lcm perm log log2 log10 sqrt cbrt exp".split()


def of_math(choice):
    for name in UNARY:
        function = getattr(math, name)
        for value in floats(choice, 180):
            attempt_one(f"math.{name}", function, value)
    for name in BINARY:
        function = getattr(math, name)
        pairs = [(choice.one(CORNERS), choice.one(CORNERS)) for _ in range(250)]
        pairs += [(choice.float(), choice.float()) for _ in range(250)]
        for one, other in pairs:
            if name == "dist":
                attempt_one("math.dist", function, (one, 1.0), (other, 0.25))
            else:
                attempt_one(f"math.{name}", function, one, other)
    for _ in range(300):
        values = [choice.float() for _ in range(choice.below(12))]
        attempt_one("math.fsum", math.fsum, values)
        attempt_one("math.prod", math.prod, values)
        attempt_one("math.hypot", math.hypot, *values)
        attempt_one("math.sumprod", math.sumprod, values, values[::-1])
        attempt_one("sum", sum, values)
        attempt_one("math.ldexp", math.ldexp, choice.float(), choice.below(2200) - 1100)
        attempt_one("math.fma", math.fma, choice.float(), choice.float(), choice.float())
    for name in INTEGERS:
        function = getattr(math, name)
        for _ in range(100):
            if name in ("comb", "perm"):
                attempt_one(f"math.{name}", function, choice.below(80) - 4, choice.below(80) - 4)
            elif name == "factorial":
                attempt_one("math.factorial", function, choice.below(60) - 4)
            elif name in ("gcd", "lcm"):
                attempt_one(f"math.{name}", function, choice.int(), choice.int())
            else:
                attempt_one(f"math.{name}", function, choice.int())


def of_cmath(choice):
    names = "acos acosh asin asinh atan atanh cos cosh exp log log10 phase polar sin sinh sqrt tan tanh isfinite isinf isnan"
    for name in names.split():
        function = getattr(cmath, name)
        parts = [0.0, -0.0, 1.0, -1.0, 0.5, -2.0, math.inf, -math.inf, math.nan, 1e300, 1e-300, 710.0, 5e-324]
        for real, imaginary in itertools.product(parts, parts):
            attempt_one(f"cmath.{name}", function, complex(real, imaginary))
        for _ in range(120):
            attempt_one(f"cmath.{name}", function, complex(choice.float(), choice.float()))
    for _ in range(300):
        one, other = complex(choice.float(), choice.float()), complex(choice.float(), choice.float())
        for name in ("add", "sub", "mul", "truediv", "pow", "eq"):
            attempt_one(f"operator.{name}", getattr(operator, name), one, other)
        attempt_one("operator.pow", operator.pow, one, choice.below(20) - 10)
        attempt_one("abs", abs, one)
        attempt_one("repr", repr, one)
        attempt_one("complex", complex, repr(other))
        attempt_one("cmath.rect", cmath.rect, choice.float(), choice.float())


def of_arithmetic(choice):
    names = "add sub mul truediv floordiv mod pow lt eq".split()
    for name in names:
        function = getattr(operator, name)
        for _ in range(250):
            attempt_one(f"operator.{name}", function, choice.one(CORNERS), choice.one(CORNERS))
            attempt_one(f"operator.{name}", function, choice.float(), choice.float())
            attempt_one(f"operator.{name}", function, choice.float(), choice.int())
            if name != "pow":
                attempt_one(f"operator.{name}", function, choice.int(), choice.float())
                attempt_one(f"operator.{name}", function, choice.int(), choice.int())
            else:
                attempt_one("operator.pow", function, choice.int(), choice.below(12) - 6)
                attempt_one("pow", pow, choice.int(), choice.below(1000), choice.int())
    for _ in range(300):
        attempt_one("divmod", divmod, choice.float(), choice.float())
        attempt_one("divmod", divmod, choice.int(), choice.int())
        attempt_one("float", float, choice.int())
        attempt_one("int", int, choice.float())
        attempt_one("float.as_integer_ratio", float.as_integer_ratio, choice.float())
        one = fractions.Fraction(choice.int(), choice.int() or 1)
        other = fractions.Fraction(choice.float() if (value := choice.float()) != value else "2/7")
        for name in ("add", "mul", "truediv", "floordiv", "mod", "lt"):
            attempt_one(f"operator.{name}", getattr(operator, name), one, other)
        attempt_one("float", float, one)
        attempt_one("fractions.Fraction.limit_denominator", one.limit_denominator, choice.below(1000) + 1)


SPECIFICATIONS = "e f g E G % n .0e .0f .0g .1e .1f .1g .3e .3f .3g .10e .10f .17g .20f .30g .0% ,.2f _.3f +.3g #.0f #.3g".split()
SPECIFICATIONS += ["", "10.3f", "<12.4g", "^15.2e", "+", " ", "010.2f", "=+12.1f", "z.1f", ".400f", ",", "_", "#", "*^20", ".5"]


def of_texts(choice):
    for value in floats(choice, 400):
        attempt_one("repr", repr, value)
        attempt_one("float.hex", float.hex, value)
        attempt_one("str", str, value)
    for specification in SPECIFICATIONS:
        for value in CORNERS + [choice.float() for _ in range(60)]:
            attempt_one("format", format, value, specification)
    for specification in "%e %f %g %.0f %.3e %10.4g %+.2f %#.0f %r %s %d %i %05d %x".split():
        for _ in range(60):
            attempt_one("operator.mod", operator.mod, specification, choice.float())
    for specification in "d b o x X , _ n c e g .3f % 20 <20 ^+20 #x #b #010x _b _x +,".split():
        for _ in range(40):
            attempt_one("format", format, choice.int(), specification)
    for _ in range(1500):
        attempt_one("round", round, choice.float(), choice.below(24) - 6)
        attempt_one("round", round, choice.float())
        attempt_one("round", round, choice.int(), -choice.below(20))
    for _ in range(1500):
        digits = str(choice.bits(choice.one([4, 20, 60, 90, 300])))
        point = choice.below(len(digits) + 1)
        text = choice.one(["", "-", "+", " "]) + digits[:point] + choice.one([".", ".", "", "_"]) + digits[point:]
        text += choice.one(["", "", f"e{choice.below(700) - 350}", f"E+{choice.below(40)}", "e", " ", "x"])
        attempt_one("float", float, text)
    for _ in range(300):
        text = f"{choice.one(['', '-'])}0x{choice.one(['0', '1', '1f'])}.{choice.bits(70):x}p{choice.below(2300) - 1150}"
        attempt_one("float.fromhex", float.fromhex, text)
    for _ in range(200):
        value = choice.float()
        for code in "efd":
            attempt_one("struct.pack", struct.pack, "<" + code, value)
        attempt_one("struct.unpack", struct.unpack, "<e", struct.pack("<H", choice.bits(16)))
        attempt_one("struct.unpack", struct.unpack, "<f", struct.pack("<L", choice.bits(32)))


def of_statistics(choice):
    names = (
        "mean fmean geometric_mean harmonic_mean median median_low median_high median_grouped mode multimode pstdev "
        "pvariance stdev variance quantiles"
    )
    for name in names.split():
        function = getattr(statistics, name)
        for index in range(80):
            values = [choice.float() if index % 2 else abs(choice.int()) % 1000 for _ in range(1 + choice.below(12))]
            attempt_one(f"statistics.{name}", function, [abs(value) for value in values] if index % 4 == 1 else values)
    for name in ("covariance", "correlation", "linear_regression"):
        function = getattr(statistics, name)
        for _ in range(80):
            size = 1 + choice.below(8)
            attempt_one(f"statistics.{name}", function, *[[choice.float() for _ in range(size)] for _ in range(2)])
    for _ in range(100):
        normal = statistics.NormalDist(choice.below(100) / 8, 1 + choice.below(50) / 16)
        for name in ("pdf", "cdf", "zscore"):
            attempt_one(f"statistics.NormalDist.{name}", getattr(normal, name), choice.float())
        attempt_one("statistics.NormalDist.inv_cdf", normal.inv_cdf, choice.bits(53) / 2**53)
        attempt_one("statistics.NormalDist.quantiles", normal.quantiles, 5)


def of_random(choice):
    calls = [
        ("random", ()), ("getrandbits", (70,)), ("randint", (-5, 10**20)), ("randrange", (3, 1000, 7)), ("uniform", (-1, 3)),
        ("triangular", (0, 10, 3)), ("betavariate", (2.5, 0.5)), ("binomialvariate", (40, 0.3)), ("expovariate", (1.5,)),
        ("gammavariate", (0.7, 2)), ("gammavariate", (3.7, 2)), ("gauss", (1, 2)), ("normalvariate", (1, 2)),
        ("lognormvariate", (0, 0.5)), ("vonmisesvariate", (1, 4)), ("paretovariate", (3,)), ("weibullvariate", (1, 2)),
        ("choice", ("abcdefg",)), ("choices", (range(10), None)), ("sample", (range(100), 5)), ("randbytes", (9,)),
    ]  # fmt: skip
    for seed in [0, 1, -7, 2**70, "text", b"bytes", 1.5] + [choice.int() for _ in range(90)]:
        generator = random.Random(seed)
        for name, arguments in calls:
            attempt_one(f"random.Random({seed!r}).{name}", getattr(generator, name), *arguments)
        items = list(range(12))
        generator.shuffle(items)
        attempt_one(f"random.Random({seed!r}).shuffle", list, items)


DECIMAL_UNARY = (
    "sqrt ln log10 exp normalize to_integral_value to_integral_exact to_eng_string adjusted as_tuple canonical "
    "copy_abs copy_negate is_finite is_normal is_subnormal logb logical_invert next_minus next_plus number_class radix "
    "__abs__ __neg__ __pos__ __bool__ __int__ __float__ __round__ as_integer_ratio"
).split()
DECIMAL_BINARY = (
    "__add__ __sub__ __mul__ __truediv__ __floordiv__ __mod__ __divmod__ __pow__ __eq__ __lt__ compare compare_signal "
    "compare_total compare_total_mag copy_sign logical_and logical_or max max_mag min min_mag next_toward quantize "
    "remainder_near rotate same_quantum scaleb shift"
).split()


def of_decimal(choice):
    roundings = [getattr(decimal, name) for name in sorted(dir(decimal)) if name.startswith("ROUND_")]
    for index in range(240):
        one, other = decimal.Decimal(choice.decimal()), decimal.Decimal(choice.decimal())
        with decimal.localcontext() as context:
            context.prec = choice.one([1, 3, 9, 16, 28, 50])
            context.rounding = choice.one(roundings)
            context.Emax, context.Emin = choice.one([(999999, -999999), (30, -30), (384, -383)])
            context.clamp = choice.below(2)
            if index % 3 == 0:
                context.clear_traps()

            def set_flags():
                return sorted(flag.__name__ for flag, is_set in context.flags.items() if is_set)

            where = f"{context.prec} {context.rounding} {context.Emax} {context.clamp} {index % 3 == 0}"
            for name in DECIMAL_UNARY:
                if name == "exp" and one.is_finite() and one.adjusted() > 6:
                    continue
                context.clear_flags()
                attempt_one(f"[{where}] {one!r}.{name}", getattr(one, name))
                attempt_one(f"[{where}] {one!r}.{name} flags", set_flags)
            for name in DECIMAL_BINARY:
                if name == "__pow__" and other.is_finite() and other.adjusted() > 5:
                    continue
                context.clear_flags()
                attempt_one(f"[{where}] {one!r}.{name}", getattr(one, name), other)
                attempt_one(f"[{where}] {one!r}.{name} flags", set_flags)
            attempt_one(f"[{where}] fma", one.fma, other, decimal.Decimal(3))
            for specification in ("", "e", "f", ".3f", ".2e", ".4g", ",.1f", "%", "+012.2f", "<20", "^20.3"):
                attempt_one(f"[{where}] format", format, one, specification)
            attempt_one("decimal.Decimal", decimal.Decimal, choice.decimal() + choice.one(["", " ", "x", "_1", "e5"]))
            attempt_one("decimal.Decimal", decimal.Decimal, choice.float())
            attempt_one("decimal.Decimal.from_float", decimal.Decimal.from_float, choice.float())


GROUPS = {
    "math": of_math,
    "cmath": of_cmath,
    "arithmetic": of_arithmetic,
    "texts": of_texts,
    "statistics": of_statistics,
    "random": of_random,
    "decimal": of_decimal,
}


def attempt(group):
    GROUPS[group](Choice(sum(map(ord, group))))
