//! What is wrong with the arguments of a call, in the words of `CPython`: its functions with and without keywords
//! have other ones, and it counts arguments before it converts the first.

use super::argument::{
    Callee, FromArgs, FuncArgs, KwArgs, arity_message, call_form, missing_argument_message,
    short_name,
};
use super::signature::{Param, ParamKind};
use crate::{VirtualMachine, builtins::PyBaseExceptionRef};

/// What is wrong with the numbers and the names of a call's arguments, in the words of `CPython`, whose functions
/// with and without keywords have other ones.
#[cold]
#[inline(never)]
pub(super) fn wrong_call<T: FromArgs>(args: &FuncArgs, callee: Callee) -> Option<String> {
    let instance = callee.instance_args();
    let Some(given) = args.args.len().checked_sub(instance) else {
        return Some(format!(
            "unbound method {}() needs an argument",
            callee.qualified()
        ));
    };
    let arity = T::arity();
    let (least, most) = (
        arity.start().saturating_sub(instance),
        arity.end().saturating_sub(instance),
    );
    let plural = |count: usize| if count == 1 { "" } else { "s" };
    let Shape {
        total,
        least_positional,
        takes_keywords,
        ..
    } = T::SHAPE;
    if !takes_keywords {
        if !args.kwargs.is_empty() {
            return Some(format!(
                "{}() takes no keyword arguments",
                callee.qualified()
            ));
        }
        if (least..=most).contains(&given) {
            return None;
        }
        if callee.name.is_none() {
            return Some(arity_message(None, &(least..=most), given < least, given));
        }
        return Some(match (callee.is_type, least, most) {
            (true, _, 0) => format!("{} takes no arguments", callee.short()),
            (false, _, 0) => format!(
                "{}() takes no arguments ({given} given)",
                callee.qualified()
            ),
            (false, 1, 1) => format!(
                "{}() takes exactly one argument ({given} given)",
                callee.qualified()
            ),
            _ => arity_message(callee.name, &(least..=most), given < least, given),
        });
    }
    let (total, least_positional) = (
        total.saturating_sub(instance),
        least_positional.saturating_sub(instance),
    );
    let (name, parens) = call_form(callee.name, "function");
    let all = given + args.kwargs.len();
    if all > total {
        let kind = if given == 0 { "keyword " } else { "" };
        let plural = plural(total);
        return Some(format!(
            "{name}{parens} takes at most {total} {kind}argument{plural} ({all} given)"
        ));
    }
    if given > most {
        if most == 0 {
            return Some(format!("{name}{parens} takes no positional arguments"));
        }
        let bound = if least_positional < most {
            "at most"
        } else {
            "exactly"
        };
        let plural = plural(most);
        return Some(format!(
            "{name}{parens} takes {bound} {most} positional argument{plural} ({given} given)"
        ));
    }
    if given < least_positional {
        let bound = if least_positional < most {
            "at least"
        } else {
            "exactly"
        };
        let plural = plural(least_positional);
        return Some(format!(
            "{name}{parens} takes {bound} {least_positional} positional argument{plural} ({given} given)"
        ));
    }
    let (mut left, mut position) = (args.args.len(), 0);
    T::missing(&mut left, &mut position, &args.kwargs)
        .map(|name| missing_argument_message(callee.name, name, position.saturating_sub(instance)))
}

/// Says which argument it was that is no instance of the class that is needed.
#[cold]
pub(super) fn wrong_argument(
    error: PyBaseExceptionRef,
    callee: Callee,
    position: Option<usize>,
    keyword: Option<&str>,
    only: bool,
    vm: &VirtualMachine,
) -> PyBaseExceptionRef {
    let Some((expected, found)) = vm.as_downcast_error(&error) else {
        return error;
    };
    let is_of_method = position.is_none_or(|position| position == 0);
    vm.new_type_error(match (callee.name, &*expected) {
        _ if is_of_method => return error,
        (_, "int") => format!("'{found}' object cannot be interpreted as an integer"),
        (None, _) => return error,
        (Some(name), expected) => {
            let name = short_name(name);
            let found = if found == "NoneType" { "None" } else { &found };
            let place = match (keyword, position) {
                (Some(keyword), _) => format!(" '{keyword}'"),
                (None, Some(position)) if !only => format!(" {position}"),
                _ => String::new(),
            };
            format!("{name}() argument{place} must be {expected}, not {found}")
        }
    })
}

/// The name of the first parameter that a call gives nothing for.
pub(super) fn missing_of(
    params: &'static [Param],
    left: &mut usize,
    position: &mut usize,
    kwargs: &KwArgs,
) -> Option<&'static str> {
    for param in params {
        match param.kind {
            ParamKind::Flatten(Some(inner)) => {
                if let Some(name) = missing_of(inner, left, position, kwargs) {
                    return Some(name);
                }
                continue;
            }
            ParamKind::Flatten(None) => {}
            ParamKind::VarPositional => *left = 0,
            ParamKind::VarKeyword => continue,
            ParamKind::PositionalOnly | ParamKind::PositionalOrKeyword if *left > 0 => *left -= 1,
            // The function itself complains about what must be given by its name.
            ParamKind::KeywordOnly => {}
            ParamKind::PositionalOnly | ParamKind::PositionalOrKeyword => {
                if param.default.is_none() && !kwargs.contains_key(param.name) {
                    *position += 1;
                    return Some(param.name);
                }
            }
        }
        *position += 1;
    }
    None
}

/// The name of the parameter at a place, if it may be given by its name.
pub(super) fn keyword_of(params: &'static [Param], place: &mut usize) -> Option<&'static str> {
    for param in params {
        match param.kind {
            ParamKind::Flatten(Some(inner)) => {
                if let Some(name) = keyword_of(inner, place) {
                    return Some(name);
                }
                continue;
            }
            ParamKind::Flatten(None) | ParamKind::KeywordOnly | ParamKind::VarKeyword => continue,
            ParamKind::VarPositional => *place = 0,
            ParamKind::PositionalOnly | ParamKind::PositionalOrKeyword => {
                if *place == 1 && matches!(param.kind, ParamKind::PositionalOrKeyword) {
                    return Some(param.name);
                }
                *place = place.saturating_sub(1);
            }
        }
        if *place == 0 {
            break;
        }
    }
    None
}

/// What is known of a function's parameters before its arguments are converted.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    is_known: bool,
    takes_keywords: bool,
    total: usize,
    least_positional: usize,
}

impl Shape {
    pub(super) const fn is_known(self) -> bool {
        self.is_known
    }

    /// There may be any number of arguments, or the type does not say.
    pub const UNKNOWN: Self = Self {
        is_known: false,
        takes_keywords: true,
        total: 0,
        least_positional: 0,
    };

    /// `total` parameters, of which `least_positional` have to be given by their positions.
    #[must_use]
    pub const fn new(total: usize, least_positional: usize, takes_keywords: bool) -> Self {
        Self {
            is_known: true,
            takes_keywords,
            total,
            least_positional,
        }
    }

    /// These parameters and others.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self {
            is_known: self.is_known && other.is_known,
            takes_keywords: self.takes_keywords || other.takes_keywords,
            total: self.total + other.total,
            least_positional: self.least_positional + other.least_positional,
        }
    }
}
