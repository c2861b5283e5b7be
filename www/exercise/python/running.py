# What the page asks for, as JSON.


def plan(request):
    """Prints the cases of blocks of tests, or what is wrong with one, and the names that programs define."""
    request = json.loads(request)
    names = set()
    for source in request["programs"]:
        names |= defined_in(source)
    blocks = []
    for block in request["blocks"]:
        try:
            found = cases_of(block["form"], block["text"])
            problem = mistake_in(block["text"], names) if block["form"] == "python" else None
            if problem is not None:
                raise problem
            if not found:
                raise NoCase("empty", 1)
            cases = [{"title": one.title, "text": one.text, "line": one.line, "hint": one.hint} for one in found]
            blocks.append({"cases": cases, "problem": None})
        except NoCase as problem:
            reason, line, text = problem.args
            blocks.append({"cases": [], "problem": {"reason": reason, "line": line, "text": text}})
    patterns = []
    for pattern in request["patterns"]:
        try:
            re.compile(pattern)
            patterns.append(None)
        except Exception as error:
            patterns.append(str(error))
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


def ending(request):
    """Leaves a function behind that prints in which line a program ends itself: nothing else says where `exit()` was."""
    request = json.loads(request)
    code = compile(request["source"], "<program>", "exec")

    def start():
        stdout, sys.stdout = sys.stdout, make_buffer()
        line = None
        try:
            exec(code, sys.modules["__main__"].__dict__)
        except SystemExit as error:
            place = error.__traceback__
            while place is not None:
                line = place.tb_lineno if place.tb_frame.f_code.co_filename == "<program>" else line
                place = place.tb_next
        finally:
            sys.stdout = stdout
        print(f"\n{to_json(line)}")

    setattr(builtins, request["entry"], start)


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

    proof = request["proof"]

    def start(output):
        try:
            run(output)
        except Undefined as error:
            raise Failed(kind="undefined", name=error.name, similar=error.similar) from None
        # To come to an end is no proof: a program may have put something else in the place of this function.
        raise Passed(proof)

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

    names.tests.update({"@begin": notes.begin, "@note": notes.note, "@end": end, "@raised": notes.raised})
    kind = case.run[0] if case.run else None
    is_async = any(isinstance(part, ast.AsyncFunctionDef) for part in ast.walk(tree))
    modules = import_beforehand(tree, ["asyncio"] if is_async else [])
    methods = Methods(notes, is_async) if kind == "method" or "unittest" in modules else None
    skipped = methods.skip if methods else ()

    def run(output):
        restore(modules, methods.classes if methods else [])
        try:
            exec(code, names.tests, names)
            if kind == "method":
                methods.run(names.tests, *case.run[1:])
            elif kind == "function":
                run_function(case.run[1])
            elif kind == "check":
                judge(result_of(names.tests["check"], names.program, output, source))
        except skipped as reason:
            raise Failed(kind="skipped", reason=str(reason)) from None
        except Failed:
            raise
        except AssertionError as error:
            if kind != "method":
                raise
            raise Failed(**facts_of(error)) from None
        notes.settle()

    def result_of(function, *arguments):
        result = function(*arguments)
        return modules["asyncio"][0].run(result) if is_async and hasattr(result, "cr_frame") else result

    def run_function(name):
        function = names.tests[name]
        error = None
        try:
            nothing_returned(result_of(function), name)
        except skipped:
            raise
        except Exception as raised:
            error = raised
        if expects_failure(function):
            failed_as_expected(error, notes)
        elif error is not None:
            raise error

    return run


def import_beforehand(tree, more=()):
    """Imports what tests import, before a learner's program may have changed how; returns what `restore` needs of it."""
    found = {}
    modules = list(more)
    for part in ast.walk(tree):
        if isinstance(part, ast.Import):
            modules += [one.name for one in part.names]
        elif isinstance(part, ast.ImportFrom) and not part.level:
            modules.append(part.module)
    for module in modules:
        try:
            __import__(module)
            parts = module.split(".")
            for end in range(1, len(parts) + 1):
                name = ".".join(parts[:end])
                one = sys.modules[name]
                found[name] = (one, {name: value for name, value in vars(one).items() if callable(value)})
        except Exception:
            # It may be a file of the program's own. The case says it when it gets there.
            pass
    return found


def restore(modules, classes):
    """Gives modules and classes of Python's library back what a program has replaced in them.

    Otherwise `math.isclose = lambda *_: True` would pass every test that uses it. What is no function stays: it may be
    what a program has reached, such as the place of a turtle.
    """
    sys.modules = sys_modules
    sys_modules.update({name: module for name, (module, _) in modules.items()})
    for module, functions in modules.values():
        try:
            vars(module).update(functions)
        except TypeError:
            # A module that the exercise does not allow has nothing in it. Whoever uses it hears so.
            pass
    for one, attributes in classes:
        now = vars(one)
        for name, value in attributes.items():
            if name not in ("__dict__", "__weakref__") and now.get(name) is not value:
                setattr(one, name, value)


def judge(answer):
    """What a function `check` has returned."""
    if answer is None or answer is True or answer == "" or answer == []:
        return
    messages = [answer] if isinstance(answer, str) else answer
    if answer is False or not isinstance(messages, (list, tuple)) or not all(isinstance(one, str) for one in messages):
        raise Failed(kind="answer", value=shown(answer))
    raise Failed(kind="messages", messages=list(messages))


def example_runner(case, names, offset):
    modules = {}

    def compiled(source, line):
        tree = ast.parse(source, mode="exec")
        modules.update(import_beforehand(tree))
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
        restore(modules, [])
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
