import { readFileSync } from "node:fs";
import ts from "typescript";
import { entryNames } from "../../scripts/gas-entry-plugin.ts";
import { filesUnder } from "../support/rooms.ts";
import { forEachNode, parse } from "../support/syntax.ts";

const entries = entryNames("src/main.ts", readFileSync("src/main.ts", "utf8"));

/** The text of every literal that `pick` finds in a call of that name, anywhere in src. */
function literalsIn(called: string, pick: (call: ts.CallExpression) => (ts.Node | undefined)[]): string[] {
  const found: string[] = [];
  for (const { path, text } of filesUnder("src")) {
    forEachNode(parse(text, path), (node) => {
      if (!ts.isCallExpression(node) || nameOf(node.expression) !== called) return;
      for (const literal of pick(node)) if (literal && ts.isStringLiteral(literal)) found.push(literal.text);
    });
  }
  return found;
}

function nameOf(callee: ts.Expression): string {
  if (ts.isIdentifier(callee)) return callee.text;
  return ts.isPropertyAccessExpression(callee) ? callee.name.text : "";
}

/** The second of each pair in a list such as [["Set up", "setUp"], null]. */
function seconds({ arguments: [list] }: ts.CallExpression): (ts.Node | undefined)[] {
  if (!list || !ts.isArrayLiteralExpression(list)) return [];
  return list.elements.map((pair) => (ts.isArrayLiteralExpression(pair) ? pair.elements[1] : undefined));
}

const uses = [
  // what                      names
  ["menu items", [...literalsIn("addMenu", seconds), ...literalsIn("addItem", (call) => [call.arguments[1]])]],
  ["triggers", literalsIn("newTrigger", (call) => [call.arguments[0]])],
  ["calls of the sidebar", callsOfTheSidebar()],
] as const;

test.each(uses)("%s name functions that Google can call", (_what, names) => {
  expect(names.length).toBeGreaterThan(0);
  expect(names.filter((name) => !entries.includes(name))).toEqual([]);
});

test("every function named for the sidebar is in its contract", () => {
  expect(entries.filter((name) => name.startsWith("sidebar")).sort()).toEqual(callsOfTheSidebar().sort());
});

function callsOfTheSidebar(): string[] {
  const file = parse(readFileSync("src/sidebar/api.ts", "utf8"), "api.ts");
  const contract = file.statements.filter(ts.isInterfaceDeclaration).find(({ name }) => name.text === "SidebarCalls");
  return contract?.members.map(({ name }) => name?.getText() ?? "") ?? [];
}
