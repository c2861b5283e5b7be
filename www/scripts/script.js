// @ts-check
// One block: what it holds, how it runs, what it tells the page.

import { GarterError } from "../client/errors.js";
import { BUDGET } from "../client/facts.js";
import { sharedGarter } from "../client/shared.js";
import { describe } from "../output/status.js";
import { read } from "../snippet/attributes.js";
import { fileOf, textOf } from "../snippet/references.js";
import { languageOf, sayIn } from "../snippet/say.js";
import { dedented } from "../snippet/source.js";
import { textsFor } from "../texts/texts.js";
import { sinkOf } from "./sink.js";

/**
 * @typedef {import("../client/garter.js").Garter} Garter
 * @typedef {import("../client/run.js").Run} Run
 * @typedef {import("../client/run.js").RunOptions} RunOptions
 * @typedef {import("./sink.js").Sink} Sink
 * @typedef {import("../snippet/view.js").Say} Say
 */

/** What these end with has said itself why. */
const SPEAKING = ["ok", "exit", "exception", "syntax-error"];

/** The last block of each session, in whose interpreter the next one goes on. @type {Map<string, Run>} */
const sessions = new Map();

/**
 * Runs a block. Whatever goes wrong is shown where its output goes.
 * @param {HTMLScriptElement} script
 */
export async function runScript(script) {
  const language = languageOf(script);
  const sink = sinkOf(script);
  try {
    await run(script, sink, language);
  } catch (error) {
    sink.fail(error instanceof GarterError ? error.in(textsFor(language)) : String(error));
  } finally {
    sink.end();
  }
}

/**
 * @param {HTMLScriptElement} script
 * @param {Sink} sink
 * @param {string} language
 */
async function run(script, sink, language) {
  const say = sayIn(language);
  const [source, garter] = await Promise.all([sourceOf(script, say), sharedGarter()]);
  const { session, options } = await optionsOf(script, sink, say);
  const running = garter.run(source, {
    ...options,
    onInput: () => prompt(sink.lastLine()),
    onOutput: (chunk) => {
      sink.write(chunk);
      script.dispatchEvent(new CustomEvent("garter:output", { bubbles: true, detail: chunk }));
    },
  });
  const result = await running;
  if (session !== null) {
    if (result.kept) sessions.set(session, running);
    else sessions.delete(session);
  }
  if (!SPEAKING.includes(result.status))
    sink.fail(describe(result, { ...BUDGET, ...options.budget }, textsFor(language)));
  script.dispatchEvent(new CustomEvent("garter:finished", { bubbles: true, detail: result }));
}

/**
 * @param {HTMLScriptElement} script
 * @param {Say} say
 */
async function sourceOf(script, say) {
  const reference = script.getAttribute("src");
  if (reference === null) return dedented(script.textContent ?? "");
  // It is an address, whatever is called like it in the page.
  return textOf({ name: "src", reference: new URL(reference, document.baseURI).href, say });
}

/**
 * @param {HTMLScriptElement} script
 * @param {Sink} sink
 * @param {Say} say
 * @returns {Promise<{ session: string | null, options: RunOptions }>}
 */
async function optionsOf(script, sink, say) {
  const { settings, complaints } = read(script, say);
  for (const complaint of complaints) sink.fail(complaint);
  const { session, policyId } = settings;
  const [files, policy] = await Promise.all([
    Promise.all(settings.files.map((reference) => fileOf({ name: "files", reference, say }))),
    policyId ? textOf({ name: "policy", reference: policyId, say }).then(JSON.parse) : settings.policy,
  ]);
  const options = {
    budget: /** @type {RunOptions["budget"]} */ (JSON.parse(JSON.stringify(settings.budget))),
    modules: settings.modules,
    packages: settings.packages,
    policy,
    files: Object.fromEntries(files),
    stdin: settings.stdin,
    keep: session !== null,
    after: session === null ? undefined : sessions.get(session),
  };
  return { session, options };
}
