import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";
import { transform } from "esbuild";
import { entryNames } from "../../scripts/gas-entry-plugin.ts";
import { buildAfresh, MINIATURE } from "../support/build.ts";
import { freeNames, googleGlobals, languageGlobals, topLevelFunctions } from "../support/syntax.ts";

const PRODUCT = { entry: "src/main.ts" };

describe.each([
  ["a miniature", MINIATURE],
  ["the product", PRODUCT],
])("Code.js of %s", (_name, plan) => {
  let code: string;
  beforeAll(async () => {
    ({ code } = await buildAfresh({ ...MINIATURE, ...plan }));
  });

  test("shows Google exactly the functions of the list", () => {
    expect(topLevelFunctions(code)).toEqual(entryNames(plan.entry, readFileSync(plan.entry, "utf8")));
  });

  test("needs no syntax after ES2019", async () => {
    const [lowered, asItIs] = await Promise.all([
      transform(code, { target: "es2019", legalComments: "none" }),
      transform(code, { target: "esnext", legalComments: "none" }),
    ]);
    expect(lowered.code).toBe(asItIs.code);
  });

  test("uses only what the language and Google offer", () => {
    const offered = new Set([...languageGlobals(), ...googleGlobals()]);
    expect(freeNames(code).filter((name) => !offered.has(name))).toEqual([]);
  });

  test("is plain ASCII", () => {
    expect(code).toMatch(/^[\x09\x0a\x0d\x20-\x7e]*$/);
  });
});

test("characters outside of ASCII mean what they meant", async () => {
  const { code } = await buildAfresh(MINIATURE);
  const realm = createContext({}) as { sumRange?: (ask: { range: string }) => string };
  runInContext(code, realm);
  expect(realm.sumRange?.({ range: "A1–B2－😀" })).toBe("4");
});

test("a build takes less than a second", async () => {
  await buildAfresh(MINIATURE);
  const startedAt = performance.now();
  await buildAfresh(MINIATURE);
  expect(performance.now() - startedAt).toBeLessThan(1000);
});
