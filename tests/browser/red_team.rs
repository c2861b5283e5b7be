//! Attacks on what `SECURITY.md` promises, each a small program of `tests/red_team`. None may
//! reach the server that they all are given the address of, and the page goes on after each.

use std::fs;
use std::path::Path;

use libtest_mimic::{Failed, Trial};
use serde_json::{Value, json};

use crate::counter::Counter;
use crate::frames;
use crate::page::{Browser, Checked, Engine, Page, expect, expect_part};
use crate::pauses::{LONGEST_TASK_MS, moving, watching};

/// The files of attacks that run through the page's API.
const BARE: [&str; 4] = ["network", "host", "code", "budgets"];
/// What an attack may run for unless it says otherwise, on an ordinary machine (`pauses.rs`).
const SECONDS: f64 = 5.0;
/// How long after its time budget a run has to be over there: the frame's grace, and what else is
/// to be done.
const GRACE_MS: f64 = 2_000.0;

/// A program, and what has to become of it. See `tests/red_team/README.md`.
struct Attack {
    name: String,
    source: String,
    /// One of these.
    statuses: Vec<String>,
    raises: Option<String>,
    prints: Option<String>,
    seconds: f64,
    /// Whether somebody presses Stop once it has printed something.
    is_stopped: bool,
    /// Whether somebody answers its questions, each with an empty line.
    is_answered: bool,
}

impl Attack {
    /// Reads one attack: its name, its expectations, and the program.
    fn parse(promise: &str, text: &str) -> Self {
        let (name, rest) = text.split_once('\n').expect("a name has a line of its own");
        let mut attack = Self {
            name: format!("red_team::{promise}::{name}"),
            source: rest.to_owned(),
            statuses: Vec::new(),
            raises: None,
            prints: None,
            seconds: SECONDS,
            is_stopped: false,
            is_answered: false,
        };
        for line in rest.lines().map_while(|line| line.strip_prefix("#: ")) {
            let (key, value) = line.split_once(' ').unwrap_or((line, ""));
            match key {
                "status" => attack.statuses = value.split(' ').map(str::to_owned).collect(),
                "raises" => attack.raises = Some(value.to_owned()),
                "prints" => attack.prints = Some(value.to_owned()),
                "seconds" => attack.seconds = value.parse().expect("a number of seconds"),
                "stop" => attack.is_stopped = true,
                "input" => attack.is_answered = true,
                _ => panic!("{}: nobody knows {line:?}", attack.name),
            }
        }
        if attack.statuses.is_empty() {
            let status = if attack.raises.is_some() {
                "exception"
            } else {
                "ok"
            };
            attack.statuses.push(status.to_owned());
        }
        attack
    }

    async fn run(self, page: Page, counter: Counter) -> Checked {
        page.stay_at_playground().await?;
        let request = json!({
            "source": counter.name_in(&self.source),
            "options": { "budget": { "seconds": self.seconds } },
            "isStopped": self.is_stopped,
            "isAnswered": self.is_answered,
        });
        let result = moving(page.engine, LONGEST_TASK_MS, async || {
            page.script_with(&watching(ATTACK), &request).await
        })
        .await?;
        let text = |name: &str| result[name].as_str().unwrap_or_default();
        let number = |name: &str| result[name].as_f64().unwrap_or(f64::INFINITY);
        let outcome = format!("{result:#}");
        if !self.statuses.iter().any(|status| status == text("status")) {
            return Err(format!("expected one of {:?}, found {outcome}", self.statuses).into());
        }
        if let Some(raises) = &self.raises {
            expect(text("type"), counter.name_in(raises))?;
        }
        if let Some(prints) = &self.prints {
            expect_part(text("stdout"), prints)?;
        }
        if text("stdout").contains("REACHED") {
            return Err(format!("it has reached what it must not: {outcome}").into());
        }
        let slowness = result["pauses"]["slowness"].as_f64().unwrap_or(1.0);
        if number("ms") > (self.seconds * 1e3 + GRACE_MS) * slowness {
            return Err(format!("it has outlived its time: {outcome}").into());
        }
        expect(text("next"), "next\n")?;
        counter.expect_silence()
    }
}

/// Runs an attack in the playground, whose terminal shows what it prints.
async fn run_in_terminal(attack: Attack, page: Page, counter: Counter) -> Checked {
    page.stay_at_playground().await?;
    page.type_program(&counter.name_in(&attack.source)).await?;
    let seen = moving(page.engine, LONGEST_TASK_MS, || {
        watch_in_terminal(&attack, &page)
    })
    .await?;
    expect(&seen["title"], "Garter: Python in this page")?;
    expect(&seen["elements"], &json!([]))?;
    if let Some(prints) = &attack.prints {
        expect_part(&page.text("#output").await?, prints)?;
    }
    counter.expect_silence()
}

/// Presses Run, and waits until all is drawn.
async fn watch_in_terminal(attack: &Attack, page: &Page) -> Result<Value, Failed> {
    page.script::<()>(&watching(WATCH)).await?;
    page.take_time().await?;
    page.click("#run").await?;
    if attack.is_answered {
        page.until("document.querySelector('.input')").await?;
        page.press(".input", "\u{e007}").await?;
    }
    let status = page.status_after_run().await?;
    if !attack.statuses.contains(&status) {
        return Err(format!("expected one of {:?}, found {status}", attack.statuses).into());
    }
    // What was printed last is drawn with the next frame.
    page.script_with(
        "await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
         return watch();",
        &Value::Null,
    )
    .await
}

/// Counts the time between frames from now on; `watch()` tells it, and what is in the output that
/// is no text.
const WATCH: &str = "
    window.watch = () => {
      const elements = [...document.querySelectorAll('#output :not(div, span, wbr, input, .hint), .announcer :not(p)')];
      return { pauses: pauses(), title: document.title, elements: elements.map((element) => element.outerHTML) };
    };";

/// Runs an attack while the page draws, and then another program.
const ATTACK: &str = "
    const { source, options, isStopped, isAnswered } = argument;
    options.budget.seconds *= slowness;
    if (isAnswered) options.onInput = () => '';
    if (isStopped) options.onOutput = () => run.stop();
    const started = performance.now();
    const run = garter.run(source, options);
    const { status, stdout, stderr, error } = await run;
    const ms = performance.now() - started;
    const next = await garter.run('print(\\'next\\')');
    return {
      status, type: error?.type, stdout: stdout.slice(0, 5000), stderr: stderr.slice(-5000),
      ms, pauses: pauses(), next: next.stdout + next.stderr,
    };";

/// Outside of Chromium every so many of the attacks that are programs and nothing else: all are run in Chromium, and what
/// browsers themselves hold back has attacks of its own.
const IN_PART: usize = 2;

pub fn trials(browser: &Browser) -> Vec<Trial> {
    let step = match browser.engine() {
        Engine::Chromium => 1,
        Engine::Firefox | Engine::WebKit => IN_PART,
    };
    let counter = browser.block_on(Counter::start());
    let control = browser.block_on(Counter::start());
    let mut trials = vec![
        browser.bare_trial("red_team::the_counter_counts", |page| async move {
            page.stay_at_playground().await?;
            page.script_with::<()>("await fetch(argument)", &control.url.as_str().into())
                .await?;
            expect(control.requests(), 1)?;
            expect(control.connections() > 0 && control.bytes() > 0, true)
        }),
        browser.bare_trial("red_team::there_are_at_least_500_attacks", |_| async {
            let programs = attacks(&[&BARE[..], &["terminal"]].concat()).len();
            let all = programs + frames::attacks();
            expect(all >= 500, true).map_err(|_| format!("there are {all}").into())
        }),
    ];
    trials.extend(attacks(&BARE).into_iter().step_by(step).map(|attack| {
        let counter = counter.clone();
        let name = attack.name.clone();
        browser.bare_trial(&name, |page| attack.run(page, counter))
    }));
    trials.extend(attacks(&["terminal"]).into_iter().map(|attack| {
        let counter = counter.clone();
        let name = attack.name.clone();
        browser.bare_trial(&name, |page| run_in_terminal(attack, page, counter))
    }));
    trials.push(
        browser.bare_trial("red_team::nothing_has_reached_the_server", |_| async move {
            counter.expect_silence()
        }),
    );
    trials
}

fn attacks(promises: &[&str]) -> Vec<Attack> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/red_team");
    promises
        .iter()
        .flat_map(|promise| {
            let text = fs::read_to_string(folder.join(promise).with_extension("py"))
                .expect("the attacks are in the repository");
            text.split("\n## ")
                .skip(1)
                .map(|text| Attack::parse(promise, text))
                .collect::<Vec<_>>()
        })
        .collect()
}
