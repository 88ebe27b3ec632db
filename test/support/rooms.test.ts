import { clockReadings, importsOf, rangeCallsInLoops } from "./rooms.ts";

const file = (text: string) => ({ path: "src/domain/ticket/a.ts", text });

test("imports are found in every form", () => {
  const text = `import type { A } from "../sla/b.ts"; export { c } from "./c.ts"; import "d";
    type E = import("../../google/e.ts").E; const f = require("./f.ts"); void import("../../../test/g.ts");
    // import "./no.ts"`;
  const found = importsOf(file(text));
  expect(found).toEqual(
    expect.arrayContaining(["src/domain/sla/b.ts", "src/domain/ticket/c.ts", "d", "src/google/e.ts"]),
  );
  expect(found).toEqual(expect.arrayContaining(["src/domain/ticket/f.ts", "test/g.ts"]));
  expect(found).toHaveLength(6);
});

const clocks = [
  ["new Date()", 1],
  ["new Date", 1],
  ["Date.now()", 1],
  ["Date()", 1],
  ["new Date(0); Date.UTC(2026, 1); // new Date()", 0],
  ['const text = "new Date()";', 0],
] as const;

test.each(clocks)("%s reads the clock %d times", (text, times) => {
  expect(clockReadings(file(text))).toHaveLength(times);
});

const loops = [
  ["for (const r of rs) r.getValues();", 1],
  ["for (const v of range.getValues()) use(v);", 0],
  ["while (more()) { if (x) range.setValues([[1]]); }", 1],
  ["rows.forEach((row) => row.getDisplayValues());", 1],
  ["rows.map(function (row) { return row.getFormulas(); });", 1],
  ["range.getValues().map((row) => row[0]);", 0],
  ["withLock(() => range.setValues(v));", 0],
  ["for (;;) withLock(() => range.setValues(v));", 1],
  ["for (;;) { function later() { range.getValues(); } }", 0],
] as const;

test.each(loops)("%s has %d range calls in a loop", (text, times) => {
  expect(rangeCallsInLoops(file(text))).toHaveLength(times);
});
