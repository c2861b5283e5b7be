// @ts-check
// <garter-exercise> が話す言葉の日本語版。最初の演習を表示するときに読み込まれる。

/** @param {string[]} all */
const or = (all) => (all.length < 2 ? all.join("") : `${all.slice(0, -1).join("、")}、または ${all.at(-1)}`);

/**
 * @param {string} text
 * @param {string} value
 */
const is = (text, value) => (text === value ? text : `${text}は${value}`);

/** @type {typeof import("../en/exercise.js").default} */
export default {
  format: {
    or,
    line: ({ line, message }) => `${line}行目: ${message}`,
    noFrontMatter: "演習は---の行で始め、id: とtitle: を書き、もう一度---の行を書きます。最初の行が---ではありません。",
    openFrontMatter: "ここで---から始まる設定部に、終わりの---の行がありません。",
    noYaml: ({ reason }) => `YAMLとして読めません: ${reason}`,
    alias: "別名（*name）はここでは使えません。値をそのまま書いてください",
    severalDocuments: "---の行で二つ目の文書が始まっています。ここで読むのは一つだけです",
    missing: ({ name }) => `${name}がありません。演習には必ず必要です。`,
    unknown: ({ name, meant, allowed }) =>
      `${name}という項目はありません。${meant ? `${meant}のことですか？` : `使えるのは${allowed}です。`}`,
    wrong: ({ name, value, allowed }) =>
      `${name ? `${name} ` : "ここ"}は${value}になっています。${allowed}にしてください。`,
    empty: "空",
    aText: ({ isEmpty, most }) => `${most ? `${most}文字以内の` : ""}${isEmpty ? "" : "空でない"}文字列`,
    anId: "英小文字・数字・ドット・ハイフン・下線（先頭は英小文字か数字）",
    aNumber: ({ isWhole, least, most }) =>
      `${least === undefined ? "" : most === undefined ? `${least}以上の` : `${least}から${most}までの`}${isWhole ? "整数" : "数"}`,
    aList: "リスト",
    aMapping: "対応表（name: value）",
    openBlock: ({ name }) => `ブロック${name}はここで始まりますが、閉じられていません。`,
    unknownBlock: ({ name, meant }) => `${name}という名前のブロックがあります。${meant}のことですか？`,
    unreadBlock: ({ name, kind }) => `種類が${kind}の演習にブロック${name}はありません。書いても使われません。`,
    blockLanguage: ({ name, language, allowed }) =>
      `ブロック${name}の言語が${language ? ` ${language}です` : "書かれていません"}。${allowed}にしてください。`,
    blockArgument: ({ name, argument }) => `ブロック名${name}の後に「${argument}」があります。そこには何も書けません。`,
    sameBlock: ({ name, line }) =>
      `ブロック${name}が二つあります${line === null ? "" : `（一つ目は${line}行目）`}。一つにまとめてください。`,
    fileName: ({ name }) =>
      `ファイル名が「${name}」です。data/scores.csvのような、「..」を含まない相対パスにしてください。`,
    emptyTests: ({ name }) => `ブロック${name}が空なので、何でも合格になってしまいます。`,
    noTask: "課題の文章がありません。この演習にはブロックしかありません。",
    noTests:
      "テストがないので、何も確かめられません。testsというブロックを加えるか、演習の種類を書いてください（kind: order、predict、gaps、choice）。",
    noSolution: "solutionというブロックがありません。並べ替えるのはその行です。",
    noStart: "startというブロックがありません。予想するのはその出力です。",
    noGaps: "ブロックstartに空欄がありません。空欄は四つ以上の下線____で書きます。",
    noAnswers: "空欄に何が入るかが書かれていません。answers（YAML）かtestsというブロックを加えてください。",
    answersAndTests: "answersとtestsの両方があります。どちらか一方で判定してください。",
    otherCount: ({ gaps, answers }) => `ブロックstartの空欄は${gaps}個ですが、answersは${answers}個です。`,
    fewChoices: ({ count }) =>
      `選択問題には「- [ ] 誤り」「- [x] 正解」と書いた答えが二つ以上必要ですが、${count === 0 ? "一つもありません" : "一つしかありません"}。`,
    noRightChoice: "正解の答えがありません。一つに [x] を付けてください。",
    emptyChoice: "この答えは空です。",
    noFrontMatterElement:
      'data-block="front-matter"の要素がありません。id:とtitle:を書いてください（<script type="text/yaml" data-block="front-matter">）。',
    unknownElement: ({ name, allowed }) => `data-block="${name}"は使えません。使えるのは${allowed}です。`,
    tooLong: "このファイルは1メガバイトを超えています。演習には大きすぎます。",
    counted: {
      blocks: "ブロック",
      hints: "ヒント",
      rows: "表のケース",
      lines: "並べ替える行",
      gaps: "空欄",
      choices: "選択肢",
    },
    tooMany: ({ what, count, most }) => `${what}が${count}個あります。${most}個までにしてください。`,
    outputOrPattern: ({ number }) => `${number}番目のケースにはoutputかpatternのどちらか一方が必要です。`,
    patternAlone: ({ number }) =>
      `${number}番目のケースにはpatternがあり、それだけで判定します。blanksとtoleranceはoutputのためのものです。`,
  },
  check: {
    wholeProgram: "プログラム全体",
    case: ({ number }) => `ケース${number}`,
    hiddenCase: ({ number }) => `非公開のケース${number}`,
    withInput: ({ input }) => `入力: ${input}`,
    theOrder: "行の順序",
    theOutput: "出力",
    theAnswer: "答え",
    gap: ({ number }) => `空欄${number}`,
    notChecked: "「停止」が押されたため、確かめていません。",
    compare: {
      "==": ({ text, value, expected }) => `${is(text, value)}ですが、${expected}になるはずです。`,
      "!=": ({ text, value, expected }) => `${is(text, value)}ですが、${expected}ではないはずです。`,
      "<": ({ text, value, expected }) => `${is(text, value)}ですが、${expected}より小さいはずです。`,
      "<=": ({ text, value, expected }) => `${is(text, value)}ですが、${expected}以下のはずです。`,
      ">": ({ text, value, expected }) => `${is(text, value)}ですが、${expected}より大きいはずです。`,
      ">=": ({ text, value, expected }) => `${is(text, value)}ですが、${expected}以上のはずです。`,
      is: ({ text, value, expected }) => `${is(text, value)}ですが、${expected}そのものになるはずです。`,
      "is not": ({ text, value, expected }) => `${is(text, value)}ですが、${expected}とは別のものになるはずです。`,
      in: ({ text, value, expected }) => `${is(text, value)}ですが、${expected}の中にありません。`,
      "not in": ({ text, value, expected }) => `${is(text, value)}ですが、${expected}の中にあってはいけません。`,
    },
    close: ({ text, value, expected, tolerance }) =>
      `${is(text, value)}ですが、${expected}${tolerance === null ? "" : `（誤差${tolerance}以内）`}になるはずです。`,
    truth: ({ text, value, isNegated }) =>
      `${is(text, value)}なので${isNegated ? "真" : "偽"}とみなされますが、${isNegated ? "偽" : "真"}になるはずです。`,
    different: ({ value, expected }) => `${value}ですが、${expected}になるはずです。`,
    unittest: ({ message }) => `テストの結果: ${message}`,
    example: ({ text }) => `${text}の表示が期待と異なります。`,
    undefined: ({ name, similar }) =>
      `プログラムに${name}がありません。${similar ? `${similar}ならありますが、書きまちがいではありませんか？` : ""}`,
    slowPattern: ({ pattern, seconds }) =>
      `${seconds}秒たっても、パターン${pattern ?? ""}が出力に合うかどうか決まらなかったので、このケースは確かめられませんでした。作者が直す必要があります。(a+)+のような繰り返しの中の繰り返しは時間がかかりすぎます。`,
    noPattern: ({ pattern }) => `出力の中に、パターン${pattern}に合うところがありません。`,
    otherOutput: "期待と異なる出力です。",
    noOutput: "プログラムは何も出力していません。",
    noPython: ({ message, line }) =>
      `まだPythonとして読めません${line === null ? "" : `（${line}行目）`}: 「${message}」`,
    raised: ({ type, message, line }) =>
      `${line === null ? "" : `プログラムの${line}行目で`}${type}が発生しました${message ? `: 「${message}」` : "。"}`,
    inputIsOver: ({ line, lines }) =>
      `${line}行目でさらに入力を求めていますが、このテストの入力は${lines === 0 ? "ありません" : `${lines}行だけです`}。`,
    endless: ({ line, seconds }) =>
      `${seconds}秒以内に終わりませんでした${line === null ? "" : `（プログラムの${line}行目を実行中）`}。終わらないループはありませんか？`,
    tooMuchMemory: ({ line }) => `メモリを使い切りました${line === null ? "" : `（プログラムの${line}行目）`}。`,
    tooMuchOutput: ({ line }) =>
      `出力が多すぎるので終了しました${line === null ? "" : `（プログラムの${line}行目）`}。終わらないループはありませんか？`,
    testFails: ({ reason }) => `テスト自体が動きません。作者の誤りかもしれません: ${reason}`,
    exited: ({ code }) =>
      `テストが終わる前に、プログラムが${code === null ? "" : `終了コード${code}で`}自分から終わりました。exit()を呼んでいませんか？`,
    exitedBefore: ({ line, name }) =>
      `${name === null ? "テストに必要なもの" : name}が定義される前に、プログラムが${line === null ? "" : `${line}行目の`}exit()で終わりました。exit()を消すか、その前で定義してください。`,
    noCaseLeft: "プログラムがテストの仕組みを置き換えたので、このケースは確かめられませんでした。",
    crashed: "Python自体が異常終了しました。もう一度試してください。",
    hiddenFailed: "非公開のケースが不合格です。内容は表示されません。",
    hiddenRaised: ({ type, line }) =>
      `${line === null ? "" : `プログラムの${line}行目で`}${type ?? "独自の種類のエラー"}が発生しました。`,
    noLines: "まだ行がありません。",
    moreLines: ({ line }) => `最初の${line}行は正しく並んでいます。その後に足りない行があります。`,
    wrongLine: ({ line }) => `${line}行目に、そこに入らない行があります。`,
    wrongIndentation: ({ line }) => `${line}行目の行は正しいのですが、字下げが異なります。`,
    wrongGap: ({ value }) => `「${value}」はここに入りません。`,
    emptyGap: "空欄のままです。",
    noPrediction: "プログラムが何を出力するか書いてください。",
    otherPrediction: ({ line }) => `惜しいです。出力の${line}行目をもう一度考えてみましょう。`,
    nothingChosen: "答えが選ばれていません。",
    wrongChoice: "正しくありません。",
    moreChoices: "正しいのですが、足りないものがあります。",
    broken: ({ reason }) => `この演習のテストは動きません: ${reason}`,
    noCase: "このテストは何も確かめません。assert、テスト関数、unittestのクラス、関数checkのどれもありません。",
    testsNoPython: ({ message }) => `テストがPythonとして読めません: 「${message}」`,
    mistakes: {
      generator: ({ name }) =>
        `テスト${name}にyieldがあるため、呼び出しても中身は実行されません。yieldを消してください。`,
      parameters: ({ name }) =>
        `テスト${name}の引数に値を渡すものがないため、実行されません。引数を消すか、ほかのテストから呼んでください。`,
      lambda: ({ name }) => `テスト${name}はlambdaなので実行されません。defで書いてください。`,
      nested: ({ name }) =>
        `テスト${name}はほかの文の中にあるため実行されません。外に出し、行の先頭から書いてください。`,
      check: ({ name }) =>
        `関数checkの引数が${name}個なので実行されません。check(namespace, output, source)のように3個必要です。`,
      uncalled: ({ name }) =>
        `${name}を呼ぶものがないため、中のassertは実行されません。呼び出すか、名前をtest_で始めてください。`,
      class: ({ name }) => `テスト${name}は実行されません。クラスがunittest.TestCaseを継承していません。`,
      methodless: ({ name }) =>
        `クラス${name}にはtestで始まるメソッドがないため、何も確かめません。ループで作ったメソッドは見つかりません。書き出すか、subTestを使ってください。`,
      unplanned: ({ name }) =>
        `テスト${name}は、ループで作られたか、テストの中にないクラスから来たため実行されません。クラスの中に書いてください。`,
      async: ({ name }) =>
        `テスト${name}はasyncですが、awaitされません。クラスをunittest.IsolatedAsyncioTestCaseから継承してください。`,
      twice: ({ name }) => `テスト${name}が二つあり、Pythonは二つ目しか使いません。どちらかの名前を変えてください。`,
      returns: ({ name, value }) => `テスト${name}は${value}を返しますが、誰も見ません。assertで確かめてください。`,
      tuple: ({ name }) =>
        `assert ${name}は決して失敗しません。かっこの中がタプルだからです。かっこなしでassert 条件, "メッセージ"と書いてください。`,
      constant: ({ name }) =>
        `assert ${name}は、プログラムが何をしても失敗しません。orがあればその両側に、比較を書いてください。`,
      main: () =>
        'if __name__ == "__main__"の中は、ここでは実行されません。テストは独立したプログラムではないからです。ifを消してください。',
      unused: ({ name }) =>
        `「${name}」は実行されません。ケースの準備ですが、後にケースがありません。=を使わずに、一つの文として呼んでください。`,
      prompt: ({ name }) => `>>>の後には空白が必要です。空白がないと「${name}」は実行されません。`,
    },
    wrongPattern: ({ pattern, reason }) => `パターン${pattern}は正規表現ではありません: ${reason}`,
    setUpFailed: ({ reason }) => `ブロックsetupが動きません: ${reason}`,
    startFailed: ({ reason }) => `ブロックstartが最後まで動きません: ${reason}`,
    notToBeReached: "正しいプログラムなら来ないはずのところに、テストが来ました。",
    unexpectedSuccess: "このテストは失敗するはず（expectedFailure）ですが、成功しました。",
    nothingToPredict:
      "ブロックstartは何も出力しないため、何も答えなくても正解になってしまいます。何かを出力させるか、kind: choiceで尋ねてください。",
    skipped: ({ reason }) => `テストが飛ばされました: ${reason}`,
    wrongAnswer: ({ value }) =>
      `関数checkが${value}を返しました。None、文字列、文字列のリストのどれかを返してください。`,
  },
  lesson: {
    label: "レッスン",
    solved: ({ solved, total }) =>
      solved === total ? `${total}問すべて正解です。` : `${total}問のうち${solved}問が正解です。`,
    next: "次の演習へ",
    save: "保存",
    open: "開く",
    opened: ({ count, others }) =>
      `${count}問の保存内容を読み込みました。${others === 0 ? "" : `ファイルには、このレッスンにない演習がほかに${others}問あります。`}`,
    noProgress: ({ name }) => `「${name}」は、レッスンで保存したファイルではありません。`,
  },
  element: {
    check: "チェック",
    stop: "停止",
    checking: "…",
    progress: ({ done, total }) => `${done}/${total}`,
    arriving: ({ part }) => `Python: ${Math.round(part * 100)}%`,
    showHint: "ヒント",
    nextHint: ({ number, total }) => `ヒント${number}/${total}`,
    showSolution: "解答",
    solutionAfter: ({ left }) => `あと${left}回チェックすると、解答を開けます。`,
    reset: "元に戻す",
    save: "保存",
    level: ({ level }) => `難しさ${level}/5`,
    locked: "一つ前の演習を解くと、この演習が開きます。",
    isSolved: "正解済み",
    solved: "すべて正解です。",
    stopped: "チェックを停止しました。",
    passed: ({ passed, total }) => (total === 1 ? "まだ正しくありません。" : `${total}件のうち${passed}件が正解です。`),
    programFails: "プログラムがまだ動かないため、何も確かめていません。",
    ruleFails: "この演習の決まりに合わないため、何も確かめていません。",
    exerciseFails: "あなたの答えではなく、この演習に問題があります。作者に知らせてください。",
    inFile: ({ line }) => `演習ファイルの${line}行目:`,
    inLine: ({ line }) => `${line}行目:`,
    status: { passed: "正解", failed: "不正解", error: "エラー", ended: "中断", stopped: "未チェック" },
    hidden: "非公開",
    printed: "プログラムの出力",
    hint: "ヒント:",
    hintHeading: ({ number }) => (number === null ? "ヒント" : `ヒント${number}`),
    blanks: "空白か行末だけが異なります。点は空白、矢印はタブを表します。",
    solution: "解答",
    program: "プログラム",
    whatIsPrinted: "何が出力されるでしょうか？",
    gap: ({ number }) => `空欄${number}`,
    chooseOne: "答えを一つ選んでください。",
    chooseAll: "正しい答えをすべて選んでください。",
    right: "正解",
    notRight: "不正解",
    yourProgram: "あなたのプログラム",
    linesLeft: "行の候補",
    orderHelp: "行をドラッグするか押して、プログラムに並べます。キー操作: Enterで出し入れ、矢印キーで移動と字下げ。",
    moveLine: "選んだ行を動かす",
    up: "上へ",
    down: "下へ",
    indent: "字下げする",
    outdent: "字下げを減らす",
    takeOut: "取り除く",
    placed: ({ text, line, level }) => `${text}、${line}行目${level === 0 ? "" : `、字下げ${level}段`}`,
    takenOut: ({ text }) => `${text}を取り除きました`,
    unreachable: ({ url }) =>
      `演習${url}に接続できません。サーバーは動いていますか？ページのポリシーのconnect-srcで許可されていますか？`,
    missing: ({ url, code }) => `演習${url}がサーバーにありません（${code}）。`,
    storageForbidden:
      "このブラウザーではページの内容を記憶できません。ページを閉じると入力が失われるので、先に保存してください。",
    storageFull:
      "このサイトのために使える記憶領域がありません。ページを閉じると入力が失われるので、先に保存してください。",
    otherTab: "別のタブで、この演習に別の答えが入力されました。",
    takeOther: "そちらを表示する",
  },
};
