import { type Fields, sameContent } from "./content.ts";
import { ticketNumberOf, type TicketState, type DeskWrite } from "./ticket.ts";

/** A Tickets row as it was found. */
export interface SeenRow {
  readonly rowNumber: number;
  readonly typedId: string;
  readonly saved: { readonly state: TicketState; readonly row: number; readonly deskWrite?: DeskWrite } | undefined;
  readonly hasSubject: boolean;
  readonly fields?: Fields;
}

/** What the desk can look up about a ticket number; each answer may cost a search. */
export interface KnownTickets {
  readonly prefix: string;
  readonly lastNumber: number;
  /** The rows that show this id in the Ticket column, ascending. */
  rowsShowing(id: string): readonly number[];
  /** The ticket whose saved self stands in a row, undefined where none does. */
  savedIn?(rowNumber: number): string | undefined;
  /** The ticket as History tells it, undefined where History never heard of it. */
  fromHistory(id: string): TicketState | undefined;
}

export type Identity =
  | { readonly kind: "nobody"; readonly because?: string }
  | { readonly kind: "known"; readonly state: TicketState; readonly isMoved: boolean }
  | { readonly kind: "newcomer"; readonly keeps?: string; readonly because?: string };

/**
 * Whose row this is. The saved self wins over a typed number; of two rows with one saved self the one at home, else the upper, keeps it;
 * a row without a saved self keeps its number only where no other row has it and History has not used it for a deleted ticket.
 */
export function decideIdentity(row: SeenRow, known: KnownTickets): Identity {
  if (row.saved) return identityOfSaved(row, row.saved, known);
  return identityOfShown(row, known);
}

/** Whose rows these are, read together: where several claim one ticket though none shows its number, the one at home, else the upper, keeps it. */
export function decideIdentities(rows: readonly SeenRow[], known: KnownTickets): Identity[] {
  const decided = rows.map((row) => decideIdentity(row, known));
  const keepers = new Map<string, Identity>();
  for (const identity of decided) {
    if (identity.kind !== "known") continue;
    const keeper = keepers.get(identity.state.id);
    if (!keeper || !identity.isMoved) keepers.set(identity.state.id, identity);
  }
  return decided.map((identity) => {
    if (identity.kind !== "known" || keepers.get(identity.state.id) === identity) return identity;
    return copyOf(identity.state);
  });
}

/** Whose row this is by what it shows alone. */
function identityOfShown(row: SeenRow, known: KnownTickets): Identity {
  const claimed = row.typedId === "" ? undefined : identityOfTyped(row, known);
  return claimed ?? (row.hasSubject ? newcomer(row) : nobody(row));
}

function identityOfSaved(
  row: SeenRow,
  { state, row: home }: NonNullable<SeenRow["saved"]>,
  known: KnownTickets,
): Identity {
  const showsAnother = row.typedId !== state.id;
  if (row.typedId === "" && isBare(row)) return { kind: "nobody" };
  if (home === row.rowNumber && !showsAnother) return { kind: "known", state, isMoved: false };
  const others = known.rowsShowing(state.id).filter((other) => other !== row.rowNumber);
  // A saved self that a run wrote into the wrong row (it was sorted or shifted meanwhile) yields to what the row shows.
  if (showsAnother && !holdsWhat(row, state, known) && (others.length > 0 || isOnlyRowOf(row, known)))
    return identityOfShown(row, known);
  // A row that shows this number and carries another ticket's saved self had its number overwritten: it claims nothing.
  const claimants = others.filter((other) => (known.savedIn?.(other) ?? state.id) === state.id);
  // A copy that a killed run had given a number, and not yet a saved self of its own.
  const isNumbered = showsAnother && claimants.length > 0 && isOnlyRowOf(row, known);
  if (isNumbered && holdsAsMuchOfShown(row, state, known)) return identityOfShown(row, known);
  const isCopy = claimants.includes(home) || claimants.some((other) => other < row.rowNumber);
  if (!isCopy) return { kind: "known", state, isMoved: home !== row.rowNumber };
  return copyOf(state);
}

/** Whether the row shows the number of a ticket that stands nowhere else: the other's row was deleted while its saved self was written. */
function isOnlyRowOf({ rowNumber, typedId }: SeenRow, known: KnownTickets): boolean {
  const shown = typedId === "" ? undefined : known.fromHistory(typedId);
  return (
    shown?.deletedAt === undefined &&
    shown !== undefined &&
    known.rowsShowing(typedId).every((row) => row === rowNumber)
  );
}

/** Nothing of people's stands in it: a saved self that stands there alone was written there astray, or is left of a row that was cleared. */
const isBare = ({ fields }: SeenRow): boolean =>
  fields !== undefined && Object.values(fields).every((content) => content === "");

/** Whether the row's contents are rather those of its saved self than of the ticket that it shows: then it's the number that was overwritten. */
function holdsWhat({ typedId, fields = {} }: SeenRow, state: TicketState, known: KnownTickets): boolean {
  const ofSaved = likeness(fields, state);
  if (ofSaved === 1) return true;
  const shown = known.fromHistory(typedId);
  return shown !== undefined && ofSaved > likeness(fields, shown);
}

function holdsAsMuchOfShown({ typedId, fields = {} }: SeenRow, state: TicketState, known: KnownTickets): boolean {
  const shown = known.fromHistory(typedId);
  return shown !== undefined && likeness(fields, shown) >= likeness(fields, state);
}

/** The share of fields that are the same, of those that either has. */
function likeness(fields: Fields, state: TicketState): number {
  const keys = [...new Set([...Object.keys(fields), ...Object.keys(state.fields)])];
  if (keys.length === 0) return 1;
  return keys.filter((key) => sameContent(state.fields[key], fields[key])).length / keys.length;
}

const copyOf = ({ id }: TicketState): Identity => ({
  kind: "newcomer",
  because: `The copy of ${id} became a ticket of its own.`,
});

/** A number without a saved self: reserved by a run that was killed, or its hidden cell was wiped, or somebody typed it. */
function identityOfTyped(row: SeenRow, known: KnownTickets): Identity | undefined {
  const number = ticketNumberOf(row.typedId);
  if (number === undefined || number > known.lastNumber) return undefined;
  if (known.rowsShowing(row.typedId).some((other) => other !== row.rowNumber)) return undefined;
  const told = known.fromHistory(row.typedId);
  if (told) return told.deletedAt ? undefined : { kind: "known", state: told, isMoved: true };
  return row.hasSubject && row.typedId.startsWith(known.prefix) ? { kind: "newcomer", keeps: row.typedId } : undefined;
}

/** A number where no ticket stands would be taken for one. */
function nobody({ typedId }: SeenRow): Identity {
  if (typedId === "") return { kind: "nobody" };
  const because = `Ticket numbers are given by the desk once a row has a subject: "${typedId.slice(0, 40)}" was cleared.`;
  return { kind: "nobody", because };
}

function newcomer(row: SeenRow): Identity {
  if (row.typedId === "") return { kind: "newcomer" };
  return {
    kind: "newcomer",
    because: `Ticket numbers are given by the desk: "${row.typedId.slice(0, 40)}" was replaced.`,
  };
}
