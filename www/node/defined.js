// @ts-check
// Options that somebody has given.

/**
 * @template {object} T
 * @param {T} values
 * @returns {T} without those that are undefined
 */
export const defined = (values) =>
  /** @type {T} */ (Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)));
