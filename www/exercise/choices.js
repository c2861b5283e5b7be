// @ts-check
// Reads the answers of a multiple choice: a task list as code hosts show it.

/**
 * @typedef {object} Choice
 * @property {string} text Markdown, of one line
 * @property {boolean} isRight
 * @property {string} explanation Markdown; may be empty
 * @property {number | null} line
 */

const ITEM = /^ {0,3}[-*+] \[([ xX])\](?:[ \t]+(.*))?$/;

/**
 * @param {string[]} lines
 * @param {(number | null)[]} numbers of the lines
 * @returns {{ choices: Choice[], rest: string }} the first task list, and the text around it
 */
export function readChoices(lines, numbers) {
  /** @type {Choice[]} */
  const choices = [];
  /** @type {string[]} */
  const rest = [];
  let isOver = false;
  /** Of a fenced block in the text, in which a list is no list. */
  let fence = "";
  lines.forEach((line, at) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? "";
    if (choices.length === 0 && mark && (!fence || (mark[0] === fence[0] && mark.length >= fence.length)))
      fence = fence ? "" : mark;
    const item = isOver || fence ? null : ITEM.exec(line);
    const last = choices.at(-1);
    if (item)
      choices.push({ text: item[2]?.trim() ?? "", isRight: item[1] !== " ", explanation: "", line: numbers[at] });
    // What is indented belongs to the answer above it.
    else if (last && !isOver && (!line.trim() || /^[ \t]{2}/.test(line))) last.explanation += line + "\n";
    else {
      isOver = choices.length > 0;
      rest.push(line);
    }
  });
  for (const choice of choices) choice.explanation = dedented(choice.explanation);
  return { choices, rest: rest.map((line) => line + "\n").join("") };
}

/** @param {string} text */
function dedented(text) {
  const lines = text.split("\n");
  const indents = lines.filter((line) => line.trim()).map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0);
  const common = indents.length > 0 ? Math.min(...indents) : 0;
  return lines
    .map((line) => line.slice(common))
    .join("\n")
    .trim();
}
