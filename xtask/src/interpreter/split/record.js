// Runs the programs that decide which functions come first (xtask/src/site/recording.rs): node record.js ROOT

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Garter } from "../../../../www/client/garter.js";
import { ProcessHost } from "../../../../www/node/process-host.js";

const [root] = process.argv.slice(2);

/**
 * @typedef {object} Program
 * @property {string} name
 * @property {string} source
 * @property {string[]} [lines] what is typed
 * @property {object} [options]
 */

/** What has to run when nothing but the first module is there. @type {Program[]} */
const ALWAYS = [
  { name: "hello", source: "print('hello')" },
  { name: "a policy", source: "print(1)", options: { policy: { forbid: [{ call: ["eval"] }] } } },
  { name: "a kept interpreter", source: "print(1)", options: { keep: true } },
  { name: "input", source: "name = input('Name? ')\nprint('Hello,', name)\nn = int(input())\n", lines: ["Ann", "3"] },
  {
    name: "numbers",
    source: `
x = 6
x += 1
print(6 * 7, x - 2, x / 2, x // 2, x % 4, x ** 2, -x, 1.5 + x, round(2.567, 1), abs(-3), max(1, x), x == 7, not x < 3)
print(f"{x} and {x / 3:.2f}", str(x) + "!", int("12"), float("1.5"), x > 3 and x < 9 or x is None)
`,
  },
  {
    name: "loops",
    source: `
total = 0
for n in range(1, 10):
    if n % 2 == 0:
        continue
    elif n > 7:
        break
    else:
        total += n
while total > 0:
    total -= 1
print(total)
`,
  },
  {
    name: "containers",
    source: `
numbers = [3, 1, 2]
numbers.append(4)
numbers[0] = 5
print(numbers, numbers[-1], numbers[1:3], len(numbers), sum(numbers), sorted(numbers), 3 in numbers)
ages = {"Ann": 3}
ages["Bob"] = 4
for name, age in ages.items():
    print(name, age, ages.get("Eve", 0), (name, age))
print([n * n for n in numbers if n > 1], list(enumerate("ab")))
`,
  },
  {
    name: "texts",
    source: `
text = "Hello, world"
print(text.upper(), text.lower(), text[0], text[::-1], text.replace("l", "L"), text.split(", "), ", ".join(["a", "b"]))
for letter in text:
    print(letter, end="")
print("one\\n\\ttwo \\"three\\" \\\\", 'it\\'s', """four
five""", r"\\d", "ü – ✓ \\u00e9")
print("=" * 10, text.count("o"), "world" in text, text.startswith("H"))
`,
  },
  {
    name: "functions",
    source: `
def double(n, times=1):
    """Doubles."""
    for _ in range(times):
        n = n * 2
    return n
def fact(n):
    return 1 if n < 2 else n * fact(n - 1)
print(double(2), double(2, times=3), fact(10))
`,
  },
  {
    name: "classes",
    source: `
class Dog:
    def __init__(self, name):
        self.name = name
    def speak(self):
        return self.name + " barks"
    def __str__(self):
        return f"Dog {self.name}"
dog = Dog("Rex")
print(dog.speak(), dog)
`,
  },
  {
    name: "lambdas, generators, and methods that Python calls",
    source: `
class Thing:
    def __init__(self, n):
        self.n = n
    def __eq__(self, other):
        return self.n == other.n
    def __hash__(self):
        return 1
    def __del__(self):
        print("gone")
def numbers():
    try:
        yield 1
        yield 2
    finally:
        import sys
        print("done")
for n in numbers():
    break
thing = Thing(1)
print(len({thing: 1, Thing(1): 2}), sorted([3, 1, 2], key=lambda n: -n * 2))
del thing
`,
  },
  {
    name: "exceptions",
    source: `
try:
    int("x")
except ValueError as error:
    print("no number", error)
finally:
    print("done")
`,
  },
];

/** @param {string} folder @returns {Program[]} */
const below = (folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".py"))
    .sort()
    .map((file) => ({
      name: file,
      source: readFileSync(join(root, folder, file), "utf8"),
      lines: ["3", "4", "yes", "Ann", "5", "2", "no", "quit", "q", "n"],
    }));

globalThis.reportError ??= (error) => {
  throw error;
};

/**
 * @param {Garter} garter
 * @param {"always" | "often"} kind is a part of the name of what is recorded
 * @param {Program} program
 */
async function run(garter, kind, { name, source, lines = [], options = {} }) {
  const answers = [...lines];
  const onInput = lines.length > 0 ? () => answers.shift() ?? null : undefined;
  const running = garter.run(source, { ...options, argv: [kind], onInput });
  const { status } = await running;
  if (status !== "ok" && kind === "always") throw new Error(`${name} ends with ${status}`);
  console.log(`${name}: ${status}`);
  running.end();
}

const garter = await Garter.within(ProcessHost, (host) => host.open());
for (const program of ALWAYS) await run(garter, "always", program);
for (const folder of ["examples/gallery", "benches/programs"]) {
  for (const program of below(folder)) await run(garter, "often", program);
}
garter.dispose();
