//! A grammar of random Python programs: one function for each construct, and tables of how often each is
//! chosen. What a program prints is decided by Python alone: no address, no order of a set, no time.
//!
//! A program ends by construction: loops have bounds, functions call only those before them, recursion
//! counts down, and what is assigned again and again has a size that does not grow ([`Grammar::bounded`]).
//!
//! | file | constructs |
//! |---|---|
//! | `values` | expressions of each kind |
//! | `statements` | assignments, mutations, branches, small loops, deletions |
//! | `hot` | loops that are long enough for specialised opcodes, and what changes under them |
//! | `functions` | parameters, closures, recursion |
//! | `generators` | generators that are finished, abandoned, sent to, thrown into and closed |
//! | `classes` | classes and their special methods |
//! | `errors` | exceptions, context managers, and the traceback at the end |
//! | `mirrors` | programs that look at themselves: frames, tracing, `exec` and `eval` |

mod classes;
mod errors;
mod functions;
mod generators;
mod hot;
mod mirrors;
mod statements;
mod values;

use crate::known::without_known_statements;
use crate::program::{Statement, indented, parse};
use crate::random::Random;

/// What generated programs print with.
const PRELUDE: &str = include_str!("prelude.py");

/// How much work a program may be, in statements.
const MOST_WORK: usize = 30_000;

/// The program of a seed.
pub fn program(seed: u64) -> Vec<Statement> {
    let mut grammar = Grammar::new(seed);
    let text = grammar.program();
    without_known_statements(parse(&format!("{PRELUDE}{text}")))
}

/// What an expression is meant to be. Now and then it is something else, as in everybody's programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Int,
    Float,
    Bool,
    Text,
    /// Of integers, mostly.
    List,
    /// Of texts to integers, mostly.
    Dict,
    Tuple,
    /// Of the class with this number.
    Instance(usize),
}

/// The kinds that every program has.
const PLAIN: [Kind; 7] = [
    Kind::Int,
    Kind::Float,
    Kind::Bool,
    Kind::Text,
    Kind::List,
    Kind::Dict,
    Kind::Tuple,
];

#[derive(Clone, Debug)]
struct Variable {
    name: String,
    kind: Kind,
}

/// The names and the surroundings of a function's body, or of the module.
#[derive(Clone, Debug, Default)]
struct Frame {
    is_function: bool,
    /// How many loops of this body are around.
    loops: usize,
    /// What is assigned here for sure.
    variables: Vec<Variable>,
    /// What was assigned in a block that has ended, and may not be assigned.
    doubtful: Vec<Variable>,
}

/// A function that programs call.
#[derive(Clone, Debug)]
struct Function {
    name: String,
    parameters: Vec<(String, Kind)>,
    /// How many of the last parameters have defaults.
    defaults: usize,
    result: Kind,
    /// How many statements a call runs.
    work: usize,
}

#[derive(Clone, Debug)]
struct Generator {
    name: String,
    work: usize,
}

/// What makes some statements.
type Construct = fn(&mut Grammar) -> String;

struct Grammar {
    random: Random,
    frames: Vec<Frame>,
    functions: Vec<Function>,
    generators: Vec<Generator>,
    classes: Vec<classes::Class>,
    names: usize,
    /// How often the statement at hand runs each time that its function is called.
    turns: usize,
    /// What has been spent in the function at hand.
    work: usize,
    /// How deep statements are nested.
    depth: usize,
}

impl Grammar {
    fn new(seed: u64) -> Self {
        Self {
            random: Random::of_seed(seed),
            frames: vec![Frame::default()],
            functions: Vec::new(),
            generators: Vec::new(),
            classes: Vec::new(),
            names: 0,
            turns: 1,
            work: 0,
            depth: 0,
        }
    }

    /// Definitions, then scenes that each end with what they have found, then an error that nobody catches
    /// in many programs.
    fn program(&mut self) -> String {
        let mut text = String::new();
        text += &self.module_variables();
        for _ in 0..self.random.between(0, 3) {
            text += &self.class();
        }
        for _ in 0..self.random.between(1, 3) {
            text += &self.function();
        }
        for _ in 0..self.random.between(0, 2) {
            text += &self.generator();
        }
        for _ in 0..self.random.between(2, 5) {
            let scene = self.scene();
            text += &self.guarded(&scene);
        }
        if self.random.chance(50) {
            text += &self.uncaught();
        }
        text
    }

    /// Global variables of all plain kinds, which functions read and change.
    fn module_variables(&mut self) -> String {
        let mut text = String::new();
        for (name, kind) in [
            ("count", Kind::Int),
            ("rate", Kind::Float),
            ("flag", Kind::Bool),
            ("word", Kind::Text),
            ("items", Kind::List),
            ("table", Kind::Dict),
            ("pair", Kind::Tuple),
        ] {
            let value = self.literal(kind);
            text += &format!("{name} = {value}\n");
            self.declare(name, kind);
        }
        text
    }

    /// Some statements at module level that belong together.
    fn scene(&mut self) -> String {
        const SCENES: [(usize, Construct); 12] = [
            (24, Grammar::statements),
            (14, Grammar::hot_loop),
            (8, Grammar::hot_function),
            (10, Grammar::use_of_generator),
            (10, Grammar::use_of_class),
            (6, Grammar::recursion),
            (6, Grammar::closures),
            (5, Grammar::tracing),
            (5, Grammar::own_namespace),
            (6, Grammar::dying_objects),
            (4, Grammar::rebound_names),
            (6, Grammar::frames_seen),
        ];
        self.random.weighted(&SCENES)(self)
    }

    /// A scene whose exceptions are printed, with the lines of their tracebacks.
    fn guarded(&mut self, scene: &str) -> String {
        let closing = match self.random.below(4) {
            0 => "finally:\n    show(count, word, items)\n".to_owned(),
            1 => format!("else:\n    show({})\n", self.all_variables()),
            _ => String::new(),
        };
        format!(
            "try:\n{}except Exception as error:\n    report(error)\n{closing}",
            indented(scene)
        )
    }

    /// What is assigned for sure, separated by commas.
    fn all_variables(&mut self) -> String {
        let variables = &self.frames.last().expect("there is the module").variables;
        let names: Vec<_> = variables
            .iter()
            .rev()
            .take(5)
            .map(|variable| variable.name.clone())
            .collect();
        names.join(", ")
    }

    fn frame(&mut self) -> &mut Frame {
        self.frames.last_mut().expect("there is the module")
    }

    fn is_in_function(&self) -> bool {
        self.frames.len() > 1
    }

    /// A name that no other thing has.
    fn new_name(&mut self, beginning: &str) -> String {
        self.names += 1;
        format!("{beginning}{}", self.names)
    }

    fn declare(&mut self, name: &str, kind: Kind) {
        let frame = self.frame();
        frame.variables.retain(|variable| variable.name != name);
        frame.variables.push(Variable {
            name: name.to_owned(),
            kind,
        });
    }

    /// A block of statements, after which its variables may be unassigned.
    fn block(&mut self, statements: usize) -> String {
        self.within(|grammar| {
            let mut text = String::new();
            for _ in 0..statements {
                text += &grammar.statement();
            }
            text
        })
    }

    /// Something in a block of its own, indented.
    fn within(&mut self, make: impl FnOnce(&mut Self) -> String) -> String {
        let before = self.frame().variables.clone();
        self.depth += 1;
        let text = make(self);
        self.depth -= 1;
        let frame = self.frame();
        let after = std::mem::replace(&mut frame.variables, before);
        let known: Vec<_> = frame.variables.iter().map(|v| v.name.clone()).collect();
        let new = after.into_iter().filter(|v| !known.contains(&v.name));
        frame.doubtful.extend(new);
        indented(&text)
    }

    /// The block of a loop that turns so often.
    fn looped(&mut self, turns: usize, make: impl FnOnce(&mut Self) -> String) -> String {
        self.frame().loops += 1;
        self.turns *= turns.max(1);
        let text = self.within(make);
        self.turns /= turns.max(1);
        self.frame().loops -= 1;
        text
    }

    /// Notes so much work for each turn. False if the program has no time for it.
    fn spend(&mut self, work: usize) -> bool {
        let work = work.saturating_mul(self.turns);
        let is_affordable = self.work + work <= MOST_WORK;
        if is_affordable {
            self.work += work;
        }
        is_affordable
    }
}
