// @ts-check
// What the page's own Content Security Policy forbids us: browsers only say so in an event.

import { GarterError } from "./errors.js";

/** What is forbidden fails at once; the event that explains it comes later (Firefox 153: some 10 ms). */
const PATIENCE_MS = 250;

export class SitePolicy {
  /** What was forbidden. @type {Promise<GarterError>} */
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
   * @returns {Promise<E | GarterError>} the policy if that is the reason for it
   */
  reasonFor(error) {
    return Promise.race([this.#error, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS, error))]);
  }

  /** No longer listens. */
  close() {
    document.removeEventListener("securitypolicyviolation", this.#hear);
  }

  /** @param {SecurityPolicyViolationEvent} event */
  #hear = ({ blockedURI, disposition, effectiveDirective }) => {
    const ours = new URL("assets/", BASE);
    // Of another origin only the origin may be named.
    const isOurs = blockedURI.startsWith(ours.href) || blockedURI === ours.origin;
    if (disposition !== "enforce" || !isOurs) return;
    const source = ours.origin === location.origin ? "'self'" : ours.origin;
    this.#forbid(new GarterError((texts) => texts.forbidden({ directive: effectiveDirective, source })));
  };
}
