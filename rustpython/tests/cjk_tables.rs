use crate::printed;

#[test]
fn texts_of_east_asia_are_encoded_and_decoded() {
    let source = r#"
for text, encoding, code in [
    ("日本", "shift_jis", "93fa967b"),
    ("日本", "euc_jp", "c6fccbdc"),
    ("日本", "iso2022_jp", "1b2442467c4b5c1b2842"),
    ("中文", "gbk", "d6d0cec4"),
    ("中文€", "gb18030", "d6d0cec4a2e3"),
    ("中文", "big5", "a4a4a4e5"),
    ("한글", "euc_kr", "c7d1b1db"),
]:
    encoded = text.encode(encoding)
    assert encoded.hex() == code, (encoding, encoded.hex())
    assert encoded.decode(encoding) == text, encoding
try:
    "한".encode("big5")
except UnicodeEncodeError as error:
    print(error.reason)
"#;
    assert_eq!(printed(source), "illegal multibyte sequence\n");
}

#[test]
fn another_interpreter_finds_the_tables_when_the_first_is_gone() {
    let source = "print('日本'.encode('shift_jis').hex())";
    assert_eq!(printed(source), "93fa967b\n");
    assert_eq!(printed(source), "93fa967b\n");
}
