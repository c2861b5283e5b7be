//! What the crate that brings SQLite for WebAssembly asks for by name. SQLite itself asks the VFS, except
//! for the time zone.

use sqlite_wasm_rs::host::{Error, LocalTime, OK};

use crate::python::clock::civil::Civil;
use crate::python::host::host;

#[unsafe(no_mangle)]
extern "C" fn rust_sqlite_wasm_host_sleep(_seconds: u64, _nanoseconds: u32) {}

#[unsafe(no_mangle)]
unsafe extern "C" fn rust_sqlite_wasm_host_random(buffer: *mut u8, length: usize) -> usize {
    // SAFETY: the crate passes a buffer of this length.
    host().random(unsafe { std::slice::from_raw_parts_mut(buffer, length) });
    length
}

#[unsafe(no_mangle)]
unsafe extern "C" fn rust_sqlite_wasm_host_fill_entropy(buffer: *mut u8, length: usize) -> i32 {
    // SAFETY: the crate passes a buffer of this length.
    host().random(unsafe { std::slice::from_raw_parts_mut(buffer, length) });
    OK
}

#[unsafe(no_mangle)]
unsafe extern "C" fn rust_sqlite_wasm_host_epoch_timestamp_in_ms(answer: *mut i64) -> i32 {
    // SAFETY: the crate passes room for the answer.
    unsafe { answer.write((host().now() / 1_000_000).cast_signed()) };
    OK
}

#[unsafe(no_mangle)]
unsafe extern "C" fn rust_sqlite_wasm_host_localtime(seconds: i64, answer: *mut LocalTime) -> i32 {
    let offset = host().utc_offset(seconds);
    let civil = Civil::from_unix(seconds, offset.into(), false, String::new());
    let Some(local) = local_time(&civil) else {
        return Error::InvalidTime as i32;
    };
    // SAFETY: the crate passes room for the answer.
    unsafe { answer.write(local) };
    OK
}

fn local_time(civil: &Civil) -> Option<LocalTime> {
    let number = |value: i64| i32::try_from(value).ok();
    Some(LocalTime {
        year: number(civil.year)?,
        month: number(civil.month)?,
        day: number(civil.day)?,
        hour: number(civil.hour)?,
        minute: number(civil.minute)?,
        second: number(civil.second)?,
        // C begins with Sunday.
        weekday: number((civil.weekday + 1) % 7)?,
        yearday: number(civil.day_of_year - 1)?,
        // SQLite does not ask.
        is_dst: -1,
        utc_offset_seconds: number(civil.utc_offset)?,
    })
}
