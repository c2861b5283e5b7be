//! `pandas` in the page: tables that are shown and drawn, files, and what happens if its modules do not arrive. What it computes is
//! tested natively (`tests/tables.rs`).

use libtest_mimic::{Failed, Trial};
use serde_json::{Value, json};

use crate::page::{Browser, Page, expect, expect_part};

pub fn trials(browser: &Browser) -> Vec<Trial> {
    vec![
        browser.trial("tables::a_table_of_a_file_is_grouped_and_printed", reads),
        browser.trial("tables::tables_and_plots_are_shown", shows),
        browser.trial("tables::what_is_not_there_says_so", |page| async move {
            let result = page
                .run("import pandas as pd\npd.read_excel('a.xlsx')", json!({}))
                .await?;
            expect(result["status"].as_str(), Some("exception"))?;
            let told = result["stderr"].as_str().unwrap_or_default();
            expect_part(told, "pandas here has no pandas.read_excel")
        }),
        browser.trial("tables::a_table_that_is_too_much_ends_with_memory", |page| async move {
            let program = "import pandas as pd\nkept = []\nwhile True: kept.append(pd.DataFrame({'a': range(100_000)}))";
            let result = page.run(program, json!({ "budget": { "memoryMB": 96 } })).await?;
            expect(result["status"].as_str(), Some("memory"))?;
            let next = page.run("print('next')", json!({})).await?;
            expect(next["stdout"].as_str(), Some("next\n"))
        }),
        browser.bare_trial("neither::tables", |page| async move {
            page.open_older("replay", "GARTER_URL_OLDER").await?;
            let printed: String = page
                .script_with(
                    "return (await garter.run('import pandas as pd\\nprint(pd.Series([1, 2, 4]).mean())')).stdout",
                    &Value::Null,
                )
                .await?;
            expect(printed.as_str(), "2.3333333333333335\n")
        }),
    ]
}

async fn reads(page: Page) -> Result<(), Failed> {
    let program = "import pandas as pd
with open('shop.csv', 'w') as file:
    file.write('day,qty\\nMo,2\\nTu,\\nMo,5\\n')
df = pd.read_csv('shop.csv')
print(df)
print(df.groupby('day')['qty'].sum())
";
    let result = page.run(program, json!({})).await?;
    expect(
        result["stdout"].as_str(),
        Some(
            "  day  qty\n0  Mo  2.0\n1  Tu  NaN\n2  Mo  5.0\nday\nMo    7.0\nTu    0.0\nName: qty, dtype: float64\n",
        ),
    )
}

async fn shows(page: Page) -> Result<(), Failed> {
    page.type_program(
        "import pandas as pd
import matplotlib.pyplot as plt
df = pd.DataFrame({'name': ['<b>Ann</b>', 'Bo'], 'age': [8, 9]})
display(df)
df.plot.bar(x='name')
plt.show()
df['age'].plot(title='Ages')
plt.show()
",
    )
    .await?;
    page.click("#run").await?;
    expect(page.status_after_run().await?, "ok")?;
    page.until("document.querySelectorAll('#output img, #output svg').length === 2")
        .await?;
    page.until("document.querySelectorAll('#output iframe, #output table').length === 1")
        .await
}
