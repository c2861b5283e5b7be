//! Classes with special methods, inheritance, slots, properties, and instances at work.

use super::{Frame, Grammar, Kind, Variable};
use crate::program::indented;

/// A class of the module. Its instances have `left` and `right`.
#[derive(Clone, Debug)]
pub(super) struct Class {
    pub(super) name: String,
}

/// Special methods and others, each as often as it is chosen.
const METHODS: [(usize, &str); 25] = [
    (
        10,
        "def __add__(self, other):\n    return type(self)(self.left + getattr(other, 'left', other) % 1009, self.right)\n",
    ),
    (
        4,
        "def __radd__(self, other):\n    show('radd', other)\n    return self.left\n",
    ),
    (
        4,
        "def __iadd__(self, other):\n    self.right += 1\n    return self\n",
    ),
    (
        8,
        "def __eq__(self, other):\n    return isinstance(other, Base) and self.left == other.left\n",
    ),
    (4, "def __hash__(self):\n    return self.left % 7\n"),
    (
        8,
        "def __lt__(self, other):\n    return self.left < other.left\n",
    ),
    (
        6,
        "def __getitem__(self, index):\n    if index == 3: raise IndexError(index)\n    return (self.left, index)\n",
    ),
    (
        4,
        "def __setitem__(self, index, value):\n    show('set', index, value)\n",
    ),
    (
        5,
        "def __call__(self, *a, **k):\n    return (self.right, a, k)\n",
    ),
    (
        5,
        "def __getattr__(self, name):\n    if name.startswith('_'): raise AttributeError(name)\n    return 'no ' + name\n",
    ),
    (4, "def __len__(self):\n    return self.right % 5\n"),
    (4, "def __bool__(self):\n    return self.left > 0\n"),
    (
        4,
        "def __contains__(self, item):\n    return item == self.right\n",
    ),
    (
        5,
        "def __iter__(self):\n    yield self.left\n    yield self.right\n",
    ),
    (
        5,
        "def __enter__(self):\n    show('enter')\n    return self\ndef __exit__(self, kind, error, trace):\n    show('exit', kind and kind.__name__)\n    return self.right % 2 == 0\n",
    ),
    (
        3,
        "def __del__(self, print=print):\n    print('del', self.left)\n",
    ),
    (
        8,
        "@property\ndef value(self):\n    return self.left * 2\n@value.setter\ndef value(self, new):\n    show('value', new)\n    self.left = new\n",
    ),
    (
        5,
        "@classmethod\ndef make(cls, left=4):\n    return cls(left, cls.shared)\n",
    ),
    (4, "@staticmethod\ndef helper(n):\n    return n + 1\n"),
    (
        10,
        "def step(self, amount=1):\n    self.left += amount\n    return self\n",
    ),
    (3, "def __index__(self):\n    return self.right % 3\n"),
    (
        3,
        "def __setattr__(self, name, value):\n    super().__setattr__(name, value if name != 'other' else [value])\n",
    ),
    (3, "def __neg__(self):\n    return type(self)(-self.left)\n"),
    (
        3,
        "def __format__(self, spec):\n    return f'<{self.left}:{spec}>'\n",
    ),
    (3, "def __missing__(self, key):\n    return key\n"),
];

impl Grammar {
    pub(super) fn class(&mut self) -> String {
        let mut text = String::new();
        if self.classes.is_empty() {
            text += "class Base:\n    shared = 1\n    def __init__(self, left=1, right=2):\n        self.left = left\n        self.right = right\n    def __repr__(self):\n        return f'{type(self).__name__}({shown(self.left)})'\n    def step(self, amount=1):\n        self.left -= amount\n        return self\n";
            self.classes.push(Class {
                name: "Base".to_owned(),
            });
        }
        let name = self.new_name("C");
        let base = self.classes[self.random.below(self.classes.len())]
            .name
            .clone();
        let mut body = String::new();
        match self.random.below(5) {
            0 => body += "__slots__ = ('own',)\n",
            1 => body += &format!("shared = {}\n", self.literal(Kind::Int)),
            _ => {}
        }
        if self.random.chance(40) {
            let value = self.value(Kind::Int, 1);
            body += &format!(
                "def __init__(self, left=3, right=4, *rest):\n    super().__init__(left, right)\n    self.own = {value}\n"
            );
        }
        for _ in 0..self.random.between(1, 5) {
            body += self.random.weighted(&METHODS);
        }
        if self.random.chance(40) {
            body += &self.method();
        }
        self.classes.push(Class { name: name.clone() });
        text + &format!("class {name}({base}):\n{}", indented(&body))
    }

    /// A method with statements of its own.
    fn method(&mut self) -> String {
        let before = std::mem::take(&mut self.work);
        let frame = Frame {
            is_function: true,
            variables: vec![Variable {
                name: "amount".to_owned(),
                kind: Kind::Int,
            }],
            ..Frame::default()
        };
        let body = self.body(frame, Kind::Int);
        self.work = before;
        format!("def step(self, amount=1):\n    super().step(amount)\n{body}")
    }

    /// An instance: made here, or in a variable.
    pub(super) fn instance(&mut self, class: usize, depth: usize) -> String {
        if self.random.chance(50)
            && let Some(name) = self.own_variable(Kind::Instance(class))
        {
            return name;
        }
        let name = self.classes[class].name.clone();
        let arguments = match self.random.below(4) {
            0 => String::new(),
            1 => self.value(Kind::Int, depth.min(1)),
            2 => format!("right={}", self.value(Kind::Int, depth.min(1))),
            _ => format!("{}, {}", self.value(Kind::Int, 0), self.value(Kind::Int, 0)),
        };
        format!("{name}({arguments})")
    }

    /// Instances, and what a class may or may not be able to do.
    pub(super) fn use_of_class(&mut self) -> String {
        let mut text = if self.classes.is_empty() {
            self.class()
        } else {
            String::new()
        };
        let class = self.classes[self.random.below(self.classes.len())]
            .name
            .clone();
        let value = self.value(Kind::Int, 1);
        text += &format!("one, two = {class}({value}), {class}(2, 3)\n");
        for _ in 0..self.random.between(2, 6) {
            text += &self.operation(&class);
        }
        text
    }

    /// Something done to two instances; what they cannot do is reported.
    fn operation(&mut self, class: &str) -> String {
        const OPERATIONS: [&str; 38] = [
            "one + two",
            "one + 1",
            "1 + one",
            "one == two",
            "one != 1",
            "one < two",
            "one > two",
            "sorted([two, one, two])",
            "one[0]",
            "one[3]",
            "list(one)",
            "one(1, a=2)",
            "one.missing",
            "len(one)",
            "bool(one)",
            "not one",
            "2 in one",
            "[n for n in one]",
            "one.value",
            "type(one).make()",
            "one.helper(3)",
            "one.step().step(2)",
            "one.shared",
            "'abc'[one]",
            "-one",
            "f'{one:>5}|{two!r}'",
            "max(one, two)",
            "{one: 1}[one]",
            "one is two",
            "isinstance(one, Base)",
            "hash(one) == hash(two)",
            "one.own",
            "vars(one)",
            "[*one]",
            "dict([one])",
            "one.step.__self__ is one",
            "one.step.__name__",
            "hasattr(one, 'other')",
        ];
        if self.random.chance(60) {
            return format!(
                "try:\n    show({})\nexcept Exception as error:\n    report(error)\n",
                self.random.pick(&OPERATIONS)
            );
        }
        let value = self.value(Kind::Int, 1);
        match self.random.below(13) {
            0 => format!("one.left = {value}\nshow(one)\n"),
            1 => "one += two\nshow(one)\n".to_owned(),
            2 => "one[1] = 2\n".to_owned(),
            3 => format!("one.value = {value}\nshow(one.left)\n"),
            4 => "with one as inside:\n    show(inside)\n    1 / 0\nprint('after')\n".to_owned(),
            5 => format!("{class}.shared = {value}\nshow(one.shared, two.shared, Base.shared)\n"),
            6 => "one.shared = 'own'\nshow(one.shared, two.shared)\ndel one.shared\nshow(one.shared)\n".to_owned(),
            7 => "del one.left\nshow(one.left)\n".to_owned(),
            8 => format!("{class}.step = lambda self, n=0: 'patched'\nshow(one.step(), two.step(1))\ndel {class}.step\nshow(two.step())\n"),
            9 => "one.other = 5\nshow(one.other, two)\n".to_owned(),
            10 => "a, b = one\nshow(a, b)\n".to_owned(),
            11 => format!("one.__class__ = type('Other', ({class},), {{'extra': 9}})\nshow(one, one.extra)\n"),
            _ => "one, two = two, one\ndel two\nprint('gone')\n".to_owned(),
        }
    }

    /// The body of a class with statements in it.
    pub(super) fn class_body(&mut self) -> String {
        let name = self.new_name("Local");
        let value = self.value(Kind::Int, 2);
        let other = self.value(Kind::Text, 1);
        let list = self.leaf(Kind::List);
        format!(
            "class {name}:\n    first = {value}\n    second = [n for n in {list}]\n    if first: third = {other}\n    def get(self): return self.first, __class__.__name__\n    first = [first, first]\nshow({name}.first, {name}().get(), hasattr({name}, 'third'))\n"
        )
    }

    /// Objects that say when they die.
    pub(super) fn dying_objects(&mut self) -> String {
        const DYING: &str = "class Dying:\n    def __init__(self, name): self.name = name\n    def __del__(self): print('dies', self.name)\n";
        const DEATHS: [&str; 17] = [
            "a = Dying(1)\na = Dying(2)\nprint('rebound')\ndel a\n",
            "def f():\n    a = Dying('local')\n    b = Dying('second')\n    print('in')\nf()\nprint('out')\n",
            "held = [Dying(n) for n in range(3)]\nheld[1] = None\nheld.pop()\nprint('popped')\nheld.clear()\n",
            "for n in range(3):\n    a = Dying(n)\nprint('looped')\na = None\n",
            "def f():\n    a = Dying('raising')\n    raise ValueError('x')\ntry:\n    f()\nexcept ValueError as error:\n    print('caught')\nprint('left')\n",
            "held = {'k': Dying('value')}\nheld['k'] = 1\nprint('replaced')\n",
            "Dying('unused')\nprint('after unused')\n",
            "show([Dying(n).name for n in range(2)])\nprint('after list')\n",
            "def f(a):\n    a = 1\n    print('forgotten')\nf(Dying('argument'))\nprint('returned')\n",
            "def g():\n    a = Dying('in generator')\n    yield 1\n    yield 2\nmade = g()\nnext(made)\nprint('abandon')\ndel made\n",
            "class Angry:\n    def __del__(self): self.gone\nAngry()\nprint('after angry')\n",
            "def f():\n    a = Dying('closed over')\n    return lambda: a\nmade = f()\nprint('kept')\ndel made\n",
            "a = b = Dying('twice')\ndel a\nprint('one left')\ndel b\n",
            "x = Dying('left'), Dying('right')\nx = x[0]\nprint('one of a pair')\ndel x\n",
            "class Back:\n    kept = []\n    def __del__(self): Back.kept.append(self)\nBack()\nshow(len(Back.kept))\nBack.kept.clear()\nshow(len(Back.kept))\n",
            "def f(*a, **k): return len(a) + len(k)\nshow(f(Dying('star'), k=Dying('named')))\n",
            "class Holder: pass\nh = Holder()\nh.a = Dying('attribute')\nh.a = None\nprint('attribute replaced')\nh.b = Dying('second')\ndel h\nprint('holder gone')\n",
        ];
        let mut text = DYING.to_owned();
        for _ in 0..self.random.between(1, 3) {
            text += self.random.pick(&DEATHS);
        }
        text
    }
}
