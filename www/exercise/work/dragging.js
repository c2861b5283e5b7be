// @ts-check
// Dragging lines between lists, with a mouse, a pen or a finger.

/**
 * @typedef {object} Places
 * @property {HTMLElement[]} lists
 * @property {(line: number, list: HTMLElement, at: number, levels: number) => void} onDrop is told where a line was
 *   dropped, and by how many levels it was moved to the side
 */

/** A press that moves less is a click. */
const LEAST_PX = 6;
/** What counts as one level of indentation, in pixels. */
const LEVEL_PX = 28;

export class Dragging {
  #places;
  /** @type {{ item: HTMLElement, line: number, x: number, y: number, isUnderWay: boolean } | null} */
  #drag = null;
  #mark = document.createElement("li");

  /**
   * @param {HTMLElement} home
   * @param {Places} places
   */
  constructor(home, places) {
    this.#places = places;
    this.#mark.className = "mark";
    this.#mark.setAttribute("aria-hidden", "true");
    home.addEventListener("pointerdown", (event) => this.#begin(event));
    home.addEventListener("pointermove", (event) => this.#move(event));
    home.addEventListener("pointerup", (event) => this.#end(event, true));
    home.addEventListener("pointercancel", (event) => this.#end(event, false));
    // The click that ends a drag is none.
    home.addEventListener(
      "click",
      (event) => this.#wasDragged && (event.stopImmediatePropagation(), (this.#wasDragged = false)),
      true,
    );
  }

  #wasDragged = false;

  /** @param {PointerEvent} event */
  #begin(event) {
    this.#wasDragged = false;
    const target = /** @type {Element} */ (event.target);
    const item = target.closest("[data-line]");
    // A finger on the line scrolls the page; on its grip it drags.
    if (
      !(item instanceof HTMLElement) ||
      event.button !== 0 ||
      (event.pointerType === "touch" && !target.closest(".grip"))
    )
      return;
    this.#drag = { item, line: Number(item.dataset.line), x: event.clientX, y: event.clientY, isUnderWay: false };
  }

  /** @param {PointerEvent} event */
  #move(event) {
    const drag = this.#drag;
    if (!drag) return;
    const [x, y] = [event.clientX - drag.x, event.clientY - drag.y];
    if (!drag.isUnderWay) {
      if (Math.hypot(x, y) < LEAST_PX) return;
      drag.isUnderWay = true;
      drag.item.setPointerCapture(event.pointerId);
      drag.item.classList.add("is-dragged");
    }
    event.preventDefault();
    drag.item.style.translate = `${x}px ${y}px`;
    const { list, at } = this.#placeAt(event);
    const items = linesIn(list);
    list.insertBefore(this.#mark, items[at] ?? null);
  }

  /**
   * @param {PointerEvent} event
   * @param {boolean} isDropped
   */
  #end(event, isDropped) {
    const drag = this.#drag;
    this.#drag = null;
    this.#mark.remove();
    if (!drag?.isUnderWay) return;
    this.#wasDragged = true;
    // With a finger there is no click that ends it, and the next one is meant.
    setTimeout(() => (this.#wasDragged = false));
    drag.item.classList.remove("is-dragged");
    drag.item.style.translate = "";
    if (!isDropped) return;
    const { list, at } = this.#placeAt(event);
    const levels = list.contains(drag.item) ? Math.round((event.clientX - drag.x) / LEVEL_PX) : 0;
    this.#places.onDrop(drag.line, list, at, levels);
  }

  /**
   * @param {PointerEvent} event
   * @returns {{ list: HTMLElement, at: number }} the list that is nearest, and before which of its lines
   */
  #placeAt({ clientX, clientY }) {
    const away = (/** @type {HTMLElement} */ list) => {
      const { left, right, top, bottom } = list.getBoundingClientRect();
      return Math.hypot(Math.max(left - clientX, 0, clientX - right), Math.max(top - clientY, 0, clientY - bottom));
    };
    const list = this.#places.lists.toSorted((one, other) => away(one) - away(other))[0];
    const middles = linesIn(list).map((item) => {
      // Where it would be if it were not dragged.
      const { top, height } = item.getBoundingClientRect();
      const moved = item === this.#drag?.item ? clientY - this.#drag.y : 0;
      return top - moved + height / 2;
    });
    const at = middles.findIndex((middle) => clientY < middle);
    return { list, at: at < 0 ? middles.length : at };
  }
}

/** @param {HTMLElement} list @returns {HTMLElement[]} */
const linesIn = (list) =>
  /** @type {HTMLElement[]} */ ([...list.children].filter((item) => item.hasAttribute("data-line")));
