// @ts-check
// Downloads the wheels of tests/packages/requirements.txt into target/wheels, as `garter packages lock` does it, and compares
// them with tests/packages/lock.json. What is there already is not downloaded again. `--renew` writes the lock anew.

import { createHash } from "node:crypto";
import { copyFileSync, existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { run } from "../../www/node/packages.js";

const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));
const WHEELS = here("../../target/wheels");
const LOCK = here("lock.json");

/** A wheel that is built here has the hour of its making in it, or what was used to make it. */
const BUILT = ["docopt"];

/** @returns {string[]} what is missing, or another file than the lock's */
function wrong() {
  /** @type {import("../../www/client/lock.js").Lock} */
  const { packages } = JSON.parse(readFileSync(LOCK, "utf8"));
  return packages.flatMap(({ name, file, sha256 }) => {
    const path = `${WHEELS}/${file}`;
    if (!existsSync(path)) return [`${file} is missing`];
    const found = createHash("sha256").update(readFileSync(path)).digest("hex");
    return found === sha256 || BUILT.includes(name) ? [] : [`${file} is another file than that of the lock`];
  });
}

if (process.argv.includes("--renew") || wrong().length > 0) {
  try {
    await run(["lock", here("requirements.txt"), "-o", WHEELS]);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
  if (process.argv.includes("--renew")) copyFileSync(`${WHEELS}/lock.json`, LOCK);
}
for (const sentence of wrong()) {
  console.error(sentence);
  process.exitCode = 1;
}
