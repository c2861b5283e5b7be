// Zip files as tools write them, and as nobody honest does.

import { crc32, deflateRawSync } from "node:zlib";

/**
 * An entry. What is not given is what is true of its content.
 * @typedef {object} Entry
 * @property {string | Uint8Array} name
 * @property {string | Uint8Array} [content]
 * @property {Uint8Array} [packed] the bytes in the zip file
 * @property {number} [method]
 * @property {number} [flags]
 * @property {Lie} [listed] other values in the list than are true
 * @property {Lie} [local] other values before the bytes
 * @property {number} [at] which entry's place it claims, by its number
 * @property {number} [mode] its permissions and type on Unix
 * @typedef {{ name?: string, size?: number, packed?: number, sum?: number, method?: number, flags?: number }} Lie
 */

const utf8 = new TextEncoder();
const bytesOf = (text) => (typeof text === "string" ? utf8.encode(text) : text);

/** Numbers, the lowest byte first. @param {...[bytes: number, value: number]} values */
const fields = (...values) =>
  Buffer.concat(
    values.map(([size, value]) => {
      const bytes = Buffer.alloc(size);
      bytes.writeUIntLE(value, 0, size);
      return bytes;
    }),
  );

/**
 * @param {Entry[]} entries
 * @param {{ before?: Uint8Array, after?: Uint8Array, comment?: string, end?: { count?: number, length?: number, start?: number } }} [options]
 * @returns {Uint8Array}
 */
export function zipOf(entries, { before = Buffer.alloc(0), after = Buffer.alloc(0), comment = "", end = {} } = {}) {
  const places = [];
  const locals = [before];
  const list = [];
  let at = before.length;
  for (const entry of entries) {
    const { content = "", method = 8, flags = 0, mode = 0, listed = {}, local = {} } = entry;
    const bytes = bytesOf(content);
    const packed = entry.packed ?? (method === 8 ? deflateRawSync(bytes) : bytes);
    const truth = { name: entry.name, size: bytes.length, packed: packed.length, sum: crc(bytes), method, flags };
    const common = ({ name, size, packed, sum, method, flags }) =>
      fields([2, flags], [2, method], [4, 0], [4, sum], [4, packed], [4, size], [2, bytesOf(name).length], [2, 0]);
    const [said, told] = [
      { ...truth, ...local },
      { ...truth, ...listed },
    ];
    const header = [fields([4, 0x04034b50], [2, 20]), common(said), bytesOf(said.name)];
    places.push(at);
    const place = places[entry.at ?? places.length - 1];
    const unix = [
      fields([4, 0x02014b50], [1, 20], [1, 3], [2, 20]),
      common(told),
      fields([6, 0], [4, mode * 65536], [4, place]),
    ];
    list.push(...unix, bytesOf(told.name));
    // Whoever claims another's place brings nothing.
    if (entry.at === undefined) {
      locals.push(...header, packed);
      at += header.reduce((sum, { length }) => sum + length, packed.length);
    }
  }
  const listed = Buffer.concat(list);
  const { count = entries.length, length = listed.length, start = at } = end;
  const last = fields([4, 0x06054b50], [4, 0], [2, count], [2, count], [4, length], [4, start], [2, comment.length]);
  return new Uint8Array(Buffer.concat([...locals, listed, last, Buffer.from(comment), after]));
}

/** Node 20 has no `crc32` in its first versions. @param {Uint8Array} bytes */
function crc(bytes) {
  if (crc32) return crc32(bytes);
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}
