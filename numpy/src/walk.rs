//! Going through several views of one shape together, in long runs.

use std::cell::Cell;

use rustpython_vm::{PyResult, VirtualMachine};

/// No run is longer, so that a program can be stopped within it.
const MOST_RUN: usize = 1 << 22;
/// After so many elements a program gets its turn: about a millisecond.
const TURN_AFTER: usize = 1 << 20;

thread_local! {
    static TURN: Cell<Turn> = const { Cell::new(|_| Ok(())) };
    static WORK: Cell<usize> = const { Cell::new(0) };
}

/// Looks at the clock, and raises what a program is to be interrupted with.
pub type Turn = fn(&VirtualMachine) -> PyResult<()>;

/// Sets what long operations call from time to time.
pub fn set_turn(turn: Turn) {
    TURN.set(turn);
}

/// Counts work on so many elements, and gives the surroundings their turn when it was much.
#[inline]
pub fn count_work(elements: usize, vm: &VirtualMachine) -> PyResult<()> {
    let work = WORK.get().saturating_add(elements);
    WORK.set(work);
    if work >= TURN_AFTER {
        WORK.set(0);
        return TURN.get()(vm);
    }
    Ok(())
}

/// What is called with each run: where each view is, its steps, and how many elements follow.
pub type Run<'a> = &'a mut dyn FnMut(&[usize], &[isize], usize) -> PyResult<()>;

/// Calls `run` for runs of elements that cover the shape. With `reorders` the order of the axes may be
/// another one, so that memory is read as it lies; along each axis the index rises in any case.
pub fn walk(
    shape: &[usize],
    views: &[(&Vec<isize>, usize)],
    reorders: bool,
    vm: &VirtualMachine,
    run: Run<'_>,
) -> PyResult<()> {
    if shape.contains(&0) {
        return Ok(());
    }
    let count = views.len();
    let mut axes: Vec<(usize, Vec<isize>)> = shape
        .iter()
        .enumerate()
        .filter(|axis| *axis.1 != 1)
        .map(|(axis, &n)| (n, views.iter().map(|view| view.0[axis]).collect()))
        .collect();
    if reorders && axes.len() > 1 {
        let weight =
            |axis: &(usize, Vec<isize>)| axis.1.iter().map(|step| step.unsigned_abs()).max();
        axes.sort_by_key(|axis| std::cmp::Reverse(weight(axis)));
    }
    let mut merged: Vec<(usize, Vec<isize>)> = Vec::with_capacity(axes.len());
    for axis in axes {
        match merged.last_mut() {
            Some(outer)
                if (0..count).all(|view| outer.1[view] == axis.1[view] * axis.0 as isize) =>
            {
                outer.0 *= axis.0;
                outer.1 = axis.1;
            }
            _ => merged.push(axis),
        }
    }
    let (n, steps) = merged.pop().unwrap_or_else(|| (1, vec![0; count]));
    let mut at: Vec<isize> = views.iter().map(|view| view.1 as isize).collect();
    let mut index = vec![0; merged.len()];
    let mut starts = vec![0; count];
    loop {
        let mut done = 0;
        while done < n {
            let length = (n - done).min(MOST_RUN);
            for view in 0..count {
                starts[view] = (at[view] + done as isize * steps[view]) as usize;
            }
            run(&starts, &steps, length)?;
            count_work(length, vm)?;
            done += length;
        }
        let mut axis = merged.len();
        loop {
            if axis == 0 {
                return Ok(());
            }
            axis -= 1;
            index[axis] += 1;
            let (length, steps) = &merged[axis];
            for (at, step) in at.iter_mut().zip(steps) {
                *at += step;
            }
            if index[axis] < *length {
                break;
            }
            for (at, step) in at.iter_mut().zip(steps) {
                *at -= step * *length as isize;
            }
            index[axis] = 0;
        }
    }
}
