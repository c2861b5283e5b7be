// @ts-check
// Two tabs on one project: the one that opened it last may write, the other one shows what is written.

const CHANNEL = "garter";

/**
 * @typedef {object} Listeners
 * @property {() => void} onLost another tab has opened the project: this one may no longer write
 * @property {() => void} onTaken another tab had it open, and has given way
 * @property {() => void} onWritten another tab has written it
 */

/**
 * What tabs tell each other. `since` and `tab` decide where two open a project at once.
 * @typedef {{ type: "opened" | "gaveWay" | "written", project: string, tab: string, since: number }} News
 */

export class Claim {
  #tab = Math.random().toString(36).slice(2);
  #project = "";
  #since = 0;
  #isOurs = true;
  #listeners;
  // Where it is missing, each tab believes that it is alone, as tabs of different browsers do.
  #channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(CHANNEL);

  /** @param {Listeners} listeners */
  constructor(listeners) {
    this.#listeners = listeners;
    this.#channel?.addEventListener("message", ({ data }) => this.#hear(data));
  }

  /** Whether this tab may write the project. */
  get isOurs() {
    return this.#isOurs;
  }

  /** @param {string} project is this tab's from now on */
  take(project) {
    this.#project = project;
    this.#since = Date.now();
    this.#isOurs = true;
    this.#tell("opened");
  }

  /** The project was written. */
  tellWritten() {
    this.#tell("written");
  }

  /** @param {News["type"]} type */
  #tell(type) {
    this.#channel?.postMessage({ type, project: this.#project, tab: this.#tab, since: this.#since });
  }

  /** @param {News} news */
  #hear({ type, project, tab, since }) {
    if (project !== this.#project) return;
    if (type === "gaveWay") this.#listeners.onTaken();
    if (type === "written" && !this.#isOurs) this.#listeners.onWritten();
    if (type !== "opened" || !this.#isOurs) return;
    if (since < this.#since || (since === this.#since && tab < this.#tab)) return;
    this.#isOurs = false;
    this.#tell("gaveWay");
    this.#listeners.onLost();
  }
}
