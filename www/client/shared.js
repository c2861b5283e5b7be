// @ts-check
// The Garter that all scripts of a page share: one frame and one pool of workers, fetched when first needed.

import { frame } from "garter:assets";
import { Garter } from "./garter.js";

/**
 * @typedef {import("./assets.js").Progress} Progress
 * @typedef {{ garter: Promise<Garter>, last: Progress | null, listeners: Set<(progress: Progress) => void> }} Shared
 */

const SHARED = Symbol.for("garter.shared");
const realm = /** @type {any} */ (globalThis);

/**
 * By the frame's address, so that scripts of one build share it and different builds do not.
 * @type {Map<string, Shared>}
 */
const all = (realm[SHARED] ??= new Map());

/**
 * @param {{ onProgress?: (progress: Progress) => void }} [options] is told the progress, also of a load that another caller began
 * @returns {Promise<Garter>}
 * @throws {import("./errors.js").GarterError} may be tried again
 */
export async function sharedGarter({ onProgress = () => {} } = {}) {
  const address = new URL(frame.path, BASE).href;
  let shared = all.get(address);
  if (!shared) {
    shared = begin();
    all.set(address, shared);
  }
  const { listeners, last } = shared;
  listeners.add(onProgress);
  if (last) onProgress(last);
  try {
    const garter = await shared.garter;
    if (!garter.isClosed) return garter;
  } catch (error) {
    // The next caller tries again.
    if (all.get(address) === shared) all.delete(address);
    throw error;
  } finally {
    listeners.delete(onProgress);
  }
  // The sandbox was closed since then.
  if (all.get(address) === shared) all.delete(address);
  return sharedGarter({ onProgress });
}

/** @returns {Shared} */
function begin() {
  const garter = Garter.load({
    onProgress(progress) {
      shared.last = progress;
      for (const listener of shared.listeners) listener(progress);
    },
  });
  /** @type {Shared} */
  const shared = { garter, last: null, listeners: new Set() };
  // Later callers have no progress to see. An error is given to the callers that wait.
  garter.then(
    () => (shared.last = null),
    () => {},
  );
  return shared;
}
