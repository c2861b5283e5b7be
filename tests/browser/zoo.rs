//! Whatever is shown, printed, compared or opened, the page goes on: a zoo of what has stopped pages,
//! or could (`tests/zoo`).

use std::path::Path;
use std::time::Duration;
use std::{env, fs};

use libtest_mimic::{Failed, Trial};
use serde_json::{Value, json};
use tokio::time::timeout;

use crate::page::{Browser, Checked, Engine, Page, expect, expect_part};
use crate::pauses::{LONGEST_TASK_MS, watching};
use crate::processes::Renderers;
use crate::snippets::stay_at_snippets;

/// Longer than any animal takes that does no harm, on a machine that is slow and busy.
const LIFETIME: Duration = Duration::from_mins(2);

/// How often an animal is shown if it makes the page stand still: something else may have kept the
/// machine busy.
const ATTEMPTS: usize = 4;

/// The longest task of the page's thread and the longest time without an animation frame, in
/// milliseconds of an ordinary machine. Firefox tells of no tasks: there it is the longest time in which
/// no timer rings.
#[derive(Clone, Copy)]
struct Limits {
    task: f64,
    gap: f64,
}

/// Where the tests have a part of the machine.
const SHARED: Limits = Limits {
    task: 500.0,
    gap: 500.0,
};

/// What the page is made for, where nothing else runs on the machine (`GARTER_QUIET`).
const QUIET: Limits = Limits {
    task: LONGEST_TASK_MS,
    gap: 100.0,
};

fn limits() -> Limits {
    if env::var_os("GARTER_QUIET").is_some() {
        QUIET
    } else {
        SHARED
    }
}

/// How much more memory a browser may take while an animal is shown, in megabytes of 2²⁰ bytes: a page
/// full of pictures of 31 megapixels takes 580 in Chromium 156 and 970 to 1350 in Firefox 153, which
/// decodes some of them at once. All sixty would be 7000.
const MOST_MEGABYTES: f64 = 1700.0;

/// How many elements a page has for one animal at most: the terminal needs one for each change of
/// colours, and the output budget allows a hundred thousand of them.
const MOST_ELEMENTS: u64 = 100_000;

/// What may be said of an animal.
const RULES: [&str; 10] = [
    "status", "drawn", "refused", "says", "stop", "input", "expect", "right", "wrong", "chromium",
];

/// What is shown, and what has to become of it. See `tests/zoo/README.md`.
#[derive(Clone)]
struct Animal {
    name: String,
    /// The program or the script, with what all of its kind have in common before it.
    source: String,
    rules: Vec<(String, String)>,
}

impl Animal {
    /// The animals of a file. `comment` begins a line that is none of the program.
    fn all_of(kind: &str, file: &str, comment: &str) -> Vec<Self> {
        let text = read(file);
        let begin = match comment {
            "#" => "\n## ".to_owned(),
            _ => format!("\n{comment} ## "),
        };
        let mut parts = text.split(&begin);
        let common = parts.next().expect("split gives a part");
        parts
            .map(|part| {
                let (name, rest) = part.split_once('\n').expect("a name has a line of its own");
                let rules = rest
                    .lines()
                    .map_while(|line| line.strip_prefix(comment)?.strip_prefix(": "))
                    .map(|line| line.split_once(' ').unwrap_or((line, "")))
                    .inspect(|(key, _)| {
                        assert!(RULES.contains(key), "{name}: nobody knows {key:?}");
                    })
                    .map(|(key, value)| (key.to_owned(), value.to_owned()))
                    .collect();
                Self {
                    name: format!("zoo::{kind}::{name}"),
                    source: format!("{common}\n{rest}"),
                    rules,
                }
            })
            .collect()
    }

    fn rule(&self, name: &str) -> Option<&str> {
        let (_, value) = self.rules.iter().find(|(key, _)| key == name)?;
        Some(value)
    }

    fn has(&self, name: &str) -> bool {
        self.rule(name).is_some()
    }
}

fn read(file: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/zoo");
    fs::read_to_string(folder.join(file)).expect("the zoo is in the repository")
}

/// A script that has what the keeper does in the page.
fn kept(script: &str) -> String {
    watching(&[&read("keeper.js"), script].concat())
}

pub fn trials(browser: &Browser) -> Vec<Trial> {
    let shown = ["svg", "raster", "tables", "html", "words", "terminal"]
        .into_iter()
        .flat_map(|kind| Animal::all_of(kind, &format!("{kind}.py"), "#"))
        .map(|animal| trial(browser, animal, show));
    let compared = Animal::all_of("expected", "expected.py", "#")
        .into_iter()
        .map(|animal| trial(browser, animal, compare));
    let opened = Animal::all_of("opened", "opened.js", "//")
        .into_iter()
        .map(|animal| trial(browser, animal, open));
    shown.chain(compared).chain(opened).collect()
}

/// A test that fails by itself if the page answers no more. The next one then has another browser.
fn trial<F>(browser: &Browser, animal: Animal, watch: fn(Page, Animal) -> F) -> Trial
where
    F: Future<Output = Checked> + 'static,
{
    let browser = browser.clone();
    let name = format!("{}::{}", browser.engine().name(), animal.name);
    Trial::test(name, move || {
        if animal.has("chromium") && browser.engine() == Engine::Firefox {
            println!("SKIPPED: Firefox's driver hangs at so long an address");
            return Ok(());
        }
        let result =
            browser.with_page(|page| async { timeout(LIFETIME, watch(page, animal)).await });
        let result = result
            .unwrap_or_else(|_| Err(format!("the page has not answered for {LIFETIME:?}").into()));
        if result.is_err() {
            // What has done harm once goes on doing so.
            browser.kill();
        }
        result
    })
}

/// Runs a program in the playground.
async fn show(page: Page, animal: Animal) -> Checked {
    let request = json!({
        "isStopped": animal.has("stop"),
        "isAnswered": animal.has("input"),
    });
    let seen = observed(&page, async || {
        page.stay_at_playground().await?;
        page.type_program(&animal.source).await?;
        page.take_time().await?;
        let script = kept("return visit(argument);");
        page.script_with(&script, &request).await
    })
    .await?;
    let outcome = format!("{seen:#}");
    let statuses = animal.rule("status").unwrap_or("ok output-limit");
    let status = seen["status"].as_str().unwrap_or_default();
    if !statuses.split(' ').any(|allowed| allowed == status) {
        return Err(format!("expected {statuses}, found {outcome}").into());
    }
    let shown = seen["shown"].as_array().cloned().unwrap_or_default();
    let is_drawn = |shown: &Value| shown[0] != "text";
    let has_words = |shown: &Value| !shown[1].as_str().unwrap_or_default().trim().is_empty();
    if let Some(lost) = shown
        .iter()
        .find(|shown| !is_drawn(shown) && !has_words(shown))
    {
        return Err(format!("{lost} was not shown, and nobody says why: {outcome}").into());
    }
    if animal.has("drawn") && (shown.is_empty() || !shown.iter().all(is_drawn)) {
        return Err(format!("something was not drawn: {outcome}").into());
    }
    if animal.has("refused") && (shown.is_empty() || shown.iter().any(is_drawn)) {
        return Err(format!("something was drawn: {outcome}").into());
    }
    if let Some(says) = animal.rule("says") {
        expect_part(seen["text"].as_str().unwrap_or_default(), says)?;
    }
    harmless(&seen)
}

/// Runs a snippet that knows what it should print.
async fn compare(page: Page, animal: Animal) -> Checked {
    let seen = observed(&page, async || {
        stay_at_snippets(&page).await?;
        let expected = animal
            .rule("expect")
            .expect("what is expected follows the name");
        let script =
            format!("return compare({{ code: argument, expected: (lines) => {expected} }});");
        page.script_with(&kept(&script), &animal.source.as_str().into())
            .await
    })
    .await?;
    expect(&seen["status"], &json!("ok"))?;
    expect(&seen["isRight"], &json!(animal.has("right")))?;
    expect(
        seen["text"].as_str().unwrap_or_default().trim().is_empty(),
        false,
    )?;
    harmless(&seen)
}

/// Does something that a person could do in the playground.
async fn open(page: Page, animal: Animal) -> Checked {
    let seen = observed(&page, async || {
        page.stay_at_playground().await?;
        let source = &animal.source;
        let script = format!(
            "await (async () => {{ {source}
             }})();
             await settled(document.getElementById('output'));
             await part('running');
             history.replaceState(null, '', location.pathname);
             const elements = document.querySelectorAll('*').length;
             const names = document.getElementById('tabs').textContent + document.getElementById('project-name').textContent;
             return tell({{ elements, names: names.slice(0, 2000).toWellFormed(), left: 0 }});"
        );
        page.script_with(&kept(&script), &Value::Null).await
    })
    .await?;
    harmless(&seen)
}

/// What was seen of an animal that did not make the page stand still each time, and the memory that
/// its browser has taken meanwhile.
async fn observed<F>(page: &Page, attempt: impl Fn() -> F) -> Result<Value, Failed>
where
    F: Future<Output = Result<Value, Failed>>,
{
    let mut seen = Value::Null;
    for _ in 0..ATTEMPTS {
        let (result, megabytes, stretch) = weighed(page, attempt()).await;
        seen = result?;
        seen["megabytes"] = megabytes.into();
        let slowness = seen["pauses"]["slowness"].as_f64().unwrap_or(1.0);
        seen["pauses"]["slowness"] = slowness.max(stretch).into();
        if !is_still(page.engine, &seen["pauses"]) {
            return Ok(seen);
        }
    }
    Err(format!("the page stood still {ATTEMPTS} times: {seen:#}").into())
}

/// Whether the page stood still.
fn is_still(engine: Engine, pauses: &Value) -> bool {
    let number = |name: &str| pauses[name].as_f64().unwrap_or(f64::INFINITY);
    let longer = |name: &str, most: f64| number(name) / number("slowness") > most;
    let Limits { task, gap } = limits();
    match engine {
        Engine::Chromium => longer("task", task) || longer("gap", gap),
        Engine::Firefox | Engine::WebKit => longer("late", task),
    }
}

/// Does something, and says how much more memory the browser had meanwhile than before, at most, and
/// how many times as long it has taken because other programs needed the processors.
async fn weighed<T>(page: &Page, action: impl Future<Output = T>) -> (T, f64, f64) {
    const EVERY: Duration = Duration::from_millis(500);
    let Some(processes) = Renderers::and_others(page) else {
        return (action.await, 0.0, 1.0);
    };
    let times = processes.times();
    let before = processes.megabytes();
    let mut most = before;
    tokio::pin!(action);
    loop {
        let result = timeout(EVERY, &mut action).await;
        most = most.max(processes.megabytes());
        if let Ok(result) = result {
            return (
                result,
                most - before,
                processes.times().stretch_since(&times),
            );
        }
    }
}

/// What no animal may do, whatever it is.
fn harmless(seen: &Value) -> Checked {
    let number = |name: &str| seen[name].as_f64().unwrap_or(f64::INFINITY);
    if number("megabytes") > MOST_MEGABYTES {
        return Err(format!("too much memory: {seen:#}").into());
    }
    if seen["elements"]
        .as_u64()
        .is_none_or(|elements| elements > MOST_ELEMENTS)
    {
        return Err(format!("too many elements: {seen:#}").into());
    }
    expect(&seen["left"], &json!(0))
}
