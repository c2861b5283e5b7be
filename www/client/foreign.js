// @ts-check
// A page of another server. Some servers send pages as plain text, so that no page is shown under their address.

/**
 * @param {URL} url of the page
 * @returns {Promise<URL>} an address at which browsers show it as a page
 */
export async function addressOfPage(url) {
  if (url.origin === location.origin || url.protocol === "file:") return url;
  let response;
  try {
    response = await fetch(url, { method: "HEAD" });
  } catch {
    // A frame may show it all the same. If it does not, its caller notices.
    return url;
  }
  const isPage = response.headers.get("Content-Type")?.startsWith("text/html") ?? true;
  if (isPage || !response.ok) return url;
  const page = await (await fetch(url)).blob();
  return new URL(URL.createObjectURL(new Blob([page], { type: "text/html" })));
}
