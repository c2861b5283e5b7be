//! Assignments, mutations, branches, small loops and deletions.

use super::{Construct, Grammar, Kind};
use crate::program::{BOUND, indented};

/// How deep statements are nested in one another.
const MOST_DEPTH: usize = 3;

/// Statements of one line.
const SIMPLE: [(usize, Construct); 12] = [
    (22, Grammar::assignment),
    (12, Grammar::augmented_assignment),
    (12, Grammar::print),
    (5, Grammar::unpacking),
    (8, Grammar::list_mutation),
    (6, Grammar::dict_mutation),
    (5, Grammar::deletion),
    (3, Grammar::assertion),
    (5, Grammar::call_statement),
    (4, Grammar::attribute_assignment),
    (2, Grammar::raising),
    (4, Grammar::jump),
];

/// Statements with blocks.
const COMPOUND: [(usize, Construct); 9] = [
    (10, Grammar::branch),
    (10, Grammar::for_loop),
    (6, Grammar::while_loop),
    (12, Grammar::attempt),
    (5, Grammar::with_statement),
    (5, Grammar::match_statement),
    (4, Grammar::mutation_while_looping),
    (3, Grammar::nested_function),
    (2, Grammar::class_body),
];

impl Grammar {
    pub(super) fn statements(&mut self) -> String {
        (0..self.random.between(3, 7))
            .map(|_| self.statement())
            .collect()
    }

    pub(super) fn statement(&mut self) -> String {
        if !self.spend(2) {
            return "pass\n".to_owned();
        }
        if self.depth < MOST_DEPTH && self.random.chance(30) {
            return self.random.weighted(&COMPOUND)(self);
        }
        self.random.weighted(&SIMPLE)(self)
    }

    fn assignment(&mut self) -> String {
        let mut kind = *self.any_kind();
        if !self.classes.is_empty() && self.random.chance(12) {
            kind = Kind::Instance(self.random.below(self.classes.len()));
        }
        let value = self.bounded(kind, 3);
        let name = self.target(kind);
        match self.random.below(12) {
            0 => {
                let other = self.target(kind);
                format!("{name} = {other} = {value}\n")
            }
            1 => format!("{name}: int = {value}\n"),
            2 => format!("show({name} := {value})\n"),
            _ => format!("{name} = {value}\n"),
        }
    }

    /// A name to assign to: one of this kind, or a new one.
    pub(super) fn target(&mut self, kind: Kind) -> String {
        let own = self.own_names(|of| of == kind);
        let name = if own.is_empty() || self.random.chance(40) {
            self.new_name("v")
        } else {
            own[self.random.below(own.len())].clone()
        };
        self.declare(&name, kind);
        name
    }

    fn augmented_assignment(&mut self) -> String {
        let kind = *self.random.pick(&[
            &Kind::Int,
            &Kind::Int,
            &Kind::Float,
            &Kind::Text,
            &Kind::List,
            &Kind::Dict,
        ]);
        let Some(name) = self.own_variable(kind) else {
            return self.assignment();
        };
        let value = self.value(kind, 2);
        match kind {
            Kind::Int => {
                let operators: &[&str] = if self.turns > 1 || self.is_in_function() {
                    &["+=", "-=", "%= 7 +", "&=", "//= 3 +", "^=", ">>= 1 & "]
                } else {
                    &[
                        "+=", "-=", "*=", "|=", "&=", "<<= 3 & ", "//=", "%=", "**= 3 & ",
                    ]
                };
                format!("{name} {} {value}\n", self.random.pick(operators))
            }
            Kind::Float => format!(
                "{name} {} {value}\n",
                self.random.pick(&["+=", "-=", "*=", "/=", "//=", "%="])
            ),
            Kind::Text | Kind::List => format!("{name} += {value}[:3]\n"),
            _ => format!("{name} |= {value}\n"),
        }
    }

    /// A variable of the body at hand, which can be assigned to without a declaration.
    pub(super) fn own_variable(&mut self, kind: Kind) -> Option<String> {
        let own = self.own_names(|of| of == kind);
        (!own.is_empty()).then(|| own[self.random.below(own.len())].clone())
    }

    /// The variables of the body at hand whose kinds are wanted.
    fn own_names(&mut self, is_wanted: impl Fn(Kind) -> bool) -> Vec<String> {
        self.frame()
            .variables
            .iter()
            .filter(|variable| is_wanted(variable.kind))
            .map(|variable| variable.name.clone())
            .collect()
    }

    pub(super) fn print(&mut self) -> String {
        // A loop that prints each of a thousand turns says no more than one that prints a few.
        if self.turns > 30 {
            return self.assignment();
        }
        let kind = *self.any_kind();
        let value = self.value(kind, 3);
        match self.random.below(5) {
            0 => format!("print({value})\n"),
            1 => {
                let other = self.value(Kind::Int, 1);
                format!("print({value}, {other}, sep='~')\n")
            }
            2 => {
                let variables = self.all_variables();
                format!("show({variables})\n")
            }
            _ => format!("show({value})\n"),
        }
    }

    fn unpacking(&mut self) -> String {
        let source = match self.random.below(4) {
            0 => self.leaf(Kind::Tuple),
            1 => format!(
                "({}, {})",
                self.value(Kind::Int, 1),
                self.value(Kind::Int, 1)
            ),
            2 => format!(
                "[{}, {}]",
                self.value(Kind::Int, 1),
                self.value(Kind::Int, 1)
            ),
            _ => self.leaf(Kind::List),
        };
        let (a, b) = (self.target(Kind::Int), self.target(Kind::Int));
        match self.random.below(6) {
            0 => {
                self.declare(&b, Kind::List);
                format!("{a}, *{b} = {source}\n")
            }
            1 => {
                self.declare(&a, Kind::List);
                format!("*{a}, {b} = {source}\n")
            }
            2 => format!("[{a}, {b}] = {source}\n"),
            3 => format!("{a}, {b} = {b}, {a} = {source}\n"),
            4 => format!("({a}, ({b},)) = 1, [{}]\n", self.value(Kind::Int, 1)),
            _ => format!("{a}, {b} = {source}\n"),
        }
    }

    fn list_mutation(&mut self) -> String {
        let list = self
            .variable(Kind::List)
            .unwrap_or_else(|| "items".to_owned());
        let value = self.value(Kind::Int, 1);
        match self.random.below(12) {
            0 | 1 => format!("{list}.append({value})\n"),
            2 => format!("{list}.pop()\n"),
            3 => format!(
                "{list}.insert({}, {value})\n",
                self.random.pick(&["0", "-1", "1", "99"])
            ),
            4 => format!(
                "{list}[{}] = {value}\n",
                self.random.pick(&["0", "-1", "1", "count % 4"])
            ),
            5 => format!("{list}[{}] = [{value}]\n", self.slice()),
            6 => format!("del {list}[{}]\n", self.slice()),
            7 => format!("del {list}[{}]\n", self.random.pick(&["0", "-1", "2"])),
            8 => format!(
                "{list}.sort(key=lambda n: {})\n",
                self.random.pick(&["-n", "n % 3", "str(n)", "len(items)"])
            ),
            9 => format!("{list}.reverse()\n"),
            10 => format!("{list}.remove({value})\n"),
            _ => format!("{list}.extend({}[:2])\n", self.leaf(Kind::List)),
        }
    }

    fn dict_mutation(&mut self) -> String {
        let dict = self
            .variable(Kind::Dict)
            .unwrap_or_else(|| "table".to_owned());
        let key = self
            .random
            .pick(&["'a'", "'b'", "'key'", "1", "True", "2.0", "None", "word"])
            .to_owned();
        let value = self.value(Kind::Int, 1);
        match self.random.below(8) {
            0..=2 => format!("{dict}[{key}] = {value}\n"),
            3 => format!("{dict}.pop({key}, None)\n"),
            4 => format!("del {dict}[{key}]\n"),
            5 => format!("{dict}.setdefault({key}, {value})\n"),
            6 => format!("{dict}.update({{{key}: {value}}})\n"),
            _ => format!("{dict}[{key}] = {dict}.get({key}, 0) % 1000 + 1\n"),
        }
    }

    /// Deletes a name that is assigned, and looks whether it is gone.
    fn deletion(&mut self) -> String {
        let removable: Vec<_> = self
            .frame()
            .variables
            .iter()
            .filter(|variable| variable.name.starts_with('v'))
            .cloned()
            .collect();
        if removable.is_empty() {
            return self.assignment();
        }
        let variable = removable[self.random.below(removable.len())].clone();
        let name = &variable.name;
        // In a loop the second turn would fail.
        if self.turns > 1 || self.depth > 0 {
            return format!("del {name}\n{name} = {}\n", self.literal(variable.kind));
        }
        self.frame().variables.retain(|other| other.name != *name);
        let frame = self.frame();
        frame.doubtful.push(variable.clone());
        if self.random.chance(30) {
            return format!("del {name}\nshow({name})\n");
        }
        format!("del {name}\n")
    }

    fn assertion(&mut self) -> String {
        let condition = self.condition(1);
        let value = self.value(Kind::Text, 1);
        match self.random.below(3) {
            0 => format!("assert {condition}\n"),
            _ => format!("assert {condition}, {value}\n"),
        }
    }

    fn call_statement(&mut self) -> String {
        match self.call(1) {
            Some(call) => format!("{call}\n"),
            None => self.print(),
        }
    }

    fn attribute_assignment(&mut self) -> String {
        let instances = self.own_names(|kind| matches!(kind, Kind::Instance(_)));
        if instances.is_empty() {
            return self.assignment();
        }
        let name = &instances[self.random.below(instances.len())];
        let value = self.value(Kind::Int, 1);
        match self.random.below(7) {
            0 | 1 => format!("{name}.left = ({value}) % 1009\n"),
            2 => format!("{name}.right += 1\n"),
            3 => format!("{name}.value = {value}\n"),
            4 => format!("{name}.other = {value}\n"),
            5 => format!("del {name}.right\n"),
            _ => format!("setattr({name}, 'left', {value} % 31)\n"),
        }
    }

    fn raising(&mut self) -> String {
        let error = self.error();
        let condition = self.condition(1);
        format!("if {condition}: raise {error}\n")
    }

    /// What leaves a loop or a function, on some condition.
    fn jump(&mut self) -> String {
        let condition = self.condition(1);
        let frame = self.frames.last().expect("there is the module");
        let (is_looping, is_function) = (frame.loops > 0, frame.is_function);
        match self.random.below(3) {
            0 if is_looping => format!("if {condition}: break\n"),
            1 if is_looping => format!("if {condition}: continue\n"),
            2 if is_function => format!("if {condition}: return {}\n", self.bounded(Kind::Int, 1)),
            _ => self.print(),
        }
    }

    fn branch(&mut self) -> String {
        let condition = self.condition(2);
        let mut text = format!("if {condition}:\n{}", self.block(2));
        if self.random.chance(40) {
            let condition = self.condition(1);
            text += &format!("elif {condition}:\n{}", self.block(1));
        }
        if self.random.chance(50) {
            text += &format!("else:\n{}", self.block(2));
        }
        text
    }

    fn for_loop(&mut self) -> String {
        let (turns, source) = match self.random.below(7) {
            0 | 1 => {
                let turns = self.random.between(0, 6);
                (turns, format!("range({turns})"))
            }
            2 => (6, format!("{}[:6]", self.value(Kind::List, 1))),
            3 => (6, format!("{}[:6]", self.value(Kind::Text, 1))),
            4 => (6, format!("list({})[:6]", self.leaf(Kind::Dict))),
            5 => (4, "enumerate(items[:4])".to_owned()),
            _ => (4, "zip(items[:4], word)".to_owned()),
        };
        let target = self.new_name("i");
        let head = match source.as_str() {
            "enumerate(items[:4])" | "zip(items[:4], word)" => {
                format!("for {target}, {target}_ in {source}:\n")
            }
            _ => format!("for {target} in {source}:\n"),
        };
        let kind = if source.starts_with("range") {
            Kind::Int
        } else {
            Kind::Text
        };
        let mut text = head;
        text += &self.looped(turns, |grammar| {
            if kind == Kind::Int {
                grammar.declare(&target, kind);
            }
            (0..grammar.random.between(1, 3))
                .map(|_| grammar.statement())
                .collect()
        });
        if self.random.chance(30) {
            text += &format!("else:\n{}", self.block(1));
        }
        text
    }

    fn while_loop(&mut self) -> String {
        let turns = self.random.between(1, 6);
        let left = self.new_name("left");
        let condition = self.condition(1);
        let condition = if self.random.chance(50) {
            format!("{left} > 0 and {condition}")
        } else {
            format!("{left} > 0")
        };
        let body = self.looped(turns, |grammar| {
            let statements: String = (0..grammar.random.between(1, 3))
                .map(|_| grammar.statement())
                .collect();
            format!("{left} -= 1{BOUND}\n{statements}")
        });
        let closing = if self.random.chance(30) {
            format!("else:\n{}", self.block(1))
        } else {
            String::new()
        };
        format!("{left} = {turns}{BOUND}\nwhile {condition}:\n{body}{closing}")
    }

    /// A list or a dict that changes while a loop goes through it.
    fn mutation_while_looping(&mut self) -> String {
        let name = self.new_name("seen");
        let value = self.value(Kind::Int, 1);
        if self.random.chance(60) {
            let change = match self.random.below(7) {
                0 => format!("if len({name}) < 9: {name}.append({value})"),
                1 => format!("if len({name}) > 2: {name}.pop()"),
                2 => format!("if len({name}) < 9: {name}.insert(0, n)"),
                3 => format!("{name}.remove(n)"),
                4 => format!("if n == 2: {name}.clear()"),
                5 => format!("{name}[:] = {name}[1:]"),
                _ => format!("if n == 1: del {name}[0]"),
            };
            return format!(
                "{name} = [3, 1, 2, 5, 4]\nfor n in {name}:\n    {change}\n    show(n, {name})\n"
            );
        }
        let change = match self.random.below(6) {
            0 => format!("{name}[n + '!'] = {value}"),
            1 => format!("del {name}[n]"),
            2 => format!("{name}[n] = {value}"),
            3 => format!("{name} = dict({name})"),
            4 => format!("{name}.clear()"),
            _ => format!("{name}.pop(n); {name}[n] = 1"),
        };
        let source = self.random.pick(&["", ".items()", ".keys()", ".copy()"]);
        let (head, more) = if source == ".items()" {
            ("n, m", ", m")
        } else {
            ("n", "")
        };
        format!(
            "{name} = {{'a': 1, 'b': 2, 'c': 3}}\ntry:\n    for {head} in {name}{source}:\n        if len(n) > 3: break\n        {change}\n        show(n{more})\nexcept RuntimeError as error:\n    report(error)\nshow({name})\n"
        )
    }

    fn match_statement(&mut self) -> String {
        let kind = *self.any_kind();
        let subject = self.value(kind, 2);
        let mut text = String::new();
        for _ in 0..self.random.between(1, 4) {
            let pattern = self.pattern();
            let guard = if self.random.chance(25) {
                format!(" if {}", self.condition(1))
            } else {
                String::new()
            };
            let block = self.block(1);
            text += &format!("case {pattern}{guard}:\n{block}");
        }
        if self.random.chance(60) {
            let block = self.block(1);
            text += &format!("case _:\n{block}");
        }
        format!("match {subject}:\n{}", indented(&text))
    }

    fn pattern(&mut self) -> String {
        let name = self.new_name("p");
        match self.random.below(16) {
            0 => "0 | 1".to_owned(),
            1 => format!("int({name})"),
            2 => format!("str() as {name}"),
            3 => format!("[{name}, *_]"),
            4 => format!("[_, {name}]"),
            5 => format!("{{'a': {name}}}"),
            6 => format!("{{'b': 1 | 2, **{name}}}"),
            7 => "None | True | False".to_owned(),
            8 => "float() | complex()".to_owned(),
            9 => "[]".to_owned(),
            10 => "'abc' | 'a' | ''".to_owned(),
            11 => format!("(int() as {name}, str())"),
            12 => "-1 | 9007199254740993".to_owned(),
            13 => format!("[*{name}, 0 | 1 | 2]"),
            _ => match self.classes.last() {
                Some(class) => format!("{}(left={name})", class.name),
                None => format!("tuple({name})"),
            },
        }
    }

    /// Names of the module and of the builtins that become something else and come back.
    pub(super) fn rebound_names(&mut self) -> String {
        let value = self.value(Kind::Int, 1);
        let name = self
            .random
            .pick(&["len", "abs", "sum", "max", "sorted", "range"])
            .to_owned();
        let call = match name.as_str() {
            "abs" => "abs(-3)".to_owned(),
            "max" => "max(1, 2)".to_owned(),
            "range" => "[n for n in range(2)]".to_owned(),
            other => format!("{other}([2, 1])"),
        };
        let other = self
            .random
            .pick(&["lambda *a: [7]", "lambda *a: 'new'", "None"])
            .to_owned();
        let turns = self.random.pick(&["3", "1200"]).to_owned();
        match self.random.below(3) {
            0 => format!(
                "results = []\ntry:\n    for turn in range({turns}):\n        results.append({call})\n        if turn == {turns} - 2:\n            {name} = {other}\nfinally:\n    del {name}\nshow(results[0], results[-1])\nshow({call})\n"
            ),
            1 => format!(
                "import builtins\nkept = builtins.{name}\ndef ask():\n    return {call}\nshow([ask() for _ in range({turns})][-1])\nbuiltins.{name} = {other}\ntry:\n    show(ask())\nfinally:\n    builtins.{name} = kept\nshow(ask())\n"
            ),
            _ => format!(
                "def ask():\n    return later({value})\ntry:\n    ask()\nexcept NameError as error:\n    report(error)\nlater = shown\nshow(ask())\ndel globals()['later']\ntry:\n    ask()\nexcept NameError as error:\n    report(error)\nglobals()['later'] = lambda n: [n]\nshow(ask())\n"
            ),
        }
    }
}
