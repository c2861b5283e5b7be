// @ts-check
// YAML with the line of everything in it.

import {
  CORE_SCHEMA,
  constructFromEvents,
  EVENT_ID,
  FAILSAFE_SCHEMA,
  getScalarValue,
  parseEvents,
  YAMLException,
} from "js-yaml";

/** What is no YAML, or none that an exercise needs. */
export class YamlError extends Error {
  /**
   * @param {"alias" | "several" | string} reason in the parser's English words; the first two are our own
   * @param {number} line from 1
   */
  constructor(reason, line) {
    super(reason);
    this.line = line;
  }
}

/**
 * @typedef {object} Yaml
 * @property {unknown} value
 * @property {any} written the same with every scalar as it is written: `1.0` is "1.0" and not the number 1
 * @property {Map<string, number>} lines from 1, by paths: `tests/0/name`
 */

/**
 * @param {string} text
 * @returns {Yaml}
 * @throws {YamlError}
 */
export function readYaml(text) {
  const lineAt = lineFinder(text);
  try {
    const events = parseEvents(text, {});
    if (events.filter(({ type }) => type === EVENT_ID.DOCUMENT).length > 1) throw new YamlError("several", 1);
    const alias = events.find(({ type }) => type === EVENT_ID.ALIAS);
    // Each makes a copy of what it names: a few lines can stand for a million.
    if (alias && "anchorStart" in alias) throw new YamlError("alias", lineAt(alias.anchorStart));
    const [value] = constructFromEvents(events, { source: text, schema: CORE_SCHEMA });
    const [written] = constructFromEvents(events, { source: text, schema: FAILSAFE_SCHEMA });
    return { value: value ?? null, written: written ?? null, lines: linesOf(events, text, lineAt) };
  } catch (error) {
    if (error instanceof YAMLException) throw new YamlError(error.reason, (error.mark?.line ?? 0) + 1);
    throw error;
  }
}

/**
 * @param {string} text
 * @returns {(offset: number) => number} the line, from 1, of a place in it
 */
function lineFinder(text) {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return (offset) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle] <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}

/**
 * @param {import("js-yaml").Event[]} events
 * @param {string} text
 * @param {(offset: number) => number} lineAt
 */
function linesOf(events, text, lineAt) {
  /** @type {Map<string, number>} */
  const lines = new Map([["", 1]]);
  /** What is open: the next item's number in a list; in a mapping, the key whose value comes next. */
  /** @type {{ path: string, next: number | string | null, isList: boolean }[]} */
  const open = [];
  /** @param {number} line */
  const place = (line) => {
    const around = open.at(-1);
    if (!around || around.next === null) return "";
    const path = around.path ? `${around.path}/${around.next}` : String(around.next);
    if (!lines.has(path)) lines.set(path, line);
    if (typeof around.next === "number") around.next += 1;
    else around.next = null;
    return path;
  };
  for (const event of events) {
    if (event.type === EVENT_ID.SEQUENCE || event.type === EVENT_ID.MAPPING) {
      const isList = event.type === EVENT_ID.SEQUENCE;
      open.push({ path: place(lineAt(event.start)), next: isList ? 0 : null, isList });
    } else if (event.type === EVENT_ID.SCALAR) {
      const around = open.at(-1);
      const line = lineAt(event.valueStart);
      if (!around || around.isList || around.next !== null) {
        place(line);
        continue;
      }
      around.next = getScalarValue(text, event);
      const path = around.path ? `${around.path}/${around.next}` : around.next;
      lines.set(path, line);
    } else if (event.type === EVENT_ID.POP) open.pop();
    // The end of the document closes what is no collection.
    else if (event.type === EVENT_ID.DOCUMENT) open.push({ path: "", next: null, isList: true });
  }
  return lines;
}
