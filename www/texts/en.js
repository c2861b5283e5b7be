// @ts-check
// What people read, in English: one section for each part of the page. A value is a sentence, or a
// function that makes it of named values.

const time = (/** @type {number} */ seconds) => `${seconds.toLocaleString("en", { maximumFractionDigits: 2 })} s`;

/** How a run ended; a `line` of null is not known. */
export const status = {
  finished: (/** @type {{ seconds: number }} */ { seconds }) => `Finished after ${time(seconds)}.`,
  exited: (/** @type {{ code: number, seconds: number }} */ { code, seconds }) =>
    `Exited with code ${code} after ${time(seconds)}.`,
  exception: (/** @type {{ type: string, line: number | null, seconds: number }} */ { type, line, seconds }) =>
    `Ended with ${type}${line === null ? "" : ` on line ${line}`} after ${time(seconds)}.`,
  syntaxError: (/** @type {{ message: string }} */ { message }) => `This is not Python yet: ${message}`,
  timeout: (/** @type {{ seconds: number, line: number | null }} */ { seconds, line }) =>
    `Ended because it ran longer than the ${seconds} seconds it is allowed${line === null ? "" : ` (it was on line ${line})`}.`,
  memory: (/** @type {{ megabytes: number }} */ { megabytes }) =>
    `Ended because it needed more than the ${megabytes} MB of memory it is allowed.`,
  outputLimit: (/** @type {{ kilobytes: number }} */ { kilobytes }) =>
    `Ended because it printed more than the ${kilobytes} KB it is allowed; the first of it is kept.`,
  stopped: (/** @type {{ seconds: number }} */ { seconds }) => `Stopped after ${time(seconds)}.`,
  killed: (/** @type {{ seconds: number }} */ { seconds }) =>
    `Stopped after ${time(seconds)}. It did not end by itself, so its worker was taken away.`,
  crashed: "Python itself has failed. Your program is still here, and Run works again.",
  consoleClosed: "The console is closed.",
  consoleEnded: "It was ended.",
  consoleGone: (/** @type {{ why: string }} */ { why }) =>
    `${why} The console's names are gone; its text is still here.`,
};

/** What can go wrong around a program. A `reason` says which file, and what is wrong with it. */
export const errors = {
  load: (/** @type {{ reason: string }} */ { reason }) =>
    `Python did not arrive: ${reason}. Check the connection and try again.`,
  cutShort: (/** @type {{ file: string, arrived: number, bytes: number }} */ { file, arrived, bytes }) =>
    `${file} is cut short (${arrived} of ${bytes} bytes)`,
  brokeOff: (/** @type {{ file: string }} */ { file }) => `${file} broke off while it was arriving`,
  unreachable: (/** @type {{ file: string }} */ { file }) => `${file} cannot be reached`,
  missingOnServer: (/** @type {{ file: string, code: number }} */ { file, code }) =>
    `${file} is missing on the server (${code})`,
  missingInFolder: (/** @type {{ file: string }} */ { file }) => `${file} is missing in this folder`,
  damaged: (/** @type {{ file: string, message: string }} */ { file, message }) => `${file} is damaged (${message})`,
  unheard: (/** @type {{ file: string }} */ { file }) =>
    `${file} is missing on the server, or was sent with a policy that is not its own, or this page's policy forbids the frame`,
  forbidden: (/** @type {{ directive: string, source: string }} */ { directive, source }) =>
    `This page's Content Security Policy forbids what Python needs. Add ${source} to its ${directive}.`,
  noAddress: (/** @type {{ value: string }} */ { value }) => `assets: ${JSON.stringify(value)} is not an address.`,
  disposed: "This Garter was disposed of; load another one.",
  flooded: "The sandbox said too much that makes no sense. It was taken away; load another one.",
  gone: "The sandbox has gone to another address. It was taken away; load another one.",
  afterWhat: "after must be a run of this Garter: what its run() or console() has returned.",
  unsendable: (/** @type {{ error: string }} */ { error }) => `These options cannot be sent to the sandbox: ${error}`,
};

/** The output view, where it speaks itself. */
export const terminal = {
  prompt: "The program waits for a line",
};

/** The editor; `phrases` are CodeMirror's own, by what they are in English. */
export const editor = {
  label: "Python program",
  phrases: /** @type {Record<string, string>} */ ({}),
};

/** The playground. */
export const playground = {
  loading: "Python is on its way …",
  arriving: (/** @type {{ loaded: string, total: string }} */ { loaded, total }) =>
    `Python is on its way: ${loaded} of ${total} MB unpacked`,
  ready: "Ready.",
  running: "Running …",
  waiting: {
    line: "The program waits for you to type a line.",
    hidden: "The program waits for you to type something that nobody sees.",
    code: "Type Python. Tab completes, the arrow keys go back, Ctrl+D or exit() ends.",
    block: "The block goes on; an empty line ends it.",
  },
  firstProgram: `# Change this program, then press Run.
import random

secret = random.randint(1, 20)
print("I am thinking of a number from 1 to 20.")

for attempt in range(1, 6):
    guess = int(input("Your guess? "))
    if guess == secret:
        print(f"Right, after {attempt} attempts!")
        break
    print("Too low." if guess < secret else "Too high.")
else:
    print(f"It was {secret}.")
`,
};

/** The element for docs pages. Those who write the page read the messages from `unknownValue` on. */
export const snippet = {
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
  unexpected: "The output differs from what is expected:",
  expectedLine: "expected",
  printedLine: "printed",
  gone: "The names that the snippets of this session share are gone. Run the earlier ones again.",
  given: "This browser cannot pause a program, so type its input before you press Run: one line for each question.",
  unknownValue: (/** @type {{ name: string, value: string, allowed: string }} */ { name, value, allowed }) =>
    `${name}="${value}" is not known. Allowed: ${allowed}.`,
  noNumber: (/** @type {{ name: string, value: string, unit: string }} */ { name, value, unit }) =>
    `${name}="${value}" is not a number of ${unit} above zero.`,
  noJson: (/** @type {{ name: string, reason: string }} */ { name, reason }) =>
    `${name} begins like JSON, but is none (${reason}).`,
  mixedModules: (/** @type {{ value: string }} */ { value }) =>
    `modules="${value}" both allows and forbids. Name either the modules that may be imported, or those that may not, each with a ! before it.`,
  packages: (/** @type {{ value: string }} */ { value }) =>
    `packages="${value}" asks for packages from PyPI, which Garter cannot bring. The standard library is there; remove the attribute.`,
  noSelector: (/** @type {{ value: string }} */ { value }) =>
    `selector="${value}" is not a CSS selector. Write one that matches the code blocks, such as pre code.language-python.`,
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

/** What programs show that is more than text. */
export const display = {
  picture: "A picture that the program has not described",
  table: "A table",
  html: "HTML that the program shows",
  moreRows: (/** @type {{ count: number }} */ { count }) => `${count.toLocaleString("en")} more rows`,
  moreColumns: (/** @type {{ count: number }} */ { count }) => `${count.toLocaleString("en")} more columns`,
  unknown: (/** @type {{ mime: string }} */ { mime }) => `The program shows something of the type ${mime}, which this page does not know.`,
  damaged: (/** @type {{ mime: string }} */ { mime }) => `The program shows something of the type ${mime}, but it is damaged.`,
  invisible: "The program shows a picture, but it is damaged, or this page's policy does not allow it (img-src blob:).",
  tooLarge: (/** @type {{ width: number, height: number }} */ { width, height }) =>
    `The program shows a picture of ${width} by ${height} pixels, which is more than a page can bear.`,
  tooHeavy: "The program shows an SVG picture with filters, foreign objects or too many repetitions, which could take for ever to draw.",
};

export default { snippet, display, status, errors, terminal, editor, playground };
