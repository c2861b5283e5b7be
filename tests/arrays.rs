//! `numpy`: programs print what NumPy has printed for them (`tests/record.py`).

mod support;

use support::{print_what_was_recorded, program, run};

#[test]
fn programs_print_what_numpy_prints() {
    print_what_was_recorded("tests/arrays/programs");
}

#[test]
fn arrays_are_drawn_as_lists_are() {
    let source = "
import matplotlib.pyplot as plt
import numpy as np

def picture(call):
    plt.close('all')
    call()
    return plt.gcf()._repr_svg_()

x, m, rgb = np.arange(4.0), np.arange(8.0).reshape(4, 2), np.zeros((2, 2, 3), np.uint8)
columns = m.T.tolist()
pairs = [
    (lambda: plt.plot(x, x ** 2, 'o-'), lambda: plt.plot(x.tolist(), (x ** 2).tolist(), 'o-')),
    (lambda: plt.plot(x), lambda: plt.plot(x.tolist())),
    (lambda: plt.plot(x, m), lambda: (plt.plot(x.tolist(), columns[0]), plt.plot(x.tolist(), columns[1]))),
    (lambda: plt.scatter(x, x, s=x, c=x), lambda: plt.scatter(*[x.tolist()] * 2, s=x.tolist(), c=x.tolist())),
    (lambda: plt.bar(np.array(['a', 'b']), x[:2]), lambda: plt.bar(['a', 'b'], [0.0, 1.0])),
    (lambda: plt.hist(x, bins=np.arange(5)), lambda: plt.hist(x.tolist(), bins=[0, 1, 2, 3, 4])),
    (lambda: plt.hist(m), lambda: plt.hist(columns)),
    (lambda: plt.boxplot(m), lambda: plt.boxplot(columns)),
    (lambda: plt.imshow(m), lambda: plt.imshow(m.tolist())),
    (lambda: plt.imshow(rgb), lambda: plt.imshow(rgb.tolist())),
    (lambda: plt.pie(x + 1), lambda: plt.pie((x + 1).tolist())),
    (lambda: plt.fill_between(x, x, x * 2), lambda: plt.fill_between(*[v.tolist() for v in (x, x, x * 2)])),
    (lambda: plt.axhline(np.float64(1)), lambda: plt.axhline(1.0)),
    (lambda: plt.xticks(np.arange(3)), lambda: plt.xticks([0, 1, 2])),
]
print([at for at, (one, other) in enumerate(pairs) if picture(one) != picture(other)])";
    let run = run(program(source));
    assert_eq!((run.stdout.as_str(), run.stderr.as_str()), ("[]\n", ""));
}
