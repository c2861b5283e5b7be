//! Snippets that import from wheels.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use libtest_mimic::Trial;
use serde_json::json;
use sha2::{Digest, Sha256};

use super::{place, run, shown, trial};
use crate::page::{Browser, Checked, Page, expect, expect_part};
use crate::wheels::{Member, described, wheel, zip};

/// Lets the page find these files, and counts how often it asks for each.
const SERVE: &str = "
    const real = window.realFetch ??= window.fetch;
    window.asked = {};
    window.files = Object.fromEntries(Object.entries(argument).map(([name, text]) =>
      [name, Uint8Array.from(atob(text), (one) => one.charCodeAt(0))]));
    window.hold = null;
    window.fetch = async (url, ...rest) => {
      const [name] = /[^/]+$/.exec(String(url)) ?? [''];
      if (!/\\.(whl|json)$/.test(name)) return real(url, ...rest);
      asked[name] = (asked[name] ?? 0) + 1;
      if (window.hold) await window.hold;
      return files[name] ? new Response(files[name]) : new Response('', { status: 404 });
    };";

#[expect(clippy::too_many_lines, reason = "a list of tests")]
pub fn trials(browser: &Browser) -> Vec<Trial> {
    vec![
        trial(
            browser,
            "packages::several_import_from_a_lock_that_is_fetched_once",
            |page| async move {
                serve(&page, "once").await?;
                let snippet = |id| {
                    format!(
                        "<garter-snippet id={id} packages=\"./once/lock-once.json\"><pre>import birds, importlib.metadata\nprint(birds.NAME, importlib.metadata.version('birds'), birds.__file__)</pre></garter-snippet>"
                    )
                };
                place(&page, &format!("{}{}", snippet("s"), snippet("t"))).await?;
                for id in ["s", "t", "s"] {
                    expect(run(&page, id).await?, "ok")?;
                    expect(
                        shown(&page, ".terminal", id).await?,
                        "owl 1.2 /lib/site-packages/birds/__init__.py",
                    )?;
                }
                expect(
                    page.script::<serde_json::Value>("return asked").await?,
                    json!({ "lock-once.json": 1, "birds-once.whl": 1 }),
                )
            },
        ),
        trial(
            browser,
            "packages::what_is_wrong_with_them_is_said_and_mended",
            |page| async move {
                serve(&page, "wrong").await?;
                for (packages, said) in [
                    ("none.whl", "is missing on the server (404)"),
                    (
                        "text-wrong.whl",
                        "text-wrong.whl is no wheel: it is no zip file",
                    ),
                    ("bad-wrong.json", "is not the file that the lock names"),
                ] {
                    place(&page, &format!("<garter-snippet id=s packages=\"./{packages}\">print(1)</garter-snippet>")).await?;
                    run(&page, "s").await?;
                    let all = page.script::<String>("return (shown('.terminal') ?? '') + (shown('.notices') ?? '') + (shown('.status') ?? '')").await?;
                    expect_part(&all, said)?;
                }
                page.script::<()>("files['none.whl'] = files['birds-wrong.whl']")
                    .await?;
                place(&page, "<garter-snippet id=s packages=\"./none.whl\">import birds\nprint(birds.NAME)</garter-snippet>").await?;
                expect(run(&page, "s").await?, "ok")
            },
        ),
        trial(
            browser,
            "packages::stop_ends_a_run_whose_packages_are_on_their_way",
            |page| async move {
                serve(&page, "stop").await?;
                let stopped: String = page.script_with(&with_own("
                let go;
                window.hold = new Promise((resolve) => (go = resolve));
                const run = own.run('print(1)', { packages: ['./birds-stop.whl'] });
                setTimeout(() => run.stop(), 20);
                const { status } = await run;
                go();
                const second = await own.run('import birds\\nprint(birds.NAME)', { packages: ['./birds-stop.whl'] });
                return `${status} ${second.stdout}`;"), &json!(null)).await?;
                expect(stopped, "stopped owl\n".to_owned())
            },
        ),
        trial(
            browser,
            "packages::a_session_survives_what_does_not_arrive",
            |page| async move {
                serve(&page, "session").await?;
                place(&page, "<garter-snippet id=s session=one>x = 1</garter-snippet><garter-snippet id=t session=one packages=\"./none-session.whl\">print(x)</garter-snippet><garter-snippet id=u session=one packages=\"./birds-session.whl\">import birds\nprint(birds.NAME, x)</garter-snippet>").await?;
                expect(run(&page, "s").await?, "ok")?;
                run(&page, "t").await?;
                page.script::<()>("window.go = null; window.hold = new Promise((resolve) => (window.go = resolve)); document.getElementById('u').run()")
                    .await?;
                page.until("asked['birds-session.whl']").await?;
                page.script::<()>("document.getElementById('u').stop()")
                    .await?;
                page.until("document.getElementById('u').status === 'stopped'")
                    .await?;
                page.script::<()>("window.go(); window.hold = null").await?;
                expect(run(&page, "u").await?, "ok")?;
                expect(shown(&page, ".terminal", "u").await?, "owl 1")
            },
        ),
        trial(
            browser,
            "packages::runs_that_come_to_nothing_keep_no_interpreter",
            |page| async move {
                serve(&page, "kept").await?;
                // There are eight at most, and each of these would have been one.
                let printed: String = page.script_with(&with_own("
                for (let round = 0; round < 10; round += 1) {
                  const first = own.run('x = 1', { keep: true });
                  await first;
                  const second = own.run('', { after: first, keep: true, packages: ['./none-kept.whl'] });
                  await second.then(() => {}, () => {});
                  window.hold = new Promise(() => {});
                  const third = own.run('', { after: second, keep: true, packages: [`./birds-kept-${round}.whl`] });
                  setTimeout(() => third.stop());
                  const { status, kept } = await third;
                  if (status !== 'stopped' || !kept) return `${status} ${kept}`;
                  window.hold = null;
                  const fourth = own.run('print(x)', { after: third, keep: true });
                  if ((await fourth).stdout !== '1\\n') return 'the names are gone';
                  fourth.end();
                }
                return 'none is left';"), &json!(null)).await?;
                expect(printed, "none is left".to_owned())
            },
        ),
        trial(
            browser,
            "packages::a_wheel_takes_from_the_memory_of_its_program",
            |page| async move {
                let printed: String = page
                    .script_with(
                        &with_own(
                            "
                const large = Uint8Array.from(atob(argument), (one) => one.charCodeAt(0));
                const program = 'data = bytearray(45 << 20)\\nprint(len(data))';
                const ends = [];
                for (const packages of [[], [{ name: 'large.whl', data: large }]]) {
                  const { status } = await own.run(program, { packages, budget: { memoryMB: 48 } });
                  ends.push(status);
                }
                return ends.join(' ');",
                        ),
                        &STANDARD.encode(large()).into(),
                    )
                    .await?;
                expect(printed, "ok memory".to_owned())
            },
        ),
        trial(
            browser,
            "packages::what_was_broken_is_fetched_anew",
            |page| async move {
                serve(&page, "anew").await?;
                place(&page, "<garter-snippet id=s packages=\"./text-anew.whl\">import birds\nprint(birds.NAME)</garter-snippet>").await?;
                run(&page, "s").await?;
                expect_part(&shown(&page, ".terminal", "s").await?, "is no wheel")?;
                page.script::<()>("files['text-anew.whl'] = files['birds-anew.whl']")
                    .await?;
                expect(run(&page, "s").await?, "ok")?;
                expect(shown(&page, ".terminal", "s").await?, "owl")
            },
        ),
        trial(
            browser,
            "packages::scripts_give_their_bytes_and_cells_have_them",
            |page| async move {
                serve(&page, "bytes").await?;
                let printed: String = page.script_with(&with_own("
                const packages = [{ name: 'birds.whl', data: files['birds-bytes.whl'] }];
                const first = own.run('import birds\\nprint(birds.NAME)', { packages, keep: true });
                const one = await first;
                const two = await own.run('from birds import NAME\\nprint(NAME, 2)', { after: first });
                const none = await own.run('import birds');
                return one.stdout + two.stdout + none.error.message;"), &json!(null)).await?;
                expect(printed, "owl\nowl 2\nNo module named 'birds'".to_owned())
            },
        ),
    ]
}

/// Code of a test with a Garter of its own, whose script belongs to the page: Firefox runs what a driver imports in a realm that has
/// other classes than the page.
fn with_own(code: &str) -> String {
    format!(
        "if (!window.own) await new Promise((resolve, reject) => {{
           const text = `import {{ Garter }} from '/pkg/garter.js'; window.own = await Garter.load(); dispatchEvent(new Event('own'));`;
           const script = Object.assign(document.createElement('script'), {{ type: 'module', textContent: text, onerror: reject }});
           addEventListener('own', resolve, {{ once: true }});
           document.head.append(script);
         }});
         {code}"
    )
}

/// A wheel of 4 MB, whose file is stored as it is.
fn large() -> Vec<u8> {
    let mut members = described("large", "1");
    members.push(Member::new("large.bin", vec![7; 4 << 20]));
    zip(&members)
}

/// Files whose names no other test has: what a page has fetched once stays.
async fn serve(page: &Page, test: &str) -> Checked {
    let birds = wheel("birds", "1.2", &[("birds/__init__.py", "NAME = 'owl'\n")]);
    let birds = birds.data.as_ref();
    let digest = Sha256::digest(birds)
        .iter()
        .fold(String::new(), |text, byte| format!("{text}{byte:02x}"));
    let lock = |file: &str, sha256: &str| {
        json!({ "format": 1, "garter": "0.1.0", "packages": [{
            "name": "birds", "version": "1.2", "file": file, "sha256": sha256, "size": birds.len(), "requires": [],
        }] })
        .to_string()
    };
    let file = format!("birds-{test}.whl");
    let files = [
        (
            format!("lock-{test}.json"),
            lock(&file, &digest).into_bytes(),
        ),
        (
            format!("bad-{test}.json"),
            lock(&file, &"0".repeat(64)).into_bytes(),
        ),
        (format!("text-{test}.whl"), b"<!doctype html>".to_vec()),
        (file, birds.to_vec()),
    ];
    let encoded: serde_json::Map<String, serde_json::Value> = files
        .into_iter()
        .map(|(name, data)| (name, STANDARD.encode(data).into()))
        .collect();
    page.script_with::<()>(SERVE, &encoded.into()).await
}
