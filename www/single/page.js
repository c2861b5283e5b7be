// @ts-check
// Begins the page that is one file: unpacks the files that are packed in it, the playground's script first.

/** @typedef {import("./part.d.ts").Part} Part */

/** The character set in which each byte is a character, and the other way round. */
const BYTES = "windows-1252";

/** Stands before a byte that HTML would change. */
const ESCAPE = 61;
const ESCAPED_BY = 64;

/** The file's text between the tags that hold the packed files. */
async function text() {
  const element = /** @type {HTMLElement} */ (document.getElementById("garter-packed"));
  if (document.characterSet === BYTES) return element.textContent ?? "";
  // A server has sent the file as if it were in another character set.
  const file = await (await fetch(location.href)).arrayBuffer();
  const [, rest] = new TextDecoder(BYTES).decode(file).split(element.outerHTML.split(">", 1)[0] + ">", 2);
  return rest.slice(0, rest.indexOf("<"));
}

/** @param {string} text @returns {Uint8Array<ArrayBuffer>} the bytes that xtask/src/publish/single.rs has written as this */
function bytesOf(text) {
  const byteOf = new Uint8Array(1 << 16);
  const characters = new TextDecoder(BYTES).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  for (let byte = 0; byte < 256; byte++) byteOf[characters.charCodeAt(byte)] = byte;
  const bytes = new Uint8Array(text.length);
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const byte = byteOf[text.charCodeAt(i)];
    bytes[length++] = byte === ESCAPE ? byteOf[text.charCodeAt(++i)] - ESCAPED_BY : byte;
  }
  return bytes.slice(0, length);
}

async function begin() {
  const packed = bytesOf(await text());
  /** What resolves each part. @type {Map<string, (content: Uint8Array<ArrayBuffer>) => void>} */
  const resolvers = new Map();
  /** @type {Map<string, Promise<Uint8Array<ArrayBuffer>>>} */
  const parts = new Map(PARTS.map(({ path }) => [path, new Promise((resolve) => void resolvers.set(path, resolve))]));
  globalThis.garterPart = (path) => /** @type {NonNullable<ReturnType<typeof parts.get>>} */ (parts.get(path));

  const worker = new Worker(URL.createObjectURL(new Blob([WORKER], { type: "text/javascript" })));
  let arrived = 0;
  worker.onmessage = ({ data: { path, content } }) => {
    resolvers.get(path)?.(content);
    if (++arrived === PARTS.length) worker.terminate();
  };
  worker.onerror = () => fail();
  worker.postMessage({ packed, parts: PARTS }, [packed.buffer]);

  const script = document.createElement("script");
  script.textContent = new TextDecoder().decode(await garterPart(PARTS[0].path));
  document.head.append(script);
}

/** The file is all there is, so this is said here. */
function fail() {
  const message = document.createElement("p");
  message.setAttribute("role", "alert");
  message.textContent =
    "This file is damaged: some of it is missing or was changed. Get it once more from where you have it.";
  document.body.prepend(message);
}

begin().catch(fail);
