// @ts-check
// The debug page of the dev server: a page of the site, and beside it what the page and its sandbox say to
// each other, the controller's workers, the budgets of runs, and what was loaded. `?page=gallery.html` shows
// another page than the playground.

/** So many messages are listed: a program that prints makes thousands. */
const MOST_MESSAGES = 500;

/** So many runs that are over keep their line. */
const MOST_RUNS = 20;

/** A content is a line, not a listing. */
const MOST_CHARACTERS = 300;

const ASSETS_MS = 1000;

/**
 * @param {string} id
 * @returns {HTMLElement}
 */
const element = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
const page = /** @type {HTMLIFrameElement} */ (element("page"));
/** @param {string} id */
const body = (id) => /** @type {HTMLTableSectionElement} */ (element(id).querySelector("tbody"));

/**
 * @param {(string | number)[]} cells numbers stand at the right
 * @returns {HTMLTableRowElement}
 */
const row = (cells) => {
  const line = document.createElement("tr");
  for (const cell of cells) {
    const place = line.insertCell();
    place.textContent = String(cell);
    if (/^[\d.,]+( |$)/.test(String(cell))) place.className = "number";
  }
  return line;
};

/** @param {number} bytes */
const size = (bytes) => {
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1024 ** 2 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1024 ** 2).toFixed(2)} MB`;
};

/**
 * @param {any} value
 * @returns {number} about the bytes of a message: text as UTF-8, buffers as they are, the rest as JSON
 */
const bytesOf = (value) => {
  if (typeof value === "string") return new TextEncoder().encode(value).length;
  // What belongs to the other page is no instance of this one's classes.
  if (typeof value?.byteLength === "number") return value.byteLength;
  if (value === null || typeof value !== "object") return String(value).length;
  return Object.entries(value).reduce((sum, [key, part]) => sum + key.length + bytesOf(part), 0);
};

/**
 * @param {any} message
 * @returns {string} what it says besides its type, on a line
 */
const content = ({ type, ...others }) => {
  const text = JSON.stringify(others, (_, value) =>
    typeof value?.byteLength === "number" ? `(${size(value.byteLength)})` : value,
  );
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)} …` : text;
};

/** The lines of runs, by their numbers. @type {Map<number, { line: HTMLTableRowElement, account: Account }>} */
const runs = new Map();

/**
 * @param {number} run
 * @param {Account} account
 */
const showAccount = (run, account) => {
  const { seconds, output, memory, underWay } = account;
  const line = row([
    run,
    `${seconds[0].toFixed(2)} of ${seconds[1]}`,
    `${size(output[0])} of ${size(output[1])}`,
    size(memory),
    size(underWay),
  ]);
  const former = runs.get(run);
  if (former) former.line.replaceWith(line);
  else body("budgets").prepend(line);
  runs.set(run, { line, account });
  const [oldest] = runs.keys();
  if (runs.size > MOST_RUNS) {
    runs.get(oldest)?.line.remove();
    runs.delete(oldest);
  }
};

/** A run is over: what it has used in the end. @param {{ run: number, outcome: any }} message */
const showOutcome = ({ run, outcome }) => {
  const known = runs.get(run);
  const cells = known?.line.cells;
  if (!known || !cells) return;
  cells[1].textContent = `${outcome.seconds.toFixed(2)} of ${known.account.seconds[1]}`;
  cells[3].textContent = `${size(outcome.peakMemory)} of ${size(known.account.memory)}`;
};

/** @type {DebugPage} */
const debug = {
  hear: (direction, message) => {
    const time = (page.contentWindow?.performance.now() ?? 0) / 1000;
    const type = String(message?.type);
    const line = row([time.toFixed(3), direction, type, size(bytesOf(message)), content(message ?? {})]);
    line.cells[4].className = "content";
    const lines = body("messages");
    lines.append(line);
    if (lines.rows.length > MOST_MESSAGES) lines.rows[0].remove();
    if (/** @type {HTMLInputElement} */ (element("follow")).checked) {
      const scroll = element("scroll");
      scroll.scrollTop = scroll.scrollHeight;
    }
    if (type === "finished") showOutcome(message);
  },

  hearState: ({ spare, running, idle, queue, isChecking, awaited, failures }) => {
    const workers = [
      ...running.map(({ worker, runs, account }) => [worker, account.state.join(", "), runs.join(", ")]),
      ...idle.map(({ worker, runs }) => [worker, "kept", runs.join(", ")]),
    ];
    if (spare) {
      const state = spare.isWarm ? "spare, warm" : "spare, starts";
      workers.push([
        spare.worker,
        `${state}${spare.isPreparing ? ", prepared" : ""}`,
        spare.isChecking ? "a check" : "",
      ]);
    }
    body("workers").replaceChildren(...workers.map(row));
    element("waiting").textContent = [
      `queue: ${queue.join(", ") || "empty"}`,
      isChecking && "a text is being checked",
      awaited.length > 0 && `on their way: ${awaited.join(", ")}`,
      failures > 0 && `workers that failed to start: ${failures}`,
    ]
      .filter(Boolean)
      .join("; ");
    for (const { runs, account } of running) showAccount(/** @type {number} */ (runs.at(-1)), account);
  },
};
Object.assign(window, { garterDebug: debug });

const showAssets = () => {
  const entries = /** @type {PerformanceResourceTiming[]} */ (
    page.contentWindow?.performance.getEntriesByType("resource") ?? []
  );
  const files = entries.filter(({ name }) => !new URL(name).pathname.startsWith("/live/") && name.startsWith("http"));
  body("assets").replaceChildren(
    ...files.map(({ name, decodedBodySize, startTime, duration }) =>
      row([
        new URL(name).pathname.slice(1),
        size(decodedBodySize),
        `${(startTime / 1000).toFixed(2)} s`,
        `${duration.toFixed(0)} ms`,
      ]),
    ),
  );
};
setInterval(showAssets, ASSETS_MS);

element("clear").onclick = () => body("messages").replaceChildren();
page.src = new URL(new URLSearchParams(location.search).get("page") ?? "./", document.baseURI).href;
