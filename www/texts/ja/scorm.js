// @ts-check
// 学習プラットフォームの中の教材が学習者に伝える文。日本語。

/** @param {number} score 0 から 1 */
const percent = (score) => `${Math.round(score * 100)} %`;

/** @type {typeof import("../en/scorm.js").default} */
export default {
  reported: ({ score, isComplete }) =>
    isComplete
      ? "すべて解けました。結果は学習プラットフォームに伝わっています。"
      : `いまのところ ${percent(score)} が学習プラットフォームに伝わっています。`,
  alone:
    "このページは学習プラットフォームの外で開かれたため、結果はどこにも報告されません。問題はそのまま解けますが、成績にするにはコースから開いてください。",
  refused: ({ reason }) =>
    `学習プラットフォームが結果を受け取りませんでした（${reason}）。解答はこのブラウザーに残っています。コースから教材をもう一度開いてください。`,
  noRoom: "学習プラットフォームには問題ごとの結果を保存する場所がありません。別のブラウザーでは最初からになります。",
};
