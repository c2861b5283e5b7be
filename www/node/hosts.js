// @ts-check
// Hosts that packages of exercises may come from: an author names them, as an exercise may be somebody else's.

import { UsageComplaint } from "./complaint.js";

export const HOST_OPTIONS = /** @type {const} */ ({
  "packages-from": {
    kind: "list",
    value: "HOST",
    help: "packages of exercises may come from there, too; may be given again",
  },
});

/**
 * @param {{ "packages-from": string[] }} options
 * @returns {string[]} addresses
 * @throws {UsageComplaint} names what is no host
 */
export function sitesOf({ "packages-from": hosts }) {
  return hosts.map((host) => {
    const [, scheme = "https://", name = "?"] = /^(https?:\/\/)?([^/?#@\\\s]+)\/?$/.exec(host) ?? [];
    try {
      return new URL(`${scheme}${name}`).href;
    } catch {
      throw new UsageComplaint(`--packages-from is ${host}; it must be a host, such as wheels.example.org`);
    }
  });
}
