import type { PackedClocks } from "../deadline/cell.ts";
import type { Counts } from "../deadline/counts.ts";
import type { Clocks } from "../sla/clocks.ts";
import type { Mark } from "../deadline/told.ts";
import type { Saved } from "./content.ts";

/** An "editor" edits the sheet, as Google's sharing allows, and is no colleague as far as the desk knows. */
export type Role = "agent" | "lead" | "requester" | "editor" | "system";

/** Who makes an edit and by which way; a hidden identity is "unknown". */
export interface Author {
  readonly actor: string;
  readonly role: Role;
  readonly source: Source;
}

/** What nobody did: the desk itself, by its timer. */
export const THE_DESK: Author = { actor: "Helpdesk", role: "system", source: "timer" };

/** Whoever typed what was found in a row, where no trigger told of it. */
export const SOMEBODY: Author = { actor: "unknown", role: "editor", source: "reconcile" };

export type Source = "sheet" | "sidebar" | "reconcile" | "setup" | "recovery" | "form" | "mail" | "timer";

/** A ticket as its events leave it: what its row saves of itself. Instants are epoch ms. */
export interface TicketState {
  readonly id: string;
  /** The last event folded in. */
  readonly seq: number;
  readonly fields: Readonly<Record<string, Saved>>;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly updatedBy: string;
  readonly resolvedAt?: number;
  readonly closedAt?: number;
  readonly deletedAt?: number;
  /** The SLA clocks; of a row just read they are still packed. */
  readonly clocks?: Clocks;
  readonly packed?: PackedClocks;
  /** None in a row older than the counting. */
  readonly counts?: Counts;
  /** The warnings and breaches that people were told of, oldest first. */
  readonly told?: readonly Mark[];
}

/** People's cells that the desk itself wrote when it saved a row: when (epoch ms), and what had stood there. */
export interface DeskWrite {
  readonly at: number;
  readonly over: Readonly<Record<string, Saved>>;
  /** What had been typed there when the desk wrote over it unseen, by key: it was put back, or refused, since. */
  readonly typed?: Readonly<Record<string, Saved>>;
}

/** What a ticket says without its fields and clocks. */
export type TicketDates = Pick<TicketState, "id" | "createdAt" | "updatedAt" | "updatedBy" | "resolvedAt" | "closedAt">;

/** Whose row it is and its last event, where no more is known. */
export type SavedIdentity = Pick<TicketState, "id" | "seq">;

/** The number in a ticket id ("T-1042" → 1042), whatever its prefix; undefined where the text is no ticket id. */
export function ticketNumberOf(id: string): number | undefined {
  const digits = /^[A-Za-z]{1,10}[-#_]?([1-9]\d{0,9})$/.exec(id)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
