use std::cell::Cell;

use garter::embedder;

use crate::support;

thread_local! {
    static TURNS: Cell<u32> = const { Cell::new(0) };
}

#[test]
fn the_interpreter_of_this_build_has_its_embedder() {
    let turns = support::within(|interpreter| {
        embedder::set_time_slice(|| {
            TURNS.set(TURNS.get() + 1);
            1_000
        });
        interpreter.run(&support::program("for at in range(10_000): pass"));
        TURNS.get()
    });
    assert!((8..30).contains(&turns), "{turns}");
    assert_eq!(
        crate::printed("import unicodedata; print(unicodedata.name('a'))"),
        "LATIN SMALL LETTER A\n"
    );
}
