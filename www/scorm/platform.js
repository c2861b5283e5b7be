// @ts-check
// The learning platform, as SCORM lets a page speak to it: an object that the platform puts into a window around the
// page. SCORM 1.2 and 2004 name the same things differently.
// https://adlnet.gov/projects/scorm/ (Run-Time Environment)

/**
 * What is known of a lesson.
 * @typedef {object} Report
 * @property {number} score from 0 to 1
 * @property {boolean} isComplete
 * @property {string} data what the platform keeps for the page
 */

/**
 * What differs between the versions.
 * @typedef {object} Dialect
 * @property {string} object its name in the window
 * @property {string} prefix of its functions
 * @property {string} end the function that is called last
 * @property {string} data the element that holds {@link Report.data}
 * @property {number} mostData characters that a platform has to keep of it
 * @property {string} status the element that says whether the lesson was passed
 * @property {(status: string) => boolean} isPassed
 * @property {(report: Report) => [name: string, value: string][]} values
 * @property {(isComplete: boolean) => [name: string, value: string]} exit
 * @property {(seconds: number) => [name: string, value: string]} time
 */

/** SCORM 1.2. @type {Dialect} */
const OLD = {
  object: "API",
  prefix: "LMS",
  end: "Finish",
  data: "cmi.suspend_data",
  mostData: 4096,
  status: "cmi.core.lesson_status",
  isPassed: (status) => status === "passed" || status === "completed",
  values: ({ score, isComplete }) => [
    ["cmi.core.score.min", "0"],
    ["cmi.core.score.max", "100"],
    ["cmi.core.score.raw", percent(score)],
    ["cmi.core.lesson_status", isComplete ? "passed" : "incomplete"],
  ],
  exit: (isComplete) => ["cmi.core.exit", isComplete ? "" : "suspend"],
  time: (seconds) => {
    const two = (/** @type {number} */ number) => String(Math.floor(number)).padStart(2, "0");
    return [
      "cmi.core.session_time",
      `${two(seconds / 3600).padStart(4, "0")}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`,
    ];
  },
};

/** SCORM 2004. @type {Dialect} */
const NEW = {
  object: "API_1484_11",
  prefix: "",
  end: "Terminate",
  data: "cmi.suspend_data",
  mostData: 64_000,
  status: "cmi.success_status",
  isPassed: (status) => status === "passed",
  values: ({ score, isComplete }) => [
    ["cmi.score.min", "0"],
    ["cmi.score.max", "100"],
    ["cmi.score.raw", percent(score)],
    ["cmi.score.scaled", String(Math.round(score * 1e4) / 1e4)],
    ["cmi.progress_measure", String(Math.round(score * 1e4) / 1e4)],
    ["cmi.completion_status", isComplete ? "completed" : "incomplete"],
    ["cmi.success_status", isComplete ? "passed" : "unknown"],
  ],
  exit: (isComplete) => ["cmi.exit", isComplete ? "normal" : "suspend"],
  time: (seconds) => ["cmi.session_time", `PT${Math.floor(seconds)}S`],
};

/** @param {number} score */
const percent = (score) => String(Math.round(score * 1e4) / 1e2);

/** So many windows around a page are asked for the object; the specification says how to look for it. */
const MOST_WINDOWS = 500;

/** The platform has refused something. */
export class RefusalError extends Error {}

export class Platform {
  #api;
  #dialect;
  #since;
  #isOver = false;
  #isComplete = false;

  /**
   * @param {any} api
   * @param {Dialect} dialect
   * @param {number} now in milliseconds
   */
  constructor(api, dialect, now) {
    this.#api = api;
    this.#dialect = dialect;
    this.#since = now;
  }

  /**
   * @param {Window} window that of the page
   * @param {number} now in milliseconds
   * @returns {Platform | null} null if the page was opened without one
   * @throws {RefusalError} if it does not take the page
   */
  static find(window, now) {
    for (const dialect of [NEW, OLD]) {
      const api = objectIn(window, dialect.object) ?? objectIn(openerOf(window), dialect.object);
      if (!api) continue;
      const platform = new Platform(api, dialect, now);
      platform.#call("Initialize", "");
      return platform;
    }
    return null;
  }

  /** @returns {{ data: string, isComplete: boolean }} what was reported in earlier sessions */
  former() {
    const { data, status, isPassed } = this.#dialect;
    return { data: this.#get(data), isComplete: isPassed(this.#get(status)) };
  }

  /**
   * @param {Report} report
   * @returns {boolean} whether the platform has room for its data
   * @throws {RefusalError}
   */
  report(report) {
    if (this.#isOver) return false;
    const { values, data, mostData } = this.#dialect;
    this.#isComplete = report.isComplete;
    for (const [name, value] of values(report)) this.#call("SetValue", name, value);
    const isKept = report.data.length <= mostData;
    if (isKept) this.#call("SetValue", data, report.data);
    this.#call("Commit", "");
    return isKept;
  }

  /**
   * The page is left.
   * @param {number} now in milliseconds
   * @throws {RefusalError}
   */
  end(now) {
    if (this.#isOver) return;
    this.#isOver = true;
    const { exit, time, end } = this.#dialect;
    for (const [name, value] of [exit(this.#isComplete), time((now - this.#since) / 1000)]) {
      this.#call("SetValue", name, value);
    }
    this.#call(end, "");
  }

  /** @param {string} name */
  #get(name) {
    return String(this.#api[`${this.#dialect.prefix}GetValue`](name) ?? "");
  }

  /**
   * @param {string} name
   * @param {...string} words
   */
  #call(name, ...words) {
    const { prefix } = this.#dialect;
    const answer = this.#api[`${prefix}${name}`](...words);
    if (String(answer) === "true") return;
    const code = String(this.#api[`${prefix}GetLastError`]());
    const why = String(this.#api[`${prefix}GetErrorString`](code));
    throw new RefusalError(`${name}(${words.map((word) => JSON.stringify(word)).join(", ")}): ${code} ${why}`.trim());
  }
}

/**
 * @param {Window | null} window
 * @param {string} name
 * @returns {any} the object in this window or one around it; null if there is none
 */
function objectIn(window, name) {
  try {
    for (let count = 0; window && count < MOST_WINDOWS; count += 1) {
      const found = Reflect.get(window, name);
      if (found) return found;
      if (window.parent === window) return null;
      window = window.parent;
    }
  } catch {
    // A window of another origin does not let this page look into it.
  }
  return null;
}

/** @param {Window} window */
function openerOf(window) {
  try {
    return window.opener ?? window.top?.opener ?? null;
  } catch {
    return null;
  }
}
