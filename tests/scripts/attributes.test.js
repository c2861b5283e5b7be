// Unit tests of www/snippet/attributes.js: what an author writes on <garter-snippet>, and what the author is
// told if it makes no sense.

import assert from "node:assert/strict";
import { test } from "node:test";
import { read } from "../../www/snippet/attributes.js";
import { table } from "./table.js";
import { en } from "./texts.js";

/** An element with these attributes, as far as they are read. */
const elementWith = (attributes) => ({ getAttribute: (name) => attributes[name] ?? null });
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
    session: null,
    expect: null,
    echo: false,
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
    ["packages, which cannot be installed", { packages: "numpy pandas" }, ["numpy pandas"]],
  ],
  (attributes, words) => {
    const { complaints, settings } = readFrom(attributes);
    assert.equal(complaints.length, 1);
    for (const word of words) assert.ok(complaints[0].includes(word), `"${complaints[0]}" contains "${word}"`);
    assert.equal(settings.budget.seconds ?? settings.budget.memoryMB ?? settings.policy ?? settings.modules, undefined);
  },
);
