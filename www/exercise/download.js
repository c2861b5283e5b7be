// @ts-check
// Gives a reader a file.

/** Browsers read it after the click. */
const KEPT_MS = 60_000;

/**
 * @param {string} name
 * @param {string} json
 */
export function download(name, json) {
  const link = document.createElement("a");
  link.download = name;
  link.href = URL.createObjectURL(new Blob([json], { type: "application/json" }));
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS);
}
