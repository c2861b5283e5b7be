//! Errors of XML have the names, numbers and places of expat.

use crate::printed;

#[test]
fn errors_have_numbers_names_and_places() {
    let source = r#"
from xml.parsers import expat
parser = expat.ParserCreate()
try:
    parser.Parse("<a>\n<b></a>", True)
except expat.ExpatError as error:
    print(error.code == parser.ErrorCode == expat.errors.codes[expat.errors.XML_ERROR_TAG_MISMATCH], expat.errors.messages[7])
    print(parser.ErrorLineNumber, expat.ErrorString(error.code), expat.ErrorString(99))
"#;
    assert_eq!(
        printed(source),
        "True mismatched tag\n2 mismatched tag None\n"
    );
}
