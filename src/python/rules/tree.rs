//! The nodes of the syntax tree in the words of Python's `ast` module.

use ruff_python_ast_pin::{
    AnyNodeRef, BoolOp, CmpOp, ExceptHandlerExceptHandler, Expr, Identifier, Operator, UnaryOp,
};
use ruff_text_size_pin::{Ranged, TextRange};

use super::pattern::{is_meant, is_module_meant};
use crate::options::policy::Part;

/// Whether the node is what the part speaks of: what it is called in the program, and where it is.
pub(super) fn find(part: &Part, node: AnyNodeRef) -> Option<(String, TextRange)> {
    let meant = |patterns: &[String], name: &str| -> bool {
        patterns.iter().any(|pattern| is_meant(pattern, name))
    };
    match part {
        Part::Node(wanted) => {
            let kind = kinds(node)
                .into_iter()
                .find(|kind| wanted.iter().any(|wanted| wanted == kind))?;
            Some((kind.to_owned(), range_of(node)))
        }
        Part::Call(patterns) => {
            let AnyNodeRef::ExprCall(call) = node else {
                return None;
            };
            let name = names_of_call(&call.func)
                .into_iter()
                .find(|name| meant(patterns, name))?;
            Some((name, call.func.range()))
        }
        Part::Name(patterns) => names(node)
            .into_iter()
            .find(|(name, _)| meant(patterns, name))
            .map(|(name, range)| (name.to_owned(), range)),
        Part::Attribute(patterns) => {
            let attribute = match node {
                AnyNodeRef::ExprAttribute(node) => &node.attr,
                AnyNodeRef::PatternKeyword(node) => &node.attr,
                _ => return None,
            };
            meant(patterns, attribute).then(|| (attribute.to_string(), attribute.range()))
        }
        Part::Import(patterns) => modules(node)
            .into_iter()
            .find(|module| {
                patterns
                    .iter()
                    .any(|pattern| is_module_meant(pattern, module))
            })
            .map(|module| (module, node.range())),
        // It is no single node.
        Part::Recursion => None,
    }
}

/// Where to point: at what a definition defines, instead of its decorators.
fn range_of(node: AnyNodeRef) -> TextRange {
    match node {
        AnyNodeRef::StmtFunctionDef(node) => node.name.range(),
        AnyNodeRef::StmtClassDef(node) => node.name.range(),
        _ => node.range(),
    }
}

/// How a call can be spoken of: `print`, or `random.choice` and `.choice`.
fn names_of_call(function: &Expr) -> Vec<String> {
    match function {
        Expr::Name(name) => vec![name.id.to_string()],
        Expr::Attribute(attribute) => dotted(function)
            .into_iter()
            .chain([format!(".{}", attribute.attr)])
            .collect(),
        _ => Vec::new(),
    }
}

fn dotted(expression: &Expr) -> Option<String> {
    match expression {
        Expr::Name(name) => Some(name.id.to_string()),
        Expr::Attribute(attribute) => {
            Some(format!("{}.{}", dotted(&attribute.value)?, attribute.attr))
        }
        _ => None,
    }
}

/// The names that a node itself uses or defines. Those of special methods are no choice of the
/// program's.
fn names(node: AnyNodeRef<'_>) -> Vec<(&str, TextRange)> {
    fn name(identifier: &Identifier) -> (&str, TextRange) {
        (identifier.as_str(), identifier.range())
    }
    match node {
        AnyNodeRef::ExprName(node) => vec![(node.id.as_str(), node.range())],
        AnyNodeRef::StmtFunctionDef(node) if is_special(&node.name) => Vec::new(),
        AnyNodeRef::StmtFunctionDef(node) => vec![name(&node.name)],
        AnyNodeRef::StmtClassDef(node) => vec![name(&node.name)],
        AnyNodeRef::Parameter(node) => vec![name(&node.name)],
        AnyNodeRef::StmtGlobal(node) => node.names.iter().map(name).collect(),
        AnyNodeRef::StmtNonlocal(node) => node.names.iter().map(name).collect(),
        AnyNodeRef::ExceptHandlerExceptHandler(ExceptHandlerExceptHandler {
            name: Some(node),
            ..
        }) => vec![name(node)],
        AnyNodeRef::Alias(node) => {
            let imported = node.name.split('.').next().unwrap_or_default();
            std::iter::once((imported, node.name.range()))
                .chain(node.asname.as_ref().map(name))
                .collect()
        }
        _ => Vec::new(),
    }
}

fn is_special(name: &str) -> bool {
    name.len() > 4 && name.starts_with("__") && name.ends_with("__")
}

/// The modules that a node imports, or may import: `from a import b` names `a` and `a.b`.
fn modules(node: AnyNodeRef) -> Vec<String> {
    match node {
        AnyNodeRef::StmtImport(node) => node
            .names
            .iter()
            .map(|alias| alias.name.to_string())
            .collect(),
        AnyNodeRef::StmtImportFrom(node) => {
            let dots = ".".repeat(node.level as usize);
            let module = node.module.as_ref().map_or("", |module| module.as_str());
            let module = format!("{dots}{module}");
            let parts: Vec<String> = node
                .names
                .iter()
                .map(|alias| format!("{module}.{}", alias.name))
                .collect();
            std::iter::once(module).chain(parts).collect()
        }
        _ => Vec::new(),
    }
}

/// What Python's `ast` module calls a node, and the operators in it; nothing for nodes that only
/// this parser has.
pub(super) fn kinds(node: AnyNodeRef) -> Vec<&'static str> {
    let kind = match node {
        AnyNodeRef::StmtFunctionDef(node) if node.is_async => "AsyncFunctionDef",
        AnyNodeRef::StmtFunctionDef(_) => "FunctionDef",
        AnyNodeRef::StmtClassDef(_) => "ClassDef",
        AnyNodeRef::StmtReturn(_) => "Return",
        AnyNodeRef::StmtDelete(_) => "Delete",
        AnyNodeRef::StmtTypeAlias(_) => "TypeAlias",
        AnyNodeRef::StmtAssign(_) => "Assign",
        AnyNodeRef::StmtAugAssign(node) => return vec!["AugAssign", operator(node.op)],
        AnyNodeRef::StmtAnnAssign(_) => "AnnAssign",
        AnyNodeRef::StmtFor(node) if node.is_async => "AsyncFor",
        AnyNodeRef::StmtFor(_) => "For",
        AnyNodeRef::StmtWhile(_) => "While",
        AnyNodeRef::StmtIf(_) => "If",
        AnyNodeRef::StmtWith(node) if node.is_async => "AsyncWith",
        AnyNodeRef::StmtWith(_) => "With",
        AnyNodeRef::StmtMatch(_) => "Match",
        AnyNodeRef::StmtRaise(_) => "Raise",
        AnyNodeRef::StmtTry(node) if node.is_star => "TryStar",
        AnyNodeRef::StmtTry(_) => "Try",
        AnyNodeRef::ExceptHandlerExceptHandler(_) => "ExceptHandler",
        AnyNodeRef::StmtAssert(_) => "Assert",
        AnyNodeRef::StmtImport(_) => "Import",
        AnyNodeRef::StmtImportFrom(_) => "ImportFrom",
        AnyNodeRef::StmtGlobal(_) => "Global",
        AnyNodeRef::StmtNonlocal(_) => "Nonlocal",
        AnyNodeRef::StmtExpr(_) => "Expr",
        AnyNodeRef::StmtPass(_) => "Pass",
        AnyNodeRef::StmtBreak(_) => "Break",
        AnyNodeRef::StmtContinue(_) => "Continue",
        _ => return kinds_of_expression(node),
    };
    vec![kind]
}

fn kinds_of_expression(node: AnyNodeRef) -> Vec<&'static str> {
    let kind = match node {
        AnyNodeRef::ExprBoolOp(node) => {
            let operator = match node.op {
                BoolOp::And => "And",
                BoolOp::Or => "Or",
            };
            return vec!["BoolOp", operator];
        }
        AnyNodeRef::ExprBinOp(node) => return vec!["BinOp", operator(node.op)],
        AnyNodeRef::ExprUnaryOp(node) => {
            let operator = match node.op {
                UnaryOp::Not => "Not",
                UnaryOp::Invert => "Invert",
                UnaryOp::UAdd => "UAdd",
                UnaryOp::USub => "USub",
            };
            return vec!["UnaryOp", operator];
        }
        AnyNodeRef::ExprCompare(node) => {
            return std::iter::once("Compare")
                .chain(node.ops.iter().map(|operator| comparison(*operator)))
                .collect();
        }
        AnyNodeRef::ExprNamed(_) => "NamedExpr",
        AnyNodeRef::ExprLambda(_) => "Lambda",
        AnyNodeRef::ExprIf(_) => "IfExp",
        AnyNodeRef::ExprDict(_) => "Dict",
        AnyNodeRef::ExprSet(_) => "Set",
        AnyNodeRef::ExprListComp(_) => "ListComp",
        AnyNodeRef::ExprSetComp(_) => "SetComp",
        AnyNodeRef::ExprDictComp(_) => "DictComp",
        AnyNodeRef::ExprGenerator(_) => "GeneratorExp",
        AnyNodeRef::ExprAwait(_) => "Await",
        AnyNodeRef::ExprYield(_) => "Yield",
        AnyNodeRef::ExprYieldFrom(_) => "YieldFrom",
        AnyNodeRef::ExprCall(_) => "Call",
        AnyNodeRef::ExprFString(_) => "JoinedStr",
        AnyNodeRef::ExprTString(_) => "TemplateStr",
        AnyNodeRef::ExprStringLiteral(_)
        | AnyNodeRef::ExprBytesLiteral(_)
        | AnyNodeRef::ExprNumberLiteral(_)
        | AnyNodeRef::ExprBooleanLiteral(_)
        | AnyNodeRef::ExprNoneLiteral(_)
        | AnyNodeRef::ExprEllipsisLiteral(_) => "Constant",
        AnyNodeRef::ExprAttribute(_) => "Attribute",
        AnyNodeRef::ExprSubscript(_) => "Subscript",
        AnyNodeRef::ExprStarred(_) => "Starred",
        AnyNodeRef::ExprName(_) => "Name",
        AnyNodeRef::ExprList(_) => "List",
        AnyNodeRef::ExprTuple(_) => "Tuple",
        AnyNodeRef::ExprSlice(_) => "Slice",
        AnyNodeRef::PatternMatchValue(_) => "MatchValue",
        AnyNodeRef::PatternMatchSingleton(_) => "MatchSingleton",
        AnyNodeRef::PatternMatchSequence(_) => "MatchSequence",
        AnyNodeRef::PatternMatchMapping(_) => "MatchMapping",
        AnyNodeRef::PatternMatchClass(_) => "MatchClass",
        AnyNodeRef::PatternMatchStar(_) => "MatchStar",
        AnyNodeRef::PatternMatchAs(_) => "MatchAs",
        AnyNodeRef::PatternMatchOr(_) => "MatchOr",
        _ => return Vec::new(),
    };
    vec![kind]
}

fn operator(operator: Operator) -> &'static str {
    match operator {
        Operator::Add => "Add",
        Operator::Sub => "Sub",
        Operator::Mult => "Mult",
        Operator::MatMult => "MatMult",
        Operator::Div => "Div",
        Operator::Mod => "Mod",
        Operator::Pow => "Pow",
        Operator::LShift => "LShift",
        Operator::RShift => "RShift",
        Operator::BitOr => "BitOr",
        Operator::BitXor => "BitXor",
        Operator::BitAnd => "BitAnd",
        Operator::FloorDiv => "FloorDiv",
    }
}

fn comparison(operator: CmpOp) -> &'static str {
    match operator {
        CmpOp::Eq => "Eq",
        CmpOp::NotEq => "NotEq",
        CmpOp::Lt => "Lt",
        CmpOp::LtE => "LtE",
        CmpOp::Gt => "Gt",
        CmpOp::GtE => "GtE",
        CmpOp::Is => "Is",
        CmpOp::IsNot => "IsNot",
        CmpOp::In => "In",
        CmpOp::NotIn => "NotIn",
    }
}
