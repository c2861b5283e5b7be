//! The sandbox frame and the API around it.

use libtest_mimic::Trial;
use serde_json::{Value, json};

use crate::page::{Browser, expect, expect_part};

pub fn trials(browser: &Browser) -> Vec<Trial> {
    vec![
        browser.trial("the_frame_has_no_origin", |page| async move {
            let frame: Value = page
                .script(
                    "const frame = document.querySelector('iframe');
                     let reached = true;
                     try { frame.contentWindow.document } catch { reached = false }
                     return { sandbox: frame.getAttribute('sandbox'), reached, count: document.querySelectorAll('iframe').length }",
                )
                .await?;
            expect(frame, json!({ "sandbox": "allow-scripts", "reached": false, "count": 1 }))
        }),
        browser.trial("wrong_options_are_named_and_nothing_runs", |page| async move {
            for (options, part) in [
                (json!({ "budget": { "seconds": -1 } }), "budget.seconds is -1; it must be a number from 0.001 to 86400"),
                (json!({ "files": { "../x": "" } }), "a name must be a relative path"),
                (json!({ "sauce": 1 }), "unknown field `sauce`"),
                (json!({ "stdin": 5 }), "invalid type"),
            ] {
                let error = page.run("print(1)", options).await.err().and_then(|error| error.message().map(str::to_owned));
                expect_part(&error.unwrap_or_default(), part)?;
            }
            Ok(())
        }),
        browser.trial("stdin_argv_and_files_arrive_and_changed_files_return", |page| async move {
            let source = "import sys\nprint(input(), sys.argv[1:], open('data/a.txt').read())\nopen('b.txt', 'w').write('new')";
            let options = json!({ "stdin": "typed\n", "argv": ["-v"], "files": { "data/a.txt": "content" } });
            let result = page.run(source, options).await?;
            expect(result["stdout"].as_str(), Some("typed ['-v'] content\n"))?;
            expect(&result["files"], &json!(["b.txt"]))
        }),
        browser.trial("files_may_have_the_names_of_what_objects_inherit", |page| async move {
            let source = "for name in ['__proto__', 'constructor', 'toString']: open(name, 'w').write(name)";
            let files: Value = page
                .script_with(
                    "const { files } = await garter.run(argument);
                     return Object.entries(files).map(([name, content]) => [name, new TextDecoder().decode(content)]);",
                    &source.into(),
                )
                .await?;
            let names = ["__proto__", "constructor", "toString"];
            expect(files, json!(names.map(|name| [name, name])))
        }),
        browser.trial("runs_side_by_side_do_not_mix", |page| async move {
            let outputs: Vec<String> = page
                .script_with(
                    "const runs = [...Array(8).keys()].map(n => garter.run(`for i in range(50): print(${n})`));
                     return (await Promise.all(runs)).map(result => result.stdout)",
                    &Value::Null,
                )
                .await?;
            for (number, output) in outputs.iter().enumerate() {
                expect(output, &format!("{number}\n").repeat(50))?;
            }
            Ok(())
        }),
        browser.trial("a_run_in_the_queue_can_be_stopped", |page| async move {
            let statuses: Vec<String> = page
                .script_with(
                    "const runs = [...Array(6)].map(() => garter.run('while True: pass'));
                     for (const run of [...runs].reverse()) run.stop();
                     return (await Promise.all(runs)).map(result => result.status)",
                    &Value::Null,
                )
                .await?;
            expect(statuses, vec!["stopped"; 6])
        }),
        browser.trial("what_cannot_work_in_a_page_says_so", |page| async move {
            for (source, part) in [
                ("import tkinter", "ImportError: tkinter opens windows, which a program in a web page cannot do; turtle draws without"),
                ("import multiprocessing", "ImportError: multiprocessing starts processes"),
                ("import ctypes\nctypes.CDLL(None)", "OSError: ctypes calls C libraries"),
                ("import socket\nsocket.socket()", "OSError: [Errno 100] a program in a web page has no network"),
                ("import subprocess\nsubprocess.run(['ls'])", "OSError: [Errno 95] emscripten does not support processes."),
                ("import os\nos.system('ls')", "OSError: a program in a web page cannot start other programs"),
                ("import js", "ModuleNotFoundError: No module named 'js'"),
            ] {
                let result = page.run(source, json!({})).await?;
                expect_part(result["stderr"].as_str().unwrap_or_default(), part)?;
            }
            Ok(())
        }),
        browser.trial("the_whole_standard_library_imports", |page| async move {
            let source = format!("import importlib\nfor name in {MODULES:?}.split():\n    importlib.import_module(name)\nprint('all')");
            let result = page.run(&source, json!({})).await?;
            expect(result["stderr"].as_str(), Some(""))?;
            expect(result["stdout"].as_str(), Some("all\n"))
        }),
    ]
}

const MODULES: &str = "json re math random datetime decimal fractions statistics collections itertools functools \
    dataclasses enum typing abc contextlib string textwrap copy heapq bisect operator io csv pprint unittest doctest \
    argparse logging traceback inspect hashlib base64 struct time calendar uuid secrets pathlib os.path tempfile shutil \
    glob zipfile difflib timeit asyncio threading sys types warnings configparser html urllib.parse xml.etree.ElementTree \
    tomllib graphlib colorsys cmath array queue sched weakref zlib gzip socket subprocess signal select selectors \
    concurrent.futures fileinput getpass rlcompleter code cmd pickle shelve html.parser urllib.request ipaddress locale \
    gettext platform symtable tokenize ast dis pdb profile pstats gc bz2 lzma email mimetypes numbers keyword token \
    linecache sysconfig zipimport pkgutil runpy importlib.metadata importlib.resources unicodedata codecs codeop optparse \
    shlex contextvars binascii quopri hmac plistlib wave tarfile fnmatch filecmp stat errno zoneinfo";
