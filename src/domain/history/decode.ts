import type { Mark } from "../deadline/told.ts";
import { type Metric, METRICS } from "../sla/policy.ts";
import { areVersions } from "../sla-settings/versions.ts";
import { type Fields, isContent } from "../ticket/content.ts";
import type { StatusCategory } from "../ticket/field.ts";
import type { Role, Source } from "../ticket/ticket.ts";
import type { HistoryRow } from "./chain.ts";
import type { EventType, TicketEvent, Writable } from "./event.ts";

interface EventJson {
  readonly type: EventType;
  readonly at: number;
  readonly recorded: number;
  readonly previous: number;
  readonly actor: string;
  readonly role: Role;
  readonly source: Source;
  readonly set: Fields;
  readonly row?: number;
  readonly requestId?: string;
  readonly because?: string;
  readonly live?: true;
  readonly category?: StatusCategory;
  readonly reopenDays?: unknown;
  readonly policy?: readonly [id: string, version: number];
  readonly vip?: boolean;
  readonly restated?: readonly [calendarId: string, version: number];
  readonly override?: unknown;
  readonly voided?: unknown;
  readonly promises?: unknown;
  readonly told?: readonly Mark[];
}

/** The events that History rows record, long ones put together again. Rows that record no event (damaged, or pieces cut off from it) come back by seq. */
export function decodeEvents(rows: readonly HistoryRow[]): { events: TicketEvent[]; damaged: number[] } {
  const events: TicketEvent[] = [];
  const damaged: number[] = [];
  eachEvent(rows, { event: (event) => events.push(event), damaged: (seq) => damaged.push(seq) });
  return { events, damaged };
}

export interface EventVisitor {
  readonly event: (event: TicketEvent) => void;
  readonly damaged: (seq: number) => void;
}

/** The same one by one, so that of a large History no event outlives its visit. */
export function eachEvent(rows: readonly HistoryRow[], visit: EventVisitor): void {
  for (let index = 0; index < rows.length;) {
    const decoded = decodeAt(rows, index);
    const row = rows[index];
    if (decoded) visit.event(decoded.event);
    else if (row) visit.damaged(row.seq);
    index += decoded?.rows ?? 1;
  }
}

function decodeAt(rows: readonly HistoryRow[], index: number): { event: TicketEvent; rows: number } | undefined {
  const row = rows[index];
  if (!row) return undefined;
  const first = parseJson(row.json);
  const pieces = isRecord(first) && typeof first["pieces"] === "number" ? first["pieces"] : 0;
  const json = pieces > 0 ? joinPieces(rows.slice(index + 1, index + 1 + pieces), pieces) : first;
  return isEventJson(json) ? { event: eventOf(row, json), rows: 1 + pieces } : undefined;
}

/** Written out, since a spread per event would be the dearest step of reading History. */
function eventOf({ seq, ticketId }: HistoryRow, json: EventJson): TicketEvent {
  const { type, at, recorded, previous, actor, role, source, set, row, requestId, because } = json;
  const { live, category, reopenDays, policy, vip, restated, override, voided, promises, told } = json;
  const event: Writable<TicketEvent> = {
    seq,
    ticketId,
    type,
    occurredAt: at,
    recordedAt: recorded,
    actor,
    role,
    source,
    previous,
    set,
  };
  if (row !== undefined) event.row = row;
  if (requestId !== undefined) event.requestId = requestId;
  if (because !== undefined) event.because = because;
  if (live === true) event.live = live;
  if (category !== undefined) event.category = category;
  if (typeof reopenDays === "number") event.reopenDays = reopenDays;
  if (policy !== undefined) event.policy = policy;
  if (vip !== undefined) event.vip = vip;
  if (restated !== undefined) event.restated = restated;
  if (isAboutClock(override)) event.override = override;
  if (isAboutClock(voided)) event.voided = voided;
  if (promises !== undefined && areVersions(promises)) event.promises = promises;
  if (Array.isArray(told)) event.told = told;
  return event;
}

function joinPieces(rows: readonly HistoryRow[], pieces: number): unknown {
  if (rows.length !== pieces) return undefined;
  let text = "";
  for (const row of rows) {
    const json = parseJson(row.json);
    if (!isRecord(json) || typeof json["more"] !== "string") return undefined;
    text += json["more"];
  }
  return parseJson(text);
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined; // a damaged row is reported by its seq
  }
}

function isEventJson(json: unknown): json is EventJson {
  if (!isRecord(json) || !isRecord(json["set"])) return false;
  const hasTexts = ["type", "actor", "role", "source"].every((key) => typeof json[key] === "string");
  const hasNumbers = ["at", "recorded", "previous"].every((key) => typeof json[key] === "number");
  return hasTexts && hasNumbers && Object.values(json["set"]).every(isContent);
}

/** A clock's name and numbers after it: a damaged one would be a clock that no fold knows. */
function isAboutClock(value: unknown): value is readonly [clock: Metric, targetMinutes: number] {
  if (!Array.isArray(value)) return false;
  const parts: readonly unknown[] = value;
  const [clock, ...numbers] = parts;
  return METRICS.some((metric) => metric === clock) && numbers.length > 0 && numbers.every(isCount);
}

const isCount = (value: unknown): boolean => typeof value === "number" && value >= 0;

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
