//! What an element says of its page's mistakes.

use libtest_mimic::Trial;

use super::{place, trial};
use crate::page::Browser;

/// What is wrong in a page, and what the element says of it.
const WRONG: &[(&str, &str, &str)] = &[
    (
        "a_wrong_loading",
        "<garter-snippet id=s loading=soon>print(1)</garter-snippet>",
        "loading=\"soon\" is not known. Allowed: lazy, eager.",
    ),
    (
        "a_wrong_display",
        "<garter-snippet id=s display=table>print(1)</garter-snippet>",
        "Allowed: repl.",
    ),
    (
        "a_wrong_timeout",
        "<garter-snippet id=s timeout=soon>print(1)</garter-snippet>",
        "timeout=\"soon\" is not a number of seconds",
    ),
    (
        "a_wrong_memory",
        "<garter-snippet id=s memory=-3>print(1)</garter-snippet>",
        "memory=\"-3\" is not a number of MB",
    ),
    (
        "a_misspelt_attribute",
        "<garter-snippet id=s edittable>print(1)</garter-snippet>",
        "no attribute edittable. Did you mean editable?",
    ),
    (
        "a_flag_with_a_value",
        "<garter-snippet id=s editable=false>print(1)</garter-snippet>",
        "editable=\"false\" does not turn editable off",
    ),
    (
        "a_wrong_number_of_lines",
        "<garter-snippet id=s lines=many>print(1)</garter-snippet>",
        "lines=\"many\" is not a number of lines",
    ),
    (
        "too_much_memory",
        "<garter-snippet id=s memory=1e9>print(1)</garter-snippet>",
        "it must be a number from 1 to 2048",
    ),
    (
        "an_unknown_policy",
        "<garter-snippet id=s policy=strict>print(1)</garter-snippet>",
        "Allowed: beginner, no-loops, restricted",
    ),
    (
        "a_policy_that_is_no_json",
        "<garter-snippet id=s policy='{forbid'>print(1)</garter-snippet>",
        "policy begins like JSON",
    ),
    (
        "modules_both_ways",
        "<garter-snippet id=s modules='os !sys'>print(1)</garter-snippet>",
        "both allows and forbids",
    ),
    (
        "packages",
        "<garter-snippet id=s packages=numpy>print(1)</garter-snippet>",
        "packages from PyPI, which Garter cannot bring",
    ),
    (
        "a_missing_src",
        "<garter-snippet id=s src=missing.py></garter-snippet>",
        "missing.py, which is missing on the server (404)",
    ),
    (
        "a_missing_element",
        "<garter-snippet id=s files=nobody>print(1)</garter-snippet>",
        "files names \"nobody\", but no element of this page has this id",
    ),
    (
        "a_missing_file",
        "<garter-snippet id=s files=no/where.csv>print(1)</garter-snippet>",
        "no/where.csv, which is missing on the server (404)",
    ),
    (
        "a_missing_before",
        "<garter-snippet id=s before=setup>print(1)</garter-snippet>",
        "before names \"setup\", but no element",
    ),
    (
        "a_template_without_a_place",
        "<template id=t>pass</template><garter-snippet id=s template=t>print(1)</garter-snippet>",
        "no line that is just ##CODE##",
    ),
    (
        "a_missing_dependency",
        "<p id=p></p><garter-snippet id=s depends-on=p>print(1)</garter-snippet>",
        "no <garter-snippet> of this page has this id",
    ),
    (
        "dependencies_in_a_circle",
        "<garter-snippet id=s depends-on=t>print(1)</garter-snippet><garter-snippet id=t depends-on=s>print(1)</garter-snippet>",
        "in a circle by way of \"s\"",
    ),
    (
        "a_policy_of_a_missing_element",
        "<garter-snippet id=s policy='#rules'>print(1)</garter-snippet>",
        "policy names \"rules\"",
    ),
    (
        "a_wrong_selector",
        "<garter-snippet id=s selector='pre >'></garter-snippet>",
        "is not a CSS selector",
    ),
    (
        "no_code",
        "<p><garter-snippet id=s><pre>print(1)</pre></garter-snippet>",
        "close the <p> before the element",
    ),
];

pub fn trials(browser: &Browser) -> Vec<Trial> {
    WRONG
        .iter()
        .map(|&(name, html, says)| {
            trial(
                browser,
                &format!("{name}_is_explained_in_the_element"),
                move |page| async move {
                    place(&page, html).await?;
                    page.script::<()>("snippet().run()").await?;
                    page.until("shown('.notices')").await?;
                    page.until(&format!("shown('.notices').includes({says:?})"))
                        .await
                },
            )
        })
        .collect()
}
