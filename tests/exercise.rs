//! The tests of exercises, on learners' programs: `www/exercise/python`, as `www/exercise/python.js`
//! calls it.

mod support;

use garter::protocol::{Program, Status};
use serde_json::{Value, json};

/// The files in their order, as xtask/src/site/types.rs has it.
const PYTHON: [&str; 8] = [
    include_str!("../www/exercise/python/facts.py"),
    include_str!("../www/exercise/python/asserts.py"),
    include_str!("../www/exercise/python/blocks.py"),
    include_str!("../www/exercise/python/mistakes.py"),
    include_str!("../www/exercise/python/examples.py"),
    include_str!("../www/exercise/python/names.py"),
    include_str!("../www/exercise/python/unittests.py"),
    include_str!("../www/exercise/python/running.py"),
];

/// What the function is called that runs a case.
const ENTRY: &str = "__case_1__";

/// What a case that passes says, and nothing else knows.
const PROOF: &str = "6b1f";

/// What became of one case: its name, and what is known of its failure.
#[derive(Debug, PartialEq)]
struct Case {
    name: Value,
    facts: Value,
}

/// Asks it in an interpreter of its own.
fn ask(function: &str, request: &Value) -> Value {
    let source = call(function, request);
    let run = support::run(support::program(&source));
    assert_eq!(run.stderr, "", "{source}");
    serde_json::from_str(&run.stdout).expect("JSON")
}

/// As `www/exercise/running.js` asks it. JSON text is Python text as well.
fn call(function: &str, request: &Value) -> String {
    let text = Value::String(PYTHON.join("\n\n"));
    let request = Value::String(request.to_string());
    format!(
        "(lambda names: (exec(compile({text}, '<exercise>', 'exec'), names), names['{function}']({request})))({{'__name__': '_exercise'}})"
    )
}

fn plan(form: &str, tests: &str, programs: &[&str]) -> Value {
    let blocks = [json!({"form": form, "text": tests})];
    ask(
        "plan",
        &json!({"blocks": blocks, "patterns": [], "programs": programs}),
    )
}

/// Checks a program, each case in an interpreter of its own. `solution` says which names the tests mean.
fn check_against(solution: &str, form: &str, tests: &str, program: &str) -> Vec<Case> {
    let plan = plan(form, tests, &[solution]);
    let block = &plan["blocks"][0];
    assert_eq!(block["problem"], Value::Null, "{tests}");
    let cases = block["cases"].as_array().expect("a list");
    let run = |(at, case): (usize, &Value)| {
        let request = json!({
            "form": form, "text": tests, "line": 10, "case": at, "names": plan["names"], "source": program, "entry": ENTRY, "proof": PROOF, "isQuiet": false,
        });
        Case {
            name: [&case["title"], &case["text"]]
                .into_iter()
                .find(|one| !one.is_null())
                .cloned()
                .unwrap_or_default(),
            facts: facts(&call("prepare", &request), program),
        }
    };
    cases.iter().enumerate().map(run).collect()
}

fn check(form: &str, tests: &str, program: &str) -> Vec<Case> {
    check_against(program, form, tests, program)
}

/// What became of a case: `null` if it has passed.
fn facts(prepare: &str, program: &str) -> Value {
    let cell = |at: usize, source: &str| Program {
        file: format!("<cell {at}>"),
        keep: true,
        ..support::program(source)
    };
    let (prepare, program) = (prepare.to_owned(), program.to_owned());
    let (outcome, stdout) = support::within(move |interpreter| {
        let prepared = interpreter.run(&cell(1, &prepare));
        assert_eq!(prepared.stderr, "");
        let output = interpreter.run(&cell(2, &program));
        let start = format!("{ENTRY}({})", Value::String(output.stdout));
        let case = interpreter.run(&cell(3, &start));
        (case.outcome, case.stdout)
    });
    let Some(error) = outcome.error else {
        assert!(
            matches!(outcome.status, Status::Ok | Status::Exit),
            "{outcome:?}"
        );
        return match outcome.status {
            Status::Ok => json!("not checked"),
            _ => json!({"status": "exit", "stdout": stdout}),
        };
    };
    if error.kind.ends_with("Passed") && error.message == PROOF {
        return Value::Null;
    }
    if error.kind == "_exercise.Failed" {
        return serde_json::from_str(&error.message).expect("JSON");
    }
    let lines = |file: &str| -> Vec<u32> {
        let frames = error.frames.iter().filter(|frame| frame.file == file);
        frames.map(|frame| frame.position.line).collect()
    };
    json!({
        "raised": error.kind, "message": error.message, "program": lines("<cell 2>"), "tests": lines("<tests>"),
    })
}

/// The facts of the only case.
fn only(form: &str, tests: &str, program: &str) -> Value {
    let mut cases = check(form, tests, program);
    assert_eq!(cases.len(), 1, "{tests}");
    cases.remove(0).facts
}

/// The names of cases.
fn names(form: &str, tests: &str) -> Vec<String> {
    let cases = check(form, tests, "def f(n): return n");
    let name = |case: Case| case.name.as_str().unwrap_or("-").to_owned();
    cases.into_iter().map(name).collect()
}

/// What a comparison says: the left side, its value, the operator, the right side's value.
fn compared(facts: &Value) -> [String; 4] {
    assert_eq!(facts["kind"], "compare", "{facts}");
    ["/left/text", "/left/value", "/operator", "/right/value"].map(|path| {
        facts
            .pointer(path)
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned()
    })
}

#[test]
fn an_assert_says_what_the_parts_of_its_expression_were() {
    let program = "def area(r): return 3.14 * r ** 2\nr = 3\nx = [1, 2]";
    for (assert, expected) in [
        ("area(2) == 12.57", ["area(2)", "12.56", "==", "12.57"]),
        ("12.57 == area(2)", ["12.57", "12.57", "==", "12.56"]),
        ("area(r) > 20 and r in x", ["r", "3", "in", "[1, 2]"]),
        ("1 < area(r) < 2 < 3", ["area(r)", "28.26", "<", "2"]),
        ("x[0] + 1 is not 2", ["x[0] + 1", "2", "is not", "2"]),
        (
            "[n for n in x if n > 1] == []",
            ["[n for n in x if n > 1]", "[2]", "==", "[]"],
        ),
        (
            "sorted(x,\n       reverse=True) == x",
            ["sorted(x, reverse=True)", "[2, 1]", "==", "[1, 2]"],
        ),
        ("(y := area(r)) == 1 or y", ["", "", "", ""]),
    ] {
        let facts = only("python", &format!("assert ({assert})\n"), program);
        if expected[0].is_empty() {
            assert_eq!(facts, Value::Null);
        } else {
            assert_eq!(compared(&facts), expected, "{assert}");
        }
    }
    // The values of names and calls inside of it stand beside it.
    let facts = only("python", "assert area(r) == len(x)", program);
    let beside = json!([{"text": "r", "value": "3"}, {"text": "x", "value": "[1, 2]"}]);
    assert_eq!(facts["values"], beside);
}

#[test]
fn an_assert_without_a_comparison_says_what_counts_as_what() {
    let program = "def is_big(n): return n > 9\nx = []";
    let facts = only("python", "assert is_big(3)", program);
    assert_eq!(
        (&facts["kind"], &facts["text"], &facts["value"]),
        (&json!("truth"), &json!("is_big(3)"), &json!("False"))
    );
    let facts = only("python", "assert not is_big(10)", program);
    assert_eq!(
        (&facts["isNegated"], &facts["value"]),
        (&json!(true), &json!("True"))
    );
    let facts = only("python", "assert x or is_big(1)", program);
    assert_eq!(facts["text"], "x or is_big(1)");
}

#[test]
fn what_an_assert_calls_is_called_once_and_as_far_as_python_would() {
    let program = "count = 0\ndef f():\n    global count\n    count += 1\n    return count";
    assert_eq!(
        only("python", "assert f() == 1 and f() == 2 or f()", program),
        Value::Null
    );
    let facts = only("python", "# One\nassert f() > 1 and f()\n", program);
    assert_eq!(compared(&facts), ["f()", "1", ">", "1"]);
    // Names are the program's as they are at this moment.
    let tests = "# Counts\nf()\nassert count == 1\ndef g(): return count\nf()\nassert (g(), [count for _ in '']) == (2, [])\n";
    assert_eq!(only("python", tests, program), Value::Null);
}

#[test]
fn floats_are_compared_with_a_tolerance_where_the_test_says_so() {
    let program = "def f(n): return n * 0.1";
    assert_eq!(
        only("python", "assert close(f(3), 0.3)", program),
        Value::Null
    );
    assert_eq!(
        only("python", "assert close(f(3), 0.4, 0.1001)", program),
        Value::Null
    );
    assert_eq!(
        only("python", "assert close(f(0), 0)", program),
        Value::Null
    );
    let facts = only("python", "assert close(f(3), 0.4, 0.01)", program);
    assert_eq!(
        (
            &facts["kind"],
            &facts["right"]["value"],
            &facts["tolerance"]
        ),
        (&json!("close"), &json!("0.4"), &json!("0.01"))
    );
    // The learner's own function of this name is hers.
    let facts = only(
        "python",
        "assert close(1, 2)",
        "def close(a, b): return False",
    );
    assert_eq!(facts["kind"], "truth");
}

#[test]
fn statements_paragraphs_functions_and_classes_are_cases() {
    let paragraphs = "
x = 1
# An empty list
# has no sum
assert f(0) == 0
assert f(1) == 1

assert f(2) == 2, 'hint'
for n in range(3):
    assert f(n) == n
# Alone, and not a title

y = 2
assert f(y) == y
";
    assert_eq!(
        names("python", paragraphs),
        [
            "An empty list has no sum",
            "f(2) == 2",
            "for n in range(3): assert f(n) == n",
            "f(y) == y"
        ]
    );
    let functions = "
def test_one_thing(): assert f(1) == 1
def test_two():
    'Two is two'
    assert f(2) == 2
# Three is three
def test_3(): assert f(3) == 3
def same(a, b): assert f(a) == b
same(1, 1)
def check(namespace, output, source):
    return None
";
    assert_eq!(
        names("python", functions),
        [
            "one thing",
            "Two is two",
            "Three is three",
            "same(1, 1)",
            "-"
        ]
    );
    let classes = "
import unittest
class Base(unittest.TestCase):
    def test_one(self): self.assertEqual(f(1), 1)
class Other(Base):
    def test_two(self):
        '''Two is two

        and not three.'''
";
    assert_eq!(
        names("python", classes),
        ["one", "one (Other)", "Two is two"]
    );
    assert_eq!(
        names(
            "doctest",
            ">>> x = f(2)\n>>> x\n2\n\nText.\n>>> for n in 1, 2:\n...     n\n1\n2\n"
        ),
        ["x", "for n in 1, 2: n"]
    );
}

#[test]
fn what_is_no_number_or_has_no_end_is_compared_as_well() {
    for (test, value, passes) in [
        ("close(x, 4.0)", "None", false),
        ("close(x, 4.0)", "'4'", false),
        ("close(x, 4.0)", "float('nan')", false),
        ("close(x, 4.0)", "float('inf')", false),
        ("close(x, float('inf'))", "5", false),
        ("close(x, float('inf'))", "float('-inf')", false),
        ("close(x, float('inf'))", "float('inf')", true),
    ] {
        let facts = only("python", &format!("assert {test}"), &format!("x = {value}"));
        let kind = if passes { Value::Null } else { json!("close") };
        assert_eq!(facts["kind"], kind, "{test}, {value}: {facts}");
    }
}

#[test]
fn hints_are_the_messages_of_asserts() {
    let plan = plan("python", "assert 1, 'Think'\nassert 2, f'{3}'\n", &[]);
    assert_eq!(plan["blocks"][0]["cases"][0]["hint"], "Think");
    assert_eq!(plan["blocks"][0]["cases"][1]["hint"], Value::Null);
    let facts = only("python", "assert x == 3, f'It is {x}.'", "x = 2");
    assert_eq!(facts["hint"], "It is 2.");
}

#[test]
fn tests_that_check_nothing_or_are_no_python_are_told_with_their_line() {
    for (form, tests, reason, line) in [
        ("python", "x = 1\n", "empty", 1),
        ("python", "x = 1\nassert f(]\n", "syntax", 2),
        ("doctest", ">>>f(1)\n1\n", "prompt", 1),
        ("doctest", "# nothing\n", "empty", 1),
        ("doctest", ">>> 1\n1\n>>> f(]\n3\n", "syntax", 3),
    ] {
        let problem = &plan(form, tests, &[])["blocks"][0]["problem"];
        assert_eq!(
            (&problem["reason"], &problem["line"]),
            (&json!(reason), &json!(line)),
            "{tests}"
        );
    }
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table")]
fn a_test_that_would_not_run_or_cannot_fail_is_told_with_its_line() {
    let class =
        |body: &str| format!("from unittest import TestCase as Base\nclass T(Base):\n{body}");
    for (tests, reason, line, name) in [
        (
            "def test_a():\n    yield\n    assert f(1) == 2",
            "generator",
            1,
            "test_a",
        ),
        (
            "def test_a(n, *, m):\n    assert n == m",
            "parameters",
            1,
            "test_a(n, m)",
        ),
        (
            "test_a = lambda: f(1)\nassert f(1) == 1",
            "lambda",
            1,
            "test_a",
        ),
        (
            "if f:\n    def test_a(): assert f(1) == 2",
            "nested",
            2,
            "test_a",
        ),
        ("def check(a, b): assert a == b", "check", 1, "2"),
        (
            "def tets_a(): assert f(1) == 2\nassert f(1) == 1",
            "uncalled",
            1,
            "tets_a",
        ),
        (
            "class T:\n    def test_a(self): assert f(1) == 2",
            "class",
            2,
            "T.test_a",
        ),
        (class("    pass").as_str(), "methodless", 2, "T"),
        (
            class("    def test_a(self, n): pass").as_str(),
            "parameters",
            3,
            "T.test_a(n)",
        ),
        (
            class("    def test_a(self): yield").as_str(),
            "generator",
            3,
            "T.test_a",
        ),
        (
            class("    def test_a(self): pass\n    def tets_b(self): self.assertEqual(f(1), 2)")
                .as_str(),
            "uncalled",
            4,
            "T.tets_b",
        ),
        (
            class("    def test_a(self): pass\n    def test_a(self): pass").as_str(),
            "twice",
            4,
            "test_a",
        ),
        (
            "import unittest\nclass T(unittest.TestCase):\n    async def test_a(self): assert f(1) == 2",
            "async",
            3,
            "T.test_a",
        ),
        (
            "def test_a(): assert f(1) == 2\n\ndef test_a(): assert f(1) == 1",
            "twice",
            3,
            "test_a",
        ),
        ("assert (f(1) == 2, 'no')", "tuple", 1, "(f(1) == 2, 'no')"),
        (
            "def test_a():\n    assert f(1) == 2 or 3",
            "constant",
            2,
            "f(1) == 2 or 3",
        ),
        ("assert 'f(1) == 2'", "constant", 1, "'f(1) == 2'"),
        (
            "assert f(1) == 1\nif __name__ == '__main__':\n    assert f(1) == 2",
            "main",
            2,
            "",
        ),
        (
            "def same(a): assert f(a) == a\nassert f(1) == 1\nx = same(2)",
            "unused",
            3,
            "x = same(2)",
        ),
    ] {
        let problem = &plan("python", tests, &[])["blocks"][0]["problem"];
        assert_eq!(
            problem,
            &json!({"reason": reason, "line": line, "text": name}),
            "{tests}"
        );
    }
}

#[test]
fn tests_that_somebody_else_calls_or_gives_what_they_ask_for_are_left_alone() {
    for tests in [
        "def test_a(n): assert f(n) == n\ntest_a(1)",
        "def inner(): assert f(1) == 1\ndef outer(): inner()\nouter()",
        "for n in 1, 2:\n    assert f(n) == n or f(n) is True",
        "try:\n    f(1)\n    assert True\nexcept ValueError:\n    raise AssertionError('no')",
        "def test_a(): assert f(1) == 1\nif __name__ == '__main__':\n    test_a()",
        "class Spy:\n    def test(self): assert f(1) == 1\n# It is used\nassert Spy().test() is None",
        "import unittest\nfrom unittest.mock import patch\nclass T(unittest.TestCase):\n    @patch('builtins.open')\n    def test_a(self, opened): self.assertEqual(f(1), 1)\n    def helped(self): assert f(1) == 1\n    def test_b(self): self.helped()",
    ] {
        let cases = check("python", tests, "def f(n): return n");
        assert!(
            cases.iter().all(|case| case.facts == Value::Null),
            "{tests}: {cases:?}"
        );
    }
}

#[test]
fn tests_that_are_async_or_inherited_run() {
    let program = "def f(n): return n";
    for (tests, names, fails) in [
        (
            "async def test_a():\n    assert f(1) == 2",
            &["a"][..],
            &[true][..],
        ),
        (
            "import asyncio\nasync def later(): return f(1)\nasync def test_a():\n    await asyncio.sleep(0)\n    assert await later() == 1",
            &["a"],
            &[false],
        ),
        (
            "import unittest\nclass T(unittest.IsolatedAsyncioTestCase):\n    async def asyncSetUp(self): self.n = 3\n    async def test_a(self): self.assertEqual(f(1), self.n)\n    async def test_b(self): self.assertEqual(f(3), self.n)",
            &["a", "b"],
            &[true, false],
        ),
        (
            "from unittest import TestCase as Base\nclass Mixin:\n    def test_m(self): self.assertEqual(f(self.n), 2)\nclass One(Mixin, Base): n = 1\nclass Two(Mixin, Base): n = 2",
            &["m (One)", "m (Two)"],
            &[true, false],
        ),
        (
            "import unittest\nclass Base(unittest.TestCase):\n    n = 1\n    def test_b(self): self.assertEqual(f(self.n), 2)\nclass Two(Base): n = 2\ndel Base",
            &["b (Two)"],
            &[false],
        ),
        (
            "import unittest\nclass T(unittest.TestCase):\n    def runTest(self): self.assertEqual(f(1), 2)",
            &["runTest"],
            &[true],
        ),
    ] {
        let cases = check("python", tests, program);
        let found: Vec<_> = cases
            .iter()
            .map(|case| case.name.as_str().unwrap_or("-"))
            .collect();
        assert_eq!(found, names, "{tests}");
        let failed: Vec<_> = cases.iter().map(|case| case.facts != Value::Null).collect();
        assert_eq!(failed, fails, "{tests}: {cases:?}");
    }
    // What only its run shows.
    for (tests, reason) in [
        ("def test_a(): return f(1) == 2", "returns"),
        (
            "import unittest\nclass T(unittest.TestCase):\n    def test_a(self): return f(1) == 2",
            "returns",
        ),
        (
            "import unittest\nclass T(unittest.TestCase):\n    def test_a(self): pass\nfor n in 1, 2:\n    setattr(T, f'test_{n}', lambda self: None)",
            "unplanned",
        ),
        (
            "import unittest\nclass Own: pass\nclass T(Own, unittest.TestCase):\n    async def test_a(self): assert f(1) == 2",
            "async",
        ),
    ] {
        let facts = only("python", tests, program);
        assert_eq!(
            (&facts["kind"], &facts["reason"]),
            (&json!("mistake"), &json!(reason)),
            "{tests}"
        );
    }
}

#[test]
fn a_failing_assert_that_is_caught_has_not_passed() {
    let program =
        "def f(n): return n\ndef quietly(call):\n    try: call()\n    except BaseException: pass";
    for tests in [
        "try:\n    assert f(1) == 2\nexcept AssertionError:\n    pass",
        "def seen(): assert f(1) == 2\n# The program calls it\nassert quietly(seen) is None",
        "def test_a():\n    def seen(): assert f(1) == 2\n    quietly(seen)",
        "def check(namespace, output, source):\n    try: assert f(1) == 2\n    except Exception: return None",
        "import unittest\nclass T(unittest.TestCase):\n    def test_a(self):\n        quietly(lambda: self.assertEqual(f(1), 2))",
        "import unittest\nclass T(unittest.TestCase):\n    def test_a(self):\n        with self.assertRaises(AssertionError): assert f(1) == 2",
    ] {
        let facts = only("python", tests, program);
        let right = facts["right"].get("value").unwrap_or(&facts["right"]);
        assert_eq!(right, "2", "{tests}: {facts}");
    }
    for tests in [
        "try:\n    f(1)\n    raise AssertionError('no error')\nexcept Exception:\n    pass",
        "def test_a():\n    try:\n        f(1)\n        assert False, 'no error'\n    except Exception: pass",
    ] {
        assert_eq!(
            only("python", tests, program),
            json!({"kind": "said", "message": "no error"}),
            "{tests}"
        );
    }
    // It has failed even if its message cannot be computed.
    let tests = "try:\n    assert f(1) == 2, 1 / 0\nexcept Exception:\n    pass";
    assert_eq!(only("python", tests, program)["kind"], "compare");
    // An assert of the program's own is the program's.
    let own = "def f(n):\n    try: assert n > 1\n    except AssertionError: return 0\n    return n";
    assert_eq!(only("python", "assert f(1) == 0", own), Value::Null);
}

#[test]
fn a_class_of_unittest_is_counted_as_cpython_counts_it() {
    let tests = "
import unittest
log = []
def setUpModule(): log.append('module')
def tearDownModule(): print(log)
class T(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        log.append('class')
        cls.addClassCleanup(log.append, 'clean')
    def tearDown(self): log.append('down')
    def test_order(self): self.assertEqual(log, ['module', 'class'])
    @unittest.expectedFailure
    def test_fails(self): self.assertEqual(f(1), 2)
    @unittest.expectedFailure
    def test_raises(self): f()
    @unittest.expectedFailure
    def test_passes(self): self.assertEqual(f(1), 1)
    @unittest.skip('later')
    def test_skipped(self): pass
    def test_skips(self): self.skipTest('not here')
    def test_parts(self):
        for n in range(4):
            with self.subTest(n=n):
                self.assertLess(f(n), 2)
    def test_skips_a_part(self):
        for n in range(2):
            with self.subTest(n=n):
                if n == 0: self.skipTest('none')
                self.assertEqual(f(n), n)
@unittest.skip('all of it')
class S(unittest.TestCase):
    @classmethod
    def setUpClass(cls): raise ValueError
    def test_never(self): pass
";
    let cases = check("python", tests, "def f(n): return n");
    let facts: Vec<_> = cases.into_iter().map(|case| case.facts).collect();
    assert_eq!(facts[..3], [Value::Null, Value::Null, Value::Null]);
    assert_eq!(facts[3], json!({"kind": "unexpected"}));
    let skipped = |reason: &str| json!({"kind": "skipped", "reason": reason});
    assert_eq!(facts[4..6], [skipped("later"), skipped("not here")]);
    assert_eq!(
        (&facts[6]["values"], &facts[6]["message"]),
        (
            &json!([{"text": "n", "value": "2"}]),
            &json!("2 not less than 2")
        )
    );
    assert_eq!(facts[7..], [skipped("none"), skipped("all of it")]);
    for (tests, reason) in [
        (
            "def setUpModule(): raise unittest.SkipTest('the module')",
            "the module",
        ),
        (
            "@classmethod\n    def setUpClass(cls): raise unittest.SkipTest('the class')",
            "the class",
        ),
    ] {
        let (before, inside) = if tests.starts_with("def") {
            (tests, "pass")
        } else {
            ("", tests)
        };
        let tests = format!(
            "import unittest\n{before}\nclass T(unittest.TestCase):\n    {inside}\n    def test_a(self): pass"
        );
        assert_eq!(only("python", &tests, ""), skipped(reason));
    }
    assert_eq!(
        only(
            "python",
            "import unittest\n@unittest.skip('later')\ndef test_a(): assert 0 == 1",
            ""
        ),
        skipped("later")
    );
    // What fails first is what is said, and what a failing test has begun is ended.
    let tests = "import unittest\nclass T(unittest.TestCase):\n    def tearDown(self): 1 / 0\n    def test_a(self): self.assertEqual(f(1), 2)";
    assert_eq!(only("python", tests, "def f(n): return n")["right"], "2");
}

#[test]
fn an_assert_that_nobody_should_reach_says_its_message_once() {
    let facts = |tests: &str| only("python", tests, "def f(n): return n");
    assert_eq!(
        facts("assert False, 'Never'"),
        json!({"kind": "said", "message": "Never"})
    );
    assert_eq!(facts("assert 0"), json!({"kind": "said", "message": ""}));
}

#[test]
fn where_a_program_ends_itself_is_found() {
    let line = |source: &str| {
        let ending = call("ending", &json!({"source": source, "entry": ENTRY}));
        let runs = support::within(move |interpreter| {
            [ending, format!("{ENTRY}()")].map(|source| {
                interpreter.run(&Program {
                    keep: true,
                    ..support::program(&source)
                })
            })
        });
        runs[1].stdout.trim_end().lines().last().map(str::to_owned)
    };
    assert_eq!(line("print(1)\nexit()\nx = 3").as_deref(), Some("2"));
    assert_eq!(
        line("import sys\ndef f():\n    sys.exit(1)\nf()").as_deref(),
        Some("3")
    );
    assert_eq!(line("print('9')").as_deref(), Some("null"));
}

#[test]
fn a_class_of_unittest_says_which_values_differ() {
    let test = |body: &str| {
        let tests = format!(
            "import unittest\nclass T(unittest.TestCase):\n    def test(self):\n        {body}\n"
        );
        only("python", &tests, "def f(n): return n")
    };
    let facts = test("self.assertEqual(f(1), 2)");
    assert_eq!(
        (&facts["left"], &facts["right"]),
        (&json!("1"), &json!("2"))
    );
    let facts = test("self.assertEqual([f(1)], [2], 'Too small')");
    assert_eq!(
        (&facts["left"], &facts["message"]),
        (&json!("[1]"), &json!("Too small"))
    );
    assert_eq!(test("self.assertTrue(f(0))")["message"], "0 is not true");
    assert_eq!(test("self.skipTest('later')")["kind"], "skipped");
    assert_eq!(
        compared(&test("assert f(3) == 4")),
        ["f(3)", "3", "==", "4"]
    );
    assert_eq!(test("f(1) / 0")["raised"], "ZeroDivisionError");
    assert_eq!(test("self.assertEqual(f(2), 2)"), Value::Null);
}

#[test]
fn examples_are_compared_as_doctest_compares_them() {
    let program = "def f(n): return n + 1\ndef say(): print('a\\n\\nb')";
    for (tests, printed) in [
        (">>> f(2)\n3\n", Value::Null),
        (">>> f(2)\n4\n", json!("3\n")),
        (">>> say()\na\n<BLANKLINE>\nb\n", Value::Null),
        (
            ">>> f('x')\nTraceback (most recent call last):\n    ...\nTypeError: can only concatenate str (not \"int\") to str\n",
            Value::Null,
        ),
        (
            ">>> 1 / 0\nTraceback (most recent call last):\nValueError\n",
            json!("ZeroDivisionError: division by zero"),
        ),
        (
            ">>> list(range(9))  # doctest: +ELLIPSIS\n[0, ..., 8]\n",
            Value::Null,
        ),
        (
            ">>> print('a  b')  # doctest: +NORMALIZE_WHITESPACE\na b\n",
            Value::Null,
        ),
        (">>> None\n", Value::Null),
    ] {
        assert_eq!(
            only("doctest", tests, program)["printed"],
            printed,
            "{tests}"
        );
    }
    let cases = check(
        "doctest",
        ">>> x = [1]\n>>> x.append(2)\n>>> x\n[1, 2]\n>>> f(None)\n1\n>>> x\n[1, 2]\n",
        program,
    );
    assert_eq!(cases[0].facts, Value::Null);
    // What is raised where nothing of the kind is expected is no output.
    assert_eq!(
        (&cases[1].facts["raised"], &cases[1].facts["program"]),
        (&json!("TypeError"), &json!([1]))
    );
}

#[test]
fn a_function_check_gets_the_names_the_output_and_the_text() {
    let test = |body: &str| {
        only(
            "python",
            &format!("def check(namespace, output, source):\n    {body}\n"),
            "x = 3\nprint('hi')",
        )
    };
    assert_eq!(test("pass"), Value::Null);
    assert_eq!(test("return True"), Value::Null);
    assert_eq!(
        test("return [output, str(namespace['x']), source]")["messages"],
        json!(["hi\n", "3", "x = 3\nprint('hi')"])
    );
    assert_eq!(test("return 'Too short'")["messages"], json!(["Too short"]));
    assert_eq!(test("return 3"), json!({"kind": "answer", "value": "3"}));
    assert_eq!(
        compared(&test("assert namespace['x'] == 4")),
        ["namespace['x']", "3", "==", "4"]
    );
}

#[test]
fn what_goes_wrong_in_the_program_is_told_with_its_line_and_that_of_the_test() {
    let program = "def f(n):\n    return 1 / n";
    let facts = only("python", "\nassert f(0) == 1", program);
    assert_eq!(
        facts,
        json!({"raised": "ZeroDivisionError", "message": "division by zero", "program": [2], "tests": [11]})
    );
    let facts = only(
        "python",
        "assert f(1) == 1",
        "import sys\ndef f(n): sys.exit(0)",
    );
    assert_eq!(facts["status"], "exit");
}

#[test]
fn a_name_that_is_missing_is_told_with_the_one_that_is_meant() {
    let facts = only(
        "python",
        "assert sum_even([]) == 0",
        "def sumEven(n): return 0",
    );
    assert_eq!(
        facts,
        json!({"kind": "undefined", "name": "sum_even", "similar": "sumEven"})
    );
    let facts = only("python", "assert nothing == 0", "x = 3");
    assert_eq!(facts["similar"], Value::Null);
    // A builtin that is to be written is not there before it is written.
    let facts = check_against(
        "def max(a): ...",
        "python",
        "assert max([1, 3]) == 3",
        "pass",
    )
    .remove(0)
    .facts;
    assert_eq!(facts["name"], "max");
    // But a test of what is missing may ask for it.
    assert_eq!(
        only(
            "python",
            "try: nothing\nexcept NameError: pass\nassert x == 3",
            "x = 3"
        ),
        Value::Null
    );
}

#[test]
fn names_of_tests_and_of_programs_do_not_meet() {
    let program =
        "total = 10\ndef add(n): return total + n\nlimit = 1\ndef over(n): return n > limit";
    // A name of the tests is theirs.
    assert_eq!(
        check_against(
            "def add(n): ...",
            "python",
            "total = add(1)\nassert total == 11 and add(1) == 11",
            program
        )[0]
        .facts,
        Value::Null
    );
    // A name that the exercise is about is the program's.
    assert_eq!(
        check_against(
            "limit = 5",
            "python",
            "limit = 5\nassert not over(3)",
            program
        )[0]
        .facts,
        Value::Null
    );
}

#[test]
fn a_program_may_change_python_and_is_checked_all_the_same() {
    let break_it = "
import builtins, sys, json, ast
print = len = list = 5
class AssertionError: pass
__case__ = None
for name in ('len', 'repr', 'isinstance', 'str', 'print', 'AssertionError', 'Exception', 'dict', 'type', 'max', 'sorted'):
    setattr(builtins, name, None)
builtins.__import__ = None
json.dumps = ast.parse = None
sys.modules.clear()
sys.displayhook = sys.excepthook = sys.stdout = None
";
    let program = format!("def f(n): return n * 2\n{break_it}");
    for tests in [
        "assert f(2) == 4 and len([1]) == 1 and sorted('ba') == ['a', 'b']",
        "# One\nassert isinstance(f(2), int)",
    ] {
        assert_eq!(
            check_against("def f(n): ...", "python", tests, &program)[0].facts,
            Value::Null,
            "{tests}"
        );
    }
    // The error's class may have lost its module's name.
    let facts = &check_against(
        "def f(n): ...",
        "python",
        "assert f(2) == 5, 'no'",
        &program,
    )[0]
    .facts;
    assert!(
        facts["raised"] == "Failed"
            && facts["message"]
                .as_str()
                .is_some_and(|text| text.contains("\"value\":\"4\"")),
        "{facts}"
    );
    assert_eq!(
        check_against("def f(n): ...", "doctest", ">>> f(3)\n6\n", &program)[0].facts,
        Value::Null
    );
}

#[test]
fn a_program_that_replaces_what_runs_a_case_does_not_pass() {
    let program = format!("import builtins\nbuiltins.{ENTRY} = lambda output: None\n");
    assert_eq!(only("python", "assert 1 == 2", &program), "not checked");
}

#[test]
fn what_tests_import_is_pythons_own_whatever_the_program_has_made_of_it() {
    let close = "import math\nassert math.isclose(f(2), 4)\n";
    let inside = "def test():\n    from math import isclose\n    assert isclose(f(2), 4)\n";
    let class = "import unittest\nclass T(unittest.TestCase):\n    def test(self):\n        self.assertEqual(f(2), 4)\n";
    let shown = ">>> import math\n>>> math.isclose(f(2), 4)\nTrue\n";
    let yes = "lambda *_, **__: True";
    let fake = "type('Fake', (), {'isclose': staticmethod(yes)})";
    for (tests, lie) in [
        (close, "import math; math.isclose = yes".to_owned()),
        (inside, "import math; math.isclose = yes".to_owned()),
        (shown, "import math; math.isclose = yes".to_owned()),
        (close, format!("import sys; sys.modules['math'] = {fake}")),
        (
            close,
            format!("import sys; sys.modules = {{'math': {fake}}}"),
        ),
        (
            class,
            "import unittest; unittest.TestCase.assertEqual = yes".to_owned(),
        ),
        (
            class,
            "import unittest; unittest.TestCase = type('Fake', (), {'assertEqual': yes})"
                .to_owned(),
        ),
    ] {
        for (value, passes) in [(4, true), (0, false)] {
            let program = format!("yes = {yes}\n{lie}\ndef f(n): return {value}");
            let form = if tests == shown { "doctest" } else { "python" };
            let facts = only(form, tests, &program);
            assert_eq!(facts == Value::Null, passes, "{lie}: {facts}");
        }
    }
    // What is no function is what the program has done.
    let tests = "import string\nassert string.digits == '01' and string.capwords('a b') == 'A B'";
    let program = "import string\nstring.digits = '01'\nstring.capwords = None";
    assert_eq!(only("python", tests, program), Value::Null);
}

#[test]
fn a_value_that_cannot_be_shown_is_described_and_a_long_one_is_cut() {
    let facts = only(
        "python",
        "assert f() == 1",
        "class A:\n    def __repr__(self): raise ValueError\ndef f(): return A()",
    );
    assert_eq!(
        facts["left"]["value"],
        "<A: its __repr__ raises ValueError>"
    );
    let facts = only(
        "python",
        "assert f() == 1",
        "def f(): return 'x' * 1_000_000",
    );
    assert!(
        facts["left"]["value"]
            .as_str()
            .is_some_and(|text| text.contains(" … ") && text.len() < 500)
    );
}

#[test]
fn patterns_are_pythons_own() {
    let plan = ask(
        "plan",
        &json!({"blocks": [], "patterns": ["a+", "(", "(?i)x"], "programs": []}),
    );
    assert_eq!(plan["patterns"][0], Value::Null);
    assert!(
        plan["patterns"][1]
            .as_str()
            .is_some_and(|text| text.contains("unterminated"))
    );
    assert_eq!(
        ask("search", &json!({"pattern": "(?i)^b$", "text": "a\nB"})),
        json!(false)
    );
    assert_eq!(
        ask("search", &json!({"pattern": "(?im)^b$", "text": "a\nB"})),
        json!(true)
    );
}

#[test]
fn the_names_that_a_program_defines_are_found_at_its_top_level() {
    let names = |source: &str| plan("python", "assert 1", &[source])["names"].clone();
    let source = "import a.b as c, d.e\nfor i, (j, k) in x: pass\nclass K:\n    m = 1\ndef f(): q = 1\nwith a as w: pass\n(y := 3)\n[z for z in w]\n";
    assert_eq!(names(source), json!(["K", "f", "i", "j", "k", "w", "y"]));
    // Of what does not parse yet, as much as can be seen.
    assert_eq!(names("def f(____):\nx = ____\nx == 3\n"), json!(["f", "x"]));
}

#[test]
fn questions_can_be_kept_out_of_the_output() {
    let runs = support::within(|interpreter| {
        let mut quiet = support::program(&call("quiet", &json!(null)));
        quiet.keep = true;
        let mut asking = support::program("print('Hello,', input('Name? '))\ninput()");
        asking.stdin = "Ann\n".to_owned();
        [quiet, asking].map(|program| interpreter.run(&program))
    });
    assert_eq!(runs[1].stdout, "Hello, Ann\n");
    assert_eq!(
        runs[1]
            .outcome
            .error
            .as_ref()
            .map(|error| error.kind.as_str()),
        Some("EOFError")
    );
}

#[test]
fn what_tests_import_is_not_there_for_the_program() {
    let tests = "import math\nassert area(1) == math.pi";
    let solution = "import math\ndef area(r): return math.pi * r ** 2";
    let forgotten = "def area(r): return math.pi * r ** 2";
    let facts = |program| {
        check_against(solution, "python", tests, program)
            .remove(0)
            .facts
    };
    assert_eq!(facts(solution), Value::Null);
    assert_eq!(facts(forgotten)["raised"], "NameError");
}

#[test]
fn tests_may_ask_which_names_there_are() {
    let program = "x = 3\ndel_me = 1";
    for tests in [
        "assert 'x' in globals() and 'y' not in globals() and '@note' not in globals()",
        "assert 'x' in locals() and globals()['x'] == 3",
        "y = 1\nassert {'x', 'y'} <= set(globals()) and 'len' not in globals()",
    ] {
        assert_eq!(only("python", tests, program), Value::Null, "{tests}");
    }
}

#[test]
fn other_letters_than_latin_ones_are_quoted_where_they_stand() {
    let program = "def 長さ(語): return len(語) + 1";
    let facts = only(
        "python",
        "assert 長さ('日本語') == 長さ('あ') + 1, '数えて'",
        program,
    );
    assert_eq!(compared(&facts), ["長さ('日本語')", "4", "==", "3"]);
    assert_eq!(facts["hint"], "数えて");
    let names = check("python", "# 空の文字列\nassert 長さ('') == 1\n", program);
    assert_eq!(names[0].name, "空の文字列");
    assert_eq!(names[0].facts, Value::Null);
}
