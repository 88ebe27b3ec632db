import type { Place } from "./job.ts";

/** What the oracle knows of a history: kept beside the book while it happens, by the simulator's own identities of rows and columns. */
export interface Claim {
  /** What should stand in the cell; "" for nothing. */
  readonly value: string;
  /** The address of whoever wants it so; "" for a script. */
  readonly who: string;
  /** When it was wanted, in ticks: typing takes one, a call of the sidebar lasts. */
  readonly from: number;
  to: number;
  /** Typed and pasted values hold at once; what the sidebar was asked holds once it has answered "ok". */
  isSure: boolean;
  readonly how: string;
  readonly act: number;
  /** A run was under way. */
  readonly isInRun: boolean;
  /** Its trigger was lost, dropped or killed: if it is refused, there is nobody to tell. */
  isUnheard?: boolean;
}

export interface Deletion {
  readonly row: string;
  /** The row had shown this number before, while nothing ran, and History knew it. */
  readonly wasKnown: boolean;
  readonly who: string;
  readonly at: number;
  readonly number: string;
  /** The row as it was last seen, by column. */
  readonly cells: ReadonlyMap<string, string>;
}

/** Something that a person was shown: a toast, or a problem in the sidebar. */
export interface Sentence {
  readonly who: string;
  readonly at: number;
  readonly text: string;
}

/** One question of a sidebar, with all its tries. */
export interface Request {
  readonly name: "sidebarLogTicket" | "sidebarUpdateTicket" | "sidebarOverride" | "sidebarRestore";
  readonly question: Readonly<Record<string, unknown>> & { readonly requestId: string };
  readonly who: string;
  readonly from: number;
  to: number;
  /** How its last try ended. */
  answer: "ok" | "refused" | "none";
  sentence: string;
  ticketId: string;
  /** The row that it was about. */
  row: string | undefined;
  readonly claims: Map<string, Claim>;
  readonly act: number;
}

export interface Shown {
  readonly row: string;
  readonly ticketId: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export class Witness {
  /** By row, then column. */
  readonly claims = new Map<string, Map<string, Claim[]>>();
  /** Rows that people took away; a row that came back is none of them. */
  readonly deleted: Deletion[] = [];
  /** Rows of which an undo, a cut or a paste of blanks left nothing but what the desk fills in by itself, or an undo took number and State away. */
  readonly emptied = new Set<string>();
  /** Rows into which somebody put a copy of a ticket's hidden cell, by that ticket's number: it may be either of them. */
  readonly copies = new Map<string, Set<string>>();
  readonly requests: Request[] = [];
  readonly sentences: Sentence[] = [];
  /** Events that stood in History while nothing ran, by seq. */
  readonly events = new Map<number, string>();
  /** Rows of History, Conversation and Outbox that people deleted or wrote into, by what stood there. */
  readonly tampered = {
    history: new Set<string>(),
    conversation: new Set<string>(),
    outbox: new Set<string>(),
    order: false,
  };
  /** The first number of each row that was seen while nothing ran. */
  readonly numbers = new Map<string, string>();
  /** Runs that ended, with nothing in their way, by the tick at which they began. */
  readonly lookedAt: number[] = [];
  readonly log: string[] = [];
  /** What people put into the desk's own columns. */
  readonly junk = new Set<string>();
  /** Tickets as sidebars showed them. */
  readonly shown: Shown[] = [];
  /** Rows and columns that people dragged elsewhere, or pasted over as a whole: Google tells of it as of an edit of all that stands there. */
  readonly moves: (Place & { readonly who: string; readonly at: number })[] = [];
  /** When somebody undid or redid something: nobody tells what. */
  readonly undone: { readonly who: string; readonly at: number }[] = [];
  /** How often rows or columns were moved within each run. */
  readonly upheavals = new Map<object, number>();
  private tick = 0;

  now(): number {
    return ++this.tick;
  }

  claim(row: string, column: string, claim: Claim): void {
    const columns = this.claims.get(row) ?? new Map<string, Claim[]>();
    this.claims.set(row, columns);
    columns.set(column, [...(columns.get(column) ?? []), claim]);
  }

  /** All that anybody wanted in a column. */
  columnClaims(column: string): Claim[] {
    return [...this.claims.values()].flatMap((columns) => columns.get(column) ?? []);
  }

  of(row: string, column: string): readonly Claim[] {
    return this.claims.get(row)?.get(column) ?? [];
  }
}
