// @ts-check
// Work that is done in order, a slice of it in each animation frame, so that the page stays responsive.

/** The time of one slice. The browser draws the result in the same animation frame. */
const SLICE_MS = 8;
/** Heavy tasks of one slice: the browser's own work for them comes afterwards, say the layout of a table. */
const MOST_HEAVY = 1;
/** The time between slices in a hidden tab, which has no animation frames. */
const HIDDEN_MS = 16;
/**
 * The time after which a slice begins without an animation frame. None comes if the tab is hidden meanwhile, or
 * if the page is embedded in one that has scrolled it out of view.
 */
const MISSING_FRAME_MS = 250;

/** Whether anything is drawn here: Node shows no page, and nothing has to wait for it. */
const hasFrames = () => typeof requestAnimationFrame === "function";

/** When a slice begins if no animation frame comes before. */
const afterMs = () => {
  if (!hasFrames()) return 0;
  return document.hidden ? HIDDEN_MS : MISSING_FRAME_MS;
};

/** Tasks that are done in their order. */
export class Slices {
  /** @type {{ task: () => void, isHeavy: boolean }[]} */
  #tasks = [];
  /** How many of them are done. */
  #done = 0;
  /** Whether the next slice is scheduled. Until it begins, tasks spend the time of this one. */
  #isScheduled = false;
  /** Milliseconds left in this slice. */
  #time = 0;
  /** Heavy tasks that may still be done in this slice. */
  #heavy = 0;
  #afterSlice;

  /** @param {() => void} afterSlice is called when tasks were done and no more are done at once */
  constructor(afterSlice) {
    this.#afterSlice = afterSlice;
  }

  /**
   * Schedules a task for the next slice, or a later one.
   * @param {() => void} task
   * @param {boolean} [isHeavy] whether the browser has more work with its result than the task itself
   */
  add(task, isHeavy = false) {
    this.#tasks.push({ task, isHeavy });
    if (!this.#isScheduled) this.#beginSlice();
  }

  /** Does as many tasks now as this slice still has time for. */
  work() {
    const end = performance.now() + this.#time;
    while (this.#done < this.#tasks.length && performance.now() < end) {
      const { task, isHeavy } = this.#tasks[this.#done];
      if (isHeavy && this.#heavy === 0) break;
      if (isHeavy) this.#heavy -= 1;
      this.#done += 1;
      try {
        task();
      } catch (error) {
        // A task calls the page's listeners. Their error is reported to the page, and the next task is done.
        reportError(error);
      }
    }
    this.#time = end - performance.now();
    if (this.#done === this.#tasks.length) {
      this.#tasks = [];
      this.#done = 0;
    }
    this.#afterSlice();
  }

  #beginSlice() {
    this.#time = SLICE_MS;
    this.#heavy = MOST_HEAVY;
    this.#isScheduled = true;
    const work = () => {
      clearTimeout(timer);
      if (hasFrames()) cancelAnimationFrame(request);
      this.#isScheduled = false;
      if (this.#tasks.length === 0) return;
      this.#beginSlice();
      this.work();
    };
    const timer = setTimeout(work, afterMs());
    const request = hasFrames() ? requestAnimationFrame(work) : 0;
  }
}
