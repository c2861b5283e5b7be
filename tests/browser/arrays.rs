//! `numpy` in the page: what is drawn, what is too much, and what has to stop. What it computes is tested natively
//! (`tests/arrays.rs`).

use libtest_mimic::{Failed, Trial};
use serde_json::{Value, json};

use crate::page::{Browser, Page, expect, expect_part};

/// Long enough that nobody waits for its end: each product is of a thousand rows and columns.
const ENDLESS: &str =
    "import numpy as np\na = np.ones((1000, 1000))\nprint('ready')\nwhile True: b = a @ a";

/// Programs that are too much, with a budget, how they end, and what they print.
fn too_much() -> [(
    &'static str,
    &'static str,
    Value,
    &'static str,
    &'static str,
); 7] {
    [
        (
            "products_that_take_too_long",
            ENDLESS,
            json!({ "budget": { "seconds": 2 } }),
            "timeout",
            "ready",
        ),
        (
            "one_product_that_takes_too_long",
            "import numpy as np\na = np.ones((3000, 3000))\nprint('ready')\na @ a",
            json!({ "budget": { "seconds": 3, "memoryMB": 512 } }),
            "timeout",
            "ready",
        ),
        (
            "sorting_that_takes_too_long",
            "import numpy as np\na = np.random.rand(3_000_000)\nprint('ready')\nwhile True: np.sort(a)",
            json!({ "budget": { "seconds": 3 } }),
            "timeout",
            "ready",
        ),
        (
            "an_array_that_no_memory_holds",
            "import numpy as np\ntry:\n    np.zeros(10 ** 10)\nexcept MemoryError as error:\n    print(error)",
            json!({}),
            "ok",
            "Unable to allocate 74.5 GiB for an array with shape (10000000000,) and data type float64",
        ),
        (
            "an_array_that_the_budget_does_not_allow",
            "import numpy as np\ntry:\n    np.ones(20_000_000)\nexcept MemoryError as error:\n    print(error)\n\
             print(np.arange(3))",
            json!({ "budget": { "memoryMB": 64 } }),
            "ok",
            "Unable to allocate 153",
        ),
        (
            "arrays_that_are_kept",
            "import numpy as np\nkept = []\nwhile True: kept.append(np.ones(100_000))",
            json!({ "budget": { "memoryMB": 64 } }),
            "memory",
            "",
        ),
        (
            "a_result_that_is_too_large",
            "import numpy as np\na = np.ones(100_000)\nb = np.add.outer(a, a)",
            json!({}),
            "exception",
            "array is too big",
        ),
    ]
}

pub fn trials(browser: &Browser) -> Vec<Trial> {
    let mut trials: Vec<Trial> = too_much()
        .into_iter()
        .map(|(name, program, options, status, prints)| {
            browser.trial(&format!("arrays::{name}"), move |page| async move {
                let result = page.run(program, options).await?;
                expect(result["status"].as_str(), Some(status))?;
                let printed = format!(
                    "{}{}",
                    result["stdout"].as_str().unwrap_or(""),
                    result["stderr"].as_str().unwrap_or("")
                );
                expect_part(&printed, prints)?;
                let next = page.run("print('next')", json!({})).await?;
                expect(next["stdout"].as_str(), Some("next\n"))
            })
        })
        .collect();
    trials.push(browser.trial("arrays::stop_reaches_the_middle_of_a_product", stops));
    trials.push(browser.trial("arrays::plots_show_them", draws));
    trials.push(browser.bare_trial("neither::arrays", |page| async move {
        page.open_older("replay", "GARTER_URL_OLDER").await?;
        let printed: String = page
            .script_with(
                "return (await garter.run('import numpy as np\\nprint(np.arange(3) * 2, np.linalg.det([[1, 2], [3, 4]]).round(3))')).stdout",
                &Value::Null,
            )
            .await?;
        expect(printed.as_str(), "[0 2 4] -2.0\n")
    }));
    trials
}

/// Stop is heard as `KeyboardInterrupt`, which a program may catch.
async fn stops(page: Page) -> Result<(), Failed> {
    let program =
        format!("try:\n    exec({ENDLESS:?})\nexcept KeyboardInterrupt:\n    print('stopped')");
    let result: Value = page
        .script_with(
            "let out = '';
             const run = garter.run(argument, { budget: { seconds: 60 }, onOutput: ({ text }) => {
               out += text;
               if (text.includes('ready')) setTimeout(() => run.stop(), 300);
             } });
             const { status } = await run;
             return [status, out];",
            &program.into(),
        )
        .await?;
    expect(&result[1], "ready\nstopped\n")
}

async fn draws(page: Page) -> Result<(), Failed> {
    page.type_program(
        "import numpy as np
import matplotlib.pyplot as plt
x = np.linspace(0, 2 * np.pi, 50)
plt.plot(x, np.sin(x), label='sine')
plt.scatter(x[::10], np.cos(x)[::10], c=x[::10])
plt.legend()
plt.show()
plt.imshow(np.arange(12).reshape(3, 4), cmap='gray')
plt.colorbar()
plt.show()
plt.hist(np.random.default_rng(1).normal(size=500), bins=20)
plt.bar(np.array(['a', 'b']), np.array([3, 4]))
plt.show()
",
    )
    .await?;
    page.click("#run").await?;
    expect(page.status_after_run().await?, "ok")?;
    page.until("document.querySelectorAll('#output img, #output svg').length === 3")
        .await
}
