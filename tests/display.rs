//! What programs show that is more than text.

mod support;

use garter::protocol::Status;
use support::{Display, Run, program, run};

/// Runs it, and expects it to end well.
fn displays(source: &str) -> Vec<Display> {
    let run = run(program(source));
    assert_eq!(run.stderr, "");
    assert_eq!(run.outcome.status, Status::Ok);
    run.displays
}

fn error(run: &Run) -> &str {
    run.stderr.trim_end().lines().last().unwrap_or_default()
}

#[test]
fn what_is_shown_comes_after_what_was_printed() {
    let displays = displays(
        "import _garter
print('one', end='')
_garter.display('image/png', b'picture', alt='a picture')
print('two')",
    );
    let expected = Display {
        mime: "image/png".to_owned(),
        data: b"picture".to_vec(),
        alt: "a picture".to_owned(),
        after: "one".to_owned(),
    };
    assert_eq!(displays, [expected]);
}

#[test]
fn a_wrong_mime_type_is_an_error_that_shows_a_right_one() {
    let run = run(program("import _garter\n_garter.display('Bild', b'')"));
    assert_eq!(
        error(&run),
        "ValueError: a MIME type looks like 'image/png' and not like \"Bild\""
    );
    assert_eq!(run.displays, []);
}

#[test]
fn what_is_shown_takes_from_the_output_budget() {
    let mut program = program(
        "import _garter
_garter.display('image/png', bytes(5000))
_garter.display('image/png', bytes(6000))",
    );
    program.budget.output_bytes = 8192;
    let run = run(program);
    assert_eq!(run.displays.len(), 1);
    assert_eq!(
        error(&run),
        "OSError: this image/png has 6009 bytes, and the output budget of this run has 3183 left"
    );
}

#[test]
fn small_things_are_not_shown_without_end() {
    let mut program = program(
        "import _garter
for count in range(1000):
    try:
        _garter.display('a/b', b'')
    except OSError:
        print(count)
        break",
    );
    program.budget.output_bytes = 40_000;
    assert_eq!(run(program).stdout, "9\n");
}

/// Each with what it is shown as: type, content, description.
#[test]
fn objects_are_shown_in_the_best_form_they_have() {
    let cases: [(&str, &str, &str, &str); 9] = [
        (
            "class A:
    def _repr_svg_(self): return '<svg xmlns=\"x\"><title> A cat </title></svg>'
    def _repr_html_(self): return '<b>cat</b>'
display(A())",
            "image/svg+xml",
            "<svg xmlns=\"x\"><title> A cat </title></svg>",
            "A cat",
        ),
        (
            "class A:
    def _repr_svg_(self): return None
    def _repr_png_(self): return b'png'
display(A(), alt='a cat')",
            "image/png",
            "png",
            "a cat",
        ),
        (
            "from garter import HTML, display
display(HTML('<b>cat</b>'))",
            "text/html",
            "<b>cat</b>",
            "",
        ),
        ("display(b'\\xff\\xd8\\xff')", "image/jpeg", "���", ""),
        (
            "display(bytearray(b'GIF89a...'))",
            "image/gif",
            "GIF89a...",
            "",
        ),
        (
            "display('<?xml version=\"1.0\"?>\\n<!-- mine -->\\n<svg width=\"1\"></svg>\\n')",
            "image/svg+xml",
            "<?xml version=\"1.0\"?>\n<!-- mine -->\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\"></svg>\n",
            "",
        ),
        (
            "display([{'name': 'Ann', 'age': 8}, {'name': '<b>', 'size': None}])",
            "application/vnd.garter.table+json",
            r#"{"columns": [{"name": "name", "isNumeric": false}, {"name": "age", "isNumeric": true}, {"name": "size", "isNumeric": false}], "rows": [["Ann", "8", null], ["<b>", null, "None"]], "moreRows": 0, "moreColumns": 0}"#,
            "",
        ),
        (
            "display([['n', 'n²'], [1, 1], (2, 4.5)])",
            "application/vnd.garter.table+json",
            r#"{"columns": [{"name": "n", "isNumeric": true}, {"name": "n²", "isNumeric": true}], "rows": [["1", "1"], ["2", "4.5"]], "moreRows": 0, "moreColumns": 0}"#,
            "",
        ),
        (
            "from collections import namedtuple
P = namedtuple('P', 'x y')
display([P(1, 2)])",
            "application/vnd.garter.table+json",
            r#"{"columns": [{"name": "x", "isNumeric": true}, {"name": "y", "isNumeric": true}], "rows": [["1", "2"]], "moreRows": 0, "moreColumns": 0}"#,
            "",
        ),
    ];
    for (source, mime, data, alt) in cases {
        let shown = displays(source);
        assert_eq!(shown.len(), 1, "{source}");
        assert_eq!(shown[0].mime, mime, "{source}");
        assert_eq!(String::from_utf8_lossy(&shown[0].data), data, "{source}");
        assert_eq!(shown[0].alt, alt, "{source}");
    }
}

#[test]
fn what_has_no_other_form_is_shown_as_text() {
    let run = run(program(
        "display(1, 'a', [[1, 2], [3, 4]], [['a', 'b'], [1]], [], [{}], b'x', [['a', 'b']])
class A:
    def _repr_svg_(self): return None
    def __repr__(self): return 'A()'
display(A(), A)
display()
display('<svg', 'an <svg></svg>')",
    ));
    assert_eq!(
        run.stdout,
        "1\n'a'\n[[1, 2], [3, 4]]\n[['a', 'b'], [1]]\n[]\n[{}]\nb'x'\n[['a', 'b']]\nA()\n<class '__main__.A'>\n'<svg'\n'an <svg></svg>'\n"
    );
    assert_eq!(run.displays, []);
}

#[test]
fn a_method_that_fails_or_returns_something_else_is_an_error() {
    let raises = run(program(
        "class A:
    def _repr_html_(self): return 1 / 0
display(A())",
    ));
    assert_eq!(error(&raises), "ZeroDivisionError: division by zero");
    assert!(
        raises.stderr.contains("line 3, in <module>"),
        "{}",
        raises.stderr
    );
    let wrong = run(program(
        "class A:
    def _repr_png_(self): return 'png'
display(A())",
    ));
    assert_eq!(
        error(&wrong),
        "TypeError: A._repr_png_() returned str, not bytes"
    );
}

#[test]
fn long_tables_are_cut_and_say_so() {
    let shown = displays("display([{i: 'x' * 2000 for i in range(60)}] + [{'a': 1}] * 1200)");
    let table = String::from_utf8_lossy(&shown[0].data).into_owned();
    assert!(
        table.ends_with(r#""moreRows": 201, "moreColumns": 11}"#),
        "{table}"
    );
    assert!(table.len() < 400_000);
}

#[test]
fn display_needs_no_leave_to_import() {
    let mut program = program("display([{'a': 1}])\nimport math");
    program.modules = Some(
        serde_json::from_str::<garter::options::modules::ModulesRequest>(r#"{"allow": ["math"]}"#)
            .expect("a request")
            .validate()
            .expect("valid"),
    );
    let run = run(program);
    assert_eq!(run.stderr, "");
    assert_eq!(run.displays.len(), 1);
}
