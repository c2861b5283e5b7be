//! Names, namespaces and texts of a document are told as expat tells them.

use crate::printed;

#[test]
fn names_are_told_as_they_are_written_or_with_their_namespaces() {
    let source = r#"
from xml.parsers import expat
TEXT = "<!DOCTYPE a PUBLIC 'p' 's' [<!ELEMENT a ANY>]><a xmlns='urn:a' xmlns:b='urn:b' b:c='1'><b:d xmlns=''><e/></b:d></a>"

def told(**options):
    parser = expat.ParserCreate(**options)
    for name in "StartElement", "EndElement", "StartNamespaceDecl", "EndNamespaceDecl", "StartDoctypeDecl", "EndDoctypeDecl":
        setattr(parser, name + "Handler", lambda *told, name=name: print(name, *told))
    return parser

told().Parse(TEXT, True)
parser = told(namespace_separator=" ")
parser.namespace_prefixes = True
parser.Parse(TEXT, True)
"#;
    let expected = "\
StartDoctypeDecl a s p 1
EndDoctypeDecl
StartElement a {'xmlns': 'urn:a', 'xmlns:b': 'urn:b', 'b:c': '1'}
StartElement b:d {'xmlns': ''}
StartElement e {}
EndElement e
EndElement b:d
EndElement a
StartDoctypeDecl a s p 1
EndDoctypeDecl
StartNamespaceDecl None urn:a
StartNamespaceDecl b urn:b
StartElement urn:a a {'urn:b c b': '1'}
StartNamespaceDecl None None
StartElement urn:b d b {}
StartElement e {}
EndElement e
EndElement urn:b d b
EndNamespaceDecl None
EndElement urn:a a
EndNamespaceDecl b
EndNamespaceDecl None
";
    assert_eq!(printed(source), expected);
}

#[test]
fn text_is_told_in_one_piece_if_that_is_asked_for() {
    let source = r#"
from xml.parsers import expat
parser = expat.ParserCreate()
parser.buffer_text = True
texts = []
parser.CharacterDataHandler = texts.append
parser.Parse("<a>1<b/>2\n<!-- c -->&lt;<c>3</c></a>", True)
print(texts, parser.buffer_size)
parser = expat.ParserCreate()
parser.buffer_text, parser.buffer_size = True, 4
parser.CharacterDataHandler = texts.append
texts.clear()
parser.Parse("<a>12<b/>3<b/>45<b/>678901</a>", True)
print(texts)
for size in 0, -1, 2 ** 40, "1":
    try:
        parser.buffer_size = size
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
"#;
    let expected = "\
['12\\n<3'] 8192
['123', '45', '678901']
ValueError buffer_size must be greater than zero
ValueError buffer_size must be greater than zero
ValueError buffer_size must not be greater than 2147483647
TypeError buffer_size must be an integer
";
    assert_eq!(printed(source), expected);
}

#[test]
fn sax_hears_namespaces_and_their_ends() {
    let source = r#"
import io
from xml import sax
from xml.dom import pulldom
from xml.sax.saxutils import XMLGenerator
print([(kind, node.nodeName) for kind, node in pulldom.parseString("<a xmlns='urn:a'><b/></a>") if kind != "CHARACTERS"])
out = io.StringIO()
sax.parseString("<a xmlns='urn:a'>t<b c='1'/></a>", XMLGenerator(out, short_empty_elements=True))
print(out.getvalue().splitlines()[1])
"#;
    let expected = "\
[('START_DOCUMENT', '#document'), ('START_ELEMENT', 'a'), ('START_ELEMENT', 'b'), ('END_ELEMENT', 'b'), ('END_ELEMENT', 'a')]
<a xmlns=\"urn:a\">t<b c=\"1\"/></a>
";
    assert_eq!(printed(source), expected);
}
