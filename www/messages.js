// @ts-check
// What the frame says is not trusted: a stranger's program lives there.

/** @typedef {import("../target/types/FrameMessage.ts").FrameMessage} FrameMessage */

const MOST_TEXT = 1 << 20;

/** @param {unknown} value */
const isText = (value) => typeof value === "string" && value.length <= MOST_TEXT;

/** @param {any} chunk */
const isChunk = (chunk) => (chunk?.stream === "stdout" || chunk?.stream === "stderr") && isText(chunk.text);

/** @param {any} outcome */
const isOutcome = (outcome) =>
  isText(outcome?.status) &&
  typeof outcome.exitCode === "number" &&
  typeof outcome.seconds === "number" &&
  typeof outcome.files === "object" &&
  (outcome.error === null || (isText(outcome.error?.text) && Array.isArray(outcome.error.frames)));

/** The shape of each message. @type {Record<FrameMessage["type"], (message: any) => boolean>} */
const SHAPES = {
  connected: () => true,
  assetRequest: ({ name }) => isText(name),
  assetFailed: ({ name, message }) => isText(name) && isText(message),
  ready: ({ capabilities }) => isText(capabilities?.waiting),
  started: () => true,
  output: ({ chunks }) => Array.isArray(chunks) && chunks.every(isChunk),
  inputRequest: ({ kind }) => isText(kind),
  completions: ({ words }) => Array.isArray(words) && words.every(isText),
  display: ({ mime, data }) => isText(mime) && data instanceof Uint8Array,
  finished: ({ outcome }) => isOutcome(outcome),
  rejected: ({ message }) => isText(message),
  broken: ({ message }) => isText(message),
};

/**
 * @param {any} message
 * @returns {message is FrameMessage}
 */
export const isFrameMessage = (message) =>
  typeof message?.type === "string" &&
  Object.hasOwn(SHAPES, message.type) &&
  SHAPES[/** @type {FrameMessage["type"]} */ (message.type)](message);
