// @ts-check
// What a person would see at a glance, measured: text that leaves its box or is cut, things that lie upon one another,
// controls that are beside the page. Runs in the page, as the body of a function; `argument.within` is the part that is
// looked at.

/** Parts of pixels, and the slant of letters. */
const SLACK = 2;
/** Text of programs is looked at as one thing: it scrolls in its own box, line by line. */
const AS_ONE = ".cm-editor, .terminal .page, pre, canvas, svg, iframe, img";
const CONTROLS = "button, a[href], input:not([type=hidden]), select, textarea, summary, [role=separator][tabindex]";
/** Those that do not lie in the flow of what they stand in, on purpose. */
const ABOVE = ".menu, .cm-tooltip, .cm-panels, dialog";

/** @param {Node} node @returns {Element | null} what it stands in, where it is shown */
function parentOf(node) {
  if (node instanceof Element && node.assignedSlot) return node.assignedSlot;
  return node.parentNode instanceof ShadowRoot ? node.parentNode.host : node.parentElement;
}

/** @param {Element} element @returns {string} for who has to find it */
function nameOf(element) {
  const names = [];
  for (let at = /** @type {Element | null} */ (element); at && names.length < 3; at = parentOf(at)) {
    if (at.localName === "slot") continue;
    const classes = [...at.classList].slice(0, 2).map((name) => `.${name}`);
    names.unshift(`${at.localName}${at.id ? `#${at.id}` : classes.join("")}`);
  }
  const text = (element.textContent ?? "").trim().replace(/\s+/g, " ").slice(0, 30);
  return `${names.join(" > ")}${text ? ` “${text}”` : ""}`;
}

/** @type {WeakMap<Element, CSSStyleDeclaration>} */
const styles = new WeakMap();

/** @param {Element} element */
function styleOf(element) {
  let style = styles.get(element);
  if (!style) styles.set(element, (style = getComputedStyle(element)));
  return style;
}

/** @param {Element} element */
const isSeen = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });

/** @param {Element} element whether it is there for who hears the page, and for nobody else */
function isForEars(element) {
  const { clipPath, position } = styleOf(element);
  return clipPath === "inset(50%)" || (position === "absolute" && element.clientWidth <= 1);
}

/** @typedef {{ left: number, top: number, right: number, bottom: number }} Box */

/** @param {Box} box @param {Box} other @returns {Box} */
const cut = (box, other) => ({
  left: Math.max(box.left, other.left),
  top: Math.max(box.top, other.top),
  right: Math.min(box.right, other.right),
  bottom: Math.min(box.bottom, other.bottom),
});

/** @param {Element} element @returns {Box} inside of its border */
function insideOf(element) {
  const box = element.getBoundingClientRect();
  return {
    left: box.left + element.clientLeft,
    top: box.top + element.clientTop,
    right: box.left + element.clientLeft + element.clientWidth,
    bottom: box.top + element.clientTop + element.clientHeight,
  };
}

/** @param {CSSStyleDeclaration} style whether one sees where the element ends */
function isBox(style) {
  if (style.display === "inline" || style.display === "contents") return false;
  const isPainted = !["rgba(0, 0, 0, 0)", "transparent"].includes(style.backgroundColor);
  return isPainted || (style.borderLeftStyle !== "none" && Number.parseFloat(style.borderLeftWidth) > 0);
}

/** @type {string[]} */
const problems = [];

/** @param {string} what @param {Element} element @param {number} [by] @param {Element} [other] */
function tell(what, element, by, other) {
  const pixels = by === undefined ? "" : ` by ${Math.round(by)} px`;
  problems.push(`${what}${pixels}: ${nameOf(element)}${other ? ` and ${nameOf(other)}` : ""}`);
}

/**
 * Follows a box outwards.
 * @param {Element} element
 * @param {Box} whole
 * @param {"text" | "control"} kind
 * @returns {Box | null} what is seen of it; null where all of it has been scrolled away
 */
function shownOf(element, whole, kind) {
  let box = whole;
  // Whoever scrolls sees the rest: from there on only what is seen now counts.
  const isFree = { x: false, y: false };
  let told = false;
  const isBeyond = (/** @type {Box} */ outer) =>
    Math.max(
      isFree.x ? 0 : outer.left - box.left,
      isFree.x ? 0 : box.right - outer.right,
      isFree.y ? 0 : outer.top - box.top,
      isFree.y ? 0 : box.bottom - outer.bottom,
    );
  for (
    let at = kind === "text" ? /** @type {Element | null} */ (element) : parentOf(element);
    at && at !== document.documentElement && at !== document.body;
    at = parentOf(at)
  ) {
    const style = styleOf(at);
    if (style.display === "contents" || style.display === "inline") continue;
    const scrolls = {
      x: ["auto", "scroll"].includes(style.overflowX),
      y: ["auto", "scroll"].includes(style.overflowY),
    };
    const clips = style.overflowX !== "visible" || style.overflowY !== "visible";
    const inside = clips ? insideOf(at) : at.getBoundingClientRect();
    isFree.x ||= scrolls.x || style.textOverflow === "ellipsis";
    isFree.y ||= scrolls.y;
    // An empty box is one that takes no room where it stands.
    if ((clips || isBox(style)) && !told && inside.right > inside.left) {
      const by = isBeyond(inside);
      if (by > SLACK) {
        tell(clips ? `${kind} is cut` : `${kind} leaves its box`, element, by, at);
        told = true;
      }
    }
    if (clips) box = cut(box, inside);
    if (box.right - box.left < 1 || box.bottom - box.top < 1) return null;
    if (style.position === "fixed" || at.matches("dialog")) {
      const by = Math.max(
        -inside.left,
        -inside.top,
        inside.right - document.documentElement.clientWidth,
        inside.bottom - innerHeight,
      );
      if (by > SLACK) tell("is beside the window", at, by);
      return box;
    }
  }
  const width = document.documentElement.clientWidth;
  if (!told && !isFree.x && Math.max(-box.left, box.right - width) > SLACK) {
    tell(`${kind} is beside the page`, element, Math.max(-box.left, box.right - width));
  }
  return box;
}

/** @type {{ element: Element, box: Box, kind: "text" | "control" }[]} */
const things = [];

/** @param {Element} element @param {Box} whole @param {"text" | "control"} kind */
function look(element, whole, kind) {
  if (whole.right - whole.left < 1 || whole.bottom - whole.top < 1) return;
  const box = shownOf(element, whole, kind);
  if (box) things.push({ element, box, kind });
}

/** @param {Element} element */
function lookAtText(element) {
  const range = document.createRange();
  for (const node of element.childNodes) {
    if (node.nodeType !== Node.TEXT_NODE || !(node.nodeValue ?? "").trim()) continue;
    range.selectNodeContents(node);
    const lines = new Set(Array.from(range.getClientRects(), ({ top }) => Math.round(top))).size;
    if (lines >= 4 && range.toString().trim().length < 2 * lines) tell(`text is squeezed into ${lines} lines`, element);
    for (const { left, top, right, bottom } of range.getClientRects()) {
      // Of a line's box, letters fill the middle.
      const margin = (bottom - top) * 0.2;
      look(element, { left, top: top + margin, right, bottom: bottom - margin }, "text");
    }
  }
}

/** @param {Element | ShadowRoot} root */
function walk(root) {
  for (const element of root.children) {
    if (element.localName === "slot") {
      for (const one of /** @type {HTMLSlotElement} */ (element).assignedElements()) if (isSeen(one)) visit(one);
      continue;
    }
    visit(element);
  }
}

const page = document.documentElement;

/** @param {Element} element */
function visit(element) {
  if (["script", "style", "template", "noscript", "option"].includes(element.localName)) return;
  // What lies above the page is looked at by itself.
  if (element.matches(ABOVE) && element !== scope) return;
  if (styleOf(element).display !== "contents" && !isSeen(element)) return;
  if (isForEars(element)) return;
  // The halves of the playground scroll as a whole only where text is very large.
  if (element.matches("main > section") && getComputedStyle(page).fontSize === "16px") {
    const by = element.scrollHeight - element.clientHeight;
    if (by > SLACK) tell("scrolls as a whole", element, by);
  }
  const isOne = element.matches(AS_ONE);
  if (isOne || element.matches(CONTROLS)) look(element, element.getBoundingClientRect(), "control");
  if (isOne) return;
  lookAtText(element);
  if (element.shadowRoot) walk(element.shadowRoot);
  else walk(element);
}

/** @param {Element} one @param {Element} other whether the first stands in the second */
function isIn(one, other) {
  for (let at = /** @type {Element | null} */ (one); at; at = parentOf(at)) if (at === other) return true;
  return false;
}

const scope = /** @type {Element} */ (argument.within);
if (scope === document.body && page.scrollWidth > page.clientWidth + 1) {
  tell("the page scrolls sideways", document.body, page.scrollWidth - page.clientWidth);
}
visit(scope);
things.sort((one, other) => one.box.top - other.box.top);
for (const [at, { element, box, kind }] of things.entries()) {
  for (let next = at + 1; next < things.length && things[next].box.top < box.bottom - SLACK; next += 1) {
    const other = things[next];
    const shared = cut(box, other.box);
    if (shared.right - shared.left <= SLACK || shared.bottom - shared.top <= SLACK) continue;
    if (element === other.element || isIn(element, other.element) || isIn(other.element, element)) continue;
    // A label is there to be clicked in the place of what it names.
    const label = element.closest("label") ?? other.element.closest("label");
    if (label && (kind === "control" || other.kind === "control") && isIn(element, label) && isIn(other.element, label))
      continue;
    tell("lie upon one another", element, Math.min(shared.right - shared.left, shared.bottom - shared.top), other.element);
  }
}
return [...new Set(problems)];
