# How does Python read 2 + 3 * (4 - 1)? First it finds the words, then it builds the meaning.
import operator
import re

TOKEN = re.compile(r"\s*(\d+(?:\.\d+)?|[-+*/()])")
OPERATORS = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv}


def calculate(text):
    tokens = TOKEN.findall(text)

    def take_sum():
        value = take_product()
        while tokens and tokens[0] in "+-":
            value = OPERATORS[tokens.pop(0)](value, take_product())
        return value

    def take_product():
        value = take_atom()
        while tokens and tokens[0] in "*/":
            value = OPERATORS[tokens.pop(0)](value, take_atom())
        return value

    def take_atom():
        token = tokens.pop(0)
        if token == "(":
            value = take_sum()
            tokens.pop(0)  # the closing bracket
            return value
        if token == "-":
            return -take_atom()
        return float(token)

    return take_sum()


for text in ["2 + 3 * (4 - 1)", "(2 + 3) * 4 - 1", "-(1 + 1) * 0.5", "100 / 8 / 5"]:
    print(f"{text:18} = {calculate(text):g}")
    assert calculate(text) == eval(text)

# Try: add ** for powers. Careful: 2 ** 3 ** 2 is read from the right.
