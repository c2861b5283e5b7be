//! What a program shows beside its text.
//!
//! | file | idea |
//! |---|---|
//! | `display` | pictures, tables and HTML |
//! | `picture` | canvases: what turtles draw, and what the reader does to it |

pub(super) mod display;
pub(super) mod picture;
