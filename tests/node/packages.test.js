// `garter packages`, and packages for the other commands. pip is asked for wheels of a folder here, so that nothing depends on
// a network.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { strToU8, unzipSync, zipSync } from "fflate";
import { folderOf, garter } from "./command.js";

const hasPip = spawnSync("python3", ["-m", "pip", "--version"]).status === 0;
const skip = hasPip ? false : "there is no pip here";

/** @returns {Uint8Array} a wheel */
function wheel(name, version, files, { tag = "py3-none-any", requires = [] } = {}) {
  const about = `${name}-${version}.dist-info`;
  const metadata = `Metadata-Version: 2.1\nName: ${name}\nVersion: ${version}\n${requires.map((one) => `Requires-Dist: ${one}\n`).join("")}\n`;
  const all = {
    ...files,
    [`${about}/METADATA`]: metadata,
    [`${about}/WHEEL`]: `Wheel-Version: 1.0\nRoot-Is-Purelib: ${tag.endsWith("-any")}\nTag: ${tag}\n`,
  };
  const record = [...Object.keys(all), `${about}/RECORD`].map((path) => `${path},,\n`).join("");
  const texts = Object.entries({ ...all, [`${about}/RECORD`]: record });
  return zipSync(Object.fromEntries(texts.map(([path, text]) => [path, strToU8(text)])));
}

const LINUX = "cp314-cp314-manylinux2014_x86_64";
const fileOf = (name, version, tag = "py3-none-any") => `${name}-${version}-${tag}.whl`;

/** A folder with files, and wheels in `index`, which pip then takes for all there is. */
function place(files, wheels = {}) {
  const made = folderOf({ "index/.keep": "", ...files });
  for (const [name, data] of Object.entries(wheels)) writeFileSync(made.at(`index/${name}`), data);
  Object.assign(process.env, { PIP_NO_INDEX: "1", PIP_FIND_LINKS: made.at("index") });
  return made;
}

const birds = wheel(
  "birds",
  "1.2",
  { "birds/__init__.py": "NAME = 'owl'\n" },
  { requires: ["nest>=1", "sky; extra == 'all'"] },
);
const nest = wheel("nest", "2.0", { "nest.py": "" });

test("a lock has the wheels that go together, with their hashes and what they require", { skip }, async () => {
  const wheels = { [fileOf("birds", "1.2")]: birds, [fileOf("nest", "2.0")]: nest, [fileOf("other", "1")]: nest };
  const { at, remove } = place({ "requirements.txt": "birds\n", "out/birds-1.0-py3-none-any.whl": "old" }, wheels);
  const result = await garter(["packages", "lock", at("requirements.txt"), "-o", at("out"), "--disk"]);
  assert.equal(result.stderr, "");
  assert.match(result.stdout, /^birds 1\.2\nnest 2\.0\n2 wheels, /);
  const lock = JSON.parse(readFileSync(at("out/lock.json"), "utf8"));
  assert.equal(lock.format, 1);
  const [first, second] = lock.packages;
  assert.deepEqual(
    { ...first, size: 0 },
    {
      name: "birds",
      version: "1.2",
      file: fileOf("birds", "1.2"),
      sha256: createHash("sha256").update(birds).digest("hex"),
      size: 0,
      requires: ["nest"],
    },
  );
  assert.equal(second.name, "nest");
  const files = [fileOf("birds", "1.2"), "lock.json", fileOf("nest", "2.0")];
  assert.deepEqual(readdirSync(at("out")).sort(), files.flatMap((file) => [file, `${file}.js`]).sort());
  assert.match(readFileSync(at("out/lock.json.js"), "utf8"), /^garterAsset\("lock\.json", "H4sI/);
  remove();
});

test("of a package that is known to work without its compiled modules they are left out", { skip }, async () => {
  const compiled = wheel(
    "MarkupSafe",
    "3.0",
    { "markupsafe/__init__.py": "X = 1\n", "markupsafe/_speedups.so": "x" },
    { tag: LINUX },
  );
  const { at, remove } = place(
    { "requirements.txt": "markupsafe\n" },
    { [fileOf("MarkupSafe", "3.0", LINUX)]: compiled },
  );
  const result = await garter(["packages", "lock", at("requirements.txt"), "-o", at("out")]);
  assert.match(result.stderr, /markupsafe: left out markupsafe\/_speedups\.so/);
  const [{ file }] = JSON.parse(readFileSync(at("out/lock.json"), "utf8")).packages;
  assert.equal(file, "MarkupSafe-3.0-py3-none-any.whl");
  const paths = Object.keys(unzipSync(readFileSync(at(`out/${file}`))));
  assert.ok(!paths.some((path) => path.endsWith(".so")), paths.join());
  const ran = folderOf({ "program.py": "import markupsafe\nprint(markupsafe.X)\n" });
  const { stdout } = await garter(["run", ran.at("program.py"), "--packages", at("out/lock.json")]);
  assert.equal(stdout, "1\n");
  ran.remove();
  remove();
});

test("an older version without compiled code is taken where the latest has some", { skip }, async () => {
  const compiled = wheel("quick", "2.0", { "quick.so": "x" }, { tag: LINUX });
  const older = wheel("quick", "1.5", { "quick.py": "" });
  const { at, remove } = place(
    { "requirements.txt": "quick\n" },
    { [fileOf("quick", "2.0", LINUX)]: compiled, [fileOf("quick", "1.5")]: older },
  );
  const result = await garter(["packages", "lock", at("requirements.txt"), "-o", at("out")]);
  assert.match(result.stderr, /quick 2\.0 has compiled code; 1\.5 is the latest without/);
  assert.ok(existsSync(at(`out/${fileOf("quick", "1.5")}`)));
  remove();
});

for (const [name, requirements, said] of [
  [
    "what needs compiled code is named, with what stands for it",
    "numpy\nfast\n",
    /fast needs compiled code[\s\S]*numpy needs compiled code, which does not run in a page; Garter has a numpy of its own: leave it out/,
  ],
  ["a requirement that does not exist is named", "nothing-like-it\n", /nothing-like-it: there is no such package/],
  ["a line that is no requirement is named", "birds ***\n", /requirements\.txt: .*Invalid requirement/],
]) {
  test(name, { skip }, async () => {
    const compiled = (name) => wheel(name, "1", { [`${name}.so`]: "x" }, { tag: LINUX });
    const { at, remove } = place(
      { "requirements.txt": requirements },
      {
        [fileOf("numpy", "1", LINUX)]: compiled("numpy"),
        [fileOf("fast", "1", LINUX)]: compiled("fast"),
      },
    );
    const result = await garter(["packages", "lock", at("requirements.txt"), "-o", at("out")]);
    assert.equal(result.status, 2, result.stdout);
    assert.match(result.stderr, said);
    assert.ok(!existsSync(at("out")));
    remove();
  });
}

for (const [words, said] of [
  [["lock"], /needs a file: garter packages lock requirements\.txt/],
  [["lok", "x"], /has no command lok; there is lock/],
  [["lock", "missing.txt"], /missing\.txt/],
  [["lock", "a.txt", "b.txt"], /b\.txt is a second/],
]) {
  test(`garter packages ${words.join(" ")} is told what is wrong`, async () => {
    const result = await garter(["packages", ...words]);
    assert.equal(result.status, 2);
    assert.match(result.stderr, said);
  });
}

test("without pip and uv it is said what to install", async () => {
  const { at, remove } = folderOf({ "requirements.txt": "birds\n", "empty/.keep": "" });
  const former = process.env.PATH;
  process.env.PATH = at("empty");
  const result = await garter(["packages", "lock", at("requirements.txt")]);
  process.env.PATH = former;
  assert.match(result.stderr, /neither pip nor uv is installed here/);
  remove();
});

const wheelOf = (name) => `---
id: ${name}
title: Birds
packages: WHERE
---
Say it.

\`\`\`python start
import birds
\`\`\`

\`\`\`python solution
import birds
name = birds.NAME
\`\`\`

\`\`\`python tests
assert name == 'owl'
\`\`\`
`;
const taskWith = (where, name = "birds") => wheelOf(name).replace("WHERE", where);
const OWL = "birds-1.2-py3-none-any.whl";

test("packages of an exercise come from the folder that was named, and from nowhere else", async () => {
  const { at, remove } = folderOf({
    "site/topic/task.md": taskWith(`../wheels/${OWL}`),
    "site/out/task.md": taskWith(`../../private/${OWL}`, "out"),
    "site/web/task.md": taskWith("https://wheels.invalid/a.whl", "web"),
    "site/page.html": `<garter-exercise src="/out/task.md"></garter-exercise>
<garter-snippet packages="file://${"PRIVATE"}" expect="owl"><pre>import birds</pre></garter-snippet>
<garter-snippet packages="/..%2fprivate/${OWL}" expect="owl"><pre>import birds</pre></garter-snippet>`,
    "site/wheels/.keep": "",
    "private/.keep": "",
  });
  for (const folder of ["site/wheels", "private"]) writeFileSync(at(`${folder}/${OWL}`), birds);
  const page = readFileSync(at("site/page.html"), "utf8").replace("PRIVATE", at(`private/${OWL}`));
  writeFileSync(at("site/page.html"), page);
  const right = await garter(["check", at("site/topic"), at("site/wheels")]);
  assert.match(right.stdout, /wheels\/birds-1\.2-py3-none-any\.whl is not fetched: what names it may ask only file:/);
  const { status, stdout } = await garter(["check", at("site")]);
  assert.equal(status, 1);
  assert.match(stdout, /^ok \d+ - .*task\.md birds: the solution passes/m);
  assert.match(stdout, /private\/birds-1\.2-py3-none-any\.whl is not fetched: what names it may ask only file:/);
  assert.match(stdout, /https:\/\/wheels\.invalid\/a\.whl is not fetched: what names it may ask only file:/);
  assert.match(stdout, /private\/birds.* is not fetched\. Only a page that is opened from the disk reads files/);
  assert.match(stdout, /\.\.%2fprivate.* cannot be reached/);
  const named = await garter(["check", at("site/web"), "--packages-from", "wheels.invalid"]);
  assert.match(named.stdout, /https:\/\/wheels\.invalid\/a\.whl cannot be reached/);
  for (const host of ["", "a/b", "me@host", "?"]) {
    const wrong = await garter(["check", at("site/web"), "--packages-from", host]);
    assert.match(wrong.stderr, /--packages-from is .*; it must be a host/);
  }
  remove();
});

test("a SCORM package holds the wheels of its exercises", { skip }, async () => {
  const { at, remove } = place(
    {
      "requirements.txt": "birds\n",
      "lesson/a.md": taskWith("wheels/lock.json", "a"),
      "lesson/deep er/b.md": taskWith("../wheels/lock.json", "b"),
      "lesson/plain.md": taskWith("", "plain")
        .replace(/^packages:.*\n/m, "")
        .replaceAll("import birds", "pass"),
      "web.md": taskWith("https://wheels.invalid/a.whl", "web"),
      "missing.md": taskWith("none.whl", "missing"),
    },
    { [fileOf("birds", "1.2")]: birds, [fileOf("nest", "2.0")]: nest },
  );
  await garter(["packages", "lock", at("requirements.txt"), "-o", at("lesson/wheels")]);
  const { status, stderr } = await garter(["scorm", at("lesson"), "-o", at("lesson.zip")]);
  assert.equal(status, 0, stderr);
  const files = unzipSync(new Uint8Array(readFileSync(at("lesson.zip"))));
  const wheels = [OWL, "lock.json", fileOf("nest", "2.0")].map((file) => `exercises/1/wheels/${file}`);
  const exercises = ["exercises/1/a.md", "exercises/1/deep er/b.md", "exercises/plain.md"];
  assert.deepEqual(
    Object.keys(files)
      .filter((file) => file.startsWith("exercises/"))
      .sort(),
    [...exercises, ...wheels].sort(),
  );
  assert.deepEqual(files[wheels[0]], birds);
  const page = new TextDecoder().decode(files["index.html"]);
  assert.match(page, /src="exercises\/1\/deep%20er\/b\.md"/);
  const lent = JSON.parse(/id="garter-wheels">([^<]+)</.exec(page)[1]);
  assert.deepEqual(lent.sort(), wheels.sort());
  const manifest = new TextDecoder().decode(files["imsmanifest.xml"]);
  for (const file of wheels) assert.ok(manifest.includes(`href="${file}"`), file);
  for (const [file, said] of [
    ["web.md", /web\.md: .*wheels\.invalid\/a\.whl is not fetched/],
    ["missing.md", /none\.whl/],
  ]) {
    const refused = await garter(["scorm", at(file), "-o", at("refused.zip")]);
    assert.equal(refused.status, 2);
    assert.match(refused.stderr, said);
    assert.ok(!existsSync(at("refused.zip")));
  }
  remove();
});

test("a program, an exercise and a snippet import from wheels", async () => {
  const { at, remove } = folderOf({
    "program.py": "import birds\nprint(birds.NAME)\n",
    "site/page.html":
      '<garter-snippet packages="wheels/birds-1.2-py3-none-any.whl" expect="owl"><pre>import birds\nprint(birds.NAME)</pre></garter-snippet>',
    "site/task.md":
      "---\nid: birds\ntitle: Birds\npackages: wheels/birds-1.2-py3-none-any.whl\n---\nSay it.\n\n```python start\nimport birds\n```\n\n```python solution\nimport birds\nname = birds.NAME\n```\n\n```python tests\nassert name == 'owl'\n```\n",
    "site/wheels/.keep": "",
  });
  writeFileSync(at("site/wheels/birds-1.2-py3-none-any.whl"), birds);
  const ran = await garter(["run", at("program.py"), "--packages", at("site/wheels/birds-1.2-py3-none-any.whl")]);
  assert.deepEqual(ran, { status: 0, stdout: "owl\n", stderr: "" });
  const checked = await garter(["check", at("site")]);
  assert.equal(checked.status, 0, checked.stdout + checked.stderr);
  const without = await garter(["run", at("program.py"), "--packages", at("site/wheels/missing.whl")]);
  assert.equal(without.status, 2);
  assert.match(without.stderr, /missing\.whl/);
  remove();
});
