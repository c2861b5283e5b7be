//! A browser with a page in it, and what a test does to it.

use std::env;
use std::future::Future;
use std::process::Command;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::wd::{Capabilities, WebDriverCompatibleCommand, WindowHandle};
use fantoccini::{Client, ClientBuilder, Locator};
use http::Method;
use libtest_mimic::{Failed, Trial};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tokio::runtime::Runtime;
use tokio::time::{sleep, timeout};
use url::Url;

/// Longer than anything here takes on a machine that is slow and busy; a test that waits for this
/// long has failed.
const PATIENCE: Duration = Duration::from_mins(5);

/// Seconds in which each program that comes to its end has come to it, also on such a machine.
const ENOUGH_SECONDS: f64 = 120.0;

/// The control key, which is held while others are pressed.
const CONTROL: char = '\u{e009}';

pub type Checked = Result<(), Failed>;

/// The browsers that are driven.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    /// Only for benchmarks.
    WebKit,
}

/// A browser that all its tests share, one after the other.
#[derive(Clone)]
pub struct Browser(Arc<Shared>);

struct Shared {
    engine: Engine,
    url: String,
    driver: String,
    capabilities: Capabilities,
    runtime: Runtime,
    /// There from the first test on: tests can be listed without a browser.
    page: Mutex<Option<Page>>,
}

/// The one page, and where the server is.
#[derive(Clone)]
pub struct Page {
    client: Client,
    pub engine: Engine,
    pub url: String,
}

impl Engine {
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// As in the names of tests.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// The environment variables that name the program and its driver's address.
    fn variables(self) -> [&'static str; 2] {
        match self {
            Self::Chromium => ["GARTER_CHROMIUM", "GARTER_CHROMIUM_DRIVER"],
            Self::Firefox => ["GARTER_FIREFOX", "GARTER_FIREFOX_DRIVER"],
            Self::WebKit => ["GARTER_WEBKIT", "GARTER_WEBKIT_DRIVER"],
        }
    }

    /// What a driver has to know to start the program.
    fn capabilities(self, program: &str) -> Capabilities {
        let (name, options) = match self {
            Self::Chromium => (
                "goog:chromeOptions",
                json!({
                    "binary": program,
                    "args": [
                        "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                        "--disable-quic", "--no-first-run", "--disable-background-networking",
                        "--disable-component-update", "--disable-sync", "--window-size=1200,800",
                    ],
                }),
            ),
            Self::Firefox => (
                "moz:firefoxOptions",
                json!({
                    "binary": program,
                    "args": ["-headless", "--width=1200", "--height=800"],
                    // Nothing of what a browser does for itself should disturb a test.
                    "prefs": {
                        "app.update.enabled": false,
                        "datareporting.policy.dataSubmissionEnabled": false,
                        "network.captive-portal-service.enabled": false,
                        "network.connectivity-service.enabled": false,
                    },
                }),
            ),
            // Its driver starts the browser that it was built with, with all that it needs.
            Self::WebKit => return Capabilities::new(),
        };
        Capabilities::from_iter([(name.to_owned(), options)])
    }
}

impl Browser {
    /// The browser that the environment names; `None` where it names none. It starts when it is needed.
    pub fn start(engine: Engine) -> Option<Self> {
        let url = env::var("GARTER_URL").ok()?;
        let [program, driver] = engine.variables().map(env::var);
        Some(Self(Arc::new(Shared {
            engine,
            url,
            driver: driver.ok()?,
            capabilities: engine.capabilities(&program.ok()?),
            runtime: Runtime::new().expect("a runtime"),
            page: Mutex::default(),
        })))
    }

    pub fn engine(&self) -> Engine {
        self.0.engine
    }

    /// A test that begins with the playground, loaded and ready.
    pub fn trial<F>(&self, name: &str, test: impl FnOnce(Page) -> F + Send + 'static) -> Trial
    where
        F: Future<Output = Checked>,
    {
        self.bare_trial(name, |page| async {
            page.open_playground().await?;
            test(page).await
        })
    }

    /// A test that begins with whatever page the one before has left.
    pub fn bare_trial<F>(&self, name: &str, test: impl FnOnce(Page) -> F + Send + 'static) -> Trial
    where
        F: Future<Output = Checked>,
    {
        let browser = self.clone();
        let name = format!("{}::{name}", self.engine().name());
        Trial::test(name, move || browser.with_page(test))
    }

    /// Does something beside the page, such as starting a server, without starting the browser.
    pub fn block_on<F: Future>(&self, action: F) -> F::Output {
        self.0.runtime.block_on(action)
    }

    /// Does something with the page, in a browser that starts for the first of these.
    pub fn with_page<F: Future>(&self, action: impl FnOnce(Page) -> F) -> F::Output {
        let Shared {
            engine,
            url,
            driver,
            capabilities,
            runtime,
            ..
        } = &*self.0;
        let page = self
            .page()
            .get_or_insert_with(|| Page {
                client: runtime.block_on(connect(driver, capabilities.clone())),
                engine: *engine,
                url: url.clone(),
            })
            .clone();
        runtime.block_on(action(page))
    }

    /// A test may have failed while it had the page.
    fn page(&self) -> std::sync::MutexGuard<'_, Option<Page>> {
        self.0.page.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Ends a browser whose page answers no more, without asking it. The next test has another one.
    pub fn kill(&self) {
        let Some(page) = self.page().take() else {
            return;
        };
        if let Some(process) = page.process() {
            // It may have ended by itself.
            let _ = Command::new("kill")
                .args(["-KILL", &process.to_string()])
                .status();
        }
        // Firefox's driver has one session at a time: it has to hear that this one is over.
        let _ = self.block_on(async {
            timeout(Duration::from_secs(20), page.client.clone().close()).await
        });
    }

    /// Ends the browser.
    pub fn close(self) {
        if let Some(page) = self.page().take() {
            // It ends with its driver at the latest.
            let _ = self.block_on(async {
                timeout(Duration::from_secs(20), page.client.clone().close()).await
            });
        }
    }
}

async fn connect(driver: &str, capabilities: Capabilities) -> Client {
    let mut builder = ClientBuilder::new(hyper_util::client::legacy::connect::HttpConnector::new());
    builder.capabilities(capabilities);
    // A driver may wait forever for a browser that does not start.
    let client = timeout(PATIENCE, builder.connect(driver))
        .await
        .expect("a browser in time")
        .expect("a browser");
    client
        .update_timeouts(fantoccini::wd::TimeoutConfiguration::new(
            Some(PATIENCE),
            Some(PATIENCE),
            Some(Duration::ZERO),
        ))
        .await
        .expect("timeouts");
    client
}

impl Page {
    /// Opens a page of the server.
    pub async fn open(&self, path: &str) -> Checked {
        self.open_elsewhere(&format!("{}{path}", self.url)).await
    }

    /// Opens a page of another server.
    pub async fn open_elsewhere(&self, url: &str) -> Checked {
        Ok(self.client.goto(url).await?)
    }

    /// Waits until Python is there.
    pub async fn be_ready(&self) -> Checked {
        self.until("document.documentElement.dataset.garter === 'ready'")
            .await
    }

    /// Opens the playground with its first program, and waits until Python is there.
    pub async fn open_playground(&self) -> Checked {
        self.forget_projects().await?;
        self.open("").await?;
        self.be_ready().await
    }

    /// Takes away all that the playground keeps in this browser.
    pub async fn forget_projects(&self) -> Checked {
        // A page of the same origin that does not use the storage.
        self.open("playground.css").await?;
        self.script_with::<()>(
            "localStorage.clear();
             sessionStorage.clear();
             await new Promise((resolve, reject) => {
               const request = indexedDB.deleteDatabase('garter');
               request.onsuccess = resolve;
               request.onerror = () => reject(request.error);
             });",
            &Value::Null,
        )
        .await
    }

    /// Loads the playground unless it is there: hundreds of programs share one page.
    pub async fn stay_at_playground(&self) -> Checked {
        let is_ready: bool = self
            .script(&format!(
                "return Boolean(window.garter) && location.href === {:?}",
                self.url
            ))
            .await?;
        if is_ready {
            Ok(())
        } else {
            self.open_playground().await
        }
    }

    /// Runs JavaScript and returns what it returns.
    pub async fn script<T: DeserializeOwned>(&self, code: &str) -> Result<T, Failed> {
        let value = self.client.execute(code, Vec::new()).await?;
        Ok(serde_json::from_value(value)?)
    }

    /// Runs JavaScript that may await, with an argument, and returns what it returns.
    pub async fn script_with<T: DeserializeOwned>(
        &self,
        code: &str,
        argument: &Value,
    ) -> Result<T, Failed> {
        let code = format!(
            "const [argument, done] = arguments;
             (async () => {{ {code} }})().then(value => done({{ value }}), error => done({{ error: String(error) }}));"
        );
        let answer = self
            .client
            .execute_async(&code, vec![argument.clone()])
            .await?;
        match answer.get("error") {
            Some(error) => Err(error.as_str().unwrap_or_default().into()),
            None => Ok(serde_json::from_value(answer["value"].clone())?),
        }
    }

    /// The browser's process, if its driver tells it.
    pub fn process(&self) -> Option<u32> {
        let capabilities = self.client.capabilities()?;
        let name = match self.engine {
            Engine::Chromium => "goog:processID",
            Engine::Firefox => "moz:processID",
            Engine::WebKit => return None,
        };
        capabilities.get(name)?.as_u64()?.try_into().ok()
    }

    /// The browser's version, as its driver tells it.
    #[allow(dead_code, reason = "benchmarks say where they were measured")]
    pub fn version(&self) -> String {
        let capabilities = self.client.capabilities();
        let version = capabilities.and_then(|all| all.get("browserVersion")?.as_str());
        version.unwrap_or_default().to_owned()
    }

    /// Goes into the first frame, and the first frame in it, and so on.
    pub async fn enter_frames(&self, depth: usize) -> Checked {
        for _ in 0..depth {
            self.client.enter_frame(0).await?;
        }
        Ok(())
    }

    /// Goes into this frame.
    pub async fn enter_frame(&self, css: &str) -> Checked {
        let frame = self.client.find(Locator::Css(css)).await?;
        Ok(frame.enter_frame().await?)
    }

    /// Goes back.
    pub async fn leave_frames(&self, depth: usize) -> Checked {
        for _ in 0..depth {
            self.client.enter_parent_frame().await?;
        }
        Ok(())
    }

    /// Gives the next program that the page runs a time budget of so many seconds.
    pub async fn limit_next_run(&self, seconds: f64) -> Checked {
        self.script::<()>(&format!(
            "garter.run = (source, options) => {{
               delete garter.run;
               return garter.run(source, {{ ...options, budget: {{ ...options.budget, seconds: {seconds} }} }});
             }};"
        ))
        .await
    }

    /// Asks Chromium's own tools, of which WebDriver knows nothing
    /// (<https://chromedevtools.github.io/devtools-protocol/>).
    pub async fn devtools(&self, command: &str, parameters: Value) -> Result<Value, Failed> {
        let command = DevTools(json!({ "cmd": command, "params": parameters }));
        Ok(self.client.issue_cmd(command).await?)
    }

    /// The tab, by which one goes back to it; in Chromium the name that its own tools have for it.
    pub async fn tab(&self) -> Result<WindowHandle, Failed> {
        Ok(self.client.window().await?)
    }

    /// Goes on in a new tab.
    pub async fn open_new_tab(&self) -> Checked {
        let tab = self.client.new_window(true).await?;
        Ok(self.client.switch_to_window(tab.handle).await?)
    }

    /// Closes the tab.
    pub async fn close_tab(&self) -> Checked {
        Ok(self.client.close_window().await?)
    }

    /// Goes back to a tab.
    pub async fn back_to_tab(&self, tab: WindowHandle) -> Checked {
        Ok(self.client.switch_to_window(tab).await?)
    }

    /// Makes the window so large that the page has this much of it.
    pub async fn resize(&self, width: u32, height: u32) -> Checked {
        self.client.set_window_size(width, height).await?;
        let [wider, higher]: [u32; 2] = self
            .script("return [outerWidth - innerWidth, outerHeight - innerHeight]")
            .await?;
        Ok(self
            .client
            .set_window_size(width + wider, height + higher)
            .await?)
    }

    /// Runs a program through the page's API, with time enough unless the options say how much.
    pub async fn run(&self, source: &str, mut options: Value) -> Result<Value, Failed> {
        if options["budget"]["seconds"].is_null() {
            options["budget"]["seconds"] = ENOUGH_SECONDS.into();
        }
        self.script_with(
            "const { source, options } = argument;
             const started = performance.now();
             const result = await garter.run(source, options);
             return { ...result, files: Object.keys(result.files), ms: performance.now() - started };",
            &json!({ "source": source, "options": options }),
        )
        .await
    }

    /// Lets the next program that the playground runs take its time: what is asked is not how fast
    /// the machine is.
    pub async fn take_time(&self) -> Checked {
        self.script(&format!(
            "garter.run = (source, {{ budget, ...options }}) => {{
               delete garter.run;
               return garter.run(source, {{ ...options, budget: {{ ...budget, seconds: {ENOUGH_SECONDS} }} }});
             }};"
        ))
        .await
    }

    /// Gives the console code through the page's API.
    pub async fn console(&self, code: &str) -> Result<Value, Failed> {
        self.script_with(
            "const result = await garter.console({ stdin: argument });
             return { ...result, files: Object.keys(result.files) };",
            &code.into(),
        )
        .await
    }

    /// Waits until an expression is true.
    pub async fn until(&self, expression: &str) -> Checked {
        let patience = tokio::time::Instant::now() + PATIENCE;
        loop {
            let code = format!("return Boolean({expression})");
            // A page that is just being left answers nothing.
            if self.script::<Option<bool>>(&code).await? == Some(true) {
                return Ok(());
            }
            if tokio::time::Instant::now() > patience {
                let text: String = self.script("return document.body.innerText").await?;
                return Err(format!("never true: {expression}\nThe page shows:\n{text}").into());
            }
            sleep(Duration::from_millis(20)).await;
        }
    }

    /// Replaces the program in the editor, as typed.
    pub async fn type_program(&self, source: &str) -> Checked {
        self.script_with::<()>(
            "const content = document.querySelector('#editor .cm-content');
             content.focus();
             document.execCommand('selectAll');
             const data = new DataTransfer();
             data.setData('text/plain', argument);
             const event = new Event('paste', { bubbles: true, cancelable: true });
             // Firefox lets no script make a paste event with something in it.
             Object.defineProperty(event, 'clipboardData', { value: data });
             content.dispatchEvent(event);",
            &source.into(),
        )
        .await
    }

    pub async fn click(&self, css: &str) -> Checked {
        Ok(self.client.find(Locator::Css(css)).await?.click().await?)
    }

    /// Presses keys where the focus is.
    pub async fn press(&self, css: &str, keys: &str) -> Checked {
        Ok(self
            .client
            .find(Locator::Css(css))
            .await?
            .send_keys(keys)
            .await?)
    }

    /// Presses keys wherever the focus is, in a shadow tree as well.
    pub async fn keys(&self, keys: &str) -> Checked {
        let mut actions = KeyActions::new("keyboard".to_owned());
        let mut held = None;
        for value in keys.chars() {
            actions = actions.then(KeyAction::Down { value });
            if value == CONTROL {
                held = Some(value);
            } else {
                actions = actions.then(KeyAction::Up { value });
            }
        }
        if let Some(value) = held {
            actions = actions.then(KeyAction::Up { value });
        }
        Ok(self.client.perform_actions(actions).await?)
    }

    pub async fn text(&self, css: &str) -> Result<String, Failed> {
        self.script_with(
            "return document.querySelector(argument).textContent",
            &css.into(),
        )
        .await
    }

    /// Waits for a run that was started with the button to end, and returns its status.
    pub async fn status_after_run(&self) -> Result<String, Failed> {
        self.until(
            "!['running', 'waiting'].includes(document.getElementById('status').dataset.status)",
        )
        .await?;
        self.script("return document.getElementById('status').dataset.status")
            .await
    }
}

/// chromedriver's own command: one of the browser's developer tools.
#[derive(Debug)]
struct DevTools(Value);

impl WebDriverCompatibleCommand for DevTools {
    fn endpoint(&self, base_url: &Url, session: Option<&str>) -> Result<Url, url::ParseError> {
        let session = session.expect("a session has begun");
        base_url.join(&format!("session/{session}/goog/cdp/execute"))
    }

    fn method_and_body(&self, _url: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.0.to_string()))
    }
}

/// Fails with what was found instead.
pub fn expect<T: PartialEq<U> + std::fmt::Debug, U: std::fmt::Debug>(
    found: T,
    expected: U,
) -> Checked {
    if found == expected {
        Ok(())
    } else {
        Err(format!("expected {expected:?}, found {found:?}").into())
    }
}

/// Fails with a text that lacks a part.
pub fn expect_part(text: &str, part: &str) -> Checked {
    if text.contains(part) {
        Ok(())
    } else {
        Err(format!("{part:?} is not in {text:?}").into())
    }
}
