// Unit tests of www/output/pictures.js: what is known of a stranger's picture before a browser draws it.

import assert from "node:assert/strict";
import { isHeavy, sizeOf } from "../../www/output/pictures.js";
import { table } from "./table.js";

const bytes = (...values) => new Uint8Array(values);
const png = bytes(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 1, 0, 0, 0, 0, 0, 2);
const gif = bytes(0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 0x2c, 1, 0xc8, 0);
const segment = [0xff, 0xc4, 0, 4, 9, 9];
const header = [0xff, 0xc0, 0, 17, 8, 0, 200, 1, 44];

table(
  [
    ["a PNG's size", "image/png", png, { width: 65_536, height: 2 }],
    ["a GIF's size", "image/gif", gif, { width: 300, height: 200 }],
    ["a JPEG's size", "image/jpeg", bytes(0xff, 0xd8, ...header), { width: 300, height: 200 }],
    [
      "a JPEG's size behind other segments",
      "image/jpeg",
      bytes(0xff, 0xd8, ...segment, ...segment, ...header),
      { width: 300, height: 200 },
    ],
    [
      "a JPEG's size behind bytes that fill up",
      "image/jpeg",
      bytes(0xff, 0xd8, 0xff, 0xff, ...header),
      { width: 300, height: 200 },
    ],
    ["a PNG that was cut has no size", "image/png", png.subarray(0, 20), null],
    ["an empty picture has no size", "image/gif", bytes(), null],
    ["a JPEG without a header has no size", "image/jpeg", bytes(0xff, 0xd8, ...segment), null],
    ["a JPEG of other bytes has no size", "image/jpeg", bytes(1, 2, 3, 4), null],
    [
      "a picture in the middle of a buffer",
      "image/png",
      new Uint8Array([9, ...png]).subarray(1),
      { width: 65_536, height: 2 },
    ],
  ],
  (mime, data, size) => assert.deepEqual(sizeOf(mime, data), size),
);

table(
  [
    ["a drawing is drawn", '<svg><path d="M0 0"/><rect filter="none"/></svg>', false],
    ["what matplotlib repeats is drawn", "<use/>".repeat(8), false],
    ["a filter is not", "<svg><filter id='a'/></svg>", true],
    ["a filter under another name is not", "<x:FILTER>", true],
    ["a filter in a style is not", "<g style='filter : blur(9px)'>", true],
    ["HTML in a drawing is not", "<foreignObject>", true],
    ["entities, which hide what is in the text, are not", "<!ENTITY a 'b'>", true],
    ["repetitions of repetitions are not", "<use/>".repeat(9), true],
    ["drawings in drawings are not", "<image href='data:image/svg+xml,a'/>".repeat(9), true],
  ],
  (svg, expected) => assert.equal(isHeavy(svg), expected),
);
