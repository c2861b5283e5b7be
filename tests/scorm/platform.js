// A small learning platform, for tests: in Node for the scripts of a package, in a browser for a whole one.

/** The elements of each version that a page may write, and what they may hold: those that Garter uses. */
const NUMBER = /^\d+(\.\d+)?$/;
const ELEMENTS = {
  API: {
    "cmi.core.score.raw": (value) => NUMBER.test(value) && value <= 100,
    "cmi.core.score.min": (value) => NUMBER.test(value),
    "cmi.core.score.max": (value) => NUMBER.test(value),
    "cmi.core.lesson_status": (value) => ["passed", "completed", "failed", "incomplete", "browsed"].includes(value),
    "cmi.core.exit": (value) => ["time-out", "suspend", "logout", ""].includes(value),
    "cmi.core.session_time": (value) => /^\d{2,4}:[0-5]\d:[0-5]\d(\.\d{1,2})?$/.test(value),
    "cmi.suspend_data": (value) => value.length <= 4096,
  },
  API_1484_11: {
    "cmi.score.raw": (value) => NUMBER.test(value),
    "cmi.score.min": (value) => NUMBER.test(value),
    "cmi.score.max": (value) => NUMBER.test(value),
    "cmi.score.scaled": (value) => NUMBER.test(value) && value <= 1,
    "cmi.progress_measure": (value) => NUMBER.test(value) && value <= 1,
    "cmi.completion_status": (value) => ["completed", "incomplete", "not attempted", "unknown"].includes(value),
    "cmi.success_status": (value) => ["passed", "failed", "unknown"].includes(value),
    "cmi.exit": (value) => ["time-out", "suspend", "logout", "normal", ""].includes(value),
    "cmi.session_time": (value) => /^PT\d+S$/.test(value),
    "cmi.suspend_data": (value) => value.length <= 64_000,
  },
};

/**
 * What a platform puts into its window: it refuses what the specification lets it refuse.
 * @param {"API" | "API_1484_11"} name of the object, of SCORM 1.2 or 2004
 * @param {Record<string, string>} kept of earlier sessions
 * @param {string | null} refused a function that fails, such as Commit
 */
export function platform(name, kept = {}, refused = null) {
  const values = { ...kept };
  const calls = [];
  let state = "new";
  let error = "0";
  const answer = (isRight, code) => {
    error = isRight ? "0" : code;
    return String(isRight);
  };
  const prefix = name === "API" ? "LMS" : "";
  const end = name === "API" ? "Finish" : "Terminate";
  const api = {
    [`${prefix}Initialize`]: (text) => {
      calls.push("Initialize");
      const isRight = text === "" && state === "new" && refused !== "Initialize";
      if (isRight) state = "running";
      return answer(isRight, "101");
    },
    [`${prefix}GetValue`]: (element) => {
      error = state === "running" ? "0" : "301";
      return values[element] ?? "";
    },
    [`${prefix}SetValue`]: (element, value) => {
      if (state !== "running") return answer(false, "301");
      const isRight = typeof value === "string" && ELEMENTS[name][element]?.(value) === true;
      if (isRight) values[element] = value;
      return answer(isRight, "405");
    },
    [`${prefix}Commit`]: () => (calls.push("Commit"), answer(state === "running" && refused !== "Commit", "391")),
    [`${prefix}${end}`]: () => {
      calls.push(end);
      const isRight = state === "running";
      state = "over";
      return answer(isRight, "301");
    },
    [`${prefix}GetLastError`]: () => error,
    [`${prefix}GetErrorString`]: (code) => `error ${code}`,
  };
  return { api, values, calls };
}
