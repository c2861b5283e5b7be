// The catalogues of texts, as the page loads them.

import { textsFor } from "../../www/texts/texts.js";

export const en = textsFor("en");
export const ja = textsFor("ja");
