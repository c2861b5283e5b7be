//! Rules on a program's text, and what somebody sees who breaks them.

mod support;

use garter::options::policy::{Policy, PolicyRequest};
use garter::protocol::{Position, Program, Status};
use serde_json::{Value, json};

fn run(source: &str, policy: Value) -> support::Run {
    support::run(Program {
        policy: checked(policy),
        ..support::program(source)
    })
}

fn checked(policy: Value) -> Policy {
    let request: PolicyRequest = serde_json::from_value(policy).expect("a request");
    request.validate().expect("valid")
}

const FACTORIAL: &str = "\
def factorial(n):
    return n * factorial(n - 1) if n else 1
print(factorial(5))
";

#[test]
fn a_program_that_breaks_a_rule_does_not_run_and_is_told_where() {
    let source = "print('begun')\nfor i in range(3):\n    print(i)\n";
    let run = run(source, json!({ "forbid": [{ "node": "For" }] }));
    assert_eq!(run.outcome.status, Status::SyntaxError);
    assert_eq!(run.stdout, "");
    assert_eq!(
        run.stderr,
        "  File \"main.py\", line 2\n    for i in range(3):\n    ^^^^^^^^^^^^^^^^^^\n\
         PolicyError: this page does not allow a for loop\n"
    );
    let error = run.outcome.error.expect("an error");
    assert_eq!(error.kind, "PolicyError");
    assert_eq!(error.text, run.stderr);
    assert_eq!(
        error.position,
        Some(Position {
            line: 2,
            column: Some(1),
            end_line: Some(2),
            end_column: Some(19)
        })
    );
}

#[test]
fn each_kind_of_rule_finds_what_it_forbids() {
    let cases = [
        (
            json!({ "forbid": [{ "node": ["For", "While"], "message": "Use recursion." }] }),
            "n = 3\nwhile n: n -= 1",
            "while n: n -= 1\n    ^^^^^^^^^^^^^^^\nPolicyError: Use recursion.",
        ),
        (
            json!({ "forbid": [{ "node": "Mod" }] }),
            "x = 7 % 2",
            "x = 7 % 2\n        ^^^^^\nPolicyError: this page does not allow the operator %",
        ),
        (
            json!({ "forbid": [{ "node": "FunctionDef" }] }),
            "class A:\n    @property\n    def name(self): pass",
            "def name(self): pass\n        ^^^^\nPolicyError: this page does not allow a function definition (def)",
        ),
        (
            json!({ "forbid": [{ "node": "AsyncFor" }] }),
            "async def f():\n    async for x in y: pass",
            "async for x in y: pass\n    ^^^^^^^^^^^^^^^^^^^^^^\nPolicyError: this page does not allow an async for loop",
        ),
        (
            json!({ "forbid": [{ "call": "sorted" }] }),
            "sort = sorted\nü = sorted([2, 1])",
            "ü = sorted([2, 1])\n        ^^^^^^\nPolicyError: this page does not allow a call of sorted()",
        ),
        (
            json!({ "forbid": [{ "call": ".sort" }] }),
            "numbers = []\nnumbers.sort()",
            "numbers.sort()\n    ^^^^^^^^^^^^\nPolicyError: this page does not allow a call of .sort()",
        ),
        (
            json!({ "forbid": [{ "call": "math.*" }] }),
            "import math\nmath.sqrt(2)",
            "math.sqrt(2)\n    ^^^^^^^^^\nPolicyError: this page does not allow a call of math.sqrt()",
        ),
        (
            json!({ "forbid": [{ "name": ["eval", "exec"] }] }),
            "run = eval",
            "run = eval\n          ^^^^\nPolicyError: this page does not allow the name 'eval'",
        ),
        (
            json!({ "forbid": [{ "name": "l" }] }),
            "def f(a, l): pass",
            "def f(a, l): pass\n             ^\nPolicyError: this page does not allow the name 'l'",
        ),
        (
            json!({ "forbid": [{ "attribute": "_*" }] }),
            "x = ().__class__",
            "x = ().__class__\n           ^^^^^^^^^\nPolicyError: this page does not allow the attribute '__class__'",
        ),
        (
            json!({ "forbid": [{ "import": "os" }] }),
            "import sys, os.path",
            "import sys, os.path\n    ^^^^^^^^^^^^^^^^^^^\nPolicyError: this page does not allow importing 'os.path'",
        ),
        (
            json!({ "forbid": [{ "import": "xml.etree" }] }),
            "from xml import etree",
            "from xml import etree\n    ^^^^^^^^^^^^^^^^^^^^^\nPolicyError: this page does not allow importing 'xml.etree'",
        ),
        (
            json!({ "forbid": [{ "import": "*" }] }),
            "def f():\n    from math import pi",
            "from math import pi\n    ^^^^^^^^^^^^^^^^^^^\nPolicyError: this page does not allow importing 'math'",
        ),
        (
            json!({ "forbid": [{ "recursion": true }] }),
            FACTORIAL,
            "def factorial(n):\n        ^^^^^^^^^\nPolicyError: this page does not allow a function that calls itself",
        ),
    ];
    for (policy, source, expected) in cases {
        check_marked(policy, source, expected);
    }
}

#[test]
fn limits_and_ready_made_policies_point_at_what_is_too_much() {
    let cases = [
        (
            json!({ "most": [{ "loops": 1 }] }),
            "for a in []: pass\nb = [c for c in []]",
            "b = [c for c in []]\n        ^^^^^^^^^^^^^^^\nPolicyError: this page allows one loop, and this is another",
        ),
        (
            json!({ "most": [{ "lines": 2 }] }),
            "# A comment.\n\na = 1\nb = 2\n\nif a:\n    b = 3\n",
            "if a:\n    ^^^^^\nPolicyError: this page allows 2 lines of code, and this is one more",
        ),
        (
            json!("no-loops"),
            "print(*(x for x in 'ab'))",
            "print(*(x for x in 'ab'))\n           ^^^^^^^^^^^^^^^^^\nPolicyError: no loops and no comprehensions here",
        ),
        (
            json!("beginner"),
            "double = lambda x: 2 * x",
            "double = lambda x: 2 * x\n             ^^^^^^^^^^^^^^^\nPolicyError: no lambda here",
        ),
        (
            json!("restricted"),
            "'{0.__class__}'.format(1)",
            "'{0.__class__}'.format(1)\n    ^^^^^^^^^^^^^^^^^^^^^^\nPolicyError: no format() here",
        ),
    ];
    for (policy, source, expected) in cases {
        check_marked(policy, source, expected);
    }
}

/// Checks the line that is quoted, what is marked in it, and the message.
fn check_marked(policy: Value, source: &str, expected: &str) {
    let run = run(source, policy);
    let line = run.stderr.split_once("\n    ").map(|(_, rest)| rest);
    assert!(
        line.is_some_and(|line| line.starts_with(expected)),
        "{source}\n{}\nexpected\n{expected}",
        run.stderr
    );
}

#[test]
fn what_is_missing_is_asked_for() {
    for (require, message) in [
        (
            json!({ "recursion": true }),
            "this page asks for recursion, a function that calls itself, and the program has none",
        ),
        (
            json!({ "node": ["For", "While"] }),
            "this page asks for a for loop or a while loop, and the program has none",
        ),
        (
            json!({ "call": "input", "message": "Ask for the name." }),
            "Ask for the name.",
        ),
    ] {
        let run = run("print(1)", json!({ "require": [require] }));
        assert_eq!(run.stderr, format!("PolicyError: {message}\n"));
        assert_eq!(run.outcome.status, Status::SyntaxError);
        assert_eq!(run.outcome.error.expect("an error").position, None);
    }
}

#[test]
fn recursion_is_found_in_functions_methods_and_lambdas_and_through_others() {
    let mutual = "def even(n): return n == 0 or odd(n - 1)\n\
                  def odd(n): return n > 0 and even(n - 1)\n";
    let method = "class Tree:\n    def size(self): return 1 + sum(t.size() for t in self.size())\n";
    let lambda = "f = lambda n: n and f(n - 1)\n";
    let mapped = "def total(x): return sum(map(total, x)) if x else 0\n";
    for source in [FACTORIAL, mutual, method, lambda, mapped] {
        let run = run(source, json!({ "require": [{ "recursion": true }] }));
        assert_eq!(run.outcome.status, Status::Ok, "{source}{}", run.stderr);
    }
    let straight = "def f(n): return g(n)\ndef g(n): return n\nf(1)\ndef h(): f(2)\n";
    let run = run(straight, json!({ "require": [{ "recursion": true }] }));
    assert_eq!(run.outcome.status, Status::SyntaxError);
}

#[test]
fn what_is_allowed_runs() {
    for (policy, source) in [
        (json!("no-loops"), FACTORIAL),
        (json!("beginner"), "for i in range(3):\n    print(f'{i}')\n"),
        (
            json!("beginner"),
            "class A:\n    def __init__(self): self._x = 1\nprint(A()._x)\n",
        ),
        (
            json!("restricted"),
            "_ = [x for x in 'ab']\nprint(__name__)\n",
        ),
        (
            json!({ "forbid": [{ "name": "open" }] }),
            "print(dict(open=1))",
        ),
        (
            json!({ "forbid": [{ "attribute": "_*" }] }),
            "_x = 1\nprint(_x)",
        ),
        (
            json!({ "most": [{ "loops": 2 }, { "lines": 2 }] }),
            "for x in 'a':\n    print([y for y in x])",
        ),
    ] {
        let run = run(source, policy);
        assert_eq!(run.outcome.status, Status::Ok, "{source}{}", run.stderr);
        assert_ne!(run.stdout, "");
    }
}

#[test]
fn what_is_not_python_is_a_syntax_error_first() {
    let run = run("for i in range(3)\n    pass", json!("no-loops"));
    assert_eq!(run.outcome.error.expect("an error").kind, "SyntaxError");
}

#[test]
fn a_console_refuses_the_entry_and_goes_on() {
    let policy = json!({ "base": "no-loops", "require": [{ "recursion": true }] });
    let run = support::run(Program {
        console: true,
        stdin: "for i in 'ab': print(i)\n\nprint('next')\n".to_owned(),
        policy: checked(policy),
        ..support::program("")
    });
    assert!(
        run.stderr
            .contains("PolicyError: no loops and no comprehensions here"),
        "{}",
        run.stderr
    );
    assert!(
        run.stderr.contains("File \"<python-input-0>\", line 1"),
        "{}",
        run.stderr
    );
    assert!(run.stdout.contains("next"), "{}", run.stdout);
}
