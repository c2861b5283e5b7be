//! Functions: parameters of all kinds, closures, recursion, calls.

use super::{Frame, Function, Grammar, Kind, Variable};
use crate::program::indented;

impl Grammar {
    /// A function of the module, which later code calls.
    pub(super) fn function(&mut self) -> String {
        let name = self.new_name("f");
        let count = self.random.between(0, 3);
        let parameters: Vec<_> = (0..count)
            .map(|_| (self.new_name("a"), *self.any_kind()))
            .collect();
        let defaults = if count == 0 {
            0
        } else {
            self.random.below(count + 1)
        };
        let result = *self.any_kind();
        let mut signature: Vec<_> = Vec::new();
        for (index, (name, kind)) in parameters.iter().enumerate() {
            signature.push(if index + defaults >= count {
                format!("{name}={}", self.literal(*kind))
            } else {
                name.clone()
            });
        }
        match self.random.below(6) {
            0 => signature.push("*rest".to_owned()),
            1 => signature.push("**named".to_owned()),
            2 => signature.extend([
                "*rest".to_owned(),
                "extra=None".to_owned(),
                "**named".to_owned(),
            ]),
            _ => {}
        }
        let before = std::mem::take(&mut self.work);
        let variables = parameters.iter().map(|(name, kind)| Variable {
            name: name.clone(),
            kind: *kind,
        });
        let frame = Frame {
            is_function: true,
            variables: variables.collect(),
            ..Frame::default()
        };
        let body = self.body(frame, result);
        let work = self.work + 2;
        self.work = before;
        self.functions.push(Function {
            name: name.clone(),
            parameters,
            defaults,
            result,
            work,
        });
        format!("def {name}({}):\n{body}", signature.join(", "))
    }

    /// The statements of a function, indented.
    pub(super) fn body(&mut self, frame: Frame, result: Kind) -> String {
        self.frames.push(frame);
        let turns = std::mem::replace(&mut self.turns, 1);
        let depth = std::mem::replace(&mut self.depth, 1);
        let mut text = String::new();
        if self.random.chance(25) {
            // Declared first: it may not be read before.
            let kind = *[Kind::Int, Kind::Text, Kind::List]
                .get(self.random.below(3))
                .expect("three");
            let name = match kind {
                Kind::Int => "count",
                Kind::Text => "word",
                _ => "items",
            };
            self.declare(name, kind);
            text += &format!("global {name}\n");
        }
        for _ in 0..self.random.between(1, 4) {
            text += &self.statement();
        }
        text += &format!("return {}\n", self.bounded(result, 2));
        self.turns = turns;
        self.depth = depth;
        self.frames.pop();
        indented(&text)
    }

    /// A call of some function, if there is time for it.
    pub(super) fn call(&mut self, depth: usize) -> Option<String> {
        if self.functions.is_empty() {
            return None;
        }
        let function = self.functions[self.random.below(self.functions.len())].clone();
        self.call_of(&function, depth)
    }

    pub(super) fn call_for(&mut self, kind: Kind, depth: usize) -> Option<String> {
        let functions: Vec<_> = self
            .functions
            .iter()
            .filter(|function| function.result == kind)
            .cloned()
            .collect();
        if functions.is_empty() {
            return None;
        }
        let function = &functions[self.random.below(functions.len())];
        self.call_of(function, depth)
    }

    fn call_of(&mut self, function: &Function, depth: usize) -> Option<String> {
        if !self.spend(function.work) {
            return None;
        }
        let count = function.parameters.len();
        let given = count - self.random.below(function.defaults + 1);
        let mut arguments = Vec::new();
        let mut is_named = false;
        for (name, kind) in &function.parameters[..given] {
            is_named |= self.random.chance(20);
            let value = self.value(*kind, depth.min(1));
            arguments.push(if is_named {
                format!("{name}={value}")
            } else {
                value
            });
        }
        if !is_named && given == count {
            match self.random.below(30) {
                0 => arguments.push("*pair".to_owned()),
                1 => arguments.push("**{'named': 1}".to_owned()),
                2 => arguments.push("7".to_owned()),
                3 => drop(arguments.pop()),
                _ => {}
            }
        }
        Some(format!("{}({})", function.name, arguments.join(", ")))
    }

    /// A function within a function or a loop, which changes what is around it.
    pub(super) fn nested_function(&mut self) -> String {
        let name = self.new_name("inner");
        let value = self.bounded(Kind::Int, 1);
        let own = self.own_variable(Kind::Int);
        let changed = match (own, self.is_in_function()) {
            (Some(own), true) if own != "count" => {
                format!("nonlocal {own}\n{own} = ({own} + step) % 1009\n")
            }
            _ => "global count\ncount = (count + step) % 1009\n".to_owned(),
        };
        let body = indented(&format!("{changed}return {value}\n"));
        let call = format!(
            "{name}({})",
            self.random
                .pick(&["", "2", "step=3", "*[4]", "**{'step': 5}"])
        );
        format!("def {name}(step=1):\n{body}show({call}, {call})\n")
    }

    /// Functions that share a variable, or that a loop makes.
    pub(super) fn closures(&mut self) -> String {
        let start = self.value(Kind::Int, 1);
        let turns = self.random.pick(&["3", "40", "1500"]).to_owned();
        let step = self
            .random
            .pick(&["1", "0.5", "-2", "True", "2**31", "2**62"])
            .to_owned();
        match self.random.below(5) {
            0 => format!(
                "def counter(total):\n    def add(amount={step}):\n        nonlocal total\n        total += amount\n        return total\n    def reset():\n        nonlocal total\n        del total\n    return add, reset\nadd, reset = counter({start})\nfor turn in range({turns}):\n    result = add()\nshow(result, add(2), add.__closure__[0].cell_contents)\nreset()\nadd()\n"
            ),
            1 => format!(
                "made = []\nfor n in range(4):\n    made.append(lambda m=1: (n, m))\n    made.append(lambda m=1, n=n: (n, m))\nshow([f() for f in made], [f({start}) for f in made[:2]])\nmade = [lambda: (n, {step}) for n in range(3)]\nshow([f() for f in made])\n"
            ),
            2 => format!(
                "def outer(depth):\n    if depth == 0:\n        return lambda: depth\n    inner = outer(depth - 1)\n    def both():\n        return (depth, inner())\n    depth *= 2\n    return both\nshow(outer({})())\n",
                self.random.between(0, 4)
            ),
            3 => format!(
                "def outer(flag):\n    if flag:\n        late = {start}\n    def inner():\n        return late\n    return inner\nshow(outer(True)())\nouter(False)()\n"
            ),
            _ => format!(
                "def decorate(n):\n    def wrap(f):\n        def call(*a, **k):\n            show('before', n, a, k)\n            try:\n                return f(*a, **k)\n            finally:\n                show('after', n)\n        return call\n    return wrap\n@decorate(1)\n@decorate({start})\ndef decorated(a, b=2, *c, d={step}, **e):\n    return a, b, c, d, e\nshow(decorated({start}), decorated(1, 2, 3, d=4, z=5))\ndecorated()\n"
            ),
        }
    }

    /// Functions that call themselves: so deep as they say, or as deep as Python lets them.
    pub(super) fn recursion(&mut self) -> String {
        let n = self.random.between(1, 14);
        let value = self.literal(Kind::Int);
        self.work += 4000;
        match self.random.below(6) {
            0 => format!("def fib(n):\n    return n if n < 2 else fib(n - 1) + fib(n - 2)\nshow([fib(n) for n in range({n})])\n"),
            1 => format!("def power(base, n):\n    if n == 0: return 1\n    half = power(base, n // 2)\n    return half * half * (base if n % 2 else 1)\nshow(power({value}, {n}), power(1.5, {n}))\n"),
            2 => "def deeper(n):\n    return deeper(n + 1)\ndeeper(0)\n".to_owned(),
            3 => "deepest = 0\ndef deeper(n):\n    global deepest\n    deepest = n\n    try:\n        deeper(n + 1)\n    finally:\n        deepest += 1\ntry:\n    deeper(0)\nexcept RecursionError as error:\n    report(error, 0)\nshow(deepest % 2)\n".to_owned(),
            4 => format!("def is_even(n): return True if n == 0 else is_odd(n - 1)\ndef is_odd(n): return False if n == 0 else is_even(n - 1)\nshow(is_even({n}), is_odd({n} * 20))\nis_even(-1)\n"),
            _ => format!("def permute(rest, chosen=()):\n    if not rest:\n        yield chosen\n    for index, n in enumerate(rest):\n        yield from permute(rest[:index] + rest[index + 1:], chosen + (n,))\nshow(*permute([1, 2, {value}]))\n"),
        }
    }
}
