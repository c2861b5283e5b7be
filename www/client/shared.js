// @ts-check
// The Garter that everything on a page shares: one frame, one pool of workers, fetched when it is first needed.

import { frame } from "garter:assets";
import { Garter } from "../garter.js";

/**
 * @typedef {import("./assets.js").Progress} Progress
 * @typedef {{ garter: Promise<Garter>, last: Progress | null, listeners: Set<(progress: Progress) => void> }} Shared
 */

const SHARED = Symbol.for("garter.shared");
const realm = /** @type {any} */ (globalThis);

/**
 * By the frame's address: two scripts of one build share it, two builds must not.
 * @type {Map<string, Shared>}
 */
const all = (realm[SHARED] ??= new Map());

/**
 * @param {{ onProgress?: (progress: Progress) => void }} [options] hears how much has arrived, whoever began it
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
    // Whoever asks next tries again.
    if (all.get(address) === shared) all.delete(address);
    throw error;
  } finally {
    listeners.delete(onProgress);
  }
  // The sandbox was taken away since then.
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
  // Who asks from now on has nothing to wait for. What went wrong is for who asked.
  garter.then(
    () => (shared.last = null),
    () => {},
  );
  return shared;
}
