//! Reading and writing by descriptor: files and the standard streams alike.

use rustpython_vm::{PyResult, VirtualMachine};

use super::fs::{self, Fd, Standard};
use crate::python::errno::{Errno, SystemResult};
use crate::python::host::Stream;
use crate::python::streams;

/// Reads from a file or from standard input. The outer error is Python's: a program that waits for
/// input can be interrupted.
pub(crate) fn read(fd: Fd, max: usize, vm: &VirtualMachine) -> PyResult<SystemResult<Vec<u8>>> {
    match fs::with(|files| files.standard(fd)) {
        Ok(Some(Standard::Input)) => streams::read(max, vm).map(Ok),
        Ok(Some(_)) => Ok(Err(Errno::EBADF)),
        Ok(None) => Ok(fs::with(|files| files.read(fd, max))),
        Err(errno) => Ok(Err(errno)),
    }
}

/// Writes to a file or to one of the output streams.
pub(crate) fn write(fd: Fd, bytes: &[u8], vm: &VirtualMachine) -> SystemResult<usize> {
    let stream = match fs::with(|files| files.standard(fd))? {
        Some(Standard::Output) => Stream::Stdout,
        Some(Standard::Error) => Stream::Stderr,
        Some(Standard::Input) => return Err(Errno::EBADF),
        None => return fs::with(|files| files.write(fd, bytes)),
    };
    streams::write(stream, bytes, vm);
    Ok(bytes.len())
}
