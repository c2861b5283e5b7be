// @ts-check
// Characters that look as if they belonged to Python: from word processors, input methods and books.

/** @type {Record<string, string>} */
const SIGNS = {
  "、": ",",
  "。": ".",
  "・": ".",
  "×": "*",
  "✕": "*",
  "·": "*",
  "÷": "/",
  "⁄": "/",
  "≤": "<=",
  "≦": "<=",
  "≥": ">=",
  "≧": ">=",
  "≠": "!=",
  "–": "-",
  "—": "-",
  "−": "-",
  "‐": "-",
  ー: "-",
  "¬": "not",
  "…": "...",
  "→": "->",
};

const QUOTES = /^[“”„‟‘’‚‛«»‹›″′´「」『』〝〟＂＇｀]$/u;
/** The characters of ASCII once more, as wide as ideographs, and how far from it. */
const FULL_WIDTH = /^[！-～]$/u;
const FULL_WIDTH_OFFSET = 0xfee0;

/**
 * @param {string} wrong a character that Python does not know
 * @param {import("../hints.js").Sentences} say
 * @returns {string} what to write instead
 */
export function replacement(wrong, say) {
  if (wrong === "\u3000") return say.fullWidthSpace;
  if (QUOTES.test(wrong)) return say.quoteMark({ wrong });
  if (FULL_WIDTH.test(wrong)) {
    const right = String.fromCodePoint((wrong.codePointAt(0) ?? 0) - FULL_WIDTH_OFFSET);
    return say.fullWidth({ wrong, right });
  }
  const right = SIGNS[wrong];
  return right ? say.otherSign({ wrong, right }) : say.strangeSign({ wrong });
}
