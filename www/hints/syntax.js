// @ts-check
// Hints about texts that are not Python yet.

import { replacement } from "./signs.js";
import { guess } from "./unreadable.js";

/** @type {Record<string, string>} */
const CLOSING = { "(": ")", "[": "]", "{": "}" };

/** Words that open a block. */
const OPENER = /^(?:async\s+)?(if|elif|else|for|while|def|class|try|except|finally|with|match|case)\b/;

/** @type {import("../hints.js").Rule[]} */
export default [
  [
    "IndentationError",
    /^expected an indented block after .* on line (\d+)$/,
    ([opener], _, say) => say.indentMissing({ opener: Number(opener) }),
  ],
  ["IndentationError", /^unexpected indent$/, (_, __, say) => say.indentUnexpected],
  ["IndentationError", /^unindent does not match/, (_, __, say) => say.indentMismatch],
  ["TabError", /^/, (_, __, say) => say.tabs],

  ["SyntaxError", /^invalid character '(.+)' \(U\+[0-9A-F]+\)$/u, ([wrong], _, say) => replacement(wrong, say)],
  [
    "SyntaxError",
    /^expected ':'$/,
    (_, { code }, say) => {
      const [, word] = OPENER.exec(code) ?? [];
      return word ? say.missingColon({ word }) : say.missingColonAnywhere;
    },
  ],
  // The other bracket may be there, and not be the one of ASCII.
  [
    "SyntaxError",
    /^(?:unmatched '.'|'.' was never closed)$/,
    (_, { bare }, say) => {
      const [wrong] = /[（）［］｛｝]/u.exec(bare) ?? [];
      return wrong ? replacement(wrong, say) : null;
    },
  ],
  [
    "SyntaxError",
    /^'([([{])' was never closed$/,
    ([opening], _, say) => say.neverClosed({ opening, closing: CLOSING[opening] }),
  ],
  [
    "SyntaxError",
    /^closing parenthesis '(.)' does not match opening parenthesis '(.)'/,
    ([closing, opening], _, say) => say.mismatched({ opening, closing, right: CLOSING[opening] }),
  ],
  ["SyntaxError", /^unmatched '(.)'$/, ([closing], _, say) => say.unmatched({ closing })],
  ["SyntaxError", /^unterminated triple-quoted /, (_, __, say) => say.openLongString],
  ["SyntaxError", /^unterminated .*perhaps you escaped the end quote\?$/, (_, __, say) => say.escapedQuote],
  [
    "SyntaxError",
    /^unterminated (?:\w-)?string /,
    (_, { code }, say) => (/'\p{L}+'\p{L}/u.test(code) ? say.apostrophe : say.openString),
  ],

  [
    "SyntaxError",
    /^invalid syntax\. Maybe you meant '==' or ':=' instead of '='\?$/,
    (_, { code }, say) => {
      const [wrong] = /=[<>]/.exec(code) ?? [];
      if (wrong) return say.wrongOrder({ wrong, right: `${wrong[1]}=` });
      return code.endsWith("{") ? say.curlyBlock : say.comparison;
    },
  ],
  ["SyntaxError", /^cannot assign to (True|False|None|__debug__)\b/, ([word], _, say) => say.fixedValue({ word })],
  [
    "SyntaxError",
    /^cannot assign to /,
    (_, { code }, say) => {
      if (/^(?:if|elif|while)\b/.test(code)) return say.comparison;
      const [, name] = /^([\p{L}_][\p{L}\p{N}_]*(?:-[\p{L}_][\p{L}\p{N}_]*)+)\s*=/u.exec(code) ?? [];
      return name ? say.hyphenName({ name, right: name.replaceAll("-", "_") }) : say.assignTarget;
    },
  ],
  ["SyntaxError", /^Missing parentheses in call to '(.+)'/, ([name], _, say) => say.callParentheses({ name })],

  [
    "SyntaxError",
    /^invalid syntax\. Perhaps you forgot a comma\?$/,
    (_, { code }, say) => (code.endsWith("{") ? say.curlyBlock : say.missingComma),
  ],
  [
    "SyntaxError",
    /^invalid syntax\. Is this intended to be part of the string\?$/,
    (_, { marked }, say) =>
      /^[\p{L}\p{N}_]/u.test(marked.middle) ? say.quoteInText : replacement([...marked.middle][0] ?? "", say),
  ],
  ["SyntaxError", /^invalid (?:decimal|hexadecimal|octal|binary) literal$/, (_, __, say) => say.badNumber],
  ["SyntaxError", /^leading zeros in decimal integer literals are not permitted/, (_, __, say) => say.leadingZeros],
  [
    "SyntaxError",
    /^'(return|yield|await)' outside (?:\w+ )?function$/,
    ([word], _, say) => say.outsideFunction({ word }),
  ],
  [
    "SyntaxError",
    /^'(break|continue)' (?:outside loop|not properly in loop)$/,
    ([word], _, say) => say.outsideLoop({ word }),
  ],
  [
    "SyntaxError",
    /^expected '\('$/,
    (_, { code }, say) => (/^(?:async\s+)?def\b/.test(code) ? say.defParentheses : null),
  ],
  ["SyntaxError", /^expected 'else' after 'if' expression$/, (_, __, say) => say.elseMissing],
  ["SyntaxError", /^expected 'except' or 'finally' block$/, (_, __, say) => say.exceptMissing],
  ["SyntaxError", /^f-string: /, (_, __, say) => say.braces],
  ["SyntaxError", /^positional argument follows keyword argument/, (_, __, say) => say.positionalAfter],
  ["SyntaxError", /^parameter without a default follows parameter with a default$/, (_, __, say) => say.defaultAfter],
  [
    "SyntaxError",
    /^duplicate (?:argument|parameter) '(.+)' in function definition$/,
    ([name], _, say) => say.duplicateParameter({ name }),
  ],
  ["SyntaxError", /^Expected one or more names after 'import'$/, (_, __, say) => say.importNothing],
  ["SyntaxError", /^Did you mean to use 'from \.\.\. import \.\.\.' instead\?$/, (_, __, say) => say.fromImport],
  [
    "SyntaxError",
    /^unexpected (?:EOF while parsing|character after line continuation character)$/,
    (_, { code }, say) => (code.includes("\\") ? say.backslash : say.plainSyntax),
  ],
  ["SyntaxError", /^':' expected after dictionary key$/, (_, __, say) => say.dictColon],
  [
    "SyntaxError",
    /^name '(.+)' is (?:assigned to|used prior to|used) .*global declaration$/,
    ([name], _, say) => say.globalFirst({ name }),
  ],

  ["SyntaxError", /^invalid syntax$/, (_, facts, say) => guess(facts, say)],
];
