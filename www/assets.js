// @ts-check
// Fetches the interpreter and the packs for the frame, which may not fetch anything itself.

import { assets } from "garter:assets";
import { LoadError } from "./errors.js";

/**
 * @typedef {import("../target/types/AssetName.ts").AssetName} AssetName
 * @typedef {{ loaded: number, total: number }} Progress in bytes
 */

/**
 * @param {AssetName} name
 * @returns {number} its size in bytes
 */
export const sizeOf = (name) => assets[name].bytes;

/**
 * @param {AssetName} name
 * @param {(bytes: number) => void} onBytes hears how many more bytes have arrived
 * @param {(error: LoadError) => void} onError hears of a body that ends too early
 * @returns {Promise<ReadableStream<Uint8Array>>} the file, as it arrives
 */
export async function fetchAsset(name, onBytes, onError) {
  const { path, bytes } = assets[name];
  const url = new URL(path, import.meta.url);
  const fail = (/** @type {string} */ what) => new LoadError(path, what);
  let response;
  try {
    response = await fetch(url);
  } catch {
    throw fail("cannot be reached");
  }
  if (!response.ok || !response.body) throw fail(`is missing on the server (${response.status})`);

  let arrived = 0;
  const reader = response.body.getReader();
  return new ReadableStream({
    async pull(controller) {
      /** @param {string} what */
      const abort = (what) => {
        const error = fail(what);
        onError(error);
        controller.error(error);
      };
      try {
        const { done, value } = await reader.read();
        if (value) {
          arrived += value.length;
          onBytes(value.length);
          controller.enqueue(value);
        } else if (done && arrived !== bytes) {
          abort(`is cut short (${arrived} of ${bytes} bytes)`);
        } else {
          controller.close();
        }
      } catch {
        abort("broke off while it was arriving");
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
}
