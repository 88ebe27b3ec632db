import { callsOf, type Deed, DEEDS, disturbed, startingPoint, wrongs } from "./sweep.ts";

const open = startingPoint();

/** What somebody else does while a run is under way; its own triggers then want the lock that the run holds. */
const OTHERS: readonly Deed[] = [
  { name: "edits the same cell", act: ({ ben }) => ben.type("Tickets", "C3", "On hold") },
  {
    name: "edits another ticket",
    act: ({ ben }) => ben.type("Tickets", "F5", "dora@example.com"),
  },
  {
    name: "types a new row",
    act: ({ ben }) => ben.type("Tickets", "B9", "Meanwhile"),
    expect: { Meanwhile: { Priority: "Medium" } },
  },
  {
    name: "sorts the sheet",
    act: ({ ben }) => ben.sort("Tickets", "A2:R9", [{ column: 2, ascending: false }]),
  },
  { name: "inserts a row above", act: ({ ben }) => ben.insertRows("Tickets", 2, 1) },
  { name: "deletes another row", act: ({ ben }) => ben.deleteRows("Tickets", 2, 1) },
  { name: "the timer comes", act: ({ project }) => void project.run("onTimer", [], { trigger: "clock" }) },
];

describe.each(DEEDS)("$name, while somebody else", (deed) => {
  const calls = callsOf(open, deed);

  test.each(OTHERS)("$name", (other) => {
    const found: string[] = [];
    for (let n = 1; n <= calls; n++) {
      const company = open();
      disturbed(company, deed, n, () => {
        other.act(company);
        company.workspace.engine.queue.drain(); // at once, inside the other run
      });
      found.push(...wrongs(company, [other]).map((wrong) => `before ${n}: ${wrong}`));
    }
    expect(found).toEqual([]);
    expect(calls).toBeGreaterThan(4);
  });
});
