// @ts-check
// Wheels that a page fetches in its own way. Others are fetched without cookies; behind a reader's session, as on a learning
// platform, a page says which files are its own.

const realm = /** @type {any} */ (globalThis);

/** By their addresses, for all scripts of a page. @type {Map<string, () => Promise<Response>>} */
const lent = (realm[Symbol.for("garter.lent-wheels")] ??= new Map());

/**
 * @param {string} href
 * @param {() => Promise<Response>} ask
 */
export const lend = (href, ask) => lent.set(keyOf(href), ask);

/**
 * @param {string} href
 * @returns {(() => Promise<Response>) | undefined}
 */
export const lentAt = (href) => lent.get(keyOf(href));

/** @param {string} href @returns {string} the same, however its characters are written */
function keyOf(href) {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}
