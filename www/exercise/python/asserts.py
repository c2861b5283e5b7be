# Asserts: the values of an expression's parts are noted while it is evaluated, once and in its own order.


class Notes:
    """What asserts note. An assert may call a function of the tests that holds another one."""

    def __init__(self, program):
        self.program = program
        self.texts = []
        self.open = []
        # The first assert that has failed. Whoever catches it, be it the program, does not make it pass.
        self.failure = None

    def remember(self, failure):
        if self.failure is None:
            self.failure = failure
        return failure

    def raised(self, error):
        """What `raise` in tests raises: an AssertionError is a failing assert."""
        if isinstance(error, type) and issubclass(error, AssertionError):
            error = error()
        if not isinstance(error, AssertionError) or isinstance(error, Failed) or error.__traceback__ is not None:
            return error
        return self.remember(Failed(kind="said", message=str(error)))

    def settle(self):
        """Raises what has failed and was caught."""
        if isinstance(self.failure, Failed):
            raise self.failure
        if self.failure is not None:
            raise Failed(**facts_of(self.failure)) from None

    def begin(self):
        self.open.append({})
        return len(self.open)

    def note(self, number, value):
        self.open[-1][number] = value
        return value

    def end(self, level, value, shape, message):
        values = self.open[level - 1]
        del self.open[level - 1 :]
        if value:
            return
        if shape["kind"] == "said":
            self.fail({"kind": "said", "message": ""}, "message", message)
        facts = self.explain(shape, values)
        used = {self.texts[number] for number in facts.pop("used")}
        others = {}
        for number, one in values.items():
            text = self.texts[number]
            is_plain = type(one).__name__ not in ("function", "builtin_function_or_method", "method", "module", "type")
            # All names of a program at once say nothing.
            is_plain = is_plain and one is not self.program
            if text not in used and is_plain and number in shape["inner"]:
                others.setdefault(text, shown(one))
        facts["values"] = [{"text": text, "value": value} for text, value in others.items()][:MOST_VALUES]
        self.fail(facts, "hint", message)

    def fail(self, facts, name, message):
        # It has failed even if its message cannot be computed.
        failure = self.remember(Failed(**facts))
        if message is not None:
            told = Failed(**{**facts, name: str(message())})
            if self.failure is failure:
                self.failure = told
            failure = told
        raise failure

    def explain(self, shape, values):
        """What is wrong with the part that has decided."""
        kind = shape["kind"]
        if kind == "and":
            # The last one that was evaluated.
            number, part = [one for one in shape["parts"] if one[0] in values][-1]
            return self.explain(part, values)
        if kind == "compare":
            known = [number for number in shape["parts"] if number in values]
            operator = shape["operators"][len(known) - 2]
            left, right = ({**self.one(number, values), "isLiteral": number in shape["literal"]} for number in known[-2:])
            return {"kind": "compare", "operator": operator, "left": left, "right": right, "used": known[-2:]}
        if kind == "close":
            value, expected = shape["parts"]
            tolerance = shape["tolerance"]
            facts = {"kind": "close", "left": self.one(value, values), "right": self.one(expected, values)}
            facts["tolerance"] = None if tolerance is None else shown(values[tolerance])
            return {**facts, "used": [value, expected, shape["whole"]]}
        number = shape["whole"]
        return {"kind": "truth", **self.one(number, values), "isNegated": kind == "not", "used": [number]}

    def one(self, number, values):
        return {"text": self.texts[number], "value": shown(values[number])}


OPERATORS = {
    "Eq": "==",
    "NotEq": "!=",
    "Lt": "<",
    "LtE": "<=",
    "Gt": ">",
    "GtE": ">=",
    "Is": "is",
    "IsNot": "is not",
    "In": "in",
    "NotIn": "not in",
}


class Noting(ast.NodeTransformer):
    """Makes an expression note its parts."""

    def __init__(self, source, texts, own):
        self.source = source
        self.texts = texts
        self.own = own
        self.inner = []

    def wrap(self, node, original):
        text = ast.get_source_segment(self.source, original) or ""
        self.texts.append(" ".join(text.split()))
        number = len(self.texts) - 1
        call = ast.Call(ast.Name("@note", ast.Load()), [ast.Constant(number), node], [])
        return ast.copy_location(call, original), number

    def inside(self, node):
        wrapped, number = self.wrap(node, node)
        self.inner.append(number)
        return wrapped

    def leave(self, node):
        # It is evaluated often, later or never.
        return node

    visit_Lambda = visit_ListComp = visit_SetComp = visit_DictComp = visit_GeneratorExp = leave
    visit_JoinedStr = visit_TemplateStr = visit_Await = visit_Yield = visit_YieldFrom = leave

    def visit_Name(self, node):
        return self.inside(node) if isinstance(node.ctx, ast.Load) else node

    def visit_Call(self, node):
        original = node
        if isinstance(node.func, ast.Attribute):
            node.func.value = self.visit(node.func.value)
        elif not isinstance(node.func, ast.Name):
            node.func = self.visit(node.func)
        node.args = [self.visit(one) for one in node.args]
        for keyword in node.keywords:
            keyword.value = self.visit(keyword.value)
        return self.inside(original)

    def visit_Attribute(self, node):
        node.value = self.visit(node.value)
        return self.inside(node) if isinstance(node.ctx, ast.Load) else node

    def visit_Subscript(self, node):
        node.value = self.visit(node.value)
        node.slice = self.visit(node.slice)
        return self.inside(node) if isinstance(node.ctx, ast.Load) else node

    def visit_NamedExpr(self, node):
        node.value = self.visit(node.value)
        return node

    def noted(self, node):
        """The node, noted itself, and its number."""
        before = len(self.inner)
        visited = self.visit(node)
        if len(self.inner) > before and self.is_note(visited):
            return visited, visited.args[0].value
        return self.wrap(visited, node)

    def is_note(self, node):
        return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "@note"

    def shaped(self, node):
        """The expression of an assert, and what to say when it is false."""
        if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.And):
            parts = []
            for at, operand in enumerate(node.values):
                inner, shape = self.shaped(operand)
                node.values[at], number = self.wrap(inner, operand)
                parts.append((number, shape))
            return node, {"kind": "and", "parts": parts}
        if isinstance(node, ast.Compare):
            literal = [is_literal(one) for one in (node.left, *node.comparators)]
            node.left, first = self.noted(node.left)
            parts = [first]
            for at, operand in enumerate(node.comparators):
                node.comparators[at], number = self.noted(operand)
                parts.append(number)
            operators = [OPERATORS[type(one).__name__] for one in node.ops]
            literal = [number for number, is_one in zip(parts, literal) if is_one]
            return node, {"kind": "compare", "operators": operators, "parts": parts, "literal": literal}
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            node.operand, number = self.noted(node.operand)
            return node, {"kind": "not", "whole": number}
        is_close = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "close"
        if is_close and "close" not in self.own and 2 <= len(node.args) <= 3 and not node.keywords:
            numbers = []
            for at, argument in enumerate(node.args):
                node.args[at], number = self.noted(argument)
                numbers.append(number)
            wrapped, whole = self.wrap(node, node)
            tolerance = numbers[2] if len(numbers) == 3 else None
            return wrapped, {"kind": "close", "parts": numbers[:2], "tolerance": tolerance, "whole": whole}
        wrapped, number = self.noted(node)
        return wrapped, {"kind": "truth", "whole": number}


class Rewriting(ast.NodeTransformer):
    """Makes calls of asserts."""

    def __init__(self, source, notes, own):
        self.source = source
        self.notes = notes
        self.own = own
        self.shapes = []

    def visit_Raise(self, node):
        if node.exc is not None:
            node.exc = ast.copy_location(ast.Call(ast.Name("@raised", ast.Load()), [node.exc], []), node.exc)
        return ast.fix_missing_locations(node)

    def visit_Assert(self, node):
        noting = Noting(self.source, self.notes.texts, self.own)
        if is_refusal(node):
            test, shape = node.test, {"kind": "said"}
        else:
            test, shape = noting.shaped(node.test)
        shape["inner"] = set(noting.inner)
        self.shapes.append(shape)
        if node.msg is None:
            message = ast.Constant(None)
        else:
            nothing = ast.arguments(posonlyargs=[], args=[], kwonlyargs=[], kw_defaults=[], defaults=[])
            message = ast.Lambda(nothing, node.msg)
        begin = ast.Call(ast.Name("@begin", ast.Load()), [], [])
        arguments = [begin, test, ast.Constant(len(self.shapes) - 1), message]
        call = ast.Expr(ast.Call(ast.Name("@end", ast.Load()), arguments, []))
        return ast.fix_missing_locations(ast.copy_location(call, node))


def is_literal(node):
    return not any(isinstance(part, (ast.Name, ast.Call, ast.Attribute)) for part in ast.walk(node))
