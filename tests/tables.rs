//! `pandas`: programs print what pandas has printed for them (`tests/record.py`).

mod support;

use support::{print_what_was_recorded, program, run};

#[test]
fn programs_print_what_pandas_prints() {
    print_what_was_recorded("tests/tables/programs");
}

#[test]
fn what_is_not_there_says_so_by_name() {
    let source = "
import pandas as pd
df = pd.DataFrame({'a': [1]})
for call in (lambda: df.to_excel('x'), lambda: df.style, lambda: df.a.astype('Int64'), lambda: df.a.sparse,
             lambda: pd.read_excel, lambda: pd.Period, lambda: df.groupby('a').boxplot, lambda: pd.Timestamp('2024-01-01', tz='UTC'),
             lambda: pd.read_csv('https://example.org/x.csv'), lambda: df.a.rolling(2).sum(engine='numba'),
             lambda: df.a.pct_change(axis=1), lambda: df.a.cumsum(0, True, 'f4')):
    try:
        call()
    except (AttributeError, NotImplementedError, OSError) as error:
        print('here' in str(error))
    else:
        print('no error')";
    let run = run(program(source));
    assert_eq!(
        (run.stdout, run.stderr),
        ("True\n".repeat(12), String::new())
    );
}

#[test]
fn tables_are_drawn_and_displayed() {
    let source = "
import pandas as pd
import matplotlib.pyplot as plt
df = pd.DataFrame({'a': [1, 3, 2], 'b': [2.5, 1, 4], 'k': list('xyz')})
dated = pd.DataFrame({'v': [1, 2, 3]}, index=pd.date_range('2024-01-01', periods=3))
for draw in (lambda: df.plot(), lambda: df.plot.bar(x='k'), lambda: df.plot(kind='barh', stacked=True), lambda: df.plot.hist(bins=4),
             lambda: df.plot.scatter('a', 'b', c='a'), lambda: df.plot.box(), lambda: df.plot.area(), lambda: df.a.plot.pie(),
             lambda: df.set_index('k')['a'].plot(title='A', grid=True), lambda: dated.plot(figsize=(4, 3)), lambda: df.hist(),
             lambda: df.plot(subplots=True)):
    plt.close('all')
    draw()
    picture = plt.gcf()._repr_svg_()
    print(picture.startswith('<svg'), len(picture) > 2000)
print('<th>k</th>' in df._repr_html_(), '&lt;b&gt;' in pd.DataFrame({'<b>': ['<i>']})._repr_html_())";
    let run = run(program(source));
    assert_eq!(
        (run.stdout, run.stderr),
        ("True True\n".repeat(13), String::new())
    );
}
