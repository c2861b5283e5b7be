//! What is done to projects, for tests.

use libtest_mimic::Failed;
use serde_json::{Value, json};

use crate::page::{Checked, Page, expect};

pub const ENTER: char = '\u{e007}';

impl Page {
    /// Opens the dialog for a new file and answers it.
    pub async fn ask_for_file(&self, name: &str) -> Checked {
        self.click("#new-file").await?;
        self.give_name(name).await
    }

    /// Answers the dialog that asks for a name.
    pub async fn give_name(&self, name: &str) -> Checked {
        self.script_with::<()>(
            "document.getElementById('name-field').value = argument;",
            &name.into(),
        )
        .await?;
        self.press("#name-field", &ENTER.to_string()).await
    }

    /// Makes a file and shows it.
    pub async fn add_file(&self, name: &str) -> Checked {
        self.ask_for_file(name).await?;
        self.until("!document.querySelector('dialog')").await?;
        expect(self.active().await?, name)
    }

    pub async fn show_file(&self, name: &str) -> Checked {
        self.click(&format!("[data-path='{name}']")).await
    }

    /// The names on the tabs.
    pub async fn tabs(&self) -> Result<String, Failed> {
        self.script(
            "return [...document.querySelectorAll('.tab')].map(tab => tab.textContent).join(' ')",
        )
        .await
    }

    pub async fn active(&self) -> Result<String, Failed> {
        self.text(".tab[aria-selected=true]").await
    }

    /// The text in the editor, as far as it is drawn.
    pub async fn editor_text(&self) -> Result<String, Failed> {
        self.script(
            "return [...document.querySelectorAll('#editor .cm-line')].map(line => line.textContent).join('\\n')",
        )
        .await
    }

    /// Chooses from a menu.
    pub async fn choose(&self, menu: &str, entry: &str) -> Checked {
        self.click(menu).await?;
        self.script_with::<()>(
            "const entries = [...document.querySelectorAll('.menu button')];
             const entry = entries.find(({ textContent }) => textContent === argument);
             if (!entry || entry.disabled) throw Error('the menu has ' + entries.map(({ textContent }) => textContent));
             entry.click();",
            &entry.into(),
        )
        .await
    }

    /// Opens the list of projects and presses the button of this name.
    pub async fn open_project(&self, button: &str) -> Checked {
        self.project_list().await?;
        self.click(&format!("[aria-label='{button}']")).await?;
        if button.starts_with("Open") {
            self.until("!document.querySelector('dialog')").await?;
        }
        Ok(())
    }

    /// What the list of projects says; it is open.
    pub async fn project_list(&self) -> Result<String, Failed> {
        self.choose("#project", "All projects …").await?;
        self.until("document.querySelector('.projects li')").await?;
        self.text(".projects").await
    }

    pub async fn upload(&self, name: &str, text: &str) -> Checked {
        self.upload_bytes(name, text.as_bytes()).await
    }

    /// Chooses a file of the computer.
    pub async fn upload_bytes(&self, name: &str, bytes: &[u8]) -> Checked {
        self.script_with::<()>(
            "const [name, bytes] = argument;
             const data = new DataTransfer();
             data.items.add(new File([new Uint8Array(bytes)], name));
             const input = document.getElementById('upload');
             input.files = data.files;
             input.dispatchEvent(new Event('change'));",
            &json!([name, bytes]),
        )
        .await?;
        self.until(&format!("document.querySelector(\"[data-path='{name}']\")"))
            .await
    }

    /// Drops a file onto the editor.
    pub async fn drop_file(&self, file: &str) -> Checked {
        self.script_with::<()>(
            &format!(
                "const data = new DataTransfer();
                 data.items.add({file});
                 const event = new DragEvent('drop', {{ bubbles: true, cancelable: true, dataTransfer: data }});
                 document.querySelector('#editor .cm-content').dispatchEvent(event);"
            ),
            &Value::Null,
        )
        .await
    }

    /// Drops a zip file with these entries: name, the size that it claims if that is not its own, text.
    /// Entries without a size are stored, others are said to be deflated.
    pub async fn drop_zip(&self, entries: &Value) -> Checked {
        self.script_with::<()>(
            "const utf8 = new TextEncoder();
             const number = (value, bytes) => Array.from({ length: bytes }, (_, at) => (value >>> (8 * at)) & 255);
             const checksum = (bytes) => {
               let sum = ~0;
               for (const byte of bytes) {
                 sum ^= byte;
                 for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
               }
               return ~sum >>> 0;
             };
             const parts = [];
             const directory = [];
             let at = 0;
             for (const [name, size, text] of argument) {
               const path = [...utf8.encode(name)];
               const data = [...utf8.encode(text)];
               const common = [
                 ...number(20, 2), ...number(2048, 2), ...number(size === null ? 0 : 8, 2),
                 ...number(0, 4), ...number(checksum(data), 4),
                 ...number(data.length, 4), ...number(size ?? data.length, 4), ...number(path.length, 2), ...number(0, 2),
               ];
               const local = [...number(0x04034b50, 4), ...common, ...path, ...data];
               directory.push(...number(0x02014b50, 4), ...number(20, 2), ...common, ...number(0, 10), ...number(at, 4), ...path);
               parts.push(...local);
               at += local.length;
             }
             const end = [
               ...number(0x06054b50, 4), ...number(0, 4), ...number(argument.length, 2), ...number(argument.length, 2),
               ...number(directory.length, 4), ...number(at, 4), ...number(0, 2),
             ];
             window.zip = new File([new Uint8Array([...parts, ...directory, ...end])], 'dropped.zip');",
            entries,
        )
        .await?;
        self.drop_file("window.zip").await
    }
}
