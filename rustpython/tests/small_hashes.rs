use crate::printed;

#[test]
fn integers_have_the_hashes_of_numbers_that_are_equal() {
    let source = "\
modulus = (1 << 61) - 1
for base in 0, 1, 2 ** 31, 2 ** 53, modulus, 2 ** 63, 2 ** 64, modulus * 3:
    for off in -2, -1, 0, 1, 2:
        for value in base + off, -(base + off):
            expected = abs(value) % modulus * (1 if value >= 0 else -1)
            if expected == -1:
                expected = -2
            assert hash(value) == expected, value
            assert hash((value, value)) == hash(tuple([value] * 2))
            if abs(value) < 2 ** 53:
                assert hash(value) == hash(float(value)) == hash(complex(value))
print(hash(True), hash(False), hash(-1), hash((1, 2, 3)) == hash((1.0, 2, True + 2)))
table = {(x, y): x * y for x in range(-40, 40) for y in range(-40, 40)}
print(len(table), table[-1, -1], table[39.0, -40], (40, 0) in table)
";
    assert_eq!(
        printed(source),
        "1 0 -2 True\n\
         6400 1 -1560 False\n"
    );
}
