// @ts-check
// What the page's own Content Security Policy forbids us: browsers only say so in an event.

import { GarterError } from "./errors.js";

export class SitePolicy {
  /** What was forbidden. @type {GarterError | null} */
  error = null;
  #onForbidden;

  /** @param {(error: GarterError) => void} onForbidden */
  constructor(onForbidden) {
    this.#onForbidden = onForbidden;
    document.addEventListener("securitypolicyviolation", this.#hear);
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
    this.error = new GarterError((texts) => texts.forbidden({ directive: effectiveDirective, source }));
    this.#onForbidden(this.error);
  };
}
