//! Which modules of the standard library a program may import.
//!
//! The policy is about what a program imports for itself, by whatever means: `import`, `__import__`,
//! `importlib`, code that it runs with `exec`. What the standard library imports inside itself stays
//! possible: `random` works where `os`, which it uses, is not allowed. A module that is not allowed
//! can be found nevertheless (`sys.modules`, `random._os`), but nothing can be got from it: each
//! attribute is an `ImportError` that says who has decided.
//!
//! Such a policy is for teaching. It keeps learners within the modules of a lesson, and makes getting
//! around it a matter of intent. Safety comes from the sandbox, which holds with every module.
//!
//! What is promised: an import of what is not allowed fails, and the module's own names cannot be
//! had through its object, its dictionary, the globals of its functions, frames, loaders, or the
//! collector.
//!
//! What is not promised:
//! - Functions and classes that an allowed module shares (`random._urandom`), or that can be found as
//!   classes (`object.__subclasses__()`), are what they are.
//! - Some modules are part of how native code works (`time`, `re`, `functools`, …), and a program
//!   can get at their names through it. `sys`, `warnings`, `traceback`, `linecache`
//!   and `annotationlib` are only kept from being imported: `enum.sys` is `sys`.
//! - Modules in C and Python's substitutes for them (`_random`, `_pydatetime`) are decided about with
//!   the module that they serve.
//! - What the language is made of (`builtins`, `encodings`, `__future__`) is always allowed.
//! - What a program may contain instead: the text of a module that is not allowed can be copied.

use serde::{Deserialize, Serialize};

/// Which modules a program may import, checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub enum ModulePolicy {
    /// These, their submodules and the packages they are in; files of the program's own as well.
    Allow(Vec<String>),
    /// All but these and their submodules.
    Deny(Vec<String>),
}

/// Which modules a program may import, as an embedding page writes it: one of the two.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(
    not(target_arch = "wasm32"),
    derive(ts_rs::TS),
    ts(export, optional_fields)
)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct ModulesRequest {
    /// The only modules of the standard library that it may import, with their submodules.
    pub allow: Option<Vec<String>>,
    /// The modules that it may not import, with their submodules.
    pub deny: Option<Vec<String>>,
}

/// A policy that makes no sense.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum ModulesError {
    /// Both lists, or none.
    #[error("modules has {0}; it must have either allow or deny, a list of module names")]
    Lists(&'static str),
    /// Not the name of a module.
    #[error(
        "modules.{field} has {name:?}; each must be the name of a module, for example \"math\" or \"xml.etree\""
    )]
    Name {
        /// `allow` or `deny`.
        field: &'static str,
        /// What stands there.
        name: String,
    },
}

impl ModulesRequest {
    /// Checks the names.
    ///
    /// # Errors
    /// Says what is wrong and what is allowed.
    pub fn validate(self) -> Result<ModulePolicy, ModulesError> {
        match (self.allow, self.deny) {
            (Some(names), None) => checked("allow", names).map(ModulePolicy::Allow),
            (None, Some(names)) => checked("deny", names).map(ModulePolicy::Deny),
            (Some(_), Some(_)) => Err(ModulesError::Lists("both allow and deny")),
            (None, None) => Err(ModulesError::Lists("neither allow nor deny")),
        }
    }
}

fn checked(field: &'static str, names: Vec<String>) -> Result<Vec<String>, ModulesError> {
    let is_name = |name: &str| {
        name.split('.').all(|part| {
            let mut chars = part.chars();
            chars
                .next()
                .is_some_and(|first| first == '_' || first.is_alphabetic())
                && chars.all(|char| char == '_' || char.is_alphanumeric())
        })
    };
    match names.iter().find(|name| !is_name(name)) {
        Some(name) => Err(ModulesError::Name {
            field,
            name: name.clone(),
        }),
        None => Ok(names),
    }
}

/// What the language itself is made of.
const ALWAYS: [&str; 4] = ["__future__", "__main__", "builtins", "encodings"];

/// Modules that serve another one and are not called like it.
const BEHIND: [(&str, &str); 10] = [
    ("posix", "os"),
    ("posixpath", "os.path"),
    ("ntpath", "os.path"),
    ("genericpath", "os.path"),
    ("_imp", "importlib"),
    ("_frozen_importlib", "importlib"),
    ("_frozen_importlib_external", "importlib"),
    ("_sre", "re"),
    ("_elementtree", "xml.etree"),
    ("pyexpat", "xml"),
];

impl ModulePolicy {
    /// Whether a program may import this module of the standard library.
    #[must_use]
    pub fn allows(&self, module: &str) -> bool {
        let top = module.split('.').next().unwrap_or_default();
        if ALWAYS.contains(&top) {
            return true;
        }
        let served = names_of(module);
        match self {
            Self::Allow(list) => list.iter().any(|entry| {
                served
                    .iter()
                    .any(|name| covers(entry, name) || covers(name, entry))
            }),
            Self::Deny(list) => !list
                .iter()
                .any(|entry| served.iter().any(|name| covers(entry, name))),
        }
    }

    /// What a program is told that imports what it may not.
    #[must_use]
    pub fn message(&self, module: &str) -> String {
        /// More names than this are no help.
        const MOST_NAMED: usize = 10;
        let decision = format!("this page does not allow '{module}'");
        let allowed = match self {
            Self::Allow(list) if list.len() <= MOST_NAMED => list,
            Self::Allow(_) | Self::Deny(_) => return decision,
        };
        let quoted: Vec<String> = allowed.iter().map(|name| format!("'{name}'")).collect();
        match quoted.split_last() {
            None => format!("{decision}; it allows no modules"),
            Some((only, [])) => format!("{decision}; it allows {only}"),
            Some((last, others)) => {
                format!("{decision}; it allows {} and {last}", others.join(", "))
            }
        }
    }
}

/// Whether `module` is `entry` or below it.
fn covers(entry: &str, module: &str) -> bool {
    module
        .strip_prefix(entry)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// The module, and those that it may serve: `_random` serves `random`, `_pydatetime` `datetime`.
fn names_of(module: &str) -> Vec<String> {
    let (top, rest) = match module.find('.') {
        Some(dot) => module.split_at(dot),
        None => (module, ""),
    };
    let mut tops = vec![top];
    if let Some((_, served)) = BEHIND.iter().find(|(name, _)| *name == top) {
        tops.push(served);
    }
    if let Some(served) = top.strip_prefix('_') {
        tops.push(served);
        tops.extend(served.strip_prefix("py"));
    }
    tops.iter().map(|top| format!("{top}{rest}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn validate(json: &str) -> Result<ModulePolicy, String> {
        crate::options::validated(json, ModulesRequest::validate)
    }

    #[test]
    fn a_name_covers_its_submodules_and_what_serves_it() {
        for (policy, module, is_allowed) in [
            (r#"{"deny": ["os"]}"#, "os", false),
            (r#"{"deny": ["os"]}"#, "os.path", false),
            (r#"{"deny": ["os"]}"#, "posix", false),
            (r#"{"deny": ["os"]}"#, "posixpath", false),
            (r#"{"deny": ["os"]}"#, "oss", true),
            (r#"{"deny": ["datetime"]}"#, "_pydatetime", false),
            (r#"{"deny": ["xml.etree"]}"#, "xml.dom", true),
            (r#"{"allow": ["xml.etree"]}"#, "xml", true),
            (r#"{"allow": ["xml.etree"]}"#, "xml.etree.ElementTree", true),
            (r#"{"allow": ["xml.etree"]}"#, "xml.dom", false),
            (r#"{"allow": ["random"]}"#, "_random", true),
            (r#"{"allow": []}"#, "__future__", true),
            (r#"{"allow": []}"#, "sys", false),
        ] {
            let policy = validate(policy).expect("valid");
            assert_eq!(policy.allows(module), is_allowed, "{policy:?} {module}");
        }
    }

    #[test]
    fn the_message_says_who_decides_and_what_is_allowed() {
        for (policy, message) in [
            (r#"{"deny": ["x"]}"#, "this page does not allow 'x'"),
            (
                r#"{"allow": []}"#,
                "this page does not allow 'x'; it allows no modules",
            ),
            (
                r#"{"allow": ["math", "random", "string"]}"#,
                "this page does not allow 'x'; it allows 'math', 'random' and 'string'",
            ),
        ] {
            assert_eq!(validate(policy).expect("valid").message("x"), message);
        }
    }

    #[test]
    fn what_is_wrong_is_named_with_what_is_allowed() {
        for (json, message) in [
            (
                "{}",
                "modules has neither allow nor deny; it must have either",
            ),
            (
                r#"{"allow": [], "deny": []}"#,
                "modules has both allow and deny; it must have either",
            ),
            (
                r#"{"deny": ["os", "a b"]}"#,
                r#"modules.deny has "a b"; each must be the name of a module"#,
            ),
            (
                r#"{"allow": ["os."]}"#,
                r#"modules.allow has "os."; each must be"#,
            ),
            (
                r#"{"only": []}"#,
                "unknown field `only`, expected `allow` or `deny`",
            ),
        ] {
            let error = validate(json).expect_err(json);
            assert!(error.starts_with(message), "{json}: {error}");
        }
    }
}
