//! A policy as an embedding page writes it, and the door where it is checked.

use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use super::kinds::words_for;
use super::{Countable, Limit, Part, Policy, Rule, ready_made};

/// The rules as an embedding page writes them: the name of a ready-made policy, or an object.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS), ts(export))]
#[serde(untagged)]
pub enum PolicyRequest {
    /// One of [`ready_made::names`].
    ReadyMade(#[cfg_attr(not(target_arch = "wasm32"), ts(as = "ready_made::Name"))] String),
    /// Rules of the page's own.
    Rules(RulesRequest),
}

/// Rules as an embedding page writes them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(
    not(target_arch = "wasm32"),
    derive(ts_rs::TS),
    ts(export, optional_fields)
)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct RulesRequest {
    /// A ready-made policy whose rules hold as well.
    #[cfg_attr(
        not(target_arch = "wasm32"),
        ts(optional, as = "Option<ready_made::Name>")
    )]
    pub base: Option<String>,
    /// What the program must not contain.
    pub forbid: Option<Vec<RuleRequest>>,
    /// What the program has to contain.
    pub require: Option<Vec<RuleRequest>>,
    /// How much there may be of something.
    pub most: Option<Vec<LimitRequest>>,
}

/// A rule as an embedding page writes it: one of its fields says what it is about. In names, a star
/// at the end stands for one or more characters.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(
    not(target_arch = "wasm32"),
    derive(ts_rs::TS),
    ts(export, optional_fields)
)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct RuleRequest {
    /// Kinds of nodes as in Python's `ast` module: `For`, `While`, `ListComp`, `Mod`.
    #[cfg_attr(
        not(target_arch = "wasm32"),
        ts(optional, type = "string | Array<string>")
    )]
    pub node: Option<Names>,
    /// Calls: `sorted` of a name, `math.sqrt` of a dotted name, `.sort` of a method of anything.
    #[cfg_attr(
        not(target_arch = "wasm32"),
        ts(optional, type = "string | Array<string>")
    )]
    pub call: Option<Names>,
    /// Names, wherever they are used or defined.
    #[cfg_attr(
        not(target_arch = "wasm32"),
        ts(optional, type = "string | Array<string>")
    )]
    pub name: Option<Names>,
    /// Attributes, without the dot: `__class__`, `_*`.
    #[cfg_attr(
        not(target_arch = "wasm32"),
        ts(optional, type = "string | Array<string>")
    )]
    pub attribute: Option<Names>,
    /// Modules, with their submodules; `*` is any.
    #[cfg_attr(
        not(target_arch = "wasm32"),
        ts(optional, type = "string | Array<string>")
    )]
    pub import: Option<Names>,
    /// `true`: a function that calls itself, directly or through others.
    pub recursion: Option<bool>,
    /// The message for a program that breaks the rule.
    pub message: Option<String>,
}

/// A limit as an embedding page writes it: one of `loops` and `lines`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(
    not(target_arch = "wasm32"),
    derive(ts_rs::TS),
    ts(export, optional_fields)
)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct LimitRequest {
    /// The most loops: `for`, `while` and comprehensions.
    pub loops: Option<f64>,
    /// The most lines with code, neither empty nor only a comment.
    pub lines: Option<f64>,
    /// The message for a program that exceeds it.
    pub message: Option<String>,
}

/// One name or several.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(
    untagged,
    expecting = "a rule's value must be a name or a list of names"
)]
pub enum Names {
    /// One.
    One(String),
    /// Several.
    Several(Vec<String>),
}

/// A rule that makes no sense.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum PolicyError {
    /// No policy of this name is ready-made.
    #[error(
        "{field} is {name:?}; ready-made policies are {}",
        ready_made::names().map(|name| format!("{name:?}")).join(", ")
    )]
    ReadyMade {
        /// `policy` or `policy.base`.
        field: &'static str,
        /// What stands there.
        name: String,
    },
    /// A rule says nothing, or several things at once.
    #[error("policy.{place} has {count} of {allowed}; it must have exactly one of them")]
    Fields {
        /// For example `forbid[0]`.
        place: String,
        /// How many are given.
        count: usize,
        /// What can be given.
        allowed: &'static str,
    },
    /// No node of Python's syntax tree is called this.
    #[error(
        "policy.{place}.node has {name:?}; it must be a class of Python's ast module, such as \"For\", \"While\", \"FunctionDef\", \"ListComp\" or \"Mod\""
    )]
    Node {
        /// For example `forbid[0]`.
        place: String,
        /// What stands there.
        name: String,
    },
    /// A list of names is empty, or one of the names is.
    #[error("policy.{place} has an empty name or list; it must name what it is about")]
    Empty {
        /// For example `forbid[0]`.
        place: String,
    },
    /// `recursion` is there and not `true`.
    #[error("policy.{place}.recursion is false; it must be true, or be left out")]
    NoRecursion {
        /// For example `require[0]`.
        place: String,
    },
    /// A limit that is no number of things.
    #[error("policy.{place} is {value}; it must be a whole number from 0 to 1000000")]
    Limit {
        /// For example `most[0].loops`.
        place: String,
        /// What stands there.
        value: f64,
    },
}

impl<'de> Deserialize<'de> for PolicyRequest {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // An untagged enum would not say which field of the rules is wrong.
        struct NameOrRules;
        impl<'de> Visitor<'de> for NameOrRules {
            type Value = PolicyRequest;

            fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
                formatter.write_str("the name of a ready-made policy, or an object with rules")
            }

            fn visit_str<E>(self, name: &str) -> Result<Self::Value, E> {
                Ok(PolicyRequest::ReadyMade(name.to_owned()))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                RulesRequest::deserialize(MapAccessDeserializer::new(map)).map(PolicyRequest::Rules)
            }
        }
        deserializer.deserialize_any(NameOrRules)
    }
}

impl PolicyRequest {
    /// Checks every rule.
    ///
    /// # Errors
    /// Names the first rule that is wrong, and what is allowed.
    pub fn validate(self) -> Result<Policy, PolicyError> {
        match self {
            Self::ReadyMade(name) => ready_made(name, "policy"),
            Self::Rules(rules) => rules.validate(),
        }
    }
}

fn ready_made(name: String, field: &'static str) -> Result<Policy, PolicyError> {
    ready_made::policy(&name).ok_or(PolicyError::ReadyMade { field, name })
}

impl RulesRequest {
    fn validate(self) -> Result<Policy, PolicyError> {
        let mut policy = match self.base {
            Some(name) => ready_made(name, "policy.base")?,
            None => Policy::default(),
        };
        // The page's own rules come first: their messages are the more fitting ones.
        for (field, requests, rules) in [
            ("forbid", self.forbid, &mut policy.forbid),
            ("require", self.require, &mut policy.require),
        ] {
            let own = requests.unwrap_or_default().into_iter().enumerate();
            let own = own.map(|(at, rule)| rule.validate(&format!("{field}[{at}]")));
            rules.splice(..0, own.collect::<Result<Vec<_>, _>>()?);
        }
        for (at, limit) in self.most.unwrap_or_default().into_iter().enumerate() {
            policy.most.push(limit.validate(&format!("most[{at}]"))?);
        }
        Ok(policy)
    }
}

impl RuleRequest {
    fn validate(self, place: &str) -> Result<Rule, PolicyError> {
        const ALLOWED: &str = "node, call, name, attribute, import and recursion";
        type Make = fn(Vec<String>) -> Part;
        let named: [(Option<Names>, Make); 5] = [
            (self.node, Part::Node),
            (self.call, Part::Call),
            (self.name, Part::Name),
            (self.attribute, Part::Attribute),
            (self.import, Part::Import),
        ];
        let mut parts = Vec::new();
        for (names, make) in named {
            if let Some(names) = names {
                parts.push(make(names.validate(place)?));
            }
        }
        match self.recursion {
            Some(true) => parts.push(Part::Recursion),
            Some(false) => {
                return Err(PolicyError::NoRecursion {
                    place: place.to_owned(),
                });
            }
            None => {}
        }
        let count = parts.len();
        let (Some(part), 1) = (parts.pop(), count) else {
            return Err(PolicyError::Fields {
                place: place.to_owned(),
                count,
                allowed: ALLOWED,
            });
        };
        if let Part::Node(names) = &part
            && let Some(name) = names.iter().find(|name| words_for(name).is_none())
        {
            return Err(PolicyError::Node {
                place: place.to_owned(),
                name: name.clone(),
            });
        }
        Ok(Rule {
            part,
            message: self.message,
        })
    }
}

impl LimitRequest {
    fn validate(self, place: &str) -> Result<Limit, PolicyError> {
        let (field, of, most) = match (self.loops, self.lines) {
            (Some(most), None) => ("loops", Countable::Loops, most),
            (None, Some(most)) => ("lines", Countable::Lines, most),
            (loops, lines) => {
                return Err(PolicyError::Fields {
                    place: place.to_owned(),
                    count: usize::from(loops.is_some()) + usize::from(lines.is_some()),
                    allowed: "loops and lines",
                });
            }
        };
        if most.fract() != 0.0 || !(0.0..=1e6).contains(&most) {
            return Err(PolicyError::Limit {
                place: format!("{place}.{field}"),
                value: most,
            });
        }
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "checked above"
        )]
        Ok(Limit {
            of,
            most: most as u32,
            message: self.message,
        })
    }
}

impl Names {
    fn validate(self, place: &str) -> Result<Vec<String>, PolicyError> {
        let names = match self {
            Self::One(name) => vec![name],
            Self::Several(names) => names,
        };
        if names.is_empty() || names.iter().any(String::is_empty) {
            return Err(PolicyError::Empty {
                place: place.to_owned(),
            });
        }
        Ok(names)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn validate(json: &str) -> Result<Policy, String> {
        crate::options::validated(json, PolicyRequest::validate)
    }

    #[test]
    fn every_ready_made_policy_is_there_by_its_name() {
        for name in ready_made::names() {
            let policy = validate(&format!("{name:?}")).expect(name);
            assert!(!policy.forbid.is_empty(), "{name}");
            for rule in &policy.forbid {
                if let Part::Node(kinds) = &rule.part {
                    assert!(
                        kinds.iter().all(|kind| words_for(kind).is_some()),
                        "{kinds:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn own_rules_come_before_those_of_the_base() {
        let policy = validate(
            r#"{"base": "no-loops", "forbid": [{"call": ["sorted", ".sort"], "message": "Sort!"}],
                "require": [{"recursion": true}], "most": [{"lines": 10}]}"#,
        )
        .expect("valid");
        assert_eq!(policy.forbid[0].message.as_deref(), Some("Sort!"));
        assert!(policy.forbid.len() > 1);
        assert_eq!(policy.require[0].part, Part::Recursion);
        assert_eq!(policy.most[0].most, 10);
    }

    #[test]
    fn what_is_wrong_is_named_with_what_is_allowed() {
        for (json, message) in [
            (
                r#""beginer""#,
                r#"policy is "beginer"; ready-made policies are "beginner","#,
            ),
            (r#"{"base": "x"}"#, r#"policy.base is "x"; ready-made"#),
            (
                "3",
                "invalid type: integer `3`, expected the name of a ready-made policy",
            ),
            (
                r#"{"forbids": []}"#,
                "unknown field `forbids`, expected one of `base`, `forbid`",
            ),
            (
                r#"{"forbid": [{"nodes": "For"}]}"#,
                "unknown field `nodes`, expected one of `node`",
            ),
            (
                r#"{"forbid": [{"node": "For"}, {"node": "Loop"}]}"#,
                r#"policy.forbid[1].node has "Loop"; it must be a class of Python's ast module"#,
            ),
            (
                r#"{"require": [{"message": "?"}]}"#,
                "policy.require[0] has 0 of node, call, name, attribute, import and recursion",
            ),
            (
                r#"{"forbid": [{"node": "For", "call": "print"}]}"#,
                "policy.forbid[0] has 2 of node,",
            ),
            (
                r#"{"forbid": [{"name": []}]}"#,
                "policy.forbid[0] has an empty name or list",
            ),
            (
                r#"{"forbid": [{"name": 1}]}"#,
                "a rule's value must be a name or a list of names",
            ),
            (
                r#"{"require": [{"recursion": false}]}"#,
                "policy.require[0].recursion is false",
            ),
            (
                r#"{"most": [{"loops": 1.5}]}"#,
                "policy.most[0].loops is 1.5; it must be a whole",
            ),
            (
                r#"{"most": [{}]}"#,
                "policy.most[0] has 0 of loops and lines",
            ),
        ] {
            let error = validate(json).expect_err(json);
            assert!(error.starts_with(message), "{json}: {error}");
        }
    }
}
