// @ts-check
// Hints about values: of the wrong kind, not there, not right.

import { kindOf } from "./names.js";

/** Functions that a program may have given another value. */
const BUILTINS =
  /^(?:abs|all|any|bool|dict|enumerate|filter|float|input|int|len|list|map|max|min|next|open|print|range|reversed|round|set|sorted|str|sum|tuple|type|zip)$/;

const CALL = /^(.+)\(\) /.source;

/** @param {string} name of a function, as messages have it @returns {string} without what it belongs to */
const shortName = (name) => name.replace(/^.*\./, "").replace(/^__init__$/, name.split(".").at(-2) ?? name);

/** @param {string} list as in "'a', 'b', and 'c'" */
const namesIn = (list) => [...list.matchAll(/'([^']+)'/g)].map(([, name]) => name).join(", ");

/** @param {string} pattern */
const call = (pattern) => new RegExp(CALL + pattern);

/**
 * @param {string} operator
 * @param {string} left
 * @param {string} right
 * @param {import("../hints.js").Sentences} say
 */
function operation(operator, left, right, say) {
  const [one, other] = [left, right].map((type) => kindOf(type, say));
  if (left === "NoneType" || right === "NoneType") return say.noneOperand({ operator });
  const isTextAndNumber =
    [left, right].includes("str") && [left, right].every((type) => /^(?:str|int|float|bool)$/.test(type));
  if (isTextAndNumber) {
    const isSum = operator === "+" || operator === "+=";
    return isSum ? say.addText({ left: one, right: other }) : say.textOperand({ operator });
  }
  return say.operands({ operator, left: one, right: other });
}

/** @type {import("../hints.js").Rule[]} */
export default [
  [
    "TypeError",
    /^unsupported operand type\(s\) for (.+): '(.+)' and '(.+)'$/,
    ([operator, left, right], _, say) => operation(operator, left, right, say),
  ],
  [
    "TypeError",
    /^can only concatenate (\w+) \(not "(.+)"\) to \1$/,
    ([left, right], _, say) => operation("+", left, right, say),
  ],
  [
    "TypeError",
    /^can't multiply sequence by non-int of type '(.+)'$/,
    ([type], _, say) =>
      type === "str" ? say.textOperand({ operator: "*" }) : say.wholeNumber({ kind: kindOf(type, say) }),
  ],
  [
    "TypeError",
    /^'(.+)' not supported between instances of '(.+)' and '(.+)'$/,
    ([operator, left, right], _, say) =>
      left === "NoneType" || right === "NoneType"
        ? say.noneOperand({ operator })
        : say.comparing({ operator, left: kindOf(left, say), right: kindOf(right, say) }),
  ],

  [
    "TypeError",
    call("missing \\d+ required (?:positional|keyword-only) arguments?: (.+)$"),
    ([name, names], _, say) => say.missingArguments({ name: shortName(name), names: namesIn(names) }),
  ],
  [
    "TypeError",
    call("takes 0 positional arguments but 1 was given$"),
    ([name], _, say) =>
      name.includes(".") && !name.includes("<locals>") ? say.selfParameter({ name: shortName(name) }) : null,
  ],
  [
    "TypeError",
    call("takes .*positional arguments? but (\\d+) (?:was|were) given$"),
    ([name, given], _, say) => {
      // The object itself is not given in parentheses.
      const others = Number(given) - Number(name.includes(".") && !name.includes("<locals>"));
      return say.tooManyArguments({ name: shortName(name), given: others });
    },
  ],
  [
    "TypeError",
    call("got an unexpected keyword argument '(.+)'$"),
    ([name, argument], _, say) => say.unknownArgument({ name: shortName(name), argument }),
  ],
  [
    "TypeError",
    call("got multiple values for argument '(.+)'$"),
    ([name, argument], _, say) => say.argumentTwice({ name: shortName(name), argument }),
  ],
  [
    "TypeError",
    /^(\w+) expected .*\d+ arguments?, got (\d+)$/,
    ([name, given], _, say) => say.argumentCount({ name, given: Number(given) }),
  ],
  [
    "TypeError",
    call("takes (?:no|exactly|at most|at least) .*arguments? \\((\\d+) given\\)$"),
    ([name, given], _, say) => say.argumentCount({ name: shortName(name), given: Number(given) }),
  ],

  [
    "TypeError",
    /^'(.+)' object is not callable$/,
    ([type], { code, marked }, say) => {
      const callee = marked.left.trim();
      const kind = kindOf(type, say);
      if (/^\d[\d_.]*$/.test(callee) || (!callee && /(?<![\p{L}\p{N}_.])\d[\d.]*\s*\(/u.test(code)))
        return say.timesMissing;
      if (BUILTINS.test(callee)) return say.shadowed({ name: callee });
      if (type === "module" && callee) return say.callModule({ name: callee });
      if (type === "NoneType") return say.callNone;
      return /^(?:list|tuple|dict|str|range)$/.test(type) ? say.callElements({ kind }) : say.callValue({ kind });
    },
  ],
  [
    "TypeError",
    /^object of type '(.+)' has no len\(\)$/,
    ([type], _, say) => (type === "NoneType" ? say.noneUsed : say.noLength({ kind: kindOf(type, say) })),
  ],
  [
    "TypeError",
    /^'(.+)' object is not iterable$/,
    ([type], _, say) => {
      if (type === "NoneType") return say.noneUsed;
      return /^(?:int|float)$/.test(type) ? say.iterateNumber : say.iterateOther({ kind: kindOf(type, say) });
    },
  ],
  [
    "TypeError",
    /^'(.+)' object (?:is not subscriptable|does not support item (?:assignment|deletion))$/,
    ([type], { message }, say) => {
      const kind = kindOf(type, say);
      if (type === "NoneType") return say.noneUsed;
      if (/^(?:str|tuple|range|bytes)$/.test(type) && !message.endsWith("subscriptable"))
        return say.unchangeable({ kind });
      return /function|method|^type$/.test(type) ? say.squareCall : say.noElements({ kind });
    },
  ],
  [
    "TypeError",
    /^(?:list|tuple|string|range) indices must be integers(?: or slices)?, not '?(\w+)'?$/,
    ([type], _, say) => say.indexKind({ kind: kindOf(type, say) }),
  ],
  [
    "TypeError",
    /^'(.+)' object cannot be interpreted as an integer$/,
    ([type], _, say) => say.wholeNumber({ kind: kindOf(type, say) }),
  ],
  [
    "TypeError",
    /^(?:cannot use .* \()?unhashable type: '(.+?)'\)?$/,
    ([type], _, say) => say.unhashable({ kind: kindOf(type, say) }),
  ],
  [
    "TypeError",
    /^cannot unpack non-iterable (.+) object$/,
    ([type], _, say) => (type === "NoneType" ? say.noneUsed : say.unpackNothing({ kind: kindOf(type, say) })),
  ],
  [
    "TypeError",
    /^(int|float)\(\) argument must be .*, not '(.+)'$/,
    ([name, type], _, say) => say.conversion({ name, kind: kindOf(type, say) }),
  ],
  ["TypeError", /^sequence item \d+: expected str instance, .+ found$/, (_, __, say) => say.joinText],

  [
    "IndexError",
    /^(list|tuple|string|range)(?: object)? index out of range$/,
    ([type], { marked }, say) => {
      const [, name] = /^([\p{L}_][\p{L}\p{N}_]*)$/u.exec(marked.left.trim()) ?? [];
      const [, index] = /^\[([^[\]:]+)\]$/.exec(marked.middle) ?? [];
      if (name && index) return say.indexOf({ name, index });
      return say.indexRange({ kind: kindOf(type === "string" ? "str" : type, say) });
    },
  ],
  ["IndexError", /^list assignment index out of range$/, (_, __, say) => say.indexAssign],
  ["IndexError", /^pop from /, (_, __, say) => say.emptyPop],
  ["IndexError", /^pop index out of range$/, (_, __, say) => say.indexRange({ kind: kindOf("list", say) })],
  ["IndexError", /^Cannot choose from an empty sequence$/, (_, __, say) => say.emptyChoice],
  ["IndexError", /^Replacement index \d+ out of range/, (_, __, say) => say.formatPlaces],
  ["KeyError", /^(.{1,100})$/, ([key], _, say) => (key.includes("(): ") ? null : say.noKey({ key }))],

  [
    "ZeroDivisionError",
    /^(?:.*(?:division|modulo|divmod).*|zero to a negative power)$/,
    (_, { marked, code }, say) => {
      const isOperation = /^\s*(?:\/\/?|%)\s*$/.test(marked.middle);
      const divisor = isOperation
        ? marked.right
        : /^[^"'#]*[^"'#/]\/\/?\s*([\p{L}_][\p{L}\p{N}_]*)[^/%]*$/u.exec(code)?.[1];
      const isName = divisor && !/^[\s\d.()]+$/.test(divisor);
      return isName ? say.zeroDivisor({ divisor: divisor.trim() }) : say.zeroDivision;
    },
  ],
  [
    "RecursionError",
    /^/,
    (_, { function: name }, say) =>
      /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) ? say.recursion({ name }) : say.recursionAnywhere,
  ],

  [
    "ValueError",
    /^invalid literal for int\(\) with base 10: (['"].*['"])$/s,
    ([text], _, say) => {
      if (!text.slice(1, -1).trim()) return say.numberOfNothing({ name: "int" });
      return /^.\s*[-+]?\d*\.\d*\s*.$/.test(text) ? say.intOfDecimal({ text }) : say.intOfText({ text });
    },
  ],
  [
    "ValueError",
    /^could not convert string to float: (['"].*['"])$/s,
    ([text], _, say) => {
      if (!text.slice(1, -1).trim()) return say.numberOfNothing({ name: "float" });
      return /^.\s*[-+]?\d+,\d+\s*.$/.test(text) ? say.decimalComma({ text }) : say.floatOfText({ text });
    },
  ],
  ["ValueError", /^too many values to unpack \(expected (\d+)/, ([expected], _, say) => say.tooManyParts({ expected })],
  [
    "ValueError",
    /^not enough values to unpack \(expected (?:at least )?(\d+), got (\d+)\)$/,
    ([expected, given], _, say) => say.tooFewParts({ expected, given }),
  ],
  ["ValueError", /(?: is not in list|^list\.(?:index|remove)\(x\): x not in list)$/, (_, __, say) => say.notInList],
  ["ValueError", /^substring not found$/, (_, __, say) => say.notInText],
  [
    "ValueError",
    /^(max|min)\(\) (?:iterable )?argument is (?:an empty sequence|empty)$/,
    ([name], _, say) => say.emptyExtreme({ name }),
  ],
  [
    "ValueError",
    /^(?:math domain error|expected a (?:non-?negative|positive) input.*)$/,
    (_, __, say) => say.outOfDomain,
  ],

  ["EOFError", /^EOF when reading a line$/, (_, __, say) => say.noInput],
  ["FileNotFoundError", /No such file or directory: '(.+)'$/, ([file], _, say) => say.noFile({ file: `'${file}'` })],
];
