//! Which functions the first module holds: those that programs of a beginner's have called
//! (`./garter split` records them), and those that must never be waited for.

use std::collections::{BTreeSet, HashSet};

use anyhow::Result;

use super::layout::LOADER;
use super::module::Module;

/// What the list begins with.
const HEAD: &str = "\
# The functions that the first module of the interpreter holds (docs/decisions/split.md), by their names
# without the hashes of crates. Written by `./garter split`, from programs that it runs. A function that
# is not here arrives later; a name that is here and nowhere else does no harm.
";

/// What scripts call where nothing can be suspended, from the first moment: while a program waits, or when the
/// interpreter has failed. Nothing that these call may be waited for. Set-up and checks begin when all is there.
const AT_ONCE: [&str; 5] = [
    "begin",
    "hear",
    "liftMemoryBudget",
    "reportFailure",
    "takeCore",
];

/// How the names of exports begin that the glue calls.
const GLUE: [&str; 2] = ["__wbindgen_", "__externref_"];

/// A function's name without what changes with each version of a crate, and without the number that the compiler gives a
/// copy of it, which changes with each change of any function.
pub fn stable(name: &str) -> String {
    let name = name
        .rsplit_once('.')
        .filter(|(_, number)| number.bytes().all(|digit| digit.is_ascii_digit()))
        .map_or(name, |(name, _)| name);
    let mut stable = String::with_capacity(name.len());
    let mut rest = name;
    while let Some(at) = rest.find('[') {
        let (before, hash) = rest.split_at(at);
        stable.push_str(before);
        let digits = hash[1..].bytes().take_while(u8::is_ascii_hexdigit).count();
        rest = if digits > 0 && hash[1 + digits..].starts_with(']') {
            &hash[digits + 2..]
        } else {
            stable.push('[');
            &hash[1..]
        };
    }
    stable + rest
}

/// The names in a list.
pub fn names(list: &str) -> BTreeSet<&str> {
    list.lines().filter(|line| !line.starts_with('#')).collect()
}

/// A list of these names.
pub fn listing(names: &BTreeSet<String>) -> String {
    let lines = names.iter().map(|name| format!("{name}\n"));
    HEAD.to_owned() + &lines.collect::<String>()
}

/// The functions that come first: those of the list, those that cannot be waited for, and those without a name, which
/// are the linker's or the glue's own.
pub fn first(module: &Module, list: &str) -> Result<HashSet<u32>> {
    let names = names(list);
    let mut first = at_once(module)?;
    for function in module.own() {
        let name = module.names.get(&function);
        if name.is_none_or(|name| names.contains(stable(name).as_str())) {
            first.insert(function);
        }
    }
    Ok(first)
}

/// What is called, directly or by others, by what must not be waited for.
fn at_once(module: &Module) -> Result<HashSet<u32>> {
    let mut found = HashSet::new();
    let mut next = Vec::new();
    for name in AT_ONCE.iter().chain([&LOADER]) {
        next.push(module.exported(name)?);
    }
    for (name, kind, index) in &module.exports {
        if *kind == wasmparser::ExternalKind::Func
            && GLUE.iter().any(|start| name.starts_with(start))
        {
            next.push(*index);
        }
    }
    while let Some(function) = next.pop() {
        if found.insert(function)
            && let Some(body) = module.body(function)
        {
            next.extend(body.calls.iter().map(|(_, called)| *called));
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stay_when_crates_change() {
        for (name, expected) in [
            (
                "<rustpython_vm[a00a77544dd48214]::frame::Frame>::run",
                "<rustpython_vm::frame::Frame>::run",
            ),
            (
                "core[1f]::ptr::drop_in_place::<[u8; 4]>",
                "core::ptr::drop_in_place::<[u8; 4]>",
            ),
            (
                "<[alloc[0]::string::String]>::join",
                "<[alloc::string::String]>::join",
            ),
            ("memcpy", "memcpy"),
            (
                "alloc[0]::boxed::box_new_uninit.2287",
                "alloc::boxed::box_new_uninit",
            ),
        ] {
            assert_eq!(stable(name), expected);
        }
    }

    #[test]
    fn a_list_is_read_as_it_was_written() {
        let written: BTreeSet<String> = ["a::b", "<c>::d"].map(str::to_owned).into();
        let text = listing(&written);
        let read: BTreeSet<String> = names(&text).into_iter().map(str::to_owned).collect();
        assert_eq!(read, written);
    }
}
