// @ts-check
// A menu below a button.

import { make, makeButton } from "./dom.js";

/**
 * null is a line between entries.
 * @typedef {{ label: string, action: () => void, isOff?: boolean } | null} Entry
 */

/** The menu that is open: there is one at most. @type {{ close: () => void, button: HTMLElement } | null} */
let open = null;

/**
 * Makes a button open a menu.
 * @param {HTMLElement} button
 * @param {() => Entry[]} entries asked for each time
 */
export function menuOf(button, entries) {
  button.setAttribute("aria-haspopup", "menu");
  button.setAttribute("aria-expanded", "false");
  button.addEventListener("click", () => {
    const wasOpen = open?.button === button;
    open?.close();
    if (!wasOpen) show(button, entries());
  });
  button.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    if (!open) button.click();
  });
}

/**
 * @param {HTMLElement} button
 * @param {Entry[]} entries
 */
function show(button, entries) {
  const items = entries.map((entry) => {
    if (entry === null) return make("hr", { role: "separator" });
    const { label, action, isOff = false } = entry;
    return makeButton(label, () => (close(), button.focus(), action()), {
      role: "menuitem",
      tabIndex: -1,
      disabled: isOff,
    });
  });
  const menu = make("div", { className: "menu", role: "menu", "aria-labelledby": button.id }, ...items);
  const usable = /** @type {HTMLButtonElement[]} */ (
    items.filter((item) => item instanceof HTMLButtonElement && !item.disabled)
  );
  const close = () => {
    menu.remove();
    button.setAttribute("aria-expanded", "false");
    removeEventListener("pointerdown", leave, true);
    removeEventListener("resize", close);
    open = null;
  };
  const leave = (/** @type {PointerEvent} */ { target }) => {
    const inside = target instanceof Node && (menu.contains(target) || button.contains(target));
    if (!inside) close();
  };
  menu.addEventListener("keydown", (event) => {
    if (event.key === "Tab") return close();
    if (event.key === "Escape") {
      close();
      button.focus();
    } else if (!step(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  });
  /** @param {string} key @returns {boolean} whether it leads to another entry */
  function step(key) {
    const at = usable.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
    const last = usable.length - 1;
    const next = { ArrowDown: at < last ? at + 1 : 0, ArrowUp: at > 0 ? at - 1 : last, Home: 0, End: last }[key];
    if (next === undefined) return false;
    usable[next]?.focus();
    return true;
  }
  open = { close, button };
  button.setAttribute("aria-expanded", "true");
  document.body.append(menu);
  place(menu, button.getBoundingClientRect());
  addEventListener("pointerdown", leave, true);
  addEventListener("resize", close);
  usable[0]?.focus();
}

/**
 * Below the button, within the window.
 * @param {HTMLElement} menu
 * @param {DOMRect} button
 */
function place(menu, button) {
  const most = document.documentElement.clientWidth - menu.offsetWidth - 8;
  menu.style.left = `${Math.max(8, Math.min(button.left, most))}px`;
  const below = innerHeight - button.bottom;
  const top =
    menu.offsetHeight > below - 8 && button.top > below ? button.top - menu.offsetHeight - 4 : button.bottom + 4;
  menu.style.top = `${Math.max(8, top)}px`;
  menu.style.maxHeight = `${innerHeight - Math.max(8, top) - 8}px`;
}
