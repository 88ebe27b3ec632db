import { boundScript } from "./try-script.ts";

const SOURCE = `
  function show() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput("")); }
  function echo(...args) { return args; }
  function who() { return Session.getActiveUser().getEmail(); }
  function secret_() { return 1; }
  const tools = { deep() { return 1; } };
  function fail() { throw new Error("for a reason"); }
  async function later() { return 7; }
  const answer = (text) => eval("(" + text + ")");
`;

function page() {
  const { workspace, book, project } = boundScript(SOURCE);
  const window = workspace.person("ann@example.com").open(book);
  project.run("show", [], { window });
  return window;
}

describe("From the page to the server", () => {
  const circular: { self?: unknown } = {};
  circular.self = circular;

  test.each([
    [
      [1, "a", true, null],
      [1, "a", true, null],
    ],
    [[{ a: [1, { b: 2 }] }], [{ a: [1, { b: 2 }] }]],
    [
      [undefined, [undefined]],
      [null, [null]],
    ],
  ])("%j arrives", (args, expected) => expect(page().call("echo", ...args).value).toEqual(expected));

  test.each<[string, unknown[], string]>([
    ["a Date", [new Date()], "0"],
    ["a Date inside", [1, { when: new Date() }], "when"],
    ["a function", [() => 1], "0"],
    ["a Map", [new Map()], "0"],
    ["a RegExp", [/x/], "0"],
    ["a typed array", [new Uint8Array(1)], "0"],
    ["a boxed number", [Object(1)], "0"],
    ["a circle", [circular], "self"],
  ])("%s is not sent", (_what, args, key) => {
    expect(page().call("echo", ...args).error?.message).toBe(`Failed due to illegal value in property: ${key}`);
  });
});

describe("From the server to the page", () => {
  test.each([
    ["{ a: 1, b: [null, 'x'] }", { a: 1, b: [null, "x"] }],
    ["new Date()", null],
    ["{ a: { b: [new Date()] }, c: 1 }", null],
    ["new Map([[1, 2]])", {}],
    ["{ r: /x/ }", { r: {} }],
    ["undefined", null],
    ["{ u: undefined }", { u: null }],
    ["() => 1", "() => 1"],
    ["new Int8Array([1, 2])", { 0: 1, 1: 2 }],
    ["SpreadsheetApp.getActive()", null],
  ])("%s", (text, expected) => expect(page().call("answer", text).value).toEqual(expected));

  test("a Uint8Array is a server error, a promise its value", () => {
    expect(page().call("answer", "new Uint8Array(1)").error).toBeDefined();
    expect(page().call("later").value).toBe(7);
  });

  test("of an error the message arrives", () => {
    expect(page().call("fail").error?.message).toBe("for a reason");
  });
});

describe("Which functions", () => {
  test("it runs as whoever has the page open", () => expect(page().call("who").value).toBe("ann@example.com"));

  test.each(["secret_", "tools.deep", "nothing"])("%s can't be called", (name) => {
    expect(page().call(name).error?.message).toBe(`google.script.run.${name} is not a function`);
  });

  test("ten calls run at once, the eleventh would have to wait", () => {
    const { workspace, book, project } = boundScript(
      `${SOURCE} function count() { return PropertiesService.getUserProperties().getKeys().length; }`,
    );
    const window = workspace.person("ann@example.com").open(book);
    project.run("show", [], { window });
    let running = 0;
    workspace.onCall = () => {
      if (++running < 10) window.call("count");
      else expect(() => window.call("count")).toThrow("ten calls of this page are running");
    };
    expect(window.call("count").value).toBe(0);
    expect(running).toBe(10);
  });

  test("without a page there is nothing to call from", () => {
    const { workspace, book } = boundScript(SOURCE);
    const window = workspace.person("ann@example.com").open(book);
    expect(() => window.call("who")).toThrow("No page is open.");
  });
});
