import type { Claim } from "./witness.ts";
import { DESKS_OWN } from "./table.ts";
import type { World } from "./world.ts";

/** Finds the rows of what was logged and restored: they came while the calls ran, and only their number tells which they are. */
export function settleRequests(world: World): void {
  const { witness } = world;
  const table = world.table();
  for (const request of witness.requests) {
    if (request.name === "sidebarLogTicket") {
      const isIts = (cells: ReadonlyMap<string, string>): boolean =>
        request.ticketId === ""
          ? cells.get("Subject") === request.question["subject"]
          : cells.get("Ticket") === request.ticketId;
      const gone = witness.deleted.find(({ cells }) => isIts(cells));
      const row = [...table].find(([, cells]) => isIts(cells))?.[0] ?? gone?.row;
      if (row === undefined) continue;
      for (const [column, claim] of request.claims) addFirst(world, row, column, claim);
      addFirst(world, row, "Status", {
        value: "New",
        who: request.who,
        from: request.from,
        to: request.to,
        isSure: request.answer === "ok",
        isInRun: false,
        how: "sidebar",
        act: request.act,
      });
    }
    if (request.name !== "sidebarRestore") continue;
    // Two, where somebody's undo has brought the deleted row back as well.
    const rows = [...table].filter(([id, cells]) => {
      const first = witness.numbers.get(id);
      return first === request.ticketId || (first === undefined && cells.get("Ticket") === request.ticketId);
    });
    const { from, to, who, act, ticketId: ticket } = request;
    for (const [row] of rows) restored(world, row, { ticket, from, to, who, act });
  }
}

/** A restored row shows what its ticket showed before: whatever anybody had put there. */
function restored(
  world: World,
  row: string,
  about: { ticket: string; from: number; to: number; who: string; act: number },
): void {
  const { witness } = world;
  for (const { row: id, number, cells } of witness.deleted) {
    if (number !== about.ticket) continue;
    for (const [column, value] of cells) {
      if (DESKS_OWN.has(column)) continue;
      const values = new Set([value, ...witness.of(id, column).map((claim) => claim.value)]);
      for (const one of values)
        if (one !== "")
          addFirst(world, row, column, {
            value: one,
            who: about.who,
            from: about.from,
            to: about.to,
            isSure: false,
            isInRun: false,
            how: "sidebar",
            act: about.act,
          });
    }
  }
  if (about.ticket !== world.lostBefore) return;
  const before = { Subject: "Issue 6", Status: "Open", Priority: "Medium", Assignee: "ben@example.com" };
  for (const [column, value] of Object.entries(before))
    addFirst(world, row, column, {
      value,
      who: about.who,
      from: about.from,
      to: about.to,
      isSure: false,
      isInRun: false,
      how: "sidebar",
      act: about.act,
    });
}

function addFirst({ witness }: World, row: string, column: string, claim: Claim): void {
  if (witness.of(row, column).includes(claim)) return;
  witness.claim(row, column, claim);
}
