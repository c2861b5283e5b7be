# What a program prints: characters of every block, and sequences that a terminal obeys. See README.md.

import sys
import unicodedata

# Where several floods follow one another, each has its part of the output budget: `LENGTH //= 2`.
LENGTH = 300_000


def flood(text, length=None):
    """So many characters, in one line, or as many as there may be."""
    length = min(length or LENGTH, 4 * LENGTH)
    sys.stdout.write((text * (length // len(text) + 1))[:length] + "\n")


def lines(text, length=LENGTH, width=80):
    """The same, in lines as they are usual."""
    line = (text * (width // len(text) + 1))[:width] + "\n"
    sys.stdout.write(line * (length // width))


def rows(planes, length, categories=None):
    """Of each 128 code points in a row the first that is assigned and of such a category, again and again."""
    for start in range(planes.start, planes.stop, 128):
        for code in range(start, start + 128):
            category = unicodedata.category(chr(code))
            if category not in ("Cn", "Cs", "Cc") and (categories is None or category in categories):
                flood(chr(code), length)
                break


## letters_and_lines
LENGTH //= 2
flood("a")
flood("word ")

## lines_of_little
LENGTH //= 2
flood("\n", 1_000_000)
flood("a\n", 900_000)

## no_end_of_line_for_a_megabyte
flood("a", 1_040_000)

## thai_sara_am
flood("\u0e33")

## thai_sara_am_in_lines
lines("\u0e33")

## lao_and_thai_words
LENGTH //= 2
flood("สวัสดีครับน้ำ")
flood("\u0eb3")

## arabic
LENGTH //= 3
flood("بسم")
flood("\ufdfa")
flood("ب" + "\u064b\u0651" * 40)

## indic_words
LENGTH //= 2
flood("क्ष")
flood("क\u094d")

## vowels_that_stand_before
flood("\u09cb\u0b4b\u0bca\u0d4a")

## khmer_and_myanmar
flood("\u1780\u17d2")
flood("\u1000\u1039")

## tibetan_and_hangul
LENGTH //= 2
flood("\u0f40\u0f90")
flood("\u1100\u1161\u11a8")
flood("\u115f\u1160")

## mongolian_javanese_and_others
LENGTH //= 2
flood("\u182e\u180b")
flood("\u0710\u0712")
flood("\ua98f\ua9c0")
flood("\u1b13\u1b44")

## marks_on_one_letter
LENGTH //= 2
flood("\u0301")
flood("a" + "\u0301" * 1000)

## all_marks_on_one_letter
marks = "".join(chr(code) for code in range(0x300, 0x3000) if unicodedata.category(chr(code)) == "Mn")
flood("a" + marks)

## spacing_marks
marks = "".join(chr(code) for code in range(0x300, 0x3000) if unicodedata.category(chr(code)) == "Mc")
flood(marks)

## joiners_and_marks_around
LENGTH //= 2
flood("a\u20dd\u20de\u20e3")
flood("\u200d")
flood("\u200c\u200d")

## emoji_and_flags
LENGTH //= 2
flood("😀", 200_000)
flood("\U0001f1e6\U0001f1e8", 200_000)

## emoji_families
flood("👩\u200d❤\ufe0f\u200d💋\u200d👨🏿", 200_000)

## emoji_chain_without_end
flood("👩\u200d", 200_000)

## variations_and_tags
LENGTH //= 2
flood("🏴" + "\U000e0067" * 500, 200_000)
flood("葛\U000e0101\ufe0f", 200_000)
flood("\ufe0f\ufe0e")

## letters_of_east_asia
LENGTH //= 3
flood("漢字")
flood("\uff76\uff9e")
flood("\U00020bb7", 250_000)

## directions
LENGTH //= 2
flood("a\u05d0")
flood("1\u05d0")
flood("(\u05d0[")

## direction_controls
LENGTH //= 3
for start, end in [("\u202a", "\u202c"), ("\u202e", "\u202c"), ("\u2066", "\u2069"), ("\u2067", "\u2069"), ("\u2068", "")]:
    flood(start + "a" + end, 60_000)
flood("\u202e\u2067")
flood("\u202e" * 100 + "a" + "\u202c" * 100)

## blanks_and_tabulators
LENGTH //= 2
flood("\u3000\u2003\u00a0\u1680\u2028\u2029\u0085\u000b\u000c")
flood("\t", 900_000)
flood("a\t", 90_000)

## what_nobody_has_assigned
LENGTH //= 3
flood("\U000e0fff", 200_000)
flood("\uffff\ufdd0")
flood("\U0010fffd\ue000", 200_000)
flood("\u00ad")
flood("a\u00ad\u200b")

## signs
LENGTH //= 5
flood("\U0001d7d8\U0001d15f", 200_000)
flood("\ufff9a\ufffab\ufffb")
flood("╬█")
flood("⣿")
flood("\U00013000\U00013430\U00013437", 200_000)
flood("\U0001d800\U0001da9b\U0001daa1", 200_000)

## each_row_of_the_first_plane
rows(range(0, 0xA000), 1100)

## each_row_of_the_rest_of_the_first_plane
rows(range(0xA000, 0x10000), 1400)

## each_row_of_the_second_plane
rows(range(0x10000, 0x20000), 1000)

## each_row_of_the_other_planes
rows(range(0x20000, 0x33000), 300)
for code in (0xE0001, 0xE0100, 0xE0FFF, 0xF0000, 0x10FFFD):
    flood(chr(code), 20_000)

## marks_of_each_row
rows(range(0, 0x20000), 1500, ("Mn", "Mc", "Me"))

## each_character_once
text = "".join(map(chr, range(0x20, 0x20000)))
sys.stdout.write("".join(c for c in text if unicodedata.category(c) not in ("Cs", "Cc")))

## each_character_in_a_line_of_its_own
text = "".join(map(chr, range(0x20, 0x20000)))
sys.stdout.write("\n".join(c for c in text if unicodedata.category(c) not in ("Cs", "Cc")))

## carriage_returns
flood("\r", 1_000_000)

## carriage_returns_after_a_letter
flood("a\r", 1_000_000)

## carriage_returns_after_a_long_line
sys.stdout.write(("\u0e33" * 4000 + "\r") * 80)

## carriage_returns_after_two_halves
flood("漢\r a", 250_000)

## steps_back_and_bells
LENGTH //= 2
flood("a\b", 900_000)
flood("漢\b", 100_000)
flood("\a\0\x05", 900_000)

## colours_of_each_character
sys.stdout.write("".join(f"\x1b[38;2;{n % 256};{n // 256 % 256};9mx" for n in range(45_000)))

## all_looks_of_each_character
sys.stdout.write("".join(f"\x1b[0;1;2;3;4;5;7;8;9;{30 + n % 8};{40 + n // 8 % 8}mx" for n in range(30_000)))

## looks_of_each_line
sys.stdout.write("".join(f"\x1b[{31 + n % 6}mline\x1b[0m\n" for n in range(20_000)))

## looks_between_parts_of_a_character
flood("\x1b[31ma\x1b[32m\u0301\x1b[33m\u200d", 400_000)

## cursor_up_and_down
flood("\x1b[A\x1b[B", 1_000_000)
flood("\n\x1b[A", 20_000)

## cursor_to_each_place
sys.stdout.write("".join(f"\x1b[{n * 7 % 60};{n * 31 % 900}Hx" for n in range(60_000)))

## cursor_beyond_the_line
for n in range(300):
    sys.stdout.write(f"\x1b[{10 ** (n % 19)}Gx\x1b[{10 ** (n % 19)}Cy\x1b[{10 ** (n % 19)}dz")

## erasing
LENGTH //= 2
flood("\x1b[2J\x1b[3J\x1b[H", 900_000)
sys.stdout.write(("x" * 9000 + "\x1b[1K\x1b[2K") * 100)

## insertions
LENGTH //= 2
flood("x\x1b[@\x1b[P\x1b[L\x1b[M", 900_000)
sys.stdout.write("".join(f"ab\r\x1b[{10 ** 9}@\x1b[{10 ** 9}L\x1b[{10 ** 9}b\x1b[{10 ** 9}X" for _ in range(20_000)))

## scrolling_and_saving
LENGTH //= 2
flood("\x1b[S\x1b[T\x1bM\x1bD", 900_000)
flood("\x1b7\x1b8\x1b[s\x1b[u\x1b[?1049h\x1b[?1049l", 900_000)

## sequences_of_nothing
LENGTH //= 2
sys.stdout.write("\x1b]8;;" + "x" * 400_000)
sys.stdout.write("\x1b[" + "1;" * 200_000)
flood("\x1b", 300_000)
flood("\x1b[", 300_000)
flood("\x9b", 300_000)

## streams_by_turns
LENGTH //= 2
for _ in range(900):
    sys.stdout.write("out ")
    sys.stderr.write("err ")
for _ in range(300):
    sys.stdout.write("漢")
    sys.stderr.write("\u0e33")

## one_character_at_a_time
for _ in range(60_000):
    print("x", end="", flush=True)

## question_of_a_megabyte
#: input
input("\u0e33" * 300_000)

## questions_without_end
#: input
for n in range(40):
    input("x" * 3000)

## traceback_of_a_megabyte
#: status exception output-limit
raise ValueError("\u0e33" * 200_000 + "x" * 200_000)

## traceback_of_marks
#: status exception output-limit
raise ValueError("\u202e\u0301\x1b[2J\x1b[31m\r" * 60_000)

## traceback_of_a_name
#: status exception output-limit
raise type("E" * 300_000, (Exception,), {"__module__": "builtins"})("x")

## traceback_of_many_frames
#: status exception output-limit
sys.setrecursionlimit(900)
def f(n):
    try:
        f(n + 1)
    except RecursionError as error:
        raise ValueError("x" * 300) from error
f(0)

## traceback_of_a_group
#: status exception output-limit
def group(depth):
    return ExceptionGroup("x" * 50, [group(depth - 1), group(depth - 1)]) if depth else ValueError("x")
raise group(10)

## hint_of_a_long_name
#: status exception output-limit
exec("x" * 200_000)

## hint_of_many_names
#: status exception output-limit
for n in range(20_000):
    globals()["name" + "x" * 20 + str(n)] = 1
namexxxxxxxxxxxxxxxxxxxx

## a_flood_until_somebody_stops_it
#: status stopped output-limit
#: stop
while True:
    flood("\u0e33", 2000)

## a_flood_that_catches_stop
#: status stopped output-limit
#: stop
while True:
    try:
        while True:
            sys.stdout.write("ab\r\x1b[31mc")
    except KeyboardInterrupt:
        pass
