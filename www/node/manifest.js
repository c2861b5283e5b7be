// @ts-check
// `imsmanifest.xml`, which tells a learning platform what is in a SCORM package.

import { escaped as escapedXml } from "../safe/xml.js";

/** @typedef {"1.2" | "2004"} Version */

/** What differs between the versions. @type {Record<Version, { root: string, schema: string, type: string }>} */
const VERSIONS = {
  1.2: {
    root:
      'xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" ' +
      'xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"',
    schema: "1.2",
    type: "adlcp:scormtype",
  },
  2004: {
    root:
      'xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3" ' +
      'xmlns:imsss="http://www.imsglobal.org/xsd/imsss"',
    schema: "2004 4th Edition",
    type: "adlcp:scormType",
  },
};

/** The specification lets a title be no longer. */
const LONGEST_TITLE = 200;

/**
 * @param {object} lesson
 * @param {string} lesson.id
 * @param {string} lesson.title
 * @param {string} lesson.page its first file
 * @param {string[]} lesson.files all of them, by their paths
 * @param {Version} version
 * @returns {string}
 */
export function manifest({ id, title, page, files }, version) {
  const { root, schema, type } = VERSIONS[version];
  const name = escaped([...title].slice(0, LONGEST_TITLE).join(""));
  // Where nothing is sequenced, the item itself has to say that what the page reports decides.
  const sequencing =
    version === "1.2"
      ? ""
      : `
        <imsss:sequencing>
          <imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true"/>
        </imsss:sequencing>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="${identifier(id)}" version="1.0" ${root}>
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>${schema}</schemaversion>
  </metadata>
  <organizations default="lesson">
    <organization identifier="lesson">
      <title>${name}</title>
      <item identifier="item" identifierref="page">
        <title>${name}</title>${sequencing}
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="page" type="webcontent" ${type}="sco" href="${address(page)}">
${files.map((file) => `      <file href="${address(file)}"/>\n`).join("")}    </resource>
  </resources>
</manifest>
`;
}

/** A name as XML takes it (xs:ID). @param {string} id */
const identifier = (id) => `garter-${id.replace(/[^A-Za-z0-9._-]/g, "-")}`;

/** @param {string} path */
const address = (path) => escaped(path.split("/").map(encodeURIComponent).join("/"));

/** What XML has no way to write is left out. @param {string} text */
const escaped = (text) => escapedXml(text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, ""));
