// @ts-check
// Without a network: the playground is kept on the device, and says so; a new version is offered.

/**
 * @typedef {import("../texts/texts.js").Texts} Texts
 * @typedef {object} Options
 * @property {Promise<unknown>} ready what has to be done before anything is kept: the first run comes first
 * @property {() => Texts} texts in the language that the page speaks now
 * @property {(load: () => void) => void} [onUpdate] hears that a new version is there, which `load` loads; without
 *   it, a bar says so
 */

/** The least time between two looks for a new version. */
const PAUSE_MS = 3600_000;

/**
 * Keeps the playground for later, where the build, the server and the browser allow it.
 * @param {Options} options
 * @returns {{ draw: () => void }} says everything again, as in another language
 */
export function startOffline({ ready, texts, onUpdate }) {
  const bar = new Bar(texts);
  const keeping = keep(ready, bar, onUpdate ?? ((load) => bar.offer(load)));
  // What is forbidden or full is no reason to disturb anybody: with a network, everything works.
  keeping.catch((error) => console.info(`Garter: not kept for offline use (${error})`));
  return bar;
}

/**
 * @param {Promise<unknown>} ready
 * @param {Bar} bar
 * @param {(load: () => void) => void} onUpdate
 */
async function keep(ready, bar, onUpdate) {
  const workers = navigator.serviceWorker;
  if (!workers || !location.protocol.startsWith("http")) return;
  const script = document.querySelector("meta[name=garter-service-worker]")?.getAttribute("content");
  if (!script) return;
  await ready.catch(() => {});
  // The browser's own cache must not hide a new version.
  const registration = await workers.register(script, { updateViaCache: "none" });

  const offer = () => {
    const { waiting } = registration;
    if (waiting && workers.controller) onUpdate(() => replaceBy(waiting, workers));
  };
  offer();
  registration.addEventListener("updatefound", () => {
    const { installing } = registration;
    installing?.addEventListener("statechange", () => installing.state === "installed" && offer());
  });
  lookAgain(registration);

  const { active } = await workers.ready;
  if (active && (await idle(), await complete(active))) await bar.say();
}

/**
 * @param {ServiceWorker} waiting
 * @param {ServiceWorkerContainer} workers
 */
function replaceBy(waiting, workers) {
  workers.addEventListener("controllerchange", () => location.reload(), { once: true });
  waiting.postMessage({ type: "replace" });
}

/**
 * Whoever comes back to a page that has been open for long hears of a new version.
 * @param {ServiceWorkerRegistration} registration
 */
function lookAgain(registration) {
  let last = performance.now();
  document.addEventListener("visibilitychange", () => {
    if (document.hidden || performance.now() - last < PAUSE_MS) return;
    last = performance.now();
    registration.update().catch(() => {});
  });
}

/**
 * @param {ServiceWorker} worker
 * @returns {Promise<boolean>} whether everything is there
 */
function complete(worker) {
  const { port1, port2 } = new MessageChannel();
  worker.postMessage({ type: "complete" }, [port2]);
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data.isKept);
  });
}

/** Safari has no idle callbacks. */
const idle = () =>
  new Promise((resolve) =>
    "requestIdleCallback" in window ? requestIdleCallback(resolve, { timeout: 10_000 }) : setTimeout(resolve, 2000),
  );

/** What is said of it: below the page, that it is kept; above, that there is a new version. */
class Bar {
  #texts;
  #element = document.createElement("footer");
  #kept = document.createElement("p");
  #offer = document.createElement("p");
  #load = document.createElement("button");
  #later = document.createElement("button");
  /** Bytes that this site keeps on the device. @type {number | null} */
  #bytes = null;

  /** @param {() => Texts} texts */
  constructor(texts) {
    this.#texts = texts;
    this.#element.className = "offline";
    this.#offer.setAttribute("role", "status");
    this.#offer.hidden = true;
    this.#load.className = "offline-load";
    this.#load.type = this.#later.type = "button";
    this.#later.onclick = () => (this.#offer.hidden = true);
    this.#element.append(this.#offer, this.#kept);
  }

  /** Says that everything is kept, and what it takes. */
  async say() {
    const { usage } = (await navigator.storage?.estimate?.()) ?? {};
    this.#bytes = usage ?? 0;
    this.draw();
  }

  /** @param {() => void} load */
  offer(load) {
    this.#load.onclick = load;
    this.#offer.hidden = false;
    this.draw();
  }

  draw() {
    const texts = this.#texts().offline;
    const megabytes = this.#bytes && Math.ceil(this.#bytes / 1e6);
    this.#kept.textContent = megabytes === null ? "" : texts.kept({ megabytes });
    this.#kept.title = texts.keptHint;
    this.#load.textContent = texts.load;
    this.#later.textContent = texts.later;
    this.#offer.replaceChildren(texts.newVersion, " ", this.#load, " ", this.#later);
    if (!this.#element.isConnected) document.body.append(this.#element);
  }
}
