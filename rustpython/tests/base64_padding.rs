//! Base64 ends with its padding, and what is wrong with it is told in `CPython`'s words.

use crate::printed;

#[test]
fn base64_ends_with_its_padding() {
    let source = r#"
import binascii

print(binascii.a2b_uu(b"") == bytes(32))
for data in b"ab==a", b"abc=:", b"\nab==", b"==", b"ab=c=", b"ab=ab==", b"abcd=", b"a=", b"ab", b"abcd=ef", b"a=b==", b"ab==":
    for is_strict in (False, True):
        try:
            print(data, binascii.a2b_base64(data, strict_mode=is_strict))
        except binascii.Error as error:
            print(data, error)
"#;
    let expected = r"True
b'ab==a' b'i'
b'ab==a' Excess data after padding
b'abc=:' b'i\xb7'
b'abc=:' Excess data after padding
b'\nab==' b'i'
b'\nab==' Only base64 data is allowed
b'==' b''
b'==' Leading padding not allowed
b'ab=c=' b'i\xb7'
b'ab=c=' Discontinuous padding not allowed
b'ab=ab==' b'i\xb6\x9b'
b'ab=ab==' Discontinuous padding not allowed
b'abcd=' b'i\xb7\x1d'
b'abcd=' Excess padding not allowed
b'a=' Invalid base64-encoded string: number of data characters (1) cannot be 1 more than a multiple of 4
b'a=' Invalid base64-encoded string: number of data characters (1) cannot be 1 more than a multiple of 4
b'ab' Incorrect padding
b'ab' Incorrect padding
b'abcd=ef' Incorrect padding
b'abcd=ef' Excess padding not allowed
b'a=b==' b'i'
b'a=b==' Discontinuous padding not allowed
b'ab==' b'i'
b'ab==' b'i'
";
    assert_eq!(printed(source), expected);
}
