//! Twenty states as coarse pictures: a grid of colours for each, in `looked_at/references`. What has moved, vanished or
//! taken another colour shows; the letters of another font do not.
//!
//! A state that looks otherwise on purpose: look at it, then copy its grid from `target/looked-at`.

use std::fs;
use std::path::{Path, PathBuf};

use libtest_mimic::{Failed, Trial};
use serde_json::{Value, json};

use super::{
    ASKING, FAILING, looking, open_exercise, open_fixture, restore, run_until, show, speak,
};
use crate::page::{Browser, Engine, Page};

/// So many cells a grid is wide and high; more show the letters of a font.
const COLUMNS: u32 = 24;
const ROWS: u32 = 15;
/// Steps, of 256, that a cell's red, green or blue may differ: a menu of white on white differs by ten.
const MOST_STEPS: u32 = 6;
/// Cells, of a hundred, that may differ more than that.
const MOST_OTHER_CELLS: usize = 5;

/// How a state is reached.
#[derive(Clone, Copy)]
enum Way {
    /// The playground as it opens.
    Fresh,
    /// The playground after a program, when this is true.
    Run(&'static str, &'static str),
    Exercise,
    /// A page of ours.
    Fixture(&'static str),
}

/// A picture: its name, how its state is reached, which state of the scene it is, and how it is shown.
struct Picture {
    name: &'static str,
    way: Way,
    scene: &'static str,
    state: &'static str,
    language: &'static str,
    window: (u32, u32),
    scheme: &'static str,
}

const WIDE: (u32, u32) = (1280, 800);
const NARROW: (u32, u32) = (390, 760);

#[rustfmt::skip]
const PICTURES: [Picture; 20] = {
    use Way::{Exercise, Fixture, Fresh, Run};
    const FAILED: Way = Run(FAILING, "document.querySelector('#output .hint')");
    const ASKS: Way = Run(ASKING, "document.querySelector('#output .input')");
    const fn of(name: &'static str, way: Way, scene: &'static str, state: &'static str, language: &'static str, window: (u32, u32), scheme: &'static str) -> Picture {
        Picture { name, way, scene, state, language, window, scheme }
    }
    [
        of("playground-wide", Fresh, "playground", "page", "en", WIDE, "light"),
        of("playground-wide-dark", Fresh, "playground", "page", "en", WIDE, "dark"),
        of("playground-narrow", Fresh, "playground", "page", "ja", NARROW, "light"),
        of("menu-wide", Fresh, "playground", "menu of the project", "en", WIDE, "light"),
        of("menu-narrow", Fresh, "playground", "menu of the project", "ja", NARROW, "dark"),
        of("new-file", Fresh, "playground", "new file", "en", NARROW, "light"),
        of("share", Fresh, "playground", "share", "en", WIDE, "light"),
        of("projects", Fresh, "playground", "projects", "en", WIDE, "light"),
        of("packages", Fresh, "playground", "packages", "ja", WIDE, "dark"),
        of("gallery-wide", Fresh, "playground", "gallery", "en", WIDE, "light"),
        of("gallery-narrow", Fresh, "playground", "gallery", "ja", NARROW, "dark"),
        of("error-wide", FAILED, "page", "page", "en", WIDE, "light"),
        of("error-narrow", FAILED, "page", "page", "en", NARROW, "dark"),
        of("picture-wide", ASKS, "page", "page", "en", WIDE, "light"),
        of("picture-narrow", ASKS, "page", "page", "ja", NARROW, "light"),
        of("exercise-wide", Exercise, "page", "page", "en", WIDE, "light"),
        of("snippets-wide", Fixture("snippets.html"), "page", "page", "en", WIDE, "light"),
        of("snippets-narrow", Fixture("snippets.html"), "page", "page", "ja", NARROW, "dark"),
        of("exercises-wide", Fixture("exercises.html"), "page", "page", "en", WIDE, "dark"),
        of("exercises-narrow", Fixture("exercises.html"), "page", "page", "en", NARROW, "light"),
    ]
};

/// Firefox has other widgets, and no tool to be asked.
pub fn trial(browser: &Browser) -> Option<Trial> {
    (browser.engine() == Engine::Chromium).then(|| {
        browser.bare_trial(
            "looked_at::twenty_states_look_as_they_did",
            |page| async move {
                let mut others = Vec::new();
                for picture in PICTURES {
                    let taken = take(&page, &picture).await;
                    restore(&page).await?;
                    let taken = taken
                        .map_err(|error| Failed::from(format!("{}: {error:?}", picture.name)))?;
                    if let Some(other) = compare(picture.name, &taken)? {
                        others.push(other);
                    }
                }
                if others.is_empty() {
                    return Ok(());
                }
                Err(format!(
                    "these look otherwise (see target/looked-at):\n{}",
                    others.join("\n")
                )
                .into())
            },
        )
    })
}

/// How long a program took is another number each time, which may need another line.
const SAME_TIMES: &str = "
    const say = (root) => {
      for (const element of root.querySelectorAll('*')) {
        if (element.matches('#status, .status'))
          element.textContent = element.textContent.replace(/(less than )?\\d+(\\.\\d+)?( s|秒)(未満)?/, '1$3');
        if (element.shadowRoot) say(element.shadowRoot);
      }
    };
    say(document);
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));";

/// Shows a state, and returns its grid: a row of cells to a line.
async fn take(page: &Page, picture: &Picture) -> Result<String, Failed> {
    match picture.way {
        Way::Fresh => page.open_playground().await?,
        Way::Run(program, over) => {
            page.open_playground().await?;
            run_until(page, program, over).await?;
        }
        Way::Exercise => {
            page.open_playground().await?;
            open_exercise(page).await?;
        }
        Way::Fixture(name) => open_fixture(page, name, picture.language).await?,
    }
    if !matches!(picture.way, Way::Fixture(_)) {
        speak(page, picture.language).await?;
    }
    show(page, picture.window, 100, picture.scheme).await?;
    page.devtools("Emulation.setScrollbarsHidden", json!({ "hidden": true }))
        .await?;
    page.script_with::<()>(SAME_TIMES, &Value::Null).await?;
    let state = json!({ "scene": picture.scene, "only": picture.state });
    page.script_with::<Value>(&looking(), &state).await?;
    let shot = page
        .devtools("Page.captureScreenshot", json!({ "format": "png" }))
        .await?;
    page.script_with(
        "const bytes = Uint8Array.from(atob(argument.png), (character) => character.charCodeAt(0));
         const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
         const { width, height } = image;
         const whole = new OffscreenCanvas(width, height).getContext('2d');
         whole.drawImage(image, 0, 0);
         const { data } = whole.getImageData(0, 0, width, height);
         const rows = [];
         for (let row = 0; row < argument.rows; row += 1) {
           const cells = [];
           for (let column = 0; column < argument.columns; column += 1) {
             const sums = [0, 0, 0];
             let count = 0;
             for (let y = Math.floor(row * height / argument.rows); y < Math.floor((row + 1) * height / argument.rows); y += 1)
               for (let x = Math.floor(column * width / argument.columns); x < Math.floor((column + 1) * width / argument.columns); x += 1) {
                 for (const part of [0, 1, 2]) sums[part] += data[4 * (y * width + x) + part];
                 count += 1;
               }
             cells.push(sums.map((sum) => Math.round(sum / count).toString(16).padStart(2, '0')).join(''));
           }
           rows.push(cells.join(' '));
         }
         return rows.join('\\n') + '\\n';",
        &json!({ "png": shot["data"], "columns": COLUMNS, "rows": ROWS }),
    )
    .await
}

fn references() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser/looked_at/references")
}

/// What differs from the reference, if it does; the grid is kept for whoever looks at it then.
fn compare(name: &str, taken: &str) -> Result<Option<String>, Failed> {
    let reference =
        fs::read_to_string(references().join(format!("{name}.txt"))).unwrap_or_default();
    let cells = |grid: &str| {
        grid.split_whitespace()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let (before, now) = (cells(&reference), cells(taken));
    let other = before
        .iter()
        .zip(&now)
        .filter(|(one, other)| distance(one, other) > MOST_STEPS)
        .count();
    if before.len() == now.len() && other * 100 <= MOST_OTHER_CELLS * now.len() {
        return Ok(None);
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/looked-at");
    fs::create_dir_all(&folder)?;
    fs::write(folder.join(format!("{name}.txt")), taken)?;
    Ok(Some(match before.len() {
        0 => format!("{name} has no reference"),
        _ => format!("{name}: {other} of {} cells differ", now.len()),
    }))
}

/// Of the colours of two cells, the largest difference of their parts.
fn distance(one: &str, other: &str) -> u32 {
    let parts = |cell: &str| {
        u32::from_str_radix(cell, 16)
            .unwrap_or(u32::MAX)
            .to_be_bytes()
    };
    parts(one)
        .into_iter()
        .zip(parts(other))
        .map(|(one, other)| u32::from(one.abs_diff(other)))
        .max()
        .unwrap_or_default()
}
