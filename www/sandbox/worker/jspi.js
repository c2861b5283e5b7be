// @ts-check
// Replacements for WebAssembly's stack switching where browsers lack it: functions that do not wait.

if (typeof WebAssembly.Suspending !== "function" || typeof WebAssembly.promising !== "function") {
  WebAssembly.Suspending = class {
    /** @param {Function} f */
    constructor(f) {
      return f;
    }
  };
  WebAssembly.promising =
    (f) =>
    async (...args) =>
      f(...args);
  WebAssembly.JSTag ??= new WebAssembly.Tag({ parameters: ["externref"] });
}
