//! Wheels: what programs import of them, and what is said of those that cannot be used.

#[path = "packages/refused.rs"]
mod refused;
#[path = "packages/rules.rs"]
mod rules;
mod support;
#[path = "packages/together.rs"]
mod together;
#[path = "support/wheel.rs"]
mod wheels;

use garter::options::deterministic::DeterministicRequest;
use garter::protocol::{Package, Program, Status};
use support::{program, run, within};
use wheels::{Member, described, package, wheel, zip};

fn with(source: &str, packages: Vec<Package>) -> Program {
    Program {
        packages,
        ..program(source)
    }
}

/// What a program prints that has to end well.
fn printed(source: &str, packages: Vec<Package>) -> String {
    let run = run(with(source, packages));
    assert_eq!(run.outcome.status, Status::Ok, "{}", run.stderr);
    assert_eq!(run.outcome.files.len(), 0, "{:?}", run.outcome.files);
    run.stdout
}

fn birds() -> Package {
    let mut members = described("birds", "1.2");
    for (path, text) in [
        (
            "birds/__init__.py",
            "\"\"\"Birds.\"\"\"\nfrom .owl import hoot\n__version__ = '1.2'\n",
        ),
        (
            "birds/owl.py",
            "def hoot(times):\n    # loudly\n    return 'hoo' * times\n\ndef fail():\n    raise ValueError('no owl')\n",
        ),
        (
            "birds/__main__.py",
            "import sys\nprint('main', __name__, sys.argv[1:])\n",
        ),
        ("birds/data/songs.txt", "tu-whit\ntu-whoo\n"),
        ("birds/nest/__init__.py", ""),
        ("birds/nest/egg.py", "import birds.owl\nSIZE = 3\n"),
        (
            "latin.py",
            "# -*- coding: latin-1 -*-\nNAME = 'Zo\u{fffd}'\n",
        ),
        ("shared/one.py", "NAME = 'one'\n"),
        (
            "birds-1.2.dist-info/entry_points.txt",
            "[console_scripts]\nhoot = birds.owl:hoot\n",
        ),
        (
            "birds-1.2.dist-info/RECORD",
            "birds/__init__.py,,\nbirds/owl.py,,\n",
        ),
        ("birds-1.2.data/purelib/placed.py", "PLACED = True\n"),
    ] {
        let mut data = text.as_bytes().to_vec();
        if path == "latin.py" {
            data = b"# -*- coding: latin-1 -*-\nNAME = 'Zo\xeb'\n".to_vec();
        }
        members.push(Member::new(path, data));
    }
    package("birds-1.2-py3-none-any.whl", zip(&members))
}

#[test]
fn a_program_imports_modules_from_a_wheel() {
    let source = "
import birds, birds.nest.egg, latin, placed, sys
print(birds.hoot(2), birds.nest.egg.SIZE, latin.NAME, placed.PLACED, birds.__doc__)
print(birds.__file__, birds.__path__, birds.owl.__file__, birds.__spec__.origin, birds.__package__)
print(birds.__loader__.get_source('birds').splitlines()[-1], birds.__loader__.is_package('birds'))
print(sys.path[0], sys.path[-1])
try:
    import birds.hawk
except ModuleNotFoundError as error:
    print(error)
";
    assert_eq!(
        printed(source, vec![birds()]),
        "hoohoo 3 Zoë True Birds.
/lib/site-packages/birds/__init__.py ['/lib/site-packages/birds'] /lib/site-packages/birds/owl.py /lib/site-packages/birds/__init__.py birds
__version__ = '1.2' True
/home/user /lib/site-packages
No module named 'birds.hawk'
"
    );
}

#[test]
fn what_looks_into_packages_finds_what_it_looks_for() {
    let source = "
import birds, importlib.metadata as metadata, importlib.resources as resources, inspect, io, os, pkgutil, runpy
print(metadata.version('birds'), metadata.metadata('birds')['Summary'], [str(file) for file in metadata.files('birds')])
(point,) = metadata.entry_points(group='console_scripts')
print(point.name, point.value, point.load()(1), [one.name for one in metadata.distributions()])
print(resources.files('birds').joinpath('data/songs.txt').read_text(), end='')
print(sorted(one.name for one in resources.files('birds').iterdir()), resources.files('birds').joinpath('data').is_dir())
with resources.as_file(resources.files('birds') / 'data' / 'songs.txt') as path:
    print(path, path.stat().st_size)
print(pkgutil.get_data('birds', 'data/songs.txt'))
print([(module.name, module.ispkg) for module in pkgutil.iter_modules(birds.__path__, 'birds.')])
print([module.name for module in pkgutil.walk_packages(birds.__path__, 'birds.')])
print(inspect.getsource(birds.hoot), end='')
print(inspect.getsourcefile(birds.hoot), inspect.getmodule(birds.hoot).__name__)
runpy.run_module('birds', run_name='__main__', alter_sys=True)
print(open(os.path.join(os.path.dirname(birds.__file__), 'data', 'songs.txt')).readline(), end='')
print(os.listdir('/lib/site-packages/birds'), os.path.exists(birds.__file__), os.path.getsize(birds.__file__))
for change in [lambda: open(birds.__file__, 'w'), lambda: os.remove(birds.__file__), lambda: os.mkdir('/lib/site-packages/x')]:
    try:
        change()
    except OSError as error:
        print(error)
";
    assert_eq!(
        printed(source, vec![birds()]),
        "1.2 For tests ['birds/__init__.py', 'birds/owl.py']
hoot birds.owl:hoot hoo ['birds']
tu-whit
tu-whoo
['__init__.py', '__main__.py', 'data', 'nest', 'owl.py'] True
/lib/site-packages/birds/data/songs.txt 16
b'tu-whit\\ntu-whoo\\n'
[('birds.__main__', False), ('birds.nest', True), ('birds.owl', False)]
['birds.__main__', 'birds.nest', 'birds.nest.egg', 'birds.owl']
def hoot(times):
    # loudly
    return 'hoo' * times
/lib/site-packages/birds/owl.py birds.owl
main __main__ []
tu-whit
['__init__.py', '__main__.py', 'data', 'nest', 'owl.py'] True 55
[Errno 30] Read-only file system: '/lib/site-packages/birds/__init__.py'
[Errno 30] Read-only file system: '/lib/site-packages/birds/__init__.py'
[Errno 30] Read-only file system: '/lib/site-packages/x'
"
    );
}

#[test]
fn a_namespace_lies_in_several_wheels_and_in_the_programs_files() {
    let other = wheel("more", "1", &[("shared/two.py", "NAME = 'two'\n")]);
    let mut program = with(
        "import shared.one, shared.two, shared.three\nprint(shared.one.NAME, shared.two.NAME, shared.three.NAME, list(shared.__path__))",
        vec![birds(), other],
    );
    let text = garter::protocol::FileContent::Text("NAME = 'three'".to_owned());
    program.files.insert("shared/three.py".to_owned(), text);
    assert_eq!(
        run(program).stdout,
        "one two three ['/home/user/shared', '/lib/site-packages/shared']\n"
    );
}

#[test]
fn tracebacks_quote_lines_of_wheels() {
    let run = run(with("import birds\nbirds.owl.fail()", vec![birds()]));
    let expected = "  File \"/lib/site-packages/birds/owl.py\", line 6, in fail\n    raise ValueError('no owl')\n";
    assert!(run.stderr.contains(expected), "{}", run.stderr);
}

#[test]
fn a_syntax_error_in_a_wheel_names_its_file() {
    let broken = wheel("broken", "1", &[("broken.py", "x = 1\ny = = 2\n")]);
    let run = run(with("import broken", vec![broken]));
    let error = run.outcome.error.expect("an error");
    assert_eq!(error.kind, "SyntaxError");
    assert!(
        run.stderr
            .contains("/lib/site-packages/broken.py\", line 2"),
        "{}",
        run.stderr
    );
}

#[test]
fn the_programs_own_files_and_the_standard_library_come_first() {
    let shadow = wheel(
        "shadow",
        "1",
        &[
            ("json/__init__.py", "OWN = 1\n"),
            ("math.py", ""),
            ("helper.py", "WHOSE = 'wheel'\n"),
        ],
    );
    let mut program = with(
        "import json, helper\nprint(json.dumps(1), helper.WHOSE)",
        vec![shadow],
    );
    let text = garter::protocol::FileContent::Text("WHOSE = 'program'".to_owned());
    program.files.insert("helper.py".to_owned(), text);
    let run = run(program);
    assert_eq!(run.stdout, "1 program\n");
    assert_eq!(
        run.stderr,
        "packages: shadow-1-py3-none-any.whl has a module 'json' and so has the standard library, whose module is used
packages: shadow-1-py3-none-any.whl has a module 'math' and so has the standard library, whose module is used\n"
    );
}

#[test]
fn cells_have_the_wheels_of_those_before_them_and_may_add_more() {
    let other = || wheel("other", "1", &[("other.py", "NAME = 'other'\n")]);
    let outputs = within(move |interpreter| {
        [
            ("import birds\nprint(birds.hoot(1))", vec![birds()]),
            ("print(birds.hoot(2))\nimport birds.nest.egg", vec![]),
            ("import other, os\nprint(other.NAME, os.path.exists('/lib/site-packages/other.py'))", vec![birds(), other()]),
            ("import importlib.metadata\nprint(importlib.metadata.version('other'))", vec![]),
        ]
        .map(|(source, packages)| {
            let run = interpreter.run(&Program { keep: true, ..with(source, packages) });
            run.stdout + &run.stderr
        })
    });
    assert_eq!(outputs, ["hoo\n", "hoohoo\n", "other True\n", "1\n"]);
}

#[test]
fn an_interpreter_has_no_wheels_of_the_one_before_it() {
    within(|interpreter| {
        let run = interpreter.run(&with("import birds", vec![birds()]));
        assert_eq!(run.outcome.status, Status::Ok);
        *interpreter = support::Interpreter::new();
        let run = interpreter.run(&program("import birds"));
        assert!(
            run.stderr.contains("No module named 'birds'"),
            "{}",
            run.stderr
        );
    });
}

#[test]
fn what_a_package_does_when_it_is_imported_meets_the_sandbox() {
    let reaching = wheel(
        "reaching",
        "1",
        &[
            (
                "socketing.py",
                "import socket\nsocket.create_connection(('example.org', 80))\n",
            ),
            (
                "processing.py",
                "import subprocess\nsubprocess.run(['ls'])\n",
            ),
            (
                "writing.py",
                "open('/lib/site-packages/writing.txt', 'w')\n",
            ),
            ("looping.py", "while True: pass\n"),
        ],
    );
    for (module, said) in [
        ("socketing", "network"),
        ("processing", "process"),
        ("writing", "Read-only"),
    ] {
        let run = run(with(&format!("import {module}"), vec![reaching.clone()]));
        assert_eq!(run.outcome.status, Status::Exception, "{}", run.stderr);
        assert!(run.stderr.contains(said), "{}", run.stderr);
        assert!(
            run.stderr.contains(&format!("{module}.py\", line")),
            "{}",
            run.stderr
        );
    }
}

#[test]
fn runs_that_repeat_repeat_with_wheels() {
    let source = "import birds, os, random, time\nprint(random.random(), time.time(), os.stat(birds.__file__).st_mtime, os.listdir('/lib/site-packages'))";
    let request: DeterministicRequest = serde_json::from_str("{}").expect("a request");
    let repeats = request.validate().expect("valid");
    let once = || {
        run(Program {
            deterministic: Some(repeats.clone()),
            ..with(source, vec![birds()])
        })
        .stdout
    };
    assert_eq!(once(), once());
}
