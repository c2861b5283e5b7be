use crate::printed;

#[test]
fn tracebacks_tell_lines_and_columns() {
    let source = r#"
import traceback
def divide(number):
    return (number +
            1 / number)
try:
    divide(0)
except ZeroDivisionError as error:
    for frame in traceback.extract_tb(error.__traceback__):
        print(frame.lineno, frame.end_lineno, frame.colno, frame.end_colno)
"#;
    assert_eq!(printed(source), "7 7 4 13\n5 5 12 22\n");
}

#[test]
fn tracing_sees_each_line() {
    let source = r#"
import sys
lines = []
def trace(frame, event, argument):
    if event == "line":
        lines.append(frame.f_lineno - frame.f_code.co_firstlineno)
    return trace
def traced():
    for at in range(2):
        at += 1
    return at
sys.settrace(trace)
traced()
sys.settrace(None)
print(lines)
"#;
    assert_eq!(printed(source), "[1, 2, 1, 2, 1, 3]\n");
}

#[test]
fn code_that_was_changed_or_stored_knows_where_it_is_from() {
    let source = r#"
import marshal
def at_line_three():
    raise ValueError
code = at_line_three.__code__
for other in [code, code.replace(co_name="other"), marshal.loads(marshal.dumps(code))]:
    try:
        exec(other)
    except ValueError as error:
        print(error.__traceback__.tb_next.tb_lineno, list(other.co_positions())[-1][0])
"#;
    assert_eq!(printed(source), "4 4\n4 4\n4 4\n");
}
