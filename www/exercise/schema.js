// @ts-check
// Holds a value against a part of schema.json. It knows the keywords that are used there; tests see to it that there
// are no others.

import { nearest } from "../snippet/nearest.js";
import SCHEMA from "./schema.json" with { type: "json" };

/** @typedef {typeof import("../texts/en/exercise.js").default["format"]} Say */

/** @typedef {Record<string, any>} Schema */

/** Something that is not as the schema says. @typedef {{ path: string, message: string }} Breach */

/** The keywords that are read here, and those that only describe. */
export const KEYWORDS = (
  "$ref additionalProperties anyOf const enum items maxLength maximum minItems minLength minimum pattern " +
  "patternProperties properties required type " +
  "$schema $defs default description title"
).split(" ");

/**
 * @param {unknown} value
 * @param {Schema} schema
 * @param {Say} say
 * @param {string} [path] where the value stands
 * @returns {Breach[]}
 */
export function breaches(value, schema, say, path = "") {
  const { $ref, ...own } = schema;
  if ($ref) return breaches(value, { ...defined($ref), ...own }, say, path);
  if (schema.anyOf) {
    const fitting = schema.anyOf.map(resolved).filter((/** @type {Schema} */ one) => isOfType(value, one));
    if (fitting.length === 0) return [wrong(value, schema, say, path)];
    const found = fitting.map((/** @type {Schema} */ one) => breaches(value, one, say, path));
    // Of texts or numbers none of which fits, all that are allowed are named.
    return found.some((/** @type {Breach[]} */ { length }) => length === 0)
      ? []
      : isCollection(value)
        ? found[0]
        : [wrong(value, schema, say, path)];
  }
  if (!isOfType(value, schema) || !isWithin(value, schema)) return [wrong(value, schema, say, path)];
  if (Array.isArray(value))
    return value.flatMap((item, at) => breaches(item, schema.items ?? {}, say, joined(path, at)));
  return isObject(value) ? ofObject(value, schema, say, path) : [];
}

/**
 * @param {Record<string, unknown>} value
 * @param {Schema} schema
 * @param {Say} say
 * @param {string} path
 * @returns {Breach[]}
 */
function ofObject(value, schema, say, path) {
  const { properties = {}, required = [], additionalProperties: others = true, patternProperties = {} } = schema;
  const missing = required
    .filter((/** @type {string} */ name) => !Object.hasOwn(value, name))
    .map((/** @type {string} */ name) => ({ path, message: say.missing({ name: shown(joined(path, name)) }) }));
  const found = Object.entries(value).flatMap(([name, item]) => {
    const at = joined(path, name);
    if (Object.hasOwn(properties, name)) return breaches(item, properties[name], say, at);
    if (Object.keys(patternProperties).some((pattern) => new RegExp(pattern).test(name))) return [];
    if (others !== false) return breaches(item, others === true ? {} : others, say, at);
    const known = Object.keys(properties);
    const meant = nearest(name, known);
    return [{ path: at, message: say.unknown({ name: shown(at), meant, allowed: known.join(", ") }) }];
  });
  return [...missing, ...found];
}

/** @param {string} ref */
const defined = (ref) =>
  ref
    .replace("#/", "")
    .split("/")
    .reduce((part, name) => part[name], /** @type {any} */ (SCHEMA));

/** @param {Schema} schema @returns {Schema} */
const resolved = (schema) => (schema.$ref ? { ...defined(schema.$ref), ...schema } : schema);

/** @param {unknown} value @returns {value is Record<string, unknown>} */
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** @param {unknown} value */
const isCollection = (value) => typeof value === "object" && value !== null;

/**
 * @param {unknown} value
 * @param {Schema} schema
 * @returns {boolean}
 */
function isOfType(value, schema) {
  if (schema.anyOf) return schema.anyOf.some((/** @type {Schema} */ one) => isOfType(value, resolved(one)));
  if (schema.enum) return typeof value === "string";
  if ("const" in schema) return typeof value === typeof schema.const;
  switch (schema.type) {
    case "string":
    case "boolean":
      return typeof value === schema.type;
    case "integer":
    case "number":
      return typeof value === "number";
    case "array":
      return Array.isArray(value);
    case "object":
      return isObject(value);
  }
  return true;
}

/**
 * @param {unknown} value of the right type
 * @param {Schema} schema
 */
function isWithin(value, schema) {
  if (schema.enum) return schema.enum.includes(value);
  if ("const" in schema) return value === schema.const;
  if (typeof value === "string") {
    const { minLength = 0, maxLength = Number.POSITIVE_INFINITY, pattern = "" } = schema;
    return value.trim().length >= minLength && value.length <= maxLength && new RegExp(pattern, "u").test(value);
  }
  if (typeof value === "number") {
    const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY, type } = schema;
    return value >= minimum && value <= maximum && (type !== "integer" || Number.isInteger(value));
  }
  return !Array.isArray(value) || value.length >= (schema.minItems ?? 0);
}

/**
 * @param {unknown} value
 * @param {Schema} schema
 * @param {Say} say
 * @param {string} path
 * @returns {Breach}
 */
function wrong(value, schema, say, path) {
  const allowed = say.or(allowedBy(schema, say));
  return { path, message: say.wrong({ name: shown(path), value: written(value, say), allowed }) };
}

/**
 * @param {unknown} value
 * @param {Say} say
 */
function written(value, say) {
  if (value === null) return say.empty;
  if (isCollection(value)) return Array.isArray(value) ? say.aList : say.aMapping;
  const text = typeof value === "string" ? JSON.stringify(value) : String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/**
 * @param {Schema} schema
 * @param {Say} say
 * @returns {string[]}
 */
function allowedBy(schema, say) {
  if (schema.anyOf)
    return [...new Set(schema.anyOf.flatMap((/** @type {Schema} */ one) => allowedBy(resolved(one), say)))].map(String);
  if (schema.enum) return schema.enum;
  if ("const" in schema) return [String(schema.const)];
  const { minimum: least, maximum: most, minLength, maxLength, pattern } = schema;
  switch (schema.type) {
    case "string":
      return [pattern ? say.anId : say.aText({ isEmpty: !minLength, most: maxLength })];
    case "boolean":
      return ["true", "false"];
    case "integer":
      return [say.aNumber({ isWhole: true, least, most })];
    case "number":
      return [say.aNumber({ isWhole: false, least, most })];
    case "array":
      return [say.aList];
  }
  return [say.aMapping];
}

/**
 * @param {string} path
 * @param {string | number} name
 */
const joined = (path, name) => (path ? `${path}/${name}` : String(name));

/**
 * As our other messages write it: `forbid[0].node`. Which case of a table it is about is said by its line.
 * @param {string} path
 */
const shown = (path) =>
  path
    .replace(/^\d+(?:\/|$)/, "")
    .split("/")
    .reduce((all, name) => (/^\d+$/.test(name) ? `${all}[${name}]` : all ? `${all}.${name}` : name), "");

/** @param {"frontMatter" | "table" | "answers"} name @returns {Schema} */
export const schemaOf = (name) => (name === "frontMatter" ? SCHEMA : /** @type {any} */ (SCHEMA).$defs[name]);
