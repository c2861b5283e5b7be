//! What the mode of a raw file asks for.

use rustpython_vm::{PyResult, VirtualMachine};

use crate::python::os::fs::Flags;

/// The letters of a mode.
#[derive(Clone, Copy, Debug, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "a mode is made of these letters"
)]
pub(super) struct Mode {
    pub(super) reads: bool,
    pub(super) writes: bool,
    pub(super) appends: bool,
    creates: bool,
}

impl Mode {
    pub(super) fn parse(text: &str, vm: &VirtualMachine) -> PyResult<Self> {
        let mut mode = Self::default();
        let mut kinds = 0;
        let mut pluses = 0;
        for char in text.chars() {
            match char {
                'r' => mode.reads = true,
                'w' => mode.writes = true,
                'a' => (mode.writes, mode.appends) = (true, true),
                'x' => (mode.writes, mode.creates) = (true, true),
                '+' => pluses += 1,
                'b' => {}
                _ => return Err(vm.new_value_error(format!("invalid mode: {text}"))),
            }
            kinds += i32::from(matches!(char, 'r' | 'w' | 'a' | 'x'));
        }
        if kinds != 1 || pluses > 1 {
            return Err(vm.new_value_error(
                "Must have exactly one of create/read/write/append mode and at most one plus",
            ));
        }
        if pluses == 1 {
            (mode.reads, mode.writes) = (true, true);
        }
        Ok(mode)
    }

    pub(super) fn flags(self, text: &str) -> Flags {
        let access = match (self.reads, self.writes) {
            (true, true) => Flags::READ_WRITE,
            (_, true) => Flags::WRITE_ONLY,
            (_, false) => Flags::READ_ONLY,
        };
        Flags(if self.creates {
            access | Flags::CREATE | Flags::EXCLUSIVE
        } else if self.appends {
            access | Flags::CREATE | Flags::APPEND
        } else if text.contains('w') {
            access | Flags::CREATE | Flags::TRUNCATE
        } else {
            access
        })
    }

    /// As the `mode` attribute shows it.
    pub(super) fn text(self) -> &'static str {
        match self {
            Self {
                creates: true,
                reads: true,
                ..
            } => "xb+",
            Self { creates: true, .. } => "xb",
            Self {
                appends: true,
                reads: true,
                ..
            } => "ab+",
            Self { appends: true, .. } => "ab",
            Self {
                reads: true,
                writes: true,
                ..
            } => "rb+",
            Self { reads: true, .. } => "rb",
            Self { .. } => "wb",
        }
    }
}
