import type { Evidence } from "./evidence.ts";
import { countOnce } from "./exceptions.ts";
import type { Wrong } from "./wrong.ts";

/** Every ticket once, with its own number; what people deleted stays deleted, and nothing else is gone. */
export function wrongTickets(evidence: Evidence): Wrong[] {
  return [...numbers(evidence), ...deletions(evidence), ...standing(evidence), ...logged(evidence)];
}

function numbers({ table, rowsByNumber, world }: Evidence): Wrong[] {
  const wrongs: Wrong[] = [];
  for (const [number, rows] of rowsByNumber) {
    if (rows.length > 1)
      wrongs.push({ kind: "a doubled number", sentence: `${number} stands in ${rows.length} rows.` });
    if (!/^T-\d+$/.test(number)) wrongs.push({ kind: "a strange number", sentence: `A row is called "${number}".` });
  }
  for (const [row, cells] of table) {
    const number = cells.get("Ticket") ?? "";
    if (cells.get("Subject") !== "" && number === "")
      wrongs.push({ kind: "no number", sentence: `"${cells.get("Subject")}" has no number.` });
    const first = world.witness.numbers.get(row);
    if (first === undefined || first === number || world.witness.copies.has(first)) continue;
    if (world.witness.emptied.has(row)) continue;
    wrongs.push({
      kind: "another number",
      sentence: `The row of ${first} is called "${number}" now ("${cells.get("Subject")}").`,
    });
  }
  return wrongs;
}

function deletions({ world, rowsByNumber, history }: Evidence): Wrong[] {
  const { witness } = world;
  const wrongs: Wrong[] = [];
  for (const { number, who, wasKnown, cells } of witness.deleted) {
    if (!wasKnown || witness.copies.has(number)) continue;
    if (witness.requests.some(({ name, ticketId }) => name === "sidebarRestore" && ticketId === number)) continue;
    const isOfKilledLog = witness.requests.some(({ ticketId, answer, name, question }) => {
      const isIts = ticketId === number || question["subject"] === cells.get("Subject");
      return isIts && name === "sidebarLogTicket" && answer === "none";
    });
    if (rowsByNumber.has(number) && isOfKilledLog) countOnce("deleted before a killed log was repaired");
    else if (rowsByNumber.has(number))
      wrongs.push({
        kind: "a deleted ticket came back",
        sentence: `${number} was deleted by ${who} and stands again.`,
      });
    const last = history.filter(({ ticket }) => ticket === number).at(-1);
    if (last && last.type !== "deleted" && !rowsByNumber.has(number))
      wrongs.push({
        kind: "a deletion not recorded",
        sentence: `${number} was deleted by ${who}; History's last word is "${last.type}".`,
      });
  }
  return wrongs;
}

/** Every ticket of History stands, unless somebody deleted it. */
function standing({ world, rowsByNumber, history }: Evidence): Wrong[] {
  const { witness } = world;
  const lastTypes = new Map(history.map(({ ticket, type }) => [ticket, type]));
  const takenAway = new Set([world.lostBefore, ...witness.deleted.map(({ number }) => number)]);
  const wrongs: Wrong[] = [];
  for (const [ticket, type] of lastTypes) {
    if (ticket === "") continue;
    const isUntold = [...witness.tampered.history].some((row) => row.includes(ticket) && row.includes('"deleted"'));
    if (type !== "deleted" && !rowsByNumber.has(ticket) && !isUntold)
      wrongs.push({ kind: "a ticket is gone", sentence: `${ticket} is in History and has no row.` });
    if (type === "deleted" && rowsByNumber.has(ticket) && witness.tampered.history.size === 0)
      wrongs.push({ kind: "recorded as deleted", sentence: `${ticket} stands, but History says that it was deleted.` });
    if (type === "deleted" && !takenAway.has(ticket) && !wasTakenAway(witness, ticket))
      wrongs.push({
        kind: "recorded as deleted",
        sentence: `${ticket} was recorded as deleted, though nobody deleted it.`,
      });
  }
  return wrongs;
}

/** A row whose number nobody had seen yet when it was deleted or emptied, or whose number was typed over by then. */
function wasTakenAway(witness: Evidence["world"]["witness"], ticket: string): boolean {
  const { deleted, copies, emptied, numbers } = witness;
  // Filled again, an emptied row has got another number than the one that it had for a moment.
  const isOfAnother = [...numbers].some(([row, number]) => number === ticket && !emptied.has(row));
  const wasEmptied = emptied.size > 0 && !isOfAnother;
  return copies.has(ticket) || wasEmptied || deleted.some(({ wasKnown }) => !wasKnown);
}

/** A ticket that was answered "ok" stands once. */
function logged({ world, rowsByNumber, table }: Evidence): Wrong[] {
  const { witness } = world;
  const gone = new Set(witness.deleted.map(({ number }) => number));
  const wrongs: Wrong[] = [];
  for (const { name, answer, ticketId, question } of witness.requests) {
    if (name !== "sidebarLogTicket") continue;
    if (answer === "ok" && !rowsByNumber.has(ticketId) && !gone.has(ticketId))
      wrongs.push({
        kind: "a logged ticket is gone",
        sentence: `${ticketId} ("${String(question["subject"])}") was answered ok and has no row.`,
      });
    const isPasted = (row: string): boolean =>
      witness.of(row, "Subject").some(({ how, value }) => how !== "sidebar" && value === question["subject"]);
    const rows = [...table].filter(([row, cells]) => cells.get("Subject") === question["subject"] && !isPasted(row));
    if (rows.length > 1 && witness.copies.size === 0)
      wrongs.push({
        kind: "logged twice",
        sentence: `"${String(question["subject"])}" stands in ${rows.length} rows.`,
      });
  }
  return wrongs;
}
