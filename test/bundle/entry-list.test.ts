import { entryNames } from "../../scripts/gas-entry-plugin.ts";

const names = (source: string): string[] => entryNames("main.ts", source);

test("the list is read in order, beside imports and types", () => {
  const source = `import { a } from "./a.ts";
    interface Ask { text: string }
    global.onOpen = (): void => a();
    global.sidebarStart = function (ask: Ask) { return a(ask); };
    global.onEdit = a;`;
  expect(names(source)).toEqual(["onOpen", "sidebarStart", "onEdit"]);
});

const refusals = [
  // source                                             sentence
  ["", "Google could call nothing"],
  ['import "./a.ts";', "Google could call nothing"],
  ['global["onOpen"] = () => 1;', 'write "global.x = …"'],
  ["globalThis.onOpen = () => 1;", 'write "global.x = …"'],
  ["exports.onOpen = () => 1;", 'write "global.x = …"'],
  ["global.onOpen += 1;", 'write "global.x = …"'],
  ["export const onOpen = () => 1;", 'only imports and "global.x = …" belong here'],
  ["export default () => 1;", 'only imports and "global.x = …" belong here'],
  ["if (true) global.onOpen = () => 1;", 'only imports and "global.x = …" belong here'],
  ["global.onOpen = 7;", "an entry must be a function"],
  ["global.onOpen_ = () => 1;", `"onOpen_" can't be the name of an entry`],
  ["global.Session = () => 1;", `"Session" can't be the name of an entry`],
  ["global.console = () => 1;", `"console" can't be the name of an entry`],
  ["global.onOpen = () => 1; global.onOpen = () => 2;", "onOpen is listed twice"],
] as const;

test.each(refusals)("%s is refused", (source, sentence) => {
  expect(() => names(source)).toThrow(sentence);
});

test("a refusal names file and line", () => {
  expect(() => names("global.onOpen = () => 1;\nglobal.bad_ = () => 1;")).toThrow("main.ts:2: ");
});
