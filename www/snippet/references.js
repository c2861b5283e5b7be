// @ts-check
// What attributes refer to: an element of the page by its id, or a file by its address.

/**
 * @typedef {import("./view.js").Say} Say
 * @typedef {{ name: string, reference: string, say: Say }} Mention where it stands, and how to speak of it
 */

/** A reference that leads nowhere. The message is for who writes the page. */
export class BrokenReferenceError extends Error {}

/**
 * @param {Mention} mention `#id`, an id, or an address
 * @returns {Promise<string>} the text that is meant
 * @throws {BrokenReferenceError}
 */
export async function textOf(mention) {
  const element = elementOf(mention);
  if (element) return contentOf(element);
  return (await responseOf(mention)).text();
}

/**
 * @param {Mention} mention as for `textOf`, or `name=address` to call it something else
 * @returns {Promise<[name: string, content: string | Uint8Array]>} a file for the program
 * @throws {BrokenReferenceError}
 */
export async function fileOf(mention) {
  const [, given, reference] = /^(?:([^=#?/]+)=)?(.*)$/s.exec(mention.reference) ?? [];
  const meant = { ...mention, reference };
  const element = elementOf(meant);
  if (element) return [given ?? element.getAttribute("data-name") ?? element.id, contentOf(element)];
  const response = await responseOf(meant);
  const path = new URL(addressOf(reference)).pathname;
  return [
    given ?? decodeURIComponent(path.slice(path.lastIndexOf("/") + 1)),
    new Uint8Array(await response.arrayBuffer()),
  ];
}

/**
 * @param {Mention} mention
 * @returns {Element | null} null for an address
 */
function elementOf({ name, reference, say }) {
  const id = reference.replace(/^#/, "");
  const element = document.getElementById(id);
  // `demo.py` may be either; an id without a dot or a slash is no address.
  if (!element && !/[./]/.test(reference)) throw new BrokenReferenceError(say.noElement({ name, id }));
  return reference.startsWith("#") || element ? element : null;
}

/** @param {Element} element */
const contentOf = (element) =>
  (element instanceof HTMLTemplateElement ? element.content : element).textContent?.replace(/^\s*\n/, "") ?? "";

/** @param {string} reference */
const addressOf = (reference) => new URL(reference, document.baseURI).href;

/** @param {Mention} mention */
async function responseOf({ name, reference, say }) {
  const url = addressOf(reference);
  const fail = (/** @type {string} */ reason) => new BrokenReferenceError(say.noFile({ name, url, reason }));
  const response = await fetch(url).catch(() => {
    throw fail(say.unreachable);
  });
  if (!response.ok) throw fail(say.missing({ code: response.status }));
  return response;
}
