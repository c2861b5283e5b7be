"""Runs methods of one module of CPython's tests, and tells each outcome on a line of its own.

Standard input is JSON: `module`, such as "test_set"; `only`, the methods that are wanted, or null for all; `done`,
those that have been told already, by a process that did not live to the end. Both interpreters run it as their main
program, with the folder `test` beside it.
"""

import json
import os
import sys
import types

MARK = "\x1e"
# Tests replace what they test: what tells outcomes is held here.
_write = os.write
_dumps = json.dumps


def tell(kind, name, detail=""):
    """One line, begun anew: a test may have left its own unfinished."""
    line = _dumps([kind, name, detail])
    _write(1, f"\n{MARK}{line}\n".encode())


def described(error, kept=6000):
    """An exception with its traceback, its last line first; the formatting may itself be what does not work."""
    import traceback

    try:
        text = "".join(traceback.format_exception(*error))
    except BaseException as other:
        text = f"{error[0].__name__} (which could not be formatted: {type(other).__name__})"
    last = next((line for line in reversed(text.splitlines()) if line.strip() and line[0] != " "), "")
    return last[:300] + "\n" + text[-kept:]


# Modules that a few methods of a module need, and that all of it imports: they are empty where they are missing.
NEEDED = {"test_inspect": "_pickle", "test_pydoc": "_pickle"}

# C is no part of the language, and a web page has no library in C: these are there in neither interpreter.
HIDDEN = "_ctypes_test _testbuffer _testcapi _testimportmultiple _testinternalcapi _testmultiphase ctypes".split()


def begin(request):
    import unittest
    from test import support

    for name in HIDDEN:
        sys.modules[name] = None
    needed = NEEDED.get(request["module"])
    if needed is not None:
        try:
            __import__(needed)
        except ImportError:
            sys.modules[needed] = types.ModuleType(needed)
    # The tests take the name of the platform for Emscripten, and ask it for threads. The oracle has none, either.
    if not hasattr(sys, "_emscripten_info"):
        sys._emscripten_info = types.SimpleNamespace(pthreads=False, emscripten_version=(0, 0, 0))
    # The tests themselves tell what is a detail of CPython's from what the language is. CPython is asked for what every
    # other implementation is asked for.
    support.check_impl_detail = lambda **guards: guards.get("rustpython", support._parse_guards(guards)[1])
    # Both know the columns of instructions; the tests would ask C.
    support.has_no_debug_ranges = lambda: False
    # What regrtest begins with: no network, no gigabytes, no windows.
    support.use_resources = []
    support.verbose = 0

    done = set(request["done"])
    only = None if request["only"] is None else set(request["only"])
    prefix = f"test.{request['module']}."

    def short(test):
        name = test.id()
        return name.removeprefix(prefix).replace("\n", " ")

    class Result(unittest.TestResult):
        """Tells what becomes of each method, when it is known."""

        def __init__(self):
            super().__init__()
            self.outcome = None

        def startTest(self, test):
            self.outcome = None
            tell("begins", short(test))

        def stopTest(self, test):
            tell("ends", short(test), self.outcome or ["unknown", ""])

        def addSuccess(self, test):
            self.outcome = self.outcome or ["passed", ""]

        def addSkip(self, test, reason):
            self.outcome = ["skipped", str(reason)]
            if isinstance(test, unittest.suite._ErrorHolder):
                fixtures.append(["skipped", str(reason)])

        def addError(self, test, error):
            if isinstance(test, unittest.suite._ErrorHolder):
                fixtures.append(["failed", described(error)])
            self.outcome = ["failed", described(error)]

        addFailure = addError

        def addSubTest(self, test, subtest, error):
            if error is not None:
                self.outcome = ["failed", described(error)]

        def addExpectedFailure(self, test, error):
            self.outcome = ["expected failure", ""]

        def addUnexpectedSuccess(self, test):
            self.outcome = ["failed", "it passes, and is expected to fail"]

    # What kept whole classes or the module from being run.
    fixtures = []

    def methods(suite):
        for test in suite:
            if isinstance(test, unittest.TestSuite):
                yield from methods(test)
            elif test is not None:
                yield test

    try:
        loader = unittest.TestLoader()
        suite = loader.loadTestsFromName(f"test.{request['module']}")
    except BaseException:
        tell("module", "", ["failed", described(sys.exc_info())])
        return
    if loader.errors:
        tell("module", "", ["failed", loader.errors[0].strip().splitlines()[-1] + "\n" + loader.errors[0]])
        return
    found = [test for test in methods(suite) if isinstance(test, unittest.TestCase)]
    wanted = [test for test in found if short(test) not in done and (only is None or short(test) in only)]
    tell("found", "", [short(test) for test in wanted])
    result = Result()
    unittest.TestSuite(wanted).run(result)
    # What kept a class from being run is told for none of its methods.
    tell("module", "", ["ran", "\n".join(detail for _, detail in fixtures)])


begin(json.loads(sys.stdin.read()))
