// @ts-check
// What people read, in Japanese. See en.js for what each value is for.

const time = (/** @type {number} */ seconds) => `${seconds.toLocaleString("ja", { maximumFractionDigits: 2 })}秒`;

/** @type {import("../texts.js").Texts["snippet"]} */
export const snippet = {
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
  expectedLine: "期待",
  printedLine: "実際",
  gone: "このセッションで共有していた変数は失われました。前のコード例から実行し直してください。",
  given: "このブラウザーではプログラムを途中で待たせることができません。実行する前に、質問ごとに1行ずつ入力しておいてください。",
  unknownValue: ({ name, value, allowed }) => `${name}="${value}" は使えない値です。使える値：${allowed}。`,
  noNumber: ({ name, value, unit }) => `${name}="${value}" は0より大きい数ではありません（単位：${unit}）。`,
  noJson: ({ name, reason }) => `${name} はJSONとして読み取れません（${reason}）。`,
  mixedModules: ({ value }) =>
    `modules="${value}" に許可と禁止が混ざっています。許可するモジュールだけを書くか、禁止するモジュールだけを先頭に ! を付けて書いてください。`,
  packages: ({ value }) =>
    `packages="${value}" が指定されていますが、GarterではPyPIのパッケージを使えません。標準ライブラリは使えます。この属性を削除してください。`,
  noSelector: ({ value }) =>
    `selector="${value}" はCSSセレクターとして正しくありません。pre code.language-python のように、コードブロックを指すセレクターを書いてください。`,
  noElement: ({ name, id }) =>
    `${name} に「${id}」が指定されていますが、このidの要素はページにありません。要素にこのidを付けるか、./${id}.py のようなアドレスを書いてください。`,
  noSnippet: ({ id }) => `depends-on に「${id}」が指定されていますが、このidの <garter-snippet> はページにありません。`,
  circle: ({ id }) => `depends-on が「${id}」を通って循環しています。どれか1つの属性を削除してください。`,
  dependency: ({ id, why }) => `これはコード例「${id}」の続きですが、そちらが最後まで実行されませんでした。${why}`,
  noFile: ({ name, url, reason }) => `${name} に指定された ${url} は${reason}。アドレスを確認してください。`,
  missing: ({ code }) => `サーバーにありません（${code}）`,
  unreachable: "取得できません（サーバーが動いているか、ページのポリシーの connect-src で許可されているかも確認してください）",
  noPlace: ({ mark }) => `テンプレートに、読者のコードが入る行がありません。行頭から ${mark} とだけ書いた行を追加してください。`,
  noCode:
    "コードがありません。要素の中にコードを書くか、src でファイルを指定してください。書いてあるのに表示されないときは、要素の前の <p> を閉じてください（<pre> が <p> を終わらせます）。",
  noPart: ({ url }) =>
    `Garterの一部を読み込めませんでした：${url}。pkg/ のファイルがすべてサーバーにあるか、ページのポリシーの script-src で許可されているかを確認し、ページを読み込み直してください。`,
  twoVersions: ({ used, unused }) =>
    `このページは2つのバージョンのGarterを読み込んでいます。${used} が使われ、${unused} は使われません。scriptタグを1つ削除してください。`,
  failed: ({ message }) => `このコード例の属性に誤りがあります：${message}`,
};

/** @type {import("../texts.js").Texts} */
export default {
  snippet,
  status: {
    finished: ({ seconds }) => `実行が終わりました（${time(seconds)}）。`,
    exited: ({ code, seconds }) => `終了コード${code}で終わりました（${time(seconds)}）。`,
    exception: ({ type, line, seconds }) =>
      `${line === null ? "" : `${line}行目で`}エラー（${type}）が起きたため、実行を終えました（${time(seconds)}）。`,
    syntaxError: ({ message }) => `Pythonの文法に合わないところがあります: ${message}`,
    timeout: ({ seconds, line }) =>
      `制限時間の${seconds}秒を超えたため、実行を打ち切りました${line === null ? "" : `（${line}行目を実行していました）`}。`,
    memory: ({ megabytes }) => `使えるメモリの上限（${megabytes}MB）を超えたため、実行を打ち切りました。`,
    outputLimit: ({ kilobytes }) =>
      `出力の上限（${kilobytes}KB）を超えたため、実行を打ち切りました。最初のほうの出力は残っています。`,
    stopped: ({ seconds }) => `停止しました（${time(seconds)}）。`,
    killed: ({ seconds }) =>
      `停止しました（${time(seconds)}）。プログラムが自分では終わらなかったため、強制的に終わらせました。`,
    crashed: "Python自体に問題が起きました。プログラムはそのまま残っていて、もう一度実行できます。",
    consoleClosed: "コンソールを閉じました。",
    consoleEnded: "コンソールを終わらせました。",
    consoleGone: ({ why }) => `${why}コンソールの変数や関数は消えましたが、画面の文字は残っています。`,
  },
  errors: {
    load: ({ reason }) => `Pythonを読み込めませんでした。${reason}。接続を確かめて、もう一度試してください。`,
    cutShort: ({ file, arrived, bytes }) => `${file}が途中で切れています（${bytes}バイトのうち${arrived}バイト）`,
    brokeOff: ({ file }) => `${file}の受信が途中で途切れました`,
    unreachable: ({ file }) => `${file}に接続できません`,
    missingOnServer: ({ file, code }) => `${file}がサーバーにありません（${code}）`,
    missingInFolder: ({ file }) => `${file}がこのフォルダーにありません`,
    damaged: ({ file, message }) => `${file}が壊れています（${message}）`,
    unheard: ({ file }) =>
      `${file}がサーバーにないか、別のポリシーを付けて送られたか、このページのポリシーがフレームを禁じています`,
    forbidden: ({ directive, source }) =>
      `このページのContent Security Policyが、Pythonに必要なものを禁止しています。${directive} に ${source} を追加してください。`,
    noAddress: ({ value }) => `assets: ${JSON.stringify(value)} はアドレスではありません。`,
    disposed: "このGarterはすでに破棄されています。新しく読み込んでください。",
    flooded: "サンドボックスから意味の通らないメッセージが届き続けたため、取り除きました。もう一度読み込んでください。",
    gone: "サンドボックスが別のアドレスへ移動したため、取り除きました。もう一度読み込んでください。",
    afterWhat: "after には、このGarterの run() か console() が返したものを指定してください。",
    unsendable: ({ error }) => `このオプションはサンドボックスに送れません: ${error}`,
  },
  terminal: {
    prompt: "プログラムが入力を待っています",
  },
  editor: {
    label: "Pythonのプログラム",
    phrases: {
      Find: "検索",
      Replace: "置換",
      next: "次へ",
      previous: "前へ",
      all: "すべて選択",
      "match case": "大文字と小文字を区別",
      "by word": "単語単位",
      regexp: "正規表現",
      replace: "置換",
      "replace all": "すべて置換",
      close: "閉じる",
      "current match": "現在の一致",
      "on line": "行",
      "replaced $ matches": "$件を置換しました",
      "replaced match on line $": "$行目を置換しました",
      "Go to line": "行へ移動",
      go: "移動",
      Completions: "入力の候補",
      "Control character": "制御文字",
      "Selection deleted": "選択した部分を削除しました",
    },
  },
  playground: {
    loading: "Pythonを読み込んでいます…",
    arriving: ({ loaded, total }) => `Pythonを読み込んでいます（${total}MB中${loaded}MBを展開）`,
    ready: "準備ができました。",
    running: "実行中…",
    waiting: {
      line: "入力待ちです。1行入力して、Enterキーを押してください。",
      hidden: "入力待ちです。入力した文字は画面に表示されません。",
      code: "Pythonのコードを入力してください。Tabキーで補完、矢印キーで履歴、Ctrl+Dかexit()で終わります。",
      block: "ブロックの続きを入力してください。空の行を入力するとブロックが終わります。",
    },
    firstProgram: `# このプログラムを書きかえて、「実行」を押してみましょう。
import random

secret = random.randint(1, 20)
print("1から20までの数を1つ思い浮かべました。")

for attempt in range(1, 6):
    guess = int(input("いくつだと思いますか？ "))
    if guess == secret:
        print(f"正解です。{attempt}回目で当たりました！")
        break
    print("もっと大きい数です。" if guess < secret else "もっと小さい数です。")
else:
    print(f"答えは{secret}でした。")
`,
  },
  display: {
    picture: "画像（説明なし）",
    table: "表",
    html: "プログラムが表示した HTML",
    moreRows: ({ count }) => `ほかに ${count.toLocaleString("ja")} 行あります`,
    moreColumns: ({ count }) => `ほかに ${count.toLocaleString("ja")} 列あります`,
    unknown: ({ mime }) => `プログラムが ${mime} 型のデータを表示しようとしましたが、このページでは表示できません。`,
    damaged: ({ mime }) => `プログラムが表示しようとした ${mime} 型のデータは壊れています。`,
    invisible: "画像を表示できません。画像が壊れているか、このページのポリシーで許可されていません（img-src blob:）。",
    tooLarge: ({ width, height }) => `プログラムが表示しようとした画像（${width} × ${height} ピクセル）は大きすぎます。`,
    tooHeavy: "プログラムが表示しようとした SVG 画像には、フィルターや foreignObject、または多すぎる繰り返しが含まれています。描画が終わらないおそれがあるため、表示しません。",
  },
};
