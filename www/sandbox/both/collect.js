// @ts-check
// Garbage collection on request. Part of the frame's script and of the worker's.

/** Chromium collects garbage when this much external memory is allocated. No page of it is touched. */
const TO_COLLECT_BYTES = 2 ** 27;

/**
 * Makes the browser collect garbage, above all the copies that large messages and the compiler leave.
 * An idle context allocates nothing, so V8 would not collect on its own.
 */
function collectGarbage() {
  try {
    structuredClone(null, { transfer: [new ArrayBuffer(TO_COLLECT_BYTES)] });
  } catch {
    // The allocation fails where memory is short, and there the browser collects anyway.
  }
}
