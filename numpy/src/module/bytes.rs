//! Arrays as bytes, for files.

#[rustpython_vm::pymodule(sub)]
pub(super) mod _bytes {
    use num_complex::Complex64;
    use rustpython_vm::{PyObjectRef, PyResult, VirtualMachine};

    use crate::arr::Arr;
    use crate::dtype::kind_of;
    use crate::kind::Kind;
    use crate::module::{arr, object};

    /// The elements as bytes of a machine whose lowest byte comes first.
    #[pyfunction]
    fn to_bytes(value: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let value = arr(&value, vm)?;
        let mut bytes: Vec<u8> = Vec::new();
        if bytes
            .try_reserve_exact(value.size() * value.kind.item_bytes())
            .is_err()
        {
            return Err(vm.new_memory_error("there is no memory for the bytes of the array"));
        }
        macro_rules! numbers {
            ($type:ty) => {
                for number in value.values::<$type>() {
                    bytes.extend(number.to_le_bytes());
                }
            };
        }
        match value.kind {
            Kind::Bool => bytes.extend(value.values::<bool>().into_iter().map(u8::from)),
            Kind::I8 => numbers!(i8),
            Kind::I16 => numbers!(i16),
            Kind::I32 => numbers!(i32),
            Kind::I64 => numbers!(i64),
            Kind::U8 => numbers!(u8),
            Kind::U16 => numbers!(u16),
            Kind::U32 => numbers!(u32),
            Kind::U64 => numbers!(u64),
            Kind::F32 => numbers!(f32),
            Kind::F64 => numbers!(f64),
            Kind::C128 => {
                for number in value.values::<Complex64>() {
                    bytes.extend(number.re.to_le_bytes());
                    bytes.extend(number.im.to_le_bytes());
                }
            }
            Kind::Str(length) => {
                for text in value.values::<std::rc::Rc<str>>() {
                    let characters = text.chars().map(u32::from).chain(std::iter::repeat(0));
                    bytes.extend(characters.take(length as usize).flat_map(u32::to_le_bytes));
                }
            }
            Kind::Object => {
                return Err(vm.new_value_error(
                    "objects have no bytes that mean anything outside of the program",
                ));
            }
        }
        Ok(vm.ctx.new_bytes(bytes).into())
    }

    /// Elements out of such bytes.
    #[pyfunction]
    fn from_bytes(
        bytes: rustpython_vm::function::ArgBytesLike,
        dtype: PyObjectRef,
        vm: &VirtualMachine,
    ) -> PyResult {
        let kind = kind_of(&dtype, vm)?;
        let bytes = bytes.borrow_buf();
        let size = kind.item_bytes().max(1);
        if !bytes.len().is_multiple_of(size) {
            return Err(vm.new_value_error("buffer size must be a multiple of element size"));
        }
        macro_rules! numbers {
            ($type:ty) => {{
                let number =
                    |chunk: &[u8]| <$type>::from_le_bytes(chunk.try_into().unwrap_or_default());
                Arr::of(
                    kind,
                    bytes.chunks_exact(size).map(number).collect::<Vec<$type>>(),
                )
            }};
        }
        let arr = match kind {
            Kind::Bool => Arr::of(
                kind,
                bytes.iter().map(|&byte| byte != 0).collect::<Vec<bool>>(),
            ),
            Kind::I8 => numbers!(i8),
            Kind::I16 => numbers!(i16),
            Kind::I32 => numbers!(i32),
            Kind::I64 => numbers!(i64),
            Kind::U8 => numbers!(u8),
            Kind::U16 => numbers!(u16),
            Kind::U32 => numbers!(u32),
            Kind::U64 => numbers!(u64),
            Kind::F32 => numbers!(f32),
            Kind::F64 => numbers!(f64),
            Kind::C128 => {
                let part = |chunk: &[u8]| f64::from_le_bytes(chunk.try_into().unwrap_or_default());
                let number = |chunk: &[u8]| Complex64::new(part(&chunk[..8]), part(&chunk[8..]));
                Arr::of(
                    kind,
                    bytes.chunks_exact(size).map(number).collect::<Vec<_>>(),
                )
            }
            Kind::Str(_) => {
                let text = |chunk: &[u8]| {
                    let characters = chunk
                        .chunks_exact(4)
                        .map(|c| u32::from_le_bytes(c.try_into().unwrap_or_default()));
                    let text: String = characters.filter_map(char::from_u32).collect();
                    std::rc::Rc::<str>::from(text.trim_end_matches('\0'))
                };
                Arr::of(kind, bytes.chunks_exact(size).map(text).collect::<Vec<_>>())
            }
            Kind::Object => return Err(vm.new_value_error("objects cannot be made out of bytes")),
        };
        object(arr, vm)
    }
}
