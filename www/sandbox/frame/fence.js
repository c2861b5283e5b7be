// @ts-check
// The fence's script: hands the port that the page sends on to the frame inside.

addEventListener("message", function pass({ data, source, ports }) {
  if (source !== parent || data?.type !== "connect") return;
  removeEventListener("message", pass);
  frames[0].postMessage(data, "*", [...ports]);
  // In Chromium a frame that may not leave is left with an error page; the page has to hear of it.
  document.querySelector("iframe")?.addEventListener("load", () => location.reload());
});
