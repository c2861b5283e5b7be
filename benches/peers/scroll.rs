//! Whether a page moves smoothly while somebody scrolls it, on a processor that is four times slower: the gallery of the
//! playground, and a page of a hundred snippets.

use serde_json::{Value, json};

use crate::choice::rounds;
use crate::figures::Table;
use crate::page::{Engine, Page};
use crate::python::{new_browser, rest, surroundings};

const ROUNDS: usize = 5;
const SLOWER: u32 = 4;

/// A page, what is done before, and what then can be scrolled.
struct Scrolled {
    name: &'static str,
    path: &'static str,
    /// An expression that is true when the page is there, and what is done then.
    is_there: &'static str,
    open: &'static str,
    /// Something of the content, which is there when the content is.
    content: &'static str,
}

const SCROLLED: [Scrolled; 2] = [
    Scrolled {
        name: "the gallery",
        path: "garter/index.html",
        is_there: "document.documentElement.dataset.garter === 'ready'",
        open: "document.getElementById('examples').click()",
        content: ".gallery[open] [data-path]",
    },
    Scrolled {
        name: "100 snippets",
        path: "snippets.html?100",
        is_there: "window.snippets",
        open: "",
        content: "garter-snippet",
    },
];

/// Scrolls what holds the content down by 40 pixels of each sixtieth of a second, for three seconds or to its end, and
/// returns the frames in a second and the longest time without one, in milliseconds.
const SCROLL: &str = "
    let holder = document.querySelector(argument);
    while (holder.parentElement && (holder.scrollHeight <= holder.clientHeight + 1 || getComputedStyle(holder).overflowY === 'visible'))
      holder = holder.parentElement;
    if (!holder.parentElement) holder = document.scrollingElement;
    const most = holder.scrollHeight - holder.clientHeight;
    if (most < 1000) throw new Error(`there is nothing to scroll: ${most} pixels of ${holder.localName}`);
    const frame = () => new Promise(requestAnimationFrame);
    const began = await frame();
    let [frames, longest, last] = [0, 0, began];
    while (last - began < 3000 && holder.scrollTop < most - 1) {
      holder.scrollTop = (last - began + 1000 / 60) * 2.4;
      const now = await frame();
      frames += 1;
      longest = Math.max(longest, now - last);
      last = now;
    }
    return [frames / (last - began) * 1000, longest];";

pub fn measure() -> Vec<Table> {
    let names = SCROLLED.map(|scrolled| scrolled.name);
    let mut table = Table::of_rows(
        &format!("Scrolling on a processor {SLOWER} times slower"),
        &["frames per second", "longest pause (ms)"],
        &names,
    );
    let rounds = rounds(ROUNDS);
    let browser = new_browser(Engine::Chromium);
    let mut about = String::new();
    for round in 1..=rounds {
        println!("scroll: round {round} of {rounds}");
        for (row, scrolled) in SCROLLED.iter().enumerate() {
            let ([frames, longest], surroundings) = browser.with_page(|page| async move {
                (scroll(&page, scrolled).await, surroundings(&page))
            });
            table.add(row, 0, frames);
            table.add(row, 1, longest);
            about = surroundings;
        }
    }
    table.note_medians(&about, rounds);
    browser.close();
    vec![table]
}

async fn scroll(page: &Page, scrolled: &Scrolled) -> [f64; 2] {
    page.open(scrolled.path).await.expect("a page");
    page.until(scrolled.is_there).await.expect("it is there");
    page.script::<Value>(scrolled.open).await.expect("it opens");
    page.until(&format!("document.querySelector({:?})", scrolled.content))
        .await
        .expect("its content");
    rest(page).await;
    throttle(page, SLOWER).await;
    let figures = page.script_with(SCROLL, &json!(scrolled.content)).await;
    throttle(page, 1).await;
    figures.expect("it can be scrolled")
}

async fn throttle(page: &Page, times: u32) {
    page.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": times }))
        .await
        .expect("Chromium has it");
}
