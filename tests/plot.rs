//! `matplotlib.pyplot` as programs use it: what is in the pictures, and what is said of what is not there.

mod support;

use support::{program, run};

/// Looks at the current figure as XML.
const PRELUDE: &str = r#"
import datetime, math
import xml.etree.ElementTree as ET
import matplotlib.pyplot as plt

def parts(name):
    root = ET.fromstring(plt.gcf()._repr_svg_())
    return [part for part in root.iter() if part.tag.endswith("}" + name)]

def texts():
    return ["".join(text.itertext()) for text in parts("text")]

def count(name, **attributes):
    return sum(all(part.get(key) == value for key, value in attributes.items()) for part in parts(name))

def ticks(axis="x"):
    axes = plt.gca()
    axis = axes.xaxis if axis == "x" else axes.yaxis
    marks, _, unit = axis.marks(9)
    return " ".join(text for _, text in marks) + (f" · {unit}" if unit else "")

"#;

/// What the program prints after the prelude.
fn printed(source: &str) -> String {
    let run = run(program(&format!("{PRELUDE}{source}")));
    assert_eq!(run.stderr, "", "{source}");
    run.stdout
}

/// The last line of what it has to complain about.
fn error(source: &str) -> String {
    let run = run(program(&format!("{PRELUDE}{source}")));
    let line = run.stderr.trim_end().lines().last().unwrap_or_default();
    line.to_owned()
}

#[test]
fn show_shows_each_figure_once_in_order_with_the_text() {
    let run = run(program(
        "import matplotlib.pyplot as plt
plt.plot([1, 2]); plt.title('One'); plt.xlabel('time'); plt.ylabel('way')
plt.figure(); plt.plot([2, 1]); plt.title('Two')
print('before')
plt.show()
print('after')
plt.show()",
    ));
    assert_eq!(run.stderr, "");
    let shown: Vec<(&str, &str, &str)> = run
        .displays
        .iter()
        .map(|shown| (&*shown.mime, &*shown.alt, &*shown.after))
        .collect();
    assert_eq!(
        shown,
        [
            ("image/svg+xml", "Plot: One; time – way", "before\n"),
            ("image/svg+xml", "Plot: Two", "before\n"),
        ]
    );
}

#[test]
fn the_same_program_draws_the_same_picture() {
    let source = "import matplotlib.pyplot as plt
for _ in range(2):
    fig, (a, b) = plt.subplots(1, 2)
    a.scatter([1, 2], [3, 4], c=[0.1, 0.2]); b.bar(['x', 'y'], [1, 2], label='z'); b.legend()
    plt.show()";
    let run = run(program(source));
    assert_eq!(run.stderr, "");
    assert_eq!(run.displays[0].data, run.displays[1].data);
}

/// What is drawn, an axis, and its ticks.
const TICKS: [(&str, &str, &str); 21] = [
    ("plt.plot(range(11))", "x", "0 2 4 6 8 10"),
    ("plt.plot([1, 2, 3, 4])", "y", "1.0 1.5 2.0 2.5 3.0 3.5 4.0"),
    ("plt.plot([0, 1])", "y", "0.0 0.2 0.4 0.6 0.8 1.0"),
    (
        "plt.plot([-1, 1])",
        "y",
        "−1.00 −0.75 −0.50 −0.25 0.00 0.25 0.50 0.75 1.00",
    ),
    (
        "plt.plot([1e9, 3e9])",
        "y",
        "1.00 1.25 1.50 1.75 2.00 2.25 2.50 2.75 3.00 · 1e9",
    ),
    (
        "plt.plot([0, 2e-7])",
        "y",
        "0.00 0.25 0.50 0.75 1.00 1.25 1.50 1.75 2.00 · 1e−7",
    ),
    (
        "plt.plot([2000, 2010, 2020], [1, 2, 3])",
        "x",
        "2000.0 2002.5 2005.0 2007.5 2010.0 2012.5 2015.0 2017.5 2020.0",
    ),
    ("plt.plot([5, 5, 5])", "y", "4.8 4.9 5.0 5.1 5.2"),
    ("plt.plot([-1e308, 1e308])", "y", "0.0 0.2 0.4 0.6 0.8 1.0"),
    (
        "plt.plot([-1e299, 1e299])",
        "y",
        "−1.00 −0.75 −0.50 −0.25 0.00 0.25 0.50 0.75 1.00 · 1e299",
    ),
    ("plt.plot([0, 5e-324])", "y", "−0.04 −0.02 0.00 0.02 0.04"),
    (
        "plt.semilogy([1, 1e5])",
        "y",
        "$10^{0}$ $10^{1}$ $10^{2}$ $10^{3}$ $10^{4}$ $10^{5}$",
    ),
    (
        "plt.semilogy([1, 1e40])",
        "y",
        "$10^{0}$ $10^{5}$ $10^{10}$ $10^{15}$ $10^{20}$ $10^{25}$ $10^{30}$ $10^{35}$ $10^{40}$",
    ),
    ("plt.semilogy([2, 8])", "y", "2 5"),
    ("plt.bar(['b', 'a', 'b'], [1, 2, 3])", "x", "b a"),
    (
        "plt.plot([datetime.date(2024, m, 1) for m in range(1, 8)], range(7))",
        "x",
        "2024-01 2024-02 2024-03 2024-04 2024-05 2024-06 2024-07",
    ),
    (
        "plt.plot([datetime.date(y, 1, 1) for y in (1900, 2000)], [1, 2])",
        "x",
        "1900 1920 1940 1960 1980 2000",
    ),
    (
        "plt.plot([datetime.datetime(2024, 5, 1, h) for h in (8, 20)], [1, 2])",
        "x",
        "05-01 09 05-01 12 05-01 15 05-01 18",
    ),
    (
        "plt.plot([1, 2, 3]); plt.xticks([0, 2], ['start', 'end'])",
        "x",
        "start end",
    ),
    (
        "plt.plot([1, 2, 3]); plt.xticks([0, 0.5, 99])",
        "x",
        "0 0.5",
    ),
    (
        "plt.plot([1, 2, 3]); plt.xlim(2, 0)",
        "x",
        "0.00 0.25 0.50 0.75 1.00 1.25 1.50 1.75 2.00",
    ),
];

#[test]
fn ticks_are_where_people_expect_them() {
    let source = TICKS
        .iter()
        .map(|(draw, axis, _)| {
            format!("{draw}\nprint(ticks('{axis}')); plt.gcf()._repr_svg_(); plt.close()\n")
        })
        .collect::<Vec<_>>()
        .concat();
    let printed = printed(&source);
    for ((draw, axis, expected), found) in TICKS.iter().zip(printed.lines()) {
        assert_eq!(found, *expected, "{axis} of {draw}");
    }
    assert_eq!(printed.lines().count(), TICKS.len());
}

/// What is drawn, and what is true of it.
const CLAIMS: [(&str, &str); 27] = [
    (
        "plt.plot([1, 2, 3], 'ro--', label='a')",
        "count('circle', fill='#ff0000') == 3 and count('path', stroke='#ff0000') == 1",
    ),
    (
        "plt.plot([1, float('nan'), 3, 4], 's')",
        "count('path', fill='#1f77b4') == 3",
    ),
    (
        "plt.plot((i * i for i in range(5)))",
        "count('path', stroke='#1f77b4') == 1",
    ),
    (
        "plt.plot([]); plt.scatter([], []); plt.bar([], []); plt.hist([])",
        "len(texts()) > 0",
    ),
    (
        "plt.plot(3, 4, 'o'); plt.plot([1], [None], 'x')",
        "count('circle') == 1",
    ),
    (
        "plt.scatter([1, 2, float('inf')], [1, 2, 3], s=[10, 20, 30], c=['r', 'g', 'b'])",
        "count('circle') == 2",
    ),
    (
        "plt.bar(['a', 'b'], [1, -2], color=['red', 'blue']); plt.axhline(0)",
        "count('rect', fill='red') == 1 and 'a' in texts()",
    ),
    (
        "bars = plt.barh(['a', 'b'], [1, 2]); plt.bar_label(bars)",
        "{'1', '2'} <= set(texts())",
    ),
    (
        "n, edges, bars = plt.hist([1, 1, 2, 5], bins=4)",
        "n == [2, 1, 0, 1] and edges == [1, 2, 3, 4, 5] and len(bars) == 4",
    ),
    (
        "n, _, _ = plt.hist([1, 2, 3, 4], bins=[0, 2, 5], density=True)",
        "math.isclose(n[0] * 2 + n[1] * 3, 1)",
    ),
    (
        "plt.pie([1, 3], labels=['A', 'B'], autopct='%1.0f%%')",
        "{'A', 'B', '25%', '75%'} <= set(texts())",
    ),
    (
        "made = plt.boxplot([[1, 2, 3, 4, 100], [5, 6, 7]], labels=['p', 'q'])",
        "len(made['boxes']) == 2 and made['fliers'][0].get_ydata() == [100.0]",
    ),
    (
        "plt.fill_between([1, 2, 3, 4], [1, 2, 1, 2], where=[True, True, False, True], alpha=0.5)",
        "count('path', fill='#1f77b4', opacity='0.5') == 2",
    ),
    (
        "plt.errorbar([1, 2], [3, 4], yerr=[0.1, 0.2], fmt='o')",
        "plt.ylim()[0] < 2.9 and count('circle') == 2",
    ),
    (
        "plt.imshow([[0, 1], [2, 3]]); plt.colorbar()",
        "count('image') == 2 and parts('image')[0].get('href').startswith('data:image/png;base64,')",
    ),
    (
        "plt.text(0.5, 0.5, 'a < b & $x_1^2$'); plt.annotate('here', (0, 0), (1, 1), arrowprops={'arrowstyle': '->'})",
        "'a < b & x12' in texts() and 'here' in texts()",
    ),
    (
        "fig, axs = plt.subplots(2, 2, sharex=True); axs[1, 0].plot([1, 2]); axs[0][1].set_title('T'); fig.suptitle('S')",
        "len(fig.axes) == 4 and {'T', 'S'} <= set(texts()) and axs[0, 0].get_xlim() == axs[1, 0].get_xlim()",
    ),
    (
        "plt.subplot(211); plt.plot([1]); plt.subplot(2, 1, 2); plt.plot([2]); plt.subplot(211)",
        "len(plt.gcf().axes) == 2",
    ),
    (
        "plt.plot([1, 2]); twin = plt.gca().twinx(); twin.plot([100, 200]); twin.set_ylabel('right')",
        "'right' in texts() and '100' in texts()",
    ),
    (
        "plt.plot([0, 1, 10, 100]); plt.yscale('log')",
        "'100' in texts() and plt.ylim()[0] > 0",
    ),
    ("plt.plot([1, 2]); plt.axis('off')", "texts() == []"),
    (
        "plt.plot([1, 2]); plt.axis([0, 5, 0, 7])",
        "plt.axis() == (0, 5, 0, 7)",
    ),
    (
        "plt.plot([1, 2], label='_hidden'); plt.plot([2, 1], label='seen'); plt.legend(title='Key', loc='upper right')",
        "texts()[-2:] == ['Key', 'seen']",
    ),
    (
        "a, = plt.plot([1, 2]); b, = plt.plot([1, 2]); plt.legend([a, b], ['first', 'second'])",
        "texts()[-2:] == ['first', 'second']",
    ),
    (
        "plt.bar([f'category number {i}' for i in range(9)], range(9))",
        "any(group.get('transform', '').startswith('rotate(-45') for group in parts('g'))",
    ),
    (
        "plt.plot([i % 7 for i in range(20_000)])",
        "len(plt.gcf()._repr_svg_()) < 60_000",
    ),
    (
        "plt.title('𝄞 \\x00 <script>'); plt.plot([1])",
        "'𝄞   <script>' in texts()",
    ),
];

#[test]
fn everything_that_is_drawn_is_in_the_picture() {
    let source = CLAIMS
        .iter()
        .map(|(draw, claim)| format!("plt.close('all')\n{draw}\nprint(({claim}) or texts())\n"))
        .collect::<Vec<_>>()
        .concat();
    let printed = printed(&source);
    for ((draw, claim), found) in CLAIMS.iter().zip(printed.lines()) {
        assert_eq!(found, "True", "{claim} of {draw}");
    }
    assert_eq!(printed.lines().count(), CLAIMS.len());
}

#[test]
fn what_is_wrong_or_missing_is_said_in_a_sentence() {
    let cases = [
        (
            "plt.plot([1, 2, 3], [1, 2])",
            "ValueError: x and y must have the same length, but they have 3 and 2 values",
        ),
        (
            "plt.bar(['a', 'b'], [1, 2, 3])",
            "ValueError: x and height must have the same length, but they have 2 and 3 values",
        ),
        (
            "plt.plot([1], [object])",
            "TypeError: cannot draw <class 'object'>: it is no number, no date and no text",
        ),
        (
            "plt.plot([1, 2], 'zz')",
            "ValueError: 'zz' is no format: it is a colour, a marker and a line style, as in 'ro--', 'g:' or 'C1.'",
        ),
        (
            "plt.plot([1], color='reed')",
            "ValueError: 'reed' is no colour; colours are names like 'red' and 'tab:blue', letters like 'r', '#ff8800', grey levels from '0' to '1', and tuples (red, green, blue) of numbers from 0 to 1",
        ),
        (
            "plt.savefig('plot.png')",
            "ValueError: Garter's matplotlib saves pictures as SVG and not as PNG: for example savefig('plot.svg')",
        ),
        (
            "plt.axhline(1, dashes=3)",
            "TypeError: Garter's matplotlib has no argument 'dashes' for axhline(); it has alpha, color, label, linestyle, linewidth and zorder",
        ),
        (
            "plt.yscale('symlog')",
            "ValueError: Garter's matplotlib has no scale 'symlog'; it has 'linear' and 'log'",
        ),
        (
            "plt.imshow([[1, 2], [3]])",
            "ValueError: the first row and another must have the same length, but they have 2 and 1 values",
        ),
        (
            "plt.xticks([1, 2], ['a'])",
            "ValueError: ticks and labels must have the same length, but they have 2 and 1 values",
        ),
        (
            "plt.pie([1, -1])",
            "ValueError: pie() needs parts that are not negative",
        ),
        (
            "plt.subplot(2, 1, 3)",
            "ValueError: there is no subplot 3 in 2 rows and 1 columns: they count from 1",
        ),
        (
            "plt.xlim(1, 1)",
            "ValueError: the limits of the x axis must differ, but both are 1",
        ),
        (
            "plt.figure(figsize=3)",
            "ValueError: figsize must be a width and a height in inches, not 3",
        ),
    ];
    for (source, expected) in cases {
        assert_eq!(error(source), expected);
    }
    for (source, start) in [
        (
            "plt.contourf([[1]])",
            "AttributeError: Garter's matplotlib has no `pyplot.contourf`; it has annotate, axhline,",
        ),
        (
            "plt.gca().quiver(1)",
            "AttributeError: Garter's matplotlib has no `Axes.quiver`; it has annotate, axhline,",
        ),
        (
            "import matplotlib.animation",
            "ModuleNotFoundError: No module named 'matplotlib.animation'",
        ),
        (
            "from matplotlib import cm",
            "ImportError: cannot import name 'cm' from 'matplotlib'",
        ),
    ] {
        let error = error(source);
        assert!(error.starts_with(start), "{error}");
    }
}

#[test]
fn a_figure_is_saved_as_a_file() {
    let run = run(program(
        "import io, matplotlib.pyplot as plt
plt.plot([1, 2]); plt.savefig('plot.svg')
binary = io.BytesIO(); plt.savefig(binary, format='svg')
print(open('plot.svg').read().startswith('<svg xmlns='), binary.getvalue().decode() == open('plot.svg').read())",
    ));
    assert_eq!(run.stderr, "");
    assert_eq!(run.stdout, "True True\n");
    assert!(run.outcome.files.contains_key("plot.svg"));
}

#[test]
fn plots_need_no_other_module_to_be_allowed() {
    let mut program = program(
        "import matplotlib.pyplot as plt
plt.hist([1, 2, 2]); plt.imshow([[1, 2]]); plt.title('$x^2$')
plt.show()",
    );
    let modules = serde_json::from_str::<garter::options::modules::ModulesRequest>(
        r#"{"allow": ["matplotlib"]}"#,
    );
    program.modules = Some(modules.expect("a request").validate().expect("valid"));
    let run = run(program);
    assert_eq!(run.stderr, "");
    assert_eq!(run.displays.len(), 1);
}
