//! The kinds of elements, how two of them meet, and the names they have.

/// What an array's elements are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// `bool`
    Bool,
    /// `int8`
    I8,
    /// `int16`
    I16,
    /// `int32`
    I32,
    /// `int64`
    I64,
    /// `uint8`
    U8,
    /// `uint16`
    U16,
    /// `uint32`
    U32,
    /// `uint64`
    U64,
    /// `float32`
    F32,
    /// `float64`
    F64,
    /// `complex128`
    C128,
    /// A text of at most so many characters.
    Str(u32),
    /// Any Python object.
    Object,
}

use Kind::{Bool, C128, F32, F64, I8, I16, I32, I64, Object, Str, U8, U16, U32, U64};

/// All kinds, in the order in which their classes are registered.
pub const ALL: [Kind; 14] = [
    Bool,
    I8,
    I16,
    I32,
    I64,
    U8,
    U16,
    U32,
    U64,
    F32,
    F64,
    C128,
    Str(0),
    Object,
];

impl Kind {
    /// The place of the kind in [`ALL`].
    pub fn index(self) -> usize {
        match self {
            Bool => 0,
            I8 => 1,
            I16 => 2,
            I32 => 3,
            I64 => 4,
            U8 => 5,
            U16 => 6,
            U32 => 7,
            U64 => 8,
            F32 => 9,
            F64 => 10,
            C128 => 11,
            Str(_) => 12,
            Object => 13,
        }
    }

    /// How many bytes an element has; an object counts as a pointer of 64 bits, as NumPy shows it.
    pub fn item_bytes(self) -> usize {
        match self {
            Bool | I8 | U8 => 1,
            I16 | U16 => 2,
            I32 | U32 | F32 => 4,
            I64 | U64 | F64 | Object => 8,
            C128 => 16,
            Str(length) => 4 * length as usize,
        }
    }

    /// NumPy's name of the kind.
    pub fn name(self) -> String {
        match self {
            Bool => "bool",
            I8 => "int8",
            I16 => "int16",
            I32 => "int32",
            I64 => "int64",
            U8 => "uint8",
            U16 => "uint16",
            U32 => "uint32",
            U64 => "uint64",
            F32 => "float32",
            F64 => "float64",
            C128 => "complex128",
            Str(0) => "str",
            Str(length) => return format!("str{}", 32 * length),
            Object => "object",
        }
        .to_owned()
    }

    /// The letter of the kind's family.
    pub fn family(self) -> char {
        match self {
            Bool => 'b',
            I8 | I16 | I32 | I64 => 'i',
            U8 | U16 | U32 | U64 => 'u',
            F32 | F64 => 'f',
            C128 => 'c',
            Str(_) => 'U',
            Object => 'O',
        }
    }

    /// The letter of the kind itself.
    pub fn letter(self) -> char {
        match self {
            Bool => '?',
            I8 => 'b',
            I16 => 'h',
            I32 => 'i',
            I64 => 'l',
            U8 => 'B',
            U16 => 'H',
            U32 => 'I',
            U64 => 'L',
            F32 => 'f',
            F64 => 'd',
            C128 => 'D',
            Str(_) => 'U',
            Object => 'O',
        }
    }

    /// As in `'<f8'`.
    pub fn code(self) -> String {
        match self {
            Bool => "|b1".to_owned(),
            I8 => "|i1".to_owned(),
            U8 => "|u1".to_owned(),
            Object => "|O".to_owned(),
            Str(length) => format!("<U{length}"),
            _ => format!("<{}{}", self.family(), self.item_bytes()),
        }
    }

    pub(crate) fn is_signed(self) -> bool {
        matches!(self, I8 | I16 | I32 | I64)
    }

    pub(crate) fn is_unsigned(self) -> bool {
        matches!(self, U8 | U16 | U32 | U64)
    }

    pub(crate) fn is_integer(self) -> bool {
        self.is_signed() || self.is_unsigned()
    }

    pub(crate) fn is_float(self) -> bool {
        matches!(self, F32 | F64)
    }

    pub(crate) fn is_number(self) -> bool {
        !matches!(self, Str(_) | Object)
    }

    fn signed(bytes: usize) -> Self {
        match bytes {
            1 => I8,
            2 => I16,
            4 => I32,
            8 => I64,
            _ => F64,
        }
    }

    /// The kind that holds the values of both, as `promote_types`.
    pub fn promoted(self, other: Self) -> Self {
        match (self, other) {
            (a, b) if a == b => a,
            (Object, _) | (_, Object) => Object,
            (Str(a), Str(b)) => Str(a.max(b)),
            (Str(length), number) | (number, Str(length)) => Str(length.max(number.text_length())),
            (Bool, kind) | (kind, Bool) => kind,
            (C128, _) | (_, C128) => C128,
            (F32, kind) | (kind, F32) => {
                if kind.is_integer() && kind.item_bytes() <= 2 {
                    F32
                } else {
                    F64
                }
            }
            (F64, _) | (_, F64) => F64,
            (a, b) if a.is_signed() == b.is_signed() => {
                if a.item_bytes() >= b.item_bytes() {
                    a
                } else {
                    b
                }
            }
            (a, b) => {
                let (signed, unsigned) = if a.is_signed() { (a, b) } else { (b, a) };
                if signed.item_bytes() > unsigned.item_bytes() {
                    signed
                } else {
                    Self::signed(2 * unsigned.item_bytes())
                }
            }
        }
    }

    /// How many characters a number of this kind may need as a text.
    pub fn text_length(self) -> u32 {
        match self {
            I8 => 4,
            U8 => 3,
            I16 => 6,
            Bool | U16 => 5,
            I32 => 11,
            U32 => 10,
            I64 => 21,
            U64 => 20,
            F32 | F64 => 32,
            C128 => 64,
            Str(length) => length,
            Object => 0,
        }
    }

    /// Whether values go into the other kind under a rule of casting.
    pub fn can_cast(self, to: Self, rule: &str) -> bool {
        let rank = |kind: Self| match kind {
            Bool => 0,
            kind if kind.is_unsigned() => 1,
            kind if kind.is_signed() => 2,
            F32 | F64 => 3,
            C128 => 4,
            Str(_) => 5,
            _ => 6,
        };
        match rule {
            "unsafe" => true,
            "no" | "equiv" => self == to,
            "safe" => self == to || (self.promoted(to) == to),
            _ => self.promoted(to) == to || rank(self) <= rank(to),
        }
    }

    /// The kind of such a name, if it is one.
    pub fn named(name: &str) -> Option<Self> {
        let name = name.trim_start_matches(['<', '=', '|']);
        if let Some(length) = name.strip_prefix('U') {
            return if length.is_empty() {
                Some(Str(0))
            } else {
                length.parse().ok().map(Str)
            };
        }
        Some(match name {
            "bool" | "bool_" | "?" | "b1" => Bool,
            "int8" | "i1" | "b" | "byte" => I8,
            "int16" | "i2" | "h" | "short" => I16,
            "int32" | "i4" | "i" | "intc" => I32,
            "int64" | "i8" | "int" | "int_" | "intp" | "l" | "q" | "long" | "longlong" | "p"
            | "n" => I64,
            "uint8" | "u1" | "B" | "ubyte" => U8,
            "uint16" | "u2" | "H" | "ushort" => U16,
            "uint32" | "u4" | "I" | "uintc" => U32,
            "uint64" | "u8" | "uint" | "uintp" | "L" | "Q" | "ulong" | "ulonglong" | "P" | "N" => {
                U64
            }
            "float32" | "f4" | "f" | "single" => F32,
            "float64" | "f8" | "d" | "float" | "double" => F64,
            "complex128" | "c16" | "D" | "complex" | "cdouble" => C128,
            "str" | "str_" => Str(0),
            "object" | "object_" | "O" => Object,
            _ => return None,
        })
    }
}
