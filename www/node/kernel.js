// @ts-check
// Garter in this process.

import { Garter } from "../client/garter.js";
import { ProcessHost } from "./process-host.js";

// Browsers have it; what a listener throws is a mistake of ours, and ends the command.
globalThis.reportError ??= (error) => {
  queueMicrotask(() => {
    throw error;
  });
};

/** @returns {Promise<Garter>} with an interpreter that is ready; `dispose` ends its threads, and lets the process end */
export const openGarter = () => Garter.within(ProcessHost, (host) => host.open());
