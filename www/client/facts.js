// @ts-check
// The numbers and names that scripts share with Rust: src/protocol/limits.rs, src/options.

export * from "../../target/types/facts.js";
