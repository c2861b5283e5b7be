//! Hints under errors: real programs, in both languages; and that the languages say the same.

use libtest_mimic::Trial;
use serde_json::json;

use crate::corpus;
use crate::page::{Browser, Page, expect, expect_part};

/// A program that fails, and parts of what is said of it in English and in Japanese.
type Failing = (
    &'static str,
    &'static [&'static str],
    &'static [&'static str],
);

/// A hint of each kind, by the error's type.
#[rustfmt::skip]
const FAILING: &[Failing] = &[
    // NameError and UnboundLocalError
    ("message = 1\n\nprint(mesage)", &["line 3", "'mesage'", "'message'"], &["3行目", "「mesage」", "「message」", "書きまちがい"]),
    ("Print('hi')", &["'print'", "capital"], &["大文字と小文字"]),
    ("print(score)", &["'score'", "\"score\"", "quotes"], &["「\"score\"」", "引用符"]),
    ("if score > 3:\n    pass", &["No variable called 'score'"], &["「score」という変数に値がありません"]),
    ("total = total + 1", &["'total = 0'", "before there is one"], &["「total = 0」", "最初の値"]),
    ("double_it(3)", &["no function called 'double_it'"], &["「double_it」という関数はありません"]),
    ("print(math.pi)", &["'import math'"], &["「import math」"]),
    ("x = null", &["'None'"], &["「None」"]),
    ("class A:\n    def __init__(self):\n        self.lives = 3\n    def show(self):\n        print(lives)\nA().show()", &["line 5", "'self.lives'"], &["5行目", "「self.lives」"]),
    ("n = 0\ndef add():\n    n += 1\nadd()", &["line 3", "'global n'"], &["3行目", "「global n」"]),
    // IndentationError and TabError
    ("if True:\nprint(1)", &["line 2", "end of line 1", "four spaces"], &["2行目", "1行目の終わり", "字下げ（インデント）"]),
    ("x = 1\n  y = 2", &["indented", "no line above"], &["字下げ（インデント）されています"]),
    ("if True:\n    x = 1\n  y = 2", &["fits none"], &["そろっていません"]),
    ("if 1:\n\tx = 1\n        y = 2", &["tabs", "spaces"], &["タブとスペース"]),
    // SyntaxError
    ("while True\n    pass", &["'while'", "colon"], &["「while」", "コロン"]),
    ("print('a'", &["'('", "never closed"], &["「(」", "閉じられていません"]),
    ("x = [1, 2)", &["'['", "']'"], &["「[」", "「]」"]),
    ("print('a'))", &["one ')' too many"], &["「)」が1つ多い"]),
    ("print('a)", &["no quote at its end"], &["引用符がありません"]),
    ("print('it's')", &["inside the text"], &["文字列の中の引用符"]),
    ("x = '''abc", &["three quotes"], &["引用符3つ"]),
    ("if x = 1:\n    pass", &["'=='"], &["「==」"]),
    ("if x => 1:\n    pass", &["'>='"], &["「>=」"]),
    ("3 = x", &["left of '='"], &["「=」の左側"]),
    ("my-name = 1", &["'my_name'"], &["「my_name」"]),
    ("print 'hi'", &["'print'", "parentheses"], &["「print(…)」", "かっこ"]),
    ("whille True:\n    pass", &["'whille'", "'while'"], &["「whille」", "「while」"]),
    ("if 1:\n    pass\nelse if 2:\n    pass", &["'elif'"], &["「elif」"]),
    ("print(“hi”)", &["quote “", "straight"], &["「“」", "半角"]),
    ("print（'hi')", &["'（'", "'('"], &["全角文字", "「(」"]),
    ("x =　1", &["wide space"], &["全角スペース"]),
    ("x = 3 × 4", &["'×'", "'*'"], &["「×」", "「*」"]),
    ("print('a' b)", &["side by side"], &["何もなく並んで"]),
    ("x = 2nd", &["digit"], &["数字"]),
    ("x = 007", &["begin with 0"], &["先頭の0"]),
    ("class = 1", &["'class'", "cannot be a name"], &["「class」", "名前には使えません"]),
    ("if True:\n    return 1", &["inside a function"], &["関数（「def」）の中"]),
    ("break", &["inside a loop"], &["ループの中"]),
    ("x = f'{}'", &["braces"], &["f文字列"]),
    ("else:\n    pass", &["no 'if'"], &["「if」がありません"]),
    ("x = )(", &["')' too many"], &["「)」"]),
    // TypeError
    ("print('Age: ' + 3)", &["text and a whole number", "str(number)"], &["文字列と整数", "「str(数)」"]),
    ("print(3 + '4')", &["a whole number and text"], &["整数と文字列"]),
    ("print('4' - 1)", &["'-'", "int(text)"], &["「-」", "「int(文字列)」"]),
    ("print(1 + None)", &["None"], &["値なし"]),
    ("print('4' > 3)", &["cannot compare text and a whole number"], &["文字列と整数を比べる"]),
    ("def greet(name, age): pass\ngreet('Ann')", &["greet()", "age", "'def'"], &["「greet」", "（age）"]),
    ("def greet(name): pass\ngreet('Ann', 3)", &["greet() 2 values"], &["「greet」に2個の引数"]),
    ("class Dog:\n    def bark(): pass\nDog().bark()", &["bark()", "'self'"], &["「bark」", "「self」"]),
    ("def greet(name): pass\ngreet(nam='Ann')", &["'nam'"], &["「nam」"]),
    ("print(len(1, 2))", &["len()", "2"], &["「len」に2個"]),
    ("x = 2(3 + 4)", &["'*'"], &["「*」"]),
    ("sum = 3\nprint(sum([1, 2]))", &["'sum'", "Python's own"], &["「sum」", "もともとPythonの関数"]),
    ("l = [1]\nl(0)", &["square brackets"], &["角かっこ"]),
    ("import random\nrandom(3)", &["'random' is a module"], &["「random.関数名(…)」"]),
    ("for i in 5:\n    pass", &["'range(number)'"], &["「range(数)」"]),
    ("l = [2, 1].sort()\nprint(l[0])", &["None", "sort()"], &["値なし", "「sort()」"]),
    ("l = [1]\nprint(l['0'])", &["number of an element"], &["要素の番号（整数）"]),
    ("s = 'abc'\ns[0] = 'd'", &["cannot change"], &["変えることはできません"]),
    // The others
    ("l = [1, 2]\nprint(l[2])", &["'l'", "'2'", "begins at 0"], &["「l」に「2」番", "0から始まる"]),
    ("ages = {'Ann': 3}\nprint(ages['Bob'])", &["'Bob'", "get('Bob')"], &["「'Bob'」というキー", "get('Bob')"]),
    ("x = None\nx.upper()", &["'.upper'", "None"], &["「.upper」", "「None」"]),
    ("[].appendd(1)", &["'appendd'", "'append'"], &["「appendd」", "「append」"]),
    ("'abc'.length", &["len(something)"], &["「len(…)」"]),
    ("n = 0\nprint(10 / n)", &["'n'", "zero"], &["「n」で割ろう", "0"]),
    ("print(10 / 0)", &["zero"], &["0で割る"]),
    ("import seaborn", &["'seaborn'", "installed"], &["「seaborn」", "インストール"]),
    ("import rnadom", &["'rnadom'"], &["「rnadom」"]),
    ("from math import sqr", &["'sqr'", "'sqrt'"], &["「sqr」", "「sqrt」"]),
    ("def f(n):\n    return f(n + 1)\nf(0)", &["'f'", "calls itself"], &["「f」", "自分自身"]),
    ("int('abc')", &["int()", "'abc'"], &["「int()」", "'abc'"]),
    ("int('2.5')", &["float("], &["「float(…)」"]),
    ("float('1,5')", &["point"], &["コンマではなく点"]),
    ("a, b = 1, 2, 3", &["2 names"], &["名前は2個"]),
    ("input('? ')", &["input"], &["入力"]),
    ("open('data.txt')", &["'data.txt'"], &["'data.txt'", "ファイル"]),
];

/// Programs of the corpus that nothing is said of: their errors are of no common kind.
const UNHINTED: &[&str] = &[
    "cases/syntax/nonlocal_at_top.py",
    "cases/tracebacks/assertion.py",
    "cases/tracebacks/assertion_bare.py",
    "cases/tracebacks/chained_from.py",
    "cases/tracebacks/chained_suppressed.py",
    "cases/tracebacks/custom_exception.py",
    "cases/tracebacks/exception_group.py",
    "cases/tracebacks/exception_group_deep.py",
    "cases/tracebacks/exception_group_linked.py",
    "cases/tracebacks/in_generator.py",
    "cases/tracebacks/keyboard_interrupt.py",
    "cases/tracebacks/library_datetime.py",
    "cases/tracebacks/library_json.py",
    "cases/tracebacks/library_statistics.py",
    "cases/tracebacks/mutual_recursion.py",
    "cases/tracebacks/notes.py",
    "cases/tracebacks/stop_iteration_in_generator.py",
];

/// Runs programs and says how each hint reads, in both languages: null where there is no error, and
/// where there is no hint, `{error}`.
const HINTS: &str = "
    const { hintFor, textsFor } = await import(new URL('hints.js', location.href));
    const [en, ja] = ['en-GB', 'ja'].map(textsFor);
    const hints = [];
    for (const source of argument) {
      const { error } = await garter.run(source);
      const [english, japanese] = error ? [hintFor(error, en), hintFor(error, ja)] : [null, null];
      hints.push({ error: error?.text ?? null, en: english, ja: japanese });
    }
    return hints;
";

#[derive(serde::Deserialize)]
struct Said {
    error: Option<String>,
    en: Option<String>,
    ja: Option<String>,
}

async fn said(page: &Page, sources: &[&str]) -> Result<Vec<Said>, libtest_mimic::Failed> {
    page.script_with(HINTS, &json!(sources)).await
}

pub fn trials(browser: &Browser) -> Vec<Trial> {
    vec![
        browser.trial(
            "common_errors_are_explained_in_both_languages",
            |page| async move {
                let sources: Vec<_> = FAILING.iter().map(|(source, ..)| *source).collect();
                let all = said(&page, &sources).await?;
                let mut wrong = Vec::new();
                for ((source, english, japanese), said) in FAILING.iter().zip(&all) {
                    for (parts, hint) in [(english, &said.en), (japanese, &said.ja)] {
                        let hint = hint.as_deref().unwrap_or("no hint");
                        if !parts.iter().all(|part| hint.contains(part)) {
                            wrong.push(format!("{source}: {parts:?} are not in {hint:?}"));
                        }
                    }
                }
                expect(wrong, Vec::<String>::new())
            },
        ),
        browser.trial(
            "recorded_programs_of_common_kinds_get_a_hint",
            |page| async move {
                let failing: Vec<_> = corpus::recorded()
                    .into_iter()
                    .filter(|case| {
                        ["cases/syntax/", "cases/tracebacks/"]
                            .iter()
                            .any(|folder| case.name.starts_with(folder))
                    })
                    .collect();
                let sources: Vec<_> = failing.iter().map(|case| case.source.as_str()).collect();
                let mut unhinted = Vec::new();
                for (case, said) in failing.iter().zip(said(&page, &sources).await?) {
                    if said.error.is_some() && said.en.is_none() {
                        unhinted.push(case.name.as_str());
                    }
                }
                expect(unhinted, UNHINTED)
            },
        ),
        browser.trial("errors_of_a_program_s_own_get_no_hint", |page| async move {
            let sources = [
                "class Own(Exception): pass\nraise Own('x')",
                "raise NameError(\"name '((' is not defined\")",
                "raise TypeError('() takes ' * 10_000)",
                "raise KeyError('x', 'y' * 100_000)",
                "raise ValueError",
            ];
            let hints = said(&page, &sources).await?.into_iter().map(|said| said.en);
            expect(hints.collect::<Vec<_>>(), vec![None; sources.len()])
        }),
        browser.trial("a_hint_stands_below_the_traceback_until_the_next_run", |page| async move {
            page.type_program("print(mesage)\n").await?;
            page.click("#run").await?;
            expect(page.status_after_run().await?, "exception")?;
            expect_part(&page.text("#output").await?, "NameError: name 'mesage' is not defined")?;
            expect_part(&page.text("#output .hint").await?, "Look at line 1.")?;
            page.until(
                "[...document.querySelectorAll('#result [role=log] p')].filter(said => said.textContent.includes('Look at line 1.')).length === 1",
            )
            .await?;
            page.type_program("print('fine')\n").await?;
            page.click("#run").await?;
            expect(page.status_after_run().await?, "ok")?;
            expect(page.text("#output").await?, "fine\n")
        }),
        browser.trial("nothing_is_left_untranslated", |page| async move {
            let left: Vec<String> = page.script_with(UNTRANSLATED, &json!(null)).await?;
            expect(left, Vec::<String>::new())
        }),
    ]
}

/// Japanese texts that are English still, and keys that one language
/// has and the other has not.
const UNTRANSLATED: &str = r#"
    const { textsFor, sentencesFor } = await import(new URL('hints.js', location.href));
    const NAMES = /Python|JSON|Garter/g;
    const VALUES = { kind: '値', names: ['1'], known: ['1'] };
    const left = [];
    const filled = (value) =>
      typeof value === 'function' ? value(new Proxy({}, { get: (_, name) => VALUES[name] ?? '1' })) : value;
    const compare = (path, english, japanese) => {
      if (typeof english === 'object') {
        if (path !== '.editor.phrases') {
          const keys = new Set([...Object.keys(english), ...Object.keys(japanese ?? {})]);
          for (const key of keys) compare(`${path}.${key}`, english[key], japanese?.[key]);
        }
        return;
      }
      if (typeof english !== typeof japanese) return left.push(`${path}: missing`);
      const text = filled(japanese);
      // A program is not a sentence.
      if (path.endsWith('rogram') || path === '.lang') return;
      // Names and code may stay as they are; a row of English words may not.
      const sentence = text.replace(/「[^」]*」|"[^"]*"/g, '').replace(NAMES, '');
      const isEnglish = /[A-Za-z]+ [a-z]+ [a-z]+/.test(sentence);
      const isForeign = /[A-Za-z]{3}/.test(sentence) && !/[ぁ-ヿ一-鿿]/.test(text);
      if (isEnglish || isForeign) left.push(`${path}: ${text}`);
    };
    const [english, japanese] = ['en', 'ja'].map(textsFor);
    compare('', english, japanese);
    compare('hints', sentencesFor(english), sentencesFor(japanese));
    return left;
"#;
