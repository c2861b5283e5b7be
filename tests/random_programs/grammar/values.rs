//! Expressions of each kind.

use super::{Grammar, Kind, PLAIN};

/// Integers at the borders of what machines and interpreters treat differently.
const INTEGERS: [&str; 38] = [
    "0",
    "1",
    "-1",
    "2",
    "3",
    "-3",
    "7",
    "10",
    "-5",
    "-6",
    "255",
    "256",
    "257",
    "1000",
    "32767",
    "-32768",
    "1073741823",
    "1073741824",
    "-1073741824",
    "2147483647",
    "2147483648",
    "-2147483648",
    "-2147483649",
    "4294967295",
    "4294967296",
    "9007199254740991",
    "9007199254740992",
    "9007199254740993",
    "-9007199254740993",
    "4611686018427387904",
    "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775808",
    "-9223372036854775809",
    "18446744073709551615",
    "18446744073709551616",
    "10**18",
    "-10**25",
];

const FLOATS: [&str; 20] = [
    "0.0",
    "-0.0",
    "1.0",
    "-1.5",
    "0.1",
    "2.5",
    "1e16",
    "1e15",
    "1e-5",
    "0.0001",
    "1e300",
    "5e-324",
    "1.7976931348623157e308",
    "float('inf')",
    "float('-inf')",
    "float('nan')",
    "9007199254740993.0",
    "2147483648.0",
    "-9.223372036854775808e18",
    "123456.789",
];

const TEXTS: [&str; 14] = [
    "''",
    "'a'",
    "'abc'",
    "'Zebra'",
    "'a b  c'",
    "'12'",
    "'-7'",
    "'ß'",
    "'naïve'",
    "'日本'",
    "'\\n'",
    "'{}'",
    "('x' * 12)",
    "\"it's\"",
];

const KEYS: [&str; 6] = ["'a'", "'b'", "'abc'", "'key'", "1", "None"];

impl Grammar {
    /// A value that is written out.
    pub(super) fn literal(&mut self, kind: Kind) -> String {
        match kind {
            Kind::Int => self.random.pick(&INTEGERS).to_owned(),
            Kind::Float => self.random.pick(&FLOATS).to_owned(),
            Kind::Bool => self.random.pick(&["True", "False"]).to_owned(),
            Kind::Text => self.random.pick(&TEXTS).to_owned(),
            Kind::List => format!("[{}]", self.literals(Kind::Int, 0, 5)),
            Kind::Tuple => {
                let odd = *[Kind::Int, Kind::Text, Kind::Float]
                    .get(self.random.below(3))
                    .expect("one of three");
                format!("({}, {})", self.literal(Kind::Int), self.literal(odd))
            }
            Kind::Dict => {
                let entries: Vec<_> = (0..self.random.below(4))
                    .map(|_| format!("{}: {}", self.random.pick(&KEYS), self.literal(Kind::Int)))
                    .collect();
                format!("{{{}}}", entries.join(", "))
            }
            Kind::Instance(_) => self.value(kind, 0),
        }
    }

    fn literals(&mut self, kind: Kind, least: usize, most: usize) -> String {
        let literals: Vec<_> = (0..self.random.between(least, most))
            .map(|_| self.literal(kind))
            .collect();
        literals.join(", ")
    }

    /// An expression that is at most so deep.
    pub(super) fn value(&mut self, kind: Kind, depth: usize) -> String {
        if self.random.chance(2) {
            let other = *self.any_kind();
            return self.value_of(other, depth.min(1));
        }
        self.value_of(kind, depth)
    }

    pub(super) fn any_kind(&mut self) -> &'static Kind {
        &PLAIN[self.random.below(PLAIN.len())]
    }

    fn value_of(&mut self, kind: Kind, depth: usize) -> String {
        if depth == 0 || self.random.chance(20) {
            return self.leaf(kind);
        }
        if self.random.chance(6) {
            return self.value_of_any_kind(kind, depth - 1);
        }
        if self.random.chance(8)
            && let Some(call) = self.call_for(kind, depth - 1)
        {
            return call;
        }
        match kind {
            Kind::Int => self.integer(depth - 1),
            Kind::Float => self.float(depth - 1),
            Kind::Bool => self.condition(depth - 1),
            Kind::Text => self.text(depth - 1),
            Kind::List => self.list(depth - 1),
            Kind::Dict => self.dict(depth - 1),
            Kind::Tuple => self.tuple(depth - 1),
            Kind::Instance(class) => self.instance(class, depth - 1),
        }
    }

    /// What can stand wherever a value can.
    fn value_of_any_kind(&mut self, kind: Kind, depth: usize) -> String {
        let first = self.value(kind, depth);
        let second = self.value(kind, depth);
        let condition = self.condition(depth);
        match self.random.below(6) {
            0 | 1 => format!("({first} if {condition} else {second})"),
            2 => format!("({first} or {second})"),
            3 => format!("({first} and {second})"),
            4 => format!("(lambda: {first})()"),
            _ => format!("[{first}, {second}][{condition}]"),
        }
    }

    /// A variable, or else a literal.
    pub(super) fn leaf(&mut self, kind: Kind) -> String {
        if self.random.chance(65)
            && let Some(name) = self.variable(kind)
        {
            // What is read in a loop may be assigned in it: two of it would double each turn.
            let is_growing = self.turns > 1 || self.is_in_function();
            return match kind {
                Kind::Text if is_growing => format!("{name}[-4:]"),
                Kind::List if is_growing => format!("{name}[:4]"),
                _ => name,
            };
        }
        if let Kind::Instance(class) = kind {
            return self.instance(class, 0);
        }
        self.literal(kind)
    }

    /// The name of a variable of this kind, rarely one that may be unassigned.
    pub(super) fn variable(&mut self, kind: Kind) -> Option<String> {
        let is_doubtful = self.random.chance(1);
        let frame = self.frames.last().expect("there is the module");
        let here = if is_doubtful {
            &frame.doubtful
        } else {
            &frame.variables
        };
        let here = here.iter().filter(|variable| variable.kind == kind);
        let globals = self.frames[0].variables.iter().filter(|variable| {
            variable.kind == kind && !frame.variables.iter().any(|own| own.name == variable.name)
        });
        let names: Vec<_> = here
            .chain(globals.filter(|_| self.frames.len() > 1))
            .map(|variable| variable.name.clone())
            .collect();
        (!names.is_empty()).then(|| names[self.random.below(names.len())].clone())
    }

    /// An expression whose size does not grow however often it is assigned to what it is made of.
    pub(super) fn bounded(&mut self, kind: Kind, depth: usize) -> String {
        let value = self.value(kind, depth);
        if self.turns == 1 && !self.is_in_function() {
            return value;
        }
        match kind {
            Kind::Int => match self.random.below(4) {
                0 => format!("({value}) % 1000003"),
                1 => format!("({value}) & 0xffffffff"),
                2 => format!("({value}) % 2**64 - 2**63"),
                _ => format!("({value}) % 97"),
            },
            Kind::Text => format!("({value})[:12]"),
            Kind::List => format!("({value})[:6]"),
            _ => value,
        }
    }

    pub(super) fn integer(&mut self, depth: usize) -> String {
        let (a, b) = (self.value(Kind::Int, depth), self.value(Kind::Int, depth));
        match self.random.below(22) {
            0..=2 => format!("({a} + {b})"),
            3 | 4 => format!("({a} - {b})"),
            5 | 6 => format!("({a} * {b})"),
            7 => format!("({a} // ({b} or 3))"),
            8 => format!("({a} % ({b} or 5))"),
            9 => format!("({a} {} {b})", self.random.pick(&["&", "|", "^"])),
            10 => format!(
                "({a} << {})",
                self.random.pick(&["0", "1", "3", "31", "33", "64"])
            ),
            11 => format!(
                "({a} >> {})",
                self.random.pick(&["0", "1", "31", "63", "70"])
            ),
            12 => format!(
                "({}({a}))",
                self.random.pick(&["-", "~", "+", "abs", "int", "not "])
            ),
            13 => format!("{}({a}, {b})", self.random.pick(&["min", "max"])),
            14 => format!("len({})", {
                let kind = *[Kind::Text, Kind::List, Kind::Dict, Kind::Tuple]
                    .get(self.random.below(4))
                    .expect("four");
                self.value(kind, depth)
            }),
            15 => format!("sum({})", self.value(Kind::List, depth)),
            16 => format!(
                "{}[{}]",
                self.leaf(Kind::List),
                self.random.pick(&["0", "-1", "1", "2", "count % 3"])
            ),
            17 => format!(
                "{}.get({}, {a})",
                self.leaf(Kind::Dict),
                self.random.pick(&KEYS)
            ),
            18 => format!("({a} {} {b})", self.random.pick(&["//", "%"])),
            19 => format!("int({})", self.value(Kind::Float, depth)),
            20 => match self.random.below(5) {
                0 => format!("({a}).bit_length()"),
                1 => format!("pow({a}, {}, 1009)", self.random.below(9)),
                2 => format!("divmod({a}, {b} or 1)[0]"),
                3 => format!("hash({}) * 0", self.leaf(Kind::Text)),
                _ => format!(
                    "int({})",
                    self.random
                        .pick(&["'12'", "'-3'", "' 7 '", "'0x1f', 16", "'z'", "'1_000'"])
                ),
            },
            _ => {
                let list = self.leaf(Kind::List);
                let text = self.leaf(Kind::Text);
                match self.random.below(4) {
                    0 => format!("{list}.count({a})"),
                    1 => format!("{text}.find('b')"),
                    2 => format!("ord({text}[0])"),
                    _ => format!("{list}.index({a})"),
                }
            }
        }
    }

    fn float(&mut self, depth: usize) -> String {
        let (a, b) = (
            self.value(Kind::Float, depth),
            self.value(Kind::Float, depth),
        );
        let number = self.value(Kind::Int, depth.min(1));
        match self.random.below(12) {
            0 | 1 => format!("({a} + {b})"),
            2 => format!("({a} - {b})"),
            3 => format!("({a} * {b})"),
            4 => format!("({a} / ({b} or 1.5))"),
            5 => format!("({a} // {b})"),
            6 => format!("({a} % {b})"),
            7 => format!(
                "({number} / {})",
                self.random.pick(&["3", "7", "-2", "2.0", "1e3"])
            ),
            8 => format!("{}({a})", self.random.pick(&["-", "abs", "float"])),
            9 => format!("round({a}, {})", self.random.pick(&["0", "1", "2", "-1"])),
            10 => format!("({a} ** {})", self.random.pick(&["2", "0.5", "-1", "0"])),
            _ => format!("({number} {} {b})", self.random.pick(&["+", "-", "*"])),
        }
    }

    /// Something that is true or false.
    pub(super) fn condition(&mut self, depth: usize) -> String {
        const COMPARISONS: [&str; 6] = ["<", "<=", ">", ">=", "==", "!="];
        let kind = *self.random.pick(&[
            &Kind::Int,
            &Kind::Int,
            &Kind::Float,
            &Kind::Text,
            &Kind::List,
            &Kind::Tuple,
        ]);
        let (a, b) = (self.value(kind, depth), self.value(kind, depth));
        let comparison = self.random.pick(&COMPARISONS).to_owned();
        match self.random.below(12) {
            0..=4 => format!("({a} {comparison} {b})"),
            5 => format!(
                "({a} {comparison} {b} {} {})",
                self.random.pick(&COMPARISONS),
                self.leaf(kind)
            ),
            6 => format!(
                "({} {} {})",
                self.value(Kind::Int, depth),
                self.random.pick(&["in", "not in"]),
                self.leaf(Kind::List)
            ),
            7 => format!("({} in {})", self.random.pick(&KEYS), self.leaf(Kind::Dict)),
            8 => format!("(not {a})"),
            9 => format!(
                "isinstance({a}, {})",
                self.random
                    .pick(&["int", "float", "(str, list)", "bool", "object"])
            ),
            10 => format!("({} {} None)", a, self.random.pick(&["is", "is not"])),
            _ => format!(
                "{}({})",
                self.random.pick(&["bool", "any", "all"]),
                self.leaf(Kind::List)
            ),
        }
    }

    fn text(&mut self, depth: usize) -> String {
        let (a, b) = (self.value(Kind::Text, depth), self.value(Kind::Text, depth));
        match self.random.below(16) {
            0 | 1 => format!("({a} + {b})"),
            2 => format!("{a}[{}]", self.slice()),
            3 => format!(
                "{a}.{}",
                self.random.pick(&[
                    "upper()",
                    "title()",
                    "strip()",
                    "replace('a', 'xy')",
                    "swapcase()",
                    "zfill(5)",
                    "center(7, '*')",
                    "capitalize()",
                    "removeprefix('a')",
                    "expandtabs()"
                ])
            ),
            4 => format!("'-'.join([{a}, {b}])"),
            5 => format!("str({})", self.simple_value(depth)),
            6 => format!("repr({})", self.simple_value(depth)),
            7 | 8 => self.format_string(depth),
            9 => format!("({a} * {})", self.random.pick(&["0", "1", "2", "-1"])),
            10 => format!(
                "'%s|%5d|%-6s|%.3f' % ({a}, {} % 1000, {b}, {})",
                self.value(Kind::Int, depth),
                self.value(Kind::Float, depth)
            ),
            11 => format!("'{{0}}{{1!r:>8}}'.format({a}, {b})"),
            12 => format!("''.join(sorted({a}))"),
            13 => format!("chr(97 + {} % 26)", self.value(Kind::Int, depth)),
            14 => format!(
                "''.join(c for c in {a} if c {} 'b')",
                self.random.pick(&["<", ">", "!="])
            ),
            _ => format!("','.join(map(str, {}))", self.leaf(Kind::List)),
        }
    }

    fn format_string(&mut self, depth: usize) -> String {
        // Without what ends a replacement field, or begins a format.
        let number = self.value(Kind::Int, depth.min(1));
        let number = if number.contains(['\'', '"', '\\', '{', '[', ':']) {
            "count".to_owned()
        } else {
            number
        };
        match self.random.below(6) {
            0 => format!("f'{{{number}}}'"),
            1 => format!("f'{{count:>{{len(word) % 9}}}}|{{{number}:,}}'"),
            2 => format!(
                "f'{{rate:.{}f}}:{{rate:e}}:{{rate:g}}'",
                self.random.below(5)
            ),
            3 => format!("f'{{word!r:^12}}{{flag}}{{{number} % 2**32:#x}}'"),
            4 => "f'{items=}{count=:+d}'".to_owned(),
            _ => format!("f'{{word}}{{{number}:08b}}'"),
        }
    }

    /// A value whose text is the same everywhere.
    fn simple_value(&mut self, depth: usize) -> String {
        let kind = *self.any_kind();
        self.value(kind, depth)
    }

    pub(super) fn slice(&mut self) -> String {
        let mut bound = || {
            self.random
                .pick(&["", "", "0", "1", "2", "-1", "-2", "5", "100"])
                .to_owned()
        };
        let (start, stop) = (bound(), bound());
        let by = self.random.pick(&["", "", ":2", ":-1", ":-2", ":1"]);
        format!("{start}:{stop}{by}")
    }

    fn list(&mut self, depth: usize) -> String {
        let a = self.value(Kind::List, depth);
        match self.random.below(14) {
            0 => format!("({a} + {})", self.value(Kind::List, depth)),
            1 => format!("{a}[{}]", self.slice()),
            2 => format!("sorted({a})"),
            3 => {
                let key = self.random.pick(&[
                    "lambda n: -n",
                    "lambda n: n % 3",
                    "str",
                    "abs",
                    "lambda n: (n & 1, n)",
                ]);
                format!("sorted({a}, key={key}, reverse={})", self.random.chance(30))
                    .replace("true", "True")
                    .replace("false", "False")
            }
            4 | 5 => self.comprehension(depth),
            6 => format!(
                "list(range({}, {}, {}))",
                self.random.between(0, 5),
                self.random.between(0, 9),
                self.random.pick(&["1", "2", "-1", "3"])
            ),
            7 => format!("[*{a}, {}]", self.value(Kind::Int, depth)),
            8 => format!(
                "list(map({}, {a}))",
                self.random
                    .pick(&["abs", "lambda n: n + 1", "bool", "str", "int", "float"])
            ),
            9 => format!(
                "list({}({a}))",
                self.random
                    .pick(&["reversed", "list", "tuple", "enumerate", "sorted"])
            ),
            10 => format!(
                "[{}, {}]",
                self.value(Kind::Int, depth),
                self.value(Kind::Int, depth)
            ),
            11 => format!("({a} * {})", self.random.pick(&["0", "1", "2"])),
            12 => format!("list(zip({a}, {}))", self.leaf(Kind::List)),
            _ => format!(
                "list({}.{}())",
                self.leaf(Kind::Dict),
                self.random.pick(&["keys", "values", "items"])
            ),
        }
    }

    /// A comprehension, whose own variable other expressions do not see.
    fn comprehension(&mut self, depth: usize) -> String {
        let source = self.leaf(Kind::List);
        let other = self.value(Kind::Int, depth.min(1));
        match self.random.below(6) {
            0 => format!("[n for n in {source}]"),
            1 => format!("[n + {other} for n in {source} if n]"),
            2 => format!("[n * m for n in {source}[:3] for m in (1, 2)]"),
            3 => format!("[last := n for n in {source}[:3]]"),
            4 => format!("[[n for n in range(m)] for m in range(3) if {other}]"),
            _ => format!("[(n, {other}) for n in {source} if n in {source}]"),
        }
    }

    fn dict(&mut self, depth: usize) -> String {
        let value = self.value(Kind::Int, depth);
        match self.random.below(6) {
            0 => format!(
                "{{**{}, {}: {value}}}",
                self.leaf(Kind::Dict),
                self.random.pick(&KEYS)
            ),
            1 => format!("({} | {})", self.leaf(Kind::Dict), self.leaf(Kind::Dict)),
            2 => format!("{{str(n): n + {value} for n in {}}}", self.leaf(Kind::List)),
            3 => format!("dict(zip('abc', {}))", self.leaf(Kind::List)),
            4 => format!("dict(a={value}, b={})", self.value(Kind::Int, depth)),
            _ => format!("dict.fromkeys({}, {value})", self.leaf(Kind::List)),
        }
    }

    fn tuple(&mut self, depth: usize) -> String {
        let (kind, other) = (*self.any_kind(), *self.any_kind());
        match self.random.below(4) {
            0 => format!(
                "({}, {})",
                self.value(kind, depth),
                self.value(other, depth)
            ),
            1 => format!("tuple({})", self.value(Kind::List, depth)),
            2 => format!(
                "divmod({}, {})",
                self.value(Kind::Int, depth),
                self.value(Kind::Int, depth)
            ),
            _ => format!("{}[::-1]", self.leaf(Kind::Tuple)),
        }
    }
}
