import { brokenChain, isTampered } from "./history.ts";
import { COLUMN_OF, type Evidence, evidenceOf, textOf } from "./evidence.ts";
import type { Wrong } from "./wrong.ts";

/** Verify history says "0 differences" exactly where there are none by the oracle's own comparison. */
export function wrongVerification({ world }: Evidence): Wrong[] {
  const { value, error } = world.company.owner.call("sidebarVerify", { isFresh: true });
  if (error) return [{ kind: "a script's error", sentence: `Verify history failed: ${error.message}` }];
  const { data } = JSON.parse(String(value)) as { data?: { text: string; differences: { sentence: string }[] } };
  if (!data) return [{ kind: "Verify history", sentence: `Verify history answers ${String(value)}.` }];
  const after = evidenceOf(world);
  const own = differences(after);
  const claimed = data.differences.map(({ sentence }) => sentence);
  const { conversation, outbox } = world.witness.tampered;
  const isAnyTampered = isTampered(after) || conversation.size > 0 || outbox.size > 0;
  if (own.length === 0 && claimed.length > 0 && !isAnyTampered)
    return [
      { kind: "Verify history finds", sentence: `Verify history says "${claimed[0]}", and there is no difference.` },
    ];
  if (own.length > 0 && claimed.length === 0)
    return [{ kind: "Verify history overlooks", sentence: `Verify history says "${data.text}", but: ${own[0]}` }];
  return claimed.length > 0 && !isAnyTampered ? [{ kind: "a difference", sentence: claimed[0]! }] : [];
}

/** Where Tickets says otherwise than History. */
function differences(evidence: Evidence): string[] {
  const { history, table, rowsByNumber } = evidence;
  const told = new Map<string, Map<string, string>>();
  const gone = new Set<string>();
  for (const { ticket, set, type } of history) {
    if (ticket === "") continue;
    const fields = told.get(ticket) ?? new Map<string, string>();
    told.set(ticket, fields);
    if (type === "deleted") gone.add(ticket);
    else gone.delete(ticket);
    for (const [key, value] of Object.entries(set)) {
      const column = COLUMN_OF[key];
      if (column !== undefined) fields.set(column, textOf(value));
    }
  }
  const found = brokenChain(evidence).map(({ sentence }) => sentence);
  for (const [ticket, fields] of told) {
    const rows = rowsByNumber.get(ticket) ?? [];
    if (!gone.has(ticket) && rows.length !== 1) found.push(`${ticket} stands in ${rows.length} rows.`);
    if (gone.has(ticket) && rows.length > 0) found.push(`${ticket} was deleted and stands.`);
    for (const row of rows)
      for (const column of Object.values(COLUMN_OF)) {
        const value = table.get(row)?.get(column);
        if (value !== undefined && value !== (fields.get(column) ?? ""))
          found.push(`${ticket}: ${column} is "${value}", History says "${fields.get(column) ?? ""}".`);
      }
  }
  for (const [row, cells] of table)
    if (cells.get("Subject") && !told.has(cells.get("Ticket") ?? "")) found.push(`The row ${row} is not in History.`);
  return found;
}
