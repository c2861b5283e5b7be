//! What the npm package offers by name: modules that programs import, and scripts for Node.js.

/// What programs import, by the end of its address.
pub const ENTRIES: [&str; 3] = ["garter", "scripts", "snippet"];

/// Where the scripts for Node.js are, in the folder of the package.
pub const NODE_FOLDER: &str = "node";
