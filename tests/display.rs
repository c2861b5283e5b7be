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
_garter.display('image/png', bytes(1500))
_garter.display('image/png', bytes(600))",
    );
    program.budget.output_bytes = 2048;
    let run = run(program);
    assert_eq!(run.displays.len(), 1);
    assert_eq!(
        error(&run),
        "OSError: this image/png has 609 bytes, and the output budget of this run has 539 left"
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
    program.budget.output_bytes = 2100;
    assert_eq!(run(program).stdout, "8\n");
}
