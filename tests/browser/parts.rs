//! Parts of the interpreter with names of their own: fetched by the first import of a module of theirs, or when the page
//! asks for them.

use libtest_mimic::{Failed, Trial};
use serde_json::{Value, json};

use crate::page::{Browser, Page, expect, expect_part};
use crate::serving::{DAMAGE_OF_PARTS, Damage, Server};

/// How the names of the parts' files begin.
const COMPRESSION: &str = "compression-";
const NUMPY: &str = "numpy-";
/// The pack of its Python half.
const ARRAYS: &str = "arrays-";
const TABLES: &str = "tables-";
const SQLITE: &str = "sqlite-";
const XML: &str = "xml-";
const LATER: &str = "later-";

/// What each part is imported for, and what that prints.
const USES: [(&str, &str, &str); 5] = [
    (
        "compression",
        "import bz2, lzma, zlib\ntext = b'spam ' * 1000\nfor how in (bz2, lzma, zlib):\n    packed = how.compress(text)\n    \
         print(len(packed) < 200, how.decompress(packed) == text)",
        "True True\nTrue True\nTrue True\n",
    ),
    (
        "xml",
        "import xml.etree.ElementTree as tree\nroot = tree.fromstring('<a><b n=\"1\">x</b></a>')\n\
         print(root.find('b').attrib, tree.tostring(root).decode())",
        "{'n': '1'} <a><b n=\"1\">x</b></a>\n",
    ),
    (
        "numpy",
        "import numpy as np\na = np.arange(6).reshape(2, 3)\na[:, 1] *= 10\nprint(a.tolist(), a.mean(axis=0))\n\
         print(np.linalg.solve([[2, 1], [1, 3]], [3, 5]), np.random.default_rng(1).integers(10, size=3))",
        "[[0, 10, 2], [3, 40, 5]] [ 1.5 25.   3.5]\n[0.8 1.4] [4 5 7]\n",
    ),
    (
        "sqlite",
        "import sqlite3\ncon = sqlite3.connect('a.db')\ncon.execute('create table t (x)')\n\
         con.executemany('insert into t values (?)', [(1,), (2,)])\ncon.commit()\n\
         print(con.execute('select sum(x), max(x) from t').fetchone(), open('a.db', 'rb').read(6))\n\
         print(con.execute(\"select printf('%.3f', sqrt(2)), json_extract('[5]', '$[0]')\").fetchone())",
        "(3, 2) b'SQLite'\n('1.414', 5)\n",
    ),
    // Each of them once more, the other way round, and with `later` in use.
    (
        "both",
        "import xml.dom.minidom, gzip, csv, io\nprint(xml.dom.minidom.parseString('<a/>').documentElement.tagName)\n\
         print(gzip.decompress(gzip.compress(b'x' * 99)) == b'x' * 99)\nprint(list(csv.reader(io.StringIO('1,2'))))",
        "a\nTrue\n[['1', '2']]\n",
    ),
];

#[expect(clippy::too_many_lines, reason = "a list of tests")]
pub fn trials(browser: &Browser) -> Vec<Trial> {
    let mut trials = vec![
        browser.bare_trial("parts::a_page_that_asks_for_a_part_has_it_before_the_program", |page| async move {
            let (page, server) = served(page).await?;
            load(&page, r#"{ parts: ["compression"] }"#).await?;
            expect(page.script::<String>("return window.told").await?, "loaded".to_owned())?;
            // Whoever imports it does not ask the server any more.
            server.damage(COMPRESSION, Damage::Missing);
            let result = run(&page, USES[0].1).await?;
            expect(&result["stdout"], USES[0].2)?;
            expect(&result["status"], "ok")
        }),
        browser.bare_trial("parts::a_page_that_asks_for_numpy_has_both_of_its_halves", |page| async move {
            let (page, server) = served(page).await?;
            load(&page, r#"{ parts: ["numpy"] }"#).await?;
            expect(page.script::<String>("return window.told").await?, "loaded".to_owned())?;
            server.damage(NUMPY, Damage::Missing);
            server.damage(ARRAYS, Damage::Missing);
            let result = run(&page, "import numpy\nprint(numpy.arange(3))").await?;
            expect(&result["stdout"], "[0 1 2]\n")
        }),
        browser.bare_trial("parts::a_page_that_asks_for_a_part_is_told_if_it_is_missing", |page| async move {
            let (page, server) = served(page).await?;
            server.damage(COMPRESSION, Damage::Missing);
            load(&page, r#"{ parts: ["compression"] }"#).await?;
            let told = page.script::<String>("return window.told").await?;
            expect_part(&told, "LoadError")?;
            expect_part(&told, COMPRESSION)?;
            expect_part(&told, "is missing on the server (404)")?;
            server.repair();
            load(&page, r#"{ parts: ["compression"] }"#).await?;
            expect(page.script::<String>("return window.told").await?, "loaded".to_owned())
        }),
        browser.bare_trial("parts::a_part_that_there_is_not_is_refused_by_name", |page| async move {
            let (page, _server) = served(page).await?;
            load(&page, r#"{ parts: ["compresion"] }"#).await?;
            let told = page.script::<String>("return window.told").await?;
            expect_part(&told, "OptionError")?;
            expect_part(&told, r#""compresion" is no part of this Python; there are compression, numpy, sqlite, and xml"#)
        }),
        browser.bare_trial("parts::waiting_for_a_part_is_not_the_programs_time_and_stop_ends_it", |page| async move {
            let (page, server) = served(page).await?;
            server.damage(COMPRESSION, Damage::HeldBack);
            load(&page, "{}").await?;
            page.script::<()>(
                "window.output = ''; window.run = garter.run(\"print('started')\\nimport bz2\\nprint('imported')\", \
                 { budget: { seconds: 1 }, onOutput: ({ text }) => { window.output += text; } });",
            )
            .await?;
            page.until("output.includes('started')").await?;
            page.script_with::<()>("await new Promise((resolve) => setTimeout(resolve, 2500))", &Value::Null).await?;
            page.script::<()>("run.stop()").await?;
            let status = page.script_with::<String>("return (await run).status", &Value::Null).await?;
            expect(status.as_str(), "stopped")?;
            server.repair();
            let result = run(&page, "import bz2\nprint(bz2.compress(b'')[:2])").await?;
            expect(&result["stdout"], "b'BZ'\n")
        }),
    ];
    trials.push(browser.bare_trial(
        "parts::without_a_network_a_program_says_what_is_missing_and_runs_when_it_is_back",
        |page| async move {
            let (page, server) = served(page).await?;
            server.damage(LATER, Damage::HeldBack);
            load(&page, "{}").await?;
            let result = run(&page, "print('first')").await?;
            expect(&result["stdout"], "first\n")?;
            // The line goes down between the first output and the second part.
            server.damage(LATER, Damage::Missing);
            let program = "print('here')\nimport array\nprint(array.array('b', bytes(3)))";
            let result = run(&page, program).await?;
            let told = result["stderr"].as_str().unwrap_or_default();
            expect_part(told, "needs a part of Python that did not arrive")?;
            expect_part(told, LATER)?;
            expect_part(told, "run it again when it is there")?;
            server.repair();
            let result = run(&page, program).await?;
            expect(&result["stdout"], "here\narray('b', [0, 0, 0])\n")
        },
    ));
    trials.push(browser.bare_trial(
        "parts::an_element_that_names_a_part_fetches_it_as_it_loads",
        |page| async move {
            let (page, server) = served(page).await?;
            page.script_with::<()>(
                "const style = document.createElement('div');
                 style.innerHTML = `<garter-snippet parts=\"xml\" loading=\"eager\"><pre>import xml.etree.ElementTree as tree
print(tree.fromstring('&lt;a/>').tag)</pre></garter-snippet>
                 <garter-snippet parts=\"xnl\"><pre>print(1)</pre></garter-snippet>`;
                 document.body.append(style);
                 const script = document.createElement('script');
                 script.type = 'module';
                 script.src = './snippet.js';
                 document.body.append(script);",
                &Value::Null,
            )
            .await?;
            page.until("performance.getEntriesByType('resource').some(({ name, responseEnd }) => name.includes('/xml-') && responseEnd > 0)")
                .await?;
            server.damage(XML, Damage::Missing);
            let result: Value = page
                .script_with(
                    "const { status, stdout } = await document.querySelector('garter-snippet').run(); return { status, stdout };",
                    &Value::Null,
                )
                .await?;
            expect(&result["stdout"], "a\n")?;
            let complaint: String = page
                .script("return document.querySelectorAll('garter-snippet')[1].shadowRoot.textContent")
                .await?;
            expect_part(&complaint, r#"parts="xnl" names no part of this Python"#)
        },
    ));
    trials.extend([("modules", ARRAYS), ("code", NUMPY)].map(|(what, half)| {
        let name = format!("parts::numpy_without_its_{what}_cannot_be_imported_and_can_be_later");
        browser.bare_trial(&name, move |page| async move {
            let (page, server) = served(page).await?;
            load(&page, "{}").await?;
            let program = "try:\n    import numpy\nexcept OSError as error:\n    print(error)\nelse:\n    print(numpy.ones(2))";
            server.damage(half, Damage::Missing);
            let result = run(&page, program).await?;
            expect_part(result["stdout"].as_str().unwrap_or_default(), half)?;
            expect(&result["status"], "ok")?;
            server.repair();
            let result = run(&page, program).await?;
            expect(&result["stdout"], "[1. 1.]\n")
        })
    }));
    trials.push(browser.bare_trial(
        "parts::pandas_without_its_modules_cannot_be_imported_and_can_be_later",
        |page| async move {
            let (page, server) = served(page).await?;
            load(&page, "{}").await?;
            let program = "try:\n    import pandas\nexcept OSError as error:\n    print(error)\nelse:\n    print(pandas.isna(None))";
            server.damage(TABLES, Damage::Missing);
            let result = run(&page, program).await?;
            expect_part(result["stdout"].as_str().unwrap_or_default(), TABLES)?;
            expect(&result["status"], "ok")?;
            server.repair();
            let result = run(&page, program).await?;
            expect(&result["stdout"], "True\n")
        },
    ));
    trials.extend(USES.map(|(name, program, printed)| {
        browser.bare_trial(&format!("parts::an_import_fetches_{name}"), move |page| async move {
            let (page, server) = served(page).await?;
            for part in [COMPRESSION, NUMPY, ARRAYS, SQLITE, XML, LATER] {
                server.damage(part, Damage::HeldBack);
            }
            load(&page, "{}").await?;
            page.script::<()>(&format!(
                "window.output = ''; window.run = garter.run({}, {{ onOutput: ({{ text }}) => {{ window.output += text; }} }});",
                // Parsing some of it needs `later`.
                json!(format!("print('started')\nexec({})", json!(program)))
            ))
            .await?;
            page.until("output.includes('started')").await?;
            server.repair();
            let stdout = page.script_with::<String>("return (await run).stdout", &Value::Null).await?;
            expect(stdout.as_str(), format!("started\n{printed}").as_str())?;
            // The next worker has them from birth.
            let result = run(&page, program).await?;
            expect(&result["stdout"], printed)
        })
    }));
    trials.extend(
        DAMAGE_OF_PARTS.map(|(damage, says)| {
            let how = damage.name();
            browser.bare_trial(
                &format!("parts::an_import_of_a_part_{how}_fails_and_can_be_tried_again"),
                move |page| async move {
                    let (page, server) = served(page).await?;
                    server.damage(COMPRESSION, damage);
                    load(&page, "{}").await?;
                    let program = "try:\n    import bz2\nexcept OSError as error:\n    print(error)\nprint('after')";
                    let result = run(&page, program).await?;
                    let told = result["stdout"].as_str().unwrap_or_default();
                    expect_part(told, "_bz2 is in a part of Python that did not arrive")?;
                    expect_part(told, "compression")?;
                    expect_part(told, says)?;
                    expect_part(told, "after")?;
                    expect(&result["status"], "ok")?;
                    server.repair();
                    let result = run(&page, program).await?;
                    expect(&result["stdout"], "after\n")
                },
            )
        }),
    );
    trials
}

/// A page without Python, whose server can damage files.
async fn served(mut page: Page) -> Result<(Page, Server), Failed> {
    let server = Server::start().await;
    page.url.clone_from(&server.url);
    page.open("playground.css").await?;
    Ok((page, server))
}

/// Loads Python with these options; `told` is what came of it. A script of the page does it: what Firefox's driver runs
/// has objects of another kind.
async fn load(page: &Page, options: &str) -> Result<(), Failed> {
    page.script::<()>(&format!(
        "const script = document.createElement('script');
         script.type = 'module';
         script.textContent = `
           window.told = '';
           const {{ Garter }} = await import('./garter.js');
           window.told = await Garter.load({options}).then(
             (garter) => {{ window.garter = garter; return 'loaded'; }},
             (error) => error.name + ': ' + error.message,
           );`;
         window.told = '';
         document.body.append(script);"
    ))
    .await?;
    page.until("window.told").await
}

async fn run(page: &Page, program: &str) -> Result<Value, Failed> {
    page.run(program, json!({})).await
}
