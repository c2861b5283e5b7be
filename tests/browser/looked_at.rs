//! Every page at a glance: what a person sees who looks at it, at each width, in each language, light and dark, with
//! text as it is and twice as large. `looked_at/geometry.js` measures; `looked_at/states.js` lists the states.

mod references;

use std::collections::{BTreeMap, HashMap};
use std::env;
use std::fs;
use std::path::Path;

use libtest_mimic::{Failed, Trial};
use serde_json::{Value, json};

use crate::page::{Browser, Checked, Engine, Page};
use crate::variant::Variant;

/// Pixels of CSS, with the height of such a window.
const WINDOWS: [(u32, u32); 5] = [
    (320, 640),
    (390, 760),
    (768, 1000),
    (1280, 800),
    (1920, 1000),
];
/// Those that Firefox is looked at in: a window of its is never as narrow as a telephone.
const WINDOWS_OF_FIREFOX: [(u32, u32); 2] = [(768, 1000), (1280, 800)];
const LANGUAGES: [&str; 2] = ["en", "ja"];
const SCHEMES: [&str; 2] = ["light", "dark"];
/// Of the text that people choose in their browser's settings, in hundredths.
const SIZES_OF_TEXT: [u32; 2] = [100, 200];

/// As many problems are told; one mistake makes many.
const MOST_TOLD: usize = 30;

/// A scene: how it is reached, and what it is called in `looked_at/states.js`.
struct Scene {
    name: &'static str,
    states: &'static str,
}

#[expect(clippy::too_many_lines, reason = "a list of tests")]
pub fn trials(browser: &Browser) -> Vec<Trial> {
    let playground = |test: &'static str, program: &'static str, over: &'static str| {
        browser.trial(&format!("looked_at::{test}"), move |page| async move {
            if !program.is_empty() {
                run_until(&page, program, over).await?;
            }
            let states = if program.is_empty() {
                "playground"
            } else {
                "page"
            };
            look_at_playground(&page, &Scene { name: test, states }).await
        })
    };
    let mut trials = vec![
        playground("the_playground_its_menus_and_its_dialogs", "", ""),
        playground(
            "the_playground_after_an_error",
            FAILING,
            "document.querySelector('#output .hint')",
        ),
        playground(
            "the_playground_with_a_picture_and_a_question",
            ASKING,
            "document.querySelector('#output .input')",
        ),
        browser.trial(
            "looked_at::the_playground_with_all_its_messages",
            |page| async move {
                // A project that is deleted.
                page.choose("#project", "Make a copy").await?;
                page.project_list().await?;
                page.script::<()>(DELETE).await?;
                page.until("document.querySelector('.projects h3')").await?;
                page.click("dialog .plain").await?;
                page.script::<()>(MESSAGES).await?;
                page.until("document.querySelectorAll('.notice').length === 3")
                    .await?;
                page.add_file("packages.txt").await?;
                page.type_program("https://packages.example.org/with/a/rather/long/path/a_package-1.0-py3-none-any.whl")
                    .await?;
                // As in a storage that is full.
                page.script::<()>("IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); }")
                    .await?;
                page.show_file("main.py").await?;
                page.type_program("no_room = 1").await?;
                page.until("document.querySelector('[data-kind=storage]')")
                    .await?;
                look_at_playground(
                    &page,
                    &Scene {
                        name: "messages",
                        states: "messages",
                    },
                )
                .await
            },
        ),
        browser.trial(
            "looked_at::the_playground_with_an_exercise",
            |page| async move {
                open_exercise(&page).await?;
                look_at_playground(
                    &page,
                    &Scene {
                        name: "exercise",
                        states: "page",
                    },
                )
                .await
            },
        ),
        browser.bare_trial("looked_at::the_playground_that_python_does_not_reach", |page| async move {
            let html = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("pkg/index.html"))?;
            let server = Variant {
                pages: HashMap::from([("index.html", html)]),
                frame: Some("<!doctype html><title>Another page</title>".to_owned()),
                ..Variant::default()
            };
            page.open_elsewhere(&server.serve().await).await?;
            page.until("document.getElementById('retry').checkVisibility()").await?;
            look_at_playground(&page, &Scene { name: "without Python", states: "page" }).await
        }),
        browser.bare_trial(
            "looked_at::the_playground_where_programs_cannot_wait",
            |page| async move {
                page.open_elsewhere(&env::var("GARTER_URL_OLDER")?).await?;
                page.be_ready().await?;
                look_at_playground(
                    &page,
                    &Scene {
                        name: "older",
                        states: "page",
                    },
                )
                .await
            },
        ),
        browser.bare_trial(
            "looked_at::snippets_in_all_their_states",
            |page| async move { look_at_fixture(&page, "snippets.html").await },
        ),
        browser.bare_trial(
            "looked_at::exercises_in_all_their_states",
            |page| async move { look_at_fixture(&page, "exercises.html").await },
        ),
    ];
    trials.extend(docs(browser));
    trials.extend(references::trial(browser));
    trials
}

/// An error with its hint, a table, and a line without a place to break it.
pub const FAILING: &str = "from garter import display
display([{'name': 'x' * 40, 'number': n} for n in range(5)])
print('x' * 300)
number = 1
print(numbr)
";

pub const ASKING: &str = "import turtle
turtle.speed(0)
turtle.forward(50)
name = input('What is your name, dear reader of this rather long question? ')
";

/// Deletes a project that is not open.
const DELETE: &str = "[...document.querySelectorAll('.projects button')].find(({ textContent, disabled }) => textContent === 'Delete' && !disabled).click()";

/// A link that cannot be opened, a reset that can be undone, and a file that cannot be saved.
const MESSAGES: &str = "location.hash = '#share/1/';
    URL.createObjectURL = () => { throw new TypeError('no files here'); };
    for (const entry of ['Reset', 'Download all as zip']) {
      document.getElementById('project').click();
      [...document.querySelectorAll('.menu [role=menuitem]')].find(({ textContent }) => textContent === entry).click();
    }";

/// Runs a program in the playground until an expression is true.
pub async fn run_until(page: &Page, program: &str, expression: &str) -> Checked {
    page.type_program(program).await?;
    page.click("#run").await?;
    page.until(expression).await
}

/// Opens an exercise from the gallery, and checks what it begins with.
pub async fn open_exercise(page: &Page) -> Checked {
    page.click("#examples").await?;
    page.until("document.querySelector('.gallery [data-path=\"text/initials\"]')")
        .await?;
    page.script::<()>(
        "document.querySelector('.gallery [data-path=\"text/initials\"]').click();
         window.panel = (css) => document.querySelector('#exercise > div')?.shadowRoot?.querySelector(css);",
    )
    .await?;
    page.until("panel('.check-button')").await?;
    page.script::<()>("panel('.check-button').click()").await?;
    page.until("panel('.sum')").await
}

async fn look_at_playground(page: &Page, scene: &Scene) -> Checked {
    let mut found = Found::default();
    for &language in languages(page) {
        speak(page, language).await?;
        found.look(page, scene, language).await?;
    }
    found.conclude()
}

pub async fn speak(page: &Page, language: &str) -> Checked {
    page.script_with::<()>(
        "const select = document.getElementById('language');
         select.value = argument;
         select.dispatchEvent(new Event('change'));",
        &language.into(),
    )
    .await
}

const FIXTURES: [(&str, &str); 2] = [
    ("snippets.html", include_str!("looked_at/snippets.html")),
    ("exercises.html", include_str!("looked_at/exercises.html")),
];

/// Opens a page of ours with all states of an element.
pub async fn open_fixture(page: &Page, name: &'static str, language: &str) -> Checked {
    let (_, html) = FIXTURES
        .into_iter()
        .find(|(fixture, _)| *fixture == name)
        .expect("a fixture of this name");
    let code = include_str!("../exercises/good/sum-even.md");
    let pages = [
        (name, html.replace("LANGUAGE", language)),
        ("sum-even.md", code.to_owned()),
        ("fresh.md", code.replacen("id: sum-even", "id: fresh", 1)),
        (
            "order.md",
            include_str!("../exercises/good/order.md").to_owned(),
        ),
        (
            "predict.md",
            include_str!("../exercises/good/predict.md").to_owned(),
        ),
        (
            "gaps.md",
            include_str!("../exercises/good/gaps.md").to_owned(),
        ),
        (
            "choice.md",
            include_str!("../exercises/good/choice.md").to_owned(),
        ),
        (
            "broken.md",
            include_str!("../exercises/broken/fields.md").to_owned(),
        ),
    ];
    let server = Variant {
        pages: HashMap::from(pages),
        ..Variant::default()
    };
    let url = server.serve().await;
    page.open_elsewhere(&format!("{url}{name}")).await?;
    page.script_with::<()>("await show()", &Value::Null).await
}

async fn look_at_fixture(page: &Page, name: &'static str) -> Checked {
    let mut found = Found::default();
    for &language in languages(page) {
        open_fixture(page, name, language).await?;
        found
            .look(
                page,
                &Scene {
                    name,
                    states: "page",
                },
                language,
            )
            .await?;
    }
    found.conclude()
}

/// The pages of the plug-ins' samples (`integrations`). Their own parts are not ours to judge.
fn docs(browser: &Browser) -> Vec<Trial> {
    const PAGES: [(&str, &[&str]); 3] = [
        (
            "mdbook",
            &["mdbook/book/index.html", "mdbook/book/exercises.html"],
        ),
        (
            "mkdocs",
            &["mkdocs/index.html", "mkdocs/exercises/index.html"],
        ),
        ("sphinx", &["sphinx/index.html", "sphinx/exercises.html"]),
    ];
    let Ok(url) = env::var("GARTER_URL_INTEGRATIONS") else {
        return Vec::new();
    };
    let trial = |(tool, paths): (&'static str, &'static [&'static str])| {
        let url = url.clone();
        browser.bare_trial(&format!("integrations::{tool}::what_it_makes_is_whole_at_any_width"), move |page| async move {
            let mut found = Found::default();
            for path in paths {
                // Some of these pages take another shape only as they load.
                for window in windows(&page) {
                    show(&page, *window, 100, "light").await?;
                    page.open_elsewhere(&format!("{url}{path}")).await?;
                    page.until("customElements.get('garter-snippet') && !document.querySelector('garter-exercise:not(:defined)')").await?;
                    // The first has its output, where there are some.
                    page.script_with::<()>("await document.querySelector('garter-snippet:not(garter-exercise *)')?.run()", &Value::Null).await?;
                    found.look_in(&page, &Scene { name: path, states: "elements" }, "en", &[*window]).await?;
                }
            }
            found.conclude()
        })
    };
    PAGES.map(trial).into()
}

/// What is wrong, with the places where it is: language, width, size of text, scheme.
#[derive(Default)]
struct Found(BTreeMap<String, Vec<String>>);

impl Found {
    async fn look(&mut self, page: &Page, scene: &Scene, language: &str) -> Checked {
        self.look_in(page, scene, language, windows(page)).await
    }

    async fn look_in(
        &mut self,
        page: &Page,
        scene: &Scene,
        language: &str,
        windows: &[(u32, u32)],
    ) -> Checked {
        let looked = self.look_everywhere(page, scene, language, windows).await;
        // Whatever has come of it, the next test begins as it should.
        restore(page).await?;
        looked
    }

    async fn look_everywhere(
        &mut self,
        page: &Page,
        scene: &Scene,
        language: &str,
        windows: &[(u32, u32)],
    ) -> Checked {
        let is_partly = page.engine != Engine::Chromium;
        for size in SIZES_OF_TEXT {
            for scheme in SCHEMES {
                if is_partly && (size, scheme) != (100, "light") {
                    continue;
                }
                for window in windows {
                    show(page, *window, size, scheme).await?;
                    let problems: Vec<String> = page
                        .script_with(&looking(), &json!({ "scene": scene.states }))
                        .await
                        .map_err(|error| {
                            Failed::from(format!("{} at {}: {error:?}", scene.name, window.0))
                        })?;
                    for problem in problems {
                        let place = format!("{language}, {} px, {size} %, {scheme}", window.0);
                        self.0
                            .entry(format!("{}, {problem}", scene.name))
                            .or_default()
                            .push(place);
                    }
                }
            }
        }
        Ok(())
    }

    fn conclude(self) -> Checked {
        if self.0.is_empty() {
            return Ok(());
        }
        let told = self.0.iter().take(MOST_TOLD).map(|(problem, places)| {
            let more = places.len().saturating_sub(1);
            format!("{problem} ({}; and in {more} other places)", places[0])
        });
        let told: Vec<String> = told.collect();
        Err(format!("{} problems:\n{}", self.0.len(), told.join("\n")).into())
    }
}

/// The script that looks at all states of a scene.
fn looking() -> String {
    format!(
        "const look = (argument) => {{ {} }};\n{}",
        include_str!("looked_at/geometry.js"),
        include_str!("looked_at/states.js"),
    )
}

/// Firefox does a part: the words that are longer are looked at in Chromium.
fn languages(page: &Page) -> &'static [&'static str] {
    match page.engine {
        Engine::Chromium => &LANGUAGES,
        _ => &LANGUAGES[..1],
    }
}

fn windows(page: &Page) -> &'static [(u32, u32)] {
    match page.engine {
        Engine::Chromium => &WINDOWS,
        _ => &WINDOWS_OF_FIREFOX,
    }
}

/// Gives the page this window, text and scheme. In Firefox only the window: its driver knows of nothing else.
pub async fn show(page: &Page, (width, height): (u32, u32), size: u32, scheme: &str) -> Checked {
    if page.engine != Engine::Chromium {
        return page.resize(width, height).await;
    }
    let metrics =
        json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
    page.devtools("Emulation.setDeviceMetricsOverride", metrics)
        .await?;
    let scheme = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
    page.devtools("Emulation.setEmulatedMedia", json!({ "features": scheme }))
        .await?;
    let sizes = json!({ "standard": 16 * size / 100, "fixed": 13 * size / 100 });
    page.devtools("Page.setFontSizes", json!({ "fontSizes": sizes }))
        .await?;
    page.script_with(
        "await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))",
        &Value::Null,
    )
    .await
}

/// Takes away what `show` has changed.
pub async fn restore(page: &Page) -> Checked {
    if page.engine != Engine::Chromium {
        return page.resize(1200, 800).await;
    }
    page.devtools("Emulation.setScrollbarsHidden", json!({ "hidden": false }))
        .await?;
    page.devtools("Emulation.clearDeviceMetricsOverride", json!({}))
        .await?;
    page.devtools("Emulation.setEmulatedMedia", json!({ "features": [] }))
        .await?;
    let sizes = json!({ "standard": 16, "fixed": 13 });
    page.devtools("Page.setFontSizes", json!({ "fontSizes": sizes }))
        .await?;
    Ok(())
}
