//! What programs show that is more than text: in the playground, and what strangers make of it.

use std::collections::HashMap;

use libtest_mimic::{Failed, Trial};
use serde_json::Value;

use crate::counter::Counter;
use crate::page::{Browser, Checked, Page, expect, expect_part};
use crate::pauses::{ANY_TASK_MS, moving, watching};
use crate::variant::Variant;

/// What stands in the output, in its order: texts, and of all else the name.
const CONTENT: &str = "
    const content = (node) => node.matches('.page')
      ? node.textContent.split('\\n').filter(Boolean)
      : [node.firstElementChild ? node.firstElementChild.localName : node.localName];
    return [...document.querySelectorAll('#output > * > .shown, #output .page')].flatMap(content);";

/// Everything that asks for another address, or leaves for it.
const HOSTILE_HTML: &str = r#"
<script>location = '{server}'</script><img src='{server}' onerror='location = this.src'><img src=x onerror=alert(1)>
<meta http-equiv=refresh content='0; url={server}'><base href='{server}'><link rel=stylesheet href='{server}'>
<link rel=preconnect href='{server}'><link rel=prefetch href='{server}'><iframe src='{server}'></iframe>
<object data='{server}'></object><embed src='{server}'><video src='{server}' autoplay></video>
<svg><script>location = '{server}'</script><image href='{server}'/><style><img src='{server}'></style></svg>
<math><annotation-xml encoding='text/html'><img src='{server}'></annotation-xml></math>
<style>@import '{server}'; p { background: url({server}) } @font-face { font-family: a; src: url({server}) } p { font-family: a }</style>
<form action='{server}'><input name=a autofocus onfocus='location = "{server}"'><button id=send>Send</button></form>
<p style='background-image: url({server})' onclick='location = "{server}"'>hostile</p>
<a id=link href='{server}' ping='{server}' target=_top style='display: block; font-size: 3rem'>Click me</a>"#;

const HOSTILE_SVG: &str = r#"<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="100" height="100"
onload="fetch('{server}')"><title>hostile</title><?xml-stylesheet href="{server}"?><script>fetch('{server}')</script>
<script href="{server}"/><image href="{server}" width="9" height="9"/><image xlink:href="{server}" width="9" height="9"/>
<style>@import url({server}); rect { fill: url({server}#a) }</style><use href="{server}#a"/>
<a href="{server}"><rect width="100" height="100"/></a></svg>"#;

const STRICT_PAGE: &str = "<!doctype html><title>Strict</title><body><script type=\"module\" src=\"strict.js\"></script></body>";

/// Runs a program, shows what it shows, and returns what it has to complain about.
const STRICT_SCRIPT: &str = "
    import { Garter, displayElement, textsFor } from './garter.js';
    const onDisplay = (content) => document.body.append(displayElement(content, textsFor('en')));
    window.show = async (source) => {
      const garter = await Garter.load();
      return (await garter.run(source, { onDisplay })).stderr;
    };";

#[expect(clippy::too_many_lines, reason = "a list of tests")]
pub fn trials(browser: &Browser) -> Vec<Trial> {
    let counter = browser.block_on(Counter::start());
    vec![
        browser.trial("display::pictures_stand_between_the_lines_around_them", |page| async move {
            run(
                &page,
                "print('one')
print('two', end='')
display('<svg width=\"40\" height=\"30\"><title>A dot</title><circle r=\"5\"/></svg>')
print('\\x1b[A\\x1b[2Kthree\\r', end='')
display([['a', 'b'], [1, 2]])
display({1})",
            )
            .await?;
            expect(
                page.script::<Vec<String>>(CONTENT).await?,
                ["one", "two", "img", "three", "table", "{1}"],
            )?;
            page.until("document.querySelector('#output img').naturalWidth === 40").await?;
            let alt: String = page.script("return document.querySelector('#output img').alt").await?;
            expect(alt.as_str(), "A dot")?;
            // Screen readers hear of it in the next second.
            page.until("document.querySelector('.announcer').textContent.includes('A dot')").await
        }),
        browser.trial("display::a_plot_is_a_picture_in_the_output", |page| async move {
            run(
                &page,
                "import matplotlib.pyplot as plt
print('before')
plt.plot([1, 2, 3], [1, 4, 9], 'ro--', label='squares')
plt.title('Squares')
plt.legend()
plt.show()
print('after')",
            )
            .await?;
            expect(page.script::<Vec<String>>(CONTENT).await?, ["before", "img", "after"])?;
            page.until("document.querySelector('#output img').naturalWidth === 640").await?;
            let alt: String = page.script("return document.querySelector('#output img').alt").await?;
            expect(alt.as_str(), "Plot: Squares")
        }),
        browser.trial("display::pictures_stay_until_the_next_run", |page| async move {
            run(&page, "display('<svg width=\"9\" height=\"9\"></svg>')\nprint('a\\x1b[2J\\x1b[Hb\\x1bcc')").await?;
            expect(page.script::<Vec<String>>(CONTENT).await?, ["img", "c"])?;
            run(&page, "print('next')").await?;
            expect(page.script::<Vec<String>>(CONTENT).await?, ["next"])
        }),
        browser.trial("display::cells_of_a_table_are_text", |page| async move {
            run(&page, "display([{'name': '<b>Ann</b>', 'age': 8}, {'name': 'Bo', 'size': 1.5}])").await?;
            let cells: Vec<Vec<String>> = page
                .script(
                    "return [...document.querySelectorAll('#output tr')].map((row) =>
                       [...row.cells].map((cell) => (cell.className + ' ' + cell.textContent).trim()))",
                )
                .await?;
            expect(
                cells,
                [
                    vec!["name", "age", "size"],
                    vec!["<b>Ann</b>", "number 8", "number"],
                    vec!["Bo", "number", "number 1.5"],
                ],
            )
        }),
        browser.trial("display::what_there_is_no_room_for_any_more_is_taken_away_and_counted", |page| async move {
            run(
                &page,
                "for table in range(30):\n    display([dict(zip('abcdefghij', range(10))) for _ in range(100)])\nprint('end')",
            )
            .await?;
            let seen: (usize, String, String) = page
                .script(
                    "const output = document.getElementById('output');
                     return [output.querySelectorAll('table').length,
                             output.querySelector('.hint').textContent,
                             output.lastElementChild.textContent.trim()]",
                )
                .await?;
            expect(seen.0, 17)?;
            expect_part(&seen.1, "The 13 oldest pictures and tables were taken away")?;
            expect(seen.2.as_str(), "end")
        }),
        browser.trial("display::what_cannot_be_shown_is_named", |page| async move {
            run(
                &page,
                "from _garter import display as show
show('chemical/x-pdb', b'HEADER')
show('application/vnd.garter.table+json', b'{}')
show('image/png', b'\\x89PNG')
chunk = lambda kind, data: len(data).to_bytes(4) + kind + data + bytes(4)
png = lambda side: (b'\\x89PNG\\r\\n\\x1a\\n' + chunk(b'IHDR', side.to_bytes(4) * 2 + bytes([8, 0, 0, 0, 0]))
                    + chunk(b'IDAT', b'') + chunk(b'IEND', b''))
show('image/png', png(65535))
show('image/png', b'BM' + bytes(60))
svg = '<svg xmlns=\"http://www.w3.org/2000/svg\"><rect id=\"a0\"/>'
for level in range(1, 8):
    svg += f'<g id=\"a{level}\">' + f'<use href=\"#a{level - 1}\"/>' * 10 + '</g>'
show('image/svg+xml', (svg + '</svg>').encode())
show('image/png', png(9), alt='a cat')",
            )
            .await?;
            page.until("document.querySelectorAll('#output p').length === 7").await?;
            let lines: Vec<String> = page
                .script("return [...document.querySelectorAll('#output p')].map((line) => line.textContent)")
                .await?;
            for (line, part) in lines.iter().zip([
                "type chemical/x-pdb, which",
                "application/vnd.garter.table+json, but it is damaged",
                "image/png, but it is damaged",
                "65535 by 65535 pixels",
                "it is image/png, and it is image/bmp",
                "it repeats parts of itself 24,691,349 times, and 20,000 are allowed",
                "a cat",
            ]) {
                expect_part(line, part)?;
            }
            Ok(())
        }),
        browser.trial("display::html_is_shown_in_a_frame_of_its_own", |page| async move {
            run(
                &page,
                "from garter import HTML
display(HTML('<h1 style=\"font-size: 40px; height: 200px\">Big</h1><p hidden>small<style>p { color: red }</style>'))",
            )
            .await?;
            page.until("document.querySelector('#output iframe').offsetHeight > 200").await?;
            page.enter_frame("#output iframe").await?;
            let (size, colour): (String, String) = page
                .script(
                    "const look = (css) => getComputedStyle(document.querySelector(css));
                     return [look('h1').fontSize, look('p').color]",
                )
                .await?;
            page.leave_frames(1).await?;
            expect((size.as_str(), colour.as_str()), ("40px", "rgb(255, 0, 0)"))
        }),
        browser.trial("display::hostile_pictures_and_html_reach_nothing", {
            let counter = counter.clone();
            |page| async move {
                let program = format!(
                    "from _garter import display as show
from garter import HTML
show('image/svg+xml', r'''{HOSTILE_SVG}'''.encode())
display(HTML(r'''{HOSTILE_HTML}'''))"
                );
                run(&page, &counter.name_in(&program)).await?;
                page.until("document.querySelector('#output img').naturalWidth === 100").await?;
                // Its height is known when all is built.
                page.until("document.querySelector('#output iframe').offsetHeight > 60").await?;
                let own: String = page.script("return location.href").await?;
                page.enter_frame("#output iframe").await?;
                page.click("#link").await?;
                page.click("p").await?;
                let html: String = page.script("return document.getElementById('shown').innerHTML").await?;
                let origin: String = page.script("return self.origin").await?;
                page.leave_frames(1).await?;
                expect(origin.as_str(), "null")?;
                for part in ["script", "href", "src=", "onclick", "<form", "<link", "<meta", "<svg", "<input"] {
                    if html.contains(part) {
                        return Err(format!("{part} is in {html}").into());
                    }
                }
                expect(page.script::<String>("return location.href").await?, own)?;
                // What was on its way has arrived before the answer to this.
                page.script_with::<()>("await fetch('index.html', { cache: 'reload' })", &Value::Null).await?;
                counter.expect_silence()
            }
        }),
        browser.trial("display::what_would_hang_a_page_is_not_drawn_and_html_is_cut", |page| async move {
            moving(page.engine, ANY_TASK_MS, || heavy_pictures(&page)).await?;
            let lines: Vec<String> = page
                .script("return [...document.querySelectorAll('#output p, #output figcaption')].map((line) => line.textContent)")
                .await?;
            expect(lines.len(), 6)?;
            for (line, part) in lines.iter().zip([
                "does not show: image",
                "does not show: filter",
                "it repeats parts of itself",
                "pixels one over the other",
                "its lines are",
                "what moves in it has",
            ]) {
                expect_part(line, part)?;
            }
            page.enter_frame("#output iframe").await?;
            let (nodes, rest): (usize, String) = page
                .script(
                    "const shown = document.getElementById('shown');
                     return [shown.querySelectorAll('*').length, shown.lastElementChild.textContent]",
                )
                .await?;
            page.leave_frames(1).await?;
            expect_part(&rest, "The rest is not shown")?;
            expect(nodes <= 20_001, true)
        }),
        browser.trial("display::a_flood_of_frames_leaves_the_page_responsive", |page| async move {
            moving(page.engine, ANY_TASK_MS, || flood_of_frames(&page)).await?;
            Ok(())
        }),
        browser.bare_trial("display::html_is_shown_in_a_page_with_a_strict_policy", |page| async move {
            open_strict(&page).await?;
            page.until("window.show").await?;
            let stderr: String = page
                .script_with(
                    "return await window.show(argument)",
                    &"from garter import HTML
display(HTML('<p style=\"height: 200px\">styled'))
display('<svg width=\"40\" height=\"30\"></svg>')"
                        .into(),
                )
                .await?;
            expect(stderr.as_str(), "")?;
            page.until("document.querySelector('iframe.shown')?.offsetHeight >= 200").await?;
            page.until("document.querySelector('img')?.naturalWidth === 40").await
        }),
    ]
}

/// Shows HTML until the budget is used up; tells how the page has drawn meanwhile.
async fn flood_of_frames(page: &Page) -> Result<Value, Failed> {
    page.type_program(
        "from _garter import display as show\nwhile True:\n    show('text/html', b'<p>x')",
    )
    .await?;
    page.script::<()>(&watching("window.watch = () => ({ pauses: pauses() });"))
        .await?;
    page.click("#run").await?;
    page.status_after_run().await?;
    page.until("document.querySelectorAll('#output iframe').length > 10")
        .await?;
    page.script("return watch()").await
}

/// Pictures that took a browser seconds or for ever, and HTML whose elements would be opened again and
/// again.
const HEAVY: &str = r##"
from _garter import display as show
import base64
def svg(content):
    return ('<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600">' + content + '</svg>').encode()
uses = '<rect id="a0"/>' + ''.join(f'<g id="a{n}">' + f'<use href="#a{n - 1}"/>' * 10 + '</g>' for n in range(1, 8))
inside = base64.b64encode(svg(uses)).decode()
show('image/svg+xml', svg(f'<image width="9" height="9" href="data:image/svg+xml;base64,{inside}"/>'))
show('image/svg+xml', svg('<rect width="9" height="9" style="filter: brightness(1) blur(400px)"/>'))
show('image/svg+xml', svg(uses).replace(b'<', '<é:'.encode()).replace('<é:/'.encode(), '</é:'.encode())
     .replace(b'xmlns', 'xmlns:é'.encode()))
clips = ''.join(f'<clipPath id="c{n}">' + f'<rect width="800" height="600" clip-path="url(#c{n - 1})"/>' * 9 + '</clipPath>'
                for n in range(1, 9))
show('image/svg+xml', svg(f'<clipPath id="c0"/>{clips}<rect width="800" height="600" clip-path="url(#c8)"/>'))
show('image/svg+xml', svg('<path stroke="red" stroke-dasharray="1e-6" d="M0 0L800 600"/>'))
frame = b',' + bytes(4) + b'\1\0\1\0\0\2\2L\1\0'
show('image/gif', b'GIF89a\xff\x0f\xff\x0f\0\0\0' + frame * 1000 + b';')
show('text/html', (''.join(f'<b id="{n}">' for n in range(500)) + '<p>a' * 30000).encode())
"##;

/// Shows them; tells how the page has drawn meanwhile.
async fn heavy_pictures(page: &Page) -> Result<Value, Failed> {
    page.type_program(HEAVY).await?;
    page.script::<()>(&watching("window.watch = () => ({ pauses: pauses() });"))
        .await?;
    page.click("#run").await?;
    expect(page.status_after_run().await?, "ok")?;
    page.until("document.querySelectorAll('#output :is(p, figcaption)').length === 6")
        .await?;
    page.until("document.querySelector('#output iframe').offsetHeight > 300")
        .await?;
    page.script("return watch()").await
}

/// Runs a program in the playground to its end, which is a good one.
async fn run(page: &Page, source: &str) -> Checked {
    page.type_program(source).await?;
    page.click("#run").await?;
    expect(page.status_after_run().await?, "ok")
}

/// A page whose policy allows what the book says that Garter and pictures need, and nothing else.
async fn open_strict(page: &Page) -> Checked {
    const POLICY: &str = "default-src 'none'; script-src 'self'; connect-src 'self'; frame-src 'self'; \
        img-src blob:; require-trusted-types-for 'script'; trusted-types 'none'";
    let server = Variant {
        pages: HashMap::from([
            ("strict.html", STRICT_PAGE.to_owned()),
            ("strict.js", STRICT_SCRIPT.to_owned()),
        ]),
        headers: format!("Content-Security-Policy: {POLICY}\r\n"),
        ..Variant::default()
    };
    let url = server.serve().await;
    page.open_elsewhere(&format!("{url}strict.html")).await
}
