// @ts-check
// An interpreter that several snippets share, as the cells of a notebook do. One of them runs at a time.

/**
 * @typedef {import("../client/garter.js").Garter} Garter
 * @typedef {import("../client/run.js").Run} Run
 */

export class Session {
  /** The run that was the last in it; null while there is none. @type {Run | null} */
  kept = null;
  /** Which modules its programs may import, as JSON; empty while nobody has said it. */
  modules = "";
  /** Whose code has run in it. @type {Set<Element>} */
  done = new Set();
  /** @type {Garter | null} */
  #garter = null;
  /** @type {Promise<unknown>} */
  #last = Promise.resolve();
  #waiting = 0;
  /** @type {Set<Element>} */
  #members = new Set();

  /** Whether another one runs in it, or waits for that. */
  get isBusy() {
    return this.#waiting > 0;
  }

  /**
   * Runs something after what others have asked for.
   * @template T
   * @param {Element} member
   * @param {Garter} garter
   * @param {() => Promise<T>} action
   * @returns {Promise<T>}
   */
  enter(member, garter, action) {
    this.#members.add(member);
    this.#waiting += 1;
    const turn = this.#last.then(() => {
      // The sandbox was taken away, and all interpreters with it.
      if (this.#garter !== garter) this.forget();
      this.#garter = garter;
      return action();
    });
    this.#last = turn.catch(() => {}).then(() => (this.#waiting -= 1));
    return turn;
  }

  /** @param {Element} member is no longer in the page; the last of them takes the interpreter along */
  leave(member) {
    if (!this.#members.delete(member) || this.#members.size > 0) return;
    this.kept?.end();
    this.forget();
  }

  /** Its interpreter is gone. */
  forget() {
    this.kept = null;
    this.modules = "";
    this.done.clear();
  }
}

/** @type {Map<string, Session>} */
const sessions = new Map();

/** @param {string} name */
export function sessionNamed(name) {
  let session = sessions.get(name);
  if (!session) sessions.set(name, (session = new Session()));
  return session;
}
