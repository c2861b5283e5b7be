//! The instructions of a loop, as basic blocks, and how these lie in one another.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rustpython_vm::bytecode::{CodeUnits, Instruction};

/// So many instructions behind a jump are looked through for others of its loop and of the loop around it: code may
/// have thousands of loops.
const MOST_AHEAD: usize = 2000;

/// Loops with more instructions are left to the interpreter: no unit would hold them.
const MOST_STEPS: usize = 4000;

/// The same for blocks. The compiler goes through them in one another, and each takes about a kilobyte of the browser's
/// stack, of which a program may have used all that it is allowed to.
const MOST_BLOCKS: usize = 96;

/// An instruction with its prefixes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Step {
    /// The index of its first prefix, where the interpreter goes on if a unit is left before it.
    pub(super) start: u32,
    pub(super) op: Instruction,
    pub(super) arg: u32,
    /// The index behind it and its cache entries.
    pub(super) next: u32,
}

/// Where a block goes on.
#[derive(Clone, Copy, Debug)]
pub(super) enum End {
    To(u32),
    /// Where a conditional jump goes when it is taken, and when it is not.
    Branch(u32, u32),
    /// Where a loop goes with the next value of its iterator, and at its end.
    Next(u32, u32),
    /// Out of the function, or in a way that is not compiled.
    Nowhere,
}

#[derive(Debug)]
pub(super) struct Block {
    pub(super) steps: Vec<Step>,
    pub(super) end: End,
}

impl Block {
    pub(super) fn targets(&self) -> Vec<u32> {
        match self.end {
            End::To(to) => vec![to],
            End::Branch(one, other) | End::Next(one, other) => vec![one, other],
            End::Nowhere => vec![],
        }
    }
}

/// A loop.
pub(super) struct Region {
    pub(super) blocks: BTreeMap<u32, Block>,
    /// The order in which blocks come before those that they go on to.
    pub(super) order: HashMap<u32, usize>,
    /// The blocks that a block is the last common one on all ways to, the latest first, and that several
    /// ways lead to.
    pub(super) merges: HashMap<u32, Vec<u32>>,
    /// The blocks that loops begin with.
    pub(super) headers: BTreeSet<u32>,
}

fn step_at(units: &CodeUnits, start: usize, length: usize) -> Option<Step> {
    let mut at = start;
    let mut arg = 0;
    loop {
        if at >= length {
            return None;
        }
        let op = units.read_op(at).deoptimize();
        arg = arg << 8 | u32::from(u8::from(units.read_arg(at)));
        if matches!(
            op,
            Instruction::Cache
                | Instruction::InstrumentedLine
                | Instruction::InstrumentedInstruction
        ) {
            // They stand for instructions that are kept elsewhere.
            return None;
        }
        if !matches!(op, Instruction::ExtendedArg) {
            return Some(Step {
                start: u32::try_from(start).ok()?,
                op,
                arg,
                next: u32::try_from(at + 1 + op.cache_entries()).ok()?,
            });
        }
        at += 1;
    }
}

/// The index behind the last jump to the beginning of a loop, of which one is known. What lies behind it belongs to
/// the loops around this one.
fn end_of_loop(units: &CodeUnits, jump: usize, header: u32) -> Option<u32> {
    let jump_and_cache = 2;
    let mut end = u32::try_from(jump + jump_and_cache).ok()?;
    let mut at = end;
    for _ in 0..MOST_AHEAD {
        let Some(step) = step_at(units, at as usize, units.len()) else {
            break;
        };
        at = step.next;
        if matches!(end_of(&step, units), Some(End::To(to)) if to == header) {
            end = at;
        }
    }
    Some(end)
}

fn end_of(step: &Step, units: &CodeUnits) -> Option<End> {
    let back = |by: u32| step.next.checked_sub(by).map_or(End::Nowhere, End::To);
    Some(match step.op {
        Instruction::JumpForward { .. } => End::To(step.next + step.arg),
        Instruction::JumpBackward { .. } | Instruction::JumpBackwardNoInterrupt { .. } => {
            back(step.arg)
        }
        Instruction::PopJumpIfFalse { .. }
        | Instruction::PopJumpIfTrue { .. }
        | Instruction::PopJumpIfNone { .. }
        | Instruction::PopJumpIfNotNone { .. } => End::Branch(step.next + step.arg, step.next),
        Instruction::ForIter { .. } => {
            let end = step.next + step.arg;
            let is_marked = matches!(
                units.read_op(end as usize).deoptimize(),
                Instruction::EndFor
            );
            End::Next(step.next, end + u32::from(is_marked))
        }
        Instruction::ReturnValue
        | Instruction::RaiseVarargs { .. }
        | Instruction::Reraise { .. }
        | Instruction::Send { .. }
        | Instruction::EndAsyncFor
        | Instruction::YieldValue { .. }
        | Instruction::InterpreterExit => End::Nowhere,
        _ => return None,
    })
}

impl Region {
    /// The loop of a jump to its beginning, if it is one that can be compiled.
    pub(super) fn of(units: &CodeUnits, jump: usize, header: u32) -> Option<Self> {
        let length = units.len();
        let inside = header..end_of_loop(units, jump, header)?;
        let mut steps: BTreeMap<u32, Step> = BTreeMap::new();
        let mut leaders = BTreeSet::from([header]);
        let mut todo = vec![header];
        while let Some(start) = todo.pop() {
            if steps.contains_key(&start) {
                continue;
            }
            let step = step_at(units, start as usize, length)?;
            steps.insert(start, step);
            if steps.len() > MOST_STEPS || leaders.len() > MOST_BLOCKS {
                return None;
            }
            match end_of(&step, units) {
                None => todo.push(step.next),
                Some(end) => {
                    let block = Block { steps: vec![], end };
                    for target in block.targets() {
                        if inside.contains(&target) {
                            leaders.insert(target);
                            todo.push(target);
                        }
                    }
                }
            }
        }
        let mut blocks = BTreeMap::new();
        for &leader in &leaders {
            let mut block = Block {
                steps: vec![],
                end: End::Nowhere,
            };
            let mut at = leader;
            loop {
                let step = steps[&at];
                block.steps.push(step);
                if let Some(end) = end_of(&step, units) {
                    block.end = end;
                    break;
                }
                at = step.next;
                if leaders.contains(&at) {
                    block.end = End::To(at);
                    break;
                }
            }
            blocks.insert(leader, block);
        }
        Self::around(blocks, header)
    }

    fn around(mut blocks: BTreeMap<u32, Block>, header: u32) -> Option<Self> {
        // What leads back to the beginning is the loop.
        let mut inside = BTreeSet::from([header]);
        loop {
            let more: Vec<_> = blocks
                .iter()
                .filter(|(start, block)| {
                    !inside.contains(start)
                        && block.targets().iter().any(|target| inside.contains(target))
                })
                .map(|(&start, _)| start)
                .collect();
            if more.is_empty() {
                break;
            }
            inside.extend(more);
        }
        blocks.retain(|start, _| inside.contains(start));

        let mut order = HashMap::new();
        let mut seen = BTreeSet::new();
        let mut finished = Vec::new();
        visit(header, &blocks, &mut seen, &mut finished);
        finished.reverse();
        for (place, &block) in finished.iter().enumerate() {
            order.insert(block, place);
        }
        blocks.retain(|start, _| order.contains_key(start));

        let mut before: HashMap<u32, Vec<u32>> = HashMap::new();
        let mut headers = BTreeSet::from([header]);
        for (&start, block) in &blocks {
            for target in block.targets() {
                if !blocks.contains_key(&target) {
                    continue;
                }
                if order[&target] <= order[&start] {
                    headers.insert(target);
                } else {
                    let before = before.entry(target).or_default();
                    before.push(start);
                }
            }
        }
        let dominators = dominators(&finished, &before);
        let dominates = |above: u32, mut below: u32| {
            while below != above && below != header {
                below = dominators[&below];
            }
            below == above
        };
        for (&start, block) in &blocks {
            for target in block.targets() {
                let is_back = order
                    .get(&target)
                    .is_some_and(|place| *place <= order[&start]);
                if is_back && !dominates(target, start) {
                    return None;
                }
            }
        }
        let mut merges: HashMap<u32, Vec<u32>> = HashMap::new();
        for &block in finished.iter().skip(1).rev() {
            if before[&block].len() > 1 {
                merges.entry(dominators[&block]).or_default().push(block);
            }
        }
        Some(Self {
            blocks,
            order,
            merges,
            headers,
        })
    }
}

fn visit(
    block: u32,
    blocks: &BTreeMap<u32, Block>,
    seen: &mut BTreeSet<u32>,
    finished: &mut Vec<u32>,
) {
    if !blocks.contains_key(&block) || !seen.insert(block) {
        return;
    }
    // The way out of an inner loop first, so that it comes behind the loop's body.
    for target in blocks[&block].targets().into_iter().rev() {
        visit(target, blocks, seen, finished);
    }
    finished.push(block);
}

/// The last block on all ways to a block, of each but the first.
fn dominators(order: &[u32], before: &HashMap<u32, Vec<u32>>) -> HashMap<u32, u32> {
    let place: HashMap<u32, usize> = order.iter().enumerate().map(|(at, &b)| (b, at)).collect();
    let mut found: HashMap<u32, u32> = HashMap::from([(order[0], order[0])]);
    // Only forward ways count, so each block comes after those before it.
    for &block in &order[1..] {
        let mut common = None;
        for &one in &before[&block] {
            common = Some(match common {
                None => one,
                Some(mut other) => {
                    let mut one = one;
                    while one != other {
                        while place[&one] > place[&other] {
                            one = found[&one];
                        }
                        while place[&other] > place[&one] {
                            other = found[&other];
                        }
                    }
                    one
                }
            });
        }
        found.insert(block, common.expect("a way leads to it"));
    }
    found
}

/// The index of the jump of the innermost loop around one.
pub(super) fn outer_jump(units: &CodeUnits, jump: usize, header: usize) -> Option<usize> {
    let mut at = jump;
    for _ in 0..MOST_AHEAD {
        let step = step_at(units, at, units.len())?;
        if matches!(step.op, Instruction::JumpBackward { .. })
            && at > jump
            && ((step.next.checked_sub(step.arg)?) as usize) < header
        {
            return Some(step.next as usize - 2);
        }
        at = step.next as usize;
    }
    None
}
