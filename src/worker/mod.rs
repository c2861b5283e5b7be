//! The interpreter's browser side: one worker, one program.
//!
//! | file | idea |
//! |---|---|
//! | `entry` | what `www/worker.js` calls: begin, run, hear a message, last words |
//! | `host` | the program's surroundings, over messages |
//! | `inbox`, `output` | what the frame has said; what it has yet to be told |
//! | `slice` | the turns that a running program gives to its surroundings |
//! | `memory` | the memory budget: an allocator that counts |
//! | `preset` | the interpreter, set up while Garter is built |
//! | `outside` | the functions that `www/worker.js` provides |

mod entry;
mod host;
mod inbox;
mod memory;
mod output;
mod outside;
mod preset;
mod slice;
