// @ts-check
// <garter-exercise> が話す言葉の日本語版。最初の演習を表示するときに読み込まれる。

/** @param {string[]} all */
const or = (all) => (all.length < 2 ? all.join("") : `${all.slice(0, -1).join("、")}、または ${all.at(-1)}`);

/** @type {typeof import("../en/exercise.js").default} */
export default {
  format: {
    or,
    line: ({ line, message }) => `${line} 行目: ${message}`,
    noFrontMatter:
      "演習は --- の行で始め、id: と title: を書き、もう一度 --- の行を書きます。最初の行が --- ではありません。",
    openFrontMatter: "ここで --- から始まる設定部に、終わりの --- の行がありません。",
    noYaml: ({ reason }) => `YAML として読めません: ${reason}`,
    alias: "別名（*name）はここでは使えません。値をそのまま書いてください",
    severalDocuments: "--- の行で二つ目の文書が始まっています。ここで読むのは一つだけです",
    missing: ({ name }) => `${name} がありません。演習には必ず必要です。`,
    unknown: ({ name, meant, allowed }) =>
      `${name} という項目はありません。${meant ? `${meant} のことですか？` : `使えるのは ${allowed} です。`}`,
    wrong: ({ name, value, allowed }) =>
      `${name ? `${name} ` : "ここ"}は ${value} になっています。${allowed} にしてください。`,
    empty: "空",
    aText: ({ isEmpty, most }) => `${most ? `${most} 文字以内の` : ""}${isEmpty ? "" : "空でない"}文字列`,
    anId: "英小文字・数字・ドット・ハイフン・下線（先頭は英小文字か数字）",
    aNumber: ({ isWhole, least, most }) =>
      `${least === undefined ? "" : most === undefined ? `${least} 以上の` : `${least} から ${most} までの`}${isWhole ? "整数" : "数"}`,
    aList: "リスト",
    aMapping: "対応表（name: value）",
    openBlock: ({ name }) => `ブロック ${name} はここで始まりますが、閉じられていません。`,
    unknownBlock: ({ name, meant }) => `${name} という名前のブロックがあります。${meant} のことですか？`,
    unreadBlock: ({ name, kind }) => `種類が ${kind} の演習にブロック ${name} はありません。書いても使われません。`,
    blockLanguage: ({ name, language, allowed }) =>
      `ブロック ${name} の言語が${language ? ` ${language} です` : "書かれていません"}。${allowed} にしてください。`,
    blockArgument: ({ name, argument }) =>
      `ブロック名 ${name} の後に「${argument}」があります。そこには何も書けません。`,
    sameBlock: ({ name, line }) =>
      `ブロック ${name} が二つあります${line === null ? "" : `（一つ目は ${line} 行目）`}。一つにまとめてください。`,
    fileName: ({ name }) =>
      `ファイル名が「${name}」です。data/scores.csv のような、「..」を含まない相対パスにしてください。`,
    emptyTests: ({ name }) => `ブロック ${name} が空なので、何でも合格になってしまいます。`,
    noTask: "課題の文章がありません。この演習にはブロックしかありません。",
    noTests:
      "テストがないので、何も確かめられません。tests というブロックを加えるか、演習の種類を書いてください（kind: order、predict、gaps、choice）。",
    noSolution: "solution というブロックがありません。並べ替えるのはその行です。",
    noStart: "start というブロックがありません。予想するのはその出力です。",
    noGaps: "ブロック start に空欄がありません。空欄は四つ以上の下線 ____ で書きます。",
    noAnswers: "空欄に何が入るかが書かれていません。answers（YAML）か tests というブロックを加えてください。",
    answersAndTests: "answers と tests の両方があります。どちらか一方で判定してください。",
    otherCount: ({ gaps, answers }) => `ブロック start の空欄は ${gaps} 個ですが、answers は ${answers} 個です。`,
    fewChoices: ({ count }) =>
      `選択問題には「- [ ] 誤り」「- [x] 正解」と書いた答えが二つ以上必要ですが、${count === 0 ? "一つもありません" : "一つしかありません"}。`,
    noRightChoice: "正解の答えがありません。一つに [x] を付けてください。",
    emptyChoice: "この答えは空です。",
    outputOrPattern: ({ number }) => `${number} 番目のケースには output か pattern のどちらか一方が必要です。`,
    patternAlone: ({ number }) =>
      `${number} 番目のケースには pattern があり、それだけで判定します。blanks と tolerance は output のためのものです。`,
  },
};
