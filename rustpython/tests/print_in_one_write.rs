use crate::printed;

#[test]
fn a_file_of_pythons_own_hears_once_and_another_piece_by_piece() {
    let source = r#"
import io
writes = []
class Raw(io.RawIOBase):
    def writable(self): return True
    def write(self, data):
        writes.append(bytes(data))
        return len(data)
file = io.TextIOWrapper(io.BufferedWriter(Raw()), encoding="utf-8", write_through=True)
print("a", 1, sep="-", end="!\n", file=file, flush=True)
print(writes)

pieces = []
class Own:
    def write(self, text): pieces.append(text)
print("a", 1, sep="-", file=Own())
print(pieces)
"#;
    assert_eq!(printed(source), "[b'a-1!\\n']\n['a', '-', '1', '\\n']\n");
}

#[test]
fn what_stands_before_a_failure_is_printed() {
    let source = r#"
class Bad:
    def __str__(self): raise ValueError("no text")
try:
    print("before", Bad(), "after")
except ValueError as error:
    print(error)
long = "x" * 5_000
print(long, "end", len(long))
"#;
    assert_eq!(
        printed(source),
        format!("before no text\n{} end 5000\n", "x".repeat(5_000))
    );
}
