// @ts-check
// The script of www/show/show.html: builds the harmless parts of a stranger's HTML. The frame's sandbox and its
// policy forbid scripts and addresses as well, but not everything: browsers open a connection for a link to a
// style sheet before they check the policy, and a document can navigate to another address.

const ELEMENTS = new Set(
  (
    "a abbr address article aside b bdi bdo blockquote br caption center cite code col colgroup dd del details " +
    "dfn div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark meter " +
    "nav ol p pre progress q rp rt ruby s samp section small span strike strong style sub summary sup table tbody " +
    "td tfoot th thead time tr tt u ul var wbr"
  ).split(" "),
);
/** Elements that are left out with their content; of other elements the content stays. */
const LEFT_OUT = new Set("script template noscript iframe object embed svg math title head".split(" "));
const ATTRIBUTES = new Set(
  (
    "align alt bgcolor border cellpadding cellspacing class color colspan datetime dir face headers height high " +
    "id lang low max min open optimum reversed rowspan scope size span start style title type valign value width"
  ).split(" "),
);
/** Pictures that are part of the text. An SVG could draw without end. */
const PICTURE = /^data:image\/(?:png|jpeg|gif|webp);/i;
const MOST_NODES = 20_000;

let left = MOST_NODES;

/**
 * @param {Node} from of a document in which nothing happens
 * @param {Element} to
 */
function build(from, to) {
  for (const node of from.childNodes) {
    if ((left -= 1) < 0) return;
    if (node instanceof Text) to.append(node.data);
    if (!(node instanceof Element)) continue;
    const name = node.localName;
    if (node.namespaceURI !== to.namespaceURI || LEFT_OUT.has(name)) continue;
    if (ELEMENTS.has(name)) to.append(copy(node, name));
    else build(node, to);
  }
}

/**
 * @param {Element} node
 * @param {string} name
 */
function copy(node, name) {
  const element = document.createElement(name);
  for (const { name: attribute, value } of node.attributes) {
    if (ATTRIBUTES.has(attribute)) element.setAttribute(attribute, value);
    else if (attribute === "src" && name === "img" && PICTURE.test(value)) element.setAttribute(attribute, value);
  }
  build(node, element);
  return element;
}

addEventListener("message", function hear({ data, source, ports }) {
  if (source !== parent || data?.type !== "show") return;
  removeEventListener("message", hear);
  const place = /** @type {HTMLElement} */ (document.getElementById("shown"));
  build(new DOMParser().parseFromString(data.html, "text/html").body, place);
  const tell = () => ports[0].postMessage(document.documentElement.getBoundingClientRect().height);
  new ResizeObserver(tell).observe(document.documentElement);
});
