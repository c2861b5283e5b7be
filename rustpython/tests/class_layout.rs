use crate::printed;

#[test]
fn native_classes_mix_where_their_layouts_agree_and_only_there() {
    let source = r#"
import io
print([base.__name__ for base in io.FileIO.__bases__])
class Mine(io.FileIO): pass
with Mine("a.txt", "w") as file:
    file.write(b"mine")
print(open("a.txt").read())
try:
    class Both(int, str): pass
except TypeError as error:
    print("TypeError")
"#;
    assert_eq!(
        printed(source),
        "['RawFile', '_RawIOBase']\nmine\nTypeError\n"
    );
}
