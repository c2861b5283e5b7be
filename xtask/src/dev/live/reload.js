// @ts-check
// Loads the page again when the dev server has built another version, and shows why a build failed.

(() => {
  const own = document.currentScript?.dataset.version;

  /** The server is gone, and may come back. */
  const PATIENCE_MS = 1000;

  /** Why the last build failed. @type {HTMLElement | null} */
  let notice = null;

  /** @param {string | null} error */
  const show = (error) => {
    notice?.remove();
    notice = null;
    if (error === null) return;
    console.error(`Garter: the build failed.\n${error}`);
    notice = document.createElement("div");
    notice.style.cssText = "position: fixed; inset: auto 0 0 0; max-height: 60vh; overflow: auto; z-index: 2147483647";
    // The page's own style sheets do not reach it there.
    const inside = notice.attachShadow({ mode: "open" });
    const text = document.createElement("pre");
    text.setAttribute("role", "alert");
    text.style.cssText =
      "margin: 0; padding: 1em; background: #300; color: #fff; font: 13px/1.4 monospace; white-space: pre-wrap";
    text.textContent = `The build failed; this page is the version before.\n\n${error}`;
    inside.append(text);
    document.documentElement.append(notice);
  };

  const follow = async () => {
    for (let question = ""; ; ) {
      try {
        const answer = await fetch(`/live/news${question}`);
        const { serial, version, error } = await answer.json();
        if (String(version) !== own) {
          location.reload();
          return;
        }
        if (question !== `?after=${serial}`) show(error);
        question = `?after=${serial}`;
      } catch {
        question = "";
        await new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
      }
    }
  };
  follow();
})();
