//! What is said of a text while it is typed.

#[allow(dead_code, reason = "only some of the corpus is checked")]
mod corpus;
mod support;

use garter::options::policy::{Policy, PolicyRequest};
use garter::protocol::{CheckedText, ErrorReport, Position, Status};

fn text(source: &str) -> CheckedText {
    CheckedText {
        source: source.to_owned(),
        policy: Policy::default(),
    }
}

fn check(source: &str) -> Option<ErrorReport> {
    let text = text(source);
    support::within(move |interpreter| interpreter.check(&text))
}

/// The span that the carets below a quoted line mark.
fn marked(recorded: &str, source: &str) -> Option<Position> {
    let mut lines = recorded.lines();
    let line = lines.next()?.split_once(", line ")?.1.parse().ok()?;
    let quoted = lines.next()?.trim_start();
    let carets = lines.next().filter(|line| line.contains('^'))?;
    let written = source.lines().nth(line as usize - 1)?;
    // The quotation is indented by four, and has lost the line's own indentation.
    let lost = written.chars().count() - written.trim_start().chars().count();
    assert_eq!(written.trim(), quoted.trim_end());
    let column = carets.chars().take_while(|char| *char == ' ').count() - 4 + lost + 1;
    let length = carets.trim().chars().count();
    let number = |number: usize| u32::try_from(number).ok();
    Some(Position {
        line,
        column: number(column),
        end_line: Some(line),
        end_column: number(column + length),
    })
}

#[test]
fn each_syntax_error_is_said_as_a_run_says_it_and_where_cpython_marks_it() {
    let mut count = 0;
    for case in corpus::recorded() {
        if !case.name.starts_with("cases/syntax/") {
            continue;
        }
        let error = check(&case.source).unwrap_or_else(|| panic!("{} is no error", case.name));
        let run = support::run(support::program(&case.source));
        assert_eq!(error.text, run.stderr, "{}", case.name);
        assert_eq!(Some(&error), run.outcome.error.as_ref(), "{}", case.name);
        let position = error.position.expect("a position");
        assert!(position.column.is_some(), "{}", case.name);
        if case.check(&run.stdout, &run.stderr, 1).is_ok()
            && let Some(marked) = marked(&run.stderr, &case.source)
        {
            count += 1;
            assert_eq!(position, marked, "{}\n{}", case.name, error.text);
        }
    }
    assert!(count > 20, "{count}");
}

#[test]
fn a_traceback_shows_control_characters_and_obeys_none() {
    for (char, shown) in [
        ('\x1b', "\\x1b"),
        ('\r', "\\r"),
        ('\x08', "\\x08"),
        ('\u{7f}', "\\x7f"),
        ('\u{9b}', "\\x9b"),
        ('\n', "\n"),
        ('\t', "\t"),
        ('ü', "ü"),
    ] {
        let code = u32::from(char);
        let source = format!(
            "E = type(f'E{{chr({code})}}', (Exception,), {{}})\nraise E(f'a{{chr({code})}}[2Jb')"
        );
        let run = support::run(support::program(&source));
        let last = format!("E{shown}: a{shown}[2Jb\n");
        assert!(run.stderr.ends_with(&last), "{:?}", run.stderr);
        let error = run.outcome.error.expect("an error");
        assert_eq!(error.text, run.stderr);
        assert_eq!(error.message, format!("a{char}[2Jb"));
    }
}

#[test]
fn a_misspelt_keyword_is_where_it_stands() {
    for (source, column, end_column) in [
        ("whlie True:\n    pass", 1, 6),
        ("if True:\n    whlie True:\n        pass", 5, 10),
        ("x = 1\ndef f():\n\tprint('ü')\n\twhlie x: pass", 2, 7),
    ] {
        let error = check(source).expect("an error");
        assert!(error.text.contains("Did you mean"), "{}", error.text);
        let position = error.position.expect("a position");
        let found = (position.column, position.end_column);
        assert_eq!(found, (Some(column), Some(end_column)), "{}", error.text);
    }
}

#[test]
fn what_would_run_has_no_error() {
    for source in [
        "",
        "print('hi')",
        "\u{feff}x = 1\r\ny = 2\rprint(x)\n",
        "while True: pass",
        "import no_such_module\n1 / 0\nraise SystemExit",
        "'\\d'",
        "def f():\n\tpass",
    ] {
        assert_eq!(check(source), None, "{source}");
    }
}

#[test]
fn what_the_symbol_table_finds_is_found() {
    for (source, message) in [
        (
            "def f():\n    print(x)\n    global x",
            "name 'x' is used prior to global declaration",
        ),
        (
            "def f(a, a): pass",
            "duplicate argument 'a' in function definition",
        ),
        ("return", "'return' outside function"),
        ("x = '\0'", "source code cannot contain null bytes"),
        (
            "class A:\n    nonlocal x",
            "no binding for nonlocal 'x' found",
        ),
        (
            "def f():\n    yield\n    await g()",
            "'await' outside async function",
        ),
        (
            "from __future__ import nothing",
            "future feature nothing is not defined",
        ),
    ] {
        let error = check(source).unwrap_or_else(|| panic!("{source} is no error"));
        assert_eq!(error.message.split(" (").next(), Some(message), "{source}");
        assert_eq!(error.kind, "SyntaxError");
        assert!(error.position.is_some(), "{source}");
    }
}

#[test]
fn rules_on_the_text_are_checked_as_well() {
    let policy: PolicyRequest = serde_json::from_str("\"no-loops\"").expect("a request");
    let text = CheckedText {
        policy: policy.validate().expect("valid"),
        ..text("x = 1\nwhile x: x = 0\n")
    };
    let error = support::within(move |interpreter| interpreter.check(&text)).expect("an error");
    assert_eq!(error.kind, "PolicyError");
    assert_eq!(error.position.expect("a position").line, 2);
}

/// Prints all of its world that a check might have changed.
const WORLD: &str = "
import sys
print(sorted(sys.modules), sys.path, sys.flags, sys.getrecursionlimit())
import gc, linecache, os, warnings
print(sorted(linecache.cache), os.listdir('.'), warnings.filters, warnings.onceregistry)
print(sorted(name for name in dir() if name[0] != '_'), globals().get('__warningregistry__'))
print(getattr(sys, 'last_exc', None), sys.exc_info())
";

/// What a program prints in an interpreter that has made each of these checks so many times.
fn after_checks(rounds: usize, program: &'static str) -> String {
    const TEXTS: [&str; 10] = [
        "print('fine')",
        "print(",
        "class fine: x = 1",
        "'\\d' is 'x'; assert (1, 'x')",
        "whlie True:\n    pass",
        "import thsi\nfrom x import (",
        "def f(a, a): pass",
        "return",
        "x = '\0'",
        "ü = 1 +",
    ];
    let run = support::within(move |interpreter| {
        // Until then a spare worker is still setting up.
        interpreter.prepare();
        for source in (0..rounds).flat_map(|_| TEXTS) {
            interpreter.check(&text(source));
        }
        interpreter.run(&support::program(program))
    });
    assert_eq!(run.outcome.status, Status::Ok, "{}", run.stderr);
    assert_eq!(run.stderr, "");
    run.stdout
}

#[test]
fn checks_leave_the_world_as_it_was() {
    assert_eq!(after_checks(3, WORLD), after_checks(0, WORLD));
}

#[test]
fn checks_leave_nothing_behind() {
    let objects = "import gc\ngc.collect()\nprint(len(gc.get_objects()))";
    assert_eq!(after_checks(20, objects), after_checks(2, objects));
}

#[test]
fn a_megabyte_is_checked() {
    let line = "print('a line of a long program', 1 + 2 * 3)\n";
    let mut source = line.repeat((1 << 20) / line.len());
    assert_eq!(check(&source), None);
    source.push_str("print(\n");
    let line = u32::try_from(source.lines().count()).expect("few lines");
    let position = check(&source).and_then(|error| error.position);
    assert_eq!(position.map(|position| position.line), Some(line));
}
