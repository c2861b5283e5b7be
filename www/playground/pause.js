// @ts-check
// Long work in parts, between which the page does what waits: what is typed, drawn and printed.

/** Milliseconds of work in a row. A page that answers after 50 ms seems to answer at once. */
const WORK_MS = 8;

/** @returns {() => Promise<void>} to be awaited between two parts: lets the page go first when it is due */
export function pauses() {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < WORK_MS) return;
    await nextTask();
    since = performance.now();
  };
}

/** A timer would wait 4 ms here, and a second in a tab that is not seen. @returns {Promise<void>} */
const nextTask = () =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
