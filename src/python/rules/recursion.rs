//! Functions that call themselves, as far as their names tell: `f` mentions `f`, or mentions `g`
//! which mentions `f`. A method is mentioned as `self.f` or `cls.f`.

use std::collections::{BTreeMap, BTreeSet};

use ruff_python_ast_pin::visitor::source_order::{SourceOrderVisitor, TraversalSignal, walk_body};
use ruff_python_ast_pin::{AnyNodeRef, Expr, Stmt};
use ruff_text_size_pin::{Ranged, TextRange};

/// What the functions of a program mention.
#[derive(Default)]
pub(super) struct Functions<'a> {
    mentioned: BTreeMap<&'a str, BTreeSet<&'a str>>,
    /// Where each is defined, in the order of the text.
    defined: Vec<(&'a str, TextRange)>,
    /// The functions around the node that is visited.
    around: Vec<&'a str>,
}

/// Collects the functions, and lambdas that are given a name.
pub(super) fn functions(body: &[Stmt]) -> Functions<'_> {
    let mut functions = Functions::default();
    walk_body(&mut functions, body);
    functions
}

/// Where the first function is defined that calls itself.
pub(super) fn first_recursive(functions: &Functions) -> Option<TextRange> {
    let is_recursive = |name| {
        let mut reached = BTreeSet::new();
        let mut next = vec![name];
        while let Some(function) = next.pop() {
            let mentioned = functions.mentioned.get(function).into_iter().flatten();
            next.extend(mentioned.copied().filter(|name| reached.insert(*name)));
        }
        reached.contains(name)
    };
    let mut defined = functions.defined.iter();
    defined
        .find(|(name, _)| is_recursive(name))
        .map(|(_, range)| *range)
}

/// The function that a node defines.
fn definition(node: AnyNodeRef<'_>) -> Option<(&str, TextRange)> {
    match node {
        AnyNodeRef::StmtFunctionDef(node) => Some((&node.name, node.name.range())),
        AnyNodeRef::StmtAssign(node) => match (node.targets.as_slice(), &*node.value) {
            ([Expr::Name(name)], Expr::Lambda(_)) => Some((&name.id, name.range())),
            _ => None,
        },
        _ => None,
    }
}

fn mention(node: AnyNodeRef<'_>) -> Option<&str> {
    match node {
        AnyNodeRef::ExprName(node) if node.ctx.is_load() => Some(&node.id),
        AnyNodeRef::ExprAttribute(node) => match &*node.value {
            Expr::Name(of) if matches!(of.id.as_str(), "self" | "cls") => Some(&node.attr),
            _ => None,
        },
        _ => None,
    }
}

impl<'a> SourceOrderVisitor<'a> for Functions<'a> {
    fn enter_node(&mut self, node: AnyNodeRef<'a>) -> TraversalSignal {
        if let Some((name, range)) = definition(node) {
            self.defined.push((name, range));
            self.around.push(name);
        }
        if let Some(name) = mention(node) {
            for function in &self.around {
                self.mentioned.entry(function).or_default().insert(name);
            }
        }
        TraversalSignal::Traverse
    }

    fn leave_node(&mut self, node: AnyNodeRef<'a>) {
        if definition(node).is_some() {
            self.around.pop();
        }
    }
}
