// @ts-check
// Results of tests, for people, for programs that read TAP, and for build servers that read JUnit's XML.

/**
 * @typedef {object} Result
 * @property {string} file
 * @property {number | null} line
 * @property {string} name of what was tested
 * @property {string | null} problem null if there is none
 * @property {string[]} details lines
 */

/** Prints TAP (https://testanything.org/tap-version-14-specification.html), a line for each result as it comes. */
export class Tap {
  #write;
  #count = 0;

  /** @param {(text: string) => void} write */
  constructor(write) {
    this.#write = write;
    write("TAP version 14\n");
  }

  /** @param {Result} result */
  add({ file, line, name, problem, details }) {
    this.#count += 1;
    const title = escaped(`${line === null ? file : `${file}:${line}`} ${name}`);
    this.#write(`${problem === null ? "ok" : "not ok"} ${this.#count} - ${title}\n`);
    if (problem === null) return;
    this.#write(`  ---\n  message: ${JSON.stringify(printable(problem))}\n`);
    // A literal block: whatever stands in it, it is text.
    if (details.length > 0) this.#write(`  details: |2\n${details.map((one) => `    ${printable(one)}\n`).join("")}`);
    this.#write("  ...\n");
  }

  end() {
    this.#write(`1..${this.#count}\n`);
  }
}

/** In a line of TAP, `#` begins a directive. @param {string} text */
const escaped = (text) => printable(text).replace(/[\\#]/g, "\\$&");

/** What a terminal would obey, and what would end the line. @param {string} text */
const printable = (text) => text.replace(/[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]|\n/g, "\ufffd");

/**
 * @param {Result[]} results
 * @returns {string} as JUnit writes it: a suite for each file
 */
export function junit(results) {
  const suites = [...grouped(results)];
  const written = suites.map(([file, cases]) => {
    const failures = cases.filter(({ problem }) => problem !== null).length;
    const body = cases.map(({ line, name, problem, details }) => {
      const place = line === null ? "" : ` line="${line}"`;
      const start = `    <testcase classname="${xml(file)}" name="${xml(name)}" file="${xml(file)}"${place}`;
      if (problem === null) return `${start}/>\n`;
      return `${start}>\n      <failure message="${xml(problem)}">${xml(details.join("\n"))}</failure>\n    </testcase>\n`;
    });
    return `  <testsuite name="${xml(file)}" tests="${cases.length}" failures="${failures}">\n${body.join("")}  </testsuite>\n`;
  });
  const failures = results.filter(({ problem }) => problem !== null).length;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites tests="${results.length}" failures="${failures}">\n${written.join("")}</testsuites>\n`;
}

/** @param {Result[]} results */
function grouped(results) {
  /** @type {Map<string, Result[]>} */
  const groups = new Map();
  for (const result of results) groups.set(result.file, [...(groups.get(result.file) ?? []), result]);
  return groups;
}

/** @type {Record<string, string>} */
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;", "\n": "&#10;", "\t": "&#9;" };

/** XML has no way to write most control characters and halves of pairs. @param {string} text */
const xml = (text) =>
  text
    .toWellFormed()
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\r/g, "\ufffd")
    .replace(/[&<>"'\n\t]/g, (character) => ENTITIES[character]);
