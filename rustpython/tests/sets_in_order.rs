use crate::printed;

#[test]
fn a_literal_has_the_order_that_textbooks_print() {
    let source = "\
print({3, 1, 2}, {10, 20, 5}, {-1, -2, 5}, {1.5, 2.0, 3}, {(0, 1), (1, 0), (2,)})
print(frozenset(range(12, 0, -3)), set([5, 9, 1, 7]), {33, 1, 65}, {1, 33, 65}, {*[65, 33, 1]})
print([*{8, 16, 24}], {n % 5 for n in (23, 11, 4, 19, 30)}, set('abracadabra'))
";
    assert_eq!(
        printed(source),
        "{1, 2, 3} {10, 20, 5} {5, -1, -2} {1.5, 2.0, 3} {(0, 1), (1, 0), (2,)}\n\
         frozenset({9, 3, 12, 6}) {9, 5, 1, 7} {65, 33, 1} {65, 33, 1} {65, 1, 33}\n\
         [8, 16, 24] {0, 1, 3, 4} {'d', 'r', 'b', 'c', 'a'}\n"
    );
}

#[test]
fn sets_made_of_others_have_their_order() {
    let source = "\
a, b = {1, 9, 17, 25}, {25, 33, 41, 1, 49}
print(a | b, b | a, a & b, b & a, a - b, b - a, a ^ b, b ^ a)
print(a.union([57, 9], {65: 0}), a.copy(), set(b), frozenset(b) | a, a | a, a & a)
print(set(range(0, 200, 3)) - set(range(0, 200, 2)) - {9}, a.difference(b, [9]), a.intersection([9, 1, 8], (1, 9)))
";
    assert_eq!(
        printed(source),
        "{1, 33, 9, 41, 17, 49, 25} {1, 33, 41, 9, 49, 17, 25} {1, 25} {1, 25} {9, 17} {33, 41, 49} {17, 33, 49, 41, 9} {33, 9, 41, 49, 17}\n\
         {1, 65, 9, 17, 25, 57} {1, 25, 9, 17} {1, 33, 49, 41, 25} frozenset({1, 33, 41, 9, 49, 17, 25}) {1, 25, 9, 17} {1, 25, 9, 17}\n\
         {129, 3, 135, 141, 15, 147, 21, 153, 27, 159, 33, 165, 39, 171, 45, 177, 51, 183, 57, 189, 63, 195, 69, 75, 81, 87, 93, 99, 105, 111, 117, 123} {17} {1, 9}\n"
    );
}

#[test]
fn a_million_elements_are_added_found_and_taken_away() {
    let source = "\
numbers = set(range(0, 2_000_000, 2))
print(len(numbers), 1_999_998 in numbers, 3 in numbers, sum(numbers))
numbers |= set(range(1, 2_000_000, 2))
print(len(numbers), len(numbers - set(range(1_000_000))), len(numbers & {5, -1, 1_999_999}))
while numbers:
    numbers.pop()
print(numbers, len({(n, str(n)) for n in range(100_000)}))
";
    assert_eq!(
        printed(source),
        "1000000 True False 999999000000\n2000000 1000000 2\nset() 100000\n"
    );
}

#[test]
fn a_hash_that_lies_or_fails_and_an_equality_that_fails_are_those_of_the_element() {
    let source = "\
class Lies:
    count = 0
    def __hash__(self):
        Lies.count += 1
        return Lies.count
one = Lies()
many = {one, one, one}
print(len(many), one in many, len(many | many), len({*many}))
class Same:
    def __hash__(self):
        return -1
    def __eq__(self, other):
        raise TypeError('not comparable')
class Unhashable:
    def __hash__(self):
        raise ValueError('no hash')
def attempt(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error, error.__cause__)
attempt(lambda: {Same(), Same()})
attempt(lambda: {Unhashable()})
attempt(lambda: {1, 2, []})
attempt(lambda: {1}.union([{}]))
attempt(lambda: [] in {1})
attempt(lambda: {1} in {frozenset([1])})
";
    assert_eq!(
        printed(source),
        "3 False 3 3\n\
         TypeError not comparable None\n\
         ValueError no hash None\n\
         TypeError cannot use 'list' as a set element (unhashable type: 'list') None\n\
         TypeError cannot use 'dict' as a set element (unhashable type: 'dict') None\n\
         TypeError cannot use 'list' as a set element (unhashable type: 'list') None\n\
         True\n"
    );
}
