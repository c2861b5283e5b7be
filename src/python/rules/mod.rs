//! Checks a program's syntax tree against a policy.

mod pattern;
mod recursion;
mod tree;

use rustpython_vm::builtins::{PyBaseExceptionRef, PyTypeRef};
use rustpython_vm::{PyObjectRef, VirtualMachine};

use ruff_python_ast_pin::AnyNodeRef;
use ruff_python_ast_pin::visitor::source_order::{SourceOrderVisitor, TraversalSignal, walk_body};
use ruff_text_size_pin::{Ranged, TextRange, TextSize};

use crate::options::policy::{Countable, LOOPS, Limit, Part, Policy, Rule, words_for};

/// The first place, in the order of the text, where a program breaks a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Breach {
    /// `None` where something is missing.
    place: Option<Place>,
    message: String,
}

/// A span of one line. Lines and columns count from 1, columns in characters.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Place {
    line: usize,
    text: String,
    column: usize,
    end_column: usize,
}

/// How much of a program is checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Extent {
    /// A whole program.
    Program,
    /// An entry at a console, of which nothing is required.
    Entry,
}

/// Checks a text. A text that is not Python breaks no rule: running it reports the syntax error.
pub(crate) fn check(policy: &Policy, text: &str, extent: Extent) -> Result<(), Breach> {
    if *policy == Policy::default() {
        return Ok(());
    }
    let Ok(parsed) = ruff_python_parser_pin::parse_module(text) else {
        return Ok(());
    };
    let body = &parsed.syntax().body;
    let mut checker = Checker::new(policy);
    walk_body(&mut checker, body);
    let functions = recursion::functions(body);
    let recursive = recursion::first_recursive(&functions);
    if let Some(range) = recursive
        && let Some(rule) = find_recursion(&policy.forbid)
    {
        checker.found.push((range, forbidden(rule, "recursion")));
    }
    checker.found.extend(
        policy
            .most
            .iter()
            .filter(|limit| limit.of == Countable::Lines)
            .filter_map(|limit| Some((line_past(text, limit.most)?, exceeded(limit)))),
    );
    if let Some((range, message)) = checker
        .found
        .into_iter()
        .min_by_key(|(range, _)| range.start())
    {
        let place = Some(Place::of(range, text));
        return Err(Breach { place, message });
    }
    if extent == Extent::Entry {
        return Ok(());
    }
    let missing = policy
        .require
        .iter()
        .zip(checker.is_there)
        .find(|(rule, is_there)| match rule.part {
            Part::Recursion => recursive.is_none(),
            _ => !is_there,
        });
    match missing {
        Some((rule, _)) => Err(Breach {
            place: None,
            message: required(rule),
        }),
        None => Ok(()),
    }
}

fn find_recursion(rules: &[Rule]) -> Option<&Rule> {
    rules.iter().find(|rule| rule.part == Part::Recursion)
}

struct Checker<'p> {
    policy: &'p Policy,
    loops: u32,
    /// Which of the requirements are met.
    is_there: Vec<bool>,
    found: Vec<(TextRange, String)>,
}

impl<'p> Checker<'p> {
    fn new(policy: &'p Policy) -> Self {
        Self {
            policy,
            loops: 0,
            is_there: vec![false; policy.require.len()],
            found: Vec::new(),
        }
    }
}

impl<'a> SourceOrderVisitor<'a> for Checker<'_> {
    fn enter_node(&mut self, node: AnyNodeRef<'a>) -> TraversalSignal {
        let policy = self.policy;
        let broken = policy.forbid.iter().find_map(|rule| {
            let (what, range) = tree::find(&rule.part, node)?;
            Some((range, forbidden(rule, &what)))
        });
        self.found.extend(broken);
        for (rule, is_there) in policy.require.iter().zip(&mut self.is_there) {
            *is_there |= tree::find(&rule.part, node).is_some();
        }
        if tree::kinds(node).iter().any(|kind| LOOPS.contains(kind)) {
            self.loops += 1;
            let loops = self.loops;
            let is_exceeded = |limit: &&Limit| limit.of == Countable::Loops && loops > limit.most;
            if let Some(limit) = policy.most.iter().find(is_exceeded) {
                self.found.push((node.range(), exceeded(limit)));
            }
        }
        TraversalSignal::Traverse
    }
}

/// The first line with code past so many of them.
fn line_past(text: &str, most: u32) -> Option<TextRange> {
    let mut start = TextSize::new(0);
    let mut count = 0;
    for line in text.split_inclusive('\n') {
        let code = line.trim();
        if !code.is_empty() && !code.starts_with('#') {
            count += 1;
        }
        let end = start + TextSize::of(line);
        if count > most {
            let indentation = TextSize::of(&line[..line.len() - line.trim_start().len()]);
            return Some(TextRange::new(start + indentation, end));
        }
        start = end;
    }
    None
}

fn forbidden(rule: &Rule, what: &str) -> String {
    if let Some(message) = &rule.message {
        return message.clone();
    }
    let words = match &rule.part {
        Part::Node(_) => words_for(what).unwrap_or(what).to_owned(),
        Part::Call(_) => format!("a call of {what}()"),
        Part::Name(_) => format!("the name '{what}'"),
        Part::Attribute(_) => format!("the attribute '{what}'"),
        Part::Import(_) => format!("importing '{what}'"),
        Part::Recursion => "a function that calls itself".to_owned(),
    };
    format!("this page does not allow {words}")
}

fn required(rule: &Rule) -> String {
    if let Some(message) = &rule.message {
        return message.clone();
    }
    let one_of = |names: &[String], word: fn(&String) -> String| {
        names.iter().map(word).collect::<Vec<_>>().join(" or ")
    };
    let words = match &rule.part {
        Part::Node(names) => one_of(names, |name| words_for(name).unwrap_or(name).to_owned()),
        Part::Call(names) => one_of(names, |name| format!("a call of {name}()")),
        Part::Name(names) => one_of(names, |name| format!("the name '{name}'")),
        Part::Attribute(names) => one_of(names, |name| format!("the attribute '{name}'")),
        Part::Import(names) => one_of(names, |name| format!("an import of '{name}'")),
        Part::Recursion => "recursion, a function that calls itself".to_owned(),
    };
    format!("this page asks for {words}, and the program has none")
}

fn exceeded(limit: &Limit) -> String {
    if let Some(message) = &limit.message {
        return message.clone();
    }
    let (one, many) = match limit.of {
        Countable::Loops => ("loop", "loops"),
        Countable::Lines => ("line of code", "lines of code"),
    };
    match limit.most {
        0 => format!("this page allows no {many}"),
        1 => format!("this page allows one {one}, and this is another"),
        most => format!("this page allows {most} {many}, and this is one more"),
    }
}

impl Place {
    /// Where a range begins, up to its end or that of the line.
    fn of(range: TextRange, text: &str) -> Self {
        let (start, end) = (range.start().to_usize(), range.end().to_usize());
        let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let line = text[line_start..].lines().next().unwrap_or_default();
        let in_line = &line[..(end - line_start).min(line.len())];
        let marked = in_line.trim_end().chars().count() + 1;
        let column = text[line_start..start].chars().count() + 1;
        Self {
            line: text[..start].matches('\n').count() + 1,
            text: format!("{line}\n"),
            column,
            end_column: marked.max(column + 1),
        }
    }
}

impl Breach {
    /// The breach as an exception that is reported like a `SyntaxError`.
    pub(crate) fn exception(self, file: &str, vm: &VirtualMachine) -> PyBaseExceptionRef {
        let mut arguments: Vec<PyObjectRef> = vec![vm.ctx.new_str(self.message).into()];
        if let Some(place) = self.place {
            let place = (
                file,
                place.line,
                place.column,
                place.text,
                place.line,
                place.end_column,
            );
            arguments.push(vm.new_tuple(place).into());
        }
        vm.invoke_exception(&class(vm), arguments)
            .unwrap_or_else(|error| error)
    }
}

fn class(vm: &VirtualMachine) -> PyTypeRef {
    let base = vm.ctx.exceptions.syntax_error.to_owned();
    vm.ctx
        .new_exception_type("builtins", "PolicyError", Some(vec![base]))
}
