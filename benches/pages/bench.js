// @ts-check
// What a page of the benchmark tells it. `start(source, print)` runs a program and calls `print`
// with what it prints; the promise is kept when it has ended.

/** @typedef {(source: string, print: (text: string) => void) => unknown} Start */

/** The program that the page's address names: it runs as the first thing. Otherwise `hello` does. */
const program = new URLSearchParams(location.search).get("program");
const atOnce = Promise.withResolvers();
// Asked for before the program has run: what comes of it.
Object.assign(window, { atOnce: atOnce.promise });

export const isAtOnce = program !== null;

// A Python that does not load is not waited for. Where nobody asks, nobody hears of it.
atOnce.promise.catch(() => {});
addEventListener("error", ({ message }) => fail(message));
addEventListener("unhandledrejection", ({ reason }) => fail(String(reason)));

/** @param {string} why */
function fail(why) {
  atOnce.reject(new Error(why));
  if (!("bench" in window)) Object.assign(window, { bench: { why } });
}

/** @param {Start} start */
export async function ready(start) {
  if (program !== null) {
    await runWith(start, program).then(atOnce.resolve, atOnce.reject);
    return;
  }
  const { output } = await runWith(start, "print('hello')");
  if (output !== "hello") throw new Error(`hello printed ${output}`);
  /** @param {string} source */
  const run = (source) => runWith(start, source);
  Object.assign(window, { bench: { hello: performance.now(), run } });
}

/**
 * @param {Start} start
 * @param {string} source
 */
async function runWith(start, source) {
  let output = "";
  let first = NaN;
  const started = performance.now();
  await start(source, (text) => {
    first = first || performance.now() - started;
    output += text;
  });
  return { first, ms: performance.now() - started, output: output.trim() };
}
