// Runs the command `garter` as an author does: the one that the build has written.

import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** The package, as `./garter build` writes it. */
export const PACKAGE = process.env.GARTER_FOLDER ?? path.join(ROOT, "pkg");
const COMMAND = path.join(PACKAGE, "node", "garter.js");
/** A command that hangs is a failure, and not the end of the tests. */
const MOST_MS = 1_200_000;

/**
 * @param {string[]} words
 * @param {{ input?: string, cwd?: string, onOutput?: (text: string, child: import("node:child_process").ChildProcess) => void }} [options]
 * @returns {Promise<{ status: number | null, stdout: string, stderr: string }>}
 */
export function garter(words, { input = "", cwd, onOutput = () => {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [COMMAND, ...words], { cwd, timeout: MOST_MS });
    const said = { stdout: "", stderr: "" };
    for (const stream of ["stdout", "stderr"]) {
      child[stream].setEncoding("utf8").on("data", (text) => {
        said[stream] += text;
        if (stream === "stdout") onOutput(said.stdout, child);
      });
    }
    child.on("error", reject);
    child.on("close", (status, signal) =>
      signal ? reject(new Error(`it was ended by ${signal}`)) : resolve({ status, ...said }),
    );
    child.stdin.on("error", () => {});
    if (input !== null) child.stdin.end(input);
  });
}

/**
 * @param {Record<string, string | Uint8Array>} files by their paths
 * @returns {{ folder: string, at: (name: string) => string, remove: () => void }} a new folder with these files
 */
export function folderOf(files) {
  const folder = mkdtempSync(path.join(tmpdir(), "garter-"));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return { folder, at: (name) => path.join(folder, name), remove: () => rmSync(folder, { recursive: true }) };
}
