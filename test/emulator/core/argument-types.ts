import { types } from "node:util";
import { lastSegment, type Overload } from "../reference/parse-declarations.ts";
import { GoogleError } from "./errors.ts";
import { classOf, EnumValue, ServiceObject, shortName } from "./service-object.ts";

/** How Google names the type of an argument in "The parameters (…) don't match the method signature for …". */
function typeName(value: unknown): string {
  if (value === null || value === undefined) return "null";
  if (typeof value === "string") return "String";
  if (typeof value === "number") return "number";
  if (typeof value === "boolean") return "Boolean";
  if (typeof value === "function") return "(function)";
  if (value instanceof ServiceObject) return classOf(value).googleName;
  if (value instanceof EnumValue) return value.enumName;
  if (types.isDate(value)) return "Date";
  if (Array.isArray(value)) return value.length === 0 ? "Array" : `${typeName(value[0])}[]`;
  return "(class)";
}

/** Google's refusal of arguments; `method` is e.g. "SpreadsheetApp.Range.setValues". */
export function signatureMismatch(method: string, args: unknown[]): GoogleError {
  return new GoogleError(
    `The parameters (${args.map(typeName).join(",")}) don't match the method signature for ${method}.`,
  );
}

/** The arguments (already unwrapped) as the first overload that takes them wants them; undefined where none does. */
export function fitted(overloads: Overload[], args: unknown[], lenient: readonly number[]): unknown[] | undefined {
  if (overloads.some((overload) => fits(overload, args, lenient))) return args;
  return overloads
    .map((overload) => args.map((arg, i) => asText(overload.params[i]?.type, arg)))
    .find((texts, i) => fits(overloads[i]!, texts, lenient));
}

/** Where only text will do, Google makes text of a number. */
function asText(type: string | undefined, arg: unknown): unknown {
  return typeof arg === "number" && type !== undefined && /^string$/i.test(type) ? String(arg) : arg;
}

function fits({ params }: Overload, args: unknown[], lenient: readonly number[]): boolean {
  if (args.length > params.length) return false;
  return params.every((param, i) => {
    if (i >= args.length) return param.optional;
    const value = args[i];
    if (lenient.includes(i)) return true;
    if (value === null || value === undefined) return param.nullable || param.optional || acceptsNull(param.type);
    return matches(param.type, value);
  });
}

function acceptsNull(type: string): boolean {
  return type === "any" || type.split("|").some((part) => part.trim() === "null");
}

/** Whether an unwrapped value is of a published type such as "Integer", "string[][]" or "Base.BlobSource". */
function matches(type: string, value: unknown): boolean {
  if (type.includes("|")) return type.split("|").some((part) => matches(part.trim(), value));
  if (type.endsWith("[]")) return Array.isArray(value) && matchesItems(type.slice(0, -2), value);
  switch (type) {
    case "any":
    case "object":
    case "Object":
      return true;
    case "string":
    case "String":
    case "Char":
      return typeof value === "string";
    case "Integer":
    case "number":
    case "Byte":
    case "BigNumber":
      return typeof value === "number";
    case "boolean":
      return typeof value === "boolean";
    case "Date":
      return types.isDate(value);
  }
  return matchesClass(lastSegment(type), value);
}

function matchesItems(type: string, items: unknown[]): boolean {
  if (type === "any") return true;
  return items.every((item) => item === null || item === undefined || matches(type, item));
}

function matchesClass(name: string, value: unknown): boolean {
  if (value instanceof EnumValue) return value.enumName === name || lastSegment(value.enumName) === name;
  if (!(value instanceof ServiceObject)) return false;
  if (name === "BlobSource") return "getBlob" in value || shortName(classOf(value).googleName) === "Blob";
  if (name === "DataTableSource") return "getDataTable" in value;
  for (let type: unknown = value.constructor; typeof type === "function"; type = Object.getPrototypeOf(type)) {
    const googleName = (type as { googleName?: string }).googleName;
    if (googleName && shortName(googleName) === name) return true;
  }
  return false;
}
