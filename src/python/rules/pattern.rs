//! Patterns for names, as a policy writes them.

/// Whether `name` is meant by `pattern`: a star at its end stands for one or more characters.
pub(crate) fn is_meant(pattern: &str, name: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some(start) => name.len() > start.len() && name.starts_with(start),
        None => name == pattern,
    }
}

/// Whether an import of `module` is meant by `pattern`, which covers its submodules.
pub(crate) fn is_module_meant(pattern: &str, module: &str) -> bool {
    is_meant(pattern, module)
        || module
            .strip_prefix(pattern)
            .is_some_and(|rest| rest.starts_with('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_stands_for_one_or_more_characters() {
        for (pattern, name, expected) in [
            ("_*", "_x", true),
            ("_*", "_", false),
            ("*", "x", true),
            ("eval", "eval", true),
            ("eval", "evaluate", false),
        ] {
            assert_eq!(is_meant(pattern, name), expected, "{pattern} {name}");
        }
        assert!(is_module_meant("os", "os.path"));
        assert!(!is_module_meant("os", "oss"));
    }
}
