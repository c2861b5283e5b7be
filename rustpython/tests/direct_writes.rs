use crate::printed;

#[test]
fn text_for_standard_output_goes_past_the_raw_file() {
    let source = r#"
import io
calls = []
write = io.FileIO.write
def noted(self, data):
    calls.append(bytes(data))
    return write(self, data)
io.FileIO.write = noted
print("straight")
io.FileIO.write = write
print(calls)
"#;
    assert_eq!(printed(source), "straight\n[]\n");
}

#[test]
fn what_waits_in_a_buffer_comes_first() {
    let source = r#"
import sys
sys.stdout.buffer.write(b"one ")
print("two")
print(sys.stdout.write("drei\u00df\n"))
"#;
    assert_eq!(printed(source), "one two\ndreiß\n6\n");
}

#[test]
fn text_that_has_no_bytes_is_an_error_of_the_program() {
    let source = r#"
try:
    print("\ud800")
except UnicodeEncodeError as error:
    print(error.reason)
import sys
sys.stdout.reconfigure(encoding="ascii", errors="replace")
print("é")
"#;
    assert_eq!(printed(source), "surrogates not allowed\n?\n");
}
