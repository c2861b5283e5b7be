// @ts-check
// Light or dark: what the page says, which need not be what the system says.

/**
 * @param {Element} parent
 * @returns {boolean} whether what is in it is shown in a dark scheme (CSS `color-scheme`)
 */
export function isDark(parent) {
  const probe = document.createElement("span");
  probe.style.color = "light-dark(rgb(0, 0, 0), rgb(255, 255, 255))";
  parent.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color === "rgb(255, 255, 255)";
}

/**
 * Calls back when the scheme may have changed: by the system, or by a switch in the page, which changes a
 * class or an attribute of the whole page.
 * @param {() => void} onChange
 * @returns {() => void} ends it
 */
export function watchScheme(onChange) {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const observer = new MutationObserver(onChange);
  system.addEventListener("change", onChange);
  for (const element of [document.documentElement, document.body]) observer.observe(element, { attributes: true });
  return () => {
    system.removeEventListener("change", onChange);
    observer.disconnect();
  };
}
