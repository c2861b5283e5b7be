// @ts-check
// An element that makes snippets of the code blocks that are in the page already.

/** What belongs to the element that selects, and not to those it makes. */
const OWN = ["selector", "id", "hidden", "class", "style"];

/**
 * @param {HTMLElement} element with a `selector`
 * @throws {SyntaxError} if it is none
 */
export function wrapBlocks(element) {
  const matches = document.querySelectorAll(element.getAttribute("selector") ?? "");
  for (const match of matches) {
    const block = match.closest("pre") ?? match;
    if (block.closest(element.localName)) continue;
    const snippet = document.createElement(element.localName);
    for (const { name, value } of element.attributes) {
      if (!OWN.includes(name)) snippet.setAttribute(name, value);
    }
    // What refers to the block goes on finding it.
    block.before(snippet);
    snippet.append(block);
  }
}
