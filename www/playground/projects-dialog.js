// @ts-check
// The list of projects.

import { visible } from "../texts/visible.js";
import { openDialog } from "./dialog.js";
import { make, makeButton } from "./dom.js";

/** @typedef {import("./project.js").About} About */

/**
 * @param {import("./workspace.js").Workspace} workspace
 * @param {import("../texts/texts.js").Texts["playground"]} texts
 * @param {(error: unknown) => void} onError
 */
export async function openProjects(workspace, texts, onError) {
  const list = make("div", { className: "projects" });
  const dialog = openDialog(
    texts.projects,
    [make("p", { className: "hint", textContent: texts.projectsHint }), list],
    texts,
  );

  /** @param {() => Promise<void>} action which changes the list */
  const doing = (action) => () => action().then(draw).catch(onError);
  /** @param {About} about */
  const open =
    ({ id }) =>
    () =>
      workspace.open(id).then(() => dialog.close(), onError);

  async function draw() {
    const all = await workspace.projects();
    const deleted = all.filter((about) => about.deleted !== null);
    list.replaceChildren(
      rows(
        all.filter((about) => about.deleted === null),
        (about) => [
          action(texts.openProject, about, open(about)),
          action(
            texts.deleteProject,
            about,
            doing(() => workspace.discard(about)),
            about.id === workspace.about.id,
          ),
        ],
      ),
    );
    if (deleted.length === 0) return;
    list.append(
      make("h3", { textContent: texts.deletedProjects }),
      rows(deleted, (about) => [
        action(texts.restoreProject, about, open(about)),
        action(
          texts.eraseProject,
          about,
          doing(() => workspace.erase(about.id)),
        ),
      ]),
    );
  }

  /**
   * @param {About[]} projects
   * @param {(about: About) => Node[]} actions
   */
  const rows = (projects, actions) =>
    make(
      "ul",
      {},
      ...projects.map((about) => {
        const state = about.id === workspace.about.id ? texts.projectNow : texts.changedAt({ time: about.changed });
        const what = make(
          "div",
          {},
          make("strong", { textContent: visible(about.name) }),
          make("small", { textContent: state }),
        );
        return make("li", {}, what, ...actions(about));
      }),
    );

  /**
   * @param {string} label
   * @param {About} about
   * @param {() => void} act
   * @param {boolean} [isOff]
   */
  const action = (label, { name }, act, isOff = false) =>
    makeButton(label, act, { disabled: isOff, "aria-label": texts.about({ action: label, name: visible(name) }) });

  await draw();
}
