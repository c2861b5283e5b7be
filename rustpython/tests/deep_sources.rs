//! Sources nest as deep as in `CPython`, and what nests deeper is an error that can be caught.

use crate::printed;

#[test]
fn sources_nest_as_deep_as_in_cpython() {
    let source = r#"
def attempt(label, source):
    try:
        code = compile(source, "typed", "exec")
    except (SyntaxError, MemoryError, RecursionError) as error:
        print(label, type(error).__name__, error.args[0])
    else:
        exec(code, {"x": 1, "y": [1]})
        print(label, "ran")

attempt("sum of constants", "z = " + " + ".join(["1"] * 2000))
attempt("sum of names", "z = " + " + ".join(["x"] * 4000) + "\nassert z == 4000")
attempt("differences", "z = x" + " - x * 2" * 2000 + "\nassert z == -3999, z")
attempt("longer sum", "z = " + " + ".join(["x"] * 9000))
attempt("elif", "if x == -1:\n pass\n" + "".join(f"elif x == {-i}:\n pass\n" for i in range(400)))
attempt("brackets", "z = " + "[" * 190 + "1" + "]" * 190)
attempt("more brackets", "z = " + "[" * 201 + "1" + "]" * 201)
attempt("f-strings", "z = " + "f\"{" * 140 + "x" + "}\"" * 140)
attempt("comprehensions", "z = " + "[" * 19 + "x" + " for x in y]" * 19)
attempt("blocks", "".join(" " * i + "if x:\n" for i in range(99)) + " " * 99 + "pass")
attempt("more blocks", "".join(" " * i + "if x:\n" for i in range(100)) + " " * 100 + "pass")
attempt("loops", "".join(" " * i + "for x in y:\n" for i in range(25)) + " " * 25 + "pass")
attempt("minus", "z = " + "-" * 900 + "1")
for word in ("-", "not ", "lambda: ", "1 if x else ", "2 ** ", "await "):
    attempt(word, "z = " + word * 50_000 + "1")
"#;
    const TOO_COMPLEX: &str =
        "MemoryError Parser stack overflowed - Python source too complex to parse\n";
    let mut expected = "sum of constants ran
sum of names ran
differences ran
longer sum RecursionError maximum recursion depth exceeded during compilation
elif ran
brackets ran
more brackets SyntaxError too many nested parentheses
f-strings ran
comprehensions ran
blocks ran
more blocks IndentationError too many levels of indentation
loops SyntaxError too many statically nested blocks
minus ran
"
    .to_owned();
    for word in ["-", "not ", "lambda: ", "1 if x else ", "2 ** ", "await "] {
        expected += &format!("{word} {TOO_COMPLEX}");
    }
    assert_eq!(printed(source), expected);
}
