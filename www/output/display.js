// @ts-check
// What a program shows that is more than text, as an element of the page. It comes from a stranger:
// pictures are images and nothing else, HTML has a sandbox of its own, tables are built cell by cell.

import { TABLE_MIME } from "../client/facts.js";
import { htmlFrame } from "./html-frame.js";
import { isHeavy, sizeOf } from "./pictures.js";
import { TooLongError, tableElement } from "./table.js";

/**
 * @typedef {import("../client/run.js").Content} Content
 * @typedef {import("../texts/texts.js").Texts} Texts
 */

/** Browsers keep four bytes of each pixel. */
const MOST_PIXELS = 32e6;

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
  "text/html": (data, alt, texts) => htmlFrame(utf8.decode(data), alt || texts.display.html),
  "text/plain": (data) => line(utf8.decode(data)),
  [TABLE_MIME]: tableElement,
};

/**
 * Nothing in the element runs, reaches an address or changes the page around it.
 * @param {{ mime: string, data: Uint8Array, alt?: string }} content what `onDisplay` hears
 * @param {Texts} texts
 * @returns {HTMLElement} with the class `shown`; a line that says what it is if it cannot be shown
 */
export function displayElement({ mime, data, alt = "" }, texts) {
  /** @type {HTMLElement} */
  let element;
  try {
    element = Object.hasOwn(MAKERS, mime)
      ? MAKERS[mime](data, alt, texts, mime)
      : line(texts.display.unknown({ mime }));
  } catch (error) {
    element = line(
      error instanceof TooLongError
        ? texts.display.tooLong({ kilobytes: Math.ceil(data.length / 1024) })
        : texts.display.damaged({ mime }),
    );
  }
  element.classList.add("shown");
  return element;
}

/** @type {(typeof MAKERS)[string]} */
function picture(data, alt, texts, mime) {
  const size = sizeOf(mime, data);
  if (!size) return line(texts.display.damaged({ mime }));
  if (size.width * size.height > MOST_PIXELS) return line(texts.display.tooLarge(size));
  return image(data, mime, alt, texts);
}

/**
 * As an image it is drawn apart from the page: browsers run no script in it and load nothing for it.
 * @type {(typeof MAKERS)[string]}
 */
function svg(data, alt, texts, mime) {
  // Written anew in the one encoding in which it was looked at.
  const text = utf8.decode(data);
  if (isHeavy(text)) return line(texts.display.tooHeavy);
  return image(text, `${mime};charset=utf-8`, alt, texts);
}

/**
 * @param {Uint8Array | string} data
 * @param {string} type
 * @param {string} alt
 * @param {Texts} texts
 */
function image(data, type, alt, texts) {
  const element = document.createElement("img");
  const address = URL.createObjectURL(new Blob([/** @type {BlobPart} */ (data)], { type }));
  addresses.register(element, address);
  element.alt = alt || texts.display.picture;
  element.decoding = "async";
  element.addEventListener("error", () => {
    element.replaceWith(line(`${texts.display.invisible} ${alt}`));
  });
  element.src = address;
  const figure = document.createElement("figure");
  figure.append(element);
  return figure;
}

/** @param {string} text */
function line(text) {
  const element = document.createElement("p");
  element.textContent = text;
  return element;
}
