// @ts-check
// Marks a line of code that the page shows, without a change to the page: the browser's highlights
// (https://drafts.csswg.org/css-highlight-api-1/) reach into no one's tree. Where a browser has none,
// the status names the line all the same.

import css from "./mark.css";

const NAME = "garter-wrong-line";

/** Where the rule for highlights already holds. @type {WeakSet<Document | ShadowRoot>} */
const styled = new WeakSet();

/** @param {Range} range */
export function mark(range) {
  if (!("highlights" in CSS)) return;
  const root = /** @type {Document | ShadowRoot} */ (range.startContainer.getRootNode());
  if (!styled.has(root)) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    styled.add(root);
  }
  const marked = CSS.highlights.get(NAME) ?? new Highlight();
  CSS.highlights.set(NAME, marked.add(range));
}

/** @param {Range} range */
export function unmark(range) {
  if ("highlights" in CSS) CSS.highlights.get(NAME)?.delete(range);
}
