# promise: what a program prints is text, whatever it looks like, and however much the terminal has to do for it

## markup
#: prints <img
print('<img src="{server}" onerror="document.title = 1"><script>document.title = 2</script><a href="{server}">x</a>')
print('<svg onload="document.title = 3"><iframe src="{server}"></iframe><style>@import "{server}"</style>&lt;b&gt;')

## markup_in_an_error
#: raises Error
class Error(Exception):
    __module__ = "builtins"
raise Error('<img src="{server}" onerror="document.title = 1">')

## markup_in_a_question
#: input
#: prints <b
input('<b onclick="document.title = 1">name</b><img src="{server}">')

## links_titles_and_pictures_of_terminals
#: status ok
print('\x1b]8;;{server}\x1b\\link\x1b]8;;\x1b\\ \x1b]0;title\x07 \x1b]2;title\x07 \x1b]1337;File=inline=1:AAAA\x07 \x1bPq#0\x1b\\')

## reports_that_terminals_type_back
#: status ok
print('\x1b[6n\x1b[c\x1b[>c\x1b[21t\x1b]52;c;c2VjcmV0\x07\x1b[?1000h\x1b[?2004h\x05')

## style_that_is_no_colour
#: status ok
print('\x1b[38;2;1;2;3;url({server})mx\x1b[48;5;expression(1)mx\x1b[38;2;99999999999;-1;NaNmx')

## looks_that_are_names_of_classes
#: status ok
print('\x1b[31"><img src={server}>mx\x1b[__proto__mx\x1b[constructormx')

## cursor_that_goes_far
#: status ok
for letter in "ABCDEFGHdf@LMPSTXbr":
    print(f"\x1b[{10**18}{letter}x\x1b[{10**9};{10**9}{letter}x", end="")

## sequences_that_never_end
#: status ok
print("\x1b]" + "x" * 100_000)
print("\x1b[" + "1;" * 100_000)
print("\x1bP" * 50_000)

## long_line_that_is_overwritten
#: status ok
print("x" * 4000 + "\rx" * 200_000)

## long_line_that_is_erased
#: status ok
for _ in range(2000):
    print("x" * 200 + "\x1b[1K\x1b[2K\x1b[J\x1b[1J", end="")

## screen_that_is_cleared
#: status ok
print("\x1b[50Bx\x1b[2J" * 40_000)

## marks_on_one_character
#: status ok
print("a" + "\u0301" * 200_000)

## marks_one_by_one
#: status ok
print("a" + "\x1b[m\u0301" * 100_000)
print("a" + "\x1b[D\x1b[C\u0301" * 50_000)

## every_character_in_a_look_of_its_own
#: status ok
print("".join(f"\x1b[38;5;{n % 256}mx" for n in range(20_000)))

## a_hundred_thousand_lines
#: status ok
print("x\n" * 100_000)

## one_line_of_a_megabyte
#: status ok
print("x" * 1_000_000)

## text_that_runs_from_right_to_left
#: status ok
print("\u202e\u2066\u200f" * 10_000 + "gpj.exe")

## a_program_that_looks_like_the_page
#: status exit
import sys
print("\x1b[2J\x1b[HReady.\n>>> ")
sys.exit("Your session has ended. Type your password:")
