use crate::printed;

#[test]
fn the_sets_of_views_have_their_order() {
    let source = "\
a, b = dict.fromkeys([1, 9, 17, 25], 0), dict.fromkeys([25, 33, 41, 1, 49], 0)
print(a.keys() | b.keys(), a.keys() & b.keys(), b.keys() & a.keys(), a.keys() - b.keys(), a.keys() ^ b.keys())
print({9, 1, 57} & a.keys(), a.keys() & {9, 1, 57, 25, 17}, {1, 57} | a.keys(), {1, 57} ^ a.keys(), [57, 9] - a.keys())
print(sorted(a.items() ^ {1: 0, 2: 3}.items()), a.keys() & [57, 25, 1], a.items() & b.items())
";
    assert_eq!(
        printed(source),
        "{1, 33, 9, 41, 17, 49, 25} {1, 25} {1, 25} {17, 9} {33, 41, 9, 17, 49}\n\
         {9, 1} {1, 25, 9, 17} {1, 9, 17, 25, 57} {25, 17, 9, 57} {57}\n\
         [(2, 3), (9, 0), (17, 0), (25, 0)] {25, 1} {(1, 0), (25, 0)}\n"
    );
}
