// @ts-check
// The sandbox frame, seen from the page: makes it, connects to it, brings it what it asks for.

import { frame } from "garter:assets";
import { fetchAsset, sizeOf } from "./assets.js";
import { GarterError, LoadError } from "./errors.js";
import { isFrameMessage } from "./messages.js";

/**
 * @typedef {import("../target/types/FrameMessage.ts").FrameMessage} FrameMessage
 * @typedef {import("../target/types/PageMessage.ts").PageMessage} PageMessage
 * @typedef {import("../target/types/Capabilities.ts").Capabilities} Capabilities
 * @typedef {import("./assets.js").AssetName} AssetName
 * @typedef {import("./assets.js").Progress} Progress
 */

/** The asset that is needed before anything runs: what progress is counted in. @type {AssetName} */
const FIRST = "interpreter";

/** How long the frame's own file may take to arrive. */
const PATIENCE_MS = 30_000;

export class FrameHost {
  #iframe = document.createElement("iframe");
  #channel = new MessageChannel();
  #onMessage;
  #patience = 0;
  #isClosed = false;
  /** @type {Promise<ReadableStream<Uint8Array>> | null} */
  #first = null;

  /** @param {(message: FrameMessage) => void} onMessage hears what concerns runs */
  constructor(onMessage) {
    this.#onMessage = onMessage;
  }

  /**
   * @param {(progress: Progress) => void} onProgress
   * @returns {Promise<Capabilities>} when a program can run
   */
  async open(onProgress) {
    try {
      return await new Promise((resolve, reject) => {
        const total = sizeOf(FIRST);
        let loaded = 0;
        // It is on its way before the frame can ask for it.
        this.#first = fetchAsset(FIRST, (bytes) => this.#isClosed || onProgress({ loaded: (loaded += bytes), total }), reject);
        this.#first.catch(reject);
        this.#channel.port1.onmessage = ({ data: message }) => {
          clearTimeout(this.#patience);
          if (!isFrameMessage(message)) {
            console.warn("Garter: the sandbox said something that is no message.", message);
            return;
          }
          if (message.type === "ready") resolve(message.capabilities);
          else if (message.type === "broken") reject(new GarterError(message.message));
          else if (message.type === "assetFailed") reject(new LoadError(message.name, `is damaged (${message.message})`));
          else if (message.type === "assetRequest") this.#bring(message.name, reject);
          this.#onMessage(message);
        };
        this.#show(reject);
      });
    } catch (error) {
      this.close();
      throw error;
    }
  }

  /** @param {PageMessage} message */
  tell(message) {
    this.#channel.port1.postMessage(message);
  }

  /** Takes the frame away, and with it all programs. */
  close() {
    this.#isClosed = true;
    clearTimeout(this.#patience);
    this.#channel.port1.close();
    this.#iframe.remove();
  }

  /** @param {(error: GarterError) => void} fail */
  #show(fail) {
    const iframe = this.#iframe;
    iframe.title = "Python";
    iframe.hidden = true;
    iframe.setAttribute("aria-hidden", "true");
    iframe.setAttribute("sandbox", "allow-scripts");
    // Where the page has shared memory, the frame may have it: the one way to wait in older browsers.
    iframe.setAttribute("allow", self.crossOriginIsolated ? "cross-origin-isolated" : "");
    // The page's address may be a secret of its own.
    iframe.referrerPolicy = "no-referrer";
    iframe.src = new URL(frame, BASE).href;
    iframe.onload = () => {
      // The frame has no origin that could be named. It is ours all the same: nobody else can
      // navigate it, and all it hears is where to answer.
      iframe.contentWindow?.postMessage({ type: "connect" }, "*", [this.#channel.port2]);
      iframe.onload = null;
    };
    iframe.onerror = () => fail(new LoadError(frame, "cannot be reached"));
    document.body.append(iframe);
    // A frame that is missing or forbidden loads as an error page, which answers nothing.
    this.#patience = setTimeout(
      () => fail(new LoadError(frame, "is missing on the server, or this page's policy forbids the frame")),
      PATIENCE_MS,
    );
  }

  /**
   * @param {AssetName} name
   * @param {(error: Error) => void} fail
   */
  async #bring(name, fail) {
    const port = this.#channel.port1;
    // A stream that breaks says less to its reader than to whoever made it.
    let reason = "";
    const hear = (/** @type {LoadError} */ error) => {
      reason = error.reason;
      fail(error);
    };
    try {
      const body = await ((name === FIRST && this.#first) || fetchAsset(name, () => {}, hear));
      this.#first = null;
      if (name !== FIRST || !this.#passOn(body)) {
        const buffer = await new Response(body).arrayBuffer();
        port.postMessage({ type: "asset", name, body: buffer }, [buffer]);
      }
    } catch (error) {
      if (error instanceof LoadError) hear(error);
      port.postMessage({ type: "asset", name, error: reason || String(error) });
      fail(/** @type {Error} */ (error));
    }
  }

  /**
   * Hands the interpreter on as it arrives: the frame compiles it meanwhile.
   * @param {ReadableStream<Uint8Array>} body
   * @returns {boolean} whether it is possible: Safari cannot transfer streams
   */
  #passOn(body) {
    try {
      this.#channel.port1.postMessage({ type: "asset", name: FIRST, body }, [/** @type {any} */ (body)]);
      return true;
    } catch {
      return false;
    }
  }
}
