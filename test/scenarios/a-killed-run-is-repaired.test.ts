import { callsOf, type Deed, DEEDS, disturbed, startingPoint, wrongs } from "./sweep.ts";

const open = startingPoint();

/** What happens after the kill, before the timers come round. */
const AFTERWARDS: readonly Deed[] = [
  { name: "nothing", act: () => undefined },
  { name: "another ticket is edited", act: ({ ana }) => ana.type("Tickets", "F2", "dora@example.com") },
  { name: "the same row is edited", act: ({ ana }) => ana.type("Tickets", "F3", "dora@example.com") },
  { name: "another row is typed", act: ({ ana }) => ana.type("Tickets", "B8", "Typed after") },
  { name: "the sheet is sorted", act: ({ ana }) => ana.sort("Tickets", "A2:R9", [{ column: 2, ascending: false }]) },
];

describe.each(DEEDS)("$name, killed before each of its calls", (deed) => {
  const calls = callsOf(open, deed);
  const cases = AFTERWARDS.flatMap((after) =>
    (["keep", "drop"] as const).map((queued) => ({ after, queued, label: after.name })),
  );

  test.each(cases)("with queued writes: $queued, then $label", ({ after, queued }) => {
    const found: string[] = [];
    for (let n = 1; n <= calls; n++) {
      const company = open();
      disturbed(company, deed, n, ({ execution }) => execution.kill({ queued }));
      after.act(company);
      found.push(...wrongs(company, [deed]).map((wrong) => `killed at ${n}: ${wrong}`));
    }
    expect(found).toEqual([]);
    expect(calls).toBeGreaterThan(4);
  });
});
