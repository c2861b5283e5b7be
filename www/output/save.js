// @ts-check
// Gives a reader a file, and says so where the browser does not, or may not, let pages do that.

/** What the reader has to know of a file that was given. @typedef {(texts: import("../texts/texts.js").Texts) => string} Warning */

/** Browsers read it after the click. */
const KEPT_MS = 60_000;

/**
 * Browsers that leave it to whoever has set them up whether they save files: the Safe Exam Browser, views of pages in
 * other programs on Android, and on iOS, where only Safari and its like have "Safari" in their names. None tells a page
 * what has become of a file.
 */
const SET_UP_BY_OTHERS = /\bSEB\b|SafeExamBrowser|; wv\)|\((?:iPhone|iPad|iPod)(?!.*Safari\/)/;

/**
 * @param {string} name
 * @param {Blob} blob
 * @returns {Warning | null} null where all is as usual
 */
export function save(name, blob) {
  /** @type {Warning} */
  const refused = ({ saving }) => saving.refused({ name });
  try {
    const link = document.createElement("a");
    link.download = name;
    link.href = URL.createObjectURL(blob);
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS);
  } catch {
    return refused;
  }
  if (isForbidden()) return refused;
  return SET_UP_BY_OTHERS.test(navigator.userAgent) ? ({ saving }) => saving.uncertain({ name }) : null;
}

/** @returns {boolean} whether the page lies in a frame that forbids downloads, as far as it can see its frame */
function isForbidden() {
  try {
    const frame = window.frameElement;
    const rules = frame?.getAttribute("sandbox") ?? "allow-downloads";
    return !/\ballow-downloads\b/.test(rules);
  } catch {
    return false;
  }
}
