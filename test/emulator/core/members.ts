import { publishedClass, publishedEnum, type Overload } from "../reference/published.ts";
import { SERVICE_FILES } from "./service-files.ts";
import { shortName, type GoogleClass } from "./service-object.ts";

export type Member =
  | { is: "method"; overloads: Overload[] | undefined; scopes: string[] }
  | { is: "enum"; name: string; values: string[] }
  | { is: "field" }
  | { is: "missing"; callable: boolean }
  | { is: "absent" };

const ABSENT: Member = { is: "absent" };
/** Google's varargs lose their dots in the published declarations. */
const ANY_ARGUMENTS = new Set([
  "Utilities.formatString",
  "Logger.log",
  ...["log", "info", "warn", "error"].map((m) => `console.${m}`),
]);
const tables = new WeakMap<GoogleClass, Map<string, Member>>();

/** What Google's reference and the emulator's class say about one member of a class. */
export function memberOf(type: GoogleClass, prototype: object, name: string): Member {
  let table = tables.get(type);
  if (!table) tables.set(type, (table = new Map<string, Member>()));
  const known = table.get(name);
  if (known) return known;
  const member = findMember(type, prototype, name);
  table.set(name, member);
  return member;
}

function findMember(type: GoogleClass, prototype: object, name: string): Member {
  if (name === "toString") return { is: "method", overloads: undefined, scopes: [] };
  if (type.fields?.includes(name)) return { is: "field" };
  const file = fileOf(type.googleName);
  const published = publishedClass(file, shortName(type.googleName));
  const overloads = published?.methods.get(name);
  const implemented = typeof (prototype as Record<string, unknown>)[name] === "function";
  if (overloads) {
    if (!implemented) return { is: "missing", callable: true };
    const scopes = [...new Set(overloads.flatMap((overload) => overload.scopes))];
    const checked = ANY_ARGUMENTS.has(`${type.googleName}.${name}`) ? undefined : overloads;
    return { is: "method", overloads: checked, scopes };
  }
  if (type.extras?.includes(name)) return { is: "method", overloads: undefined, scopes: [] };
  const property = published?.properties.get(name);
  if (property === undefined) return ABSENT;
  const values = publishedEnum(file, property);
  return values ? { is: "enum", ...values } : { is: "missing", callable: false };
}

/** "SpreadsheetApp.Range" → the declaration file of SpreadsheetApp; names without a service live in "base". */
function fileOf(googleName: string): string {
  const service = googleName.split(".")[0] ?? "";
  return SERVICE_FILES[service] ?? "base";
}
