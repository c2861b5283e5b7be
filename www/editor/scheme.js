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
 * @returns {boolean} whether the page is dark without saying so: light text, and no `color-scheme`
 */
export function isDarkUnsaid() {
  const { color, colorScheme } = getComputedStyle(document.body);
  const [red, green, blue] = color.match(/\d+/g)?.map(Number) ?? [];
  // Brighter than a medium grey, as Rec. 601 weighs colours.
  return colorScheme === "normal" && color.startsWith("rgb") && 0.299 * red + 0.587 * green + 0.114 * blue > 140;
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
