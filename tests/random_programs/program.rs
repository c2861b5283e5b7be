//! A Python program as a tree of statements, from which statements can be removed.

use std::fmt::Write as _;
use std::iter::Peekable;

/// What a line ends with that has to stay while the program is made smaller, or the program would not end.
pub const BOUND: &str = "  # bound";

const INDENT: &str = "    ";

/// A statement: a single line, or clauses with blocks such as `try`, `except` and `finally`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    pub clauses: Vec<Clause>,
}

/// A line, and the block below it if the line begins one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    pub head: String,
    pub block: Option<Vec<Statement>>,
}

impl Statement {
    pub fn is_bound(&self) -> bool {
        self.clauses
            .iter()
            .any(|clause| clause.head.ends_with(BOUND))
    }
}

/// The statements of a text, by its indentation. Lines that go on with another clause, such as `else`,
/// belong to the statement before them.
pub fn parse(text: &str) -> Vec<Statement> {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    parse_block(&mut lines.peekable(), 0)
}

fn parse_block<'a>(
    lines: &mut Peekable<impl Iterator<Item = &'a str>>,
    indent: usize,
) -> Vec<Statement> {
    const CONTINUING: [&str; 4] = ["else", "elif ", "except", "finally"];
    let indent_of = |line: &str| line.len() - line.trim_start().len();
    let mut statements: Vec<Statement> = Vec::new();
    while let Some(next) = lines.next_if(|line| indent_of(line) >= indent) {
        let head = next.trim_start().to_owned();
        let below = lines.peek().map_or(0, |line| indent_of(line));
        let block = (below > indent).then(|| parse_block(lines, below));
        let is_continuing = CONTINUING.iter().any(|word| head.starts_with(word));
        let clause = Clause { head, block };
        match statements.last_mut() {
            Some(statement) if is_continuing => statement.clauses.push(clause),
            _ => statements.push(Statement {
                clauses: vec![clause],
            }),
        }
    }
    statements
}

/// The source text of statements.
pub fn text(program: &[Statement]) -> String {
    let mut text = String::new();
    write_block(&mut text, program, 0);
    text
}

fn write_block(text: &mut String, statements: &[Statement], depth: usize) {
    for clause in statements.iter().flat_map(|statement| &statement.clauses) {
        writeln!(text, "{}{}", INDENT.repeat(depth), clause.head).expect("a string takes all");
        match clause.block.as_deref() {
            Some([]) => text.push_str(&format!("{}pass\n", INDENT.repeat(depth + 1))),
            Some(block) => write_block(text, block, depth + 1),
            None => {}
        }
    }
}

/// A text as the block of a statement.
pub fn indented(text: &str) -> String {
    text.lines()
        .map(|line| format!("{INDENT}{line}\n"))
        .collect()
}
