// @ts-check
// What people read, in Japanese. See en/page.js for what each value is for.

import snippet from "./snippet.js";

const time = (/** @type {number} */ seconds) =>
  seconds < 0.1 ? "0.1秒未満" : `${seconds.toLocaleString("ja", { maximumFractionDigits: 2 })}秒`;

const number = (/** @type {number} */ count) => (count > 1e12 ? "1兆以上" : Math.round(count).toLocaleString("ja"));

const notDrawn = (/** @type {string} */ why) => `画像を表示できません。${why}`;

/** @type {import("../texts.js").Texts} */
export default {
  lang: "ja",
  name: "日本語",
  snippet,
  status: {
    finished: ({ seconds }) => `実行が終わりました（${time(seconds)}）。`,
    exited: ({ code, seconds }) => `終了コード${code}で終わりました（${time(seconds)}）。`,
    exception: ({ type, line, seconds }) =>
      `${line === null ? "" : `${line}行目で`}エラー「${type}」が起きたため、実行を終えました（${time(seconds)}）。`,
    syntaxError: ({ message }) => `Pythonの文法に合わないところがあります：「${message}」`,
    timeout: ({ seconds, line }) =>
      `制限時間の${seconds.toLocaleString("ja", { maximumFractionDigits: 6 })}秒を超えたため、実行を打ち切りました${line === null ? "" : `（${line}行目を実行していました）`}。`,
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
    lacks: snippet.lacks,
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
    unknownPart: ({ value, known }) =>
      `parts: ${JSON.stringify(value)} という部分はこのPythonにありません。使えるのは ${known.join("、")} です。`,
    afterWhat: "after には、このGarterの run() か console() が返したものを指定してください。",
    packageAddress: ({ value }) =>
      `packages: ${JSON.stringify(value)} は、ページが読み込めるwheel（.whl）やロックファイル（.json）のアドレスではありません。https:// で始まるか、./wheels/lock.json のようにページから見たアドレスを書いてください。`,
    packageNoFile: ({ url }) =>
      `packages: ${url} は読み込みません。ファイルを読めるのはディスクから開いたページだけで、このコンピューターの、「?」や「#」のないアドレスに限られます。`,
    packageElsewhere: ({ url, sites }) =>
      `packages: ${url} は読み込みません。これを書いたファイルから読み込めるのは ${sites} だけです。wheelをそこに置き、そこから見たアドレスを書いてください。`,
    packageTwoHashes: ({ url }) =>
      `packages: ${url} のハッシュが2つのロックファイルで違います。片方を外すか、両方を作り直してください。`,
    packageNotLocked: ({ file, lock }) =>
      `packages: ${file} は ${lock} に書かれていないため、正しいファイルか確かめられません。「garter packages lock」で加えるか、別の一覧に書いてください。`,
    packagesTooMany: ({ found, most }) =>
      `packages: wheelが${found}個あります。1つのプログラムで使えるのは${most}個までです。数を減らしてください。`,
    packagesTooLarge: ({ found, most }) =>
      `packages: wheelは${found}MB以上ありますが、プログラムが使えるメモリーは${most}MBです。数を減らすか、メモリーを増やしてください（memory、budget.memoryMB）。`,
    packagesUnwanted: "packages: もう必要ありません。",
    packageUnreachable: ({ url }) =>
      `packages: ${url} に接続できないか、別のアドレスに転送されるか、ほかのサイトのページからの読み込みが許可されていません（CORS）。ファイルをページと同じ場所に置いて、もう一度試してください。`,
    packageMissing: ({ url, code }) =>
      `packages: ${url} がサーバーにありません（${code}）。wheelはCookieなしで読み込むので、ログインしていなくても読めるようにしてください。`,
    packageTooLarge: ({ url, megabytes }) =>
      `packages: ${url} は、ページが読み込める上限（${megabytes}MB）を超えています。`,
    packageOnDisk: ({ file }) =>
      `packages: ${file}.js がありません。ディスクから開いたページは、ほかのファイルを読めません。「garter packages lock --disk」でwheelを書き出すか、フォルダーをサーバーで公開してください。`,
    packageHash: ({ file, found, expected }) =>
      `packages: ${file} はロックファイルに書かれたものと違います。SHA-256は ${found} ですが、${expected} のはずです。もう一度ダウンロードするか、ファイルが正しければロックファイルを作り直してください。`,
    lockBroken: ({ url, reason }) =>
      `packages: ${url} はロックファイルではありません（${reason}）。「garter packages lock」で作り直してください。`,
    lockOther: ({ url, found, known }) =>
      `packages: ${url} は、別の版のGarterで作られました（形式は${found}、ここで読めるのは${known}）。「garter packages lock」で作り直してください。`,
    unsendable: ({ error }) => `このオプションはサンドボックスに送れません: ${error}`,
  },
  terminal: {
    prompt: "プログラムが入力を待っています",
    cut: ({ count }) => `貼り付けたテキストのうち、最初の${number(count)}文字だけを使います。`,
    takenAway: ({ count }) => `表示できる量を超えたため、古いものから${count}個の画像や表を取り除きました。`,
  },
  saving: {
    refused: ({ name }) =>
      `このブラウザーでは、ページから${name}を保存できません。ブラウザーの管理者にダウンロードを許可してもらってください。それまでは、大切なものをコピーしておいてください。`,
    uncertain: ({ name }) =>
      `${name}が保存されていない場合：このブラウザーでファイルを保存できるかどうかは、管理者の設定によります。ダウンロードを許可してもらうか、大切なものをコピーしておいてください。`,
  },
  fingers: {
    label: "プログラム用のキー",
    tab: "字下げ・補完",
    colon: "コロン",
    parentheses: "丸かっこ",
    brackets: "角かっこ",
    braces: "波かっこ",
    quotes: "二重引用符",
    apostrophes: "引用符",
    underscore: "アンダースコア",
    equals: "等号",
    hash: "シャープ",
    undo: "元に戻す",
    redo: "やり直す",
    left: "左へ",
    right: "右へ",
    up: "前の行",
    down: "次の行",
    run: "実行",
    answer: "入力を送る",
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
      "Fold line": "折りたたむ",
      "Unfold line": "展開する",
      "Folded lines": "折りたたんだ行",
      "Unfolded lines": "展開した行",
      to: "から",
      "folded code": "折りたたまれたコード",
      unfold: "展開する",
      Diagnostics: "問題の一覧",
      "No diagnostics": "問題はありません",
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
    labels: {
      title: "Garter: このページで動くPython",
      header: "プロジェクトと設定",
      project: "プロジェクト",
      examples: "サンプル",
      share: "共有",
      textSize: "文字の大きさ",
      language: "言語",
      notices: "お知らせ",
      program: "プログラム",
      exercise: "演習",
      files: "このプロジェクトのファイル",
      newFile: "新しいファイル",
      fileMenu: "このファイルとほかのファイル",
      editorHint: "Tabキーで字下げします。エディターから出るには、Escapeキーに続けてTabキーを押してください。",
      given:
        "このプログラムはinput()までの処理が長いため、このブラウザでは途中で質問できません。「実行」を押す前に、input()ごとに1行ずつ入力しておいてください。",
      toolbar: "プログラムの実行",
      run: "実行",
      stop: "停止",
      runTitle: "main.pyを実行します。ほかのファイルも使えます（Ctrl+Enter）",
      runSelection: "選択部分を実行",
      runSelectionTitle: "選択した行を実行します。選択していなければ、カーソルのある行を実行します（Shift+Enter）",
      keys: "Ctrl+Enterで実行、Escで停止",
      split: "プログラムの幅（矢印キーで動かせます）",
      output: "出力",
      printed: "プログラムの出力",
      console: "コンソール",
      consoleTitle: "実行したばかりのプログラムの変数や関数を使って、Pythonを1行ずつ試せます",
      clear: "消去",
      clearTitle: "出力を消します",
      arriving: "Pythonを読み込んでいます",
      retry: "もう一度試す",
    },
    firstName: "はじめてのプログラム",
    newName: "プロジェクト",
    newFile: "新しいファイル…",
    renameFile: "名前を変える…",
    downloadFile: "このファイルをダウンロード",
    closeFile: "タブを閉じる",
    deleteFile: "このファイルを削除",
    openFile: ({ name }) => `${name}を開く`,
    allProjects: "プロジェクトの一覧…",
    newProject: "新しいプロジェクト…",
    renameProject: "名前を変える…",
    copyProject: "コピーを作る",
    wheel: ({ name, size }) =>
      `${name}はパッケージです（${size}）。プログラムからインポートできます。プロジェクトのメニューの「パッケージ…」で一覧を見られます。`,
    packages: "パッケージ…",
    packagesTitle: "パッケージ",
    noPackages: "このプロジェクトにはありません。",
    packagesNotAllowed: "このプロジェクトには他のサイトのパッケージが必要ですが、取得していません。",
    packageAddress: "wheel（.whl）またはロックファイル（.json）のアドレス",
    packageHint: "純粋なPythonのパッケージだけが動きます。標準ライブラリは追加しなくても使えます。",
    packageFile: "ファイルから…",
    addPackage: "追加",
    removePackage: "外す",
    removeNamedPackage: ({ name }) => `${name}を外す`,
    askForPackages:
      "このプロジェクトは、ほかのサイトのパッケージを必要としています。許可するまでは何も読み込みません。",
    fetchPackages: "読み込んで実行",
    fetchingPackages: ({ loaded, total }) => `パッケージを読み込んでいます（${total}MBのうち${loaded}MB）…`,
    upload: "ファイルをアップロード…",
    openFolder: "演習のフォルダーを開く…",
    downloadAll: "すべてをzipでダウンロード",
    reset: "最初の状態に戻す",
    undo: "直前のリセットや削除を取り消す",
    larger: "文字を大きく",
    smaller: "文字を小さく",
    normal: "標準の大きさ",
    ok: "OK",
    cancel: "キャンセル",
    close: "閉じる",
    fileName: "ファイルの名前",
    fileNameHint:
      "helper.py（import helperで使えます）やdata.txtのような名前を付けます。「/」で区切るとフォルダーになります。",
    projectName: "プロジェクトの名前",
    projects: "プロジェクト",
    projectsHint: "この端末の、このブラウザの中に保存されています。大切なものはダウンロードしておいてください。",
    projectNow: "作業中",
    changedAt: ({ time }) =>
      `${new Date(time).toLocaleString("ja", { dateStyle: "medium", timeStyle: "short" })}に更新`,
    deletedProjects: "削除したもの",
    openProject: "開く",
    deleteProject: "削除",
    restoreProject: "元に戻す",
    eraseProject: "完全に削除",
    about: ({ action, name }) => `${action}: ${name}`,
    shareTitle: "プロジェクトを共有",
    shareHint:
      "リンクにプロジェクト全体が入っています。#より後ろはブラウザの中だけで使われ、サーバーには送られません。",
    shareLink: "リンク",
    shareLength: ({ length }) =>
      `${length.toLocaleString("ja")}文字。${length > 2000 ? "この長さのリンクは、メールやチャットで途中までしか届かないことがあります。zipファイルのほうが確実です。" : ""}`,
    copyLink: "リンクをコピー",
    copied: "コピーしました。",
    notCopied: "このブラウザではページからコピーできません。リンクを選択してあるので、Ctrl+Cでコピーしてください。",
    qrCode: "リンクのQRコード",
    noQrCode: "プロジェクトが大きいため、QRコードにはできません。",
    fileLink:
      "このページはこのコンピューターのフォルダーにあるため、リンクはこのコンピューターでしか使えません。ほかの人にはzipファイルを渡してください。",
    binary: ({ name, size }) =>
      `${name}は、エディターで表示できるテキストではありません（${size}）。プログラムから開くことも、ダウンロードすることもできます。`,
    longText: ({ name, size }) =>
      `${name}は、エディターで開くには長すぎるテキストです（${size}）。プログラムから開くことも、ダウンロードすることもできます。`,
    dismiss: "このお知らせを閉じる",
    undoNow: "取り消す",
    download: "コピーをダウンロード",
    didReset: "プロジェクトを最初の状態に戻しました。",
    didDelete: ({ name }) => `${name}を削除しました。`,
    didReplace: ({ name }) => `${name}を同じ名前のファイルで置きかえました。`,
    didUndo: "取り消しました。もう一度取り消すと、元に戻ります。",
    didWrite: ({ names }) => `プログラムが${names}を書きこみました。`,
    didWriteBeside: ({ name, other }) =>
      `プログラムが${name}を書きこみました。あなたのファイルはそのまま残し、プログラムのものは${other}にしました。`,
    didSkip: ({ names }) =>
      `プロジェクトに入れられないため（名前、または同じ名前のファイルとフォルダー）、取りこまなかったもの: ${names}`,
    moreNames: ({ said, count }) => `${said}、ほか${count.toLocaleString("ja")}件`,
    moreSentences: ({ said, count }) => `${said}ほかに${count.toLocaleString("ja")}件あります。`,
    notAllHere: ({ files }) =>
      `Pythonの一部（${files}）がまだ届いていません。必要なプログラムを実行するとお知らせします。ネットワークが戻ると、もう一度取得します。`,
    openedLink:
      "これはリンクで届いたプロジェクトです。実行する前に、内容を読んで確かめてください。あなたのプロジェクトはそのまま残っています。",
    openedExercises: ({ names }) => `ほかの演習も、それぞれプロジェクトになりました: ${names}`,
    openedZip: ({ names, count }) =>
      count === 1
        ? `${names}を別のプロジェクトとして開きました。`
        : `それぞれを別のプロジェクトにし、最後のものを開きました: ${names}`,
    notKept:
      "このブラウザではページが何も保存できません。閉じると作業の内容が失われます。その前にコピーをダウンロードしてください。",
    notWritten:
      "ブラウザの保存場所がいっぱいのため、最後の変更を保存できませんでした。コピーをダウンロードするか、要らないプロジェクトを削除してください。",
    elsewhere: "このプロジェクトは別のタブで編集中です。ここでは読むことと実行することができます。",
    editHere: "ここで編集する",
    tookOver:
      "このプロジェクトは別のタブでも開いていました。そのタブは表示だけになりました。失われたものはありません。",
    problems: {
      exerciseElsewhere: ({ url }) =>
        `リンク先の${url}は別のサイトにあります。そこからダウンロードして、ファイルをここで開いてください。`,
      exerciseMissing: ({ url }) => `演習${url}が見つかりません。`,
      nameEmpty: () => "ファイルには名前が必要です。",
      nameLong: ({ name, most }) => `「${name}」は名前として長すぎます（${most}文字まで）。`,
      nameOdd: ({ name, character }) =>
        `「${name}」には、ここではファイルの名前に使えない文字 ${character} があります。`,
      nameHidden: ({ name, character }) =>
        `「${name}」には、目に見えない文字、またはほかの文字の見え方を変える文字 ${character} があります。その文字を除いた名前にしてください。`,
      nameDot: ({ name }) =>
        `「${name}」は点で終わっています。コンピューターによっては消えてしまうため、最後の点を除いてください。`,
      nameFolders: ({ name }) =>
        `「${name}」はファイルの名前に使えません。フォルダーは「フォルダー/名前」のように書きます。「..」や先頭の「/」は使えません。`,
      nameTaken: ({ name }) => `「${name}」というファイルがすでにあります。`,
      nameIsFolder: ({ name, other }) =>
        `「${name}」はファイルですが、「${other}」のためにはフォルダーでなければなりません。`,
      mainStays: () => "main.pyは「実行」で動くプログラムなので、名前を変えたり削除したりできません。",
      tooMany: ({ name, most }) => `プロジェクトに入れられるファイルは${most}個までです。${name}は追加しませんでした。`,
      tooManyAtOnce: ({ count, most }) =>
        `ファイルが${count.toLocaleString("ja")}個あります。プロジェクトに入れられるのは${most}個までです。何も追加しませんでした。`,
      projectChanged: () => "ファイルを読みこむあいだに別のプロジェクトが開かれました。何も追加しませんでした。",
      tooLarge: ({ name, size, most }) =>
        `${name}（${size}）は大きすぎます。プロジェクトに入るのは全部で${most}までです。追加しませんでした。`,
      unreadable: ({ name }) => `${name}を読みこめません。フォルダーは、先にzipファイルにしてください。`,
      zipMany: ({ zip, most }) => `${zip}を開きませんでした。${most}個より多くのファイルが入っています。`,
      zipLarge: ({ zip, most }) => `${zip}を開きませんでした。展開すると${most}を超えます。`,
      zipEmpty: ({ zip }) => `${zip}を開きませんでした。プロジェクトに入れられるファイルがありません。`,
      zipHuge: ({ zip }) =>
        `${zip}を開きませんでした。何ギガバイトもあるファイルのための形式（Zip64）で、このページでは扱えません。`,
      zipEncrypted: ({ zip, name }) => `${zip}を開きませんでした。中の「${name}」にパスワードがかかっています。`,
      zipMethod: ({ zip, name }) =>
        `${zip}を開きませんでした。中の「${name}」は、このページでは扱えない方法で圧縮されています。ふつうの設定で圧縮してください。`,
      zipOverlaps: ({ zip, name }) =>
        `${zip}を開きませんでした。中の「${name}」が別のファイルのデータを使い回しています。害を与えるために作られたzipファイルの特徴です。`,
      zipLies: ({ zip, name }) =>
        `${zip}を開きませんでした。中の「${name}」が、zipファイルに書かれている内容と違います。zipファイルが壊れているか、だますように作られています。`,
      zipBroken: ({ zip }) => `${zip}を開きませんでした。壊れているか、一部が欠けているか、zipファイルではありません。`,
      linkBroken: () =>
        "このリンクは一部が欠けているか、変わってしまっています。もう一度送ってもらってください。あなたのプロジェクトはそのままです。",
      linkLater: () =>
        "このリンクは、このページより新しい版で作られています。ページを再読み込みするか、zipファイルで送ってもらってください。あなたのプロジェクトはそのままです。",
      linkTooLarge: () =>
        "このリンクの内容は、プロジェクトに入る量を超えています。開きませんでした。あなたのプロジェクトはそのままです。",
      linkRefused: ({ reason }) => `このリンクを開きませんでした。${reason}あなたのプロジェクトはそのままです。`,
      linkLong: () =>
        "このプロジェクトは大きすぎてリンクにできません。zipでダウンロードして、そのファイルを送ってください。",
      notHere: () => "このプロジェクトは別のタブで編集中です。ここで変更するには「ここで編集する」を押してください。",
      projectGone: () => "このプロジェクトはもうありません。",
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
    tooLarge: ({ width, height }) =>
      `プログラムが表示しようとした画像（${width} × ${height} ピクセル）は大きすぎます。`,
    moreCharacters: ({ count }) => `…（ほかに${number(count)}文字）`,
    tooLong: ({ kilobytes }) =>
      `プログラムが表示しようとした表（${kilobytes.toLocaleString("ja")} KB）は大きすぎます。`,
    otherKind: ({ mime, found }) =>
      `画像を表示できません。プログラムは ${mime} としていますが、実際のデータは ${found} です。`,
    notDrawn: {
      bytes: ({ count, most }) => notDrawn(`データが${number(count)}バイトあります（上限は${number(most)}バイト）。`),
      elements: ({ count, most }) => notDrawn(`要素が${number(count)}個あります（上限は${number(most)}個）。`),
      nested: ({ count, most }) => notDrawn(`入れ子が${number(count)}段あります（上限は${number(most)}段）。`),
      circle: () => notDrawn("自分自身を部品として参照しています。"),
      repeats: ({ count, most }) =>
        notDrawn(`同じ部品を${number(count)}回くり返して描こうとしています（上限は${number(most)}回）。`),
      pixels: ({ count, most }) =>
        notDrawn(`重ねて塗るピクセルが${number(count)}個あります（上限は${number(most)}個）。`),
      edges: ({ count, most }) =>
        notDrawn(`線の長さが合わせて${number(count)}ピクセルあります（上限は${number(most)}ピクセル）。`),
      characters: ({ count, most }) => notDrawn(`文字が${number(count)}個あります（上限は${number(most)}個）。`),
      styles: ({ count, most }) =>
        notDrawn(`スタイルシートの処理に${number(count)}回の手順が必要です（上限は${number(most)}回）。`),
      entities: () => notDrawn("内容を隠せるエンティティ（実体）を定義しています。"),
      pictures: ({ count, most }) =>
        notDrawn(`中に含まれる画像が合わせて${number(count)}ピクセルあります（上限は${number(most)}ピクセル）。`),
      frames: ({ count, most }) =>
        notDrawn(`動く画像が合わせて${number(count)}ピクセルあります（上限は${number(most)}ピクセル）。`),
      size: ({ count, most }) =>
        notDrawn(`大きさが${number(count)}ピクセルあります（上限は${number(most)}ピクセル）。`),
    },
    shown: {
      cut: "量が多すぎるため、残りは表示していません。",
      picture: "表示できない画像です。壊れているか、大きすぎるか、データの種類が異なります。",
    },
    leftOut: ({ names }) => `このページで表示できないものは省きました: ${names.join("、")}`,
  },
  gallery: {
    title: "サンプル",
    close: "閉じる",
    search: "検索",
    topic: "分野",
    level: "レベル",
    all: "すべて",
    kind: "種類",
    kinds: { program: "プログラム", exercise: "演習" },
    exercise: "演習",
    found: ({ count }) => `${count}個のサンプル`,
    topics: {
      "first-steps": "はじめの一歩",
      text: "文字列",
      conditions: "条件分岐",
      loops: "くり返し",
      functions: "関数",
      lists: "リスト",
      dictionaries: "辞書",
      files: "ファイル",
      classes: "クラス",
      recursion: "再帰",
      games: "ゲーム",
      simulations: "シミュレーション",
      sorting: "並べ替え",
      dates: "日付",
      patterns: "正規表現",
      json: "JSON",
      puzzles: "パズル",
    },
    levels: ["はじめて", "少し慣れたら", "腕試し"],
  },
  offline: {
    kept: ({ megabytes }) =>
      `ネットワークがなくても使えます${megabytes ? `（この端末の保存領域を${megabytes} MB使用）` : ""}。`,
    keptHint: "取り除くには、ブラウザーの設定でこのサイトのデータを削除してください。",
    newVersion: "新しいバージョンがあります。",
    load: "読み込む",
    later: "あとで",
  },
  picture: {
    label: ({ title }) => `${title}（プログラムが描いた絵）`,
    close: "閉じる",
    save: "PNGで保存",
  },
};
