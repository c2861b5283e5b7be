//! One program after another: its text, its run, its end.
//!
//! | file | idea |
//! |---|---|
//! | `program`, `echo` | one program in an interpreter; the value of its last statement |
//! | `check` | the first error in a text, without running it |
//! | `console` | code typed at a prompt |
//! | `source` | the program's text, as the file that it seems to lie in would hold it |
//! | `report` | what went wrong: tracebacks, for people and for editors |
//! | `ending` | the outcome of a run |

pub(super) mod check;
pub(super) mod console;
pub(super) mod echo;
pub(super) mod ending;
pub(super) mod program;
pub(super) mod report;
pub(super) mod source;
