//! The interpreter's browser side: one worker, one program.
//!
//! | file | idea |
//! |---|---|
//! | `entry` | what `www/sandbox/worker/worker.js` calls: begin, run, hear a message |
//! | `ending` | the end of a run, and what is reported of an interpreter that has failed |
//! | `state` | the state of the worker: what begins anew with each program |
//! | `host` | the interpreter's host, over messages to and from the frame |
//! | `inbox`, `output` | messages of the frame that are not handled yet; the buffer for output |
//! | `waiting` | how the worker waits, if it can |
//! | `replay` | waits of a program that is put aside and run again |
//! | `slice` | the turns that a running program gives to its surroundings |
//! | `accelerate` | runs what the accelerator compiles |
//! | `memory` | the memory budget: an allocator that counts |
//! | `powers` | exponentials, logarithms and powers, to the last bit |
//! | `part` | waits for the parts of the interpreter that arrive later |
//! | `preset` | the interpreter, set up while Garter is built |
//! | `js` | the functions that `www/sandbox/worker/worker.js` provides |

mod accelerate;
mod ending;
mod entry;
mod host;
mod inbox;
mod js;
mod memory;
mod output;
mod part;
mod powers;
mod preset;
mod replay;
mod slice;
mod state;
mod waiting;
