//! Attacks from the sandbox frame: by what stands where it should (`tests/red_team/messages.js`), and
//! by what has broken out of Python (`tests/red_team/frame.js`). See `SECURITY.md`.

use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use libtest_mimic::{Failed, Trial};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use tokio::time::sleep;

use crate::counter::Counter;
use crate::page::{Browser, Checked, Page, expect};
use crate::pauses::{LONGEST_TASK_FORGED_MS, moving, watching};
use crate::variant::{self, Variant};

/// A page that has Garter and nothing else.
const PAGE: &str = "<!doctype html><title>Test</title><body><script type=\"module\">
    import { Garter } from './garter.js';
    Object.assign(window, { Garter });
    document.documentElement.dataset.garter = 'ready';
    </script></body>";

/// Loads Garter and runs a program, and tells what has come of it. Whatever takes longer than
/// anything here does on such a machine has to wait for ever.
const VISIT: &str = "
    const within = (promise) => Promise.race([promise, new Promise((resolve) => setTimeout(resolve, argument * slowness, 'waits'))]);
    let warnings = 0;
    console.warn = () => (warnings += 1);
    const result = { printed: 0, questions: 0, displays: 0, couldNotAsk: 0 };
    const garter = await within(Garter.load().catch((error) => error));
    result.load = garter.message ?? (garter === 'waits' ? garter : 'ok');
    if (result.load === 'ok') {
      const run = garter.run('', {
        budget: { outputKB: 64 },
        onOutput: ({ text }) => (result.printed += text.length),
        onInput: () => (result.questions += 1, new Promise(() => {})),
        onDisplay: () => (result.displays += 1),
        onCannotAsk: () => (result.couldNotAsk += 1),
      });
      const end = await within(run.then((result) => result, (error) => error));
      // What comes after the end has come, too.
      await new Promise((resolve) => setTimeout(resolve, 50));
      result.end = end.message ?? end.status ?? end;
    }
    const frames = document.querySelectorAll('iframe').length;
    const isPolluted = {}.polluted !== undefined || Object.keys(Object.prototype).length > 0;
    return { ...result, warnings, frames, pauses: pauses(), isPolluted, title: document.title, elements: document.body.children.length };";

/// Ways to another address, of `frame.js`.
const DEPARTURES: [&str; 12] = [
    "refresh",
    "link",
    "address",
    "address_of_data",
    "address_of_a_blob",
    "form_to_itself",
    "form_with_a_body",
    "window_of_its_own_name",
    "address_in_a_drawing",
    "navigation",
    "document_of_its_own",
    "empty_address",
];

/// Of those the ones that a frame is tried with that the page has kept, too: the fence is the same.
const KEPT_DEPARTURES: usize = 5;

const PATIENCE_MS: u32 = 1_500;
const FLOOD_PATIENCE_MS: u32 = 20_000;

/// The script of a frame, and what the page has to make of it.
struct Forgery {
    name: String,
    script: String,
    expected: serde_json::Map<String, Value>,
}

/// What the forged frames have in common.
const FORGER: &str = "
    const finished = (run, changes) => ({ type: 'finished', run, outcome: {
      status: 'ok', error: null, exitCode: 0, seconds: 0, killed: false, peakMemory: 0, files: new Map(), kept: false, ...changes } });
    const error = { type: 'Error', message: 'x', text: 'x', position: null, frames: [] };
    const started = (run) => ({ type: 'started', run, file: 'main.py' });
    const output = (run, text) => ({ type: 'output', run, chunks: [{ stream: 'stdout', text }] });
    addEventListener('message', ({ ports: [port] }) => {
      if (!port) return;
      const say = (message) => port.postMessage(message);
      const ready = () => say({ type: 'ready', capabilities: { waiting: 'stackSwitching' } });
      const onRun = (action) => (port.onmessage = ({ data }) => data.type === 'run' && action(data.run));
";

impl Forgery {
    fn parse(text: &str) -> Self {
        let (name, rest) = text.split_once('\n').expect("a name has a line of its own");
        let (expected, script) = rest.split_once('\n').unwrap_or((rest, ""));
        let expected = expected
            .strip_prefix("//: ")
            .expect("what is expected follows the name");
        Self {
            name: format!("red_team::messages::{name}"),
            script: format!("{FORGER}\n{script}\n}});"),
            expected: serde_json::from_str(expected).expect("JSON"),
        }
    }

    async fn run(self, page: Page) -> Checked {
        let counter = Counter::start().await;
        let script = counter.name_in(&self.script);
        let frame = format!("<!doctype html><script>{script}</script>");
        let patience = if self.name.contains("million") {
            FLOOD_PATIENCE_MS
        } else {
            PATIENCE_MS
        };
        let result = moving(page.engine, LONGEST_TASK_FORGED_MS, async || {
            visit(&page, frame.clone(), Source::Server).await?;
            page.script_with(&watching(VISIT), &patience.into()).await
        })
        .await?;
        for (key, expected) in &self.expected {
            let is_right = match key.strip_suffix("Most") {
                Some(key) => result[key].as_f64() <= expected.as_f64(),
                None => result[key] == *expected,
            };
            if !is_right {
                return Err(format!("{key} is not {expected} in {result:#}").into());
            }
        }
        expect(&result["isPolluted"], &json!(false))?;
        expect(&result["title"], &json!("Test"))?;
        counter.expect_silence()
    }
}

/// Where a page has its frame from.
#[derive(Clone, Copy)]
enum Source {
    Server,
    /// From what the browser keeps for pages without a network.
    Kept,
}

/// As little of a service worker as makes a page look for what is kept.
const SERVICE_WORKER: &str =
    "addEventListener('activate', (event) => event.waitUntil(clients.claim()))";

/// Keeps the frame, whose address is the argument.
const KEEP: &str = "
    const controlled = new Promise((resolve) => (navigator.serviceWorker.oncontrollerchange = resolve));
    await navigator.serviceWorker.register('service-worker.js');
    await controlled;
    await (await caches.open('test')).add(argument);
    new MutationObserver(() => (window.shown ??= document.querySelector('iframe')?.src))
      .observe(document.body, { childList: true });";

/// Opens a page whose frame is another one.
async fn visit(page: &Page, frame: String, source: Source) -> Checked {
    let server = Variant {
        pages: HashMap::from([
            ("page.html", PAGE.to_owned()),
            ("service-worker.js", SERVICE_WORKER.to_owned()),
        ]),
        frame: Some(frame),
        ..Variant::default()
    };
    let url = server.serve().await;
    page.open_elsewhere(&format!("{url}page.html")).await?;
    if let Source::Kept = source {
        let (path, _) = variant::frame()?;
        page.script_with::<()>(KEEP, &json!(path)).await?;
    }
    page.be_ready().await
}

pub fn trials(browser: &Browser) -> Vec<Trial> {
    let text = read("messages.js");
    let forgeries = text.split("\n// ## ").skip(1).map(Forgery::parse);
    let served = DEPARTURES.map(|departure| ("departure", departure, Source::Server));
    let kept = DEPARTURES.map(|departure| ("departure_of_a_kept_frame", departure, Source::Kept));
    let departures = served
        .into_iter()
        .chain(kept.into_iter().take(KEPT_DEPARTURES))
        .map(|(kind, departure, source)| {
            let name = format!("red_team::{kind}::{departure}");
            browser.bare_trial(&name, move |page| depart(page, departure, source))
        });
    forgeries
        .map(|forgery| {
            let name = forgery.name.clone();
            browser.bare_trial(&name, |page| forgery.run(page))
        })
        .chain(departures)
        .chain([
            browser.bare_trial("red_team::what_breaks_out_of_python_reaches_nothing", |page| {
                break_out(page, Source::Server)
            }),
            browser.bare_trial("red_team::what_breaks_out_into_a_kept_frame_reaches_nothing", |page| {
                break_out(page, Source::Kept)
            }),
            browser.bare_trial("red_team::the_frame_has_no_origin_whoever_shows_it", show_frame),
            browser.trial("red_team::the_frame_cannot_send_packets", |page| async move {
                let found: Vec<String> = page
                    .script_in_frame(
                        "return ['RTCPeerConnection', 'webkitRTCPeerConnection'].filter((name) => name in self)",
                    )
                    .await?;
                expect(found, Vec::<String>::new())
            }),
            browser.trial("red_team::the_frame_cannot_take_the_tab_to_another_page", |page| async move {
                let found: Vec<String> = page
                    .script_in_frame(
                        "const ways = ['history.go(-1)', 'history.back()', 'history.forward()', 'navigation.back()', 'navigation.forward()', 'navigation.traverseTo(navigation.currentEntry.key)'];
                         const names = ways.map((way) => way.match(/^(.*)[.](.*)[(]/).slice(1));
                         return names.filter(([owner, name]) => self[owner]?.[name]).map(([owner, name]) => owner + '.' + name);",
                    )
                    .await?;
                expect(found, Vec::<String>::new())
            }),
        ])
        .collect()
}

/// What a frame would reach that has been broken out into.
struct Servers {
    /// Nothing so much as connects to it.
    quiet: Counter,
    /// Browsers connect to it for a frame that they then do not load, and send nothing.
    knocked: Counter,
}

impl Servers {
    async fn start() -> Self {
        Self {
            quiet: Counter::start().await,
            knocked: Counter::start().await,
        }
    }

    /// What `SECURITY.md` promises of a frame that has been broken out into.
    async fn expect_nothing_sent(&self) -> Checked {
        // What was sent last is on its way.
        sleep(Duration::from_millis(200)).await;
        self.quiet.expect_silence()?;
        expect((self.knocked.requests(), self.knocked.bytes()), (0, 0))
    }
}

/// Our frame with another script, under the same policy: as if it had broken out of Python.
fn broken_out(servers: &Servers, departure: &str) -> Result<String, Failed> {
    let (_, frame) = variant::frame()?;
    let inside = frame.find("\"></iframe>").ok_or("the fence has no frame")?;
    let start = frame[..inside]
        .rfind("<script>")
        .ok_or("the frame has no script")?
        + "<script>".len();
    let end = start
        + frame[start..]
            .find("</script>")
            .ok_or("the frame's script has no end")?;
    let script = servers
        .quiet
        .name_in(&read("frame.js"))
        .replace("{knocked}", &servers.knocked.url)
        .replace("{departure}", departure);
    let hash = BASE64.encode(Sha256::digest(&script));
    let script = script.replace('&', "&amp;").replace('"', "&quot;");
    let frame = format!("{}{script}{}", &frame[..start], &frame[end..]);
    Ok(frame.replacen("script-src ", &format!("script-src 'sha256-{hash}' "), 1))
}

async fn break_out(page: Page, source: Source) -> Checked {
    let servers = Servers::start().await;
    visit(&page, broken_out(&servers, "")?, source).await?;
    page.script::<()>(
        "window.heard = [];
         new BroadcastChannel('test').onmessage = ({ data }) => heard.push(data);",
    )
    .await?;
    let reached: String = page
        .script("return Garter.load().then(() => 'it is ready', (error) => error.message)")
        .await?;
    expect(reached.as_str(), r#"{"document":[],"worker":[]}"#)?;
    let was_kept: bool = page
        .script("return window.shown?.startsWith('blob:') ?? false")
        .await?;
    expect(was_kept, matches!(source, Source::Kept))?;
    let heard: Vec<String> = page.script("return window.heard").await?;
    expect(heard, Vec::<String>::new())?;
    servers.expect_nothing_sent().await
}

/// The frame leaves for another address, and does not come there.
async fn depart(page: Page, departure: &str, source: Source) -> Checked {
    let servers = Servers::start().await;
    visit(&page, broken_out(&servers, departure)?, source).await?;
    let end: String = page
        .script_with(
            "const garter = await Garter.load();
             const run = garter.run('').then(() => 'it ran', (error) => error.message);
             return await Promise.race([run, new Promise((resolve) => setTimeout(resolve, argument, 'it stayed'))]);",
            &json!(500),
        )
        .await?;
    let gone = "The sandbox has gone to another address. It was taken away; load another one.";
    if ![gone, "it stayed"].contains(&end.as_str()) {
        return Err(end.into());
    }
    servers.expect_nothing_sent().await
}

/// Whoever shows the frame without a sandbox, or in a window of its own, shows the origin of the
/// site that serves it. What runs programs has none all the same.
async fn show_frame(page: Page) -> Checked {
    let (path, _) = variant::frame()?;
    page.open(&path.to_string_lossy()).await?;
    page.until("frames.length === 1").await?;
    let reached: Value = page
        .script("try { return frames[0].origin } catch (error) { return error.name }")
        .await?;
    expect(reached, json!("SecurityError"))
}

/// How many attacks on the frame there are in `frame.js`: each has a line that begins with its name.
fn attacks_on_the_frame() -> usize {
    let is_attack = |line: &&str| {
        line.strip_prefix("  ")
            .and_then(|line| line.split_once(": "))
            .is_some_and(|(name, value)| {
                name.chars()
                    .all(|letter| letter.is_ascii_lowercase() || letter == '_')
                    && (value.starts_with("() =>") || value.starts_with("async () =>"))
            })
    };
    read("frame.js").lines().filter(is_attack).count()
}

/// How many attacks there are from a frame, and on it.
pub fn attacks() -> usize {
    attacks_on_the_frame() + read("messages.js").split("\n// ## ").skip(1).count()
}

fn read(file: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/red_team");
    fs::read_to_string(folder.join(file)).expect("the attacks are in the repository")
}

impl Page {
    /// Runs JavaScript in the sandbox frame, where no script of a page can.
    async fn script_in_frame<T: serde::de::DeserializeOwned>(
        &self,
        code: &str,
    ) -> Result<T, Failed> {
        self.enter_frames(2).await?;
        let result = self.script(code).await;
        self.leave_frames(2).await?;
        result
    }
}
