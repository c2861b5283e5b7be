//! What fingers do, in Chromium as a telephone: DevTools make it one, and touches are the browser's own. A keyboard that
//! slides in is told by the size of the visual viewport, as it is on telephones.

use libtest_mimic::{Failed, Trial};
use serde_json::{Value, json};

use crate::page::{Browser, Checked, Engine, Page, expect};
use crate::snippets::stay_at_snippets;

const UPRIGHT: (u32, u32) = (390, 760);
const LYING: (u32, u32) = (844, 390);

/// What a test finds in the page.
const HELPERS: &str = "
    window.bar = () => [...document.body.children].map(({ shadowRoot }) => shadowRoot?.querySelector('[role=toolbar]')).find(Boolean) ?? null;
    window.key = (name) => [...bar().children].find(({ ariaLabel }) => ariaLabel === name);
    window.middle = (element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return [(left + right) / 2, (top + bottom) / 2];
    };
    window.openKeyboard = (height) => {
      Object.defineProperty(visualViewport, 'height', { configurable: true, get: () => innerHeight - height });
      visualViewport.dispatchEvent(new Event('resize'));
    };";

pub fn trials(browser: &Browser) -> Vec<Trial> {
    // The drivers of others have no touch screen.
    if browser.engine() != Engine::Chromium {
        return Vec::new();
    }
    vec![
        browser.trial(
            "fingers::a_bar_of_keys_types_in_the_editor_and_runs",
            |page| async move { as_telephone(&page, UPRIGHT, editor(&page)).await },
        ),
        browser.trial(
            "fingers::the_caret_is_never_below_the_keys_however_the_telephone_is_held",
            |page| async move {
                let held = async {
                    for (window, keyboard) in [(UPRIGHT, 340), (LYING, 190)] {
                        hold(&page, window).await?;
                        page.type_program(&format!("{}last = 1", "print(1)\n".repeat(60)))
                            .await?;
                        tap(&page, "document.querySelector('#editor .cm-activeLine')").await?;
                        open_keyboard(&page, keyboard).await?;
                        page.until(CARET_IS_SEEN).await?;
                        // And goes on being so while somebody writes.
                        for _ in 0..8 {
                            page.keys("\u{e007}x").await?;
                        }
                        page.until(CARET_IS_SEEN).await?;
                        open_keyboard(&page, 0).await?;
                    }
                    Ok(())
                };
                as_telephone(&page, UPRIGHT, held).await
            },
        ),
        browser.trial(
            "fingers::questions_and_the_console_have_the_keys_as_well",
            |page| async move { as_telephone(&page, UPRIGHT, prompts(&page)).await },
        ),
        browser.trial(
            "fingers::a_keyboard_with_keys_hides_the_bar",
            |page| async move {
                let hidden = async {
                    tap(&page, "document.querySelector('#editor .cm-content')").await?;
                    page.until("bar()").await?;
                    page.keys("\u{e012}").await?;
                    page.until("!bar()").await?;
                    // The screen's own keyboard opens again: the other one is gone.
                    open_keyboard(&page, 300).await?;
                    page.until("bar()").await?;
                    open_keyboard(&page, 0).await?;
                    tap(&page, "document.querySelector('h1')").await?;
                    page.script::<()>("document.activeElement.blur()").await?;
                    page.until("!bar()").await
                };
                as_telephone(&page, UPRIGHT, hidden).await
            },
        ),
        browser.trial(
            "fingers::nothing_hinders_a_long_press_to_select_as_the_system_does",
            |page| async move { as_telephone(&page, UPRIGHT, selected(&page)).await },
        ),
        browser.trial(
            "fingers::targets_have_44_pixels_and_fields_no_text_that_telephones_zoom_into",
            |page| async move { as_telephone(&page, UPRIGHT, large(&page)).await },
        ),
        browser.bare_trial("fingers::a_snippet_has_the_keys_too", |page| async move {
            stay_at_snippets(&page).await?;
            as_telephone(&page, UPRIGHT, snippet(&page)).await
        }),
    ]
}

/// Whether the caret of the editor is above the keys and in what is seen.
const CARET_IS_SEEN: &str = "((line) => line.top >= visualViewport.offsetTop - 1 && line.bottom <= bar().getBoundingClientRect().top + 1)
    (document.querySelector('#editor .cm-activeLine').getBoundingClientRect())";

async fn editor(page: &Page) -> Checked {
    page.type_program("").await?;
    tap(page, "document.querySelector('#editor .cm-content')").await?;
    open_keyboard(page, 340).await?;
    page.until("bar()").await?;
    let names: Vec<String> = page
        .script("return [...bar().children].map(({ ariaLabel }) => ariaLabel)")
        .await?;
    expect(names.len(), 15)?;
    let least: f64 = page
        .script("return Math.min(...[...bar().children].flatMap((key) => [key.offsetWidth, key.offsetHeight]))")
        .await?;
    expect(least >= 44.0, true)?;
    page.keys("print").await?;
    for key in ["Parentheses", "Quotation marks"] {
        press(page, key).await?;
    }
    page.keys("a").await?;
    for key in [
        "Right",
        "Right",
        "Number sign",
        "Underscore",
        "Equals sign",
        "Colon",
        "Undo",
        "Redo",
        "Left",
    ] {
        press(page, key).await?;
    }
    expect(page.editor_text().await?, "print(\"a\")#_=:")?;
    expect(
        page.script::<bool>(
            "return document.querySelector('#editor').contains(document.activeElement)",
        )
        .await?,
        true,
    )?;
    press(page, "Indent or complete").await?;
    expect(page.editor_text().await?, "    print(\"a\")#_=:")?;
    press(page, "Undo").await?;
    press(page, "Run").await?;
    expect(page.status_after_run().await?, "ok")?;
    expect(page.text("#output").await?, "a\n")?;
    // The keyboard goes, and the bar with it: the output is what the reader wants to see.
    page.until("!bar()").await?;
    open_keyboard(page, 0).await
}

/// Headless browsers have no long press: what the page does to its events, and to what was selected.
async fn selected(page: &Page) -> Checked {
    page.type_program("wonderful = 1").await?;
    let hindered: Vec<String> = page
        .script(
            "const line = document.querySelector('#editor .cm-line');
             return ['touchstart', 'pointerdown', 'contextmenu', 'selectstart'].filter((type) =>
               !line.dispatchEvent(new Event(type, { bubbles: true, cancelable: true })));",
        )
        .await?;
    expect(hindered, Vec::<String>::new())?;
    page.script::<()>(
        "const text = document.createTreeWalker(document.querySelector('#editor .cm-line'), NodeFilter.SHOW_TEXT).nextNode();
         document.querySelector('#editor .cm-content').focus();
         getSelection().setBaseAndExtent(text, 0, text, 9);",
    )
    .await?;
    // Nothing of ours is painted in the place of the system's selection and handles.
    let is_system: bool = page
        .script(
            "return !document.querySelector('#editor .cm-selectionLayer, #editor .cm-cursorLayer') &&
               getComputedStyle(document.querySelector('#editor .cm-content')).userSelect !== 'none'",
        )
        .await?;
    expect(is_system, true)?;
    page.keys("fine").await?;
    expect(page.editor_text().await?, "fine = 1")
}

async fn prompts(page: &Page) -> Checked {
    page.type_program("print(input('? '))").await?;
    tap(page, "document.querySelector('#run')").await?;
    page.until("document.querySelector('#output .input')")
        .await?;
    tap(page, "document.querySelector('#output .input')").await?;
    open_keyboard(page, 340).await?;
    page.until("bar()").await?;
    page.keys("a").await?;
    for key in [
        "Braces",
        "Underscore",
        "Right",
        "Number sign",
        "Undo",
        "Redo",
    ] {
        press(page, key).await?;
    }
    expect(
        page.script::<String>("return document.querySelector('#output .input').value")
            .await?,
        "a{_}#",
    )?;
    expect(page.script::<bool>("return document.querySelector('#output .input').getBoundingClientRect().bottom <= bar().getBoundingClientRect().top").await?, true)?;
    press(page, "Answer").await?;
    expect(page.status_after_run().await?, "ok")?;
    expect(page.text("#output").await?, "? a{_}#\na{_}#\n")?;
    page.until("!bar()").await?;
    tap(page, "document.querySelector('#console')").await?;
    page.until("document.querySelector('#output .input')")
        .await?;
    tap(page, "document.querySelector('#output .input')").await?;
    page.until("bar()").await?;
    page.keys("prin").await?;
    press(page, "Indent or complete").await?;
    page.until("document.querySelector('#output .input').value.startsWith('print')")
        .await?;
    page.script::<()>("document.querySelector('#output .input').value = '6 * 7'")
        .await?;
    press(page, "Answer").await?;
    page.until("document.querySelector('#output').textContent.includes('42')")
        .await?;
    // What was typed before comes back.
    page.until("document.querySelector('#output .input')")
        .await?;
    press(page, "Earlier line").await?;
    expect(
        page.script::<String>("return document.querySelector('#output .input').value")
            .await?,
        "6 * 7",
    )?;
    open_keyboard(page, 0).await
}

async fn snippet(page: &Page) -> Checked {
    page.script::<()>(
        "document.body.querySelectorAll(':scope > :not(iframe)').forEach((element) => element.remove());
         document.body.insertAdjacentHTML('afterbegin', '<garter-snippet id=s editable><pre><code>print(1)</code></pre></garter-snippet>');
         snippet().edit();",
    )
    .await?;
    page.until("inside('.cm-content')").await?;
    tap(page, "inside('.cm-content')").await?;
    page.until("bar()").await?;
    for key in ["Number sign", "Run"] {
        press(page, key).await?;
    }
    page.until("snippet().status === 'ok'").await?;
    expect(
        page.script::<bool>("return snippet().code.includes('#')")
            .await?,
        true,
    )?;
    expect(
        page.script::<Vec<String>>(&small("snippet().shadowRoot"))
            .await?,
        Vec::<String>::new(),
    )
}

async fn large(page: &Page) -> Checked {
    for open in ["", "#project", "#share", "#new-file", "#examples"] {
        if !open.is_empty() {
            page.script_with::<()>("document.querySelector(argument).click()", &open.into())
                .await?;
            page.until("document.querySelector('dialog[open], .menu')")
                .await?;
        }
        let within = if open.is_empty() {
            "document"
        } else {
            "document.querySelector('dialog, .menu')"
        };
        if open == "#examples" {
            page.until("document.querySelector('.gallery [data-path]')")
                .await?;
        }
        expect(
            page.script::<Vec<String>>(&small(within)).await?,
            Vec::<String>::new(),
        )?;
        page.script::<()>("document.querySelector('dialog')?.close(); document.querySelector('[aria-haspopup=menu][aria-expanded=true]')?.click()").await?;
    }
    Ok(())
}

/// What is too small for a finger, or whose text a telephone would zoom into. What is only there for keys is left out.
fn small(within: &str) -> String {
    format!(
        "const all = (css) => [...{within}.querySelectorAll(css)].filter((element) => element.checkVisibility({{ opacityProperty: true }}));
         const name = (element) => `${{element.localName}}#${{element.id}}.${{element.className}} ${{element.textContent.slice(0, 20)}} ${{element.offsetWidth}} by ${{element.offsetHeight}}`;
         return [
           ...all('button, select, .gallery-choice span').filter(({{ offsetWidth, offsetHeight }}) => Math.min(offsetWidth, offsetHeight) < 44),
           ...all('input:not([type=radio], [type=file]), textarea, select, .cm-content').filter((element) => parseFloat(getComputedStyle(element).fontSize) < 16),
         ].map(name);"
    )
}

/// Makes the browser a telephone for a test, whatever comes of it.
async fn as_telephone(
    page: &Page,
    window: (u32, u32),
    test: impl Future<Output = Checked>,
) -> Checked {
    hold(page, window).await?;
    let touch = json!({ "enabled": true, "maxTouchPoints": 1 });
    page.devtools("Emulation.setTouchEmulationEnabled", touch)
        .await?;
    // The page learns at its beginning what points in it.
    let address: String = page.script("return location.href").await?;
    page.open_elsewhere(&address).await?;
    page.until("document.documentElement.dataset.garter === 'ready' || customElements.get('garter-snippet')").await?;
    page.script::<()>(HELPERS).await?;
    page.script::<()>(crate::snippets::HELPERS).await?;
    let tested = test.await;
    page.devtools(
        "Emulation.setTouchEmulationEnabled",
        json!({ "enabled": false }),
    )
    .await?;
    page.devtools("Emulation.clearDeviceMetricsOverride", json!({}))
        .await?;
    // The next test begins in a page that has no finger.
    page.open("playground.css").await?;
    tested
}

async fn hold(page: &Page, (width, height): (u32, u32)) -> Checked {
    let metrics =
        json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": true });
    page.devtools("Emulation.setDeviceMetricsOverride", metrics)
        .await?;
    Ok(())
}

async fn open_keyboard(page: &Page, height: u32) -> Checked {
    page.script_with::<()>(
        "openKeyboard(argument);
         await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));",
        &height.into(),
    )
    .await
}

/// Touches the middle of an element, which an expression returns.
async fn tap(page: &Page, element: &str) -> Checked {
    // Where it stands still: while the keys come or go, a touch would meet what is there by then.
    let at_rest = format!(
        "const frame = () => new Promise(requestAnimationFrame);
         for (let was = '', is; ; was = String(is)) {{
           is = middle({element});
           if (String(is) === was) return is;
           await frame();
           await frame();
         }}"
    );
    let [x, y]: [f64; 2] = page.script_with(&at_rest, &Value::Null).await?;
    touch(page, "touchStart", json!([{ "x": x, "y": y }])).await?;
    touch(page, "touchEnd", json!([])).await
}

/// Touches a key of the bar, after it was moved into sight.
async fn press(page: &Page, key: &str) -> Checked {
    page.script_with::<()>(
        "key(argument).scrollIntoView({ inline: 'center', block: 'nearest' })",
        &key.into(),
    )
    .await?;
    tap(page, &format!("key({key:?})")).await
}

async fn touch(page: &Page, kind: &str, points: Value) -> Result<(), Failed> {
    page.devtools(
        "Input.dispatchTouchEvent",
        json!({ "type": kind, "touchPoints": points }),
    )
    .await?;
    Ok(())
}
