// Runs the programs that decide which functions come first (xtask/src/site/recording.rs): node record.js ROOT

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Garter } from "../../../../www/client/garter.js";
import { ProcessHost } from "../../../../www/node/process-host.js";

const [root] = process.argv.slice(2);

/**
 * @typedef {object} Program
 * @property {string} name
 * @property {string} source
 * @property {string[]} [lines] what is typed
 * @property {object} [options]
 */

/** What has to run when nothing but the first module is there. @type {Program[]} */
const ALWAYS = [
  { name: "hello", source: "print('hello')" },
  { name: "a number", source: "x = 6\nprint('hello', x * 7, [1, 2], (1.5, True), {'a': None}, f'{x}')" },
  { name: "input", source: "name = input('Name? ')\nprint('Hello,', name)\n", lines: ["Ann"] },
  { name: "a policy", source: "print(1)", options: { policy: { forbid: [{ call: ["eval"] }] } } },
  { name: "a kept interpreter", source: "print(1)", options: { keep: true } },
];

/** @param {string} folder @returns {Program[]} */
const below = (folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".py"))
    .sort()
    .map((file) => ({
      name: file,
      source: readFileSync(join(root, folder, file), "utf8"),
      lines: ["3", "4", "yes", "Ann", "5", "2", "no", "quit", "q", "n"],
    }));

globalThis.reportError ??= (error) => {
  throw error;
};

/**
 * @param {Garter} garter
 * @param {"always" | "often"} kind is a part of the name of what is recorded
 * @param {Program} program
 */
async function run(garter, kind, { name, source, lines = [], options = {} }) {
  const answers = [...lines];
  const onInput = lines.length > 0 ? () => answers.shift() ?? null : undefined;
  const running = garter.run(source, { ...options, argv: [kind], onInput });
  const { status } = await running;
  if (status !== "ok" && kind === "always") throw new Error(`${name} ends with ${status}`);
  console.log(`${name}: ${status}`);
  running.end();
}

const garter = await Garter.within(ProcessHost, (host) => host.open());
for (const program of ALWAYS) await run(garter, "always", program);
for (const folder of ["examples/gallery", "benches/programs"]) {
  for (const program of below(folder)) await run(garter, "often", program);
}
garter.dispose();
