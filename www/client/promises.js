// @ts-check
// Promises that are settled from outside.

/**
 * Promise.withResolvers, which Safari has only since 17.4.
 * @template T
 * @returns {PromiseWithResolvers<T>}
 */
export function withResolvers() {
  /** @type {Partial<PromiseWithResolvers<T>>} */
  const parts = {};
  parts.promise = new Promise((resolve, reject) => Object.assign(parts, { resolve, reject }));
  return /** @type {PromiseWithResolvers<T>} */ (parts);
}
