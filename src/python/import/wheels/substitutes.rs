//! Modules that packages have for another interpreter in browsers, Pyodide, and that they load because `sys.platform` is the
//! same here. They ask JavaScript, which programs do not reach.

/// By their paths in the folder of packages, with the text that is run in their place.
const SUBSTITUTES: [(&str, &str); 1] = [(
    "urllib3/contrib/emscripten/__init__.py",
    "\"\"\"Without JavaScript, connections are sockets, which say that there is no network.\"\"\"\n\n\ndef inject_into_urllib3():\n    pass\n",
)];

/// What is run in the place of a file.
pub(super) fn substitute(path: &str) -> Option<&'static str> {
    let found = SUBSTITUTES.iter().find(|(other, _)| *other == path);
    found.map(|(_, text)| *text)
}
