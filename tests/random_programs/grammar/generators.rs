//! Generators: finished, abandoned half-way, sent to, thrown into, closed.

use super::{Frame, Generator, Grammar, Kind, Variable};
use crate::program::indented;

impl Grammar {
    /// A generator function of the module, with one parameter.
    pub(super) fn generator(&mut self) -> String {
        let name = self.new_name("g");
        let before = std::mem::take(&mut self.work);
        self.frames.push(Frame {
            is_function: true,
            variables: vec![Variable {
                name: "n".to_owned(),
                kind: Kind::Int,
            }],
            ..Frame::default()
        });
        let depth = std::mem::replace(&mut self.depth, 1);
        let mut text = String::new();
        for _ in 0..self.random.between(1, 3) {
            text += &self.yielding();
        }
        if self.random.chance(40) {
            text += &format!("return {}\n", self.bounded(Kind::Int, 1));
        }
        self.depth = depth;
        self.frames.pop();
        let work = self.work + 20;
        self.work = before;
        self.generators.push(Generator {
            name: name.clone(),
            work,
        });
        format!("def {name}(n=2):\n{}", indented(&text))
    }

    fn yielding(&mut self) -> String {
        let value = self.bounded(Kind::Int, 2);
        let inner = self
            .generators
            .last()
            .map(|generator| generator.name.clone());
        match self.random.below(11) {
            0 | 1 => format!(
                "for i in range(4):\n    yield {value}\n{}",
                indented(&self.statement())
            ),
            2 => format!("got = yield {value}\nshow('got', got)\n"),
            3 => format!(
                "try:\n    got = yield {value}\n    show(got)\nfinally:\n    show('finally', n)\n"
            ),
            4 => format!(
                "try:\n    yield {value}\nexcept ValueError as error:\n    print('caught', error)\n    yield -1\nelse:\n    yield {value}\n"
            ),
            5 => match inner {
                Some(inner) => format!("got = yield from {inner}(n)\nshow('from', got)\n"),
                None => "got = yield from [n, 2, 3]\nshow(got)\n".to_owned(),
            },
            6 => "with Manager('in generator'):\n    yield n\n    yield n * 2\n".to_owned(),
            7 => format!(
                "try:\n    yield {value}\nexcept GeneratorExit:\n    show('exit')\n    raise\n"
            ),
            8 => "yield from (k * k for k in range(3))\n".to_owned(),
            9 => format!("yield [(yield {value}), n]\n"),
            _ => format!("n = n + 1\nyield n\n{}", self.statement()),
        }
    }

    /// Something done to a generator.
    pub(super) fn use_of_generator(&mut self) -> String {
        let manager = "class Manager:\n    def __init__(self, name): self.name = name\n    def __enter__(self):\n        show('enter', self.name)\n        return self\n    def __exit__(self, kind, error, trace):\n        show('exit', self.name, kind and kind.__name__)\n        return kind is KeyError\n";
        let (name, work) = match self.generators.as_slice() {
            [] => ("own".to_owned(), 20),
            all => {
                let generator = &all[self.random.below(all.len())];
                (generator.name.clone(), generator.work)
            }
        };
        self.spend(work * 4);
        let argument = self.literal(Kind::Int);
        let mut text = String::new();
        // Generators may use it in the module, wherever they are defined.
        text += manager;
        if name == "own" {
            text += "def own(n=2):\n    try:\n        n = max(n, 1)\n        while n < 9:\n            got = yield n\n            n += got or 1\n    except KeyError as error:\n        yield repr(error)\n    finally:\n        show('own finally')\n    return 'end'\n";
        }
        for _ in 0..self.random.between(1, 3) {
            text += &self.one_use_of_generator(&name, &argument);
        }
        text
    }

    fn one_use_of_generator(&mut self, name: &str, argument: &str) -> String {
        let error = self.error();
        let step = match self.random.below(9) {
            0 => "show(next(made))\nshow(next(made, 'none'))\nmade.close()\nshow(next(made, 'closed'))\n".to_owned(),
            1 => "show(next(made))\nshow(made.send(5))\nshow(made.send(None))\n".to_owned(),
            2 => format!("show(next(made))\nshow(made.throw({error}))\nshow(list(made))\n"),
            3 => "show(next(made))\ndel made\nprint('deleted')\n".to_owned(),
            4 => "for got in made:\n    show(got)\n    break\nshow(next(made, 'end'))\nmade = None\nprint('forgotten')\n".to_owned(),
            5 => "made.send(1)\n".to_owned(),
            6 => format!("made.throw({error})\n"),
            7 => "first, *others = made\nshow(first, others)\n".to_owned(),
            _ => "try:\n    while True:\n        show(next(made))\nexcept StopIteration as error:\n    show('value', error.value)\nshow(list(made), made.gi_frame)\n".to_owned(),
        };
        match self.random.below(8) {
            0 => format!("show(list({name}({argument})))\n"),
            1 => format!("def delegate():\n    try:\n        got = yield from {name}({argument})\n        show('result', got)\n    finally:\n        show('delegate ends')\nmade = delegate()\n{step}"),
            2 => format!("made = (got for got in {name}({argument}) if got != 3)\n{step}"),
            3 => format!("made = {name}()\nshow(next(made), made.gi_frame.f_lineno, made.gi_running, sorted(made.gi_frame.f_locals))\n{step}"),
            4 => "total = 0\ndef numbers(n):\n    for i in range(n):\n        yield i if i < 1100 else i * 0.5\nfor got in numbers(1300):\n    total += got\nshow(total)\n".to_owned(),
            5 => format!("for got in zip({name}(), {name}({argument})):\n    show(got)\n"),
            _ => format!("made = {name}({argument})\n{step}"),
        }
    }
}
