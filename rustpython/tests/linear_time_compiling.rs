use std::fmt::Write;

use crate::printed;

#[test]
fn constants_are_one_only_where_they_are_the_same() {
    let source = r#"
def f():
    return [0.0, -0.0, 0, False, 1, True, 1.0, 1j, "1", b"1", (1, True), (1, 1), (1.0,), "1", 1, (1, 1)]
print(f())
def g():
    return ({1, 2} & x for x in ({2, 1}, {1}))
print([sorted(found) for found in g()], (lambda: "a")() + (lambda: "b")(), 1 in {1, 2, 1.0})
"#;
    let expected = "\
[0.0, -0.0, 0, False, 1, True, 1.0, 1j, '1', b'1', (1, True), (1, 1), (1.0,), '1', 1, (1, 1)]
[[1, 2], [1]] ab True
";
    assert_eq!(printed(source), expected);
}

#[test]
fn names_mean_the_same_in_scopes_within_scopes() {
    let source = r#"
count = 0
def outer():
    def inner():
        global count, made
        count += 1
        made = [x * y for x in range(2) for y in range(2)]
    inner()
outer()
print(count, made, [[x for x in range(y)] for y in range(3)])
class Holder:
    size = 3
    squares = [at * at for at in range(size)]
    def read(self):
        return [size for size in self.squares], __class__.__name__
print(Holder().read())
"#;
    assert_eq!(
        printed(source),
        "1 [0, 0, 0, 1] [[], [0], [0, 1]]\n([0, 1, 4], 'Holder')\n"
    );
}

#[test]
fn a_source_of_many_constants_scopes_and_comprehensions_is_compiled() {
    // In a time that grows with the square of its length this would take minutes.
    let mut source = "def total(numbers): return sum(numbers)\nsum_of_all = 0\n".to_owned();
    for at in 0..20_000 {
        writeln!(source, "def f{at}(): return '{at}', {at}.5").expect("a String takes all");
        writeln!(
            source,
            "sum_of_all += total([x for x in (f{at}()[1], 0.5)])"
        )
        .expect("a String takes all");
    }
    source.push_str("print(sum_of_all)\n");
    assert_eq!(printed(&source), "200010000.0\n");
}
