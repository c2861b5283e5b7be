// @ts-check
// A table that a program shows: see src/python/lib/garter/_table.py.

/** @typedef {import("../texts/texts.js").Texts} Texts */

/** Cells take a browser time even where nobody sees them. */
const MOST_CELLS = 50_000;

/**
 * @param {string} json
 * @param {string} alt
 * @param {Texts} texts
 * @returns {HTMLElement} a region of its own, for wide tables scroll
 */
export function tableElement(json, alt, texts) {
  const { columns, rows, moreRows, moreColumns } = JSON.parse(json);
  const most = Math.max(1, Math.floor(MOST_CELLS / columns.length));
  const table = make("table");
  const header = table.createTHead().insertRow();
  for (const { name } of columns) {
    const cell = make("th");
    cell.scope = "col";
    cell.textContent = name;
    header.append(cell);
  }
  const body = table.createTBody();
  for (const row of rows.slice(0, most)) {
    const line = body.insertRow();
    for (const [at, text] of row.slice(0, columns.length).entries()) {
      const cell = line.insertCell();
      cell.textContent = text;
      if (columns[at].isNumeric) cell.className = "number";
    }
  }
  const left = moreRows + Math.max(0, rows.length - most);
  const more = [
    left > 0 && texts.display.moreRows({ count: left }),
    moreColumns > 0 && texts.display.moreColumns({ count: moreColumns }),
  ];
  if (more.some(Boolean)) table.createCaption().textContent = more.filter(Boolean).join(", ");
  const region = make("div");
  region.tabIndex = 0;
  region.setAttribute("role", "region");
  region.setAttribute("aria-label", alt || texts.display.table);
  region.append(table);
  return region;
}

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 */
const make = (name) => document.createElement(name);
