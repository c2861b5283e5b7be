// @ts-check
// What a program shows that is more than text, as an element of the page. It comes from a stranger:
// pictures are images and nothing else, HTML has a sandbox of its own, tables are built cell by cell.

import { TABLE_MIME } from "../client/facts.js";
import { kindOf, MOST_PIXELS, rasterOf, weigh } from "../safe/raster.js";
import { Refusal } from "../safe/refusal.js";
import { safeSvg } from "../safe/svg.js";
import { Crowd, pieces } from "../safe/text.js";
import { htmlFrame } from "./html-frame.js";
import { TooLongError, tableElement } from "./table.js";

/**
 * @typedef {import("../client/run.js").Content} Content
 * @typedef {import("../texts/texts.js").Texts} Texts
 */

/** Characters and lines of a text that is shown: all of it is laid out at once. */
const MOST_CHARACTERS = 20_000;
const MOST_LINES = 500;
/** Characters of a description. */
const MOST_ALT = 1000;

const utf8 = new TextDecoder();

/** An image's address lives as long as the image: who saves it under a name needs it. */
const addresses = new FinalizationRegistry((/** @type {string} */ address) => URL.revokeObjectURL(address));

/**
 * By MIME type.
 * @type {Record<string, (data: Uint8Array, alt: string, texts: Texts, mime: string) => HTMLElement>}
 */
const MAKERS = {
  "image/png": picture,
  "image/jpeg": picture,
  "image/gif": picture,
  "image/svg+xml": svg,
  "text/html": (data, alt, texts) => htmlFrame(utf8.decode(data), alt || texts.display.html, texts),
  "text/plain": (data, _, texts) => text(utf8.decode(data), texts),
  [TABLE_MIME]: tableElement,
};

/**
 * Nothing in the element runs, reaches an address or changes the page around it.
 * @param {{ mime: string, data: Uint8Array, alt?: string }} content what `onDisplay` hears
 * @param {Texts} texts
 * @returns {HTMLElement} with the class `shown`; a line that says what it is if it cannot be shown
 */
export function displayElement({ mime, data, alt: description = "" }, texts) {
  const alt = description.length > MOST_ALT ? `${description.slice(0, MOST_ALT)}…` : description;
  /** @type {HTMLElement} */
  let element;
  try {
    element = Object.hasOwn(MAKERS, mime)
      ? MAKERS[mime](data, alt, texts, mime)
      : line(texts.display.unknown({ mime }));
  } catch (error) {
    element =
      error instanceof TooLongError
        ? line(texts.display.tooLong({ kilobytes: Math.ceil(data.length / 1024) }))
        : refusal(error, mime, alt, texts);
  }
  element.classList.add("shown");
  return element;
}

/** @type {(typeof MAKERS)[string]} */
function picture(data, alt, texts, mime) {
  const kind = /** @type {import("../safe/raster.js").Kind} */ (mime);
  const found = kindOf(data);
  if (found && found !== kind) return line(`${texts.display.otherKind({ mime, found })} ${alt}`.trim());
  const raster = rasterOf(kind, data);
  if (!raster) throw new TypeError("damaged");
  if (raster.width * raster.height > MOST_PIXELS) return line(`${texts.display.tooLarge(raster)} ${alt}`.trim());
  weigh(raster);
  const element = imageElement(alt, texts);
  give(element, data, mime);
  const figure = document.createElement("figure");
  figure.append(element);
  return figure;
}

/**
 * As an image it is drawn apart from the page: browsers run no script in it and load nothing for it. What it holds is
 * made anew all the same, for it is drawn on the page's own thread.
 * @type {(typeof MAKERS)[string]}
 */
function svg(data, alt, texts, mime) {
  const figure = document.createElement("figure");
  const element = imageElement(alt, texts);
  figure.append(element);
  inPieces(
    safeSvg(data),
    ({ text, leftOut }) => {
      give(element, text, mime);
      if (leftOut.length === 0) return;
      const caption = document.createElement("figcaption");
      caption.textContent = texts.display.leftOut({ names: leftOut });
      figure.append(caption);
    },
    (error) => element.replaceWith(refusal(error, mime, alt, texts)),
  );
  return figure;
}

/** The time of one piece of work, so that the page stays responsive. */
const PIECE_MS = 8;

/** Ends when all that was begun is done, or has failed. */
let before = Promise.resolve();

/**
 * Does the first of the work at once, and what takes longer bit by bit, one thing after the other.
 * @template T
 * @param {Generator<void, T>} work
 * @param {(result: T) => void} onDone
 * @param {(error: unknown) => void} onError
 */
function inPieces(work, onDone, onError) {
  /** @returns {boolean} whether it is over */
  const piece = () => {
    const end = performance.now() + PIECE_MS;
    try {
      for (;;) {
        const { done, value } = work.next();
        if (done) onDone(value);
        if (done || performance.now() >= end) return Boolean(done);
      }
    } catch (error) {
      onError(error);
      return true;
    }
  };
  if (piece()) return;
  before = before.then(async () => {
    do await nextTask();
    while (!piece());
  });
}

/** Unlike timers, messages are not held back in a hidden tab. @returns {Promise<void>} */
function nextTask() {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/**
 * @param {string} alt
 * @param {Texts} texts
 */
function imageElement(alt, texts) {
  const element = document.createElement("img");
  element.alt = alt || texts.display.picture;
  element.decoding = "async";
  element.addEventListener("error", () => {
    element.replaceWith(line(`${texts.display.invisible} ${alt}`));
  });
  return element;
}

/**
 * @param {HTMLImageElement} element
 * @param {Uint8Array | string} data
 * @param {string} type
 */
function give(element, data, type) {
  const address = URL.createObjectURL(new Blob([/** @type {BlobPart} */ (data)], { type }));
  addresses.register(element, address);
  element.src = address;
}

/**
 * @param {unknown} error
 * @param {string} mime
 * @param {string} alt
 * @param {Texts} texts
 */
function refusal(error, mime, alt, texts) {
  const { notDrawn, damaged } = texts.display;
  const why = error instanceof Refusal ? notDrawn[error.reason](error) : damaged({ mime });
  return line(`${why} ${alt}`.trim());
}

/**
 * @param {string} all
 * @param {Texts} texts
 */
function text(all, texts) {
  const beginning = all.slice(0, MOST_CHARACTERS).split("\n", MOST_LINES).join("\n");
  const element = line(beginning);
  const count = all.length - beginning.length;
  if (count > 0) element.append(document.createElement("br"), texts.display.moreCharacters({ count }));
  return element;
}

/** @param {string} text */
function line(text) {
  const element = document.createElement("p");
  element.append(...pieces(new Crowd().thin(text)));
  return element;
}
