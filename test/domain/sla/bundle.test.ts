import { readdirSync } from "node:fs";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { buildSync } from "esbuild";

const ENTRY = `
export { workingTime } from "./calendar/working-time.ts";
export { resolveLocal } from "./calendar/local-time.ts";
export { sampledOffsets } from "./calendar/sampled-offsets.ts";
export { fold, foldOn } from "./sla/fold.ts";
export { readClock } from "./sla/reading.ts";
`;
const LIMIT = 8192;

function bundle(format: "esm" | "iife") {
  return buildSync({
    stdin: { contents: ENTRY, resolveDir: join(process.cwd(), "src/domain"), loader: "ts" },
    bundle: true,
    minify: true,
    format,
    globalName: "sla",
    target: "es2019",
    write: false,
    metafile: true,
  });
}

it(`calendar and sla together take at most ${LIMIT} bytes, minified for the target that ships`, () => {
  const { outputFiles, metafile } = bundle("esm");
  expect(outputFiles[0]?.contents.length).toBeLessThanOrEqual(LIMIT);
  const inside = Object.keys(metafile.inputs).map((path) => path.replace(/^.*src\/domain\//, ""));
  const files = ["calendar", "sla"].flatMap((folder) =>
    readdirSync(join(process.cwd(), "src/domain", folder)).map((name) => `${folder}/${name}`),
  );
  // Types alone leave nothing behind; every other file must have been counted.
  expect(files.filter((file) => !inside.includes(file))).toEqual(["sla/event.ts"]);
});

const SCRIPT = `
  const hours = [["09:00", "17:00"]];
  const week = { tz: "Europe/Berlin", weekly: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours } };
  const time = sla.workingTime([week], offsetsOf);
  const rules = {
    calendarOf: () => time,
    policyOf: () => ({ id: "p", version: 1, calendarId: "c", targets: { High: { resolution: 480 } } }),
    reopenDays: 14,
  };
  const at = Date.parse("2025-03-28T14:00:00Z");
  const clocks = sla.fold([
    { seq: 1, occurredAt: at, type: "created", payload: { priority: "High", vip: false } },
    { seq: 2, occurredAt: at, type: "policy", payload: { policyId: "p", version: 1 } },
  ], rules);
  sla.readClock(clocks.resolution, at, rules.calendarOf).dueAt;
`;

describe("in a context that has nothing but the language", () => {
  const code = bundle("iife").outputFiles[0]?.text ?? "";
  const due = Date.parse("2025-03-31T13:00:00Z");

  it("runs with Intl", () => {
    expect(runInContext(`${code}; const offsetsOf = undefined; ${SCRIPT}`, createContext({}))).toBe(due);
  });

  it("runs without Intl on offsets that a date format tells", () => {
    const change = Date.parse("2025-03-30T01:00:00Z");
    const offsets = `const offsetsOf = () => sla.sampledOffsets((at) => at < ${change} ? "+0100" : "+0200");`;
    expect(runInContext(`delete globalThis.Intl; ${code}; ${offsets} ${SCRIPT}`, createContext({}))).toBe(due);
  });
});
