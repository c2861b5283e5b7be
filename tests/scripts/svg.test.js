// Unit tests of www/safe/svg.js: what becomes of a stranger's drawing, and which one is not drawn.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Refusal } from "../../www/safe/refusal.js";
import { safeSvg } from "../../www/safe/svg.js";
import { table } from "./table.js";

const utf8 = new TextEncoder();

/** @returns what is made of a text, all at once */
function made(svg) {
  const work = safeSvg(typeof svg === "string" ? utf8.encode(svg) : svg);
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

const NS = 'xmlns="http://www.w3.org/2000/svg"';
const drawing = (content, attributes = 'width="800" height="600"') => `<svg ${NS} ${attributes}>${content}</svg>`;
/** What is made of the content of a picture. */
const inside = (content) => made(drawing(content)).text.replace(/^<svg[^>]*>|<\/svg>$/g, "");

/** Why a picture is not drawn; null if it is. */
function refused(content, attributes) {
  try {
    made(drawing(content, attributes));
    return null;
  } catch (error) {
    assert.ok(error instanceof Refusal, error);
    assert.ok(error.count > error.most, error.message);
    return error.reason;
  }
}

const RECT = '<rect width="9" height="9"/>';
table(
  [
    ["shapes stay as they are", '<path d="M0 0l1-1.5e1z" fill="#f00"/><circle r="3"/>'],
    ["text stays", '<text x="1 2" y="3">a &lt; b<tspan dy="-1">c</tspan></text>'],
    ["groups and transformations stay", '<g transform="translate(1,2) rotate(-45 3 4)"><line x1="-1" x2="50%"/></g>'],
    ["styles stay", `<g style="fill:none;stroke-dasharray:3 1"><g opacity="0.5">${RECT}</g></g>`],
    ["fonts stay", "<text font-family=\"'DejaVu Sans', sans-serif\">a</text>"],
    ["what can be clicked is only drawn", '<rect onclick="alert(1)" width="9" height="9"/>', RECT],
    ["scripts are left out", `<script>alert(1)</script>${RECT}<script href="https://example.org"/>`, RECT],
    ["links lead nowhere", `<a href="https://example.org">${RECT}</a>`, `<a>${RECT}</a>`],
    ["elements of other namespaces are left out", `<x:rect xmlns:x="urn:x"/><rect xmlns=""/>${RECT}`, RECT],
    ["whatever their prefix is", `<é:g xmlns:é="http://www.w3.org/2000/svg"><é:rect/></é:g>`, "<g><rect/></g>"],
    ["and attributes", '<rect xmlns:x="urn:x" x:width="3" fill="red"/>', '<rect fill="red"/>'],
    ["comments and instructions are left out", `<!-- <rect/> --><?xml-stylesheet href="a"?>${RECT}`, RECT],
    [
      "names are given anew, for what is referred to",
      '<g id="a b"/><rect id="é"/><use xmlns:l="http://www.w3.org/1999/xlink" l:href="#é"/>',
      '<g/><rect id="i0"/><use href="#i0"/>',
    ],
    [
      "what refers to another document refers to nothing",
      '<use href="https://example.org#a"/><rect fill="url(https://example.org#a)"/>',
      "<use/><rect/>",
    ],
    [
      "references in styles",
      '<linearGradient id="g"><stop/></linearGradient><rect style="fill: url(\'#g\') red"/>',
      '<linearGradient id="i0"><stop/></linearGradient><rect style="fill:url(#i0) red"/>',
    ],
    [
      "other functions are left out",
      '<rect fill="image(a)" style="stroke: var(--a); fill: attr(x); width: calc(1px)"/>',
      "<rect/>",
    ],
    [
      "numbers that are no places in a picture are left out",
      '<rect width="1e9" x="1e400" rx="NaN" height="1"/>',
      '<rect height="1"/>',
    ],
    ["paths that are none are left out", '<path d="M0 0 Lx"/><path d="M0 0h1e8"/>', "<path/><path/>"],
    [
      "the font shorthand is written out",
      "<text style=\"font: bold 10px 'A B', serif\">a</text>",
      "<text style=\"font-size:10px;font-family:'A B', serif;font-weight:bold\">a</text>",
    ],
    ["a document's text is none of the picture's", `a${RECT}b`, RECT],
    ["data is text", "<text><![CDATA[<rect/>]]></text>", "<text>&lt;rect/&gt;</text>"],
    ["numbers of characters are characters", "<text>&#x3042;&#65;</text>", "<text>あA</text>"],
  ],
  (content, expected = content) => assert.equal(inside(content), expected),
);

table(
  [
    ["by element", "rect{fill:red}", "fill:red"],
    ["by class", ".b{fill:red}", "fill:red"],
    ["by name", "#n{fill:red}", "fill:red"],
    ["by what is around it", "svg > .g rect{fill:red}", "fill:red"],
    ["everything", "*{stroke-linejoin: round; stroke-linecap: butt}", "stroke-linejoin:round;stroke-linecap:butt"],
    ["the closer rule counts", "#n{fill:red} rect.b{fill:blue} *{fill:lime}", "fill:red"],
    ["of two the later one", "rect{fill:red} rect{fill:blue}", "fill:blue"],
    ["comments are none", "/* rect{fill:red} */ rect{/* fill:red */fill:blue}", "fill:blue"],
    ["another element", "circle, .a, rect > rect, .g > svg{fill:red}", null],
    [
      "rules with conditions are left out",
      "@media all{rect{fill:red}} @import 'x'; @font-face{src:url(x)} rect:hover{fill:red} rect[x]{fill:red}",
      null,
    ],
    ["and so is what would fetch", "rect{fill:url(https://example.org/#a)}", null],
  ],
  (css, style) => {
    const { text } = made(
      drawing(`<style>${css.replaceAll(">", "&gt;")}</style><g class="g"><rect class="b" id="n"/></g>`),
    );
    const rect = text.match(/<rect( class="(.*?)")?\/>/);
    assert.equal(rect?.[2] ? text.match(`\\.${rect[2]}\\{(.*?)\\}`)?.[1] : null, style);
  },
);

table(
  [
    ["a filter", '<filter id="f"><feGaussianBlur stdDeviation="9"/></filter><rect filter="url(#f)"/>', ["filter"]],
    ["a filter in a style, wherever in it", '<rect style="filter: brightness(1) blur(400px)"/>', ["filter"]],
    ["an animation", '<rect><animate attributeName="x" dur="1s"/></rect>', ["animate"]],
    ["an animation of a style sheet", "<style>@keyframes a{to{fill:red}}</style>", ["animation"]],
    ["HTML", "<foreignObject/>", ["foreignObject"]],
    ["a picture from another address", '<image href="https://example.org/a.png"/>', ["image"]],
    ["a drawing within", `<image href="data:image/svg+xml;base64,${btoa(drawing(RECT))}"/>`, ["image"]],
    ["a picture of another kind", `<image href="data:image/png;base64,${btoa(`BM${"\0".repeat(60)}`)}"/>`, ["image"]],
    ["what is not seen is not named", '<script/><metadata/><rect id="a" data-x="1"/>', []],
  ],
  (content, names) => assert.deepEqual(made(drawing(content)).leftOut, names),
);

/** What refers to others, and how one of a level is written. */
const FAMILIES = {
  use: (id, content) => `<g id="${id}">${content}</g>`,
  pattern: (id, content) =>
    `<pattern id="${id}" width="9" height="9" patternUnits="userSpaceOnUse">${content}</pattern>`,
  marker: (id, content) => `<marker id="${id}">${content}</marker>`,
  mask: (id, content) => `<mask id="${id}">${content}</mask>`,
  clipPath: (id, content) => `<clipPath id="${id}">${content}</clipPath>`,
  symbol: (id, content) => `<symbol id="${id}" viewBox="0 0 9 9">${content}</symbol>`,
};
const REFERENCES = {
  use: (id) => `<use href="#${id}"/>`,
  pattern: (id) => `<rect width="9" height="9" fill="url(#${id})"/>`,
  marker: (id) => `<path d="M0 0L9 9L0 9" marker-mid="url(#${id})"/>`,
  mask: (id) => `<rect width="9" height="9" mask="url(#${id})"/>`,
  clipPath: (id) => `<rect width="9" height="9" clip-path="url(#${id})"/>`,
  symbol: (id) => `<use href="#${id}" width="9" height="9"/>`,
};

for (const [name, family] of Object.entries(FAMILIES)) {
  const nested = (levels, times) => {
    const rows = Array.from({ length: levels }, (_, level) =>
      family(`a${level}`, level === 0 ? RECT : REFERENCES[name](`a${level - 1}`).repeat(times)),
    );
    return `<defs>${rows.join("")}</defs>${REFERENCES[name](`a${levels - 1}`)}`;
  };
  test(`${name} may be used in ${name}`, () => assert.equal(refused(nested(2, 2)), null));
  test(`${name} in ${name} in ${name} multiplies, and is not drawn`, () => {
    for (let levels = 6; levels <= 9; levels += 1)
      assert.ok(["repeats", "pixels"].includes(refused(nested(levels, 10))));
    assert.ok(["repeats", "nested"].includes(refused(nested(200, 1))));
  });
  test(`${name} that is part of itself is not drawn`, () => {
    assert.equal(refused(family("a", REFERENCES[name]("a")) + REFERENCES[name]("a")), "circle");
    assert.equal(
      refused(family("a", REFERENCES[name]("b")) + family("b", REFERENCES[name]("a")) + REFERENCES[name]("b")),
      "circle",
    );
  });
}

const zigzag = (count) => `M0 0${Array.from({ length: count }, (_, at) => `L${at % 800} ${(at % 2) * 600}`).join("")}`;
table(
  [
    [
      "a scatter plot of five thousand points",
      `<defs><circle id="m" r="3"/></defs>${'<use href="#m" x="5" y="5"/>'.repeat(5000)}`,
      null,
    ],
    [
      "each of them clipped",
      `<clipPath id="c">${RECT}</clipPath>${`<g clip-path="url(#c)">${RECT}</g>`.repeat(5000)}`,
      null,
    ],
    [
      "a line through fifty thousand points",
      `<path fill="none" stroke="red" d="M0 0${"l1 1l0-1".repeat(25_000)}"/>`,
      null,
    ],
    ["a dashed grid", `<path stroke="red" stroke-dasharray="5 1" d="${"M0 0H800".repeat(40)}"/>`, null],
    ["a page of text", `<text>${"word ".repeat(3000)}</text>`, null],
    ["elements", "<g/>".repeat(20_001), "elements"],
    ["elements in elements", `${"<g>".repeat(64)}${"</g>".repeat(64)}`, "nested"],
    ["bytes", `<!--${" ".repeat(1_500_000)}-->`, "bytes"],
    ["uses", `<g id="a">${RECT.repeat(200)}</g>${'<use href="#a"/>'.repeat(200)}`, "repeats"],
    [
      "uses of what uses what follows",
      Array.from({ length: 999 }, (_, at) => `<use id="a${at}" href="#a${at + 1}"/>`).join(""),
      "nested",
    ],
    [
      "markers along a line",
      `<marker id="m">${RECT}</marker><path marker-mid="url(#m)" d="M0 0${"l1 1".repeat(30_000)}"/>`,
      "repeats",
    ],
    [
      "a marker that its group gives it",
      `<marker id="m">${RECT}</marker><g marker="url(#m)"><path d="M0 0${"l1 1".repeat(30_000)}"/></g>`,
      "repeats",
    ],
    [
      "colours of a gradient",
      `<linearGradient id="g">${"<stop/>".repeat(8000)}</linearGradient>${'<rect width="9" height="9" fill="url(#g)"/>'.repeat(30)}`,
      "repeats",
    ],
    [
      "gradients that take their colours from others",
      Array.from({ length: 9 }, (_, at) => `<linearGradient id="g${at}" href="#g${at + 1}"/>`).join("") +
        '<rect width="9" height="9" fill="url(#g0)"/>',
      "nested",
    ],
    ["layers over one another", '<rect width="800" height="600"/>'.repeat(200), "pixels"],
    [
      "layers of a large pattern",
      `<pattern id="p" width="9" height="9">${RECT}</pattern>${'<rect width="100%" height="100%" fill="url(#p)"/>'.repeat(50)}`,
      "pixels",
    ],
    ["groups that shine through", '<g opacity=".9">'.repeat(30) + RECT.repeat(2) + "</g>".repeat(30), null],
    ["and large ones", `<g opacity=".9"><rect width="800" height="600"/>${RECT}</g>`.repeat(90), "pixels"],
    [
      "what is small until it is made larger",
      `<g transform="scale(1000)">${'<circle r="1"/>'.repeat(200)}</g>`,
      "pixels",
    ],
    [
      "what a view makes larger",
      '<rect width="1" height="1"/>'.repeat(200),
      "pixels",
      'viewBox="0 0 1 1" width="800" height="600"',
    ],
    ["dashes that are too short", '<path stroke="red" stroke-dasharray="1e-6" d="M0 0L800 600"/>', "edges"],
    [
      "dashes of a group's style",
      '<g stroke="red" style="stroke-dasharray: 0.001"><path d="M0 0L800 600"/></g>',
      "edges",
    ],
    [
      "dashes of a style sheet",
      '<style>* {stroke: red; stroke-dasharray: 0.001}</style><path d="M0 0L800 600"/>',
      "edges",
    ],
    [
      "dashes of a path that is said to be long",
      '<path stroke="red" pathLength="999999" stroke-dasharray="1" d="M0 0L800 600"/>',
      "edges",
    ],
    [
      "dashes of what is made smaller",
      '<g transform="scale(.001)" stroke="red"><circle r="900000" stroke-dasharray="1"/></g>',
      "edges",
    ],
    ["lines from side to side", `<path d="${zigzag(9000)}"/>`, "edges"],
    ["curves from side to side", `<path d="M0 0${"C800 0 0 600 800 600C0 600 800 0 0 0".repeat(500)}"/>`, "edges"],
    [
      "a long path that is used often",
      `<path id="p" d="M0 0${"l1 1l-1-1".repeat(3000)}"/>${'<use href="#p"/>'.repeat(900)}`,
      "edges",
    ],
    [
      "circles that are far larger than the picture",
      `<g transform="scale(1000000)">${'<circle r="9000"/>'.repeat(9)}</g>`,
      "edges",
    ],
    [
      "tiles that are far larger than the picture",
      `<pattern id="p" width="99999" height="9" patternUnits="userSpaceOnUse">${RECT}</pattern>${'<rect width="9" height="9" fill="url(#p)"/>'.repeat(9)}`,
      "pixels",
    ],
    ["crossing lines, counted as even and odd", `<path d="${zigzag(2000)}"/>`, null],
    ["and many of them", `<g style="fill-rule:evenodd"><path d="${zigzag(2000)}"/></g>`, "edges"],
    ["marks on a character", `<text>${"a\u0301".repeat(6000)}</text>`, "characters"],
    [
      "sizes of fonts",
      Array.from({ length: 300 }, (_, at) => `<text font-size="${at + 5}">a</text>`).join(""),
      "characters",
    ],
    ["characters", `<text>${"word ".repeat(6000)}</text>`, "characters"],
    [
      "characters that are used often",
      `<text id="t">${"word ".repeat(100)}</text>${'<use href="#t"/>'.repeat(90)}`,
      "characters",
    ],
    [
      "text along a long line",
      `<path id="p" d="M0 0${"l1 1".repeat(5000)}"/><text><textPath href="#p">${"word ".repeat(500)}</textPath></text>`,
      "edges",
    ],
    [
      "rules for many elements",
      `<style>${"g g g g rect{fill:red}".repeat(900)}</style>${"<g>".repeat(30)}${RECT.repeat(900)}${"</g>".repeat(30)}`,
      "styles",
    ],
    ["a picture without end", "", "size", 'width="100000" height="100000"'],
    ["a picture that is very high", "", "size", 'viewBox="0 0 1 100000"'],
  ],
  (content, reason, attributes) => assert.equal(refused(content, attributes), reason),
);

test("a drawing of all nested pictures together", () => {
  const header = `\0\0\0\rIHDR${"\0\0\x05\x78".repeat(2)}\x08\0\0\0\0\0\0\0\0`;
  const png = btoa(`\x89PNG\r\n\x1a\n${header}\0\0\0\0IDAT\0\0\0\0\0\0\0\0IEND\0\0\0\0`);
  const image = `<image width="9" height="9" href="data:image/png;base64,${png}"/>`;
  assert.equal(refused(image.repeat(2)), null);
  assert.equal(refused(image.repeat(3)), "pictures");
});

test("fonts are looked up for the first few families", () => {
  const { text } = made(drawing(Array.from({ length: 99 }, (_, at) => `<text font-family="F${at}">a</text>`).join("")));
  assert.equal(new Set(text.match(/font-family="[^"]*"/g)).size, 25);
});

table(
  [
    [
      "a document type without definitions is skipped",
      `<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">${drawing("")}`,
      null,
    ],
    ["one with definitions is refused", `<!DOCTYPE svg [<!ENTITY a "b">]>${drawing("")}`, "entities"],
    ["other entities make it none", drawing("<text>&a;</text>"), "damaged"],
    ["another root", "<g/>", "damaged"],
    ["a root of another namespace", "<svg/>", "damaged"],
    ["two roots", drawing("") + drawing(""), "damaged"],
    ["text behind the root", `${drawing("")}a`, "damaged"],
    ["tags in the wrong order", drawing("<g><a></g></a>"), "damaged"],
    ["a tag that does not end", drawing("<g"), "damaged"],
    ["a picture that was cut", drawing("<g/>").slice(0, -3), "damaged"],
    ["an attribute twice", drawing('<g x="1" x="2"/>'), "damaged"],
    ["an attribute without quotes", drawing("<g x=1/>"), "damaged"],
    ["a prefix of nothing", drawing("<a:g/>"), "damaged"],
    ["what is no UTF-8", new Uint8Array([...utf8.encode(drawing("")), 0xff]), "damaged"],
    ["nothing", "", "damaged"],
  ],
  (svg, expected) => {
    let reason = null;
    try {
      made(svg);
    } catch (error) {
      reason = error instanceof Refusal ? error.reason : "damaged";
    }
    assert.equal(reason, expected);
  },
);
