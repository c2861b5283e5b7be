//! A document of XML that is wrong is an error, with expat's number and words.

use crate::printed;

#[test]
fn what_is_no_document_is_an_error() {
    let source = r#"
import io
from xml.dom import minidom
from xml.etree import ElementTree
from xml.parsers import expat

for text in "", " \n ", "<a>", "<a></b>", "<a/><b/>", "<!--x-->", "text", "<a/>text", "<a>&x;</a>", "<a b='1' b='2'/>", "<a b=1/>":
    try:
        print(repr(text), ElementTree.fromstring(text))
    except ElementTree.ParseError as error:
        print(repr(text), str(error).partition(":")[0], error.code, error.position[0])

try:
    minidom.parseString("")
except expat.ExpatError as error:
    print(error, error.code, error.lineno, error.offset)

print(ElementTree.fromstring("<a>&lt;<b/>t</a>")[0].tail)
print(ElementTree.parse(io.StringIO("<?xml version='1.0'?>\n<!-- c --><a>\n</a>\n<!-- d -->\n")).getroot().tag)

parser = ElementTree.XMLPullParser()
for piece in "<a", ">", "<b>te", "xt</b", "></a", ">", "\n":
    parser.feed(piece)
parser.close()
print([element.tag for _, element in parser.read_events()])
"#;
    let expected = "\
'' no element found 3 1
' \\n ' no element found 3 2
'<a>' no element found 3 1
'<a></b>' mismatched tag 7 1
'<a/><b/>' junk after document element 9 1
'<!--x-->' no element found 3 1
'text' syntax error 2 1
'<a/>text' junk after document element 9 1
'<a>&x;</a>' undefined entity 11 1
\"<a b='1' b='2'/>\" duplicate attribute 8 1
'<a b=1/>' not well-formed (invalid token) 4 1
no element found: line 1, column 0 3 1 0
t
a
['b', 'a']
";
    assert_eq!(printed(source), expected);
}
