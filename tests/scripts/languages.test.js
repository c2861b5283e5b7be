// Unit tests of www/texts/choose.js: which language people are spoken to in.

import assert from "node:assert/strict";
import { test } from "node:test";
import { LANGUAGES as hints } from "../../target/types/hints-texts.js";
import { LANGUAGES as snippets } from "../../target/types/snippet-texts.js";
import { inLanguage } from "../../www/texts/choose.js";
import { LANGUAGES as pages } from "../../www/texts/texts.js";

test("a third language is chosen by its tag, and any other language falls back to English", () => {
  const languages = { en: "Run", fr: "Exécuter", ja: "実行" };
  for (const [lang, text] of [
    ["fr", "Exécuter"],
    ["fr-CA", "Exécuter"],
    ["FR", "Exécuter"],
    ["ja", "実行"],
    ["de", "Run"],
    ["constructor", "Run"],
    ["", "Run"],
  ]) {
    assert.equal(inLanguage(languages, lang), text, lang);
  }
});

test("pages, snippets and hints speak the same languages, and each says its name", () => {
  assert.deepEqual(Object.keys(snippets), Object.keys(pages));
  assert.deepEqual(Object.keys(hints), Object.keys(pages));
  for (const [lang, texts] of Object.entries(pages)) {
    assert.equal(texts.lang, lang);
    assert.notEqual(texts.name, "");
    assert.equal(texts.snippet, snippets[lang]);
  }
});
