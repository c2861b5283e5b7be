// @ts-check
// Memory that is left over. Part of the frame's script and of the worker's.

/** As much as Chromium takes for a reason to collect garbage. No page of it is touched. */
const TO_COLLECT_BYTES = 2 ** 27;

/**
 * Has the browser collect garbage, above all the copies that messages of some megabytes and the
 * compiler leave: whoever is at rest gives it no other reason to.
 */
function collectGarbage() {
  try {
    structuredClone(null, { transfer: [new ArrayBuffer(TO_COLLECT_BYTES)] });
  } catch {
    // Where there is no room for so much there are reasons enough.
  }
}
