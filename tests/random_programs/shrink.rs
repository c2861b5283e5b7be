//! Makes a program smaller as long as it still shows what was found.

use crate::program::Statement;

/// The smallest program that was found by removing statements and clauses, and by putting blocks in the
/// place of the statements around them, for which `still_fails` holds.
pub fn smallest(
    program: Vec<Statement>,
    still_fails: &mut dyn FnMut(&[Statement]) -> bool,
) -> Vec<Statement> {
    let mut program = program;
    loop {
        let before = program.clone();
        remove_runs(&mut program, still_fails);
        simplify_each(&mut program, still_fails);
        if program == before {
            return program;
        }
    }
}

/// Removes runs of statements from the outermost block: half of them, then quarters, and so on.
fn remove_runs(program: &mut Vec<Statement>, still_fails: &mut dyn FnMut(&[Statement]) -> bool) {
    let mut length = program.len() / 2;
    while length > 0 {
        let mut start = 0;
        while start + length <= program.len() {
            let mut candidate = program.clone();
            candidate.drain(start..start + length);
            if still_fails(&candidate) {
                *program = candidate;
            } else {
                start += length;
            }
        }
        length /= 2;
    }
}

/// Tries all that can be done to each statement at any depth, from the last to the first: what comes
/// later needs what comes earlier, and not the other way round.
fn simplify_each(program: &mut Vec<Statement>, still_fails: &mut dyn FnMut(&[Statement]) -> bool) {
    let mut number = count(program);
    while number > 0 {
        number -= 1;
        let mut way = 0;
        loop {
            let mut candidate = program.clone();
            let mut left = number;
            if !change(&mut candidate, &mut left, way) {
                break;
            }
            if candidate != *program && still_fails(&candidate) {
                *program = candidate;
                way = 0;
                if number >= count(program) {
                    break;
                }
            } else {
                way += 1;
            }
        }
    }
}

/// How many statements a program has at all depths.
fn count(program: &[Statement]) -> usize {
    let blocks = |statement: &Statement| -> usize {
        if is_prelude(statement) {
            return 0;
        }
        let clauses = statement.clauses.iter();
        clauses
            .filter_map(|clause| clause.block.as_deref())
            .map(count)
            .sum()
    };
    program.iter().map(|statement| 1 + blocks(statement)).sum()
}

/// What programs print with is removed as a whole or not at all: there is nothing to find in it.
fn is_prelude(statement: &Statement) -> bool {
    const NAMES: [&str; 3] = ["def shown(", "def show(", "def report("];
    let head = &statement.clauses[0].head;
    NAMES.iter().any(|name| head.starts_with(name))
}

/// Changes the statement with this number in one of the ways that there are: removed, replaced by the
/// block of one of its clauses, or without one of its clauses. False if there are fewer ways.
fn change(block: &mut Vec<Statement>, number: &mut usize, way: usize) -> bool {
    for index in 0..block.len() {
        if *number > 0 {
            *number -= 1;
            if is_prelude(&block[index]) {
                continue;
            }
            for clause in &mut block[index].clauses {
                if let Some(inner) = &mut clause.block
                    && *number < count(inner)
                {
                    return change(inner, number, way);
                } else if let Some(inner) = &clause.block {
                    *number -= count(inner);
                }
            }
            continue;
        }
        let statement = &block[index];
        let clauses = statement.clauses.len();
        if way == 0 {
            if !statement.is_bound() {
                block.remove(index);
            }
        } else if way <= clauses {
            let inner = statement.clauses[way - 1].block.clone();
            if let Some(inner) = inner {
                block.splice(index..=index, inner);
            }
        } else if way < 2 * clauses {
            block[index].clauses.remove(way - clauses);
        } else {
            return false;
        }
        return true;
    }
    false
}
