//! Programs that look at themselves: frames, local variables, tracing, `exec` and `eval`.

use super::{Frame, Grammar, Kind};
use crate::known::without_known_statements;
use crate::program::{parse, text};

impl Grammar {
    /// `exec` and `eval` with namespaces of their own.
    pub(super) fn own_namespace(&mut self) -> String {
        let names = vec![
            ("a", Kind::Int),
            ("b", Kind::Text),
            ("items", Kind::List),
            ("table", Kind::Dict),
            ("count", Kind::Int),
            ("word", Kind::Text),
            ("rate", Kind::Float),
            ("flag", Kind::Bool),
            ("pair", Kind::Tuple),
        ];
        let frames = std::mem::replace(&mut self.frames, vec![Frame::default()]);
        let (functions, classes) = (
            std::mem::take(&mut self.functions),
            std::mem::take(&mut self.classes),
        );
        for (name, kind) in names {
            self.declare(name, kind);
        }
        let code = text(&without_known_statements(parse(&self.statements())));
        let expression = self.value(Kind::Int, 2);
        self.frames = frames;
        (self.functions, self.classes) = (functions, classes);
        let code = quoted(&code);
        let expression = quoted(&expression);
        let space = "space = {'a': 3, 'b': 'text', 'items': [1, 2], 'table': {}, 'count': 1, 'word': 'w', 'rate': 0.5, 'flag': True, 'pair': (1, 2), 'show': show, 'report': report}\n";
        match self.random.below(4) {
            0 => format!(
                "{space}exec({code}, space)\nshow(sorted(space))\nshow(eval({expression}, space))\n"
            ),
            1 => format!(
                "{space}inner = {{}}\ntry:\n    exec({code}, space, inner)\nfinally:\n    show(sorted(inner), '__builtins__' in space)\n"
            ),
            2 => format!(
                "{space}made = compile({code}, 'made.py', 'exec')\nexec(made, space)\nexec(made, space)\nshow(space['count'])\n"
            ),
            _ => format!(
                "{space}def run(a):\n    b = 2\n    exec('a = 5; c = 6')\n    show(eval('(a, b)'), sorted(locals()))\n    return eval({expression}, space, {{'a': a}})\nshow(run({}))\n",
                self.literal(Kind::Int)
            ),
        }
    }

    /// Frames and their variables, from within and from what they call.
    pub(super) fn frames_seen(&mut self) -> String {
        const LOOKS: [&str; 9] = [
            "def f(a, b=2):\n    c = [a]\n    here = sys._getframe()\n    show(here.f_lineno, sorted(here.f_locals), here.f_code.co_name)\n    d = 4\n    show(here.f_lineno, 'd' in here.f_locals, here.f_back.f_code.co_name)\nf(1)\n",
            "def look():\n    outer = sys._getframe(1)\n    show(outer.f_lineno, outer.f_locals['n'], outer.f_code.co_varnames)\ndef f(n):\n    for n in range(3):\n        look()\n    n = 'end'\n    look()\nf(9)\n",
            "def f(a):\n    sys._getframe().f_locals['a'] = 'changed'\n    show(a)\n    sys._getframe().f_locals['new'] = 1\n    show(sorted(sys._getframe().f_locals), sorted(locals()))\nf(1)\n",
            "def f():\n    x = 1\n    def g():\n        return x, sys._getframe().f_locals\n    x = 2\n    show(g(), locals()['x'])\nf()\n",
            "def f(n):\n    if n == 0:\n        frame, names = sys._getframe(), []\n        while frame.f_back is not None:\n            names.append((frame.f_code.co_name, frame.f_lineno))\n            frame = frame.f_back\n        return names\n    return f(n - 1)\nshow(f(3))\n",
            "def f(a):\n    before = locals()\n    b = 2\n    show(before, locals())\n    del a\n    show(locals())\nf(1)\n",
            "def total(n):\n    result = 0\n    for i in range(n):\n        result += i\n        if i == n - 2: show(sys._getframe().f_locals, sys._getframe().f_lineno)\n    return result\nshow(total(1200))\n",
            "def f():\n    try:\n        1 / 0\n    except ZeroDivisionError as error:\n        frame = error.__traceback__.tb_frame\n        show(sorted(frame.f_locals), frame.f_lineno, error.__traceback__.tb_lineno)\n    show(sorted(locals()))\nf()\n",
            "class A:\n    x = 1\n    show(sorted(n for n in locals() if n[0] != '_'), sys._getframe().f_code.co_name)\n    y = [sys._getframe().f_code.co_name for _ in range(1)]\nshow(A.y)\n",
        ];
        let mut text = String::new();
        for _ in 0..self.random.between(1, 2) {
            text += self.random.pick(&LOOKS);
        }
        text
    }

    /// A trace function that is set in the middle of a program, or in the middle of a loop.
    pub(super) fn tracing(&mut self) -> String {
        let call = self.call(1).unwrap_or_else(|| "shown([1, [2]])".to_owned());
        let body = self.random.pick(&[
            "total = 0\nfor i in range(n):\n    if i % 2:\n        continue\n    total += i\nelse:\n    total += 1\nreturn total",
            "try:\n    return n / 0\nexcept ZeroDivisionError:\n    n = 7\nfinally:\n    n += 1\nreturn n",
            "while n:\n    n -= 1\n    if n == 1: break\nreturn [k for k in range(n)]",
            "def inner(m):\n    return m * 2\nreturn inner(n) + inner(1)",
            "yielded = list(k for k in (1, 2))\nmatch yielded:\n    case [1, x]:\n        n = x\n    case _:\n        n = 0\nreturn n",
            "with Quiet() as n:\n    n += 1\nreturn (\n    n\n    + 1\n)",
        ]).to_owned();
        let body = crate::program::indented(&body);
        let start = match self.random.below(3) {
            0 => "sys.settrace(tracer)\ntry:\n    traced(3)\nfinally:\n    sys.settrace(None)\n".to_owned(),
            1 => format!("sys.settrace(tracer)\ntry:\n    {call}\n    traced(2)\nfinally:\n    sys.settrace(None)\n"),
            _ => "for turn in range(1100):\n    traced(2)\n    if turn == 1098: sys.settrace(tracer)\nsys.settrace(None)\n".to_owned(),
        };
        let kept = self
            .random
            .pick(&[
                "event",
                "event == 'line' and event",
                "event in ('call', 'return') and event",
                "event == 'exception' and event",
            ])
            .to_owned();
        format!(
            "class Quiet:\n    def __enter__(self): return 4\n    def __exit__(self, *a): pass\nevents = []\ndef tracer(frame, event, arg):\n    if {kept} and frame.f_code.co_name not in ('show', 'shown', 'report'):\n        events.append(f'{{event}} {{frame.f_code.co_name}} {{frame.f_lineno}} {{arg[0].__name__ if event == 'exception' else ''}}')\n    return tracer\ndef traced(n):\n{body}{start}for event in events[:3000]:\n    print(event)\n"
        )
    }
}

/// A text as a string of Python, with its line breaks written out.
fn quoted(text: &str) -> String {
    let text = text
        .replace('\\', "\\\\")
        .replace('\'', "\\'")
        .replace('\n', "\\n");
    format!("'{text}'")
}
