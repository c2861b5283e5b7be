// @ts-check
// The sandbox frame, seen from the page: creates it, connects to it, and sends it the files that it asks for.

import { assets, frame, frameModule, withoutExceptions } from "garter:assets";
import { AssetBase, fetchAsset, openAsset, sizeOf } from "./assets.js";
import { GarterError, LoadError } from "./errors.js";
import { LATER, PACKS_OF_PARTS, PARTS } from "./facts.js";
import { addressOfFrame } from "./frame-source.js";
import { nameOf, understood } from "./messages.js";
import { knowsExceptions, lackedByPython, OLDEST, replacing } from "./needs.js";
import { SitePolicy } from "./site-policy.js";

/**
 * @typedef {import("../../target/types/FrameMessage.ts").FrameMessage} FrameMessage
 * @typedef {import("../../target/types/PageMessage.ts").PageMessage} PageMessage
 * @typedef {import("../../target/types/Delivery.ts").Delivery} Delivery
 * @typedef {import("../../target/types/Capabilities.ts").Capabilities} Capabilities
 * @typedef {import("./assets.js").AssetName} AssetName
 * @typedef {import("../../target/types/PartName.ts").PartName} PartName
 * @typedef {import("./assets.js").Progress} Progress
 */

/** The asset that is needed before anything runs. The progress of loading is counted in its bytes. @type {AssetName} */
const FIRST = "interpreter";

/** @type {PartName[]} */
const ALL_PARTS = [LATER, ...PARTS];

/** The assets that are sent piece by piece, because the frame compiles them meanwhile. @type {Set<AssetName>} */
const MODULES = new Set([FIRST, ...ALL_PARTS]);

/** How long the frame may take to load and to answer. */
const ANSWER_TIMEOUT_MS = 30_000;

/** After more wrong messages than this the frame is removed: other code than Garter's is sending them. */
const MOST_WRONG = 1000;

/** A frame may ask again for a file that has not arrived, and say that one is damaged, but not without end. */
const MOST_REQUESTS = 1000;

const SHARED_MEMORY = "cross-origin-isolated";

/**
 * @param {PartName} part
 * @returns {AssetName[]} the part, and the pack without which it is of no use
 */
const needs = (part) => {
  const pack = PACKS_OF_PARTS[part];
  return pack ? [part, pack] : [part];
};

export class FrameHost {
  #iframe = document.createElement("iframe");
  #channel = new MessageChannel();
  #onMessage;
  #onLost;
  /** The timer of {@link ANSWER_TIMEOUT_MS}. */
  #answerTimer = /** @type {ReturnType<typeof setTimeout> | 0} */ (0);
  #isClosed = false;
  #base = new AssetBase();
  /** Ends the loading. @type {(error: GarterError) => void} */
  #fail = () => {};
  #wrong = 0;
  #isConnected = false;
  #isReady = false;
  #requests = 0;
  /** The assets that are being sent to the frame. @type {Set<AssetName>} */
  #underWay = new Set();
  /** The assets that were sent. @type {Set<AssetName>} */
  #sent = new Set();
  /** The assets that were asked for and did not arrive. @type {Set<AssetName>} */
  #missing = new Set();
  /** @type {(files: string[]) => void} */
  #onMissing = () => {};
  /** Asks again for the parts that did not arrive, as the network is back. */
  #askAgain = () => {
    const parts = ALL_PARTS.filter((part) => this.#missing.has(part));
    if (parts.length > 0) this.tell({ type: "fetch", parts });
  };
  /** Who waits for an asset to be sent. @type {{ name: AssetName, resolve: () => void, reject: (why: unknown) => void }[]} */
  #waiting = [];

  /**
   * @param {(message: FrameMessage) => boolean} onMessage gets each message; returns whether the message made sense
   * @param {(why: GarterError) => void} onLost is told why the frame was removed
   */
  constructor(onMessage, onLost) {
    this.#onMessage = onMessage;
    this.#onLost = onLost;
  }

  /**
   * @param {AssetBase} base
   * @param {(progress: Progress) => void} onProgress
   * @param {(files: string[]) => void} onMissing is told which files did not arrive, each time that this changes
   * @returns {Promise<Capabilities>} when a program can run
   */
  async open(base, onProgress, onMissing) {
    const feature = lackedByPython();
    if (feature !== null) throw new GarterError((texts) => texts.lacks({ feature, oldest: OLDEST }));
    this.#onMissing = onMissing;
    addEventListener("online", this.#askAgain);
    const policy = new SitePolicy((error) => this.#fail(error));
    this.#base = base;
    try {
      return await new Promise((resolve, reject) => {
        this.#fail = reject;
        const total = sizeOf(FIRST);
        let loaded = 0;
        // The downloads begin before the frame exists.
        const code = openAsset(base, frameModule, () => {}, reject).then(bufferOf);
        const first = fetchAsset(
          base,
          FIRST,
          (bytes) => this.#isClosed || onProgress({ loaded: (loaded += bytes), total }),
          reject,
        );
        code.catch(reject);
        first.catch(reject);
        this.#channel.port1.onmessage = ({ data }) => {
          clearTimeout(this.#answerTimer);
          // Messages that were sent before the port was closed still arrive.
          if (this.#isClosed) return;
          const message = understood(data);
          if (message?.type === "ready") resolve(message.capabilities);
          else if (message?.type === "broken") reject(new GarterError(() => message.message));
          else if (message?.type === "assetFailed") {
            const error = new LoadError((texts) => texts.damaged({ file: message.name, message: message.message }));
            this.#sent.delete(message.name);
            this.#end(message.name, error);
            reject(error);
          }
          const isRight = message && this.#isExpected(message) && this.#onMessage(message);
          if (message !== data || !isRight) this.#doubt(data);
        };
        this.#channel.port1.onmessageerror = () => this.#doubt(null);
        this.#show(() => {
          code.then(
            (body) => this.#deliver({ type: "frameModule", body }, [body]),
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

  /**
   * Fetches parts of the interpreter before a program asks for them.
   * @param {PartName[]} parts
   * @returns {Promise<void>} when they are there
   * @throws {LoadError} says which file is missing
   */
  async fetch(parts) {
    const isMissing = (/** @type {AssetName} */ name) => !this.#sent.has(name);
    const missing = parts.filter((part) => needs(part).some(isMissing));
    if (missing.length === 0) return;
    const sent = missing
      .flatMap(needs)
      .filter(isMissing)
      .map(
        (name) =>
          /** @type {Promise<void>} */ (
            new Promise((resolve, reject) => this.#waiting.push({ name, resolve, reject }))
          ),
      );
    this.tell({ type: "fetch", parts: missing });
    await Promise.all(sent);
  }

  /**
   * @param {AssetName} name
   * @param {unknown} [error] why it was not sent
   */
  #end(name, error) {
    if (error === undefined) this.#sent.add(name);
    const wasMissing = this.#missing.delete(name);
    if (error !== undefined) this.#missing.add(name);
    if (wasMissing !== this.#missing.has(name)) this.#onMissing([...this.#missing].map((asset) => assets[asset].path));
    const waiting = this.#waiting.filter((other) => other.name === name);
    this.#waiting = this.#waiting.filter((other) => other.name !== name);
    for (const { resolve, reject } of waiting) error === undefined ? resolve() : reject(error);
  }

  /**
   * @param {Delivery} message
   * @param {Transferable[]} transfer its buffers, which the page does not need any more
   */
  #deliver(message, transfer) {
    this.#channel.port1.postMessage(message, transfer);
  }

  /** Removes the frame, and with it all programs. */
  close() {
    this.#isClosed = true;
    removeEventListener("online", this.#askAgain);
    clearTimeout(this.#answerTimer);
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
    if (message.type === "connected") {
      const isFirst = !this.#isConnected;
      this.#isConnected = true;
      return isFirst;
    }
    if (message.type !== "assetRequest" && message.type !== "assetFailed") return true;
    this.#requests += 1;
    if (message.type === "assetFailed") return this.#requests <= MOST_REQUESTS;
    const { name } = message;
    if (!Object.hasOwn(assets, name) || this.#underWay.has(name) || this.#requests > MOST_REQUESTS) return false;
    this.#bring(name);
    return true;
  }

  /**
   * Drops a message. A program cannot make the frame send wrong messages, unless it has broken out of its worker.
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

  /** @param {() => void} begin sends the frame the files that it gets without asking */
  async #show(begin) {
    const iframe = this.#iframe;
    iframe.title = "Python";
    iframe.hidden = true;
    iframe.setAttribute("aria-hidden", "true");
    iframe.setAttribute("sandbox", "allow-scripts");
    iframe.setAttribute("allow", permissions());
    // The page's address may be secret.
    iframe.referrerPolicy = "no-referrer";
    const address = await addressOfFrame(this.#base, frame.path);
    if (this.#isClosed) return;
    iframe.src = address.href;
    iframe.onload = () => {
      // If this page has made the address for the frame, it is not needed any more.
      URL.revokeObjectURL(address.href);
      // The frame has no origin, so the message cannot name one. That is safe: no other page can navigate
      // the frame, and the message only contains the port for its answers.
      /** @type {Delivery} */
      const connect = { type: "connect" };
      iframe.contentWindow?.postMessage(connect, "*", [this.#channel.port2]);
      begin();
      // A second document in the frame would not be Garter's.
      iframe.onload = () => this.#giveUp(new GarterError((texts) => texts.gone));
    };
    const unheard = () => this.#fail(new LoadError((texts) => texts.unheard({ file: frame.path })));
    iframe.onerror = unheard;
    document.body.append(iframe);
    // If the frame's file is missing or forbidden, browsers load an error page, which does not answer.
    this.#answerTimer = setTimeout(unheard, ANSWER_TIMEOUT_MS);
  }

  /**
   * @param {AssetName} name
   * @param {Promise<ReadableStream<Uint8Array>>} [first] the file, if its download has begun
   */
  async #bring(name, first) {
    this.#underWay.add(name);
    // The error that the stream's reader gets is less precise than the one that onError is told.
    let reason = "";
    const onError = (/** @type {LoadError} */ error) => {
      reason = error.reason;
      this.#fail(error);
    };
    try {
      const body = await (first ?? fetchAsset(this.#base, name, () => {}, onError));
      if (MODULES.has(name)) {
        await this.#passOn(name, body);
      } else {
        const buffer = await bufferOf(body);
        this.#deliver({ type: "asset", name, body: buffer }, [buffer]);
      }
      this.#end(name);
    } catch (error) {
      if (error instanceof LoadError) onError(error);
      this.#deliver({ type: "assetMissing", name, error: reason || String(error) }, []);
      this.#fail(/** @type {GarterError} */ (error));
      this.#end(name, error);
    } finally {
      this.#underWay.delete(name);
    }
  }

  /**
   * Sends the pieces of a module as they arrive, so that the frame compiles them meanwhile. Transferring
   * the stream itself does not work in Safari, and elsewhere each piece would wait until the frame asks for it.
   * @param {AssetName} name
   * @param {ReadableStream<Uint8Array>} body
   */
  async #passOn(name, body) {
    const reader = body.getReader();
    const replace = replacing(name === FIRST && !knowsExceptions() ? withoutExceptions : []);
    while (!this.#isClosed) {
      const { done, value } = await reader.read();
      if (value) replace(value);
      const bytes = value ?? null;
      this.#deliver({ type: "piece", name, bytes }, bytes ? [bytes.buffer] : []);
      if (done) return;
    }
    await reader.cancel();
  }
}

/**
 * The permissions of the frame. Some are every frame's unless its page says otherwise, such as gamepads in Chromium 156:
 * so each that the browser knows is taken away by its name. Only Chromium tells the names; other browsers have few of these.
 * @returns {string} for the attribute `allow`
 */
function permissions() {
  /** @type {string[]} */
  const names = /** @type {any} */ (document).featurePolicy?.features() ?? [];
  const taken = names.filter((name) => name !== SHARED_MEMORY).map((name) => `${name} 'none'`);
  // If the page has shared memory the frame may have it too: in older browsers a program can wait in no other way.
  return [...(self.crossOriginIsolated ? [SHARED_MEMORY] : []), ...taken].join("; ");
}

/** @param {ReadableStream<Uint8Array>} body */
const bufferOf = (body) => new Response(/** @type {BodyInit} */ (body)).arrayBuffer();
