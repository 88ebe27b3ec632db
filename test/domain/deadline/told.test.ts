import { type Mark, nextLookAt, packMarks, unpackMarks, untoldAt } from "../../../src/domain/deadline/told.ts";
import { at, foldLines, opened, rules } from "../sla/desk-week.ts";

const { calendarOf } = rules;
// High: first response in 60 minutes, resolution in 8 hours; the office is open 9:00–17:30.
const start = opened("Mon 09:00", "High");
const clocks = foldLines(start);

/** Tells whatever is untold at each of these times, and says what that was. */
function toldAt(times: readonly string[], of: Parameters<typeof foldLines>[0] = start): string[] {
  const told: Mark[] = [];
  return times.map((time) => {
    const untold = untoldAt({ clocks: foldLines(of), told }, at(time), calendarOf);
    told.push(...untold);
    return untold.map(([metric, cycle, threshold]) => `${metric} ${cycle} ${threshold}`).join(", ");
  });
}

test.each([
  [
    "each threshold once",
    ["Mon 09:45", "Mon 09:50", "Mon 09:54", "Mon 10:01"],
    ["firstResponse 0 75", "", "firstResponse 0 90", "firstResponse 0 100"],
  ],
  ["only the highest after a long silence", ["Mon 16:30"], ["firstResponse 0 100, resolution 0 90"]],
  [
    "nothing at night, and the next morning what came there",
    ["Tue 03:00", "Tue 09:00"],
    ["", "firstResponse 0 100, resolution 0 100"],
  ],
  ["a breach for good", ["Wed 09:00", "Thu 09:00", "Fri 09:00"], ["firstResponse 0 100, resolution 0 100", "", ""]],
])("%s", (_what, times, expected) => {
  expect(toldAt(times)).toEqual(expected);
});

test("a deadline that moved is told anew, and one that came back is not", () => {
  const told = (...lines: Parameters<typeof foldLines>[0][number][]): Mark[] =>
    untoldAt(
      { clocks: foldLines([...start, ["Mon 09:10", "agent_reply"], ...lines]), told: before },
      at("Mon 16:20"),
      calendarOf,
    );
  const before: Mark[] = [];
  before.push(...told());
  expect(before.map(([, , threshold]) => threshold)).toEqual([90]);
  const paused = [
    ["Mon 10:00", "status", { category: "waiting" }],
    ["Mon 10:30", "status", { category: "open" }],
  ] as const;
  expect(told(...paused)).toEqual([["resolution", 0, 75, at("Mon 17:30")]]);
  expect(told()).toEqual([]);
});

describe("when a ticket is looked at again", () => {
  const look = (told: readonly Mark[], now: string): number | null => nextLookAt({ clocks, told }, at(now), calendarOf);
  const first: Mark = ["firstResponse", 0, 75, at("Mon 10:00")];
  const ninety: Mark = ["firstResponse", 0, 90, at("Mon 10:00")];

  test.each([
    ["nothing has come", [], "Mon 09:10", "Mon 09:45"],
    ["at once, as long as somebody is to be told", [], "Mon 09:46", "Mon 09:46"],
    ["it was told: at the next threshold", [first], "Mon 09:46", "Mon 09:54"],
    ["a lower one doesn't stand for a higher", [first], "Mon 09:55", "Mon 09:55"],
    ["the highest was told: when the time is over", [first, ninety], "Mon 09:55", "Mon 10:00"],
    ["at night: when the desk opens", [], "Tue 02:00", "Tue 09:00"],
  ] as const)("%s", (_what, told, now, expected) => {
    expect(look(told, now)).toBe(at(expected));
  });

  test("all is told: never", () => {
    const told = untoldAt({ clocks, told: [] }, at("Wed 09:00"), calendarOf);
    expect(look(told, "Wed 09:00")).toBeNull();
  });
});

test("marks come back from a cell as they were; what isn't one is left out", () => {
  const told: Mark[] = [
    ["firstResponse", 0, 75, 1],
    ["nextResponse", 3, 100, 2],
    ["resolution", 0, 90, 3],
  ];
  expect(unpackMarks(packMarks(told))).toEqual(told);
  expect(unpackMarks([[7, 0, 75, 1]])).toEqual([]);
});
