// @ts-check
// The fence's script: passes the port that the page sends to the frame inside.

addEventListener("message", function pass({ data, source, ports }) {
  if (source !== parent || data?.type !== "connect") return;
  removeEventListener("message", pass);
  frames[0].postMessage(data, "*", [...ports]);
  // If the frame tries to navigate, Chromium replaces it by an error page. Reloading the fence tells the page.
  document.querySelector("iframe")?.addEventListener("load", () => location.reload());
});
