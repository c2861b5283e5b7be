"""Runs the tests of an exercise on a learner's program, one case in a fresh interpreter.

www/exercise/checking.js calls it: `plan` in an interpreter of its own, which lists the cases; then for each of them
`prepare`, the learner's program, and the function that `prepare` has left behind.

A learner's program may have changed anything when that function runs. So this module takes the functions that it needs by
their names before that, parses and compiles beforehand, and imports nothing afterwards. Its names are looked up here
before they are looked up in `builtins`, which the program may have changed.
"""

import ast
import builtins
import io
import json
import re
import sys
from builtins import (
    AssertionError,
    Exception,
    KeyError,
    NameError,
    abs,
    all,
    bool,
    dict,
    exec,
    input,
    int,
    isinstance,
    iter,
    len,
    list,
    max,
    min,
    next,
    repr,
    set,
    str,
    super,
    tuple,
    type,
    vars,
)
from json.encoder import encode_basestring_ascii as quoted

# What a page shows of a value.
MOST_SHOWN = 400
# Values that stand beside a difference.
MOST_VALUES = 8
# How tracebacks call the code of tests. Its lines are those of the exercise.
FILE = "<tests>"
# What a call may compare exactly: a float in decimal is no more exact than that.
RELATIVE_TOLERANCE = 1e-6

make_buffer = io.StringIO


def to_json(value):
    """What the facts of a case consist of, as JSON: `json` uses what the program may have changed."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, dict):
        return "{" + ",".join([f"{quoted(name)}:{to_json(one)}" for name, one in value.items()]) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ",".join([to_json(one) for one in value]) + "]"
    return repr(int(value))


class Failed(AssertionError):
    """A case has failed; the message is what is known of it, as JSON."""

    def __init__(self, **facts):
        super().__init__(to_json(facts))


class NoCase(Exception):
    """Tests in which nothing would be checked, or which are no Python."""

    def __init__(self, reason, line, message=""):
        super().__init__(reason, line, message)


def shown(value):
    """The value as Python writes it, or its beginning and its end."""
    try:
        text = repr(value)
    except Exception as error:
        text = f"<{type(value).__name__}: its __repr__ raises {type(error).__name__}>"
    if len(text) > MOST_SHOWN:
        half = MOST_SHOWN // 2
        text = f"{text[:half]} … {text[-half:]}"
    return text


def close(value, expected, tolerance=None):
    """Whether a number is as close to another as a float can be expected to be."""
    if tolerance is None:
        tolerance = RELATIVE_TOLERANCE * max(abs(expected), RELATIVE_TOLERANCE)
    return abs(value - expected) <= tolerance


# Asserts: the values of an expression's parts are noted while it is evaluated, once and in its own order.


class Notes:
    """What asserts note. An assert may call a function of the tests that holds another one."""

    def __init__(self, program):
        self.program = program
        self.texts = []
        self.open = []

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
        if message is not None:
            facts["hint"] = str(message())
        raise Failed(**facts)

    def explain(self, shape, values):
        """What is wrong with the part that has decided."""
        kind = shape["kind"]
        if kind == "and":
            # The last one that was evaluated.
            number, part = [one for one in shape["parts"] if one[0] in values][-1]
            return self.explain(part, values)
        if kind == "compare":
            known = [number for number in shape["parts"] if number in values]
            left, right = known[-2:]
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

    def visit_Assert(self, node):
        noting = Noting(self.source, self.notes.texts, self.own)
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


# The cases of a block.


class Case:
    """One case: what runs before it, and what it is. A title is the author's; without one, its text is its name."""

    def __init__(self, title, text, line, before, body, hint=None, run=None):
        self.title = title
        self.text = text
        self.line = line
        self.before = before
        self.body = body
        self.hint = hint
        self.run = run


def cases_of(form, text):
    """The cases of a block of tests."""
    if form == "doctest":
        return cases_of_examples(text)
    try:
        tree = ast.parse(text)
    except SyntaxError as error:
        raise NoCase("syntax", error.lineno or 1, error.msg) from None
    cases = cases_of_code(tree, text)
    if not cases:
        raise NoCase("empty", 1)
    return cases


def cases_of_code(tree, text):
    lines = text.split("\n")
    classes = test_classes(tree)
    helpers = {one.name for one in tree.body if isinstance(one, ast.FunctionDef) and any(map(has_assert, one.body))}

    def checks(statement):
        return has_assert(statement) or any(
            isinstance(part, ast.Call) and isinstance(part.func, ast.Name) and part.func.id in helpers
            for part in ast.walk(statement)
            if isinstance(statement, ast.Expr)
        )

    cases = []
    before = []
    for comment, statements in paragraphs(tree, lines):
        if comment and any(map(checks, statements)) and not any(is_called(one, classes) for one in statements):
            cases.append(Case(comment, None, first_line(statements[0]), list(before), statements, hint_of(statements)))
            continue
        for statement in statements:
            if isinstance(statement, ast.ClassDef) and statement.name in classes:
                before.append(statement)
                for method in test_methods(statement):
                    case = Case(title_of(method, None), None, method.lineno, None, [])
                    case.run = ("method", statement.name, method.name)
                    cases.append(case)
            elif is_called(statement, classes):
                before.append(statement)
                comment_above = comment if statement is statements[0] else None
                case = Case(title_of(statement, comment_above), None, statement.lineno, None, [])
                case.run = ("check" if statement.name == "check" else "function", statement.name)
                cases.append(case)
            elif checks(statement):
                name = text_of_assert(statement, text)
                cases.append(Case(None, name, first_line(statement), list(before), [statement], hint_of([statement])))
            else:
                before.append(statement)
    for case in cases:
        if case.before is None:
            case.before = before
    return cases


def paragraphs(tree, lines):
    """Statements that no empty line parts, with the comment above the first of them."""
    found = []
    end = 0
    for statement in tree.body:
        start = first_line(statement)
        above = start - 1
        while above > end and lines[above - 1].lstrip().startswith("#"):
            above -= 1
        comment = " ".join(line.strip().lstrip("#").strip() for line in lines[above : start - 1])
        is_apart = any(not line.strip() for line in lines[end : start - 1])
        if comment or is_apart or not found:
            found.append((comment, []))
        found[-1][1].append(statement)
        end = statement.end_lineno
    return found


def first_line(statement):
    return min([statement.lineno, *(one.lineno for one in getattr(statement, "decorator_list", []))])


def has_assert(statement):
    if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)):
        return False
    return isinstance(statement, ast.Assert) or any(map(has_assert, ast.iter_child_nodes(statement)))


def is_called(statement, classes):
    if isinstance(statement, ast.ClassDef):
        return statement.name in classes
    if not isinstance(statement, ast.FunctionDef):
        return False
    arguments = statement.args
    count = len(arguments.posonlyargs) + len(arguments.args)
    if statement.name == "check":
        return count == 3
    is_test = statement.name == "test" or statement.name.startswith("test_")
    return is_test and count == len(arguments.defaults)


def test_classes(tree):
    """The names of classes that derive from `unittest.TestCase`."""
    names = set()
    for statement in tree.body:
        if isinstance(statement, ast.ClassDef):
            bases = [one.attr if isinstance(one, ast.Attribute) else getattr(one, "id", "") for one in statement.bases]
            if any(base.endswith("TestCase") or base in names for base in bases):
                names.add(statement.name)
    return names


def test_methods(statement):
    return [one for one in statement.body if isinstance(one, ast.FunctionDef) and one.name.startswith("test")]


def title_of(function, comment):
    docstring = (ast.get_docstring(function) or "").strip().split("\n")[0]
    if docstring or comment:
        return docstring or comment
    return None if function.name in ("check", "test") else function.name.removeprefix("test_").replace("_", " ")


def text_of_assert(statement, text):
    # What it is about, without its message.
    part = statement.test if isinstance(statement, ast.Assert) else statement
    name = " ".join((ast.get_source_segment(text, part) or "").split())
    return name if len(name) <= 100 else f"{name[:99]}…"


def hint_of(statements):
    """The message of the only assert, if it is a text: it can be shown beforehand."""
    asserts = [part for one in statements for part in ast.walk(one) if isinstance(part, ast.Assert)]
    message = asserts[0].msg if len(asserts) == 1 else None
    return message.value if isinstance(message, ast.Constant) and isinstance(message.value, str) else None


# Examples, as in docstrings.


def cases_of_examples(text):
    examples = examples_in(text)
    if not examples:
        raise NoCase("empty", 1)
    cases = []
    for at, (source, want, line) in enumerate(examples):
        try:
            ast.parse(source)
        except SyntaxError as error:
            if not is_traceback(want):
                raise NoCase("syntax", line + (error.lineno or 1) - 1, error.msg) from None
        # What shows nothing prepares those below it.
        if want or at == len(examples) - 1:
            case = Case(None, " ".join(source.split())[:100], line, examples[:at], [])
            case.run = ("example", source, want)
            cases.append(case)
    return cases


def examples_in(text):
    """Triples of source, what it shows, and the line."""
    examples = []
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        prompt = re.match(r"( *)>>>( |$)", lines[at])
        if not prompt:
            at += 1
            continue
        indent = len(prompt[1])
        line = at + 1
        source = [lines[at][indent + 4 :]]
        at += 1
        while at < len(lines) and re.match(r" {%d}\.\.\.( |$)" % indent, lines[at]):
            source.append(lines[at][indent + 4 :])
            at += 1
        want = []
        while at < len(lines) and lines[at].strip() and not re.match(r" *>>>( |$)", lines[at]):
            want.append(lines[at][indent:])
            at += 1
        examples.append(("\n".join(source) + "\n", "".join(one.rstrip() + "\n" for one in want), line))
    return examples


def is_traceback(want):
    return want.startswith(("Traceback (most recent call last):", "Traceback (innermost last):"))


def fits(want, got, is_elliptic, is_loose):
    """Whether an example has shown what it should."""
    want = want.replace("<BLANKLINE>", "")
    if is_loose:
        want, got = (" ".join(text.split()) for text in (want, got))
    if not is_elliptic or "..." not in want:
        return want == got
    pieces = want.split("...")
    if not got.startswith(pieces[0]) or not got.endswith(pieces[-1]):
        return False
    at = len(pieces[0])
    end = len(got) - len(pieces[-1])
    for piece in pieces[1:-1]:
        at = got.find(piece, at, end)
        if at < 0:
            return False
        at += len(piece)
    return at <= end


# What the page asks for, as JSON.


def plan(request):
    """Prints the cases of blocks of tests, or what is wrong with one, and the names that programs define."""
    request = json.loads(request)
    blocks = []
    for block in request["blocks"]:
        try:
            found = cases_of(block["form"], block["text"])
            cases = [{"title": one.title, "text": one.text, "line": one.line, "hint": one.hint} for one in found]
            blocks.append({"cases": cases, "problem": None})
        except NoCase as problem:
            reason, line, message = problem.args
            blocks.append({"cases": [], "problem": {"reason": reason, "line": line, "message": message}})
    patterns = []
    for pattern in request["patterns"]:
        try:
            re.compile(pattern)
            patterns.append(None)
        except Exception as error:
            patterns.append(str(error))
    names = set()
    for source in request["programs"]:
        names |= defined_in(source)
    print(to_json({"blocks": blocks, "patterns": patterns, "names": sorted(names)}))


def defined_in(source):
    """The names that a program gives values to at its top level, without what it imports.

    What tests import is theirs: a learner who has forgotten the import must not get it from them.
    """
    try:
        tree = ast.parse(source)
    except SyntaxError:
        # With gaps, or with what the learner has to mend.
        found = re.findall(r"^(?:(?:def|class) +(\w+)|(\w+) *=(?!=))", source, re.MULTILINE)
        return {one or other for one, other in found}
    names = set()
    parts = list(tree.body)
    while parts:
        part = parts.pop()
        if isinstance(part, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            names.add(part.name)
        elif isinstance(part, (ast.Lambda, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)):
            continue
        elif isinstance(part, ast.Name):
            if isinstance(part.ctx, ast.Store):
                names.add(part.id)
        else:
            parts.extend(ast.iter_child_nodes(part))
    return names


def search(request):
    """Prints whether a pattern is found in a text."""
    request = json.loads(request)
    print(to_json(re.search(request["pattern"], request["text"]) is not None))


def quiet_input(prompt="", /):
    """`input` that does not print what it asks: what a program asks for is no part of its answer."""
    str(prompt)
    return input()


def quiet(request=None):
    """Keeps questions out of the output."""
    builtins.input = quiet_input


def prepare(request):
    """Makes a case ready to run after the learner's program, as a builtin of a name that no program has."""
    request = json.loads(request)
    if request["isQuiet"]:
        quiet()
    text, own = request["text"], set(request["names"])
    case = cases_of(request["form"], text)[request["case"]]
    offset = request["line"] - 1
    names = Names(sys.modules["__main__"].__dict__, own)
    if case.run and case.run[0] == "example":
        run = example_runner(case, names, offset)
    else:
        run = code_runner(case, names, text, own, offset, request["source"])

    def start(output):
        try:
            run(output)
        except Undefined as error:
            raise Failed(kind="undefined", name=error.name, similar=error.similar) from None

    setattr(builtins, request["entry"], start)


def code_runner(case, names, text, own, offset, source):
    notes = Notes(names.program)
    rewriting = Rewriting(text, notes, own)
    statements = [rewriting.visit(one) for one in (*case.before, *case.body)]
    tree = ast.Module(statements, [])
    if offset:
        ast.increment_lineno(tree, offset)
    code = compile(tree, FILE, "exec")
    shapes = rewriting.shapes

    def end(level, value, shape, message):
        notes.end(level, value, shapes[shape], message)

    names.tests.update({"@begin": notes.begin, "@note": notes.note, "@end": end})
    kind = case.run[0] if case.run else None
    skipped = ()
    if kind == "method":
        import unittest

        skipped = unittest.SkipTest
    import_beforehand(tree)

    def run(output):
        exec(code, names.tests, names)
        if kind == "function":
            names.tests[case.run[1]]()
        elif kind == "check":
            judge(names.tests["check"](names.program, output, source))
        elif kind == "method":
            run_method(names.tests[case.run[1]], case.run[2], skipped)

    return run


def import_beforehand(tree):
    """Imports what tests import at their top level, before a learner's program may have changed how."""
    for statement in tree.body:
        modules = []
        if isinstance(statement, ast.Import):
            modules = [one.name for one in statement.names]
        elif isinstance(statement, ast.ImportFrom) and not statement.level:
            modules = [statement.module]
        for module in modules:
            try:
                __import__(module)
            except Exception:
                # It may be a file of the program's own. The case says it when it gets there.
                pass


def judge(answer):
    """What a function `check` has returned."""
    if answer is None or answer is True or answer == "" or answer == []:
        return
    messages = [answer] if isinstance(answer, str) else answer
    if answer is False or not isinstance(messages, (list, tuple)) or not all(isinstance(one, str) for one in messages):
        raise Failed(kind="answer", value=shown(answer))
    raise Failed(kind="messages", messages=list(messages))


def run_method(test, name, skipped):
    try:
        test.setUpClass()
        try:
            test(name).debug()
        finally:
            test.tearDownClass()
            test.doClassCleanups()
    except skipped as reason:
        raise Failed(kind="skipped", reason=str(reason)) from None
    except Failed:
        raise
    except AssertionError as error:
        facts = {"kind": "unittest", "message": str(error)[:2000]}
        place = error.__traceback__
        while place is not None:
            values = place.tb_frame.f_locals
            if place.tb_frame.f_code.co_name.startswith("assert") and "self" in values and "first" in values:
                facts["left"], facts["right"] = shown(values["first"]), shown(values["second"])
                facts["method"] = place.tb_frame.f_code.co_name
                facts["message"] = str(values.get("msg") or "") if "msg" in values else facts["message"]
                break
            place = place.tb_next
        raise Failed(**facts) from None


def example_runner(case, names, offset):
    def compiled(source, line):
        tree = ast.parse(source, mode="exec")
        if line + offset > 1:
            ast.increment_lineno(tree, line + offset - 1)
        return compile(ast.Interactive(tree.body), FILE, "single")

    before = [(compiled(source, line), wanted) for source, wanted, line in case.before]
    _, source, want = case.run
    try:
        code = compiled(source, case.line)
    except SyntaxError as error:
        code, problem = None, f"SyntaxError: {error.msg}"
    is_elliptic, is_loose = (option in source for option in ("+ELLIPSIS", "+NORMALIZE_WHITESPACE"))

    def run(output):
        for one, wanted in before:
            evaluated(one, is_traceback(wanted))
        if code is None:
            got = problem
        else:
            got = evaluated(code, is_traceback(want))
        if is_traceback(want):
            lines = [line for line in want.split("\n")[1:] if line and not line.startswith(" ")]
            wanted = "\n".join(lines)
        else:
            wanted = want.removesuffix("\n")
        if not fits(wanted, "\n".join(line.rstrip() for line in got.removesuffix("\n").split("\n")), is_elliptic, is_loose):
            raise Failed(kind="example", text=source.strip(), expected=wanted, printed=got[:10_000])

    def evaluated(code, may_raise):
        """What is shown, or what is raised."""
        stdout, hook = sys.stdout, sys.displayhook
        sys.stdout, sys.displayhook = buffer, _ = make_buffer(), display
        try:
            exec(code, names.tests, names)
        except Undefined:
            raise
        except Exception as error:
            if not may_raise:
                raise
            message = str(error)
            return f"{type(error).__name__}: {message}" if message else type(error).__name__
        finally:
            sys.stdout, sys.displayhook = stdout, hook
        return buffer.getvalue()

    def display(value):
        if value is not None:
            sys.stdout.write(repr(value) + "\n")

    return run


class Undefined(NameError):
    """A name that the learner's program should define."""

    def __init__(self, name, similar):
        super().__init__(f"name '{name}' is not defined")
        self.name = name
        self.similar = similar


class Names:
    """The names that tests see, and the place of those that they define.

    Tests have names of their own, which do not meet those of the program. All others are the program's, as they are at
    this moment; but those of `builtins` are Python's own, whatever the program has made of them, unless defining them
    is the task.
    """

    def __init__(self, program, own):
        self.program = program
        self.own = own
        genuine = {"close": close, **vars(builtins)}
        self.genuine = genuine
        self.tests = {name: value for name, value in genuine.items() if name not in own}
        self.tests.update({"__name__": "tests", "__builtins__": Program(program, genuine, own)})
        self.tests["globals"] = self.all

    def __getitem__(self, name):
        return self.tests[name]

    def __setitem__(self, name, value):
        if name in self.own:
            self.program[name] = value
        else:
            self.tests[name] = value

    def __contains__(self, name):
        return name in self.program or name in self.tests

    def __iter__(self):
        return iter(self.all())

    keys = __iter__

    def all(self):
        """What tests take for their globals: the program's names, and theirs."""
        theirs = {name: value for name, value in self.tests.items() if name not in self.genuine and name[:1] != "@"}
        return {**self.program, **theirs}

    def __delitem__(self, name):
        del (self.program if name in self.own else self.tests)[name]


class Program:
    """Where Python looks last: the names of the program as they are at this moment."""

    def __init__(self, program, genuine, own):
        self.program = program
        self.genuine = genuine
        self.own = own

    def __getitem__(self, name):
        try:
            return self.program[name]
        except KeyError:
            pass
        # A builtin that the learner has to define herself is not there before she does.
        if name in self.genuine and name not in self.own:
            return self.genuine[name]
        raise Undefined(name, next((one for one in self.program if alike(one, name)), None))


def alike(one, other):
    """Whether two names differ in nothing but case, underscores, or one letter."""
    if not isinstance(one, str) or one.startswith("__"):
        return False
    one, other = one.lower().replace("_", ""), other.lower().replace("_", "")
    if one == other:
        return True
    if abs(len(one) - len(other)) > 1 or min(len(one), len(other)) < 4:
        return False
    at = 0
    while at < min(len(one), len(other)) and one[at] == other[at]:
        at += 1
    return one[at + 1 :] == other[at:] or one[at:] == other[at + 1 :] or one[at + 1 :] == other[at + 1 :]
