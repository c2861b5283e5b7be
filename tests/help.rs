//! `help()`, docstrings and signatures of what is built in, and when their pack is fetched.

mod support;

use garter::protocol::{PackName, Program};

fn kept(source: &str) -> Program {
    Program {
        keep: true,
        ..support::program(source)
    }
}

#[test]
fn help_shows_what_is_built_in_as_cpython_does() {
    let run = support::run(support::program(
        "help(len)\nhelp(str.split)\nhelp('for')\n",
    ));
    assert!(
        run.stdout.starts_with(
            "Help on built-in function len in module builtins:\n\nlen(obj, /)\n    \
             Return the number of items in a container.\n\n"
        ),
        "{}",
        run.stdout
    );
    let split = "split(self, /, sep=None, maxsplit=-1) unbound builtins.str method\n    \
                 Return a list of the substrings in the string";
    assert!(run.stdout.contains(split), "{}", run.stdout);
    assert!(
        run.stdout.contains("The \"for\" statement\n"),
        "{}",
        run.stdout
    );
    assert_eq!(run.stderr, "");
}

#[test]
fn help_of_a_class_lists_its_methods_with_signatures_and_texts() {
    let run = support::run(support::program("help(dict)\nhelp('math')\n"));
    for part in [
        "class dict(object)\n |  dict() -> new empty dictionary\n",
        " |  get(self, key, default=None, /)\n |      Return the value for key",
        " |  __len__(self, /)\n |      Return len(self).\n",
        "    sqrt(x, /)\n        Return the square root of x.\n",
    ] {
        assert!(run.stdout.contains(part), "{part}: {}", run.stdout);
    }
    assert!(!run.stdout.contains("did not arrive"));
}

#[test]
fn help_says_that_texts_have_not_arrived_and_finds_them_when_they_do() {
    support::within(|interpreter| {
        interpreter.lose(&[PackName::Docs]);
        let program = "help(len)\nprint(abs.__doc__, int.__doc__, __import__('math').__doc__)";
        let run = interpreter.run(&kept(program));
        let sentence = "The texts on what is built in did not arrive (no network); \
                        ask again when they are there.\nNone None None\n";
        assert!(run.stdout.contains("len(obj, /)\n"), "{}", run.stdout);
        assert!(run.stdout.ends_with(sentence), "{}", run.stdout);
        let asked = interpreter.asked();
        let asked = asked.iter().filter(|name| **name == PackName::Docs);
        assert_eq!(asked.count(), 2, "once by help, once after it");

        // Nothing of what is built in: nothing is missing.
        let run = interpreter.run(&kept("def f():\n    'Mine.'\nhelp(f)"));
        assert!(run.stdout.ends_with("f()\n    Mine.\n\n"), "{}", run.stdout);

        interpreter.lose(&[]);
        let run = interpreter.run(&kept("help(len)\nprint(abs.__doc__)"));
        assert!(
            run.stdout.contains("    Return the number of items"),
            "{}",
            run.stdout
        );
        assert!(
            run.stdout
                .ends_with("Return the absolute value of the argument.\n")
        );
    });
}

#[test]
fn help_without_an_argument_answers_until_it_is_left() {
    let program = Program {
        stdin: "len\nwhile\nno_such_name\nquit\n".to_owned(),
        ..support::program("help()\nprint('after')")
    };
    let run = support::run(program);
    for part in [
        "help> ",
        "Return the number of items",
        "The \"while\" statement",
        "No Python documentation found for 'no_such_name'.",
        "You are now leaving help",
    ] {
        assert!(run.stdout.contains(part), "{part}: {}", run.stdout);
    }
    assert!(run.stdout.ends_with("after\n"), "{}", run.stdout);
}

/// What programs import, and what makes functions and classes of others.
const WITHOUT_DOCS: &str = "
import abc, argparse, array, ast, asyncio, base64, bisect, calendar, collections, contextlib, copy, csv, dataclasses
import datetime, decimal, difflib, doctest, email, enum, fractions, functools, hashlib, heapq, html, inspect, io, ipaddress
import itertools, json, locale, logging, math, operator, os, pathlib, pickle, pprint, queue, random, re, sched, secrets
import shutil, sqlite3, statistics, string, struct, tempfile, textwrap, threading, time, timeit, traceback, turtle, types
import typing, unittest, uuid, warnings, weakref, zipfile, zoneinfo

@dataclasses.dataclass
class P:
    x: int
    y: list = dataclasses.field(default_factory=list)
class C(enum.Enum):
    A = 1
N = collections.namedtuple('N', 'a b')
class T(typing.NamedTuple):
    a: int
class D(typing.TypedDict):
    a: int
class I(int): pass
@functools.lru_cache
def f(x):
    'Mine.'
    return x
print(P.__doc__, '|', N.__doc__, '|', T.__doc__, '|', I.__doc__, '|', f.__doc__, '|', C.A.__doc__)
parser = argparse.ArgumentParser(description='Adds.')
parser.add_argument('n', type=int, nargs='*')
print(parser.parse_args([]).n, str(f(3)), repr(C.A))
";

#[test]
fn only_who_reads_a_text_waits_for_the_texts() {
    support::within(|interpreter| {
        interpreter.prepare();
        let run = interpreter.run(&kept(WITHOUT_DOCS));
        let said = "P(x: int, y: list = <factory>) | N(a, b) | T(a,) | None | Mine. | None\n[] 3 <C.A: 1>\n";
        assert_eq!((run.stdout.as_str(), run.stderr.as_str()), (said, ""));
        assert!(!interpreter.asked().contains(&PackName::Docs));
        interpreter.run(&kept("len.__doc__"));
        assert!(interpreter.asked().contains(&PackName::Docs));
    });
}
