"""`query` and `eval`: expressions over columns."""

import ast
import operator
import re
import sys

from pandas._missing import unsupported
from pandas.errors import UndefinedVariableError

_BINARY = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv,
           ast.FloorDiv: operator.floordiv, ast.Mod: operator.mod, ast.Pow: operator.pow, ast.BitAnd: operator.and_,
           ast.BitOr: operator.or_, ast.BitXor: operator.xor}
_COMPARE = {ast.Eq: operator.eq, ast.NotEq: operator.ne, ast.Lt: operator.lt, ast.LtE: operator.le, ast.Gt: operator.gt,
            ast.GtE: operator.ge}
_LOCAL, _QUOTED = "__local_", "__quoted_"


def _prepared(text, quoted):
    """Names with @ and names between backquotes as names of Python's."""
    def back(match):
        quoted.append(match[1])
        return f"{_QUOTED}{len(quoted) - 1}"

    parts = re.split(r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')""", text)
    for at in range(0, len(parts), 2):
        parts[at] = re.sub(r"`([^`]*)`", back, parts[at])
        parts[at] = re.sub(r"@(?=\w)", _LOCAL, parts[at])
        # In pandas & and | bind as weakly as `and` and `or`.
        parts[at] = re.sub(r"&", " and ", re.sub(r"\|", " or ", re.sub(r"~", " not ", parts[at])))
    return "".join(parts)


class _Evaluator(ast.NodeVisitor):
    def __init__(self, frame, scopes, quoted):
        self.frame, self.scopes, self.quoted = frame, scopes, quoted

    def visit_Expression(self, node):
        return self.visit(node.body)

    def visit_Constant(self, node):
        return node.value

    def visit_List(self, node):
        return [self.visit(one) for one in node.elts]

    visit_Tuple = visit_List

    def visit_Name(self, node):
        name = node.id
        if name.startswith(_QUOTED):
            name = self.quoted[int(name[len(_QUOTED):])]
        elif name.startswith(_LOCAL):
            return self.local(name[len(_LOCAL):])
        frame = self.frame
        if frame is not None:
            if name in frame.columns:
                return frame[name]
            if name in frame.index.names or name == "index":
                level = frame.index if name == "index" and name not in frame.index.names else frame.index.get_level_values(name)
                return level.to_series(index=frame.index)
            if name == "columns":
                return frame.columns
        if name in ("True", "False", "None"):
            return {"True": True, "False": False, "None": None}[name]
        if frame is None:
            return self.local(name, False)
        import numpy

        if name in ("sin", "cos", "exp", "log", "sqrt", "abs", "log10", "tan", "floor", "ceil"):
            return getattr(numpy, name)
        raise UndefinedVariableError(name)

    def local(self, name, is_local=True):
        for scope in self.scopes:
            if name in scope:
                return scope[name]
        raise UndefinedVariableError(name, is_local)

    def visit_BinOp(self, node):
        if type(node.op) not in _BINARY:
            raise NotImplementedError(f"'{type(node.op).__name__}' nodes are not implemented")
        return _BINARY[type(node.op)](self.visit(node.left), self.visit(node.right))

    def visit_UnaryOp(self, node):
        value = self.visit(node.operand)
        if isinstance(node.op, ast.USub):
            return -value
        if isinstance(node.op, ast.UAdd):
            return value
        return not value if isinstance(value, bool) else ~value

    def visit_BoolOp(self, node):
        values = [self.visit(one) for one in node.values]
        result = values[0]
        for value in values[1:]:
            result = result & value if isinstance(node.op, ast.And) else result | value
        return result

    def visit_Compare(self, node):
        left, result = self.visit(node.left), None
        for kind, part in zip(node.ops, node.comparators):
            right = self.visit(part)
            if isinstance(kind, (ast.In, ast.NotIn)):
                one = left.isin(right if hasattr(right, "__iter__") and not isinstance(right, str) else [right])
                one = ~one if isinstance(kind, ast.NotIn) else one
            elif type(kind) in _COMPARE:
                if isinstance(right, list) and isinstance(kind, (ast.Eq, ast.NotEq)):
                    one = left.isin(right)
                    one = ~one if isinstance(kind, ast.NotEq) else one
                else:
                    one = _COMPARE[type(kind)](left, right)
            else:
                raise NotImplementedError(f"'{type(kind).__name__}' nodes are not implemented")
            result = one if result is None else result & one
            left = right
        return result

    def visit_Attribute(self, node):
        if node.attr.startswith("_"):
            raise unsupported(f"the name {node.attr!r} in expressions")
        return getattr(self.visit(node.value), node.attr)

    def visit_Subscript(self, node):
        return self.visit(node.value)[self.visit(node.slice)]

    def visit_Slice(self, node):
        return slice(*(None if part is None else self.visit(part) for part in (node.lower, node.upper, node.step)))

    def visit_Call(self, node):
        function = self.visit(node.func)
        return function(*(self.visit(one) for one in node.args), **{one.arg: self.visit(one.value) for one in node.keywords})

    def generic_visit(self, node):
        raise NotImplementedError(f"'{type(node).__name__}' nodes are not implemented")


def evaluate(frame, text, depth, options):
    """The value of an expression; names with @ are those of whoever called."""
    if not isinstance(text, str):
        raise ValueError(f"expr must be a string to be evaluated, {type(text)} given")
    if not text.strip():
        raise ValueError("expr cannot be an empty string")
    known = {"local_dict", "global_dict", "engine", "parser", "level"}
    for name in options:
        if name not in known:
            raise TypeError(f"eval() got an unexpected keyword argument {name!r}")
    caller = sys._getframe(depth)
    scopes = [options.get("local_dict") or caller.f_locals, options.get("global_dict") or caller.f_globals]
    quoted = []
    tree = ast.parse(_prepared(text.strip().replace("\n", " "), quoted), mode="eval")
    return _Evaluator(frame, scopes, quoted).visit(tree)


def evaluate_all(frame, text, depth, options):
    """The same, where lines may set columns: `c = a + b`."""
    lines = [line.strip() for line in text.strip().split("\n") if line.strip()]
    if not any(re.match(r"\w+\s*=(?!=)", line) for line in lines):
        return evaluate(frame, text, depth + 1, options)
    result = frame.copy(deep=False)
    for line in lines:
        name, expression = re.match(r"(\w+)\s*=(?!=)\s*(.*)", line).groups()
        result[name] = evaluate(result, expression, depth + 1, options)
    return result


def evaluate_alone(expr, **options):
    """`pd.eval`."""
    return evaluate(None, expr, 2, options)
