// @ts-check
// What <garter-snippet> says by itself, in English; pages load it with the element. Readers read the texts
// up to `given`, the authors of pages those from `unknownValue` on.

const plural = new Intl.PluralRules("en");

/** Several names, as a sentence has them. */
export const list = new Intl.ListFormat("en");

/**
 * @param {number} count
 * @param {string} one
 * @param {string} other
 */
export const counted = (count, one, other) =>
  `${count.toLocaleString("en", { maximumFractionDigits: 6 })} ${plural.select(count) === "one" ? one : other}`;

export default {
  label: "Python snippet",
  code: "Python code",
  output: "Output",
  run: "Run",
  stop: "Stop",
  edit: "Edit",
  reset: "Reset",
  copy: "Copy",
  copied: "Copied",
  expand: "Show all",
  collapse: "Show less",
  percent: (/** @type {{ part: number }} */ { part }) => `${Math.round(part * 100)} %`,
  cancel: "Stop loading",
  arriving: "Python is on its way …",
  running: "Running …",
  queued: "Waits for another snippet to end …",
  waiting: "The program waits for you to type a line.",
  stopped: "Stopped.",
  copyFailed: "The browser does not let this page copy. Select the code and copy it with the keyboard.",
  moved: "The snippet was moved in the page while it ran, which ended its program. Press Run again.",
  expected: "This is the expected output.",
  unexpected: "The output differs from what is expected.",
  /** Where the output differs. */
  difference: {
    /** What the signs − and + mean. */
    missing: "expected, but not printed",
    extra: "printed, but not expected",
    /** Before each line, for who does not see its sign. */
    missingLine: "expected",
    extraLine: "printed",
    same: (/** @type {{ count: number }} */ { count }) => counted(count, "line is the same", "lines are the same"),
    more: (/** @type {{ count: number, isExact: boolean }} */ { count, isExact }) =>
      `${isExact ? "" : "Up to "}${counted(count, "more line differs", "more lines differ")}.`,
  },
  gone: "The names that the snippets of this session share are gone. Run the earlier ones again.",
  earlier: "A snippet above belongs to the same session and has not been run. What is missing here may come from it.",
  runEarlier: "Run the snippets above first",
  given:
    "This program works too long before its questions to be asked in this browser. Type its input before you press Run: one line for each question.",
  lacks: (/** @type {{ feature: string, oldest: string }} */ { feature, oldest }) =>
    `This browser cannot run Python: it lacks ${feature}, or has it switched off; ${oldest} and newer versions have it.`,
  unknownValue: (/** @type {{ name: string, value: string, allowed: string }} */ { name, value, allowed }) =>
    `${name}="${value}" is not known. Allowed: ${allowed}.`,
  noSwitch: (/** @type {{ name: string, value: string }} */ { name, value }) =>
    `${name}="${value}" does not turn ${name} off: the attribute alone turns it on. Remove it, or its value.`,
  misspelt: (/** @type {{ name: string, meant: string }} */ { name, meant }) =>
    `A snippet has no attribute ${name}. Did you mean ${meant}?`,
  noNumber: (/** @type {{ name: string, value: string, unit: string }} */ { name, value, unit }) =>
    `${name}="${value}" is not a number of ${unit} above zero.`,
  noJson: (/** @type {{ name: string, reason: string }} */ { name, reason }) =>
    `${name} begins like JSON, but is none (${reason}).`,
  mixedModules: (/** @type {{ value: string }} */ { value }) =>
    `modules="${value}" both allows and forbids. Name either the modules that may be imported, or those that may not, each with a ! before it.`,
  parts: (/** @type {{ value: string, known: readonly string[] }} */ { value, known }) =>
    `parts="${value}" names no part of this Python; there are ${list.format(known)}.`,
  packages: (/** @type {{ value: string }} */ { value }) =>
    `packages="${value}" asks for packages from PyPI, which Garter cannot bring. Put their wheels beside the page and write their addresses, such as ./wheels/lock.json.`,
  noSelector: (/** @type {{ value: string }} */ { value }) =>
    `selector="${value}" is not a CSS selector. Write one that matches the code blocks, such as pre code.language-python.`,
  wholePage: (/** @type {{ value: string, name: string }} */ { value, name }) =>
    `selector="${value}" matches <${name}>, which is no block of code: no snippet was made. Write one that matches the code blocks only, such as pre code.language-python.`,
  noElement: (/** @type {{ name: string, id: string }} */ { name, id }) =>
    `${name} names "${id}", but no element of this page has this id. Give it to the element that is meant, or write an address such as ./${id}.py.`,
  noSnippet: (/** @type {{ id: string }} */ { id }) =>
    `depends-on names "${id}", but no <garter-snippet> of this page has this id.`,
  circle: (/** @type {{ id: string }} */ { id }) =>
    `depends-on goes round in a circle by way of "${id}". Take one of these attributes away.`,
  dependency: (/** @type {{ id: string, why: string }} */ { id, why }) =>
    `This continues the snippet "${id}", which did not run to its end. ${why}`,
  noFile: (/** @type {{ name: string, url: string, reason: string }} */ { name, url, reason }) =>
    `${name} names ${url}, which ${reason}. Check the address.`,
  missing: (/** @type {{ code: number }} */ { code }) => `is missing on the server (${code})`,
  unreachable: "cannot be reached (is the server there, and does the page's policy allow it in connect-src?)",
  noPlace: (/** @type {{ mark: string }} */ { mark }) =>
    `The template has no line that is just ${mark}, at the left margin, in place of the reader's code. Add one.`,
  noCode:
    "There is no code in this snippet. Write it inside the element, or name a file with src. If it is there, close the <p> before the element: a <pre> ends it.",
  noPart: (/** @type {{ url: string }} */ { url }) =>
    `A part of Garter did not arrive: ${url}. Check that all files of pkg/ are on the server and that the page's policy allows them in script-src; then reload the page.`,
  twoVersions: (/** @type {{ used: string, unused: string }} */ { used, unused }) =>
    `This page loads two versions of Garter: ${used} is used, ${unused} is not. Remove one of the two script tags.`,
  failed: (/** @type {{ message: string }} */ { message }) => `This snippet's attributes are wrong: ${message}`,
};
