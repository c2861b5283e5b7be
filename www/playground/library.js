// @ts-check
// What Python's library has, as Python itself says it: asked when it is first wanted, and once.

/**
 * @typedef {{ label: string, type: string, detail?: string, info?: string }} Name with what CodeMirror draws beside it: how it
 *   is called, and the first line of its docstring
 */

// Some modules are known and not there, such as those for windows; some say so when they are looked for.
const MODULES = `
import importlib.util, sys
for name in sorted(sys.stdlib_module_names):
    try:
        if not name.startswith("_") and importlib.util.find_spec(name):
            print(name, "namespace", sep="\\t")
    except ImportError:
        pass
`;

/** @param {string} module */
const members = (module) => `
import inspect
import ${module} as module
for name in dir(module):
    if not name.startswith("_"):
        value = getattr(module, name)
        kind = "class" if isinstance(value, type) else "function" if callable(value) else "variable"
        signature = doc = ""
        if callable(value):
            doc = (inspect.getdoc(value) or "").partition("\\n")[0]
            try:
                signature = str(inspect.signature(value))
            except (TypeError, ValueError):
                pass
        print(name, kind, signature.replace("\\n", " "), doc, sep="\\t")
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

  /**
   * @param {string} module
   * @param {string} name
   * @returns {Promise<Name | undefined>} what is said of a name in a module
   */
  async about(module, name) {
    return (await this.members(module)).find(({ label }) => label === name);
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
            const [label, type, detail, info] = line.split("\t");
            return { label, type, ...(detail && { detail }), ...(info && { info }) };
          }),
      );
      this.#answers.set(source, answer);
      // Who asks again may have another Garter.
      answer.catch(() => this.#answers.delete(source));
    }
    return answer.catch(() => []);
  }
}
