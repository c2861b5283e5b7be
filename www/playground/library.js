// @ts-check
// What Python's library has, as Python itself says it: asked when it is first wanted, and once.

/** @typedef {{ label: string, type: string }} Name with what CodeMirror draws beside it */

// Some modules are known and not there, such as those for windows; some say so when they are looked for.
const MODULES = `
import importlib.util, sys
for name in sorted(sys.stdlib_module_names):
    try:
        if not name.startswith("_") and importlib.util.find_spec(name):
            print(name, "namespace")
    except ImportError:
        pass
`;

/** @param {string} module */
const members = (module) => `
import ${module} as module
for name in dir(module):
    if not name.startswith("_"):
        value = getattr(module, name)
        kind = "class" if isinstance(value, type) else "function" if callable(value) else "variable"
        print(name, kind)
`;

/** What a list of names may take to be found. */
const SEARCH_BUDGET = { seconds: 5, outputKB: 256 };

export class Library {
  #garter;
  /** @type {Map<string, Promise<Name[]>>} */
  #answers = new Map();

  /** @param {() => import("../client/garter.js").Garter | null} garter */
  constructor(garter) {
    this.#garter = garter;
  }

  /** @returns {Promise<Name[]>} the modules of the library */
  modules() {
    return this.#ask(MODULES);
  }

  /**
   * @param {string} module of the library: what somebody has written is not run for this
   * @returns {Promise<Name[]>}
   */
  async members(module) {
    if (!/^\w+(\.\w+)*$/.test(module)) return [];
    const [top] = module.split(".");
    const isKnown = (await this.modules()).some(({ label }) => label === top);
    return isKnown ? this.#ask(members(module)) : [];
  }

  /** @param {string} source prints names with their kinds @returns {Promise<Name[]>} */
  async #ask(source) {
    const garter = this.#garter();
    if (!garter) return [];
    let answer = this.#answers.get(source);
    if (!answer) {
      answer = Promise.resolve(garter.run(source, { budget: SEARCH_BUDGET })).then(({ stdout }) =>
        stdout
          .split("\n")
          .filter(Boolean)
          .map((line) => {
            const [label, type] = line.split(" ");
            return { label, type };
          }),
      );
      this.#answers.set(source, answer);
      // Who asks again may have another Garter.
      answer.catch(() => this.#answers.delete(source));
    }
    return answer.catch(() => []);
  }
}
