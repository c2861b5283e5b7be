//! The policies that have a name.

use super::kinds::LOOPS;
use super::{Part, Policy, Rule};

/// The rules of what a policy forbids.
type Forbidden = fn() -> Vec<Rule>;

/// The name of each, and what it forbids.
const POLICIES: [(&str, Forbidden); 3] = [
    ("beginner", beginner),
    ("no-loops", no_loops),
    ("restricted", restricted),
];

/// What they are called.
#[must_use]
pub fn names() -> [&'static str; POLICIES.len()] {
    POLICIES.map(|(name, _)| name)
}

/// The policy of this name.
pub(super) fn policy(name: &str) -> Option<Policy> {
    let (_, forbid) = POLICIES.iter().find(|(known, _)| *known == name)?;
    Some(Policy {
        forbid: forbid(),
        ..Policy::default()
    })
}

/// The type of such a name in TypeScript: one of them.
#[cfg(not(target_arch = "wasm32"))]
pub(super) struct Name;

#[cfg(not(target_arch = "wasm32"))]
impl ts_rs::TS for Name {
    type WithoutGenerics = Self;
    type OptionInnerType = Self;

    fn name(_: &ts_rs::Config) -> String {
        names().map(|name| format!("{name:?}")).join(" | ")
    }

    fn inline(config: &ts_rs::Config) -> String {
        Self::name(config)
    }
}

fn rule(part: fn(Vec<String>) -> Part, names: &[&str], message: Option<&str>) -> Rule {
    Rule {
        part: part(names.iter().map(|name| (*name).to_owned()).collect()),
        message: message.map(str::to_owned),
    }
}

/// The language of a first course: what hides what happens waits for the second.
fn beginner() -> Vec<Rule> {
    vec![
        rule(
            Part::Node,
            &["Global", "Nonlocal"],
            Some(
                "no global and nonlocal here: give the function what it needs as arguments, and return what it has found",
            ),
        ),
        rule(
            Part::Node,
            &["Lambda"],
            Some("no lambda here: write a function with a name (def)"),
        ),
        rule(
            Part::Node,
            &["NamedExpr"],
            Some("no := here: write the assignment on a line of its own"),
        ),
        rule(
            Part::Node,
            &[
                "AsyncFunctionDef",
                "AsyncFor",
                "AsyncWith",
                "Await",
                "Yield",
                "YieldFrom",
                "TryStar",
                "TypeAlias",
                "TemplateStr",
            ],
            None,
        ),
        rule(
            Part::Call,
            &[
                "eval",
                "exec",
                "compile",
                "__import__",
                "globals",
                "locals",
                "vars",
            ],
            None,
        ),
    ]
}

/// Recursion, or functions such as `map` and `sum`, instead of loops.
fn no_loops() -> Vec<Rule> {
    vec![rule(
        Part::Node,
        &LOOPS,
        Some(
            "no loops and no comprehensions here: solve it with recursion, or with functions such as map() and sum()",
        ),
    )]
}

/// What `RestrictedPython` forbids: imports, files, code made from text, and looks inside objects,
/// frames and code, which is any attribute with a leading underscore, `super().__init__` too.
fn restricted() -> Vec<Rule> {
    vec![
        rule(Part::Import, &["*"], None),
        rule(
            Part::Name,
            &[
                "eval",
                "exec",
                "compile",
                "open",
                "breakpoint",
                "help",
                "getattr",
                "setattr",
                "delattr",
                "vars",
                "globals",
                "locals",
                "dir",
                "memoryview",
                "__import__",
                "__build_class__",
                "__builtins__",
                "__loader__",
                "__spec__",
            ],
            None,
        ),
        rule(
            Part::Attribute,
            &[
                "_*",
                "tb_*",
                "f_*",
                "co_*",
                "gi_*",
                "cr_*",
                "ag_*",
                "format_map",
                "mro",
            ],
            None,
        ),
        // Format strings reach attributes: "{0.__class__}".
        rule(
            Part::Call,
            &[".format"],
            Some("no format() here: use an f-string"),
        ),
    ]
}
