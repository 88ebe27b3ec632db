import { BEN } from "./company.ts";
import type { CallInfo } from "../emulator/core/execution.ts";
import type { Deed } from "./deed.ts";
import { DEEDS } from "./deeds.ts";
import { historyOf, ticketRows } from "./sheets.ts";
import { callsOf, everyLanding, startingPoint } from "./sweep.ts";
import { wrongs } from "./wrongs.ts";

const open = startingPoint();
const LOG = DEEDS.find(({ name }) => name === "a ticket logged") as Deed;
const RESTORE = DEEDS.find(({ name }) => name === "a restored ticket") as Deed;

/** Before which calls the row stands in Tickets, and no run has acknowledged it: killed there, the event can't tell a deleted row from one that never came. */
function unacknowledgedCalls(deed: Deed): number[] {
  const company = open();
  const calls: CallInfo[] = [];
  company.workspace.onCall = (call) => void calls.push(call);
  deed.act(company);
  const isHead = ({ name, args }: CallInfo): boolean => name === "Properties.setProperty" && args[0] === "head";
  const last = calls.map(isHead).lastIndexOf(true) + 1;
  return [last - 2, last - 1, last];
}

test.each([
  { deed: LOG, subject: "Logged" },
  { deed: RESTORE, subject: "Issue 5" },
])(
  "$deed.name, killed before any call, and its row deleted: it comes back only where nothing had acknowledged the row",
  ({ deed, subject }) => {
    const back: number[] = [];
    const found: string[] = [];
    const unrecorded: number[] = [];
    let stays = 0;
    for (let n = 1; n <= callsOf(open, deed); n++)
      for (const { company } of everyLanding(open, deed, n)) {
        const at = ticketRows(company.book).findIndex(({ Subject }) => Subject === subject);
        if (at < 0) continue; // the kill came before it had a row
        const number = String(ticketRows(company.book)[at]?.["Ticket"]);
        const takes: Deed = {
          name: "Ben deletes it",
          act: ({ ben }) => ben.deleteRows("Tickets", at + 2, 1),
          by: BEN,
          deletes: number,
        };
        const answer = takes.act(company);
        company.workspace.clock.advance(5 * 60_000);
        const rows = ticketRows(company.book).filter(({ Subject }) => Subject === subject);
        const deletions = historyOf(company.book).filter(({ type, ticket }) => type === "deleted" && ticket === number);
        if (rows.length > 0) {
          back.push(n);
          expect([rows.length, rows[0]?.["Ticket"]]).toEqual([1, number]); // whole, and once
        } else if (deletions[deletions.length - 1]?.actor !== BEN) unrecorded.push(n);
        else stays++;
        if (rows.length === 0 && deed === LOG) found.push(...wrongs(company, [{ deed: takes, answer }]));
      }
    const windows = unacknowledgedCalls(deed);
    expect(back.filter((n) => !windows.includes(n))).toEqual([]);
    expect({ found, unrecorded }).toEqual({ found: [], unrecorded: [] });
    expect(stays).toBeGreaterThan(0);
  },
);
