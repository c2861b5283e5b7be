# Methods of unittest's classes, called and counted as unittest does.


class Methods:
    """What a method needs, taken before the learner's program has run."""

    def __init__(self, notes, is_async):
        import unittest

        self.notes = notes
        self.skip = unittest.SkipTest
        self.clean_module = unittest.doModuleCleanups
        bases = [unittest.TestCase]
        if is_async:
            bases.append(unittest.IsolatedAsyncioTestCase)
        # What the program may have replaced.
        self.classes = [(one, dict(vars(one))) for one in bases]

    def run(self, tests, name, method, planned):
        """Runs a method of the class of this name, with what stands around it."""
        nothing = lambda: None
        test = tests[name]
        others = [one for one in dir(test) if one[:4] == "test" and callable(getattr(test, one)) and one not in planned]
        if others:
            # A loop or a decorator has made it, or a base that is not among the tests.
            raise mistake("unplanned", name=f"{name}.{others[0]}")
        module = tests.get("setUpModule", nothing), tests.get("tearDownModule", nothing), self.clean_module
        if getattr(test, "__unittest_skip__", False):
            inside = lambda: self.skipped(test)
        else:
            body = lambda: self.method(test, method)
            inside = lambda: within(test.setUpClass, body, test.tearDownClass, lambda: clean_class(test))
        within(module[0], inside, *module[1:])

    def skipped(self, what):
        raise self.skip(getattr(what, "__unittest_skip_why__", ""))

    def method(self, test_class, name):
        test = test_class(name)
        genuine = getattr(test, name)
        if getattr(genuine, "__unittest_skip__", False):
            self.skipped(genuine)
        remember = self.notes.remember

        class Failure(AssertionError):
            def __init__(self, *args):
                super().__init__(*args)
                remember(self)

        test.failureException = Failure
        is_async = is_coroutine_function(genuine)
        if is_async and not hasattr(test, "asyncSetUp"):
            raise mistake("async", name=f"{test_class.__name__}.{name}")
        attempt = Attempt(self.skip)
        test.subTest = attempt.sub_test
        # In the place of the method, so that `tearDown` comes after one that fails.
        setattr(test, name, attempt.of(genuine, is_async))
        try:
            test.debug()
        except Exception:
            # What has failed first says more.
            if not attempt.errors:
                raise
        if not attempt.has_run:
            raise Failed(kind="replaced")
        if attempt.skips:
            raise attempt.skips[0]
        if expects_failure(test_class) or expects_failure(genuine):
            failed_as_expected(attempt.errors[0] if attempt.errors else None, self.notes)
        elif attempt.errors:
            attempt.fail()


def expects_failure(what):
    return getattr(what, "__unittest_expecting_failure__", False)


def failed_as_expected(error, notes):
    """`@unittest.expectedFailure`: a test that fails has passed, and one that passes has not."""
    if error is None:
        raise Failed(kind="unexpected")
    if isinstance(error, Failed) and error.facts["kind"] == "mistake":
        raise error
    notes.failure = None


def within(begin, body, end, clean):
    """Something with what stands around it. What fails first is what is raised."""
    errors = []
    for part in (lambda: then(begin, body, end, errors), clean):
        try:
            part()
        except Exception as error:
            errors.append(error)
    if errors:
        raise errors[0]


def then(begin, body, end, errors):
    # Where the beginning has failed, there is nothing to end.
    begin()
    try:
        body()
    except Exception as error:
        errors.append(error)
    end()


def clean_class(test):
    test.doClassCleanups()
    if test.tearDown_exceptions:
        raise test.tearDown_exceptions[0][1]


class Attempt:
    """A call of a method: what it has raised, in its parts (`subTest`), too."""

    def __init__(self, skip):
        self.skip = skip
        self.has_run = False
        self.errors = []
        self.skips = []
        # Of the first part that has failed.
        self.label = None

    def of(self, method, is_async):
        if is_async:

            async def attempted():
                self.has_run = True
                try:
                    nothing_returned(await method(), method.__name__)
                except Exception as error:
                    self.note(error)

        else:

            def attempted():
                self.has_run = True
                try:
                    nothing_returned(method(), method.__name__)
                except Exception as error:
                    self.note(error)

        return attempted

    def note(self, error):
        (self.skips if isinstance(error, self.skip) else self.errors).append(error)

    def sub_test(self, message=None, **values):
        return SubTest(self, [*([] if message is None else [("subTest", message)]), *values.items()])

    def fail(self):
        error = self.errors[0]
        if isinstance(error, AssertionError):
            facts = error.facts if isinstance(error, Failed) else facts_of(error)
            if self.label:
                parts = [{"text": name, "value": shown(value)} for name, value in self.label]
                names = [part["text"] for part in parts]
                others = [one for one in facts.get("values", []) if one["text"] not in names]
                facts = {**facts, "values": [*parts, *others][:MOST_VALUES]}
            raise Failed(**facts) from None
        raise error


class SubTest:
    """A part of a test. The others run all the same when it fails."""

    def __init__(self, attempt, label):
        self.attempt = attempt
        self.label = label

    def __enter__(self):
        return None

    def __exit__(self, kind, error, trace):
        if not isinstance(error, Exception):
            return False
        attempt = self.attempt
        if not attempt.errors and not isinstance(error, attempt.skip):
            attempt.label = self.label
        attempt.note(error)
        return True


def facts_of(error):
    """What an assert of unittest's has compared."""
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
    return facts
