// @ts-check
// The sandbox frame, seen from the page: makes it, connects to it, brings it what it asks for.

import { assets, controller, frame } from "garter:assets";
import { fetchAsset, openAsset, Place, sizeOf } from "./assets.js";
import { GarterError, LoadError } from "./errors.js";
import { addressOfFrame } from "./frame-source.js";
import { nameOf, understood } from "./messages.js";
import { SitePolicy } from "./site-policy.js";

/**
 * @typedef {import("../../target/types/FrameMessage.ts").FrameMessage} FrameMessage
 * @typedef {import("../../target/types/PageMessage.ts").PageMessage} PageMessage
 * @typedef {import("../../target/types/Capabilities.ts").Capabilities} Capabilities
 * @typedef {import("./assets.js").AssetName} AssetName
 * @typedef {import("./assets.js").Progress} Progress
 */

/** The asset that is needed before anything runs: what progress is counted in. @type {AssetName} */
const FIRST = "interpreter";

/** How long the frame's own file may take to arrive. */
const PATIENCE_MS = 30_000;

/** Wrong messages after which the frame is taken away: it is no longer ours. */
const MOST_WRONG = 1000;

/** A frame that asks for a file that does not arrive may ask again, but not for ever. */
const MOST_REQUESTS = 1000;

export class FrameHost {
  #iframe = document.createElement("iframe");
  #channel = new MessageChannel();
  #onMessage;
  #onLost;
  #patience = 0;
  #isClosed = false;
  #place = new Place();
  /** Ends the loading. @type {(error: GarterError) => void} */
  #fail = () => {};
  #wrong = 0;
  #isReady = false;
  #requests = 0;
  /** What is on its way to the frame. @type {Set<AssetName>} */
  #underWay = new Set();

  /**
   * @param {(message: FrameMessage) => boolean} onMessage hears everything; returns whether it made sense
   * @param {(why: GarterError) => void} onLost hears why the frame was taken away
   */
  constructor(onMessage, onLost) {
    this.#onMessage = onMessage;
    this.#onLost = onLost;
  }

  /**
   * @param {Place} place
   * @param {(progress: Progress) => void} onProgress
   * @returns {Promise<Capabilities>} when a program can run
   */
  async open(place, onProgress) {
    const policy = new SitePolicy((error) => this.#fail(error));
    this.#place = place;
    try {
      return await new Promise((resolve, reject) => {
        this.#fail = reject;
        const total = sizeOf(FIRST);
        let loaded = 0;
        // They are on their way before there is a frame.
        const code = openAsset(place, controller, () => {}, reject).then(bufferOf);
        const first = fetchAsset(
          place,
          FIRST,
          (bytes) => this.#isClosed || onProgress({ loaded: (loaded += bytes), total }),
          reject,
        );
        code.catch(reject);
        first.catch(reject);
        this.#channel.port1.onmessage = ({ data }) => {
          clearTimeout(this.#patience);
          // Messages that were under way when it closed still arrive.
          if (this.#isClosed) return;
          const message = understood(data);
          if (message?.type === "ready") resolve(message.capabilities);
          else if (message?.type === "broken") reject(new GarterError(() => message.message));
          else if (message?.type === "assetFailed") {
            reject(new LoadError((texts) => texts.damaged({ file: message.name, message: message.message })));
          }
          const isRight = message && this.#isExpected(message) && this.#onMessage(message);
          if (message !== data || !isRight) this.#doubt(data);
        };
        this.#channel.port1.onmessageerror = () => this.#doubt(null);
        this.#show(() => {
          code.then(
            (body) => this.#channel.port1.postMessage({ type: "controller", body }, [body]),
            () => {},
          );
          this.#bring(FIRST, first);
        }).catch(reject);
      });
    } catch (error) {
      const reason = await policy.reasonFor(error);
      this.close();
      throw reason;
    } finally {
      policy.close();
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

  /**
   * @param {FrameMessage} message
   * @returns {boolean} whether the frame may say this now
   */
  #isExpected(message) {
    if (message.type === "ready") {
      const isFirst = !this.#isReady;
      this.#isReady = true;
      return isFirst;
    }
    if (message.type !== "assetRequest") return true;
    const { name } = message;
    this.#requests += 1;
    if (!Object.hasOwn(assets, name) || this.#underWay.has(name) || this.#requests > MOST_REQUESTS) return false;
    this.#bring(name);
    return true;
  }

  /**
   * Drops a message. Programs cannot make the frame say wrong things; what says them has broken out.
   * @param {unknown} message
   */
  #doubt(message) {
    if (this.#isClosed) return;
    this.#wrong += 1;
    if (this.#wrong === 1) {
      console.warn(
        `Garter: dropped a message of the sandbox that makes no sense (${nameOf(message)}). More will be dropped silently.`,
      );
    } else if (this.#wrong > MOST_WRONG) {
      this.#giveUp(new GarterError((texts) => texts.flooded));
    }
  }

  /** @param {GarterError} why */
  #giveUp(why) {
    this.close();
    this.#fail(why);
    this.#onLost(why);
  }

  /** @param {() => void} begin tells the frame what it has not asked for */
  async #show(begin) {
    const iframe = this.#iframe;
    iframe.title = "Python";
    iframe.hidden = true;
    iframe.setAttribute("aria-hidden", "true");
    iframe.setAttribute("sandbox", "allow-scripts");
    // Where the page has shared memory, the frame may have it: the one way to wait in older browsers.
    iframe.setAttribute("allow", self.crossOriginIsolated ? "cross-origin-isolated" : "");
    // The page's address may be a secret of its own.
    iframe.referrerPolicy = "no-referrer";
    const address = await addressOfFrame(this.#place, frame.path);
    if (this.#isClosed) return;
    iframe.src = address.href;
    iframe.onload = () => {
      // If it was made here, nobody else is to show it.
      URL.revokeObjectURL(address.href);
      // The frame has no origin that could be named. It is ours all the same: nobody else can
      // navigate it, and all it hears is where to answer.
      iframe.contentWindow?.postMessage({ type: "connect" }, "*", [this.#channel.port2]);
      begin();
      // A second document would not be ours.
      iframe.onload = () => this.#giveUp(new GarterError((texts) => texts.gone));
    };
    const unheard = () => this.#fail(new LoadError((texts) => texts.unheard({ file: frame.path })));
    iframe.onerror = unheard;
    document.body.append(iframe);
    // A frame that is missing or forbidden loads as an error page, which answers nothing.
    this.#patience = setTimeout(unheard, PATIENCE_MS);
  }

  /**
   * @param {AssetName} name
   * @param {Promise<ReadableStream<Uint8Array>>} [first] what is on its way already
   */
  async #bring(name, first) {
    const port = this.#channel.port1;
    this.#underWay.add(name);
    // A stream that breaks says less to its reader than to whoever made it.
    let reason = "";
    const hear = (/** @type {LoadError} */ error) => {
      reason = error.reason;
      this.#fail(error);
    };
    try {
      const body = await (first ?? fetchAsset(this.#place, name, () => {}, hear));
      if (name === FIRST) {
        await this.#passOn(body);
      } else {
        const buffer = await bufferOf(body);
        port.postMessage({ type: "asset", name, body: buffer }, [buffer]);
      }
    } catch (error) {
      if (error instanceof LoadError) hear(error);
      port.postMessage({ type: "asset", name, error: reason || String(error) });
      this.#fail(/** @type {GarterError} */ (error));
    } finally {
      this.#underWay.delete(name);
    }
  }

  /**
   * Hands the interpreter on as it arrives: the frame compiles it meanwhile. The stream itself can be
   * transferred too, but not in Safari, and each of its parts waits until it is asked for.
   * @param {ReadableStream<Uint8Array>} body
   */
  async #passOn(body) {
    const reader = body.getReader();
    while (!this.#isClosed) {
      const { done, value } = await reader.read();
      const message = { type: "part", bytes: value ?? null };
      this.#channel.port1.postMessage(message, value ? [value.buffer] : []);
      if (done) return;
    }
    await reader.cancel();
  }
}

/** @param {ReadableStream<Uint8Array>} body */
const bufferOf = (body) => new Response(/** @type {BodyInit} */ (body)).arrayBuffer();
