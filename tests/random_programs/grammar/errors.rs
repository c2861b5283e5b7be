//! Exceptions: raised, caught, on their way through `finally`, and with nobody who catches them.

use super::{Grammar, Kind};
use crate::program::indented;

impl Grammar {
    /// An exception to raise.
    pub(super) fn error(&mut self) -> String {
        const ERRORS: [&str; 12] = [
            "ValueError('bad')",
            "KeyError('k')",
            "KeyError",
            "TypeError()",
            "IndexError(3)",
            "RuntimeError('run', 1)",
            "StopIteration(7)",
            "ZeroDivisionError",
            "AttributeError('attr')",
            "OSError('none')",
            "ArithmeticError('sum')",
            "LookupError(None)",
        ];
        self.random.pick(&ERRORS).to_owned()
    }

    /// A statement that fails, most of the time.
    fn failing(&mut self) -> String {
        let value = self.value(Kind::Int, 1);
        let error = self.error();
        match self.random.below(14) {
            0..=3 => format!("raise {error}\n"),
            4 => "items[99]\n".to_owned(),
            5 => "table['missing']\n".to_owned(),
            6 => format!("{value} / 0\n"),
            7 => "word.missing\n".to_owned(),
            8 => "missing\n".to_owned(),
            9 => format!("{value} + 'text'\n"),
            10 => "a, b = 1, 2, 3\n".to_owned(),
            11 => format!("raise {error} from ValueError('cause')\n"),
            12 => "int('no')\n".to_owned(),
            _ => self.statement(),
        }
    }

    /// `try` with some of its clauses.
    pub(super) fn attempt(&mut self) -> String {
        let (failing, first) = (self.failing(), self.statement_for_block());
        let mut text = format!("try:\n{}", indented(&format!("{first}{failing}")));
        let mut has_handler = false;
        if self.random.chance(30) {
            text += &format!(
                "except (KeyError, IndexError) as error:\n    report(error)\n{}",
                self.block(1)
            );
            has_handler = true;
        }
        if self.random.chance(30) {
            let name = self
                .random
                .pick(&[
                    "ValueError",
                    "TypeError",
                    "ArithmeticError",
                    "LookupError",
                    "NameError",
                ])
                .to_owned();
            text += &format!("except {name}:\n{}", self.block(1));
            has_handler = true;
        }
        if self.random.chance(60) || !has_handler {
            let closing = match self.random.below(8) {
                0 => "    raise\n".to_owned(),
                1 => format!("    raise {} from error\n", self.error()),
                2 => format!("    raise {} from None\n", self.error()),
                3 => format!("    raise {}\n", self.error()),
                _ => self.block(1),
            };
            text += &format!("except Exception as error:\n    report(error)\n{closing}");
            has_handler = true;
        }
        if has_handler && self.random.chance(25) {
            text += &format!("else:\n{}", self.block(1));
        }
        if self.random.chance(35) {
            text += &format!("finally:\n{}", self.block(1));
        }
        text
    }

    fn statement_for_block(&mut self) -> String {
        self.within(Grammar::statement)
            .lines()
            .map(|line| format!("{}\n", line.strip_prefix("    ").unwrap_or(line)))
            .collect()
    }

    /// `with` and a manager that swallows, passes on, or fails itself.
    pub(super) fn with_statement(&mut self) -> String {
        let name = self.new_name("Managed");
        let swallow = self
            .random
            .pick(&["False", "True", "kind is KeyError", "None", "1 / 0"])
            .to_owned();
        let failing = if self.random.chance(60) {
            self.failing()
        } else {
            self.statement_for_block()
        };
        let enter = self
            .random
            .pick(&[
                "return self",
                "return 5",
                "return 1, 2",
                "raise ValueError('enter')",
            ])
            .to_owned();
        let target = self
            .random
            .pick(&["", " as inside", " as (p, q)"])
            .to_owned();
        let second = if self.random.chance(30) {
            format!(", {name}()")
        } else {
            String::new()
        };
        format!(
            "class {name}:\n    def __enter__(self):\n        show('enter')\n        {enter}\n    def __exit__(self, kind, error, trace):\n        print('exit', kind and kind.__name__, error)\n        return {swallow}\ntry:\n    with {name}(){target}{second}:\n{}    show('not raised')\nexcept Exception as error:\n    report(error)\n",
            indented(&indented(&failing))
        )
    }

    /// The end of a program that nobody catches.
    pub(super) fn uncaught(&mut self) -> String {
        const ENDS: [&str; 34] = [
            "def a(n):\n    return b(n) + 1\ndef b(n):\n    return c(n * 2, [n])\ndef c(n, m):\n    return m[n]\na(3)\n",
            "def a(n):\n    return 10 / (n - n)\nshow([a(n) for n in range(2)])\n",
            "x = {'a': {'b': None}}\nx['a']['b']['c']\n",
            "class A:\n    def __init__(self): self.first.second = 1\nA()\n",
            "class A:\n    @property\n    def p(self): return self.q + 1\nA().p\n",
            "try:\n    1 / 0\nexcept ZeroDivisionError as error:\n    raise ValueError('second') from error\n",
            "try:\n    {}['k']\nexcept KeyError:\n    [][1]\n",
            "try:\n    int('x')\nfinally:\n    print('cleanup')\n    undefined_name\n",
            "raise ExceptionGroup('group', [ValueError(1), TypeError('t'), ExceptionGroup('inner', [KeyError('k')])])\n",
            "error = ValueError('with note')\nerror.add_note('first note')\nerror.add_note('second\\nnote')\nraise error\n",
            "def g():\n    yield 1\n    raise KeyError('in generator')\nfor n in g():\n    print(n)\n",
            "def g():\n    yield 1\n    raise StopIteration\nlist(g())\n",
            "exec('a = 1\\nb = a / 0\\n')\n",
            "eval('1 + 2 + nothing')\n",
            "(lambda n: n.missing)(5)\n",
            "sorted([3, 'a', 2], key=lambda n: n)\n",
            "a = [1, 2]\na[0] += a[5] * (a[1] - 2)\n",
            "show(len(5), 3)\n",
            "def f(a, b, *, c): pass\nf(1, 2)\n",
            "def f(a, b=2): pass\nf(1, 2, 3)\n",
            "def f(a, b=2): pass\nf(b=1, d=4)\n",
            "import math\nmath.sqrt(-1)\n",
            "a, b, *c = 1,\n",
            "for a, b in [(1, 2), (3,)]:\n    print(a, b)\n",
            "class A:\n    x = undefined_in_class\n",
            "with open('missing.txt') as file:\n    pass\n",
            "assert 1 == 2, 'message'\n",
            "def deeper(n):\n    return deeper(n + 1)\ndeeper(0)\n",
            "def f():\n    try:\n        return 1 / 0\n    finally:\n        print('f ends')\nf()\n",
            "def f(n):\n    del n\n    return n\nf(1)\n",
            "class E(Exception):\n    def __str__(self): return 'own text'\nraise E(1, 2)\n",
            "value = (1 +\n    2 +\n    None)\n",
            "x = 5\nx.count = 1\n",
            "'abc'.uper()\n",
        ];
        let end = self.random.pick(&ENDS).to_owned();
        match self.random.below(4) {
            0 => {
                let failing = self.failing();
                format!(
                    "def last(n):\n{}    return n\nlast(1)\n",
                    indented(&failing)
                )
            }
            _ => end,
        }
    }
}
