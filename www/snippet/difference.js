// @ts-check
// Shows how what was printed differs from what was expected.

/**
 * @typedef {import("./expect.js").Difference} Difference
 * @typedef {import("../texts/texts.js").Texts["snippet"]["difference"]} Say
 */

const SIGNS = { same: " ", missing: "−", extra: "+" };

/**
 * What the signs mean, the lines, and how many there are that are not shown.
 * @param {Difference} difference
 * @param {Say} say
 * @returns {HTMLElement[]}
 */
export function differenceIn({ lines, more, isExact }, say) {
  const legend = make("p", "legend");
  for (const kind of /** @type {const} */ (["missing", "extra"])) {
    legend.append(make("span", kind, `${SIGNS[kind]} ${say[kind]}`), " ");
  }
  const list = document.createElement("ol");
  list.append(...lines.map((line) => itemOf(line, say)));
  return [legend, list, ...(more > 0 ? [make("p", "more", say.more({ count: more, isExact }))] : [])];
}

/**
 * @param {Difference["lines"][number]} line
 * @param {Say} say
 */
function itemOf(line, say) {
  if (line.kind === "gap") return make("li", "gap", `⋯ ${say.same({ count: line.count })}`);
  const { kind, text, mark } = line;
  const item = make("li", kind);
  const sign = make("span", "sign", `${SIGNS[kind]} `);
  sign.setAttribute("aria-hidden", "true");
  item.append(sign);
  if (kind !== "same") item.append(make("span", "said", `${say[`${kind}Line`]}: `));
  if (!mark) item.append(text);
  else item.append(text.slice(0, mark[0]), make("b", "", text.slice(...mark)), text.slice(mark[1]));
  return item;
}

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {string} classes
 * @param {string} [text]
 */
export function make(name, classes, text = "") {
  const element = document.createElement(name);
  element.className = classes;
  element.textContent = text;
  return element;
}
