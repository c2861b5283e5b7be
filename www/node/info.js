// @ts-check
// What stands after the three backticks of a fence, as the plug-ins for mdBook and MkDocs read it.

const WORD = /([^\s,="]+)(?:=(?:"((?:[^"\\]|\\.)*)"|([^\s,"]*)))?/g;

/**
 * @param {string} info
 * @returns {{ language: string, isMarked: boolean, attributes: Record<string, string> }} `isMarked` says whether it is a
 *   snippet
 */
export function attributesOf(info) {
  let [language, isMarked] = ["", false];
  /** @type {Record<string, string>} */
  const attributes = {};
  for (const [at, [, name, quoted, bare]] of [...info.matchAll(WORD)].entries()) {
    if (at === 0) language = name;
    else if (name === "garter" || name === "no-garter") isMarked = name === "garter";
    else attributes[name] = quoted === undefined ? (bare ?? "") : unescaped(quoted);
  }
  return { language, isMarked, attributes };
}

/** In quotation marks, `\n` is the end of a line. @param {string} text */
const unescaped = (text) => text.replace(/\\(.)/gs, (_, character) => (character === "n" ? "\n" : character));
