import { Problem } from "../domain/problem.ts";
import { type Fields, shown } from "../domain/ticket/content.ts";
import type { FieldConflict } from "../domain/ticket/field-conflict.ts";
import type { Desk, TicketRow } from "./desk.ts";

/** Nothing was saved: whoever asked chooses field by field what is to stand. */
export class Conflict extends Problem {
  constructor(readonly conflicts: readonly FieldConflict[]) {
    super(
      "conflict",
      "Somebody else has changed this ticket meanwhile. Nothing of yours was saved yet: choose what is to stand.",
    );
  }
}

/** Throws a Conflict where fields are wanted otherwise than they are, and hold something else than the agent saw. What nobody else touched is no matter. */
export function checkConflicts(
  { tickets }: Desk,
  row: TicketRow,
  { fields, seen }: { readonly fields: Fields; readonly seen: Readonly<Record<string, string>> },
): void {
  const others = Object.keys(fields).filter((field) => {
    const holds = shown(row.fields[field]);
    return seen[field] !== undefined && holds !== seen[field] && holds !== shown(fields[field]);
  });
  if (others.length === 0) return;
  const events = tickets.eventsOf(row.saved?.state.id ?? row.typedId);
  const conflicts = others.map((field) => {
    const last = events.filter(({ set }) => field in set).pop();
    const { actor: by = "unknown", recordedAt: at = 0 } = last ?? {};
    return { field, yours: shown(fields[field]), theirs: shown(row.fields[field]), by, at };
  });
  throw new Conflict(conflicts);
}
