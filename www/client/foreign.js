// @ts-check
// A page of another server: some send pages as plain text, so that nobody shows pages in their name.

/**
 * @param {URL} url a page
 * @returns {Promise<URL>} where it is shown as one
 */
export async function addressOfPage(url) {
  if (url.origin === location.origin || url.protocol === "file:") return url;
  let response;
  try {
    response = await fetch(url, { method: "HEAD" });
  } catch {
    // It may be shown all the same; if not, that is noticed.
    return url;
  }
  const isPage = response.headers.get("Content-Type")?.startsWith("text/html") ?? true;
  if (isPage || !response.ok) return url;
  const page = await (await fetch(url)).blob();
  return new URL(URL.createObjectURL(new Blob([page], { type: "text/html" })));
}
