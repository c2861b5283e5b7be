# Pictures of pixels whose first bytes lie, or that say the truth about too much. See README.md.

import zlib
from base64 import b64encode
from struct import pack
from _garter import display as show


def chunk(kind, data):
    return pack(">I", len(data)) + kind + data + pack(">I", zlib.crc32(kind + data))


def header(width, height, bits=1, colour=0):
    return chunk(b"IHDR", pack(">IIBBBBB", width, height, bits, colour, 0, 0, 0))


def png(width, height, rows=None, more=b""):
    """A black picture of one bit a pixel, of so many rows that are really there."""
    squeeze = zlib.compressobj(9)
    row = bytes(1 + (width + 7) // 8)
    rows = height if rows is None else rows
    data = b"".join(squeeze.compress(row * min(64, rows - at)) for at in range(0, rows, 64)) + squeeze.flush()
    return b"\x89PNG\r\n\x1a\n" + header(width, height) + more + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def bmp(width, height):
    """It needs no more than its first 62 bytes."""
    return (b"BM" + pack("<IHHI", 62, 0, 0, 62)
            + pack("<IiiHHIIiiII", 40, width, height, 1, 1, 0, 0, 0, 0, 2, 2) + bytes(8))


def gif(width, height, frames=1, frame=(1, 1)):
    start = b"GIF89a" + pack("<HHBBB", width, height, 0x80, 0, 0) + bytes([0, 0, 0, 255, 255, 255])
    control = b"\x21\xf9\x04\x00\x00\x00\x00\x00"
    image = b"\x2c" + pack("<HHHHB", 0, 0, *frame, 0) + b"\x02\x02\x44\x01\x00"
    return start + b"\x21\xff\x0bNETSCAPE2.0\x03\x01\x00\x00\x00" + (control + image) * frames + b"\x3b"


def jpeg_frame(width, height, kind=0xC0):
    return b"\xff" + bytes([kind]) + pack(">HBHHB", 17, 8, height, width, 3) + b"\x01\x11\x00\x02\x11\x00\x03\x11\x00"


def jpeg(*frames, scans=1):
    """Everything that a decoder wants, with nothing in it."""
    quantities = b"\xff\xdb" + pack(">HB", 67, 0) + bytes([1]) * 64
    code = b"\xff\xc4" + pack(">HB", 20, 0) + bytes([1]) + bytes(15) + b"\x00"
    code += b"\xff\xc4" + pack(">HB", 20, 16) + bytes([1]) + bytes(15) + b"\x00"
    scan = b"\xff\xda" + pack(">HB", 12, 3) + b"\x01\x00\x02\x00\x03\x00\x00\x3f\x00" + b"\x00" * 20
    return b"\xff\xd8" + quantities + b"".join(frames) + code + scan * scans + b"\xff\xd9"


def webp(width, height):
    body = b"VP8X" + pack("<I", 10) + b"\x10\0\0\0" + pack("<I", width - 1)[:3] + pack("<I", height - 1)[:3]
    body += b"VP8L" + pack("<I", 8) + b"\x2f" + pack("<I", (width - 1) | (height - 1) << 14) + b"\0\0\0"
    return b"RIFF" + pack("<I", 4 + len(body)) + b"WEBP" + body


def icon(inside, size=0):
    return pack("<HHH", 0, 1, 1) + pack("<BBBBHHII", size, size, 0, 0, 1, 32, len(inside), 22) + inside


KINDS = ["image/png", "image/jpeg", "image/gif"]

## a_small_one_of_each_kind
#: drawn
show("image/png", png(40, 30), "a small one")
show("image/gif", gif(1, 1), "a small one")

## a_large_one
#: drawn
show("image/png", png(4000, 4000), "a large one")

## true_headers_of_what_is_too_large
#: refused
show("image/png", png(16384, 16384), "large")
show("image/png", png(65535, 2000), "wide")
show("image/gif", gif(65535, 65535), "large")
show("image/jpeg", jpeg(jpeg_frame(65535, 65535)), "large")

## headers_without_a_picture
#: refused
for rows in [0, 1]:
    show("image/png", png(16384, 16384, rows), "nothing in it")
wide = png(9, 9)
show("image/png", wide[:8] + header(2**31 - 1, 1) + wide[33:], "too wide")

## bitmap_shown_as_another_kind
#: refused
for mime in KINDS:
    show(mime, bmp(16384, 16384), "a bitmap")
    show(mime, bmp(16384, -16384), "a bitmap that stands on its head")

## other_kinds_shown_as_what_they_are_not
#: refused
large = png(16384, 16384)
svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="16384" height="16384"><rect width="99%" height="99%"/></svg>'
for data in [webp(16383, 16383), icon(large), icon(bmp(16384, 16384)[14:]), svg, b"<html>", b"\0\0\0\x1cftypavif" + bytes(99),
             b"II*\0" + bytes(99), b"\xff\x0a" + bytes(99), b"8BPS" + bytes(99), b"#define x_width 16384\n#define x_height 16384\n"]:
    for mime in KINDS:
        show(mime, data, "another kind")

## each_kind_shown_as_each_other
for mime in KINDS:
    for data in [png(16384, 16384), gif(65535, 65535), jpeg(jpeg_frame(65535, 65535))]:
        show(mime, data, "another kind")
for data in [png(16384, 16384), gif(65535, 65535), bmp(16384, 16384)]:
    show("image/svg+xml", data, "no text")

## second_header_that_is_larger
# What is looked at first is small.
first = png(9, 9)
show("image/png", first[:33] + header(16384, 16384) + first[33:], "twice")
show("image/png", first[:8] + chunk(b"tEXt", header(9, 9)) + png(16384, 16384)[8:], "header in a text")
show("image/png", first + png(16384, 16384), "two pictures")
show("image/jpeg", jpeg(jpeg_frame(9, 9), jpeg_frame(30000, 30000)), "twice")
show("image/jpeg", jpeg(b"\xff\xe1" + pack(">H", 2 + 19) + jpeg_frame(9, 9), jpeg_frame(30000, 30000)), "in a segment")
show("image/jpeg", jpeg(jpeg_frame(30000, 0)) + b"\xff\xdc\x00\x04\x75\x30", "a height that comes later")

## frames_that_are_larger_than_the_picture
show("image/gif", gif(1, 1, 1, (65535, 65535)), "a frame beyond")
show("image/gif", gif(0, 0, 1, (65535, 65535)), "a frame beyond nothing")
show("image/gif", gif(5000, 5000, 3, (65535, 1)), "frames beyond")

## many_frames
show("image/gif", gif(1000, 1000, 20_000, (1000, 1000)), "a long film")
show("image/gif", gif(5000, 5000, 3000, (1, 1)), "a large film")

## many_frames_that_are_true
controls = chunk(b"acTL", pack(">II", 4000, 0))
frame = lambda at: chunk(b"fcTL", pack(">IIIIIHHBB", at, 2000, 2000, 0, 0, 0, 1, 0, 0))
squeezed = zlib.compress(bytes(251 * 2000), 9)
later = b"".join(frame(2 * n + 1) + chunk(b"fdAT", pack(">I", 2 * n + 2) + squeezed) for n in range(700))
film = png(2000, 2000, more=controls + frame(0))
show("image/png", film[:-12] + later + film[-12:], "a film of a portable picture")

## scans_without_end
show("image/jpeg", jpeg(jpeg_frame(4000, 4000, 0xC2), scans=15_000), "many scans")

## packed_words_beside_the_picture
bomb = zlib.compress(bytes(60_000_000), 9)
show("image/png", png(40, 30, more=chunk(b"iCCP", b"x\0\0" + bomb) + chunk(b"zTXt", b"x\0\0" + bomb)), "packed words")

## chunks_without_end
show("image/png", png(40, 30, more=chunk(b"tEXt", b"x\0y") * 20_000), "many chunks")
show("image/jpeg", b"\xff\xd8" + b"\xff" * 300_000, "many markers")
show("image/jpeg", b"\xff\xd8" + b"\xff\xe0\x00\x02" * 75_000, "many segments")
show("image/jpeg", b"\xff\xd8" + b"\xff\xe0\x00\x00" * 9, "segments without length")

## many_large_ones
large = png(5600, 5600)
for _ in range(60):
    show("image/png", large, "one of many")

## pictures_in_a_picture_of_lines
inside = "data:image/png;base64," + b64encode(png(16384, 16384)).decode()
for href in ["href", "xlink:href"]:
    show("image/svg+xml", ('<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="400" height="400">'
         + f'<image width="400" height="400" {href}="{inside}"/></svg>').encode(), "a large one inside")
wrong = "data:image/png;base64," + b64encode(bmp(16384, 16384)).decode()
show("image/svg+xml", ('<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400">'
     + f'<image width="9" height="9" href="{wrong}"/>' * 40 + "</svg>").encode(), "bitmaps inside")

## pictures_in_a_text_of_marks
for data in [png(16384, 16384), bmp(16384, 16384), gif(65535, 65535), gif(1, 1, 20_000, (900, 900))]:
    inside = "data:image/png;base64," + b64encode(data).decode()
    show("text/html", f'<p>before<img src="{inside}" width="9"><p>after'.encode(), "a large one inside")

## many_pictures_in_a_text_of_marks
inside = "data:image/png;base64," + b64encode(png(5600, 5600)).decode()
show("text/html", (f'<img src="{inside}">' * 40).encode(), "many inside")

## what_is_no_picture
for mime in KINDS:
    for data in [b"", b"\x89", b"GIF89a", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", bytes(1_000), b"\xff" * 1_000]:
        show(mime, data, "nothing")
