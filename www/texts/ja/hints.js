// @ts-check
// What errors mean and where to look, in Japanese.

/** @type {import("../../hints.js").Sentences} */
export default {
  at: ({ line, file, hint }) => `${file ? `「${file}」の` : ""}${line}行目を見てください。${hint}`,

  kinds: {
    str: "文字列",
    int: "整数",
    float: "小数",
    bool: "真偽値（「True」か「False」）",
    list: "リスト",
    tuple: "タプル",
    dict: "辞書",
    set: "集合",
    range: "範囲（「range」）",
    function: "関数",
    builtin_function_or_method: "関数",
    method: "メソッド",
    module: "モジュール",
    NoneType: "「None」",
  },
  otherKind: ({ type }) => `「${type}」のオブジェクト`,

  // Names
  misspelt: ({ name, suggestion }) =>
    `「${name}」という名前は見つかりません。「${suggestion}」の書きまちがいではありませんか。`,
  orText: ({ name }) => `文字列のつもりなら、「"${name}"」のように引用符で囲んでください。`,
  capitals: ({ name, suggestion }) =>
    `「${name}」という名前は見つかりませんが、「${suggestion}」ならあります。Pythonは大文字と小文字を区別します。`,
  forgottenImport: ({ name }) =>
    `「${name}」はモジュールです。使う前に、プログラムの先頭に「import ${name}」と書いてください。`,
  forgottenSelf: ({ name, suggestion }) =>
    `オブジェクトの持ちものは「self」を通して使います。「${name}」ではなく「${suggestion}」と書いてください。`,
  pythonWord: ({ name, word }) => `ほかの言語の「${name}」は、Pythonでは「${word}」と書きます。`,
  noFirstValue: ({ name }) =>
    `「${name}」にまだ値がないのに、その値を使おうとしています。この行より前（ループの中ならループの前）で、たとえば「${name} = 0」のように最初の値を入れてください。`,
  unknownFunction: ({ name }) =>
    `この時点では「${name}」という関数はありません。つづりを確かめてください。自分で作る関数なら、「def」をこの行より前に書く必要があります。`,
  forgottenQuotes: ({ name }) =>
    `Pythonは「${name}」を変数だと考えましたが、その名前の変数には値がありません。文字列のつもりなら、「"${name}"」のように引用符で囲んでください。変数のつもりなら、この行より前で値を入れてください。`,
  unknownName: ({ name }) =>
    `この時点では、「${name}」という変数に値がありません。つづりが正しいか、この行より前に実行される行で「=」を使って値を入れているかを確かめてください。`,
  unboundLocal: ({ name }) =>
    `この関数の中で「${name}」に値を入れているため、「${name}」は関数の中だけの変数になり、この行ではまだ値がありません。先に値を入れるか、引数として受け取るか、関数の先頭に「global ${name}」と書いてください。`,

  // Attributes and modules
  noneAttribute: ({ attribute }) =>
    `「.${attribute}」の前にあるものは「None」、つまり「値なし」です。「return」のない関数の結果や、リストを変えるだけで何も返さないメソッド（「sort()」や「append()」など）の結果を使っていませんか。`,
  misspeltAttribute: ({ kind, attribute, suggestion }) =>
    `${kind}には「${attribute}」がありません。「${suggestion}」の書きまちがいではありませんか。`,
  lengthIsAFunction: ({ attribute }) =>
    `Pythonには「.${attribute}」がありません。長さを調べるには、「len(…)」という関数を使います。`,
  unknownAttribute: ({ kind, attribute }) =>
    `${kind}には「${attribute}」がありません。つづりが正しいか、変数に思ったとおりの値が入っているかを確かめてください。`,
  moduleMisspelt: ({ module, name, suggestion }) =>
    `モジュール「${module}」には「${name}」がありません。「${suggestion}」の書きまちがいではありませんか。`,
  moduleLacks: ({ module, name }) => `モジュール「${module}」には「${name}」がありません。つづりを確かめてください。`,
  noPackages: ({ module }) =>
    `「${module}」はPythonに付属していないため、追加のインストールが必要ですが、このページではできません。ここで使えるのは、Pythonに付属しているモジュールだけです。`,
  unknownModule: ({ module }) =>
    `「${module}」というモジュールはありません。つづりを確かめてください。このページで使えるのは、Pythonに付属しているモジュールだけです。`,
  misspeltModule: ({ module, suggestion }) =>
    `「${module}」というモジュールはありません。「${suggestion}」の書きまちがいではありませんか。`,
  forbiddenModule: ({ module }) =>
    `このページのプログラムでは「${module}」を使えません。使えるものはエラーメッセージに書いてあります。`,

  // Indentation
  indentMissing: ({ opener }) =>
    `${opener}行目の終わりに「:」があるので、次の行は字下げ（インデント）が必要です。行の先頭に半角スペースを4つ入れてください。Pythonは字下げを見て、どの行が${opener}行目の中身なのかを判断します。`,
  indentUnexpected:
    "字下げ（インデント）されていますが、前の行に、ブロックを始める「:」がありません。行の先頭のスペースを消すか、前の行と同じ字下げにそろえてください。",
  indentMismatch:
    "字下げ（インデント）の幅が、前のどの行ともそろっていません。同じブロックの行は、同じ数のスペースで始めます。スペースの数を数えてみてください。",
  tabs: "字下げ（インデント）に、タブとスペースが混ざっています。見た目が同じでも、Pythonにとっては違うものです。すべて半角スペース4つにそろえてください。",

  // Syntax
  missingColon: ({ word }) => `「${word}」の行の終わりには、コロン「:」が必要です。`,
  missingColonAnywhere: "行の終わりにコロン「:」が必要です。",
  neverClosed: ({ opening, closing }) =>
    `この行の「${opening}」が閉じられていません。終わりに「${closing}」を書いてください。開いたかっこは、必ず閉じる必要があります。`,
  mismatched: ({ opening, closing, right }) =>
    `「${opening}」で開いたかっこは、「${closing}」ではなく「${right}」で閉じます。`,
  unmatched: ({ closing }) =>
    `「${closing}」が1つ多いか、対応する開きかっこがありません。かっこの数を数えてみてください。`,
  openString:
    "この行で始まる文字列の終わりに、引用符がありません。文字列は、始まりと同じ引用符を使って、同じ行の中で閉じてください。",
  apostrophe:
    '文字列の中の引用符のところで、文字列が終わってしまっています。「"it\'s"」のように、別の種類の引用符で囲んでください。',
  escapedQuote:
    "最後の引用符の前に「\\」があるため、その引用符が文字列の一部になっています。「\\」という文字を書くには、「\\\\」と書きます。",
  openLongString: "引用符3つで始まる文字列が閉じられていません。終わりにも引用符を3つ書いてください。",
  comparison: "「=」1つは、変数に値を入れるという意味です。等しいかどうかを調べるには、「==」と書きます。",
  wrongOrder: ({ wrong, right }) => `「${wrong}」ではなく「${right}」と書いてください。`,
  assignTarget: "「=」の左側には変数を書きます（「変数名 = 値」）。等しいかどうかを調べたいときは、「==」と書きます。",
  hyphenName: ({ name, right }) =>
    `「-」は引き算の記号なので、名前には使えません。「${name}」ではなく「${right}」と書いてください。`,
  fixedValue: ({ word }) =>
    `「${word}」はPythonで意味が決まっている言葉なので、値を入れることはできません。別の名前にしてください。`,
  callParentheses: ({ name }) => `「${name}」は関数です。渡すものを、「${name}(…)」のようにかっこで囲んでください。`,
  quoteMark: ({ wrong }) =>
    `「${wrong}」は、Pythonの引用符として使えない文字です。文字列の両端を、半角の「"」か「'」で囲んでください。`,
  fullWidth: ({ wrong, right }) =>
    `「${wrong}」は全角文字です。文字列の外では、半角の「${right}」を使います。日本語入力をオフにして書き直してください。`,
  fullWidthSpace:
    "この行に全角スペースがあります。プログラムの中では、半角スペースを使います。日本語入力をオフにして書き直してください。",
  otherSign: ({ wrong, right }) => `「${wrong}」という記号は、Pythonでは使えません。「${right}」と書いてください。`,
  strangeSign: ({ wrong }) => `「${wrong}」という文字は、文字列の中かコメントの中でしか使えません。`,
  missingComma:
    "2つのものが、間に何もなく並んでいます。コンマ「,」や、「+」などの記号を忘れていませんか。文字列なら引用符で囲んでください。",
  quoteInText:
    "文字列の中の引用符のところで、文字列が終わってしまっています。別の種類の引用符で囲んでください。2つの文字列を並べたいときは、間にコンマ「,」を入れてください。",
  badNumber:
    "数字のすぐ後に文字が続いています。変数などの名前を数字で始めることはできません。また、数に単位などの言葉を付けることもできません。",
  leadingZeros:
    "整数を0で始めることはできません。先頭の0を消してください。計算に使わない番号なら、引用符で囲んで文字列にしてください。",
  outsideFunction: ({ word }) =>
    `「${word}」は、関数（「def」）の中でだけ使えます。この行の字下げ（インデント）を確かめてください。`,
  outsideLoop: ({ word }) =>
    `「${word}」は、「for」や「while」のループの中でだけ使えます。この行の字下げ（インデント）を確かめてください。`,
  defParentheses: "関数名の後にはかっこが必要です。引数がなくても、「def 関数名():」のように書きます。",
  elseMissing: "1行で書く「if」には「else」が必要です。「値1 if 条件 else 値2」のように書いてください。",
  exceptMissing:
    "「try」のブロックの後には、「except」（または「finally」）が必要です。「try」と同じ字下げ（インデント）で書いてください。",
  braces:
    "f文字列の「{ }」の中には、「{price * 2}」のように、計算できる式を書きます。「{」と「}」がそろっているか、中に足りないものがないかを確かめてください。",
  positionalAfter: "関数を呼び出すときは、名前を付けない引数を先に、名前を付けた引数（「名前=値」）を後に書きます。",
  defaultAfter: "「=」の付かない引数を先に、「=」の付いた引数を後に書きます。",
  duplicateParameter: ({ name }) => `「${name}」という引数が2つあります。どちらかを別の名前にしてください。`,
  importNothing: "「import」の後には、取り込むものの名前を書きます。",
  fromImport: "「from モジュール名 import 名前」の順に書きます。",
  backslash:
    "行の終わりの「\\」は、次の行に続くという意味です。「\\」の後ろには何も書かず、必ず次の行を続けてください。",
  dictColon: "辞書の中身は「キー: 値」の形で書きます。この行に、値のないキーがあります。",
  globalFirst: ({ name }) =>
    `「global ${name}」は、「${name}」を使う前に書く必要があります。関数の最初の行に書いてください。`,
  misspeltWord: ({ word, suggestion }) =>
    `「${word}」という言葉はPythonにありません。「${suggestion}」の書きまちがいではありませんか。`,
  declaration: ({ word }) => `Pythonでは、変数の前に「${word}」を付けません。「変数名 = 値」と書いてください。`,
  plusPlus: ({ wrong, right }) => `Pythonに「${wrong}」はありません。「変数名 ${right} 1」と書いてください。`,
  commentSign: ({ wrong }) => `Pythonのコメントは、「${wrong}」ではなく「#」で始めます。`,
  keywordName: ({ word }) =>
    `「${word}」はPythonの文法で使う言葉なので、名前には使えません。「${word}_」など、別の名前にしてください。`,
  nameWithSpace: ({ right }) => `名前の中にスペースは使えません。「${right}」のように書いてください。`,
  loopShape: "ループは「for 変数 in 値の並び:」の形で、たとえば「for i in range(10):」のように書きます。",
  lostElse: ({ word, opener }) =>
    `この「${word}」に対応する「${opener}」がありません。「${opener}」のブロックのすぐ後に、「${opener}」と同じ字下げ（インデント）で書いてください。`,
  curlyBlock:
    "Pythonでは、ブロックを「{ }」で囲みません。行の終わりに「:」を書き、次の行から字下げ（インデント）します。",
  unfinished: ({ last }) => `行が途中で終わっています。「${last}」の後に続きが必要です。`,
  plainSyntax:
    "この行を読み取れませんでした。「^」が指しているところと、そのすぐ前を見て、コンマ・かっこ・引用符・コロンが足りないか、多すぎないかを確かめてください。この行が正しいようなら、1つ前の行も見てください。",

  // Values that do not fit
  addText: ({ left, right }) =>
    `「+」で${left}と${right}をつなぐことはできません。文字列としてつなぐなら、「str(数)」で数を文字列に変えるか、「f"…{変数名}"」と書いてください。計算するなら、「int(文字列)」で文字列を数に変えてください。`,
  noneOperand: ({ operator }) =>
    `「${operator}」の片側が「None」、つまり「値なし」です。「return」のない関数の結果を使っていませんか。`,
  textOperand: ({ operator }) =>
    `「${operator}」は数の計算に使いますが、片側が文字列です（「input()」の結果も文字列です）。「int(文字列)」や「float(文字列)」で数に変えてください。`,
  operands: ({ operator, left, right }) =>
    `「${operator}」は、${left}と${right}の組み合わせには使えません。この行の変数に何が入っているかを確かめてください。`,
  comparing: ({ operator, left, right }) =>
    `「${operator}」で${left}と${right}を比べることはできません。両側を同じ種類の値にしてください。文字列（「input()」の結果も文字列です）は、「int(文字列)」で数に変えられます。`,
  missingArguments: ({ name, names }) =>
    `関数「${name}」の呼び出しに、必要な引数（${names}）が足りません。「def」の行と見比べてください。`,
  tooManyArguments: ({ name, given }) =>
    `関数「${name}」に${given}個の引数を渡していますが、多すぎます。「def」の行と見比べてください。`,
  selfParameter: ({ name }) =>
    `「${name}」はメソッドなので、最初の引数としてオブジェクト自身が渡されます。最初の引数に「self」を書いてください。`,
  unknownArgument: ({ name, argument }) =>
    `関数「${name}」に「${argument}」という引数はありません。「def」の行と見比べて、つづりを確かめてください。`,
  argumentTwice: ({ name, argument }) =>
    `関数「${name}」の呼び出しで、引数「${argument}」に値が2つ渡されています（順番によるものと、名前によるもの）。`,
  argumentCount: ({ name, given }) => `関数「${name}」に${given}個の引数を渡していますが、引数の数が合いません。`,
  timesMissing:
    "かっこのすぐ前に数があるので、Pythonはそれを関数として呼び出そうとしました。かけ算なら、間に「*」を書いてください。",
  shadowed: ({ name }) =>
    `「${name}」はもともとPythonの関数ですが、プログラムの中で同じ名前に別の値を入れています。変数を別の名前にしてください。`,
  callModule: ({ name }) =>
    `「${name}」は関数ではなくモジュールです。「${name}.関数名(…)」のように、中の関数を呼び出してください。`,
  callElements: ({ kind }) =>
    `「( )」は関数を呼び出す書き方ですが、その前にあるのは${kind}です。要素を取り出すには、「変数名[…]」のように角かっこを使います。`,
  callNone:
    "「( )」は関数を呼び出す書き方ですが、その前にあるのは「None」、つまり「値なし」です。「( )」が1組多くありませんか。",
  callValue: ({ kind }) =>
    `「( )」は関数を呼び出す書き方ですが、その前にあるのは${kind}です。名前が正しいか、記号やコンマを忘れていないか、変数に関数と同じ名前を付けていないかを確かめてください。`,
  noLength: ({ kind }) =>
    `「len()」は要素の数を数える関数ですが、渡されたのは${kind}です。文字列やリストには長さがありますが、数には長さがありません。`,
  iterateNumber:
    "「for」には順番に取り出せるものが必要ですが、数からは取り出せません。回数を数えるには、「range(数)」と書いてください。",
  iterateOther: ({ kind }) => `ここでは要素を順番に取り出そうとしていますが、${kind}からは取り出せません。`,
  noneUsed:
    "ここで使っている値は「None」、つまり「値なし」です。「return」のない関数の結果や、リストを変えるだけで何も返さないメソッド（「sort()」など）の結果を使っていませんか。",
  noElements: ({ kind }) => `「[ ]」は要素を取り出す書き方ですが、その前にあるのは${kind}です。`,
  squareCall: "「[ ]」は要素を取り出す書き方ですが、その前にあるのは関数です。関数は「( )」で呼び出します。",
  indexKind: ({ kind }) =>
    `「[ ]」の中には要素の番号（整数）を書きますが、ここでは${kind}になっています。「int(…)」で整数に変えられます。`,
  unchangeable: ({ kind }) =>
    `この値の一部を変えることはできません（${kind}です）。新しい値を作るか、リストを使ってください。`,
  wholeNumber: ({ kind }) => `ここでは整数が必要ですが、渡されたのは${kind}です。「int(…)」で整数に変えられます。`,
  unhashable: ({ kind }) =>
    `辞書のキーや集合の要素に、${kind}は使えません（後から変えられるためです）。文字列か数、タプルを使ってください。`,
  unpackNothing: ({ kind }) => `左側に名前が2つ以上あるので、値にも同じ数の要素が必要ですが、渡されたのは${kind}です。`,
  conversion: ({ name, kind }) => `「${name}()」は文字列やほかの数を数に変える関数ですが、渡されたのは${kind}です。`,
  joinText: "「join()」でつなげるのは文字列だけです。先に「str(要素)」で文字列に変えてください。",

  // Values that are not there, or not right
  indexRange: ({ kind }) =>
    `要素の番号が大きすぎて、${kind}にその番号の要素がありません。番号は0から始まるので、最後の番号は「len(…) - 1」です。`,
  indexOf: ({ name, index }) =>
    `「${name}」に「${index}」番の要素はありません。番号は0から始まるので、最後の番号は「len(${name}) - 1」です。「len(${name})」と番号を「print」で表示して確かめてみましょう。`,
  indexAssign:
    "その番号の要素がないので、値を入れることができません。リストの終わりに追加するには、「append(…)」を使います。",
  emptyPop:
    "リストが空なので、取り出すものがありません。「if リスト名:」のように、要素があるかどうかを先に調べてください。",
  emptyChoice: "選ぶものがありません。「random.choice()」に渡したものが空です。",
  formatPlaces: "文字列の中の「{}」の数に比べて、「format()」に渡した値が足りません。",
  noKey: ({ key }) =>
    `辞書に「${key}」というキーはありません。つづりと、文字列か数かの違いを確かめてください。「in」で先に調べるか、「変数名.get(${key})」を使うと、キーがなくてもエラーになりません（「None」が返ります）。`,
  zeroDivision:
    "数を0で割ろうとしましたが、0で割ることはできません。割り算の右側の値を確かめるか、0でないことを「if」で先に調べてください。",
  zeroDivisor: ({ divisor }) =>
    `数を「${divisor}」で割ろうとしましたが、その値が0です。0で割ることはできません。なぜ0になったのかを調べるか、0でないことを「if」で先に調べてください。`,
  recursion: ({ name }) =>
    `関数「${name}」が自分自身を呼び出し続けて、終わりません。自分を呼び出さずに「return」する場合を作り、呼び出すたびにその場合に近づくようにしてください。`,
  recursionAnywhere: "関数が互いに呼び出し続けて、終わりません。ほかの関数を呼び出さずに終わる場合が必要です。",
  intOfText: ({ text }) =>
    `「int()」は数字だけの文字列を整数に変える関数ですが、渡されたのは「${text}」です。文字列の中身を確かめてください。`,
  intOfDecimal: ({ text }) =>
    `「int()」は小数の文字列を読み取れませんが、渡されたのは「${text}」です。「float(…)」を使ってください。`,
  numberOfNothing: ({ name }) =>
    `「${name}()」に空の文字列が渡されました。空の文字列は数に変えられません。何も入力しなかったのではありませんか。`,
  floatOfText: ({ text }) =>
    `「float()」は「"2.5"」のような文字列を小数に変える関数ですが、渡されたのは「${text}」です。文字列の中身を確かめてください。`,
  decimalComma: ({ text }) =>
    `「float()」に「${text}」が渡されました。小数は、コンマではなく点を使って「1.5」のように書きます。`,
  tooManyParts: ({ expected }) =>
    `「=」の左側（または「for」の後）の名前は${expected}個ですが、値の要素がそれより多くあります。名前の数と要素の数をそろえてください。`,
  tooFewParts: ({ expected, given }) =>
    `「=」の左側（または「for」の後）の名前は${expected}個ですが、値の要素は${given}個しかありません。名前の数と要素の数をそろえてください。`,
  notInList: "リストの中にその値はありません。あるかどうかを、「in」で先に調べてください。",
  notInText:
    "探している文字列が見つかりません。「in」で先に調べるか、見つからないときに-1を返す「find(…)」を使ってください。",
  emptyExtreme: ({ name }) => `「${name}()」に渡したものが空なので、最大も最小も決められません。`,
  outOfDomain:
    "この数に対する答えがありません（たとえば、負の数の平方根は求められません）。関数に渡す値を確かめてください。",
  noInput:
    "プログラムが入力を求めましたが、入力がもうありません。求められたときに1行入力するか、実行する前に入力を増やしてください。",
  noFile: ({ file }) =>
    `「${file}」というファイルはありません。つづり、大文字と小文字、拡張子を確かめてください。ここでプログラムが使えるのは、渡されたファイルと、自分で作ったファイルだけです。`,
};
