// @ts-check
// Hints about names: variables, attributes, modules.

/** What values are called in other languages. @type {Record<string, string>} */
const WORDS = {
  true: "True",
  TRUE: "True",
  false: "False",
  FALSE: "False",
  none: "None",
  null: "None",
  NULL: "None",
  nil: "None",
  undefined: "None",
  nullptr: "None",
  this: "self",
};

/** Packages that beginners have read about. */
const PACKAGES =
  /^(?:matplotlib|scipy|sklearn|seaborn|sympy|requests|pygame|pyxel|PIL|cv2|torch|tensorflow|keras|flask|django|bs4|selenium|openpyxl|nltk|networkx|plotly|streamlit|colorama|rich)(?:\.|$)/;

/**
 * @param {string} name
 * @param {string} code
 * @param {string} template a pattern with NAME in it
 */
const isUsedAs = (name, code, template) =>
  new RegExp(template.replaceAll("NAME", `(?<![\\p{L}\\p{N}_.])${name}(?![\\p{L}\\p{N}_])`), "u").test(code);

/** @type {import("../hints.js").Rule[]} */
export default [
  [
    "NameError",
    /^name '([\p{L}_][\p{L}\p{M}\p{N}_]*)' is not defined$/u,
    ([name], { code, suggestion, forgottenImport }, say) => {
      if (Object.hasOwn(WORDS, name)) return say.pythonWord({ name, word: WORDS[name] });
      if (forgottenImport === name) return say.forgottenImport({ name });
      if (suggestion?.startsWith("self.")) return say.forgottenSelf({ name, suggestion });
      if (suggestion?.toLowerCase() === name.toLowerCase()) return say.capitals({ name, suggestion });
      // Alone in a call, on the right of == or of =: where texts stand.
      const isPerhapsText = isUsedAs(name, code, "(?:\\(\\s*NAME\\s*\\)|=\\s*NAME\\s*(?:$|[:#)]))");
      if (suggestion) return say.misspelt({ name, suggestion }) + (isPerhapsText ? say.orText({ name }) : "");
      if (isUsedAs(name, code, "^NAME\\s*(?:[-+*/%]|//|\\*\\*)=")) return say.noFirstValue({ name });
      if (isUsedAs(name, code, "^NAME\\s*=[^=].*NAME")) return say.noFirstValue({ name });
      if (isUsedAs(name, code, "NAME\\s*\\(")) return say.unknownFunction({ name });
      return isPerhapsText ? say.forgottenQuotes({ name }) : say.unknownName({ name });
    },
  ],
  [
    "UnboundLocalError",
    /^(?:cannot access )?local variable '(.+)' (?:referenced before assignment|where it is not .+)$/,
    ([name], _, say) => say.unboundLocal({ name }),
  ],

  [
    "AttributeError",
    /^'NoneType' object has no attribute '(.+)'$/,
    ([attribute], _, say) => say.noneAttribute({ attribute }),
  ],
  [
    "AttributeError",
    /^module '(.+)' has no attribute '(.+)'$/,
    ([module, name], { suggestion }, say) =>
      suggestion ? say.moduleMisspelt({ module, name, suggestion }) : say.moduleLacks({ module, name }),
  ],
  [
    "AttributeError",
    /^'(.+)' object has no attribute '(.+)'$/,
    ([type, attribute], { suggestion }, say) => {
      const kind = kindOf(type, say);
      const hasLength = /^(?:str|list|tuple|dict|set|range)$/.test(type);
      if (hasLength && /^(?:length|len|size|count)$/.test(attribute)) return say.lengthIsAFunction({ attribute });
      if (suggestion) return say.misspeltAttribute({ kind, attribute, suggestion });
      if (type === "list" && /^(?:push|add)$/.test(attribute)) {
        return say.misspeltAttribute({ kind, attribute, suggestion: "append" });
      }
      return say.unknownAttribute({ kind, attribute });
    },
  ],

  [
    "ModuleNotFoundError",
    /^No module named '([^']+)'/,
    ([module], { suggestion }, say) => {
      if (suggestion) return say.misspeltModule({ module, suggestion });
      return PACKAGES.test(module) ? say.noPackages({ module }) : say.unknownModule({ module });
    },
  ],
  [
    "ImportError",
    /^cannot import name '(.+?)' from '(.+?)' \(/,
    ([name, module], { suggestion }, say) =>
      suggestion ? say.moduleMisspelt({ module, name, suggestion }) : say.moduleLacks({ module, name }),
  ],
  ["ImportError", /^this page does not allow '(.+?)'/, ([module], _, say) => say.forbiddenModule({ module })],
];

/**
 * @param {string} type as Python calls it
 * @param {import("../hints.js").Sentences} say
 * @returns {string} as people call it
 */
export const kindOf = (type, say) => (Object.hasOwn(say.kinds, type) ? say.kinds[type] : say.otherKind({ type }));
