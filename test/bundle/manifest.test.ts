import { buildAfresh, MINIATURE } from "../support/build.ts";

interface Manifest {
  runtimeVersion: string;
  timeZone: string;
  exceptionLogging: string;
  oauthScopes: string[];
}

let manifest: Manifest;
beforeAll(async () => {
  manifest = JSON.parse((await buildAfresh(MINIATURE)).manifest) as Manifest;
});

test("scopes are listed, each once, none of them restricted", () => {
  const scope = (name: string): string => `https://www.googleapis.com/auth/${name}`;
  expect(new Set(manifest.oauthScopes).size).toBe(manifest.oauthScopes.length);
  expect(manifest.oauthScopes).toEqual(
    expect.arrayContaining(["script.container.ui", "script.scriptapp", "userinfo.email"].map(scope)),
  );
  // The open workbook, and no other: `spreadsheets` would reach every file of the person.
  expect(manifest.oauthScopes).toContain(scope("spreadsheets.currentonly"));
  const restricted = /\/auth\/(spreadsheets|drive|gmail\.modify|gmail\.readonly)$|mail\.google\.com/;
  expect(manifest.oauthScopes.filter((name) => restricted.test(name))).toEqual([]);
});

test("the runtime is V8 and times mean UTC until a workbook says otherwise", () => {
  expect(manifest).toMatchObject({ runtimeVersion: "V8", timeZone: "Etc/UTC", exceptionLogging: "STACKDRIVER" });
});
