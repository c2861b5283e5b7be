# What an SVG picture can make a browser do again and again. See README.md.

from base64 import b64encode
from _garter import display as show

START = ('<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
         'width="400" height="400" viewBox="0 0 400 400">')
DOT = '<rect width="9" height="9" fill="red"/>'


def document(body):
    return START + body + "</svg>"


def picture(body, alt="a picture"):
    show("image/svg+xml", document(body).encode("utf-8", "surrogatepass"), alt)


def url(body):
    """The picture as an address in another one."""
    return "data:image/svg+xml;base64," + b64encode(document(body).encode()).decode()


def levels(first, level, count):
    """What names itself one level deeper: `level` has {n} for its own level and {m} for the one below."""
    parts = [first.format(n=0)]
    for n in range(1, count + 1):
        parts.append(level.replace("{n}", str(n)).replace("{m}", str(n - 1)))
    return "<defs>" + "".join(parts) + "</defs>"


def uses(count, times=2):
    each = "".join(f'<use href="#u{{m}}" x="{x}"/>' for x in range(times))
    return (levels('<g id="u{n}">' + DOT + "</g>", '<g id="u{n}">' + each + "</g>", count)
            + f'<use href="#u{count}"/>')


## a_dot
#: drawn
picture("<title>A dot</title><circle cx='50' cy='50' r='40' fill='navy'/>")

## a_chart_with_all_that_charts_need
#: drawn
picture('<defs><linearGradient id="g"><stop stop-color="red"/><stop offset="1" stop-color="blue"/></linearGradient>'
        '<clipPath id="c"><rect width="300" height="300"/></clipPath></defs>'
        '<g clip-path="url(#c)" transform="translate(20 20)"><path d="M0 0 L300 200" stroke="url(#g)" fill="none"/>'
        '<polyline points="0,0 9,9 30,8" stroke-dasharray="4 2"/><text x="9" y="20" font-size="12">label</text></g>')

## a_plot
#: drawn
import matplotlib.pyplot as plt
plt.plot(range(2000), [n * n % 97 for n in range(2000)], "ro--", label="many")
plt.title("Squares")
plt.legend()
plt.show()

## nested_use
picture(uses(24))

## use_of_many
picture(uses(6, 12))

## use_by_its_old_name
picture(uses(24).replace("href=", "xlink:href="))

## use_with_a_prefix
picture(uses(24).replace("<use", "<a:use").replace("<defs", '<defs xmlns:a="x"', 1)
        .replace("<a:use", '<a:use xmlns:a="http://www.w3.org/2000/svg"'))

## use_with_a_prefix_that_is_not_ascii
picture(uses(24).replace("<use", '<é:use xmlns:é="http://www.w3.org/2000/svg"'))

## use_of_what_is_around_it
picture(f'<g id="a">{DOT}<use href="#a"/><use href="#b"/></g><g id="b"><use href="#a"/><use href="#b"/></g>' * 50)

## use_of_a_symbol
picture(levels(f'<symbol id="u{{n}}">{DOT}</symbol>',
               '<symbol id="u{n}" viewBox="0 0 9 9">' + '<use href="#u{m}"/>' * 3 + "</symbol>", 16)
        + '<use href="#u16"/>')

## use_in_a_picture_in_it
picture(f'<image width="400" height="400" href="{url(uses(20))}"/>')

## use_in_a_picture_in_its_style
picture(f"""<style>rect {{ fill: red; mask-image: url("{url(uses(20))}"); background: url({url(uses(20))}) }}</style>"""
        f'<rect width="400" height="400"/>')

## pictures_in_pictures
body = uses(3)
for _ in range(4):
    body = f'<image width="40" height="40" href="{url(body)}"/>' * 7
    if len(body) > 200_000:
        break
picture(body)

## picture_in_its_style_sheet_by_import
sheet = "data:text/css," + "* { filter: blur(300px) }".replace(" ", "%20").replace("{", "%7B")
picture(f'<style>@import url("{sheet}");</style>' + f'<rect width="400" height="400"/>' * 50)

## nested_clip_path
picture(levels(f'<clipPath id="c{{n}}">{DOT}</clipPath>',
               '<clipPath id="c{n}">' + '<rect width="400" height="400" clip-path="url(#c{m})"/>' * 3 + "</clipPath>", 16)
        + '<rect width="400" height="400" clip-path="url(#c16)"/>')

## nested_mask
picture(levels(f'<mask id="c{{n}}">{DOT}</mask>',
               '<mask id="c{n}">' + '<rect width="400" height="400" mask="url(#c{m})"/>' * 2 + "</mask>", 20)
        + '<rect width="400" height="400" mask="url(#c20)"/>')

## nested_pattern
each = '<rect width="400" height="400" fill="url(#c{m})"/>' * 2
picture(levels(f'<pattern id="c{{n}}" width="1" height="1">{DOT}</pattern>',
               '<pattern id="c{n}" width="1" height="1">' + each + "</pattern>", 20)
        + '<rect width="400" height="400" fill="url(#c20)"/>')

## pattern_of_tiles_without_size
picture('<defs><pattern id="a" width="0.0001" height="0.0001" patternUnits="userSpaceOnUse">'
        '<rect width="1" height="1"/></pattern></defs>' + '<rect width="400" height="400" fill="url(#a)"/>' * 50)

## nested_marker
each = '<path d="M0 0 L1 1 L2 0" marker-mid="url(#c{m})" marker-start="url(#c{m})"/>'
picture(levels('<marker id="c{n}"><path d="M0 0 L9 9"/></marker>',
               '<marker id="c{n}">' + each + "</marker>", 20)
        + '<path d="M0 0 L50 50 L90 0" marker-mid="url(#c20)"/>')

## marker_at_each_of_many_points
picture('<defs><marker id="a" markerWidth="400" markerHeight="400" overflow="visible">'
        + '<circle r="300" fill-opacity=".1"/>' * 20 + "</marker></defs>"
        '<polyline marker-mid="url(#a)" points="' + "1,1 300,200 " * 60_000 + '"/>')

## gradients_that_inherit
picture("<defs>" + "".join(f'<linearGradient id="g{n}" href="#g{n + 1}"/>' for n in range(12_000)) + "</defs>"
        + "".join(f'<rect width="400" height="400" fill="url(#g{n})"/>' for n in range(0, 4000, 4)))

## gradient_of_many_stops
stops = '<stop offset=".5" stop-color="red"/><stop offset=".5" stop-color="blue"/>' * 10_000
picture(f'<defs><radialGradient id="g">{stops}</radialGradient></defs>' + '<circle r="400" fill="url(#g)"/>' * 20)

## filter_of_each_kind
# Each primitive with the largest values, twenty times one after the other, on a picture that fills its frame.
primitives = [
    'feGaussianBlur stdDeviation="500"', 'feMorphology operator="dilate" radius="400"',
    'feTurbulence baseFrequency="0.9" numOctaves="5000"', 'feDisplacementMap in2="SourceGraphic" scale="9999"',
    'feDropShadow stdDeviation="500" flood-color="red"', 'feTile', 'feOffset dx="9"', 'feFlood',
    'feColorMatrix type="hueRotate" values="90"', 'feComposite in2="SourceGraphic" operator="arithmetic" k1="1"',
    'feConvolveMatrix order="15" kernelMatrix="' + "1 " * 225 + '"', 'feBlend in2="SourceGraphic" mode="screen"',
]
for primitive in primitives:
    picture(f'<filter id="f" x="-5" y="-5" width="11" height="11">{f"<{primitive}/>" * 20}</filter>'
            '<rect width="400" height="400" filter="url(#f)"/>')
lights = '<feSpecularLighting specularExponent="20"><fePointLight x="9" y="9" z="9"/></feSpecularLighting>'
picture(f'<filter id="f">{lights * 100}</filter><rect width="400" height="400" filter="url(#f)"/>')

## filter_of_what_is_filtered
picture('<filter id="f"><feGaussianBlur stdDeviation="99"/></filter>' + '<g filter="url(#f)">' * 500
        + '<rect width="400" height="400"/>' + "</g>" * 500)

## filter_that_merges_itself
merge = "".join(f'<feMerge result="r{n}">' + f'<feMergeNode in="r{n - 1}"/>' * 10 + "</feMerge>" for n in range(1, 12))
picture(f'<filter id="f"><feFlood result="r0"/>{merge}</filter><rect width="400" height="400" filter="url(#f)"/>')

## filter_that_shows_what_it_filters
picture('<filter id="f"><feImage href="#a"/></filter><filter id="e"><feImage href="#b"/></filter>'
        '<rect id="a" width="400" height="400" filter="url(#e)"/><rect id="b" width="400" height="400" filter="url(#f)"/>')

## filter_function_behind_a_harmless_one
for filter in ["brightness(1) blur(400px)", "blur(400px) " * 40, "drop-shadow(0 0 400px red) " * 30]:
    picture(f'<g filter="{filter}">' * 20 + '<rect width="400" height="400"/>' + "</g>" * 20)

## filter_in_a_style
for style in ["filter: brightness(1) blur(400px)", r"f\69lter: bl\75r(400px)", "filter:/**/blur(400px)",
              "--a: blur(400px); filter: var(--a)", "backdrop-filter: blur(400px)", "-webkit-filter: blur(400px)"]:
    picture(f"<g style='{style}'>" * 50 + '<rect width="400" height="400"/>' + "</g>" * 50)
    picture(f"<style>* {{ {style} }}</style>" + '<rect width="400" height="400"/>' * 200)

## filter_in_a_style_that_is_no_text
picture("<style><![CDATA[ * { filter: blur(300px) } ]]></style>" + '<rect width="400" height="400"/>' * 100)
picture("<style>* { filter: <x/>blur(300px) }</style>" + '<rect width="400" height="400"/>' * 100)
picture("<style>* { filter: bl&#117;r(300px) }</style>" + '<rect width="400" height="400"/>' * 100)

## entities
picture("&a9;")
laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
show("image/svg+xml", f'<!DOCTYPE svg [<!ENTITY a0 "{DOT}">{laughs}]>{document("&a9;")}'.encode(), "laughs")
show("image/svg+xml", f'<!DOCTYPE svg [<!ENTITY a "{"x" * 90_000}">]>{document("&a;" * 90_000)}'.encode(), "one")

## other_encodings
for encoding in ["utf-16", "utf-16-be", "utf-32", "utf-7", "cp037"]:
    try:
        data = f'<?xml version="1.0" encoding="{encoding}"?>{document(uses(24))}'.encode(encoding)
    except LookupError:
        continue
    show("image/svg+xml", data, encoding)

## deep_groups
picture("<g>" * 100_000 + DOT + "</g>" * 100_000)

## deep_pictures
picture('<svg viewBox="0 0 9 9">' * 20_000 + DOT + "</svg>" * 20_000)

## deep_layers
for style in ['opacity=".99"', 'style="mix-blend-mode: screen"', 'style="isolation: isolate"',
              'style="transform: rotate3d(1,1,1,9deg); will-change: transform"']:
    picture(f"<g {style}>" * 3000 + '<rect width="400" height="400"/>' + "</g>" * 3000)

## many_elements
picture(DOT * 24_000)

## many_elements_that_fill_the_picture
picture('<rect width="400" height="400" fill-opacity=".01"/>' * 16_000)

## many_gradients_that_fill_the_picture
picture('<radialGradient id="g"><stop/><stop offset="1" stop-color="red"/></radialGradient>'
        + '<circle r="400" fill="url(#g)" opacity=".1"/>' * 16_000)

## many_attributes
picture("<rect " + " ".join(f'a{n}="{n}"' for n in range(60_000)) + "/>")

## many_classes_and_rules
rules = "".join(f"g rect:nth-child({n}n+1) ~ rect:not(.c{n}) {{ fill: red }}" for n in range(1, 4000))
picture(f"<style>{rules}</style><g>" + '<rect class="a b c"/>' * 10_000 + "</g>")

## rules_that_look_around
picture("<style>:has(* ~ * > *) * * *:nth-last-child(2n) { fill: red } rect:has(~ rect ~ rect) { fill: red }</style>"
        + "<g>" * 40 + '<rect width="1"/>' * 9000 + "</g>" * 40)

## variables_that_double
doubled = "".join(f"--a{n}: var(--a{n - 1}) var(--a{n - 1});" for n in range(1, 40))
picture(f"<style>rect {{ --a0: 1 1; {doubled} stroke-dasharray: var(--a39) }}</style>" + DOT * 100)

## long_path
picture('<path fill="none" stroke="red" stroke-linejoin="round" stroke-width="40" d="M0 0'
        + "".join(f"L{n * 37 % 400} {n * 91 % 400}" for n in range(90_000)) + '"/>')

## long_path_that_crosses_itself
picture('<path fill-rule="evenodd" d="M0 0'
        + "".join(f"Q{n * 37 % 400} {n * 91 % 400} {n * 53 % 400} {n * 17 % 400}" for n in range(50_000)) + 'Z"/>')

## dashes_without_end
picture('<path d="M0 0 L1e6 1e6" stroke="red" stroke-dasharray="0.0001 0.0001"/>' * 50
        + '<circle r="1e9" stroke="red" fill="none" stroke-width="9" stroke-dasharray="0.001"/>' * 50)

## lengths_beyond_everything
picture('<rect width="1e308" height="1e308" rx="1e300" stroke="red" stroke-width="1e300"/>'
        '<circle r="1e38" stroke-dasharray="1e-38"/><path d="M1e308 -1e308 A1e308 1e-308 0 0 1 9 9"/>'
        '<ellipse rx="99999999" ry="1e-9" transform="scale(1e30) rotate(1e30)"/>' * 100)

## long_text
picture('<text y="99" font-size="20">' + "word " * 180_000 + "</text>")

## text_without_a_blank
picture('<text y="99" font-size="300">' + "ำ" * 300_000 + "</text>")

## text_with_a_place_for_each_character
picture(f'<text x="{" ".join(map(str, range(60_000)))}" rotate="{"9 " * 60_000}" y="99">{"x" * 60_000}</text>')

## text_along_a_path
picture('<path id="p" d="M0 0' + "L400 400L0 0" * 20_000 + '"/><text><textPath href="#p">' + "x" * 300_000
        + "</textPath></text>")

## text_in_deep_spans
picture("<text>" + "<tspan dx='1'>x" * 30_000 + "</tspan>" * 30_000 + "</text>")

## text_that_is_huge_or_shadowed
shadows = ", ".join(["0 0 200px red"] * 500)
picture(f'<text y="99" style="font-size: 1e6px; text-shadow: {shadows}">xyz</text>'
        f'<text y="99" style="text-shadow: {shadows}">xyz</text>' * 10)

## size_that_no_screen_has
for size in ["100000", "1e9", "1e308", "99999999em", "100000%", "16384"]:
    show("image/svg+xml", f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}">{DOT}</svg>'.encode(), size)

## movements_without_end
move = '<rect width="400" height="400"><animate attributeName="x" from="0" to="9" dur="0.1s" repeatCount="indefinite"/></rect>'
picture(move * 7000)

## movements_by_style
picture("<style>@keyframes a { to { transform: rotate(9deg); fill: red } } rect { animation: a .1s infinite alternate }</style>"
        + '<rect width="400" height="400"/>' * 15_000)

## movements_that_start_one_another
picture("".join(f'<rect width="400" height="400"><set id="s{n}" attributeName="x" to="{n}" begin="s{n - 1}.begin+0.001s; s{n + 1}.end" '
                'dur="0.001s"/></rect>' for n in range(6000)))

## html_in_it
picture('<foreignObject width="400" height="400"><div xmlns="http://www.w3.org/1999/xhtml">'
        + '<p style="backdrop-filter: blur(99px); box-shadow: 0 0 400px red">x</p>' * 5000 + "</div></foreignObject>")

## backgrounds_of_the_picture
layers = ", ".join(["repeating-conic-gradient(red 0 0.01deg, blue 0 0.02deg)"] * 300)
show("image/svg+xml", f'<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="2000" style="background: {layers}">{DOT}</svg>'.encode(), "")
show("image/svg+xml", f'<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="2000" style="mask: {layers}">{DOT}</svg>'.encode(), "")

## switches_and_links
picture("<switch>" * 5000 + "<a>" * 5000 + DOT + "</a>" * 5000 + "</switch>" * 5000)

## comments_and_instructions
picture("<!--" + "-x" * 200_000 + "-->" + "<?x y?>" * 60_000)

## what_is_no_picture
for data in [b"", b"<", b"<svg", b"\x00" * 1000, b"\xff\xfe" * 1000, b"<html xmlns='http://www.w3.org/1999/xhtml'/>",
             b"<svg>" * 9, b"<svg xmlns='http://www.w3.org/2000/svg'>", b"\xef\xbb\xbf" * 9, b"]]>" * 1000]:
    show("image/svg+xml", data, "nothing")

## a_flood_of_small_ones
for n in range(400):
    picture(f"<circle r='{n}'/>")

## a_flood_until_somebody_stops_it
#: status stopped output-limit
#: stop
while True:
    picture(DOT * 40)
