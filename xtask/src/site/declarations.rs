//! TypeScript declarations for the npm package.

use std::fs;
use std::path::Path;

use anyhow::Result;
use serde_json::json;

use super::entries::ENTRIES;
use crate::{files, npm, root, tool};

/// Writes TypeScript declarations: of the entries, from their comments, and of what they exchange
/// with the sandbox.
pub fn write(target: &Path) -> Result<()> {
    let made = root().join("target/declarations");
    if made.exists() {
        fs::remove_dir_all(&made)?;
    }
    fs::create_dir_all(&made)?;
    let entries = ENTRIES.iter().map(|entry| format!("../../www/{entry}.js"));
    let sources: Vec<_> = ["../../www/globals.d.ts".to_owned()]
        .into_iter()
        .chain(entries)
        .collect();
    let project = json!({
        "extends": "../../www/tsconfig.json",
        "compilerOptions": {
            // All of it is written anew each time.
            "incremental": false, "tsBuildInfoFile": null,
            "noEmit": false, "declaration": true, "emitDeclarationOnly": true, "rootDir": "../..", "outDir": ".",
        },
        "include": [],
        "files": sources,
    });
    files::write_json(&made.join("tsconfig.json"), &project)?;
    tool::run(
        npm::program("tsc")
            .arg("--project")
            .arg(made.join("tsconfig.json")),
    )?;
    for (from, to) in [("www", "www"), ("target/types", "protocol")] {
        for file in files::below(&made.join(from))? {
            let copy = target.join(to).join(file.strip_prefix(made.join(from))?);
            fs::create_dir_all(copy.parent().expect("a file lies in a folder"))?;
            fs::write(copy, moved(&fs::read_to_string(&file)?))?;
        }
    }
    Ok(())
}

/// A declaration whose imports name what lies beside it in the package, as every resolver wants it.
fn moved(text: &str) -> String {
    let mut moved = String::new();
    for part in text
        .replace("target/types/", "protocol/")
        // target/types lies deeper than the folder that its files are copied to.
        .replace("\"../../www/", "\"../www/")
        .split_inclusive('"')
    {
        let is_relative = part.starts_with("./") || part.starts_with("../");
        let name = part.strip_suffix('"').unwrap_or(part);
        let name = name.strip_suffix(".ts").unwrap_or(name);
        if part.ends_with('"') && is_relative && !part.ends_with(".js\"") && !name.ends_with('/') {
            moved.extend([name, ".js\""]);
        } else {
            moved.push_str(part);
        }
    }
    moved
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn declarations_name_their_neighbours() {
        for (text, becomes) in [
            (
                r#"import("../target/types/Chunk.ts").Chunk"#,
                r#"import("../protocol/Chunk.js").Chunk"#,
            ),
            (r#"from "./Stream";"#, r#"from "./Stream.js";"#),
            (
                r#"import("../../www/texts/en/page.js")"#,
                r#"import("../www/texts/en/page.js")"#,
            ),
            (r#"from "./run.js";"#, r#"from "./run.js";"#),
            (r#"type A = "./" | "b""#, r#"type A = "./" | "b""#),
        ] {
            assert_eq!(moved(text), becomes);
        }
    }
}
