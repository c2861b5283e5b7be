// @ts-check
// `garter run`: a program as a page would run it.

import { pathToFileURL } from "node:url";
import { BUDGET, CANVAS_MIME, POLICIES } from "../client/facts.js";
import { describe } from "../output/status.js";
import { BUDGET_OPTIONS, budgetOf } from "./budget.js";
import { UsageComplaint } from "./complaint.js";
import { defined } from "./defined.js";
import { contentOf, textOf, writeInto } from "./files.js";
import { Input } from "./input.js";
import { openGarter } from "./kernel.js";
import { explained, HELP, likeliest, parse } from "./options.js";

/** @typedef {import("../client/run.js").RunOptions} RunOptions */
/** @typedef {import("../../target/types/Status.ts").Status} Status */

const OPTIONS = /** @type {const} */ ({
  stdin: { kind: "text", value: "FILE", help: "what input() reads; without it, this command's own input" },
  files: { kind: "text", value: "DIR", help: "the program finds copies of what is in this folder" },
  write: { kind: "text", value: "DIR", help: "what the program has written is put there; without it, it is lost" },
  ...BUDGET_OPTIONS,
  seed: { kind: "text", value: "N", help: "the run repeats bit for bit: its chance comes from this" },
  now: { kind: "text", value: "DATE", help: "and its clock begins then, such as 2025-10-07T12:00:00Z" },
  modules: { kind: "text", value: "NAMES", help: "what may be imported: math,random, or all but these: !os,!sys" },
  packages: { kind: "list", value: "FILE", help: "a wheel, or a lock.json for all wheels in it; may be given again" },
  policy: { kind: "text", value: "NAME", help: `rules for the program's text: ${POLICIES.join(", ")}` },
  ...HELP,
});

export const help = `\
garter run FILE [OPTIONS] [-- ARGUMENTS]

Runs a Python program as a page would: in Garter's interpreter, with its limits. The program
reaches nothing of this machine but what these options give it.

${explained(OPTIONS)}
What stands after -- is the program's sys.argv[1:].

Exit status: that of the program; 1 after an exception; 124 when a limit ended it; 130 when it was
interrupted (Ctrl+C); 2 when this command is wrong.
`;

/** The exit status of the command, where it is not that of the program. @type {Partial<Record<Status, number>>} */
const EXIT = { timeout: 124, "output-limit": 124, memory: 124, stopped: 130, crashed: 70 };

/** After so many Ctrl+C the program is not asked again. */
const MOST_INTERRUPTS = 2;

/**
 * @param {string[]} words
 * @returns {Promise<number>} the exit status
 */
export async function run(words) {
  const { options, operands, rest } = parse(words, OPTIONS);
  if (options.help) {
    process.stdout.write(help);
    return 0;
  }
  const [file, ...more] = operands;
  if (file === undefined) throw new UsageComplaint("garter run needs a file: garter run program.py");
  if (more.length > 0) {
    throw new UsageComplaint(
      `garter run takes one file, and ${more[0]} is a second; arguments of the program stand after --`,
    );
  }
  const source = textOf(file);
  const input = new Input(process.stdin);
  const isGiven = options.stdin !== undefined;
  /** @type {RunOptions} */
  const request = {
    argv: rest,
    budget: budgetOf(options),
    // After Ctrl+C the program may run for another two seconds, and not for half of one. It may be the first that
    // raises an exception here, and then the modules for tracebacks have to be imported meanwhile.
    keep: true,
    deterministic: repeats(options),
    files: options.files === undefined ? undefined : contentOf(options.files),
    modules: modulesOf(options.modules),
    onDisplay: tell,
    onInput: isGiven ? undefined : ({ kind }) => input.next(kind === "hidden"),
    onOutput: ({ stream, text }) => process[stream].write(text),
    packages: options.packages.map(addressOf),
    policy: policyOf(options.policy),
    stdin: isGiven ? textOf(options.stdin ?? "") : undefined,
  };
  const garter = await openGarter();
  try {
    const running = garter.run(source, defined(request));
    let interrupts = 0;
    const interrupt = () => {
      interrupts += 1;
      input.interrupt();
      if (interrupts < MOST_INTERRUPTS) running.stop();
      else running.end();
    };
    process.on("SIGINT", interrupt);
    const result = await running;
    process.off("SIGINT", interrupt);
    if (options.write !== undefined) writeInto(options.write, result.files);
    const isOver = Object.hasOwn(EXIT, result.status);
    if (isOver) process.stderr.write(`garter: ${describe(result, { ...BUDGET, ...request.budget })}\n`);
    return EXIT[result.status] ?? result.exitCode & 0xff;
  } finally {
    input.close();
    garter.dispose();
  }
}

/** @param {{ seed?: string, now?: string }} options @returns {RunOptions["deterministic"]} */
function repeats({ seed, now }) {
  return seed === undefined && now === undefined ? undefined : defined({ seed, now });
}

/** @param {string} file @returns {string} its address; one from the web stays as it is */
const addressOf = (file) => (/^https?:/.test(file) ? file : pathToFileURL(file).href);

/** @param {string | undefined} names @returns {RunOptions["modules"]} */
function modulesOf(names) {
  const words = names?.split(",").filter(Boolean) ?? [];
  if (words.length === 0) return undefined;
  const denied = words.filter((word) => word.startsWith("!")).map((word) => word.slice(1));
  if (denied.length === 0) return { allow: words };
  if (denied.length === words.length) return { deny: denied };
  throw new UsageComplaint(`--modules mixes names with and without "!": ${names}`);
}

/** @param {string | undefined} name @returns {RunOptions["policy"]} */
function policyOf(name) {
  const policy = POLICIES.find((one) => one === name);
  if (name === undefined || policy) return policy;
  const meant = likeliest(name, [...POLICIES]);
  throw new UsageComplaint(
    `there is no policy ${name}; ${meant ? `did you mean ${meant}?` : `there are ${POLICIES.join(", ")}`}`,
  );
}

/** @param {import("../client/run.js").Content} content that a terminal cannot show */
function tell({ mime, alt }) {
  if (mime !== CANVAS_MIME) process.stderr.write(`[${mime}${alt ? `: ${alt}` : ""}]\n`);
}
