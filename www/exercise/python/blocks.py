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
    return cases_of_code(parsed(text), text)


def parsed(text):
    try:
        return ast.parse(text)
    except SyntaxError as error:
        raise NoCase("syntax", error.lineno or 1, error.msg) from None


def cases_of_code(tree, text):
    lines = text.split("\n")
    classes = test_classes(tree)
    helpers = helpers_in(tree)
    gone = names_deleted(tree)

    cases = []
    before = []
    for comment, statements in paragraphs(tree, lines):
        is_whole = comment and any(checks(one, helpers) for one in statements)
        if is_whole and not any(is_called(one, classes) for one in statements):
            cases.append(Case(comment, None, first_line(statements[0]), list(before), statements, hint_of(statements)))
            continue
        for statement in statements:
            if isinstance(statement, ast.ClassDef) and statement.name in classes:
                before.append(statement)
                if statement.name not in gone:
                    cases.extend(cases_of_class(statement, classes))
            elif is_called(statement, classes) and statement.name not in gone:
                before.append(statement)
                comment_above = comment if statement is statements[0] else None
                case = Case(title_of(statement, comment_above), None, statement.lineno, None, [])
                case.run = ("check" if statement.name == "check" else "function", statement.name)
                cases.append(case)
            elif checks(statement, helpers):
                name = text_of_assert(statement, text)
                cases.append(Case(None, name, first_line(statement), list(before), [statement], hint_of([statement])))
            else:
                before.append(statement)
    for case in cases:
        if case.before is None:
            case.before = before
    return cases


def cases_of_class(statement, classes):
    """A case for each method, its own and those of its bases, as `unittest` finds them."""
    methods = classes[statement.name]
    names = list(methods)
    cases = []
    for name, (method, owner) in methods.items():
        title = title_of(method, None)
        if owner is not statement:
            title = f"{title} ({statement.name})"
        case = Case(title, None, method.lineno, None, [])
        case.run = ("method", statement.name, name, names)
        cases.append(case)
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


FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
SCOPES = (*FUNCTIONS, ast.ClassDef, ast.Lambda)


def here(statement):
    """What a statement consists of, without what is inside of functions and classes."""
    parts = [statement]
    while parts:
        part = parts.pop()
        if isinstance(part, SCOPES):
            continue
        yield part
        parts.extend(ast.iter_child_nodes(part))


def checks(statement, helpers):
    """Whether a statement is an assert, holds one, or calls a function of the tests that does."""
    return not is_main(statement) and any(
        is_assert(part) or isinstance(part, ast.Expr) and uses(part, helpers) for part in here(statement)
    )


def is_assert(part):
    """`assert x`, `raise AssertionError`."""
    is_raise = isinstance(part, ast.Raise) and part.exc is not None
    return isinstance(part, ast.Assert) or is_raise and name_of(part.exc) == "AssertionError"


def is_main(statement):
    """`if __name__ == "__main__"`, which it is for no test."""
    return isinstance(statement, ast.If) and any(
        isinstance(part, ast.Name) and part.id == "__name__" for part in ast.walk(statement.test)
    )


def uses(statement, helpers):
    return any(isinstance(part, ast.Name) and part.id in helpers for part in here(statement))


def helpers_in(tree):
    """The names of functions that hold asserts, or call those that do."""
    functions = [one for one in tree.body if isinstance(one, FUNCTIONS)]
    helpers = set()
    while True:
        found = {one.name for one in functions if any(checks(part, helpers) for part in one.body)}
        if found == helpers:
            return helpers
        helpers = found


def names_deleted(tree):
    """What tests take away again, such as a class that was only a base."""
    deleted = [target for one in tree.body if isinstance(one, ast.Delete) for target in one.targets]
    return {target.id for target in deleted if isinstance(target, ast.Name)}


def is_test_name(name):
    return name == "test" or name.startswith("test_")


def is_called(statement, classes):
    if isinstance(statement, ast.ClassDef):
        return statement.name in classes
    if not isinstance(statement, FUNCTIONS) or is_generator(statement):
        return False
    if statement.name == "check":
        return count_of(statement) == 3
    return is_test_name(statement.name) and not unfilled(statement)


def count_of(function):
    return len(function.args.posonlyargs) + len(function.args.args)


def unfilled(function, own=0):
    """The names of parameters that nobody gives a value: a decorator might, as that of `unittest.mock.patch` does."""
    if any(name_of(one) not in UNITTEST_ONLY for one in function.decorator_list):
        return []
    arguments = function.args
    positional = [*arguments.posonlyargs, *arguments.args]
    needed = positional[own : len(positional) - len(arguments.defaults)]
    named = [one for one, default in zip(arguments.kwonlyargs, arguments.kw_defaults) if default is None]
    return [one.arg for one in (*needed, *named)]


# Decorators that give a function no arguments.
UNITTEST_ONLY = ("staticmethod", "classmethod", "skip", "skipIf", "skipUnless", "expectedFailure")


def name_of(node):
    """The last name of `a`, `a.b` and `a.b(...)`."""
    node = node.func if isinstance(node, ast.Call) else node
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def is_generator(function):
    return any(isinstance(part, (ast.Yield, ast.YieldFrom)) for one in function.body for part in here(one))


def test_classes(tree):
    """The classes that derive from `unittest.TestCase`, and the test methods of each with the class that has them."""
    bases = {"TestCase", "IsolatedAsyncioTestCase", *other_names_of_bases(tree)}
    statements = {}
    classes = {}
    for statement in tree.body:
        if not isinstance(statement, ast.ClassDef):
            continue
        statements[statement.name] = statement
        names = [name_of(one) for one in statement.bases]
        if any(name in bases or name.endswith("TestCase") or name in classes for name in names):
            methods = methods_of(statement, statements)
            alone = [one for one in statement.body if isinstance(one, FUNCTIONS) and one.name == "runTest"]
            classes[statement.name] = methods or {one.name: (one, statement) for one in alone}
    return classes


def other_names_of_bases(tree):
    """`from unittest import TestCase as Base`, `Base = unittest.TestCase`."""
    for statement in tree.body:
        if isinstance(statement, ast.ImportFrom):
            for one in statement.names:
                if one.asname and one.name.endswith("TestCase"):
                    yield one.asname
        elif isinstance(statement, ast.Assign) and name_of(statement.value).endswith("TestCase"):
            yield from (one.id for one in statement.targets if isinstance(one, ast.Name))


def methods_of(statement, statements):
    """The test methods of a class by their names, with those of its bases among the tests first."""
    methods = {}
    for base in reversed(statement.bases):
        known = statements.get(name_of(base))
        if known is not None and known is not statement:
            methods.update(methods_of(known, statements))
    for part in statement.body:
        if isinstance(part, FUNCTIONS) and part.name.startswith("test"):
            methods[part.name] = (part, statement)
        elif isinstance(part, ast.Assign):
            # `test_one = None` takes a test of the base away.
            for target in part.targets:
                if isinstance(target, ast.Name):
                    methods.pop(target.id, None)
    return methods


def title_of(function, comment):
    docstring = (ast.get_docstring(function) or "").strip().split("\n")[0]
    if docstring or comment:
        return docstring or comment
    return None if function.name in ("check", "test") else function.name.removeprefix("test_").replace("_", " ")


def text_of_assert(statement, text):
    # What it is about, without its message.
    is_condition = isinstance(statement, ast.Assert) and not is_refusal(statement)
    part = statement.test if is_condition else statement
    name = " ".join((ast.get_source_segment(text, part) or "").split())
    return name if len(name) <= 100 else f"{name[:99]}…"


def hint_of(statements):
    """The message of the only assert, if it is a text: it can be shown beforehand."""
    asserts = [part for one in statements for part in ast.walk(one) if isinstance(part, ast.Assert)]
    message = asserts[0].msg if len(asserts) == 1 else None
    return message.value if isinstance(message, ast.Constant) and isinstance(message.value, str) else None


def is_refusal(statement):
    """`assert False, "..."`: the test must not come here, and its message is what is wrong."""
    return isinstance(statement.test, ast.Constant) and not statement.test.value
