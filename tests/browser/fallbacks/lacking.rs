//! Browsers that lack what Python needs: the page says in one sentence what it is, and what is written in it can still
//! be read and copied. And those that lack only WebAssembly's exceptions, in which everything runs.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use libtest_mimic::Trial;
use serde_json::Value;

use crate::page::{Browser, Checked, Page, expect, expect_part};
use crate::variant::{self, Variant};

/// What takes a feature away before any script runs, and how the page names it.
const OLD: [(&str, &str); 3] = [
    ("delete Array.prototype.toSorted;", "Array.prototype.toSorted"),
    (
        "delete Document.prototype.adoptedStyleSheets;",
        "adoptedStyleSheets",
    ),
    (
        "const All = RegExp;
         window.RegExp = function (source, flags) {
           if (String(source).includes('(?<=a)')) throw new SyntaxError('Invalid regular expression: invalid group specifier name');
           return new All(source, flags);
         };
         window.RegExp.prototype = All.prototype;",
        "lookbehind in regular expressions",
    ),
];

const SNIPPETS: &str = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Old</title>
    <script>SCRIPT</script><script type=\"module\" src=\"pkg/snippet.js\"></script>
    <p>Before</p>
    <garter-snippet id=one><pre><code>print('one')</code></pre></garter-snippet>
    <garter-snippet id=two><pre><code>print('two')</code></pre></garter-snippet>
    <garter-exercise><p>A task.</p></garter-exercise></html>";

/// The versions that the sentence names.
const VERSIONS: &str = "Chrome 110, Edge 110, Firefox 115, Safari 16.4 and newer versions have it.";

pub fn trials(browser: &Browser) -> Vec<Trial> {
    vec![
        browser.bare_trial("lacking::an_old_browser_is_told_what_it_lacks_by_the_playground", |page| async move {
            for (script, feature) in OLD {
                let url = Variant::of_playground_after(script)?.serve().await;
                page.open_elsewhere(&url).await?;
                page.until("document.documentElement.dataset.garter === 'broken'").await?;
                let text: String = page.script("return document.body.innerText").await?;
                expect_part(&text, &format!("it lacks {feature}, or has it switched off"))?;
                expect_part(&text, VERSIONS)?;
                // Nothing stands beside it that does nothing.
                expect(page.script::<usize>("return document.querySelectorAll('button, select').length").await?, 0)?;
            }
            Ok(())
        }),
        browser.bare_trial("lacking::an_old_browser_shows_snippets_as_text_and_one_sentence", |page| async move {
            for (script, feature) in OLD {
                open_snippets(&page, script).await?;
                page.until("document.querySelector('[role=alert]')").await?;
                expect(page.script::<usize>("return document.querySelectorAll('[role=alert]').length").await?, 1)?;
                let text: String = page.script("return document.body.innerText").await?;
                expect_part(&text, &format!("it lacks {feature}"))?;
                expect_part(&text, VERSIONS)?;
                for part in ["print('one')", "print('two')", "A task."] {
                    expect_part(&text, part)?;
                }
                expect(page.script::<String>(COPIED).await?, "print('two')")?;
            }
            Ok(())
        }),
        browser.bare_trial("lacking::without_webassembly_the_playground_says_so_and_keeps_what_is_typed", |page| async move {
            let url = Variant::of_playground_after("delete window.WebAssembly;")?.serve().await;
            page.open_elsewhere(&url).await?;
            page.until("document.documentElement.dataset.garter === 'broken'").await?;
            expect_part(&page.text("#status").await?, "it lacks WebAssembly, or has it switched off")?;
            page.type_program("typed = 'here'").await?;
            expect(page.editor_text().await?, "typed = 'here'")
        }),
        browser.bare_trial("lacking::without_webassembly_a_snippet_says_so_when_it_is_run", |page| async move {
            open_snippets(&page, "delete window.WebAssembly;").await?;
            page.until("document.getElementById('one').shadowRoot").await?;
            page.script::<()>("document.getElementById('one').shadowRoot.querySelector('button.run').click()").await?;
            page.until("document.getElementById('one').status === 'broken'").await?;
            let said: String = page
                .script("return document.getElementById('one').shadowRoot.querySelector('.snippet').innerText")
                .await?;
            expect_part(&said, "it lacks WebAssembly, or has it switched off")?;
            expect(page.script::<String>("return document.querySelector('#one pre').innerText").await?, "print('one')")
        }),
        browser.bare_trial("neither::without_webassemblys_exceptions_everything_runs", without_exceptions),
    ]
}

/// What a reader who selects the second program copies.
const COPIED: &str = "getSelection().selectAllChildren(document.querySelector('#two pre')); return getSelection().toString();";

async fn open_snippets(page: &Page, script: &str) -> Checked {
    let variant = Variant {
        pages: HashMap::from([("index.html", SNIPPETS.replace("SCRIPT", script))]),
        ..Variant::default()
    };
    page.open_elsewhere(&variant.serve().await).await
}

/// The page takes the browser for one that does not know them, and its sandbox cannot switch stacks.
async fn without_exceptions(page: Page) -> Checked {
    let script = "
        WebAssembly.validate = () => false;
        window.sent = [];
        const post = MessagePort.prototype.postMessage;
        MessagePort.prototype.postMessage = function (message, ...rest) {
          if (message?.type === 'piece' && message.name === 'interpreter' && message.bytes) sent.push(message.bytes.slice());
          return post.call(this, message, ...rest);
        };";
    let (path, _) = variant::frame()?;
    let older = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/variants/older");
    let url = Variant {
        frame: Some(fs::read_to_string(older.join(path))?),
        ..Variant::of_playground_after(script)?
    }
    .serve()
    .await;
    page.open_elsewhere(&url).await?;
    page.be_ready().await?;
    // What catches has become what does not: try_table (0x1f) a block (0x02), throw_ref (0x0a) unreachable (0x00).
    let changed: [bool; 3] = page
        .script_with(
            "const { name } = performance.getEntriesByType('resource').find(({ name }) => /interpreter-.*\\.wasm$/.test(name));
             const original = new Uint8Array(await (await fetch(name)).arrayBuffer());
             const arrived = new Uint8Array(await new Blob(sent).arrayBuffer());
             const changes = new Set();
             original.forEach((byte, at) => byte !== arrived[at] && changes.add(`${byte} ${arrived[at]}`));
             return [original.length === arrived.length, changes.has('31 2'), changes.has('10 0')];",
            &Value::Null,
        )
        .await?;
    expect(changed, [true; 3])?;
    page.type_program(
        "import bz2, decimal\ndef deep(): deep()\ntry:\n    deep()\nexcept RecursionError:\n    print('too deep')\n\
         print(decimal.Decimal(1) / 8, bz2.decompress(bz2.compress(b'abc')), input('? '))\n",
    )
    .await?;
    page.click("#run").await?;
    page.until("document.querySelector('.input')").await?;
    page.press(".input", "Ann\u{e007}").await?;
    expect(page.status_after_run().await?, "ok")?;
    expect(
        page.text("#output").await?,
        "too deep\n? Ann\n0.125 b'abc' Ann\n",
    )
}
