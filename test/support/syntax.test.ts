import { freeNames, googleGlobals, languageGlobals, topLevelFunctions } from "./syntax.ts";

const cases = [
  // code                                                      free names
  ["fetch('x')", ["fetch"]],
  ["typeof window", ["window"]],
  ["const window = 1; window;", []],
  ["function f(process) { return process; }", []],
  ["a.fetch; ({ URL: 1, crypto() {} }); let a;", []],
  ["({ Buffer })", ["Buffer"]],
  ["const { fetch: mine } = globalThis; mine", []],
  ["setTimeout: for (;;) break setTimeout;", []],
] as const;

test.each(cases)("%s", (code, free) => {
  expect(freeNames(code)).toEqual(free);
});

test("what Apps Script lacks is offered by neither the language nor Google", () => {
  const offered = [...languageGlobals(), ...googleGlobals()];
  expect(offered).toEqual(expect.arrayContaining(["Map", "console", "SpreadsheetApp", "Utilities"]));
  for (const name of ["fetch", "setTimeout", "URL", "TextEncoder", "crypto", "Buffer", "process", "window"]) {
    expect(offered).not.toContain(name);
  }
});

test("only functions outside of every block are top-level", () => {
  expect(topLevelFunctions("function a() {} (() => { function b() {} })(); var c = () => 1;")).toEqual(["a"]);
});
