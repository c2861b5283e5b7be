// @ts-check
// Detects that the page's own Content Security Policy blocks Garter: browsers only say so in an event.

import { GarterError } from "./errors.js";

/** A blocked request fails at once, and the event that explains it comes later (Firefox 153: some 10 ms). */
const EVENT_TIMEOUT_MS = 250;

/** Listens for violations of the page's policy. */
export class SitePolicy {
  /** Says what was blocked; pending until something is. @type {Promise<GarterError>} */
  #error;
  /** @type {(error: GarterError) => void} */
  #forbid = () => {};

  /** @param {(error: GarterError) => void} onForbidden */
  constructor(onForbidden) {
    this.#error = new Promise((resolve) => (this.#forbid = resolve));
    this.#error.then(onForbidden);
    document.addEventListener("securitypolicyviolation", this.#hear);
  }

  /**
   * @template E
   * @param {E} error
   * @returns {Promise<E | GarterError>} one that names the policy if the policy is the reason for it
   */
  reasonFor(error) {
    return Promise.race([this.#error, new Promise((resolve) => setTimeout(resolve, EVENT_TIMEOUT_MS, error))]);
  }

  /** Stops listening. */
  close() {
    document.removeEventListener("securitypolicyviolation", this.#hear);
  }

  /** @param {SecurityPolicyViolationEvent} event */
  #hear = ({ blockedURI, disposition, effectiveDirective }) => {
    const ours = new URL("assets/", BASE);
    // Of an address at another origin, browsers may name only the origin.
    const isOurs = blockedURI.startsWith(ours.href) || blockedURI === ours.origin;
    if (disposition !== "enforce" || !isOurs) return;
    const source = ours.origin === location.origin ? "'self'" : ours.origin;
    this.#forbid(new GarterError((texts) => texts.forbidden({ directive: effectiveDirective, source })));
  };
}
