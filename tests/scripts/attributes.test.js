// Unit tests of www/snippet/attributes.js: what an author writes on <garter-snippet>, and what the author is
// told if it makes no sense.

import assert from "node:assert/strict";
import { test } from "node:test";
import { read } from "../../www/snippet/attributes.js";
import { table } from "./table.js";
import { en } from "./texts.js";

/** An element with these attributes, as far as they are read. */
const elementWith = (attributes) => ({
  getAttribute: (name) => attributes[name] ?? null,
  getAttributeNames: () => Object.keys(attributes),
});
const readFrom = (attributes) => read(elementWith(attributes), en.snippet);

test("an element without attributes runs with the defaults", () => {
  const { settings, complaints } = readFrom({});
  assert.deepEqual(complaints, []);
  assert.deepEqual(settings, {
    budget: { seconds: undefined, memoryMB: undefined },
    modules: undefined,
    policy: undefined,
    policyId: null,
    stdin: undefined,
    files: [],
    before: null,
    after: null,
    template: null,
    dependsOn: [],
    packages: [],
    parts: [],
    session: null,
    expect: null,
    echo: false,
    lines: 1,
    around: null,
  });
});

table(
  [
    ["a timeout in seconds", { timeout: "2.5" }, ({ budget }) => budget.seconds, 2.5],
    ["memory in megabytes", { memory: " 64 " }, ({ budget }) => budget.memoryMB, 64],
    ["allowed modules", { modules: "math, random" }, ({ modules }) => modules, { allow: ["math", "random"] }],
    ["denied modules", { modules: "!os !sys" }, ({ modules }) => modules, { deny: ["os", "sys"] }],
    ["a policy by its name", { policy: "beginner" }, ({ policy }) => policy, "beginner"],
    ["a policy by the id of its element", { policy: "#rules" }, ({ policyId }) => policyId, "#rules"],
    ["a policy as JSON", { policy: '{"a": 1}' }, ({ policy }) => policy, { a: 1 }],
    ["input that is empty is input", { stdin: "" }, ({ stdin }) => stdin, ""],
    ["files in a list", { files: "#a b.csv\n c.csv," }, ({ files }) => files, ["#a", "b.csv", "c.csv"]],
    ["ids with or without #", { "depends-on": "#one two" }, ({ dependsOn }) => dependsOn, ["one", "two"]],
    ["an empty reference is none", { before: "  " }, ({ before }) => before, null],
    ["expected output keeps its blanks", { expect: "  a\n" }, (settings) => settings.expect, "  a\n"],
    ["expected output may begin on its own line", { expect: " \na" }, (settings) => settings.expect, "a"],
    ["room for lines of output", { lines: "8" }, ({ lines }) => lines, 8],
    ["room for no more than a screen of it", { lines: "1e9" }, ({ lines }) => lines, 100],
    ["a flag as XML and as frameworks write it", { editable: "editable", autorun: "true" }, ({ lines }) => lines, 1],
    [
      "addresses of packages",
      { packages: "./w/a.whl lock.json" },
      ({ packages }) => packages,
      ["./w/a.whl", "lock.json"],
    ],
    ["the value of the last expression", { display: "repl" }, ({ echo }) => echo, true],
  ],
  (attributes, of, expected) => {
    const { settings, complaints } = readFrom(attributes);
    assert.deepEqual(of(settings), expected);
    assert.deepEqual(complaints, []);
  },
);

table(
  [
    ["a timeout that is no number", { timeout: "2s" }, ["timeout", "2s", "seconds"]],
    ["a timeout of nothing", { timeout: "0" }, ["timeout", "0"]],
    ["a timeout without end", { timeout: "Infinity" }, ["timeout", "Infinity"]],
    ["negative memory", { memory: "-1" }, ["memory", "-1", "MB"]],
    ["modules that are allowed and denied at once", { modules: "math !os" }, ["math !os"]],
    ["an unknown policy", { policy: "strict" }, ["policy", "strict", "beginner"]],
    ["a policy that is no JSON", { policy: "{a: 1}" }, ["policy"]],
    ["an unknown display", { display: "html" }, ["display", "html", "repl"]],
    ["an unknown way of loading", { loading: "soon" }, ["loading", "soon", "lazy", "eager"]],
    ["no room for output", { lines: "-1" }, ["lines", "-1"]],
    ["a flag that is not turned off by its value", { editable: "false" }, ["editable", "false"]],
    ["an attribute with another letter", { edittable: "" }, ["edittable", "editable"]],
    ["an attribute with two letters exchanged", { timoeut: "3" }, ["timoeut", "timeout"]],
    ["an attribute without its hyphen", { dependson: "a" }, ["dependson", "depends-on"]],
    ["an attribute with a hyphen too much", { "auto-run": "" }, ["auto-run", "autorun"]],
    ["packages, which cannot be installed", { packages: "numpy pandas" }, ["numpy pandas"]],
  ],
  (attributes, words) => {
    const { complaints, settings } = readFrom(attributes);
    assert.equal(complaints.length, 1);
    for (const word of words) assert.ok(complaints[0].includes(word), `"${complaints[0]}" contains "${word}"`);
    assert.equal(settings.budget.seconds ?? settings.budget.memoryMB ?? settings.policy ?? settings.modules, undefined);
  },
);

test("attributes of HTML, of screen readers, of scripts and of frameworks are nobody's mistake", () => {
  const names =
    "class style slot hidden title dir is part inert tabindex contenteditable data-src aria-label onload oncopy " +
    "v-text v-on:click x-src x-data @click :src hx-get hx-swap ng-src *ngIf [src] (load) wire:model _ngcontent-abc " +
    "type async defer output idx toString constructor __proto__";
  for (const name of names.split(" ")) assert.deepEqual(readFrom({ [name]: "x" }).complaints, [], name);
});
