// @ts-check
// Hints for "invalid syntax", which says nothing: the line itself has to say it.

import { replacement } from "./signs.js";

/**
 * @typedef {import("./facts.js").Facts} Facts
 * @typedef {import("../hints.js").Sentences} Say
 */

/** Words of other languages, and what Python calls them. @type {Record<string, string>} */
const WORDS = {
  elseif: "elif",
  elsif: "elif",
  function: "def",
  func: "def",
  fn: "def",
  fun: "def",
  define: "def",
  defn: "def",
  sub: "def",
  foreach: "for",
  switch: "match",
  until: "while not",
  unless: "if not",
  catch: "except",
  throw: "raise",
  "&&": "and",
  "||": "or",
  "!": "not",
  "===": "==",
  "!==": "!=",
  "<>": "!=",
};

const KEYWORDS =
  "False|None|True|and|as|assert|async|await|break|class|continue|def|del|elif|else|except|finally|for|from|global|if|import|in|is|lambda|nonlocal|not|or|pass|raise|return|try|while|with|yield";

/**
 * One way in which a line goes wrong; the first that is found is the one. `parts` are the pattern's groups.
 * @type {[pattern: RegExp, hint: (parts: string[], say: Say) => string | null][]}
 */
const WAYS = [
  [/^else\s+if\b/, (_, say) => say.misspeltWord({ word: "else if", suggestion: "elif" })],
  [
    /^(\p{L}+)(?=[\s(])/u,
    ([word], say) => (Object.hasOwn(WORDS, word) ? say.misspeltWord({ word, suggestion: WORDS[word] }) : null),
  ],
  [
    /^(var|let|const|int|float|double|string|String|str|char|bool|boolean|auto)\s+[\p{L}_][\p{L}\p{N}_]*\s*(?:=|$)/u,
    ([word], say) => say.declaration({ word }),
  ],
  [/^(\/\/|\/\*|--\s)/, ([wrong], say) => say.commentSign({ wrong: wrong.trim() })],
  [/^for\b(?!\s.*\bin\b)/, (_, say) => say.loopShape],
  [/(\+\+|--)\s*(?:$|[;)])/, ([wrong], say) => say.plusPlus({ wrong, right: `${wrong[0]}=` })],
  [/(&&|\|\||!==|===|<>)/, ([word], say) => say.wrongOrder({ wrong: word, right: WORDS[word] })],
  [/(?:^|[\s(])(!)(?=[\p{L}(])/u, ([word], say) => say.wrongOrder({ wrong: word, right: WORDS[word] })],
  [new RegExp(`^(?:(?:def|class)\\s+)?(${KEYWORDS})\\s*=(?!=)`), ([word], say) => say.keywordName({ word })],
  [new RegExp(`^(?:def|class)\\s+(${KEYWORDS})\\b`), ([word], say) => say.keywordName({ word })],
  [/\b(range|print|input|len|int|str|float)\s+[\p{L}\p{N}_"']/u, ([name], say) => say.callParentheses({ name })],
  [/^(?:if|while|for|else|def)\b.*\{$/, (_, say) => say.curlyBlock],
  [/^(else|elif)\b/, ([word], say) => say.lostElse({ word, opener: "if" })],
  [/^(except|finally)\b/, ([word], say) => say.lostElse({ word, opener: "try" })],
  [/^(if|elif|for|while|def|class|with)\b[^:]*$/, ([word], say) => say.missingColon({ word })],
  [/[\p{L}\p{N}_")\]}]\s+""\s*:/u, (_, say) => say.missingComma],
  [/([-+*/%=<>,.]|\b(?:and|or|not|in|is))$/, ([last], say) => say.unfinished({ last })],
];

/**
 * @param {Facts} facts
 * @param {Say} say
 * @returns {string}
 */
export function guess({ bare, marked, suggestion }, say) {
  const at = [...marked.middle][0] ?? "";
  if (/[^\0-\x7f]/.test(at) && /[！-～\u3000]/u.test(at)) return replacement(at, say);
  if (suggestion && !Object.hasOwn(WORDS, marked.middle)) return say.misspeltWord({ word: marked.middle, suggestion });
  for (const [pattern, hintOf] of WAYS) {
    const parts = pattern.exec(bare);
    const hint = parts && hintOf(parts.slice(1), say);
    if (hint) return hint;
  }
  return sideBySide(marked, say) ?? say.plainSyntax;
}

/**
 * @param {Facts["marked"]} marked
 * @param {Say} say
 * @returns {string | null} a hint, if what is marked stands right after a value
 */
function sideBySide({ before, middle }, say) {
  const [, first] = /^([\p{L}_][\p{L}\p{N}_]*)\s+$/u.exec(before) ?? [];
  const [second] = /^[\p{L}_][\p{L}\p{N}_]*/u.exec(middle) ?? [];
  const isKeyword = new RegExp(`^(?:${KEYWORDS})$`);
  if (first && second && !isKeyword.test(first)) return say.nameWithSpace({ right: `${first}_${second}` });
  const isAfterValue = /[\p{L}\p{N}_"')\]}]\s*$/u.test(before) && !new RegExp(`\\b(?:${KEYWORDS})\\s*$`).test(before);
  const isValue = /^[\p{L}\p{N}_"'([{]/u.test(middle) && !new RegExp(`^(?:${KEYWORDS})\\b`).test(middle);
  return isAfterValue && isValue ? say.missingComma : null;
}
