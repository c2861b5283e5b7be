// @ts-check
// Text in HTML.

/** @param {string} text @returns {string} as it is written between tags and in an attribute's quotes */
export const escaped = (text) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
