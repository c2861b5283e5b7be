// @ts-check
// The controller (src/frame) in a process of Node: what a sandbox frame is in a page, with threads as its workers.
// The scripts are those of the page's frame and worker, taken from the same file. What is different: programs wait
// on shared memory, because Node 20 cannot switch stacks, and there is no frame around them.

import { assets, frame, frameModule, withoutExceptions } from "garter:assets";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { GarterError, LoadError } from "../client/errors.js";
import { LATER, PARTS } from "../client/facts.js";
import { download } from "../client/packages.js";
import { bytesOf as bytesOnDisk } from "./files.js";
import { runFrame, scriptsOf } from "./frame.js";

/**
 * @typedef {import("../../target/types/AssetName.ts").AssetName} AssetName
 * @typedef {import("../../target/types/Capabilities.ts").Capabilities} Capabilities
 * @typedef {import("../../target/types/Delivery.ts").Delivery} Delivery
 * @typedef {import("../../target/types/FrameMessage.ts").FrameMessage} FrameMessage
 * @typedef {import("../../target/types/PageMessage.ts").PageMessage} PageMessage
 */

/** The folder of the package: this script is bundled into a folder in it. */
const PACKAGE = new URL("../", import.meta.url);

/** The parts of the interpreter. @type {Set<AssetName>} */
const MODULES = new Set([LATER, ...PARTS]);

/** @param {string} path as the build names it */
const placeOf = (path) => fileURLToPath(new URL(path, PACKAGE));

export class ProcessHost {
  #onMessage;
  #channel = new MessageChannel();
  /** @type {Set<Worker>} */
  #threads = new Set();
  #isClosed = false;
  /** @type {Set<AssetName>} */
  #brought = new Set(["interpreter"]);
  /** @type {(error: GarterError) => void} */
  #fail = () => {};

  /** @param {import("../client/garter.js").HostListeners} listeners */
  constructor(...[onMessage]) {
    this.#onMessage = onMessage;
  }

  /** @returns {Promise<Capabilities>} when a program can run */
  async open() {
    const { frame: script, worker } = scriptsOf(placeOf(frame.path));
    /** @type {Promise<Capabilities>} */
    const ready = new Promise((resolve, reject) => {
      this.#fail = reject;
      this.#channel.port1.onmessage = ({ data }) => this.#hear(data, resolve);
    });
    ready.catch(() => {});
    runFrame(script, this.#realm(worker));
    const code = arrayBuffer(await bytesOf(frameModule.path));
    this.#deliver({ type: "frameModule", body: code }, [code]);
    const interpreter = await bytesOf(assets.interpreter.path);
    for (const { at, bytes } of withoutExceptions) interpreter.set(bytes, at);
    this.#deliverModule("interpreter", interpreter);
    // A page fetches it later, because the interpreter comes first on a slow line. Most programs import something.
    this.#bring("core");
    return ready;
  }

  /** @param {PageMessage} message */
  tell(message) {
    this.#channel.port1.postMessage(message);
  }

  /**
   * Wheels beside the program or the exercise are files of this machine.
   * @type {import("../client/packages.js").Fetching["bring"]}
   */
  bring = async (url, onBytes) => (url.protocol === "file:" ? bytesOnDisk(fileURLToPath(url)) : download(url, onBytes));

  /** Ends all threads, for good. */
  close() {
    this.#isClosed = true;
    this.#channel.port1.close();
    for (const thread of this.#threads) thread.terminate();
    this.#threads.clear();
  }

  /**
   * @param {Delivery} message
   * @param {ArrayBuffer[]} transfer
   */
  #deliver(message, transfer) {
    this.#channel.port1.postMessage(message, transfer);
  }

  /**
   * @param {AssetName} name
   * @param {Uint8Array<ArrayBuffer>} bytes
   */
  #deliverModule(name, bytes) {
    this.#deliver({ type: "piece", name, bytes }, []);
    this.#deliver({ type: "piece", name, bytes: null }, []);
  }

  /**
   * @param {FrameMessage} message
   * @param {(capabilities: Capabilities) => void} onReady
   */
  #hear(message, onReady) {
    if (message.type === "ready") onReady(message.capabilities);
    else if (message.type === "broken") this.#fail(new GarterError(() => message.message));
    else if (message.type === "assetFailed") {
      this.#fail(new LoadError((texts) => texts.damaged({ file: message.name, message: message.message })));
    } else if (message.type === "assetRequest") this.#bring(message.name);
    this.#onMessage(message);
  }

  /** @param {AssetName} name */
  async #bring(name) {
    // What is on its way may be asked for again.
    if (this.#brought.has(name)) return;
    this.#brought.add(name);
    try {
      const bytes = await bytesOf(assets[name].path);
      if (MODULES.has(name)) {
        this.#deliverModule(name, bytes);
      } else {
        const body = arrayBuffer(bytes);
        this.#deliver({ type: "asset", name, body }, [body]);
      }
    } catch (error) {
      this.#deliver({ type: "assetMissing", name, error: String(error) }, []);
    }
  }

  /**
   * What the frame's script finds in its global scope.
   * @param {string} script of the worker
   */
  #realm(script) {
    const threads = this.#threads;
    const isClosed = () => this.#isClosed;
    const { port2 } = this.#channel;
    const page = {};
    const { Suspending: _, promising: __, ...engine } = Object.getOwnPropertyDescriptors(WebAssembly);
    /** A worker, with as much of its interface as the controller uses. */
    class ThreadWorker {
      /** @type {((event: { data: unknown }) => void) | null} */
      onmessage = null;
      /** @type {((event: { message: string }) => void) | null} */
      onerror = null;
      #thread;

      constructor() {
        // The controller may still mean to have one ready for the next program. It would keep the process alive.
        if (isClosed()) throw new Error("nothing runs here any more");
        this.#thread = new Worker(new URL("./thread.js", import.meta.url), {
          workerData: { script },
          argv: [],
          env: {},
          execArgv: [],
        });
        threads.add(this.#thread);
        this.#thread.on("message", (data) => this.onmessage?.({ data }));
        this.#thread.on("error", (error) => this.onerror?.({ message: String(error) }));
      }

      /** @param {unknown} message */
      postMessage(message) {
        this.#thread.postMessage(message);
      }

      terminate() {
        threads.delete(this.#thread);
        this.#thread.terminate();
      }
    }
    const realm = {
      crossOriginIsolated: true,
      document: { getElementById: () => null },
      parent: page,
      Worker: ThreadWorker,
      WebAssembly: Object.defineProperties({}, engine),
      // The script listens to one message, which brings the port.
      addEventListener: (/** @type {string} */ _type, /** @type {(event: object) => void} */ take) =>
        take({ data: { type: "connect" }, source: page, ports: [port2] }),
      removeEventListener: () => {},
      // The process ends when nothing runs, whatever the controller still means to do later.
      setTimeout: (/** @type {() => void} */ work, /** @type {number} */ milliseconds) =>
        setTimeout(work, milliseconds).unref(),
    };
    return Object.assign(realm, { self: realm });
  }
}

/**
 * @param {string} path as the build names it
 * @returns {Promise<Uint8Array<ArrayBuffer>>} on its own buffer
 * @throws {LoadError}
 */
async function bytesOf(path) {
  try {
    return new Uint8Array(await readFile(placeOf(path)));
  } catch {
    throw new LoadError((texts) => texts.missingInFolder({ file: path }));
  }
}

/** @param {Uint8Array<ArrayBuffer>} bytes that fill their buffer */
const arrayBuffer = (bytes) => bytes.buffer;
