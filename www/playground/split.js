// @ts-check
// The line between program and output, which is dragged, or moved by the arrow keys.

const LEAST = 0.15;
const STEP = 0.02;
/** Where the two stand beside each other: as in playground.css. */
const WIDE = matchMedia("(min-width: 60rem)");

/**
 * @param {HTMLElement} line a separator between the two parts
 * @param {number} share how much is the first part's, from 0 to 1
 * @param {(share: number) => void} onMove
 */
export function splitBy(line, share, onMove) {
  const whole = /** @type {HTMLElement} */ (line.parentElement);
  const set = (/** @type {number} */ wanted) => {
    share = Math.min(1 - LEAST, Math.max(LEAST, wanted));
    whole.style.setProperty("--first", `${share}fr`);
    whole.style.setProperty("--second", `${1 - share}fr`);
    line.setAttribute("aria-valuenow", String(Math.round(share * 100)));
  };
  const move = (/** @type {number} */ wanted) => (set(wanted), onMove(share));
  const turn = () => line.setAttribute("aria-orientation", WIDE.matches ? "vertical" : "horizontal");
  line.setAttribute("aria-valuemin", String(LEAST * 100));
  line.setAttribute("aria-valuemax", String(100 - LEAST * 100));
  set(share);
  turn();
  WIDE.addEventListener("change", turn);
  line.addEventListener("pointerdown", (event) => {
    line.setPointerCapture(event.pointerId);
    event.preventDefault();
    line.focus();
  });
  line.addEventListener("pointermove", (event) => {
    if (!line.hasPointerCapture(event.pointerId)) return;
    const { left, top, width, height } = whole.getBoundingClientRect();
    move(WIDE.matches ? (event.clientX - left) / width : (event.clientY - top) / height);
  });
  line.addEventListener("dblclick", () => move(0.5));
  line.addEventListener("keydown", (event) => {
    const to = {
      ArrowLeft: share - STEP,
      ArrowUp: share - STEP,
      ArrowRight: share + STEP,
      ArrowDown: share + STEP,
      Home: LEAST,
      End: 1 - LEAST,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    move(to);
  });
}
