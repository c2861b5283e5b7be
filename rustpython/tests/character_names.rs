use crate::printed;

#[test]
fn the_parser_and_unicodedata_know_characters_by_their_names() {
    let source = r#"
import unicodedata
print("\N{BULLET} \N{greek small letter alpha}", rb"\N{BULLET}")
print(unicodedata.name("é"), unicodedata.lookup("SNOWMAN"), unicodedata.name("\x00", None))
print("ï→".encode("ascii", "namereplace"))
"#;
    let expected = "• α b'\\\\N{BULLET}'\nLATIN SMALL LETTER E WITH ACUTE ☃ None\n\
                    b'\\\\N{LATIN SMALL LETTER I WITH DIAERESIS}\\\\N{RIGHTWARDS ARROW}'\n";
    assert_eq!(printed(source), expected);
}

#[test]
fn a_name_that_no_character_has_is_a_mistake_in_the_source() {
    let source = r#"
try:
    compile(r"'\N{NO SUCH CHARACTER}'", "a.py", "eval")
except SyntaxError:
    print("a mistake")
"#;
    assert_eq!(printed(source), "a mistake\n");
}
