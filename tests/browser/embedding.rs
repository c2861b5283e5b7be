//! Garter in pages whose policy is as strict as can be.

use std::collections::HashMap;

use libtest_mimic::Trial;
use serde_json::json;

use crate::page::{Browser, Checked, Page, expect};
use crate::variant::Variant;

/// What the book tells a site with a strict policy to add, and nothing else.
const POLICY: &str = "default-src 'none'; script-src 'self'; connect-src 'self'; frame-src 'self'; \
    base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/// What it tells a server to send with the frame.
const FRAME_POLICY: &str = "sandbox allow-scripts; frame-ancestors 'self'";

const PAGE: &str = "<!doctype html><title>Strict</title><body><script type=\"module\" src=\"strict.js\"></script></body>";

const SCRIPT: &str = "
    window.violations = [];
    document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => violations.push(violatedDirective));
    const { Garter } = await import('./garter.js');
    window.garter = await Garter.load();
    document.documentElement.dataset.garter = 'ready';";

pub fn trials(browser: &Browser) -> Vec<Trial> {
    vec![browser.bare_trial(
        "embedding::a_strict_policy_with_trusted_types",
        |page| async move {
            open(&page).await?;
            let program =
                "import bz2, decimal, time\ntime.sleep(0.01)\nprint(bz2.compress(b'')[:2])\nprint(decimal.Decimal(1) / 8, input())";
            let result = page.run(program, json!({ "stdin": "typed" })).await?;
            expect(result["stderr"].as_str(), Some(""))?;
            expect(result["stdout"].as_str(), Some("b'BZ'\n0.125 typed\n"))?;
            let stopped = page
                .run("while True: pass", json!({ "budget": { "seconds": 0.2 } }))
                .await?;
            expect(stopped["status"].as_str(), Some("timeout"))?;
            let violations: Vec<String> = page.script("return violations").await?;
            expect(violations, Vec::<String>::new())
        },
    )]
}

/// Opens a page with this policy, whose server does for the frame what it can.
async fn open(page: &Page) -> Checked {
    let server = Variant {
        pages: HashMap::from([
            ("strict.html", PAGE.to_owned()),
            ("strict.js", SCRIPT.to_owned()),
        ]),
        headers: format!("Content-Security-Policy: {POLICY}\r\n"),
        frame_headers: format!(
            "Content-Security-Policy: {FRAME_POLICY}\r\nX-Content-Type-Options: nosniff\r\n"
        ),
        ..Variant::default()
    };
    let url = server.serve().await;
    page.open_elsewhere(&format!("{url}strict.html")).await?;
    page.be_ready().await
}
