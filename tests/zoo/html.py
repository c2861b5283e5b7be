# What HTML can make a browser do, without a script. See README.md.

from _garter import display as show


def page(html, title="a page"):
    show("text/html", html.encode("utf-8", "surrogatepass"), title)


## a_page_with_styles
#: drawn
page("<h1 style='color: red'>Title</h1><table><tr><td>cell</table><style>td { border: 1px solid }</style>")

## deep
page("<div>" * 70_000 + "x")
page("<b><i><u>" * 30_000 + "x")
page("<table><tr><td>" * 9_000 + "x")
page("<ul><li>" * 30_000 + "x")

## wide
page("<p>x" * 200_000)

## wide_and_empty
page("<br>" * 120_000)
page("<wbr>" * 90_000)

## long_text
page("<p>" + "word " * 190_000)

## long_text_without_a_blank
page("<p>" + "ำ" * 300_000)

## long_text_in_columns
page("<div style='columns: 1000; column-gap: 0'>" + "word " * 150_000)

## formatting_that_is_never_closed
page("<p><b><i><u><a>" * 19_000)
page("<font color=red>" * 40_000 + "<p>x" * 2000)

## cells_that_span
page("<table>" + "<tr><td colspan=1000 rowspan=65534>x<td>" * 9_000)
page("<table style='table-layout: fixed'>" + "<tr>" + "<td colspan=1000>x" * 9000)

## columns_of_a_table
page("<table><colgroup span=1000>" * 5000)

## rules_of_style
rules = "".join(f".a{n} * ~ * > :not(.b{n}):nth-child({n}n) {{ color: red }}" for n in range(1, 5000))
page(f"<style>{rules}</style>" + "<div class=a1><p><b>x</b></p></div>" * 6000)

## rules_that_look_around
page("<style>div:has(~ div p:nth-last-child(2n)) p { color: red } :has(:has(b)) {} * * * * * * * * * * b { color: red }</style>"
     + "<div><div><div><p><b>x</b></p></div></div></div>" * 4000)

## variables_that_double
doubled = "".join(f"--a{n}: var(--a{n - 1}) var(--a{n - 1});" for n in range(1, 40))
page(f"<style>p {{ --a0: x; {doubled} font-family: var(--a39) }}</style>" + "<p>x" * 100)

## filters_and_shadows
for style in ["filter: blur(99px)", "backdrop-filter: blur(99px)", "box-shadow: " + ", ".join(["0 0 400px red"] * 200),
              "text-shadow: " + ", ".join(["0 0 400px red"] * 200), "mix-blend-mode: difference; opacity: .5",
              "transform: rotate3d(1,1,1,9deg); will-change: transform; perspective: 9px"]:
    page(f"<style>p {{ {style} }}</style>" + "<p>x" * 1500)

## filters_in_filters
page("<div style='filter: blur(20px)'>" * 400 + "x")

## backgrounds
layers = ", ".join(["repeating-conic-gradient(red 0 0.01deg, blue 0 0.02deg)"] * 200)
page(f"<div style='background: {layers}; height: 500px'>x</div>" * 20)

## grids_and_boxes
page("<div style='display: grid; grid-template-columns: repeat(9999, 1fr)'>" + "<b>x</b>" * 19_000)
page("<div style='display: flex; flex-wrap: wrap'>" * 500 + "<b>x</b>" * 10_000)
page("<div style='display: grid; grid: subgrid / subgrid'>" * 300 + "<b>x</b>" * 300)

## floats_and_places
page("<p style='float: left; width: 1.7%; shape-outside: circle(50%)'>x" * 6_000)
page("<p style='position: absolute; inset: 0; opacity: .5'>x" * 6_000)
page("<p style='position: sticky; top: 0'>x" * 6_000)

## counters
page("<style>p { counter-increment: a } p::before { content: counters(a, '.') counter(a) }</style>" + "<p>x" * 19_000)
page("<ol reversed start=999999999>" + "<li value=99999999>x" * 19_000)

## movements_without_end
page("<style>@keyframes a { to { transform: rotate(360deg); width: 500px; filter: hue-rotate(90deg) } }"
     "p { animation: a .2s infinite alternate }</style>" + "<p>x" * 15_000)

## sizes_that_no_screen_has
page("<p style='width: 1e9px; height: 1e9px; font-size: 1e6px; border: 99999px solid'>x")
page("<p style='width: 33554431px; height: 33554431px; background: repeating-linear-gradient(red 0 1px, blue 0 2px)'>x")
page("<hr size=999999999 width=999999999>")

## a_height_that_grows_with_itself
page("<style>html { height: calc(100vh + 99px) } body { min-height: 200vh; container-type: size }</style>x")

## attributes_of_a_megabyte
page(f"<p title='{'x' * 300_000}' class='{'a ' * 150_000}' id='{'y' * 200_000}'>x", "t" * 100_000)

## details_meters_and_rubies
page("<details open>" * 300 + "<meter value=.5></meter><progress></progress><ruby>a<rt>b</ruby>" * 5000)

## bidirectional
page("<p>" + "\u202e\u2067a\u05d0" * 60_000)
page("<bdo dir=rtl>" * 300 + "<bdi>" * 5000 + "a\u05d0" * 60_000)

## a_flood_of_frames
for n in range(250):
    page(f"<p>{n}")

## a_flood_of_full_frames
for n in range(20):
    page("<p>x" * 10_000)

## a_flood_until_somebody_stops_it
#: status stopped output-limit
#: stop
while True:
    page("<p>x" * 100)
