use crate::printed;

#[test]
fn integers_around_the_limits_of_a_machine_word_are_computed_with_as_all_others() {
    let source = r#"
for limit in [0, 2**31, 2**32, 2**62, 2**63, 2**64, 2**127]:
    for offset in range(-2, 3):
        for number in [limit + offset, -limit + offset]:
            text = str(number)
            assert int(text) == number and hash(number) == hash(int(text)), number
            assert number + 1 - 1 == number and number - number == 0 and -(-number) == number, number
            assert number * 3 // 3 == number and (number < number + 1) and (number > number - 1), number
            assert list(range(number, number + 2)) == [number, number + 1], number
            assert (number << 2) >> 2 == number and number ^ number == 0 and number & -1 == number, number
            total = 0
            for step in (number, 1, -number): total += step
            assert total == 1, number
            try:
                [0][number]
                assert number in (0, -1), number
            except IndexError:
                assert number not in (0, -1), number
print("same")
"#;
    assert_eq!(printed(source), "same\n");
}
