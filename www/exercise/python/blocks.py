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
