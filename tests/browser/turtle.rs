//! What turtles draw in the page, and what they hear from there.

use std::path::{Path, PathBuf};
use std::{env, fs};

use libtest_mimic::{Failed, Trial};
use serde_json::{Value, json};

use crate::page::{Browser, Checked, Page, expect, expect_part};
use crate::pauses::{ANY_TASK_MS, moving, watching};

/// Shows what a program draws, over everything else.
const STAGE: &str = "
    const { CANVAS_MIME, pictureFor } = await import(new URL('garter.js', location.href).href);
    const texts = { picture: { label: ({ title }) => title, close: 'Close', save: 'Save' } };
    document.querySelector('#stage')?.remove();
    const stage = document.createElement('div');
    stage.id = 'stage';
    stage.style = 'position: fixed; inset: 0; z-index: 9; background: white; --picture-height: 600px';
    document.body.append(stage);
    window.ended = null;
    window.printed = '';
    window.turtles = window.garter.run(argument.source, {
      ...argument.options,
      onOutput({ text }) { window.printed += text; },
      onDisplay(content, run) {
        if (content.mime === CANVAS_MIME) stage.replaceChildren(pictureFor(run, content, texts));
      },
    });
    // A picture may take a few frames to be painted whole.
    window.turtles.then((result) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => (window.ended = result)))));
    window.pixel = (x, y) => {
      const canvas = stage.querySelector('canvas');
      const scale = canvas.width / parseFloat(canvas.style.aspectRatio);
      const at = [canvas.width / 2 + x * scale, canvas.height / 2 - y * scale];
      const [red, green, blue] = canvas.getContext('2d').getImageData(...at, 1, 1).data;
      return [red, green, blue].map((level) => level.toString(16).padStart(2, '0')).join('');
    };";

/// The average colours of a picture's parts, eight in a row, six rows.
const GRID: &str = "
    const canvas = document.querySelector('#stage canvas');
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    const [width, height] = [canvas.width / 8, canvas.height / 6];
    const average = (column, row) => {
      const sum = [0, 0, 0];
      const [left, top, right, bottom] = [column * width, row * height, (column + 1) * width, (row + 1) * height].map(Math.round);
      for (let y = top; y < bottom; y += 1) {
        for (let x = left; x < right; x += 1) {
          for (let part = 0; part < 3; part += 1) sum[part] += data[(y * canvas.width + x) * 4 + part];
        }
      }
      return sum.map((part) => Math.round(part / (right - left) / (bottom - top)));
    };
    return Array.from({ length: 6 }, (_, row) => Array.from({ length: 8 }, (_, column) => average(column, row)));";

/// How much a part's colour may differ from one browser to another.
const TOLERANCE: i32 = 8;

/// Demos of the standard library, each with what makes it as fast as it gets.
const DEMOS: [&str; 4] = ["bytedesign", "peace", "tree", "yinyang"];

const UP: &str = "\u{e013}";

#[expect(clippy::too_many_lines, reason = "a list of tests")]
pub fn trials(browser: &Browser) -> Vec<Trial> {
    let demos = DEMOS.map(|name| {
        browser.trial(&format!("turtle::demo::{name}"), move |page| async move {
            page.compare_demo(name).await
        })
    });
    let trials = vec![
        browser.trial("turtle::a_coloured_square_is_drawn", |page| async move {
            page.draw(
                "from turtle import *
bgcolor('navy')
speed(0)
ht()
width(10)
color('red', '#0f0')
begin_fill()
for _ in range(4):
    fd(100)
    lt(90)
end_fill()",
            )
            .await?;
            page.until("window.ended").await?;
            page.expect_pixels(&json!([
                [50, 50, "00ff00"],
                [50, 0, "ff0000"],
                [100, 100, "ff0000"],
                [50, 110, "000080"],
                [-50, 50, "000080"],
            ]))
            .await
        }),
        browser.trial("turtle::an_animation_is_seen_while_it_runs", |page| async move {
            page.draw("from turtle import *\nonkey(bye, 'q')\nht()\nwidth(9)\nfd(150)\nprint('drawn')\nmainloop()").await?;
            page.until("window.printed.includes('drawn')").await?;
                page.expect_pixels(&json!([[100, 0, "000000"]])).await?;
            expect(page.script::<bool>("return window.ended === null").await?, true)?;
            page.press("#stage canvas", "q").await?;
            page.expect_end("ok").await
        }),
        browser.trial("turtle::without_a_tracer_all_is_there_at_once", |page| async move {
            page.draw("from turtle import *\ntracer(0)\nht()\nwidth(9)\npencolor('teal')\nfor _ in range(9000):\n    circle(80, 4)\nupdate()")
                .await?;
            page.until("window.ended").await?;
            page.expect_pixels(&json!([[0, 0, "008080"], [0, 160, "008080"], [0, 80, "ffffff"]])).await
        }),
        browser.trial("turtle::what_is_undone_is_gone", |page| async move {
            page.draw("from turtle import *\nspeed(0)\nht()\nwidth(9)\nfd(50)\nlt(90)\nfd(50)\nfor _ in range(2): undo()").await?;
            page.until("window.ended").await?;
            page.expect_pixels(&json!([[25, 0, "000000"], [50, 30, "ffffff"]])).await
        }),
        browser.trial("turtle::keys_move_the_turtle", |page| async move {
            page.draw(
                "from turtle import *
tracer(0)
onkeypress(lambda: fd(20), 'Up')
onkey(lambda: print(pos()) or bye(), 'space')
listen()
mainloop()",
            )
            .await?;
            page.until("document.activeElement?.localName === 'canvas'").await?;
            page.press("#stage canvas", &UP.repeat(3)).await?;
            page.press("#stage canvas", " ").await?;
            page.expect_end("ok").await?;
            expect(page.script::<String>("return window.printed").await?, "(60.00,0.00)\n")
        }),
        browser.trial("turtle::other_keys_stay_the_browsers", |page| async move {
            page.draw("from turtle import *\nonkey(bye, 'q')\nlisten()\nmainloop()").await?;
            page.until("document.activeElement?.localName === 'canvas'").await?;
            let taken: Vec<bool> = page
                .script(
                    "const canvas = document.querySelector('#stage canvas');
                     const isTaken = (options) => !canvas.dispatchEvent(new KeyboardEvent('keydown', { cancelable: true, ...options }));
                     return [{ key: 'q' }, { key: 'q', ctrlKey: true }, { key: 'Tab' }, { key: 'ArrowDown' }].map(isTaken);",
                )
                .await?;
            expect(taken, [true, false, false, false])?;
            page.stop().await
        }),
        browser.trial("turtle::clicks_come_from_the_right_place", |page| async move {
            page.draw("from turtle import *\nsetup(400, 300)\nonscreenclick(lambda x, y: print(x, y) or bye())\nmainloop()").await?;
            page.until("document.querySelector('#stage canvas')?.style.cursor === 'pointer'").await?;
            page.click("#stage canvas").await?;
            page.expect_end("ok").await?;
            expect(page.script::<String>("return window.printed").await?, "0.0 -0.0\n")
        }),
        browser.trial("turtle::a_turtle_is_dragged_across_a_picture_that_is_scaled", |page| async move {
            page.draw(
                "from turtle import *
shape('circle')
t = getturtle()
speed(0)
ondrag(goto)
onrelease(lambda x, y: print(t.pos()) or bye())
mainloop()",
            )
            .await?;
            page.until("document.querySelector('#stage canvas')?.style.cursor === 'pointer'").await?;
            page.script::<()>(
                "const canvas = document.querySelector('#stage canvas');
                 canvas.style.width = '400px';
                 const { left, top } = canvas.getBoundingClientRect();
                 const at = (type, x, y) => canvas.dispatchEvent(
                   new PointerEvent(type, { clientX: left + 200 + x / 2, clientY: top + 150 - y / 2, button: 0, pointerId: 1 }));
                 at('pointerdown', 2, 2);
                 at('pointermove', 50, 30);
                 at('pointermove', 100, 60);
                 at('pointerup', 100, 60);",
            )
            .await?;
            page.expect_end("ok").await?;
            expect(page.script::<String>("return window.printed").await?, "(100.00,60.00)\n")
        }),
        browser.trial("turtle::a_program_ends_with_the_click_that_it_waits_for", |page| async move {
            page.draw("from turtle import *\nfd(50)\nexitonclick()").await?;
            page.until("document.querySelector('#stage canvas')?.style.cursor === 'pointer'").await?;
            page.click("#stage canvas").await?;
            page.expect_end("ok").await?;
            // The picture stays, and nobody listens to it any more.
            page.expect_pixels(&json!([[20, 0, "000000"]])).await?;
            expect(page.script::<i32>("return document.querySelector('#stage canvas').tabIndex").await?, -1)
        }),
        browser.trial("turtle::a_picture_that_is_closed_ends_the_main_loop", |page| async move {
            page.draw("from turtle import *\nonkey(lambda: fd(9), 'Up')\nlisten()\nmainloop()\nprint('after')").await?;
            page.until("document.querySelector('#stage canvas')").await?;
            page.click("#stage button").await?;
            page.expect_end("ok").await?;
            expect(page.script::<String>("return window.printed").await?, "after\n")
        }),
        browser.trial("turtle::stop_ends_the_main_loop", |page| async move {
            page.draw("from turtle import *\nonkey(bye, 'q')\nlisten()\nprint('listens')\nmainloop()").await?;
            page.until("window.printed.includes('listens')").await?;
            page.stop().await
        }),
        browser.trial("turtle::a_main_loop_outlives_the_time_budget", |page| async move {
            page.draw_with(
                "from turtle import *\nontimer(lambda: print('timer'), 3500)\nontimer(bye, 3600)\nmainloop()",
                json!({ "budget": { "seconds": 3 } }),
            )
            .await?;
            page.expect_end("ok").await
        }),
        browser.trial("turtle::an_animation_outlives_the_budgets_of_time_and_output", |page| async move {
            page.draw_with(
                "from turtle import *\nspeed(1)\nfor _ in range(4):\n    fd(100)\n    lt(90)",
                json!({ "budget": { "seconds": 3, "outputKB": 4 } }),
            )
            .await?;
            page.expect_end("ok").await
        }),
        browser.trial("turtle::a_handler_that_does_not_end_is_ended", |page| async move {
            page.draw_with(
                "from turtle import *\ndef forever():\n    while True: pass\nontimer(forever, 10)\nmainloop()",
                json!({ "budget": { "seconds": 0.5 } }),
            )
            .await?;
            page.expect_end("timeout").await
        }),
        browser.trial("turtle::a_flood_of_drawing_leaves_the_page_responsive", |page| async move {
            let script = watching(&[STAGE, "return { status: (await window.turtles).status, pauses: pauses() };"].concat());
            let flood = json!({
                        "source": "from turtle import *
tracer(0)
begin_fill()
while True:
    for n in range(100):
        goto(n * 77 % 700 - 350, n * 91 % 500 - 250)
        dot(400, 'red')
        stamp()
    update()",
                        "options": { "budget": { "seconds": 3 } },
                    });
            let result = moving(page.engine, ANY_TASK_MS, || page.script_with(&script, &flood)).await?;
            expect(&result["status"], &json!("timeout"))
        }),
        browser.trial("turtle::commands_that_make_no_sense_are_nothing", |page| async move {
            let (canvases, markup): (usize, String) = page
                .script_with(
                    "const { pictureFor } = await import(new URL('garter.js', location.href).href);
                     const texts = { picture: { label: ({ title }) => title, close: 'Close', save: 'Save' } };
                     const run = { event() {}, then() {} };
                     const draw = (data) => pictureFor(run, { mime: '', alt: '', data }, texts);
                     const bytes = (value) => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
                     const canvas = (number, ...rest) => ['canvas', number, 100, 100, -50, -50, '#ffffff', '<b>title</b>', ...rest];
                     for (const noise of ['', 'x', '{}', 'null', '5', '[[[[', '[null, 5, [], [null], {}]', '['.repeat(60000),
                       '{\"__proto__\": {\"polluted\": true}}']) draw(bytes(noise));
                     draw(new Uint8Array(1e6).fill(91));
                     draw(Uint8Array.of(0xff, 0xfe));
                     for (const number of ['__proto__', null, -1.5, {}, 1e400]) draw(bytes([canvas(number)]));
                     for (let number = 0; number < 100; number += 1) draw(bytes([canvas(number)]));
                     const sizes = [[0, 0], [1e9, 1e9], [-5, 5], ['5', '5'], [1.5, 2], [null, {}]];
                     draw(bytes(sizes.map(([width, height]) => ['canvas', 1, width, height, 0, 0, '#ffffff', ''])));
                     draw(bytes([['canvas', 1, 100, 100, 0, 0, 'url(x)', ''], ['canvas', 1, 100, 100, {}, [], '#ffffff', {}]]));
                     const items = [
                       ['line', 1, 1, [0, 1, 2], {}], ['line', 1, 1, ['0', 1], {}], ['line', 1, 1, null, null], ['line', 1, 1, [1e300, 0], {}],
                       ['line', 1, '__proto__', [0, 0], {}], ['constructor', 1, 1, [0, 0], {}], ['place', 1, 5, 5], ['more', 1, 99, [0, 0]],
                       ['polygon', 1, 2, [0, 0, 9, 9], { fill: 'url(x)', outline: {}, width: -5 }], ['raise', 1, {}], ['lower', 1, 77], ['delete', 1],
                       ['text', 1, 3, [], { text: {}, family: 'x; } * {', size: 1e300, styles: 'bold', fill: '#000000' }],
                       ['text', 1, 4, [0, 0], { text: 'x'.repeat(9000), family: '\"', size: NaN, styles: [{}], fill: '#000000', anchor: '__proto__' }],
                       ['image', 1, 5, [0, 0], { image: 'x' }], ['hear', 1, { keys: 5, buttons: [{}], motion: 'yes' }], ['hear', 1, null],
                       ['focus', 9999], ['close', {}], ['show'], ['show', 1, 2, 3],
                     ];
                     draw(bytes(items));
                     const picture = draw(bytes([['hear', 1, { keys: Array(5000).fill('x'), buttons: Array(5000).fill(1) }]]));
                     await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
                     if ({}.polluted !== undefined) throw new Error('polluted');
                     return [picture.querySelectorAll('canvas').length, picture.querySelector('canvas').outerHTML];",
                    &Value::Null,
                )
                .await?;
            expect(canvases, 8)?;
            expect_part(&markup, "aria-label=\"&lt;b&gt;title&lt;/b&gt;\"")
        }),
        browser.trial("turtle::the_playground_shows_the_picture_until_the_next_run", |page| async move {
            page.type_program("from turtle import *\nspeed(0)\nfd(50)\nprint('drawn')\n").await?;
            page.click("#run").await?;
            expect(page.status_after_run().await?, "ok")?;
            expect(page.text("#output").await?, "drawn\n")?;
            let label: String = page.script("return document.querySelector('canvas').getAttribute('aria-label')").await?;
            expect(label.as_str(), "Python Turtle Graphics: drawn by the program")?;
            page.type_program("print('text')").await?;
            page.click("#run").await?;
            expect(page.status_after_run().await?, "ok")?;
            expect(page.script::<u32>("return document.querySelectorAll('canvas').length").await?, 0)
        }),
        browser.trial("turtle::a_console_goes_on_with_a_picture_of_its_own", |page| async move {
            let pictures: Vec<u32> = page
                .script_with(
                    "const { pictureFor } = await import(new URL('garter.js', location.href).href);
                     const texts = { picture: { label: ({ title }) => title, close: 'Close', save: 'Save' } };
                     const dark = async (start) => {
                       let picture;
                       const run = start({ onDisplay: (content, run) => (picture = pictureFor(run, content, texts)) });
                       await run;
                       for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
                       const canvas = picture.querySelector('canvas');
                       const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
                       return [run, data.filter((level, at) => at % 4 === 0 && level < 128).length];
                     };
                     const source = 'from turtle import *\\nht()\\nspeed(0)\\nwidth(10)\\nfd(100)';
                     const [run, first] = await dark((listeners) => garter.run(source, { keep: true, ...listeners }));
                     const [, second] = await dark((listeners) => garter.console({ after: run, stdin: 'lt(90)\\nfd(100)\\n', ...listeners }));
                     return [first, second].map((count) => Math.round(count / 600));",
                    &Value::Null,
                )
                .await?;
            expect(pictures, [2, 4])
        }),
    ];
    demos.into_iter().chain(trials).collect()
}

impl Page {
    /// Starts a program and shows what it draws; what it prints is `printed`, and at its end its
    /// result is `ended`.
    async fn draw(&self, source: &str) -> Checked {
        self.draw_with(source, json!({})).await
    }

    async fn draw_with(&self, source: &str, options: Value) -> Checked {
        let argument = json!({ "source": source, "options": options });
        // Only where somebody has clicked may a program take the focus.
        self.script::<()>("document.querySelector('#stage')?.remove()")
            .await?;
        self.click("#output").await?;
        self.script_with(STAGE, &argument).await
    }

    async fn expect_end(&self, status: &str) -> Checked {
        self.until("window.ended").await?;
        let (found, stderr): (String, String) = self
            .script("return [window.ended.status, window.ended.stderr]")
            .await?;
        if found == status {
            Ok(())
        } else {
            Err(format!("expected {status}, found {found}\n{stderr}").into())
        }
    }

    async fn stop(&self) -> Checked {
        self.script::<()>("window.turtles.stop()").await?;
        self.expect_end("stopped").await
    }

    /// Places as turtles count them, each with its colour.
    async fn expect_pixels(&self, expected: &Value) -> Checked {
        let found: Value = self
            .script_with(
                "return argument.map(([x, y]) => [x, y, window.pixel(x, y)])",
                expected,
            )
            .await?;
        expect(&found, expected)
    }

    /// Runs a demo of the standard library and compares what it draws with what was recorded.
    async fn compare_demo(&self, name: &str) -> Checked {
        let Ok(library) = env::var("GARTER_LIBRARY") else {
            println!("SKIPPED: the demos are part of the library; run ./garter test");
            return Ok(());
        };
        let path = Path::new(&library).join(format!("turtledemo/{name}.py"));
        let source = format!(
            "import turtle\nturtle.tracer(0, 0)\n{}\nturtle.update()\n",
            fs::read_to_string(path)?
        );
        self.draw(&source).await?;
        self.expect_end("ok").await?;
        let found: Grid = self.script(GRID).await?;
        let path = grids().join(format!("{name}.txt"));
        let expected = parse(&fs::read_to_string(path).unwrap_or_default());
        if is_alike(&found, &expected) {
            Ok(())
        } else {
            Err(Failed::from(format!(
                "{name} looks like this:\n{}",
                written(&found)
            )))
        }
    }
}

/// Rows of colours, each of red, green and blue.
type Grid = Vec<Vec<[i32; 3]>>;

fn grids() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pictures")
}

fn is_alike(found: &Grid, expected: &Grid) -> bool {
    let colors = |grid: &Grid| grid.concat().concat();
    let (found, expected) = (colors(found), colors(expected));
    found.len() == expected.len()
        && found
            .iter()
            .zip(expected)
            .all(|(found, expected)| (found - expected).abs() <= TOLERANCE)
}

fn written(grid: &Grid) -> String {
    let color = |[red, green, blue]: &[i32; 3]| format!("{red:02x}{green:02x}{blue:02x}");
    let row = |colors: &Vec<[i32; 3]>| colors.iter().map(color).collect::<Vec<_>>().join(" ");
    grid.iter().map(row).collect::<Vec<_>>().join("\n")
}

fn parse(text: &str) -> Grid {
    let part = |color: &str, at| i32::from_str_radix(color.get(at..at + 2)?, 16).ok();
    let color = |color: &str| Some([part(color, 0)?, part(color, 2)?, part(color, 4)?]);
    text.lines()
        .map(|line| line.split_whitespace().filter_map(color).collect())
        .collect()
}
