// Unit tests of www/safe/raster.js: what is known of a stranger's picture before a browser decodes it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { kindOf, nestedPicture, rasterOf, weigh } from "../../www/safe/raster.js";
import { table } from "./table.js";

const text = (string) => [...string].map((char) => char.charCodeAt(0));
const big = (value, bytes) =>
  Array.from({ length: bytes }, (_, at) => Math.floor(value / 256 ** (bytes - 1 - at)) % 256);
const little = (value, bytes) => big(value, bytes).reverse();
const file = (...parts) => new Uint8Array(parts.flat(9));

const chunk = (kind, ...data) => [big(data.flat(9).length, 4), text(kind), data, [0, 0, 0, 0]];
const PNG = text("\x89PNG\r\n\x1a\n");
const header = (width, height) => chunk("IHDR", big(width, 4), big(height, 4), [8, 0, 0, 0, 0]);
const DATA = chunk("IDAT", [1, 2, 3]);
const END = chunk("IEND");
const frame = chunk("fcTL", Array(26).fill(0));
const png = (width = 300, height = 200, ...more) => file(PNG, header(width, height), more, DATA, END);

const start = (width, height) => [text("GIF89a"), little(width, 2), little(height, 2), [0x80, 0, 0], Array(6).fill(0)];
const part = (...bytes) => [bytes.length, ...bytes];
const still = (left, width, height) => [
  0x2c,
  little(left, 2),
  little(0, 2),
  little(width, 2),
  little(height, 2),
  0,
  2,
  part(7, 7),
  0,
];
const gif = (...blocks) => file(start(300, 200), blocks, 0x3b);

const segment = (marker, ...data) => [0xff, marker, big(data.flat(9).length + 2, 2), data];
const sof = (width, height, marker = 0xc0) => segment(marker, 8, big(height, 2), big(width, 2), [1, 1, 17, 0]);
const scan = [segment(0xda, 1, 1, 0, 0, 63, 0), 1, 2, 0xff, 0, 3, 0xff, 0xd0, 4];
const jpeg = (...segments) => file(0xff, 0xd8, segments, 0xff, 0xd9);

const riff = (...chunks) => {
  const body = chunks.map(([kind, ...data]) => [text(kind), little(data.flat(9).length, 4), data]).flat(9);
  return file(text("RIFF"), little(body.length + 4, 4), text("WEBP"), body);
};
const size24 = (value) => little(value - 1, 3);
const extended = ["VP8X", [0, 0, 0, 0], size24(300), size24(200)];

const SIZE = { width: 300, height: 200, frames: 1 };
table(
  [
    ["a PNG", "image/png", png(), SIZE],
    [
      "the frames of an animated PNG are counted",
      "image/png",
      png(300, 200, frame, frame, frame),
      { ...SIZE, frames: 3 },
    ],
    [
      "what an animated PNG says of its frames does not count",
      "image/png",
      png(300, 200, chunk("acTL", big(1, 4)), frame, frame),
      { ...SIZE, frames: 2 },
    ],
    ["a PNG with two headers is damaged", "image/png", png(300, 200, header(9, 9)), null],
    ["a PNG whose header comes late is damaged", "image/png", file(PNG, DATA, header(3, 2), END), null],
    ["a PNG without data is damaged", "image/png", file(PNG, header(3, 2), END), null],
    ["a PNG without an end is damaged", "image/png", file(PNG, header(3, 2), DATA), null],
    ["a PNG without a pixel is damaged", "image/png", png(0, 2), null],
    [
      "a PNG whose chunk is longer than the file is damaged",
      "image/png",
      file(PNG, header(3, 2), big(2 ** 31, 4), text("IDAT")),
      null,
    ],
    ["a PNG in the middle of a buffer", "image/png", new Uint8Array([9, ...png()]).subarray(1), SIZE],
    ["a GIF", "image/gif", gif(still(0, 300, 200)), SIZE],
    [
      "the frames of a GIF are counted",
      "image/gif",
      gif(still(0, 1, 1), [0x21, 0xf9, part(0, 0, 0, 0), 0], still(0, 1, 1)),
      { ...SIZE, frames: 2 },
    ],
    [
      "a frame of a GIF that is larger than the picture",
      "image/gif",
      gif(still(10, 5000, 9000)),
      { width: 5010, height: 9000, frames: 1 },
    ],
    ["a GIF without its last byte", "image/gif", gif(still(0, 300, 200)).slice(0, -1), SIZE],
    ["a GIF that was cut is damaged", "image/gif", gif(still(0, 300, 200)).slice(0, -3), null],
    ["a GIF without a frame is damaged", "image/gif", gif(), null],
    ["a GIF with other blocks is damaged", "image/gif", gif(7), null],
    ["a JPEG", "image/jpeg", jpeg(sof(300, 200), scan), SIZE],
    [
      "a JPEG behind other segments and bytes that fill up",
      "image/jpeg",
      jpeg(segment(0xc4, 9, 9), [0xff, 0xff], sof(300, 200, 0xc2), scan, scan),
      SIZE,
    ],
    [
      "a JPEG with a picture in one of its segments",
      "image/jpeg",
      jpeg(segment(0xe1, [...jpeg(sof(1, 1), scan)]), sof(300, 200), scan),
      SIZE,
    ],
    ["a JPEG with two sizes is damaged", "image/jpeg", jpeg(sof(300, 200), sof(9, 9), scan), null],
    ["a JPEG without a size is damaged", "image/jpeg", jpeg(scan), null],
    ["a JPEG without data is damaged", "image/jpeg", jpeg(sof(300, 200)), null],
    ["a JPEG that was cut is damaged", "image/jpeg", jpeg(sof(300, 200), scan).slice(0, -2), null],
    ["a WebP with a header", "image/webp", riff(extended, ["VP8 ", Array(10).fill(0)]), SIZE],
    ["a WebP without losses", "image/webp", riff(["VP8L", 0x2f, little(299 | (199 << 14), 4), 0]), SIZE],
    ["a WebP with losses", "image/webp", riff(["VP8 ", Array(6).fill(0), little(300, 2), little(200, 2)]), SIZE],
    [
      "the frames of a WebP are counted",
      "image/webp",
      riff(extended, ["ANMF", 0, 0], ["ANMF", 0, 0]),
      { ...SIZE, frames: 2 },
    ],
    ["a WebP that was cut is damaged", "image/webp", riff(extended, ["VP8 ", Array(10).fill(0)]).slice(0, -1), null],
    ["an empty file is damaged", "image/gif", file(), null],
    ...["image/png", "image/jpeg", "image/gif", "image/webp"].map((kind) => [
      `a BMP is no ${kind}`,
      kind,
      file(text("BM"), Array(60).fill(0)),
      null,
    ]),
    ["a GIF is no PNG", "image/png", gif(still(0, 300, 200)), null],
  ],
  (kind, data, raster) => assert.deepEqual(rasterOf(kind, data), raster),
);

test("a file that is cut anywhere is damaged, and so is one whose kind is another's", () => {
  const files = {
    "image/png": png(),
    "image/jpeg": jpeg(sof(300, 200), scan),
    "image/webp": riff(extended, ["VP8L", 0x2f, little(0, 4), 0]),
  };
  for (const [kind, data] of Object.entries(files)) {
    assert.equal(kindOf(data), kind);
    for (let length = 0; length < data.length; length += 1)
      assert.equal(rasterOf(kind, data.subarray(0, length)), null);
    for (const other of Object.keys(files)) if (other !== kind) assert.equal(rasterOf(other, data), null);
  }
});

table(
  [
    ["a large picture is drawn", { width: 8000, height: 4000, frames: 1 }, null],
    ["a larger one is not", { width: 8001, height: 4000, frames: 1 }, "size"],
    ["a large picture that moves is not", { width: 4000, height: 1001, frames: 2 }, "frames"],
    ["a small one that moves is drawn", { width: 640, height: 480, frames: 200 }, null],
    ["unless it moves for very long", { width: 640, height: 480, frames: 3000 }, "frames"],
  ],
  (raster, reason) => {
    if (reason) assert.throws(() => weigh(raster), { reason });
    else assert.equal(weigh(raster), raster.width * raster.height * raster.frames);
  },
);

test("a JPEG is not decoded again and again", () => {
  assert.throws(() => rasterOf("image/jpeg", jpeg(sof(300, 200), Array(65).fill(scan))), { reason: "frames" });
});

const address = (kind, data) => `data:${kind};base64,${btoa(String.fromCharCode(...data))}`;
table(
  [
    ["a picture within a text", address("image/png", png()), { address: address("image/png", png()), pixels: 60_000 }],
    [
      "with lines in between",
      address("image/png", png()).replace(/.{20}/g, "$&\n").replace("\n", ""),
      { address: address("image/png", png()), pixels: 60_000 },
    ],
    [
      "under its short name",
      address("image/JPG", jpeg(sof(300, 200), scan)),
      { address: address("image/jpeg", jpeg(sof(300, 200), scan)), pixels: 60_000 },
    ],
    ["of another kind", address("image/png", gif(still(0, 300, 200))), null],
    ["a drawing", `data:image/svg+xml;base64,${btoa("<svg/>")}`, null],
    ["not in base64", "data:image/png,abc", null],
    ["what is no base64", "data:image/png;base64,*", null],
    ["another address", "https://example.org/a.png", null],
  ],
  (given, made) => assert.deepEqual(nestedPicture(given), made),
);
