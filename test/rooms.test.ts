import { readFileSync } from "node:fs";
import { clockReadings, filesUnder, importsOf, rangeCallsInLoops, type SourceFile } from "./support/rooms.ts";
import { freeNames, googleGlobals } from "./support/syntax.ts";

/** Who may import whom; a room may always import itself. Paths end in a file's name or stand for a whole folder. */
const MAY_IMPORT: Record<string, string[]> = {
  "src/main.ts": ["src/entrypoints"],
  "src/entrypoints": ["src/use-cases", "src/domain", "src/workbook", "src/google", "src/sidebar/api.ts"],
  "src/use-cases": ["src/domain"],
  "src/domain": ["@noble/hashes"],
  "src/workbook": ["src/domain", "src/use-cases/desk.ts"],
  "src/google": ["src/domain", "src/use-cases/desk.ts"],
  "src/sidebar": ["src/domain", "preact"],
};
const ROOMS = Object.keys(MAY_IMPORT);
const MAY_NAME_GOOGLE = ["src/workbook", "src/google"];
/** They meet the product through dist/ only, so that they can't be bent to fit it. */
const KNOWS_NO_PRODUCT = ["test/emulator", "scripts/workbench", "scripts/simulate"];

const isIn = (path: string, room: string): boolean => path === room || path.startsWith(`${room}/`);
const source = filesUnder("src").filter(({ path }) => !path.endsWith(".d.ts"));
const filesOf = (room: string): SourceFile[] => source.filter(({ path }) => isIn(path, room));

/** "from → to" for each import that `isAllowed` doesn't let through. */
function strangers(files: SourceFile[], isAllowed: (target: string) => boolean): string[] {
  return files.flatMap((file) =>
    importsOf(file)
      .filter((target) => !isAllowed(target))
      .map((target) => `${file.path} → ${target}`),
  );
}

test("every file of src belongs to a room", () => {
  expect(source.map(({ path }) => path).filter((path) => !ROOMS.some((room) => isIn(path, room)))).toEqual([]);
});

describe.each(ROOMS)("%s", (room) => {
  const files = filesOf(room);

  test("has files to look at", () => {
    expect(files.length).toBeGreaterThan(0);
  });

  test("imports only what it may", () => {
    const allowed = [room, ...(MAY_IMPORT[room] ?? [])];
    expect(strangers(files, (target) => allowed.some((place) => isIn(target, place)))).toEqual([]);
  });

  test("is on the map", () => {
    const name = room.replace("src/", "");
    expect(readFileSync("ARCHITECTURE.md", "utf8")).toContain(name.endsWith(".ts") ? name : `${name}/`);
  });
});

test("nothing outside of workbook and google names a Google service", () => {
  const services = new Set(googleGlobals().filter((name) => name !== "console"));
  const elsewhere = source.filter(({ path }) => !MAY_NAME_GOOGLE.some((room) => isIn(path, room)));
  const named = elsewhere.flatMap(({ path, text }) =>
    freeNames(text, path)
      .filter((name) => services.has(name))
      .map((name) => `${path}: ${name}`),
  );
  expect(named).toEqual([]);
  expect(services.has("SpreadsheetApp")).toBe(true);
});

test("the product reads the clock in one place, the sidebar in another", () => {
  const inSidebar = (place: string): boolean => place.startsWith("src/sidebar/");
  const places = source.flatMap(clockReadings);
  expect(places.filter((place) => !inSidebar(place))).toHaveLength(1);
  expect(places.filter(inSidebar)).toHaveLength(1);
});

test("no range is read or written once per turn of a loop", () => {
  expect(source.flatMap(rangeCallsInLoops)).toEqual([]);
});

test.each(KNOWS_NO_PRODUCT)("%s never imports the product", (room) => {
  const files = filesUnder(room);
  expect(files.length).toBeGreaterThan(0);
  expect(strangers(files, (target) => !isIn(target, "src"))).toEqual([]);
});

test("the emulator needs neither the scripts nor the other tests", () => {
  const outside = (target: string): boolean => /^(test|scripts|dist)\//.test(target) && !isIn(target, "test/emulator");
  expect(strangers(filesUnder("test/emulator"), (target) => !outside(target))).toEqual([]);
});
