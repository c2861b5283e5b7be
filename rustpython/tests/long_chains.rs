//! A parser's loop makes trees that no stack has limited. Whatever walks through them recurses, and so does what
//! drops them.

use crate::printed;

#[test]
fn chains_of_any_length_end_in_an_error_that_can_be_caught() {
    let source = r#"
import ast

def attempt(label, source, compile=lambda source: compile(source, "typed", "exec")):
    try:
        compile(source)
    except (SyntaxError, MemoryError, RecursionError) as error:
        print(label, type(error).__name__, str(error).partition(" (")[0])
    else:
        print(label, "compiles")

for link in "1 + ", "1 + 2 * ", "1 * 2 ** ", "f().", "x @ ":
    attempt(link, link * 100_000 + "x")
for link in ".a", "()", "[0]", ".a()[0]":
    attempt(link, "x" + link * 100_000)
attempt("chains in chains", "(" * 150 + "x" + (" + 1" * 1_000 + ")") * 150)
attempt("pattern", "match x:\n case a" + ".a" * 100_000 + ": pass")
attempt("parse", "1 + " * 100_000 + "1", ast.parse)
attempt("literal", "1 + " * 100_000 + "1", ast.literal_eval)
attempt("decorators", "@" * 10_000)
attempt("defaults", "lambda x=" * 10_000 + "1" + ": 1" * 10_000)
attempt("some defaults", "lambda x=" * 200 + "1" + ": 1" * 200)
attempt("yields", "yield " * 100_000 + "1")
attempt("elif", "if 1: pass\n" + "elif 1: pass\n" * 5_000)
attempt("more elif", "if 1: pass\n" + "elif 1: pass\n" * 100_000)
attempt("attributes", "x" + ".a" * 900)
attempt("statements", "x = a.b.c + 1\n" * 5_000)
attempt("elements", "x = [" + "a.b + c().d, " * 5_000 + "]")
"#;
    const TOO_DEEP: &str = "RecursionError maximum recursion depth exceeded during compilation";
    const TOO_COMPLEX: &str =
        "MemoryError Parser stack overflowed - Python source too complex to parse";
    let chains = [
        "1 + ",
        "1 + 2 * ",
        "1 * 2 ** ",
        "f().",
        "x @ ",
        ".a",
        "()",
        "[0]",
        ".a()[0]",
        "chains in chains",
        "pattern",
        "parse",
        "literal",
    ];
    let mut expected = String::new();
    for chain in chains {
        expected += &format!("{chain} {TOO_DEEP}\n");
    }
    expected += &format!(
        "decorators SyntaxError invalid syntax
defaults {TOO_COMPLEX}
some defaults compiles
yields {TOO_COMPLEX}
elif compiles
more elif {TOO_COMPLEX}
attributes compiles
statements compiles
elements compiles
"
    );
    assert_eq!(printed(source), expected);
}
