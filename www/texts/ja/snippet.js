// @ts-check
// What <garter-snippet> says by itself, in Japanese. See en/snippet.js.

/** @type {import("../texts.js").Texts["snippet"]} */
export default {
  label: "Pythonのコード例",
  code: "Pythonのコード",
  output: "出力",
  run: "実行",
  stop: "停止",
  edit: "編集",
  reset: "元に戻す",
  copy: "コピー",
  copied: "コピー済み",
  expand: "すべて表示",
  collapse: "折りたたむ",
  percent: ({ part }) => `${Math.round(part * 100)}%`,
  cancel: "読み込みを中止",
  arriving: "Pythonを読み込んでいます…",
  running: "実行中…",
  queued: "ほかのコード例が終わるのを待っています…",
  waiting: "入力待ちです。1行入力して、Enterキーを押してください。",
  stopped: "停止しました。",
  copyFailed: "このページではコピーが許可されていません。コードを選択して、キーボードでコピーしてください。",
  moved: "実行中にページ内で移動されたため、プログラムを終了しました。もう一度「実行」を押してください。",
  expected: "期待どおりの出力です。",
  unexpected: "期待される出力と異なります。",
  difference: {
    missing: "期待されているが、出力されていない行",
    extra: "出力されたが、期待されていない行",
    missingLine: "期待",
    extraLine: "実際",
    same: ({ count }) => `同じ行が${count.toLocaleString("ja")}行続きます`,
    more: ({ count, isExact }) => `ほかに${isExact ? "" : "最大で"}${count.toLocaleString("ja")}行が異なります。`,
  },
  gone: "このセッションで共有していた変数は失われました。前のコード例から実行し直してください。",
  earlier:
    "同じセッションの前のコード例が、まだ実行されていません。ここで見つからない名前は、そちらで定義されているかもしれません。",
  runEarlier: "前のコード例から実行",
  given:
    "このプログラムは質問までの処理が長いため、このブラウザーでは途中で質問できません。実行する前に、質問ごとに1行ずつ入力しておいてください。",
  lacks: ({ feature, oldest }) =>
    `このブラウザーではPythonを実行できません。${feature} がないか、無効になっています（使えるのは ${oldest} 以降です）。`,
  unknownValue: ({ name, value, allowed }) => `${name}="${value}" は使えない値です。使える値：${allowed}。`,
  noSwitch: ({ name, value }) =>
    `${name}="${value}" と書いても ${name} は無効になりません。この属性は、あるだけで有効になります。属性か、その値を削除してください。`,
  misspelt: ({ name, meant }) => `${name} という属性はありません。${meant} のつもりではありませんか？`,
  noNumber: ({ name, value, unit }) => `${name}="${value}" は0より大きい数ではありません（単位：${unit}）。`,
  noJson: ({ name, reason }) => `${name} はJSONとして読み取れません（${reason}）。`,
  mixedModules: ({ value }) =>
    `modules="${value}" に許可と禁止が混ざっています。許可するモジュールだけを書くか、禁止するモジュールだけを先頭に ! を付けて書いてください。`,
  parts: ({ value, known }) =>
    `parts="${value}" という部分はこのPythonにありません。使えるのは ${known.join("、")} です。`,
  packages: ({ value }) =>
    `packages="${value}" が指定されていますが、GarterはPyPIからパッケージを取得できません。wheelをページと同じ場所に置いて、./wheels/lock.json のようにアドレスを書いてください。`,
  noSelector: ({ value }) =>
    `selector="${value}" はCSSセレクターとして正しくありません。pre code.language-python のように、コードブロックを指すセレクターを書いてください。`,
  wholePage: ({ value, name }) =>
    `selector="${value}" は <${name}> に一致しますが、これはコードブロックではないため、コード例を作りませんでした。pre code.language-python のように、コードブロックだけを指すセレクターを書いてください。`,
  noElement: ({ name, id }) =>
    `${name} に「${id}」が指定されていますが、このidの要素はページにありません。要素にこのidを付けるか、./${id}.py のようなアドレスを書いてください。`,
  noSnippet: ({ id }) => `depends-on に「${id}」が指定されていますが、このidの <garter-snippet> はページにありません。`,
  circle: ({ id }) => `depends-on が「${id}」を通って循環しています。どれか1つの属性を削除してください。`,
  dependency: ({ id, why }) => `これはコード例「${id}」の続きですが、そちらが最後まで実行されませんでした。${why}`,
  noFile: ({ name, url, reason }) => `${name} に指定された ${url} は${reason}。アドレスを確認してください。`,
  missing: ({ code }) => `サーバーにありません（${code}）`,
  unreachable:
    "取得できません（サーバーが動いているか、ページのポリシーの connect-src で許可されているかも確認してください）",
  noPlace: ({ mark }) =>
    `テンプレートに、読者のコードが入る行がありません。行頭から ${mark} とだけ書いた行を追加してください。`,
  noCode:
    "コードがありません。要素の中にコードを書くか、src でファイルを指定してください。書いてあるのに表示されないときは、要素の前の <p> を閉じてください（<pre> が <p> を終わらせます）。",
  noPart: ({ url }) =>
    `Garterの一部を読み込めませんでした：${url}。pkg/ のファイルがすべてサーバーにあるか、ページのポリシーの script-src で許可されているかを確認し、ページを読み込み直してください。`,
  twoVersions: ({ used, unused }) =>
    `このページは2つのバージョンのGarterを読み込んでいます。${used} が使われ、${unused} は使われません。scriptタグを1つ削除してください。`,
  failed: ({ message }) => `このコード例の属性に誤りがあります：${message}`,
};
