"""Texts: how wide they are, and formulas between dollar signs, as far as schools need them."""

import re
import unicodedata

SYMBOLS = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "eta": "η", "theta": "θ", "kappa": "κ",
    "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "phi": "φ",
    "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ",
    "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω", "Pi": "Π", "cdot": "·", "times": "×", "pm": "±",
    "circ": "°", "infty": "∞", "leq": "≤", "le": "≤", "geq": "≥", "ge": "≥", "neq": "≠", "approx": "≈", "to": "→",
    "rightarrow": "→", "sum": "∑", "int": "∫", "partial": "∂", "degree": "°", "ldots": "…", "quad": " ", ",": " ",
    "sin": "sin", "cos": "cos", "tan": "tan", "log": "log", "ln": "ln", "exp": "exp", "{": "{", "}": "}", "%": "%",
}  # fmt: skip
GROUP = r"\{((?:[^{}]|\{[^{}]*\})*)\}"
NARROW = frozenset("iljtfrI.,:;'|!()[]{} /\\`")
BROAD = frozenset("mwMW%@—")


def width(text, size):
    """About how wide it is, as long as nobody knows the font."""
    total = 0.0
    for span, shift in spans(text):
        scale = 0.7 if shift else 1.0
        total += scale * sum(map(character_width, span))
    return total * size


def character_width(character):
    if character in NARROW:
        return 0.36
    if character in BROAD:
        return 0.92
    if unicodedata.east_asian_width(character) in "WF":
        return 1.0
    return 0.7 if character.isupper() else 0.6


def size_of(text, size):
    lines = text.split("\n")
    return max(width(line, size) for line in lines), len(lines) * size * 1.2


def spans(text):
    """Pairs of text and shift: 0, 1 for what stands above the line, -1 for what stands below."""
    parts = re.split(r"(?<!\\)\$", text)
    # A dollar sign alone is a dollar sign.
    if len(parts) % 2 == 0:
        return [(text.replace(r"\$", "$"), 0)]
    result = []
    for at, part in enumerate(parts):
        result += formula(part) if at % 2 else [(part.replace(r"\$", "$"), 0)]
    return [(span, shift) for span, shift in result if span]


def formula(text):
    text = re.sub(r"\\(?:left|right)(?![a-z])", "", text)
    text = re.sub(r"\\(?:mathrm|mathbf|mathit|text|bf|rm)" + GROUP, r"\1", text)
    text = re.sub(r"\\d?frac" + GROUP + GROUP, r"\1/\2", text)
    text = re.sub(r"\\sqrt" + GROUP, r"√(\1)", text)
    result = []
    at = 0
    for match in re.finditer(r"([\^_])(?:" + GROUP + r"|(\\[A-Za-z]+|.))", text):
        result.append((plain(text[at : match.start()]), 0))
        result.append((plain(match[2] or match[3] or ""), 1 if match[1] == "^" else -1))
        at = match.end()
    return result + [(plain(text[at:]), 0)]


def plain(text):
    text = re.sub(r"\\([A-Za-z]+|.)", lambda match: SYMBOLS.get(match[1], match[1]), text)
    return text.replace("{", "").replace("}", "").replace("-", "−")
