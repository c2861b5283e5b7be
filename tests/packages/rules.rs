//! Rules on modules, and the modules of wheels.

use garter::options::modules::ModulesRequest;
use garter::protocol::Program;

use crate::support::{self, run, within};
use crate::wheels::{package, wheel};
use crate::{birds, with};

fn under(modules: &str, source: &str) -> support::Run {
    let request: ModulesRequest = serde_json::from_str(modules).expect("a policy");
    let fetcher = wheel(
        "fetcher",
        "1",
        &[
            (
                "fetcher.py",
                "import os, birds\ndef folder():\n    return os.getcwd()\n",
            ),
            ("json/__init__.py", "WHOSE = 'wheel'\n"),
        ],
    );
    run(Program {
        modules: Some(request.validate().expect("valid")),
        ..with(source, vec![birds(), fetcher])
    })
}

#[test]
fn rules_on_modules_hold_for_wheels() {
    for (modules, source, printed) in [
        (
            r#"{"deny": ["birds"]}"#,
            "import birds",
            "this page does not allow 'birds'",
        ),
        (
            r#"{"deny": ["birds"]}"#,
            "import birds.owl",
            "this page does not allow 'birds.owl'",
        ),
        (
            r#"{"deny": ["birds"]}"#,
            "import fetcher\nprint(fetcher.birds.hoot)",
            "this page does not allow 'birds'",
        ),
        (
            r#"{"deny": ["os"]}"#,
            "import fetcher\nprint(fetcher.folder())",
            "/home/user",
        ),
        (
            r#"{"deny": ["os"]}"#,
            "import fetcher\nprint(fetcher.os.getcwd())",
            "this page does not allow 'os'",
        ),
        (
            r#"{"allow": ["math"]}"#,
            "import birds\nprint(birds.hoot(1))",
            "hoo",
        ),
        (
            r#"{"allow": ["math"]}"#,
            "import os",
            "this page does not allow 'os'",
        ),
        (
            r#"{"deny": ["birds.owl"]}"#,
            "from birds import owl\nprint('had')",
            "this page does not allow 'birds.owl'",
        ),
        (
            r#"{"deny": ["birds"]}"#,
            "import sys\nsys.path.insert(0, '/lib/site-packages/birds')\nimport owl\nprint(owl.hoot)",
            "this page does not allow 'birds.owl'",
        ),
        (
            r#"{"deny": ["birds"]}"#,
            "import importlib, sys\nfinder = importlib.import_module('pkgutil').get_importer('/lib/site-packages')\nprint(finder.find_spec('other.birds').loader.get_code('other.birds'))",
            "this page does not allow 'birds'",
        ),
        (
            r#"{"deny": ["latin"]}"#,
            "import pkgutil, types\nmodule = types.ModuleType('m')\npkgutil.get_importer('/lib/site-packages').find_spec('latin').loader.exec_module(module)\nprint(module.NAME)",
            "this page does not allow 'latin'",
        ),
        (
            r#"{"allow": ["math"]}"#,
            "import json",
            "this page does not allow 'json'",
        ),
        (
            r#"{"deny": ["birds"]}"#,
            "import fetcher, sys\nprint(sys.modules['birds'].__loader__.get_code('birds'))",
            "this page does not allow 'birds'",
        ),
    ] {
        let run = under(modules, source);
        let said = run.stdout + &run.stderr;
        assert!(said.contains(printed), "{modules} {source}\n{said}");
    }
}

#[test]
fn rules_on_modules_hold_after_a_wheel_that_cannot_be_used() {
    let request: ModulesRequest = serde_json::from_str(r#"{"deny": ["birds"]}"#).expect("a policy");
    let modules = request.validate().expect("valid");
    let said = within(move |interpreter| {
        let bad = package("bad.whl", Vec::new());
        let first = interpreter.run(&Program {
            keep: true,
            modules: Some(modules),
            ..with("", vec![bad])
        });
        let second = interpreter.run(&with("import birds", vec![birds()]));
        [first.stderr, second.stderr]
    });
    assert!(said[0].contains("bad.whl is no wheel"), "{}", said[0]);
    assert!(
        said[1].contains("this page does not allow 'birds'"),
        "{}",
        said[1]
    );
}
