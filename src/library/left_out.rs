//! Modules of CPython's standard library that Garter leaves out.

/// Modules that cannot work in a page, each with the sentence that says why.
pub const REFUSED: [(&str, &str); 14] = [
    (
        "tkinter",
        "tkinter opens windows, which a program in a web page cannot do; turtle draws without",
    ),
    (
        "_tkinter",
        "tkinter opens windows, which a program in a web page cannot do",
    ),
    (
        "idlelib",
        "IDLE opens windows, which a program in a web page cannot do",
    ),
    (
        "_ctypes",
        "ctypes calls C libraries, and there are none in a web page",
    ),
    (
        "multiprocessing",
        "multiprocessing starts processes, which a program in a web page cannot do",
    ),
    (
        "_multiprocessing",
        "multiprocessing starts processes, which a program in a web page cannot do",
    ),
    ("curses", "curses needs a terminal, and a web page is none"),
    (
        "numpy.char",
        "numpy.char is not part of numpy here; use lists of texts",
    ),
    (
        "numpy.ctypeslib",
        "numpy.ctypeslib calls C libraries, and there are none in a web page",
    ),
    (
        "numpy.f2py",
        "numpy.f2py compiles Fortran, which a program in a web page cannot do",
    ),
    (
        "numpy.ma",
        "numpy.ma is not part of numpy here; use an array and a mask beside it",
    ),
    (
        "numpy.polynomial",
        "numpy.polynomial is not part of numpy here; use numpy.poly1d, polyfit and polyval",
    ),
    (
        "numpy.rec",
        "numpy.rec is not part of numpy here; use a dict of arrays",
    ),
    (
        "numpy.strings",
        "numpy.strings is not part of numpy here; use lists of texts",
    ),
];

/// Modules that are not shipped and need no sentence of their own: parts of the library's tests, of its
/// installation, and of other platforms.
const UNUSED: [&str; 14] = [
    "__phello__",
    "_aix_support",
    "_android_support",
    "_apple_support",
    "_dummy_os",
    "_dummy_thread",
    "_ios_support",
    "_osx_support",
    // One of ours has its name (src/python/lib).
    "ctypes",
    "dbm",
    "dummy_threading",
    "ensurepip",
    "turtledemo",
    "venv",
];

/// Whether the packs hold this module of CPython's library, which is named without its package.
#[must_use]
pub fn is_shipped(module: &str) -> bool {
    !UNUSED.contains(&module) && !REFUSED.iter().any(|(name, _)| *name == module)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_refused_with_a_sentence_is_not_shipped() {
        for (module, sentence) in REFUSED {
            assert!(!is_shipped(module), "{module}");
            assert!(sentence.contains(module.trim_start_matches('_')) || module == "idlelib");
        }
        assert!(!is_shipped("turtledemo"));
        assert!(is_shipped("turtle"));
    }
}
