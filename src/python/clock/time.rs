//! The `time` module over the host's clocks.
//!
//! `RustPython`'s own reads the machine's clock, which `WebAssembly` does not have, and on it
//! counts weekdays from Sunday.

pub(crate) use time::module_def;

use rustpython_vm::builtins::PyBaseExceptionRef;
use rustpython_vm::{PyObjectRef, PyResult, VirtualMachine};

use super::civil::{Civil, offset_name};
use super::{before_wait, stopwatch};
use crate::protocol::Status;
use crate::python::host::host;
use crate::python::{streams, terminate, threads};

const NANOSECONDS_A_SECOND: u64 = 1_000_000_000;

/// Seconds in local time and the difference to UTC, as the reader's computer keeps them.
fn local(unix_seconds: i64) -> Civil {
    let offset = i64::from(host().utc_offset(unix_seconds));
    let (winter, _) = offsets_of_year(unix_seconds);
    Civil::from_unix(unix_seconds, offset, offset > winter, zone_name(offset))
}

/// The offsets in winter and in summer of the year around this moment; equal where the clocks are
/// never changed.
fn offsets_of_year(unix_seconds: i64) -> (i64, i64) {
    const HALF_A_YEAR: i64 = 182 * 86_400;
    let start = Civil {
        month: 1,
        day: 10,
        ..Civil::from_unix(unix_seconds, 0, false, String::new())
    }
    .seconds();
    let one = i64::from(host().utc_offset(start));
    let other = i64::from(host().utc_offset(start + HALF_A_YEAR));
    (one.min(other), one.max(other))
}

/// Zones have no names here: like glibc for a zone without one, `UTC` or `+09`.
fn zone_name(utc_offset: i64) -> String {
    if utc_offset == 0 {
        return "UTC".to_owned();
    }
    let name = offset_name(utc_offset);
    name.strip_suffix("00").map_or(name.clone(), str::to_owned)
}

fn unix_seconds() -> i64 {
    i64::try_from(host().now() / NANOSECONDS_A_SECOND)
        .expect("the clock stands before the year 2262")
}

/// Waits that long, letting signals through: an interrupt ends it, other signals do not.
pub(crate) fn sleep(nanoseconds: u64, vm: &VirtualMachine) -> PyResult<()> {
    // The reader sees during the wait what was printed before it.
    streams::flush(vm);
    before_wait::show_picture(vm)?;
    let end = host().monotonic().saturating_add(nanoseconds);
    loop {
        let now = host().monotonic();
        // Later, not at the same moment: browsers round their clocks to a millisecond, and a program
        // that subtracts two floats would find less than it has asked for.
        if now > end {
            return vm.check_signals();
        }
        let left = (end - now).max(1);
        if threads::has_others() {
            threads::wait(threads::Reason::Sleep, Some(end.saturating_add(1)), vm)?;
        } else if before_wait::has_picture() {
            stopwatch::rest(|| host().rest(left));
        } else {
            host().sleep(left);
        }
        if stopwatch::is_over() {
            terminate::for_budget(Status::Timeout, vm);
        }
        vm.check_signals()?;
    }
}

/// Seconds, an `int` or a `float`, as nanoseconds.
fn nanoseconds(seconds: &PyObjectRef, vm: &VirtualMachine) -> PyResult<u64> {
    let not_a_number = || {
        vm.new_type_error(format!(
            "'{}' object cannot be interpreted as an integer or float",
            seconds.class().name()
        ))
    };
    let is_number = seconds.class().has_attr(vm.ctx.intern_str("__float__"))
        || seconds.class().has_attr(vm.ctx.intern_str("__index__"));
    if !is_number {
        return Err(not_a_number());
    }
    let seconds = seconds.try_float(vm)?.to_f64();
    if seconds.is_nan() {
        return Err(vm.new_value_error("Invalid value NaN (not a number)"));
    }
    if seconds < 0.0 {
        return Err(vm.new_value_error("sleep length must be non-negative"));
    }
    if seconds > 9e9 {
        return Err(vm.new_overflow_error("timestamp too large to convert to C PyTime_t"));
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "checked above: from 0 to 9e18"
    )]
    Ok((seconds * NANOSECONDS_A_SECOND as f64).ceil() as u64)
}

/// A time stamp as `gmtime` and `localtime` take it.
fn timestamp(seconds: Option<PyObjectRef>, vm: &VirtualMachine) -> PyResult<i64> {
    let Some(seconds) = seconds else {
        return Ok(unix_seconds());
    };
    let out_of_range =
        |_: PyBaseExceptionRef| vm.new_overflow_error("timestamp out of range for platform time_t");
    let seconds = if let Some(float) = seconds.downcast_ref::<rustpython_vm::builtins::PyFloat>() {
        let float = float.to_f64();
        if float.is_nan() {
            return Err(vm.new_value_error("Invalid value NaN (not a number)"));
        }
        #[expect(
            clippy::cast_possible_truncation,
            reason = "`as` saturates; checked below"
        )]
        let whole = float.floor() as i64;
        whole
    } else {
        let seconds = seconds.try_index(vm)?;
        seconds.try_to_primitive::<i64>(vm).map_err(out_of_range)?
    };
    // The years a C `int` can hold.
    const MOST: i64 = 67_767_976_233_532_799;
    // The least number of all has no absolute value.
    if !(-MOST..=MOST).contains(&seconds) {
        return Err(vm.new_overflow_error("timestamp out of range for platform time_t"));
    }
    Ok(seconds)
}

#[pymodule]
mod time {
    use rustpython_vm::builtins::{PyNamespace, PyStrRef, PyUtf8StrRef};
    use rustpython_vm::convert::ToPyObject;
    use rustpython_vm::function::{OptionalArg, OptionalOption};
    use rustpython_vm::types::PyStructSequence;
    use rustpython_vm::{PyObjectRef, PyRef, PyResult, VirtualMachine, py_namespace};

    use super::{host, local, nanoseconds, stopwatch, timestamp, unix_seconds};
    use crate::python::clock::civil::Civil;

    #[pyattr]
    const _STRUCT_TM_ITEMS: usize = 11;

    #[pyattr]
    fn timezone(_vm: &VirtualMachine) -> i64 {
        -super::offsets_of_year(unix_seconds()).0
    }

    #[pyattr]
    fn altzone(_vm: &VirtualMachine) -> i64 {
        -super::offsets_of_year(unix_seconds()).1
    }

    #[pyattr]
    fn daylight(_vm: &VirtualMachine) -> i64 {
        let (winter, summer) = super::offsets_of_year(unix_seconds());
        (winter != summer).into()
    }

    #[pyattr]
    fn tzname(vm: &VirtualMachine) -> PyObjectRef {
        let (winter, summer) = super::offsets_of_year(unix_seconds());
        let names = [winter, summer].map(|offset| super::zone_name(offset).to_pyobject(vm));
        vm.ctx.new_tuple(names.to_vec()).into()
    }

    /// Return the current time in seconds since the Epoch.
    #[pyfunction]
    fn time() -> f64 {
        stopwatch::seconds(host().now())
    }

    /// Return the current time in nanoseconds since the Epoch.
    #[pyfunction]
    fn time_ns() -> u64 {
        host().now()
    }

    /// Monotonic clock, cannot go backward.
    #[pyfunction]
    fn monotonic() -> f64 {
        stopwatch::seconds(host().monotonic())
    }

    /// Monotonic clock, cannot go backward, as nanoseconds.
    #[pyfunction]
    fn monotonic_ns() -> u64 {
        host().monotonic()
    }

    /// Performance counter for benchmarking.
    #[pyfunction]
    fn perf_counter() -> f64 {
        stopwatch::seconds(host().monotonic())
    }

    /// Performance counter for benchmarking as nanoseconds.
    #[pyfunction]
    fn perf_counter_ns() -> u64 {
        host().monotonic()
    }

    /// Process time for profiling: the time the program has been running.
    #[pyfunction]
    fn process_time() -> f64 {
        stopwatch::seconds(host().process_time())
    }

    /// Process time for profiling as nanoseconds.
    #[pyfunction]
    fn process_time_ns() -> u64 {
        host().process_time()
    }

    /// Thread time for profiling.
    #[pyfunction]
    fn thread_time() -> f64 {
        process_time()
    }

    /// Thread time for profiling as nanoseconds.
    #[pyfunction]
    fn thread_time_ns() -> u64 {
        process_time_ns()
    }

    /// Delay execution for a given number of seconds. The argument may be a floating-point number
    /// for subsecond precision.
    #[pyfunction]
    fn sleep(seconds: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        super::sleep(nanoseconds(&seconds, vm)?, vm)
    }

    /// Get information of the specified clock.
    #[pyfunction]
    fn get_clock_info(name: PyUtf8StrRef, vm: &VirtualMachine) -> PyResult<PyRef<PyNamespace>> {
        let (implementation, is_wall_clock) = match name.as_str() {
            "time" => ("Date.now()", true),
            "monotonic" | "perf_counter" | "process_time" | "thread_time" => {
                ("performance.now()", false)
            }
            _ => return Err(vm.new_value_error("unknown clock")),
        };
        Ok(py_namespace!(vm, {
            "implementation" => vm.new_pyobj(implementation),
            "monotonic" => vm.ctx.new_bool(!is_wall_clock),
            "adjustable" => vm.ctx.new_bool(is_wall_clock),
            // What browsers give a page that is not isolated from others.
            "resolution" => vm.ctx.new_float(1e-4),
        }))
    }

    /// Convert seconds since the Epoch to a time tuple expressing UTC.
    #[pyfunction]
    fn gmtime(
        seconds: OptionalOption<PyObjectRef>,
        vm: &VirtualMachine,
    ) -> PyResult<StructTimeData> {
        let seconds = timestamp(seconds.flatten(), vm)?;
        let date = Civil::from_unix(seconds, 0, false, "UTC".to_owned());
        Ok(StructTimeData::new(date, vm))
    }

    /// Convert seconds since the Epoch to a time tuple expressing local time.
    #[pyfunction]
    fn localtime(
        seconds: OptionalOption<PyObjectRef>,
        vm: &VirtualMachine,
    ) -> PyResult<StructTimeData> {
        let seconds = timestamp(seconds.flatten(), vm)?;
        Ok(StructTimeData::new(local(seconds), vm))
    }

    /// Convert a time tuple in local time to seconds since the Epoch.
    #[pyfunction]
    fn mktime(time: StructTimeData, vm: &VirtualMachine) -> PyResult<f64> {
        let clock = time.to_civil("mktime", vm)?.seconds();
        // The offset depends on the moment and the moment on the offset: the second guess is right
        // except within the hour that a clock change skips or repeats.
        let guess = clock - i64::from(host().utc_offset(clock));
        let seconds = clock - i64::from(host().utc_offset(guess));
        #[expect(clippy::cast_precision_loss, reason = "mktime returns a float")]
        Ok(seconds as f64)
    }

    /// Convert a time tuple to a string, e.g. 'Sat Jun 06 16:26:11 1998'.
    #[pyfunction]
    fn asctime(time: OptionalArg<StructTimeData>, vm: &VirtualMachine) -> PyResult<String> {
        Ok(checked_or_now(time, "asctime", vm)?.asctime())
    }

    /// Convert a time in seconds since the Epoch to a string in local time.
    #[pyfunction]
    fn ctime(seconds: OptionalOption<PyObjectRef>, vm: &VirtualMachine) -> PyResult<String> {
        Ok(local(timestamp(seconds.flatten(), vm)?).asctime())
    }

    /// Convert a time tuple to a string according to a format specification.
    #[pyfunction]
    fn strftime(
        format: PyStrRef,
        time: OptionalArg<StructTimeData>,
        vm: &VirtualMachine,
    ) -> PyResult<String> {
        let date = checked_or_now(time, "strftime", vm)?;
        Ok(date.format(&format.to_string_lossy()))
    }

    /// Parse a string to a time tuple according to a format specification.
    #[pyfunction]
    fn strptime(string: PyStrRef, format: OptionalArg<PyStrRef>, vm: &VirtualMachine) -> PyResult {
        let parse = vm.import("_strptime", 0)?.get_attr("_strptime_time", vm)?;
        match format {
            OptionalArg::Present(format) => parse.call((string, format), vm),
            OptionalArg::Missing => parse.call((string,), vm),
        }
    }

    fn checked_or_now(
        time: OptionalArg<StructTimeData>,
        function: &str,
        vm: &VirtualMachine,
    ) -> PyResult<Civil> {
        match time {
            OptionalArg::Present(time) => time.checked(function, vm),
            OptionalArg::Missing => Ok(local(unix_seconds())),
        }
    }

    #[pystruct_sequence_data(try_from_object)]
    struct StructTimeData {
        tm_year: PyObjectRef,
        tm_mon: PyObjectRef,
        tm_mday: PyObjectRef,
        tm_hour: PyObjectRef,
        tm_min: PyObjectRef,
        tm_sec: PyObjectRef,
        tm_wday: PyObjectRef,
        tm_yday: PyObjectRef,
        tm_isdst: PyObjectRef,
        #[pystruct_sequence(skip)]
        tm_zone: PyObjectRef,
        #[pystruct_sequence(skip)]
        tm_gmtoff: PyObjectRef,
    }

    impl StructTimeData {
        fn new(date: Civil, vm: &VirtualMachine) -> Self {
            let int = |value: i64| vm.ctx.new_int(value).into();
            Self {
                tm_year: int(date.year),
                tm_mon: int(date.month),
                tm_mday: int(date.day),
                tm_hour: int(date.hour),
                tm_min: int(date.minute),
                tm_sec: int(date.second),
                tm_wday: int(date.weekday),
                tm_yday: int(date.day_of_year),
                tm_isdst: int(date.is_dst),
                tm_zone: vm.ctx.new_str(date.zone).into(),
                tm_gmtoff: int(date.utc_offset),
            }
        }

        /// The fields, whatever their values.
        fn to_civil(&self, function: &str, vm: &VirtualMachine) -> PyResult<Civil> {
            let int = |object: &PyObjectRef| {
                let wrong =
                    || vm.new_type_error(format!("{function}(): illegal time tuple argument"));
                let value = object.try_index(vm).map_err(|_| wrong())?;
                value
                    .try_to_primitive::<i32>(vm)
                    .map(i64::from)
                    .map_err(|_| vm.new_overflow_error(format!("{function} argument out of range")))
            };
            // C counts years from 1900.
            let year = int(&self.tm_year)?;
            if year < i64::from(i32::MIN) + 1900 {
                return Err(vm.new_overflow_error("year out of range"));
            }
            let mut date = Civil {
                year,
                month: int(&self.tm_mon)?,
                day: int(&self.tm_mday)?,
                hour: int(&self.tm_hour)?,
                minute: int(&self.tm_min)?,
                second: int(&self.tm_sec)?,
                weekday: int(&self.tm_wday)?,
                day_of_year: int(&self.tm_yday)?,
                is_dst: int(&self.tm_isdst)?,
                utc_offset: 0,
                zone: String::new(),
            };
            if vm.is_none(&self.tm_zone) {
                let here = local(date.seconds());
                date.utc_offset = here.utc_offset;
                date.zone = here.zone;
            } else {
                date.utc_offset = int(&self.tm_gmtoff)?;
                date.zone = self.tm_zone.str(vm)?.to_string_lossy().into_owned();
            }
            Ok(date)
        }

        /// The fields, each within its range. Like `CPython`, takes 0 for the first month, day, and
        /// day of the year.
        fn checked(&self, function: &str, vm: &VirtualMachine) -> PyResult<Civil> {
            let mut date = self.to_civil(function, vm)?;
            for field in [&mut date.month, &mut date.day, &mut date.day_of_year] {
                if *field == 0 {
                    *field = 1;
                }
            }
            let out_of_range = [
                ("month", date.month, 1, 12),
                ("day of month", date.day, 1, 31),
                ("hour", date.hour, 0, 23),
                ("minute", date.minute, 0, 59),
                ("seconds", date.second, 0, 61),
                ("day of year", date.day_of_year, 1, 366),
            ]
            .into_iter()
            .find(|(_, value, least, most)| !(least..=most).contains(&value));
            if let Some((name, ..)) = out_of_range {
                return Err(vm.new_value_error(format!("{name} out of range")));
            }
            if date.weekday < -1 {
                return Err(vm.new_value_error("day of week out of range"));
            }
            date.weekday = date.weekday.rem_euclid(7);
            Ok(date)
        }
    }

    /// The time value as returned by `gmtime()`, `localtime()`, and `strptime()`.
    #[pyattr]
    #[pystruct_sequence(name = "struct_time", module = "time", data = "StructTimeData")]
    struct PyStructTime;

    #[pyclass(with(PyStructSequence))]
    impl PyStructTime {}
}
