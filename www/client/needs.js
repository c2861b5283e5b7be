// @ts-check
// What a browser has to have so that Python runs in it, and what is done for those that lack only WebAssembly's exceptions.

/**
 * The oldest browsers that have all of it, by MDN's browser-compat-data 8.1.9 (docs/book/src/browsers.md). Chrome for
 * Android has the numbers of Chrome, iOS and iPadOS have those of Safari.
 */
export const OLDEST = "Chrome 110, Edge 110, Firefox 115, Safari 16.4";

/**
 * What older browsers lack, or fail with: the newest features that our scripts use, of each kind one.
 * @type {[feature: string, isThere: () => boolean][]}
 */
const OF_SCRIPTS = [
  // Chrome 110, Firefox 115, Safari 16.
  ["Array.prototype.toSorted", () => "toSorted" in Array.prototype],
  // Chrome 73, Firefox 101, Safari 16.4.
  ["adoptedStyleSheets", () => "adoptedStyleSheets" in Document.prototype],
  // Chrome 62, Firefox 78, Safari 16.4.
  ["lookbehind in regular expressions", canLookBehind],
];

/** As a text: with a literal the whole script would be refused. */
const LOOKBEHIND = "(?<=a)b";

function canLookBehind() {
  try {
    return new RegExp(LOOKBEHIND).test("ab");
  } catch {
    return false;
  }
}

/** @returns {string | null} what this browser lacks so that our scripts do not run in it; null if they do */
export const lackedByScripts = () => OF_SCRIPTS.find(([, isThere]) => !isThere())?.[0] ?? null;

/** @returns {string | null} what it lacks so that Python does not run in it. It may be switched off: Lockdown Mode does so */
export const lackedByPython = () => lackedByScripts() ?? (typeof WebAssembly === "object" ? null : "WebAssembly");

/** A module whose only function has a local of the type `exnref`. */
const WITH_EXCEPTIONS = Uint8Array.of(
  ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
  ...[1, 4, 1, 0x60, 0, 0],
  ...[3, 2, 1, 0],
  ...[10, 6, 1, 4, 1, 1, 0x69, 0x0b],
);

/**
 * Whether the browser knows WebAssembly's exceptions as they are now: Chrome since 137, Firefox since 131, Safari since 18.4.
 * Without them stacks are not switched either, so that the interpreter needs none (xtask/src/interpreter/exceptions.rs).
 */
export const knowsExceptions = () => WebAssembly.validate(WITH_EXCEPTIONS);

/**
 * Puts bytes in the place of others in a file that arrives in pieces.
 * @param {{ at: number, bytes: number[] }[]} replacements
 * @returns {(piece: Uint8Array) => void} changes the next piece
 */
export function replacing(replacements) {
  let start = 0;
  return (piece) => {
    for (const { at, bytes } of replacements) {
      for (const [offset, byte] of bytes.entries()) {
        const place = at + offset - start;
        // Written beyond its end, nothing happens to an array of bytes.
        if (place >= 0) piece[place] = byte;
      }
    }
    start += piece.length;
  };
}
