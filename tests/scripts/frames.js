// A page without a browser: animation frames that come when a test says so, and a clock that stands still
// until a test moves it on.

/** Installs the functions of the page that scripts schedule their work with. */
export function fakePage() {
  let now = 0;
  const requests = new Map();
  const timers = new Map();
  const errors = [];
  let last = 0;
  const original = Object.getOwnPropertyDescriptors(globalThis);
  const fakes = {
    document: { hidden: false },
    performance: { now: () => now },
    reportError: (error) => errors.push(error),
    requestAnimationFrame: (callback) => (requests.set(++last, callback), last),
    cancelAnimationFrame: (id) => requests.delete(id),
    setTimeout: (callback, milliseconds = 0) => (timers.set(++last, { callback, at: now + milliseconds }), last),
    clearTimeout: (id) => timers.delete(id),
  };
  for (const [name, value] of Object.entries(fakes)) {
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
  return {
    /** The errors that scripts have reported to the page. */
    errors,
    /** Whether no script waits for anything. */
    get isIdle() {
      return requests.size === 0 && timers.size === 0;
    },
    /** Spends time, as a task does. */
    spend: (milliseconds) => (now += milliseconds),
    /** Hides the tab, as far as scripts can see. */
    hide: () => (fakes.document.hidden = true),
    /** Draws one frame. */
    frame() {
      const callbacks = [...requests.values()];
      requests.clear();
      for (const callback of callbacks) callback();
    },
    /** Lets time pass without a frame, as where the tab is hidden. */
    pass(milliseconds) {
      now += milliseconds;
      for (const [id, { callback, at }] of [...timers]) {
        if (at <= now && timers.delete(id)) callback();
      }
    },
    /** Puts the real functions back. */
    restore() {
      for (const name of Object.keys(fakes)) {
        if (original[name]) Object.defineProperty(globalThis, name, original[name]);
        else delete globalThis[name];
      }
    },
  };
}
