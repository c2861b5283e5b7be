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

## address_of_every_kind
#: prints https
for address in ("{server}", "https://user:secret@example.com", "mailto:a@example.com", "javascript:document.title=1", "data:text/html,x",
    "tel:1"):
    print(address, f"\x1b]8;id=1;{address}\x07{address}\x1b]8;;\x07",
        f"\x1b]7;{address}\x07\x1b]9;{address}\x07\x1b]777;notify;{address}\x07")

## sequences_of_other_terminals
#: status ok
print('\x1b_Ga=T,f=100;{server}\x1b\\\x1b]1337;RequestUpload=format=tgz\x07\x1b]50;{server}\x07\x1b^{server}\x1b\\\x1bX{server}\x1b\\\x1b[?1049hx\x1b[?1049l')
print('\x9b31mx\x9d0;title\x9c\x90q\x9c\x84\x85\x8d')
print('\x1b(0lqk\x1b(B\x1b#8\x1bc\x1b[!p\x1b[?3h\x1b7\x1b8\x1b[s\x1b[u\x1b[5i{server}\x1b[4i')

## looks_that_pile_up
#: status ok
print("".join(f"\x1b[{number}m" for number in range(110)) * 200 + "x")
print("\x1b[1;3;4;5;7;8;9;53m" + "x\x1b[7m" * 20_000)

## characters_of_every_kind
#: status ok
print("".join(map(chr, range(0x2000, 0x3400))))
print("".join(chr(point) for point in (*range(0xe000, 0xe100), *range(0xfff0, 0x10000), *range(0xe0000, 0xe0080), 0x10ffff)))

## halves_of_characters
#: status ok
import sys
for byte in range(128, 256):
    sys.stdout.buffer.write(bytes([byte]))
    sys.stdout.buffer.flush()
sys.stdout.buffer.write("é\u0e33\U0001f468\u200d\U0001f469".encode() * 2000)
sys.stdout.buffer.write(b"\xf0\x9f")

## one_family_of_a_thousand
#: status ok
print("\u200d".join(["\U0001f468\U0001f3fd"] * 1000))
print("\U0001f1e9" * 1001)

## letters_that_are_drawn_as_one
#: status ok
print("\ufdfd" * 2000 + "\U0001242b" * 500 + "\u0c15\u0c4d" * 2000 + "\u1100" * 500 + "\u1161" * 500)

## tabs_and_returns
#: status ok
print("\t" * 20_000)
print("x\t\r" * 20_000 + "\b" * 20_000 + "\x0b\x0c" * 500)

## prompt_that_is_a_page
#: input
#: status ok
input("\x1b[2J\x1b[H\r" + "x\n" * 500 + '</div><form action="{server}"><input name=password>' + "\x1b[8m")

## error_that_clears_the_screen
#: raises Evil
class Evil(Exception):
    pass
print("before")
error = Evil("\x1b[2J\x1b[H\x1b[1;1H\x1b[3J\rFinished. \x1b]0;title\x07")
error.add_note("\x1b[10Ax\x1b[2K<img src={server}>")
raise error

## exit_with_markup
#: status exit
raise SystemExit('<img src="{server}" onerror="document.title = 1">\x1b[2J\x1b]8;;{server}\x07')

## names_of_files_in_an_error
#: status exception syntax-error
exec(compile("x = (", '<img src="{server}">\n\x1b[2J\u202e.py', "exec"))
