//! Loops that turn more than a thousand times: opcodes specialise themselves there, and then something
//! changes that they have relied on.

use super::{Grammar, Kind};
use crate::program::indented;

/// What a hot loop does with `total` and `other` in each turn, and what changes its ground.
struct Heat {
    /// Runs before the loop.
    before: &'static str,
    /// A turn, with `turn` as its number.
    turn: &'static str,
    /// Runs once in the middle of the loop.
    changes: &'static [&'static str],
    /// What is shown at the end.
    shown: &'static str,
}

const HEATS: [Heat; 25] = [
    Heat {
        before: "other = 3",
        turn: "total = (total + other) % 1000003",
        changes: &[
            "other = 2.5",
            "other = True",
            "other = 2**40",
            "other = 'x'",
            "total = 0.5",
            "total = 2**70",
            "other = Number(4)",
        ],
        shown: "total",
    },
    Heat {
        before: "other = 3",
        turn: "total = total - other",
        changes: &[
            "other = 2**31",
            "other = -2**63",
            "other = 1e300",
            "other = None",
            "total = -0.0",
            "other = False",
        ],
        shown: "total",
    },
    Heat {
        before: "other = 7",
        turn: "total = total * other % 4294967291",
        changes: &[
            "other = 2**31",
            "other = 2**53",
            "other = -1",
            "other = 0.5",
            "other = [1]",
            "other = float('nan')",
        ],
        shown: "total",
    },
    Heat {
        before: "other = 0.1",
        turn: "total = total + other * turn",
        changes: &[
            "other = 1",
            "other = float('inf')",
            "total = 0",
            "other = '0'",
            "other = -0.0",
            "total = 2**60",
        ],
        shown: "total",
    },
    Heat {
        before: "other = 10",
        turn: "if turn < other: total += 1",
        changes: &[
            "other = 1100.5",
            "other = float('nan')",
            "other = '5'",
            "other = 2**64",
            "other = Number(9)",
            "other = None",
        ],
        shown: "total",
    },
    Heat {
        before: "other = 'ab'",
        turn: "if other == 'ab': total += 1",
        changes: &[
            "other = 'a' + 'b'",
            "other = 5",
            "other = b'ab'",
            "other = Number(1)",
            "other = ''",
        ],
        shown: "total",
    },
    Heat {
        before: "other = [1, 2, 3, 4]",
        turn: "total += other[turn & 3]",
        changes: &[
            "other = (5, 6, 7, 8)",
            "other = {0: 1, 1: 2, 2: 3, 3: 4}",
            "other = [1, 2]",
            "other = '0123'",
            "other = Number(2)",
            "other = range(4)",
            "other[2] = 1.5",
            "other.pop()",
        ],
        shown: "total",
    },
    Heat {
        before: "other = {'k': 1, 'm': 2}",
        turn: "total += other['k']",
        changes: &[
            "other['k'] = 2.5",
            "del other['k']",
            "other = Number(2)",
            "other['k'] = 2**63",
            "other = {}",
            "other.clear()",
        ],
        shown: "total",
    },
    Heat {
        before: "other = [0] * 8",
        turn: "other[turn & 7] = total; total += 1",
        changes: &[
            "other = {}",
            "other = Number(1)",
            "other = (1,)",
            "other = [0]",
            "total = 'x'",
            "other = bytearray(8)",
        ],
        shown: "total",
    },
    Heat {
        before: "other = Number(2)",
        turn: "total += other.size",
        changes: &[
            "other.size = 1.5",
            "del other.size",
            "other = Other(3)",
            "Number.size = 9",
            "other.__class__ = Other",
            "other = 5",
            "Number.size = property(lambda self: 7)",
            "other.__dict__ = {'size': 4}",
            "other.__dict__['size'] = 8",
        ],
        shown: "total",
    },
    Heat {
        before: "other = Number(2)",
        turn: "total += other.get()",
        changes: &[
            "other = Other(3)",
            "other.get = lambda: 4",
            "Number.get = lambda self: 5",
            "del Number.get",
            "Number.get = staticmethod(lambda: 6)",
            "Number.get = 3",
            "Number.get = classmethod(lambda cls: 8)",
        ],
        shown: "total",
    },
    Heat {
        before: "other = Number(2)",
        turn: "other.size = turn; total += 1",
        changes: &[
            "other = Other(3)",
            "Number.size = property(lambda self: 7)",
            "Number.__setattr__ = lambda self, name, value: None",
            "other.__dict__ = {}",
            "del other.size",
        ],
        shown: "total, other.size",
    },
    Heat {
        before: "def called(n, m=1): return n % 5 + m",
        turn: "total += called(turn)",
        changes: &[
            "called = lambda n: 2",
            "called = abs",
            "called = Number(1)",
            "called.__defaults__ = (10,)",
            "called.__code__ = (lambda n, m: 3).__code__",
            "called = None",
            "called.__defaults__ = None",
            "called = Number",
        ],
        shown: "total",
    },
    Heat {
        before: "other = [3, 1, 2]",
        turn: "total += len(other)",
        changes: &[
            "other = 'abcdef'",
            "other = Number(3)",
            "len = lambda n: 100",
            "other = 5",
            "other = {}",
        ],
        shown: "total",
    },
    Heat {
        before: "other = (1, 2)",
        turn: "a, b = other; total += a - b",
        changes: &[
            "other = [4, 2]",
            "other = 'xy'",
            "other = (1, 2, 3)",
            "other = Number(3)",
            "other = {5: 1, 3: 2}",
            "other = 2.5, 1",
        ],
        shown: "total",
    },
    Heat {
        before: "other = {1, 2, 3}",
        turn: "total += turn % 5 in other",
        changes: &[
            "other = [1]",
            "other = {4: 1}",
            "other = (0, 1)",
            "other = Number(3)",
            "other = 'abc'",
            "other = range(2)",
        ],
        shown: "total",
    },
    Heat {
        before: "other = 'x'",
        turn: "total = (str(total) + other)[-6:]",
        changes: &[
            "other = 5",
            "other = 'é'",
            "str = repr",
            "total = None",
            "other = Number(1)",
        ],
        shown: "total",
    },
    Heat {
        before: "other = [1, 2, 3]",
        turn: "for n in other: total += n",
        changes: &[
            "other = (1, 2)",
            "other = range(3)",
            "other = {7: 1}",
            "other = 'a'",
            "other = Number(3)",
            "other = iter([1, 2])",
            "other = (n for n in [5, 6])",
            "other.append(2.5)",
        ],
        shown: "total",
    },
    Heat {
        before: "other = 1",
        turn: "total = total + 1 if other else total - 1",
        changes: &[
            "other = 0.0",
            "other = []",
            "other = Number(0)",
            "other = ''",
            "other = 'a'",
            "other = None",
            "other = 2**70",
        ],
        shown: "total",
    },
    Heat {
        before: "total, other = 2**53 - 600, 1",
        turn: "total += other",
        changes: &["other = -1", "other = 0.5", "other = 2**10"],
        shown: "total, total == float(total)",
    },
    Heat {
        before: "total, other = 2**31 - 600, 1",
        turn: "total += other",
        changes: &[
            "other = -1",
            "total = -total",
            "other = 2**33",
            "total = 2**63 - 100",
        ],
        shown: "total",
    },
    Heat {
        before: "total, other = 2**63 - 600, 1",
        turn: "total += other",
        changes: &["other = -1", "total = -total - 300", "total = 2**64 - 50"],
        shown: "total, -total, total >> 3, total & 0xff",
    },
    Heat {
        before: "total, other = -2**63 + 600, 1",
        turn: "total -= other",
        changes: &["other = -1", "other = 2**62", "total = float(total)"],
        shown: "total, total // 7, total % 7",
    },
    Heat {
        before: "other = []",
        turn: "other.append(turn); total += len(other) > 5; other = other[-5:]",
        changes: &["other = Number(1)", "other = ()", "other = [None]"],
        shown: "total, other",
    },
    Heat {
        before: "other = 2",
        turn: "try:\n    total += 10 // other\nexcept ZeroDivisionError:\n    total -= 1\nexcept TypeError:\n    total -= 2",
        changes: &[
            "other = 0",
            "other = None",
            "other = 3.5",
            "other = 0.0",
            "other = Number(0)",
        ],
        shown: "total",
    },
];

/// Classes whose instances can stand for a number, a container and a function.
const NUMBERS: &str = "\
class Number:
    def __init__(self, size=1): self.size = size
    def get(self): return self.size % 7
    def __add__(self, other): return self.size + getattr(other, 'size', 1)
    def __radd__(self, other): return other + 2
    def __rmul__(self, other): return 3
    def __gt__(self, other): return other % 2 == 0
    def __eq__(self, other): return other == 'ab'
    def __getitem__(self, key): return 5
    def __setitem__(self, key, value): pass
    def __call__(self, *a): return len(a)
    def __len__(self): return self.size % 9
    def __iter__(self): return iter((2, 1))
    def __contains__(self, item): return item == 4
    def __bool__(self): return self.size != 0
    def __rfloordiv__(self, other): return 1
    def append(self, n): self.size = n
class Other:
    __slots__ = ('size', '__dict__')
    def __init__(self, size): self.size = size * 2
    def get(self): return 1
";

impl Grammar {
    /// A hot loop at module level, where names are global.
    pub(super) fn hot_loop(&mut self) -> String {
        let text = self.heat();
        format!(
            "{NUMBERS}try:\n{}finally:\n    for name in ('len', 'str'): globals().pop(name, None)\n",
            indented(&text)
        )
    }

    /// A hot loop in a function, where names are local.
    pub(super) fn hot_function(&mut self) -> String {
        let text = self.heat();
        format!(
            "{NUMBERS}def hot():\n    global count, len, str\n{}try:\n    hot()\nfinally:\n    for name in ('len', 'str'): globals().pop(name, None)\n",
            indented(&text)
        )
    }

    fn heat(&mut self) -> String {
        let mut text = "total = 0\n".to_owned();
        let chosen = &HEATS[self.random.below(HEATS.len())];
        let turns = self.random.between(1050, 1500);
        let change = turns - self.random.between(3, 40);
        text += &format!("{}\n", chosen.before);
        let mut turn = format!("{}\n", chosen.turn);
        if self.random.chance(30) {
            let other = &HEATS[self.random.below(HEATS.len())];
            // Both on the same variables, which may fail from the first turn on.
            if other.before.starts_with("other =")
                && chosen.before.starts_with("other =")
                && self.random.chance(30)
            {
                turn += &format!("{}\n", other.turn);
            }
        }
        if self.random.chance(25) && self.spend(3) {
            let before = self.turns;
            self.turns *= turns;
            let value = self.value(Kind::Int, 1);
            self.turns = before;
            turn += &format!("count = ({value}) % 1009\n");
            if self.is_in_function() {
                turn = format!("{turn}pass\n");
            }
        }
        let changed = self.random.pick(chosen.changes).to_owned();
        let changed = if self.random.chance(35) {
            let second = self.random.pick(chosen.changes).to_owned();
            format!("if turn == {change}: {changed}\nif turn == {change} + 2: {second}\n")
        } else {
            format!("if turn == {change}: {changed}\n")
        };
        let start = match self.random.below(3) {
            0 => format!(
                "turn = 0\nwhile turn < {turns}:\n    turn += 1{}\n",
                crate::program::BOUND
            ),
            _ => format!("for turn in range({turns}):\n"),
        };
        self.work += turns * 6;
        let body = indented(&format!("{turn}{changed}"));
        let closing = match self.random.below(3) {
            0 => format!("else:\n    print('all turns')\nshow({})\n", chosen.shown),
            _ => format!("show({})\n", chosen.shown),
        };
        let text_of_loop = format!("{start}{body}{closing}");
        if self.random.chance(50) {
            text += &format!(
                "try:\n{}except Exception as error:\n    show(turn, total)\n    report(error)\n",
                indented(&text_of_loop)
            );
        } else {
            text += &text_of_loop;
        }
        text
    }
}
