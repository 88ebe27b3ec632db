import type { Job } from "./job.ts";
import { type Act, die } from "./plan.ts";
import type { World } from "./world.ts";

const LOGS = ["History", "History", "History", "Conversation", "Outbox", "People"];

/** Somebody does something to the rows of another sheet: an insertion near its top, most often. */
export function elsewhere(world: World, act: Act): Job | undefined {
  const name = LOGS[Math.floor(die(act, 0) * LOGS.length)]!;
  const grid = world.company.sheet(name);
  const window = world.window(act);
  const sheet = grid.name;
  const last = grid.lastRow();
  const row = 2 + Math.floor(die(act, 1) * Math.max(1, last - 1));
  const choice = die(act, 2);
  if (choice > 0.97 && grid.maxRows > last + 1) {
    const run = (): void => window.deleteRows(sheet, last + 2, grid.maxRows - last - 1);
    return { text: `deletes the empty rows at the end of ${name}, but one`, run };
  }
  if (choice < 0.75 || last < 3) {
    const count = die(act, 3) < 0.7 ? 1 : 2;
    return {
      text: `inserts ${count} row(s) before row ${row} of ${name}`,
      run: () => window.insertRows(sheet, row, count),
    };
  }
  if (choice < 0.85) return { text: `deletes row ${row} of ${name}`, run: () => window.deleteRows(sheet, row, 1) };
  if (choice < 0.93) {
    const to = 2 + Math.floor(die(act, 3) * last);
    if (to === row || to === row + 1) return undefined;
    return { text: `moves row ${row} of ${name} before row ${to}`, run: () => window.moveRows(sheet, row, 1, to) };
  }
  return { text: `types into C${row} of ${name}`, run: () => window.type(sheet, `C${row}`, `scribble-${act.id}`) };
}

/** What leads change about the desk itself. */
export function settings(world: World, act: Act): Job | undefined {
  const window = world.company.owner;
  const sheet = (name: string): string => world.company.sheet(name).name;
  const jobs: Job[] = [
    {
      text: `Olga sets High's resolution to ${4 + (act.id % 9)} h`,
      run: () => window.type(sheet("SLA policies"), "F3", `${4 + (act.id % 9)} h`),
    },
    {
      text: "Olga makes Carla a VIP",
      run: () =>
        window.paste(sheet("People"), `A${world.company.sheet("People").lastRow() + 1}`, [
          ["requester-1@example.com", "Carla", "requester", "yes"],
        ]),
    },
    { text: "Olga lets closed tickets be opened for 10 days", run: () => window.type(sheet("Settings"), "B3", "10") },
    {
      text: "Olga adds a holiday",
      run: () => window.paste(sheet("Holidays"), "A2", [["", "2026-05-01", "May Day"]]),
    },
  ];
  return jobs[Math.floor(die(act, 0) * jobs.length)];
}
