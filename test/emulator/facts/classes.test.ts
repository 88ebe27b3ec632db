import { readdirSync } from "node:fs";
import { join } from "node:path";
import { memberOf } from "../core/members.ts";
import { ServiceObject, type GoogleClass } from "../core/service-object.ts";

const HERE = join(__dirname, "..");

function filesUnder(folder: string): string[] {
  return readdirSync(join(HERE, folder), { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return entry.name === "model" ? [] : filesUnder(join(folder, entry.name));
    return entry.name.endsWith(".ts") && !entry.name.endsWith(".test.ts") ? [join(HERE, folder, entry.name)] : [];
  });
}

type Found = [GoogleClass, object];

function asGoogleClass(exported: unknown): Found[] {
  if (typeof exported !== "function" || !Object.hasOwn(exported, "googleName")) return [];
  const prototype = (exported as { prototype: unknown }).prototype;
  return prototype instanceof ServiceObject ? [[exported as unknown as GoogleClass, prototype]] : [];
}

async function googleClasses(): Promise<Found[]> {
  const paths = [...filesUnder("services"), ...filesUnder("spreadsheet")];
  const modules = await Promise.all(paths.map((path) => import(path) as Promise<object>));
  return modules.flatMap((module) => Object.values(module).flatMap(asGoogleClass));
}

test("kinds, leniencies and extras name methods that some class of the same service has and Google knows", async () => {
  const classes = await googleClasses();
  const isMethod = (name: string, service: string | undefined) =>
    classes.some(([type, prototype]) => serviceOf(type) === service && memberOf(type, prototype, name).is === "method");
  const wrong = classes.flatMap(([type]) => {
    const named = [...Object.keys(type.kinds ?? {}), ...Object.keys(type.lenient ?? {}), ...(type.extras ?? [])];
    return named.filter((name) => !isMethod(name, serviceOf(type))).map((name) => `${type.googleName}.${name}`);
  });
  expect(wrong).toEqual([]);
  expect(classes.length).toBeGreaterThan(40);
});

const serviceOf = ({ googleName }: GoogleClass): string | undefined => googleName.split(".")[0];
