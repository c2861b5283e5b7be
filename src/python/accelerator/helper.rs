//! The interpreter's functions that units call.

use rustpython_vm::accelerator::helpers;

use super::wasm::{Signature, Type};

/// One of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Helper {
    /// The last result.
    Result,
    /// `list[index]`.
    ItemOfList,
    /// `tuple[index]`.
    ItemOfTuple,
    /// `text[index]`.
    ItemOfStr,
    /// `==` of two strings.
    IsEqualStr,
    /// `len` of a list.
    LengthOfList,
    /// `len` of a tuple.
    LengthOfTuple,
    /// `len` of a string.
    LengthOfStr,
    /// `list[index] = value`.
    StoreInList,
    /// `list.append(value)`.
    AppendToList,
    /// `%` of floats.
    Remainder,
    /// `//` of floats.
    FloorDivide,
    /// `**` of integers.
    PowerOfInt,
    /// `**` of floats.
    PowerOfFloat,
    /// A native function of one number.
    CallWithOne,
    /// `random.random()`.
    Random,
}

impl Helper {
    pub(super) fn signature(self, pointer: Type) -> Signature {
        use Type::{F64, I32, I64};
        let (parameters, result): (&[Type], Option<Type>) = match self {
            Self::Result => (&[], Some(I64)),
            Self::ItemOfList | Self::ItemOfTuple => (&[pointer, I64, I32], Some(I32)),
            Self::ItemOfStr => (&[pointer, I64], Some(I32)),
            Self::IsEqualStr => (&[pointer, pointer], Some(I32)),
            Self::LengthOfList | Self::LengthOfTuple | Self::LengthOfStr => (&[pointer], Some(I64)),
            Self::StoreInList => (&[pointer, I64, I32, I64], Some(I32)),
            Self::AppendToList => (&[pointer, I32, I64], None),
            Self::Remainder | Self::FloorDivide => (&[F64, F64], Some(F64)),
            Self::PowerOfInt => (&[I64, I64], Some(I32)),
            Self::PowerOfFloat => (&[F64, F64], Some(I32)),
            Self::CallWithOne => (&[pointer, I32, I64, I32], Some(I32)),
            Self::Random => (&[pointer], Some(F64)),
        };
        Signature {
            parameters: parameters.to_vec(),
            result,
        }
    }

    /// The address of the function: in WebAssembly, its place in the table.
    pub fn address(self) -> usize {
        match self {
            Self::Result => helpers::result as *const () as usize,
            Self::ItemOfList => helpers::item_of_list as *const () as usize,
            Self::ItemOfTuple => helpers::item_of_tuple as *const () as usize,
            Self::ItemOfStr => helpers::item_of_str as *const () as usize,
            Self::IsEqualStr => helpers::is_equal_str as *const () as usize,
            Self::LengthOfList => helpers::length_of_list as *const () as usize,
            Self::LengthOfTuple => helpers::length_of_tuple as *const () as usize,
            Self::LengthOfStr => helpers::length_of_str as *const () as usize,
            Self::StoreInList => helpers::store_in_list as *const () as usize,
            Self::AppendToList => helpers::append_to_list as *const () as usize,
            Self::Remainder => helpers::remainder as *const () as usize,
            Self::FloorDivide => helpers::floor_divide as *const () as usize,
            Self::PowerOfInt => helpers::power_of_int as *const () as usize,
            Self::PowerOfFloat => helpers::power_of_float as *const () as usize,
            Self::CallWithOne => helpers::call_with_one as *const () as usize,
            Self::Random => helpers::random as *const () as usize,
        }
    }
}
