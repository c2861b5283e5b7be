// @ts-check
// <garter-snippet>, <garter-exercise> and <garter-lesson> as one script with a plain tag: browsers load no modules into
// pages from `file://`.

import "./snippet.js";
