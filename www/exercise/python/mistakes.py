# Tests that would not run, or could not fail. Nothing that looks like a test is left out in silence.


def mistake_in(text, own):
    """What is wrong first with a block of Python, as `NoCase`; None if nothing is. `own` are the program's names."""
    tree = parsed(text)
    found = [*constant_asserts(tree), *twins(tree), *functions_left_out(tree, own), *statements_left_out(tree, text)]
    return min(found, key=lambda one: one.args[1], default=None)


def constant_asserts(tree):
    """`assert (x == 1, "message")`: a tuple that is not empty is always true."""
    for part in ast.walk(tree):
        if isinstance(part, ast.Assert) and is_always_true(part.test):
            reason = "tuple" if isinstance(part.test, ast.Tuple) else "constant"
            yield NoCase(reason, part.lineno, ast.unparse(part.test)[:MOST_SHOWN])


def is_always_true(node):
    if isinstance(node, (ast.Tuple, ast.List, ast.Set)):
        return any(not isinstance(one, ast.Starred) for one in node.elts)
    if isinstance(node, ast.Dict):
        return any(key is not None for key in node.keys)
    if isinstance(node, ast.BoolOp):
        # Who writes `x == 1 or 2` means something else.
        return isinstance(node.op, ast.Or) and any(is_always_true(one) or is_constant(one) for one in node.values)
    if isinstance(node, ast.JoinedStr):
        return any(isinstance(one, ast.Constant) for one in node.values)
    # `assert True` is what some write where it is enough to have come there.
    is_text = is_constant(node) and isinstance(node.value, (str, bytes))
    return is_text or isinstance(node, (ast.Lambda, ast.GeneratorExp))


def is_constant(node):
    return isinstance(node, ast.Constant) and bool(node.value)


def twins(tree):
    """Tests of one name, of which Python keeps the last."""
    classes = test_classes(tree)
    for scope in (tree, *(one for one in tree.body if isinstance(one, ast.ClassDef))):
        known = set()
        for part in scope.body:
            if not isinstance(part, (*FUNCTIONS, ast.ClassDef)):
                continue
            is_test = part.name.startswith("test") if scope is not tree else is_read(part.name) or part.name in classes
            if is_test and part.name in known:
                yield NoCase("twice", part.lineno, part.name)
            known.add(part.name)


def is_read(name):
    return name == "check" or is_test_name(name)


class Function:
    """A function of the tests: where it stands, and how it is called there."""

    def __init__(self, node, name, place, above):
        self.node = node
        self.name = name
        self.place = place
        self.above = above


def functions_left_out(tree, own):
    classes = test_classes(tree)
    planned = {id(method) for methods in classes.values() for method, _ in methods.values()}
    # What is read or taken away again, by its name or behind a dot.
    names = {one.id for one in ast.walk(tree) if isinstance(one, ast.Name) and not isinstance(one.ctx, ast.Store)}
    attributes = {one.attr for one in ast.walk(tree) if isinstance(one, ast.Attribute)}
    # What only passes its methods on needs none.
    bases = {name_of(base) for one in tree.body if isinstance(one, ast.ClassDef) for base in one.bases}
    for statement in tree.body:
        if isinstance(statement, ast.ClassDef) and statement.name not in bases | names_deleted(tree):
            if classes.get(statement.name) == {}:
                yield NoCase("methodless", statement.lineno, statement.name)
    for one in functions_in(tree, tree, None):
        if isinstance(one.place, ast.ClassDef):
            if one.name not in attributes:
                yield from method_left_out(one, tree, classes, planned, names)
        elif one.name not in names and one.name not in own:
            yield from function_left_out(one, tree, classes)


def function_left_out(one, tree, classes):
    node, name, line = one.node, one.name, one.node.lineno
    if not is_read(name):
        if has_check(node) and name not in LIFE and not is_registered(node):
            yield NoCase("uncalled", line, name)
    elif isinstance(node, ast.Lambda):
        yield NoCase("lambda", line, name)
    elif one.place is not tree:
        yield NoCase("nested", line, name)
    elif is_generator(node):
        yield NoCase("generator", line, name)
    elif not is_called(node, classes):
        if name == "check":
            yield NoCase("check", line, str(count_of(node)))
        else:
            yield NoCase("parameters", line, f"{name}({', '.join(unfilled(node))})")


def method_left_out(one, tree, classes, planned, names):
    node, owner = one.node, one.place
    full, line = f"{owner.name}.{one.name}", one.node.lineno
    is_test = one.name.startswith("test")
    if isinstance(node, ast.Lambda):
        if is_test and owner.name in classes:
            yield NoCase("lambda", line, full)
    elif owner.name not in classes or one.above is not tree:
        if is_test and id(node) not in planned and owner.name not in names:
            yield NoCase("class" if one.above is tree else "nested", line, full)
    elif not is_test:
        if has_check(node) and one.name not in LIFE and not one.name.startswith("__") and not is_registered(node):
            yield NoCase("uncalled", line, full)
    elif is_generator(node):
        yield NoCase("generator", line, full)
    elif missing := unfilled(node, 0 if any(name_of(one) == "staticmethod" for one in node.decorator_list) else 1):
        yield NoCase("parameters", line, f"{full}({', '.join(missing)})")
    elif isinstance(node, ast.AsyncFunctionDef) and [name_of(base) for base in owner.bases] == ["TestCase"]:
        # With other bases it shows when it runs.
        yield NoCase("async", line, full)


# What unittest calls by itself.
LIFE = (
    *("setUp", "tearDown", "setUpClass", "tearDownClass", "asyncSetUp", "asyncTearDown"),
    *("setUpModule", "tearDownModule", "run", "runTest", "id", "shortDescription", "countTestCases", "debug"),
)


def functions_in(tree, place, above):
    """The functions of tests, each with the statement in which it stands, and with that in which this one does."""
    for part in ast.iter_child_nodes(place):
        if isinstance(part, FUNCTIONS):
            yield Function(part, part.name, place, above)
        elif isinstance(part, ast.Assign) and isinstance(part.value, ast.Lambda):
            for target in part.targets:
                if isinstance(target, ast.Name):
                    yield Function(part.value, target.id, place, above)
        yield from functions_in(tree, part, place)


def is_registered(function):
    """Whether a decorator may call it, or keep it for somebody who does."""
    return any(name_of(one) not in UNITTEST_ONLY for one in getattr(function, "decorator_list", []))


def has_check(function):
    """Whether a function holds an assert, or calls one of unittest's."""
    body = [] if isinstance(function, ast.Lambda) else function.body
    for part in (part for one in body for part in here(one)):
        if is_assert(part):
            return True
        is_call = isinstance(part, ast.Call) and isinstance(part.func, ast.Attribute)
        if is_call and name_of(part.func.value) == "self" and re.match(r"assert[A-Z]|fail$", part.func.attr):
            return True
    return False


def statements_left_out(tree, text):
    """What stands behind the last case, and what is asked `if __name__ == "__main__"`."""
    cases = cases_of_code(tree, text)
    called = {case.run[1] for case in cases if case.run}
    helpers = helpers_in(tree) - called
    run = {id(one) for case in cases for one in (*case.before, *case.body)}
    for statement in tree.body:
        if is_main(statement):
            if uses(statement, helpers) or any(map(is_assert, here(statement))):
                yield NoCase("main", statement.lineno)
        elif not isinstance(statement, SCOPES) and id(statement) not in run and uses(statement, helpers):
            yield NoCase("unused", statement.lineno, text_of_assert(statement, text))
