import type { Claim } from "../witness.ts";
import { rowsOf, type Table } from "../table.ts";
import type { World } from "../world.ts";

/** A row of History, read without the product's code. */
export interface Told {
  readonly seq: number;
  readonly ticket: string;
  readonly json: string;
  readonly hash: string;
  readonly type: string;
  readonly actor: string;
  readonly previous: number;
  readonly requestId: string;
  readonly set: Readonly<Record<string, unknown>>;
}

/** What stands in the book when all is over. */
export interface Evidence {
  readonly world: World;
  readonly table: Table;
  /** In the order of the sheet. */
  readonly inSheet: readonly Told[];
  /** In the order of the events. */
  readonly history: readonly Told[];
  readonly conversation: readonly (readonly string[])[];
  /** The rows that show a number. */
  readonly rowsByNumber: ReadonlyMap<string, readonly string[]>;
  /** What a field has ever been set to: "T-1 status" → values. */
  readonly recorded: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The columns of History's keys. */
export const COLUMN_OF: Readonly<Record<string, string>> = {
  ...{ subject: "Subject", status: "Status", priority: "Priority", assignee: "Assignee", requester: "Requester" },
  ...{ requesterName: "Requester name", category: "Category", queue: "Queue", channel: "Channel" },
  ...{ description: "Description", tags: "Tags" },
};

export function evidenceOf(world: World): Evidence {
  const table = world.table();
  const inSheet = rowsOf(world.company.sheet("History"), 4)
    .filter((row) => row.some((cell) => cell !== ""))
    .map(toldIn);
  const history = [...inSheet].sort((one, other) => one.seq - other.seq);
  const rowsByNumber = new Map<string, string[]>();
  for (const [row, cells] of table) {
    const number = cells.get("Ticket") ?? "";
    if (number !== "") rowsByNumber.set(number, [...(rowsByNumber.get(number) ?? []), row]);
  }
  const recorded = new Map<string, Set<string>>();
  for (const { ticket, set } of history)
    for (const [key, value] of Object.entries(set)) {
      const name = `${ticket} ${COLUMN_OF[key] ?? key}`;
      recorded.set(name, (recorded.get(name) ?? new Set()).add(textOf(value)));
    }
  const conversation = rowsOf(world.company.sheet("Conversation"), 6).filter((row) => row.some((cell) => cell !== ""));
  return { world, table, inSheet, history, conversation, rowsByNumber, recorded };
}

function toldIn([seq = "", ticket = "", json = "", hash = ""]: readonly string[]): Told {
  const event = parsed(json);
  const text = (key: string): string => (typeof event[key] === "string" ? event[key] : "");
  const about = {
    type: text("type"),
    actor: text("actor"),
    requestId: text("requestId"),
    previous: Number(event["previous"] ?? 0),
  };
  return { seq: Number(seq), ticket, json, hash, ...about, set: (event["set"] ?? {}) as Record<string, unknown> };
}

function parsed(json: string): Record<string, unknown> {
  try {
    return JSON.parse(json) as Record<string, unknown>;
  } catch {
    return {};
  }
}

export const textOf = (value: unknown): string =>
  typeof value === "object" && value !== null ? JSON.stringify(value) : String(value);

/** Words are the same whatever their case. */
export const same = (column: string, one: string, other: string): boolean =>
  column === "Status" || column === "Priority" ? one.toLowerCase() === other.toLowerCase() : one === other;

/** Whether somebody was shown, after they had typed it, that a value was not taken; `ticket` is the number of its row. */
export function wasRefused({ world }: Evidence, { value, who, from }: Claim, ticket: string): boolean {
  const quoted =
    value === "" ? /always has a/ : new RegExp(`"${escaped(value)}"|can't become ${escaped(value)}\\b`, "i");
  const closed = ticket === "" ? undefined : `${ticket} is closed`;
  const later = `${ticket} was closed more than`;
  return world.witness.sentences.some(
    (sentence) =>
      sentence.who === who &&
      sentence.at >= from &&
      (quoted.test(sentence.text) ||
        (closed !== undefined && (sentence.text.includes(closed) || sentence.text.includes(later)))),
  );
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
