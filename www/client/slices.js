// @ts-check
// Work that is done in order, a little of it in each frame, so that the page stays responsive.

/** The work of one frame. The browser draws what has come of it in the same frame. */
const SLICE_MS = 8;
/** Heavy tasks of one frame: what they cost comes afterwards. */
const MOST_HEAVY = 2;
/** In a tab that nobody sees there are no animation frames. */
const HIDDEN_MS = 16;
/** Nor is there one if the tab is hidden while it is awaited, or what embeds the page is out of sight. */
const PATIENCE_MS = 250;

/** Tasks that are done in their order. */
export class Slices {
  /** @type {{ task: () => void, isHeavy: boolean }[]} */
  #tasks = [];
  /** How many of them are done. */
  #done = 0;
  /** Whether the next frame is waited for; until then it is this one's time that is spent. */
  #isScheduled = false;
  /** What this frame has left: milliseconds, and heavy tasks. */
  #time = 0;
  #heavy = 0;
  #afterSlice;

  /** @param {() => void} afterSlice is called when something was done, and nothing more is done at once */
  constructor(afterSlice) {
    this.#afterSlice = afterSlice;
  }

  /**
   * Has something done with the next frame, or in one after it.
   * @param {() => void} task
   * @param {boolean} [isHeavy] whether the page has more to do for it than the task itself
   */
  add(task, isHeavy = false) {
    this.#tasks.push({ task, isHeavy });
    if (!this.#isScheduled) this.#beginFrame();
  }

  /** Does now what this frame still has time for. */
  work() {
    const end = performance.now() + this.#time;
    while (this.#done < this.#tasks.length && this.#heavy > 0 && performance.now() < end) {
      const { task, isHeavy } = this.#tasks[this.#done++];
      if (isHeavy) this.#heavy -= 1;
      try {
        task();
      } catch (error) {
        // A listener's own error is the page's to see; what comes after it is done all the same.
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

  #beginFrame() {
    this.#time = SLICE_MS;
    this.#heavy = MOST_HEAVY;
    this.#isScheduled = true;
    const work = () => {
      clearTimeout(timer);
      cancelAnimationFrame(frame);
      this.#isScheduled = false;
      if (this.#tasks.length === 0) return;
      this.#beginFrame();
      this.work();
    };
    const timer = setTimeout(work, document.hidden ? HIDDEN_MS : PATIENCE_MS);
    const frame = requestAnimationFrame(work);
  }
}
