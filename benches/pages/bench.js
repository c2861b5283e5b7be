// What a page of the benchmark tells it. `start(source, print)` runs a program and calls `print`
// with what it prints; the promise is kept when it has ended.

/** @param {(source: string, print: (text: string) => void) => unknown} start */
export async function ready(start) {
  /** @param {string} source */
  const run = async (source) => {
    let output = "";
    let first = NaN;
    const started = performance.now();
    await start(source, (text) => {
      first = first || performance.now() - started;
      output += text;
    });
    return { first, ms: performance.now() - started, output: output.trim() };
  };
  const { output } = await run("print('hello')");
  if (output !== "hello") throw new Error(`hello printed ${output}`);
  window.bench = { hello: performance.now(), run };
}
