// @ts-check
// Checks the frame's messages. They are not trusted, because programs of strangers run in the frame. They have
// crossed a channel, so they are plain data: without getters, functions or inherited properties.

import { LONGEST_MIME, LONGEST_PATH } from "./facts.js";

/**
 * @typedef {import("../../target/types/FrameMessage.ts").FrameMessage} FrameMessage
 * @typedef {import("../../target/types/Outcome.ts").Outcome} Outcome
 * @typedef {import("../../target/types/Status.ts").Status} Status
 * @typedef {import("../../target/types/InputKind.ts").InputKind} InputKind
 * @typedef {import("../../target/types/Waiting.ts").Waiting} Waiting
 */

const MOST_TEXT = 1 << 20;
/** A worker sends 16 KiB of output at most at once, and output that it had buffered before: no more chunks than bytes. */
const MOST_CHUNKS = 1 << 15;
/** A message's own size cannot be limited here, as it is in memory already; these limit what is made from it. */
const MOST_WORDS = 1000;
const MOST_FRAMES = 10_000;
/** No budget allows more files (src/options/budget.rs). */
const MOST_FILES = 100_000;

/** @type {Record<Status, true>} */
const STATUSES = {
  ok: true,
  exception: true,
  "syntax-error": true,
  exit: true,
  timeout: true,
  memory: true,
  "output-limit": true,
  stopped: true,
  crashed: true,
};
/** @type {Record<InputKind, true>} */
const KINDS = { line: true, hidden: true, code: true, block: true };
/** @type {Record<Waiting, true>} */
const WAYS = { stackSwitching: true, sharedMemory: true, replay: true };

/**
 * @param {object} names
 * @param {unknown} name
 */
const isOneOf = (names, name) => typeof name === "string" && Object.hasOwn(names, name);

/** @param {unknown} value */
const isText = (value) => typeof value === "string" && value.length <= MOST_TEXT;

/** @param {any} value */
const isCount = (value) => Number.isSafeInteger(value) && value >= 0;

/** @param {unknown} value */
const isCountOrNull = (value) => value === null || isCount(value);

/**
 * @param {unknown} value
 * @param {number} most
 * @param {(item: any) => boolean} isRight
 */
const isList = (value, most, isRight) =>
  // Spread into a new list, because `every` skips holes.
  Array.isArray(value) && value.length <= most && [...value].every(isRight);

/** @param {unknown} value */
const isBytes = (value) => value instanceof Uint8Array && value.buffer instanceof ArrayBuffer;

/** @param {unknown} value such as `image/png`: see src/python/show/display.rs */
const isMime = (value) =>
  typeof value === "string" &&
  value.length <= LONGEST_MIME &&
  /^[a-z0-9][-a-z0-9!#$&^_.+]*\/[a-z0-9][-a-z0-9!#$&^_.+]*$/.test(value);

/** @param {any} chunk */
const isChunk = (chunk) =>
  (chunk?.stream === "stdout" || chunk?.stream === "stderr") && isText(chunk.text) && chunk.text !== "";

/** @param {any} position */
const isPosition = (position) =>
  isCount(position?.line) && [position.column, position.endLine, position.endColumn].every(isCountOrNull);

/** @param {any} error */
const isError = (error) =>
  [error?.type, error?.message, error?.text].every(isText) &&
  (error.position === null || isPosition(error.position)) &&
  isList(
    error.frames,
    MOST_FRAMES,
    (frame) => isText(frame?.file) && isText(frame.function) && isPosition(frame.position),
  );

/** @param {unknown} path inside the working folder */
const isPath = (path) =>
  typeof path === "string" &&
  path.length <= LONGEST_PATH &&
  path.split("/").every((part) => part !== "" && part !== "." && part !== "..");

/** @param {any} files */
const isFiles = (files) =>
  files instanceof Map &&
  files.size <= MOST_FILES &&
  [...files].every(([path, content]) => isPath(path) && isBytes(content));

/** @param {any} outcome */
const isOutcome = (outcome) =>
  isOneOf(STATUSES, outcome?.status) &&
  Number.isInteger(outcome.exitCode) &&
  Number.isFinite(outcome.seconds) &&
  isCount(outcome.peakMemory) &&
  typeof outcome.killed === "boolean" &&
  typeof outcome.kept === "boolean" &&
  isFiles(outcome.files) &&
  (outcome.error === null || isError(outcome.error));

/** @param {any} message */
const hasRun = ({ run }) => isCount(run);

/** @param {any} message */
const hasCheck = ({ check }) => isCount(check);

/** The shape of each message. @type {Record<FrameMessage["type"], (message: any) => boolean>} */
const SHAPES = {
  connected: () => true,
  assetRequest: ({ name }) => isText(name),
  assetFailed: ({ name, message }) => isText(name) && isText(message),
  ready: ({ capabilities }) => isOneOf(WAYS, capabilities?.waiting),
  started: (message) => hasRun(message) && isText(message.file),
  output: (message) => hasRun(message) && message.chunks?.length > 0 && isList(message.chunks, MOST_CHUNKS, isChunk),
  inputRequest: (message) => hasRun(message) && isOneOf(KINDS, message.kind),
  cannotAsk: hasRun,
  completions: (message) => hasRun(message) && isList(message.words, MOST_WORDS, isText),
  display: (message) => hasRun(message) && isMime(message.mime) && isBytes(message.data) && isText(message.alt),
  finished: (message) => hasRun(message) && isOutcome(message.outcome),
  rejected: (message) => hasRun(message) && isText(message.message),
  checked: (message) => hasCheck(message) && (message.error === null || isError(message.error)),
  checkFailed: (message) => hasCheck(message) && isText(message.message),
  unchecked: (message) => hasCheck(message) && isText(message.message),
  broken: ({ message }) => isText(message),
};

/**
 * @param {any} message
 * @returns {message is FrameMessage}
 */
const isFrameMessage = (message) =>
  isOneOf(SHAPES, message?.type) && SHAPES[/** @type {FrameMessage["type"]} */ (message.type)](message);

/**
 * The outcome of a run whose end was reported in a message that makes no sense. Without it the page would
 * wait for that run for ever.
 * @returns {Outcome}
 */
function crash() {
  const message = "Python itself has failed: what it said of this run's end makes no sense";
  return {
    status: "crashed",
    error: { type: "Crash", message, position: null, frames: [], text: `${message}\n` },
    exitCode: 1,
    seconds: 0,
    killed: true,
    peakMemory: 0,
    files: new Map(),
    kept: false,
  };
}

/**
 * @param {any} message as it has arrived
 * @returns {FrameMessage | null} null if its shape is wrong
 */
export function understood(message) {
  if (isFrameMessage(message)) return message;
  return message?.type === "finished" && hasRun(message)
    ? { type: "finished", run: message.run, outcome: crash() }
    : null;
}

/**
 * @param {any} message
 * @returns {string} the type that it claims to have, for people
 */
export const nameOf = (message) => (typeof message?.type === "string" ? message.type.slice(0, 40) : typeof message);
