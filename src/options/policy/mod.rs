//! Rules on a program's text: what it must not contain, what it has to, and how much of it.
//!
//! For exercises: "solve it without `for`", "use recursion", "at most ten lines". The rules are
//! checked on the syntax tree before anything runs, and a program that breaks one ends like one that
//! is not Python, with status `syntax-error` and a `PolicyError` that points at the place. In a
//! console each entry is checked, for what is forbidden and for how much there is.
//!
//! Such rules read a program as a teacher does: they see what is written, not what it does. Who
//! wants to get around them does (`getattr(x, "__cla" + "ss__")`); what a program can reach is
//! decided by the sandbox, and never here.

mod kinds;
pub mod ready_made;
mod request;

use serde::{Deserialize, Serialize};

#[cfg(feature = "python")]
pub(crate) use kinds::{LOOPS, words_for};
pub use request::{LimitRequest, Names, PolicyError, PolicyRequest, RuleRequest, RulesRequest};

/// The rules for a program, checked and complete.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS), ts(export))]
pub struct Policy {
    /// What the program must not contain.
    pub forbid: Vec<Rule>,
    /// What the program has to contain.
    pub require: Vec<Rule>,
    /// How much there may be of something.
    pub most: Vec<Limit>,
}

/// A part of programs that a policy speaks of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS), ts(export))]
pub struct Rule {
    /// The part.
    pub part: Part,
    /// The message for a program that breaks the rule, instead of the usual one.
    pub message: Option<String>,
}

/// Parts of programs. Where several are named, each is meant; for what is required, one of them is
/// enough.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS), ts(export))]
pub enum Part {
    /// Kinds of nodes, named as in Python's `ast` module.
    Node(Vec<String>),
    /// Calls: `print` of a name, `math.sqrt` of a dotted name, `.append` of a method of anything.
    Call(Vec<String>),
    /// Names, wherever they are used or defined.
    Name(Vec<String>),
    /// Attributes, without the dot.
    Attribute(Vec<String>),
    /// Imports of a module or of its submodules.
    Import(Vec<String>),
    /// A function that calls itself, directly or through others.
    Recursion,
}

/// How much there may be of something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS), ts(export))]
pub struct Limit {
    /// What is counted.
    pub of: Countable,
    /// The most that there may be.
    pub most: u32,
    /// The message for a program that exceeds it, instead of the usual one.
    pub message: Option<String>,
}

/// What a policy can count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS), ts(export))]
pub enum Countable {
    /// `for`, `while` and comprehensions.
    Loops,
    /// Lines with code: neither empty nor only a comment.
    Lines,
}
