// @ts-check
// Fetches the interpreter and the packs for the frame, which may not fetch anything itself.

import { addresses, assets } from "garter:assets";
import { loadFromDisk } from "./disk.js";
import { GarterError, LoadError } from "./errors.js";

/**
 * @typedef {import("../../target/types/AssetName.ts").AssetName} AssetName
 * @typedef {{ loaded: number, total: number }} Progress in bytes
 */

/**
 * @param {AssetName} name
 * @returns {number} its size in bytes
 */
export const sizeOf = (name) => assets[name].bytes;

/** The address that the files of the build lie below. */
export class AssetBase {
  #folder;

  /**
   * @param {string} [folder] the address of a copy of `pkg/`, from the page's; without it, files lie where
   *   this script does, or where a bundler has put them
   * @throws {GarterError} if it is not a valid address
   */
  constructor(folder) {
    if (folder === undefined) return;
    try {
      this.#folder = new URL(`${folder.replace(/\/+$/, "")}/`, document.baseURI);
    } catch {
      throw new GarterError((texts) => texts.noAddress({ value: folder }));
    }
  }

  /**
   * @param {string} path as the build names it
   * @returns {URL}
   */
  addressOf(path) {
    return this.#folder ? new URL(path, this.#folder) : addresses[path]();
  }
}

/**
 * @param {AssetBase} base
 * @param {AssetName} name
 * @param {(bytes: number) => void} onBytes see {@link openAsset}
 * @param {(error: LoadError) => void} onError see {@link openAsset}
 */
export const fetchAsset = (base, name, onBytes, onError) => openAsset(base, assets[name], onBytes, onError);

/**
 * @param {AssetBase} base
 * @param {{ path: string, bytes: number }} asset
 * @param {(bytes: number) => void} onBytes is told how many more bytes have arrived
 * @param {(error: LoadError) => void} onError is told of a body that ends too early
 * @returns {Promise<ReadableStream<Uint8Array>>} the file, as it arrives
 */
export async function openAsset(base, { path, bytes }, onBytes, onError) {
  const url = base.addressOf(path);
  let arrived = 0;
  const body = await bring(path, url);
  const reader = body.getReader();
  /** @type {UnderlyingDefaultSource<Uint8Array>} */
  const source = {
    async pull(controller) {
      /** @param {import("./errors.js").Sentence} reason */
      const abort = (reason) => {
        const error = new LoadError(reason);
        onError(error);
        controller.error(new Error(error.reason));
      };
      try {
        const { done, value } = await reader.read();
        if (value) {
          arrived += value.length;
          onBytes(value.length);
          controller.enqueue(value);
        } else if (done && arrived !== bytes) {
          abort((texts) => texts.cutShort({ file: path, arrived, bytes }));
        } else {
          controller.close();
        }
      } catch {
        abort((texts) => texts.brokeOff({ file: path }));
      }
    },
    cancel: (reason) => reader.cancel(reason),
  };
  // The stream buffers the whole file, so that the connection is never idle until the reader asks for more.
  return new ReadableStream(source, { highWaterMark: bytes, size: (chunk) => chunk.length });
}

/**
 * @param {string} path
 * @param {URL} url
 * @returns {Promise<ReadableStream<Uint8Array>>}
 */
async function bring(path, url) {
  if ("garterPart" in globalThis) return new Blob([await garterPart(path)]).stream();
  return url.protocol === "file:" ? loadFromDisk(path, url) : download(path, url);
}

/**
 * @param {string} file
 * @param {URL} url
 * @returns {Promise<ReadableStream<Uint8Array>>}
 */
async function download(file, url) {
  let response;
  try {
    response = await fetch(url);
  } catch {
    throw new LoadError((texts) => texts.unreachable({ file }));
  }
  const { ok, body, status: code } = response;
  if (!ok || !body) throw new LoadError((texts) => texts.missingOnServer({ file, code }));
  return body;
}
