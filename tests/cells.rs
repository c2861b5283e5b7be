//! Programs in the interpreter that others have left, as the cells of a notebook.

mod support;

use garter::options::deterministic::Deterministic;
use garter::options::modules::ModulePolicy;
use garter::options::policy::PolicyRequest;
use garter::protocol::{FileContent, MAIN, Position, Program, Status};
use support::Run;

fn cell(number: usize, source: &str) -> Program {
    let file = match number {
        1 => MAIN.to_owned(),
        _ => format!("<cell {number}>"),
    };
    Program {
        file,
        keep: true,
        ..support::program(source)
    }
}

/// Runs programs one after the other in one interpreter.
fn run(cells: Vec<Program>) -> Vec<Run> {
    support::within(move |interpreter| {
        let run = |cell| interpreter.run(cell);
        cells.iter().map(run).collect()
    })
}

/// The same of texts.
fn run_texts<const N: usize>(texts: [&str; N]) -> Vec<Run> {
    let number = |(at, text): (usize, &&str)| cell(at + 1, text);
    run(texts.iter().enumerate().map(number).collect())
}

/// What each prints, and how the last one ended.
fn printed<const N: usize>(texts: [&str; N]) -> Vec<String> {
    let printed = |run: Run| format!("{}{}", run.stdout, run.stderr);
    run_texts(texts).into_iter().map(printed).collect()
}

#[test]
fn names_modules_and_files_are_there_for_the_next_cell() {
    let printed = printed([
        "import math as m\nx = 6\ndef f(n): return n * x\nopen('a.txt', 'w').write('hi')",
        "x = 7\nprint(f(6), m.floor(2.5), open('a.txt').read())",
        "import sys\nprint('math' in sys.modules, x, __name__)\nprint(open('main.py').read()[:6])",
    ]);
    assert_eq!(printed, ["", "42 2 hi\n", "True 7 __main__\nimport\n"]);
}

#[test]
fn what_a_cell_raises_leaves_the_interpreter_usable() {
    let cases = [
        ("1 / 0", Status::Exception),
        ("raise SystemExit(3)", Status::Exit),
        ("exit()", Status::Exit),
        ("def f(:", Status::SyntaxError),
        ("x = '\0'", Status::SyntaxError),
        ("def f(): f()\nf()", Status::Exception),
        ("raise KeyboardInterrupt", Status::Exception),
        ("raise MemoryError", Status::Exception),
        (
            "class E(Exception):\n    def __str__(self): 1 / 0\nraise E",
            Status::Exception,
        ),
        (
            "import sys\nsys.setrecursionlimit(60)\nraise ValueError",
            Status::Exception,
        ),
    ];
    for (source, status) in cases {
        let runs = run_texts(["x = 1", source, "print(x)"]);
        assert_eq!(runs[1].outcome.status, status, "{source}");
        assert!(runs[1].outcome.kept, "{source}");
        assert_eq!(runs[2].stdout, "1\n", "{source}{}", runs[2].stderr);
        assert_eq!(runs[2].stderr, "", "{source}");
    }
}

#[test]
fn a_cell_that_breaks_its_surroundings_leaves_the_next_ones_a_way_out() {
    let cases = [
        "import linecache\nlinecache.cache = None",
        "import linecache\ndel linecache.cache",
        "import sys\nsys.modules['linecache'] = sys.modules['traceback'] = None",
        "import sys\nsys.modules.clear()",
        "import sys\nsys.path = None",
        "import sys\ndel sys.path",
        "import builtins\ndel builtins.__import__",
        "import sys\nsys.excepthook = sys.displayhook = None",
        "import os\nos.chdir('/tmp')\nos.remove('/home/user/main.py')",
        "import gc\ngc.disable()\ngc.set_threshold(1)",
        "for name in list(globals()):\n    if name != 'name': del globals()[name]",
    ];
    for source in cases {
        let runs = run_texts(["x = 1", source, "y = 2", "1 / 0", "print(6 * 7)"]);
        assert_eq!(
            runs[1].outcome.status,
            Status::Ok,
            "{source}{}",
            runs[1].stderr
        );
        assert_eq!(
            runs[2].outcome.status,
            Status::Ok,
            "{source}{}",
            runs[2].stderr
        );
        assert_eq!(runs[3].outcome.status, Status::Exception, "{source}");
        assert_eq!(runs[4].stdout, "42\n", "{source}{}", runs[4].stderr);
    }
}

#[test]
fn a_cell_that_uses_up_a_budget_takes_the_interpreter_with_it() {
    let mut greedy = cell(2, "print('x' * 5000)");
    greedy.budget.output_bytes = 1024;
    for program in [greedy, cell(2, "import os\nos._exit(0)")] {
        let runs = run(vec![cell(1, "x = 1"), program]);
        assert!(!runs[1].outcome.kept);
    }
}

#[test]
fn each_cell_has_its_own_output_budget() {
    let mut cells: Vec<Program> = (1..=5).map(|at| cell(at, "print('x' * 900)")).collect();
    for cell in &mut cells {
        cell.budget.output_bytes = 1024;
    }
    for run in run(cells) {
        assert_eq!(run.outcome.status, Status::Ok);
        assert_eq!(run.stdout.len(), 901);
    }
}

#[test]
fn each_cell_has_its_own_time() {
    // The clock of these tests runs ahead while a program sleeps: nothing else takes as long.
    let nap = "import time\ntime.sleep(900)";
    let mut cells: Vec<Program> = (1..=4).map(|at| cell(at, nap)).collect();
    for cell in &mut cells {
        cell.budget.seconds = 1_000.0;
    }
    for run in run(cells) {
        assert_eq!(run.outcome.status, Status::Ok);
        assert!(run.outcome.seconds >= 900.0 && run.outcome.seconds < 1_000.0);
    }
}

#[test]
fn a_traceback_quotes_the_cells_that_it_goes_through() {
    let runs = run_texts([
        "def one(n):\n    return 1 / n\n",
        "# A comment.\ndef two(n):\n    return one(n)\n",
        "\nprint(two(1))\nprint(two(0))\n",
    ]);
    assert_eq!(
        runs[2].stderr,
        "Traceback (most recent call last):\n\
         \x20 File \"<cell 3>\", line 3, in <module>\n    print(two(0))\n          ~~~^^^\n\
         \x20 File \"<cell 2>\", line 3, in two\n    return one(n)\n\
         \x20 File \"main.py\", line 2, in one\n    return 1 / n\n           ~~^~~\n\
         ZeroDivisionError: division by zero\n"
    );
    let error = runs[2].outcome.error.as_ref().expect("an error");
    assert_eq!(error.position.map(|position| position.line), Some(3));
    let files: Vec<&str> = error.frames.iter().map(|frame| &*frame.file).collect();
    assert_eq!(files, ["<cell 3>", "<cell 2>", "main.py"]);
}

#[test]
fn a_syntax_error_is_in_the_cell_that_has_it() {
    let runs = run_texts(["x = 1", "y = 2\nprint(x y)"]);
    assert_eq!(
        runs[1].stderr,
        "  File \"<cell 2>\", line 2\n    print(x y)\n          ^^^\n\
         SyntaxError: invalid syntax. Perhaps you forgot a comma?\n"
    );
    let error = runs[1].outcome.error.as_ref().expect("an error");
    let position = Position {
        line: 2,
        column: Some(7),
        end_line: Some(2),
        end_column: Some(10),
    };
    assert_eq!(error.position, Some(position));
}

#[test]
fn input_and_files_that_a_later_cell_is_given_are_added() {
    let first = Program {
        stdin: "one\ntwo\n".to_owned(),
        files: [("a.txt".to_owned(), FileContent::Text("a".to_owned()))].into(),
        ..cell(1, "print(input())")
    };
    let second = Program {
        stdin: "three\n".to_owned(),
        files: [("b.txt".to_owned(), FileContent::Text("b".to_owned()))].into(),
        ..cell(
            2,
            "print(input(), input(), open('a.txt').read(), open('b.txt').read())\ninput()",
        )
    };
    let third = Program {
        stdin: "four\n".to_owned(),
        ..cell(3, "print(input())")
    };
    let runs = run(vec![first, second, third]);
    assert_eq!(runs[0].stdout, "one\n");
    assert_eq!(runs[1].stdout, "two three a b\n");
    assert_eq!(
        runs[1].outcome.error.as_ref().expect("an error").kind,
        "EOFError"
    );
    assert_eq!(runs[2].stdout, "four\n");
}

#[test]
fn each_cell_tells_of_the_files_that_it_has_written() {
    let files = |run: &Run| run.outcome.files.keys().cloned().collect::<Vec<_>>();
    let runs = run_texts([
        "open('a', 'w').write('1'); open('b', 'w').write('1')",
        "open('b', 'w').write('2'); open('c', 'w').write('2')",
        "1 / 0",
    ]);
    assert_eq!(files(&runs[0]), ["a", "b"]);
    assert_eq!(files(&runs[1]), ["b", "c"]);
    assert_eq!(files(&runs[2]), [""; 0]);
}

#[test]
fn the_rules_of_the_first_cell_hold_for_all() {
    let policy: PolicyRequest = serde_json::from_value(serde_json::json!({
        "forbid": [{ "node": "While" }],
        "require": [{ "call": "print" }],
    }))
    .expect("a request");
    let first = Program {
        policy: policy.validate().expect("valid"),
        modules: Some(ModulePolicy::Allow(vec!["math".to_owned()])),
        ..cell(1, "import math\nprint(1)")
    };
    let runs = run(vec![
        first,
        cell(2, "while False: pass"),
        cell(3, "x = math.pi"),
        cell(4, "import random"),
    ]);
    let kind = |run: &Run| run.outcome.error.as_ref().map(|error| error.kind.clone());
    assert_eq!(runs[0].outcome.status, Status::Ok, "{}", runs[0].stderr);
    assert_eq!(kind(&runs[1]).as_deref(), Some("PolicyError"));
    assert!(runs[1].stderr.contains("File \"<cell 2>\", line 1"));
    // What is required of a program is required of the first.
    assert_eq!(runs[2].outcome.status, Status::Ok, "{}", runs[2].stderr);
    assert_eq!(kind(&runs[3]).as_deref(), Some("ImportError"));
}

#[test]
fn a_later_cell_may_say_which_modules_it_may_import() {
    let second = Program {
        modules: Some(ModulePolicy::Allow(vec!["math".to_owned()])),
        ..cell(2, "import math\nprint(f(), math.floor(2.5))\nimport random")
    };
    let first = "import json, sys\nloads = json.loads\ndef f(): return loads('[1]')";
    let runs = run(vec![cell(1, first), second, cell(3, "import os")]);
    assert_eq!(runs[1].stdout, "[1] 2\n", "{}", runs[1].stderr);
    for run in &runs[1..] {
        let kind = run.outcome.error.as_ref().map(|error| error.kind.as_str());
        assert_eq!(kind, Some("ImportError"));
    }
}

#[test]
fn a_run_that_repeats_goes_on_with_its_clock_and_its_seed() {
    let all = || {
        let first = Program {
            deterministic: Some(Deterministic {
                seed: "42".to_owned(),
                now: Deterministic::NOW,
            }),
            ..cell(
                1,
                "import os, random, time\nstart = time.time()\nprint(os.urandom(4))",
            )
        };
        let second = cell(2, "time.sleep(60)\nprint(random.random(), os.urandom(4))");
        let third = cell(3, "print(time.time(), 60 < time.time() - start < 61)");
        let runs = run(vec![first, second, third]);
        runs.into_iter().map(|run| run.stdout).collect::<String>()
    };
    let printed = all();
    assert!(printed.ends_with("True\n"), "{printed}");
    assert_eq!(printed, all());
}

#[test]
fn a_console_goes_on_with_the_names_of_cells_and_cells_with_its() {
    let console = Program {
        console: true,
        stdin: "y = x + 1\nx\n".to_owned(),
        ..cell(3, "")
    };
    let runs = run(vec![
        Program {
            stdin: "unread\n".to_owned(),
            ..cell(1, "x = 1")
        },
        cell(2, "x += 1"),
        console,
        cell(4, "print(x, y)\ninput()"),
    ]);
    assert!(runs[2].stdout.contains("2\n"), "{}", runs[2].stdout);
    assert_eq!(runs[3].stdout, "2 3\n");
    assert_eq!(
        runs[3].outcome.error.as_ref().expect("an error").kind,
        "EOFError"
    );
}

#[test]
fn the_last_expression_is_shown_and_nothing_else() {
    let cases = [
        ("1 + 1", "2\n"),
        ("'a'\n'b'\n", "'b'\n"),
        ("'only'", "'only'\n"),
        ("x = 3; x", "3\n"),
        ("x = 3;  x ; # three", "3\n"),
        ("\n\n(1,\n 2)\n\n# done\n", "(1, 2)\n"),
        ("None", ""),
        ("x = 1", ""),
        ("if True:\n    5", ""),
        ("print(7)", "7\n"),
        ("def f(): return 8\nf()", "8\n"),
        (
            "from __future__ import annotations\n\"\"\"doc\"\"\"\n9",
            "9\n",
        ),
        ("x: int = 1\n__annotations__ if False else x", "1\n"),
        ("\"\"\"doc\"\"\"\n__doc__", "'doc'\n"),
        (
            "import sys\nsys.displayhook = lambda v: print('shown', v)\n4",
            "shown 4\n",
        ),
        ("import builtins\n5\n6\n", "6\n"),
        ("", ""),
        ("# nothing", ""),
        ("x = 1 ; \\\n x", "1\n"),
        (
            "lambda: 0 if 0 else (y := 1)\n[y for y in range(3)]",
            "[0, 1, 2]\n",
        ),
    ];
    for (source, expected) in cases {
        let run = support::run(Program {
            echo: true,
            ..support::program(source)
        });
        assert_eq!(run.stdout, expected, "{source}{}", run.stderr);
        assert_eq!(run.outcome.status, Status::Ok, "{source}");
    }
}

#[test]
fn what_was_shown_last_has_a_name_for_the_next_cell() {
    let shown = |at, source| Program {
        echo: true,
        ..cell(at, source)
    };
    let runs = run(vec![
        shown(1, "6 * 7"),
        shown(2, "_ + 1"),
        shown(3, "None"),
        shown(4, "_"),
    ]);
    let printed: Vec<&str> = runs.iter().map(|run| &*run.stdout).collect();
    assert_eq!(printed, ["42\n", "43\n", "", "43\n"]);
}

#[test]
fn an_error_in_what_is_shown_is_where_it_stands() {
    for (source, place) in [
        (
            "x = 1\n\nx + 'ü' + y",
            "line 3, in <module>\n    x + 'ü' + y\n    ~~^~~~~\n",
        ),
        (
            "x = 1; 1 / 0",
            "line 1, in <module>\n    x = 1; 1 / 0\n           ~~^~~\n",
        ),
        (
            "class A:\n    def __repr__(self): return 1 / 0\nA()",
            "line 3, in <module>\n    A()\n    ~^^\n",
        ),
    ] {
        let run = support::run(Program {
            echo: true,
            ..support::program(source)
        });
        let expected = format!("Traceback (most recent call last):\n  File \"main.py\", {place}");
        assert!(run.stderr.starts_with(&expected), "{}", run.stderr);
    }
}

#[test]
fn a_text_that_is_not_python_is_not_python_with_an_echo_either() {
    for source in ["1 +", "return 5", "x = 1\n  x", "'\\d'\nbreak"] {
        let run = |echo| {
            support::run(Program {
                echo,
                ..support::program(source)
            })
        };
        let (with, without) = (run(true), run(false));
        assert_eq!(with.stderr, without.stderr);
        assert_eq!(with.outcome.status, Status::SyntaxError);
    }
}

#[test]
fn a_cell_whose_file_cannot_be_given_says_so_and_does_not_run() {
    for (name, change) in [
        ("a", "import os\nos.mkdir('a')"),
        ("a/b", "open('a', 'w').close()"),
    ] {
        let files = [(name.to_owned(), FileContent::Text(String::new()))].into();
        let second = Program {
            files,
            ..cell(2, "print('ran')")
        };
        let runs = run(vec![cell(1, change), second, cell(3, "print(6 * 7)")]);
        assert_eq!(runs[1].outcome.status, Status::Exception);
        assert_eq!(runs[1].stdout, "");
        assert!(
            runs[1].stderr.ends_with(&format!(" directory: '{name}'\n")),
            "{}",
            runs[1].stderr
        );
        assert_eq!(runs[2].stdout, "42\n");
    }
}
