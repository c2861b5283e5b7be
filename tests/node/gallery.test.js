// The exercises that come with Garter: each can be solved, and is whole.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { parse } from "../../www/exercise/format.js";
import en from "../../www/texts/en/exercise.js";
import { garter, ROOT } from "./command.js";

const FOLDER = path.join(ROOT, "examples/exercises");
const FILES = readdirSync(FOLDER, { recursive: true }).filter((file) => file.endsWith(".md"));

test("there are thirty exercises or more, of every kind, with two hints and remarks or a solution each", () => {
  const exercises = FILES.map((file) => {
    const { exercise, problems } = parse(readFileSync(path.join(FOLDER, file), "utf8"), en.format);
    assert.deepEqual(problems, [], file);
    // The id says where the file is.
    assert.equal(exercise.id, file.replace(/\.md$/, "").replaceAll(path.sep, "."));
    assert.equal(exercise.hints.length, 2, file);
    assert.ok(exercise.level >= 1 && exercise.level <= 5, file);
    assert.ok(
      exercise.kind === "choice" ? exercise.choices.every(({ explanation }) => explanation) : exercise.remarks,
      file,
    );
    if (exercise.kind === "code")
      assert.ok(
        exercise.tests.some(({ isHidden }) => isHidden),
        file,
      );
    return exercise;
  });
  assert.ok(exercises.length >= 30);
  const kinds = new Set(exercises.map(({ kind }) => kind));
  assert.deepEqual([...kinds].toSorted(), ["choice", "code", "gaps", "order", "predict"]);
});

test("every solution passes, and nothing passes before it is solved", async () => {
  const { stdout, stderr, status } = await garter(["check", FOLDER]);
  assert.equal(status, 0, `${stdout}${stderr}`);
  assert.match(stdout, new RegExp(`^1\\.\\.${2 * FILES.length}$`, "m"));
});
