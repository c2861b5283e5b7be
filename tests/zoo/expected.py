# What a snippet prints, compared with what its page expects: `#: expect` is a script's expression. See README.md.

## what_was_expected
#: expect lines(5, (n) => n)
#: right
for n in range(5): print(n)

## a_few_lines_that_differ
#: expect lines(300, (n) => n)
#: wrong
for n in range(300): print(n * (n % 7 > 0))

## ten_thousand_lines_that_are_right
#: expect lines(10_000, (n) => n)
#: right
for n in range(10_000): print(n)

## ten_thousand_lines_that_differ
#: expect lines(10_000, (n) => n)
#: wrong
for n in range(10_000): print(-n)

## ten_thousand_lines_by_turns
#: expect lines(10_000, (n) => n)
#: wrong
for n in range(10_000): print(n if n % 2 else "x")

## ten_thousand_lines_moved_by_one
#: expect lines(10_000, (n) => n)
#: wrong
for n in range(10_000): print(n + 1)

## ten_thousand_lines_the_other_way_round
#: expect lines(10_000, (n) => n)
#: wrong
for n in range(10_000, 0, -1): print(n)

## one_line_of_forty_thousand
#: expect lines(40_000, (n) => n)
#: wrong
for n in range(40_000): print(n if n != 20_000 else "x")

## forty_thousand_lines_that_differ
#: expect lines(40_000, (n) => n)
#: wrong
for n in range(40_000): print("x")

## a_hundred_and_fifty_thousand_lines_that_differ
#: expect lines(150_000, () => "a")
#: wrong
print("b\n" * 150_000)

## a_hundred_and_fifty_thousand_lines_by_turns
#: expect "a\nb\n".repeat(75_000)
#: wrong
print("b\nc\n" * 75_000)

## half_a_million_empty_lines
#: expect "\n".repeat(500_000) + "x"
#: wrong
print("\n" * 400_000 + "x")

## nothing_where_much_was_expected
#: expect lines(150_000, (n) => n)
#: wrong
pass

## much_where_nothing_was_expected
#: expect ""
#: wrong
for n in range(100_000): print(n)

## a_line_of_a_megabyte
#: expect "a".repeat(1_000_000)
#: wrong
print("b" * 1_000_000)

## a_line_of_a_megabyte_that_differs_at_its_end
#: expect "a".repeat(1_000_000)
#: wrong
print("a" * 999_999 + "b")

## blanks_at_the_end_of_a_long_line
#: expect "a" + " ".repeat(500_000) + "b"
#: wrong
print("a" + " " * 500_000 + "c")

## a_line_that_breaks_nowhere
#: expect "ำ".repeat(300_000)
#: wrong
print("ำ" * 299_999)

## three_hundred_long_lines
#: expect lines(300, (n) => "a".repeat(3000) + n)
#: wrong
for n in range(300): print("a" * 3000 + str(n + 150))

## marks_and_sequences
#: expect "\u202e\u0301\u200d".repeat(100_000)
#: wrong
print("\x1b[31m\r\u202e\u2067" * 80_000)

## carriage_returns
#: expect "\r".repeat(900_000) + "x"
#: wrong
print("\r" * 900_000)
