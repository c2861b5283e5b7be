use crate::printed;

#[test]
fn an_oserror_has_the_class_of_its_number() {
    let source = r#"
for number, expected in [
    (1, PermissionError), (2, FileNotFoundError), (3, ProcessLookupError), (4, InterruptedError),
    (10, ChildProcessError), (11, BlockingIOError), (13, PermissionError), (17, FileExistsError),
    (20, NotADirectoryError), (21, IsADirectoryError), (32, BrokenPipeError), (103, ConnectionAbortedError),
    (104, ConnectionResetError), (108, BrokenPipeError), (110, TimeoutError), (111, ConnectionRefusedError),
    (114, BlockingIOError), (115, BlockingIOError), (5, OSError),
]:
    assert type(OSError(number, "text")) is expected, number
try:
    open("nowhere")
except FileNotFoundError as error:
    print(error.errno)
"#;
    assert_eq!(printed(source), "2\n");
}
