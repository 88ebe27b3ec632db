import { parse } from "csv-parse/sync";

/** Figures of a log of incidents, from the file alone, minute by minute and by the sentences of the specification: an oracle without any of the product. */
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const TARGET_HOURS: Readonly<Record<string, number>> = { "1": 8, "2": 16, "3": 40, "4": 80 };

export interface PlainIncident {
  readonly priority: string;
  readonly category: string;
  readonly createdAt: number;
  readonly stops: number[];
  /** The reopening after each stop; undefined where there is none. */
  readonly reopenings: (number | undefined)[];
  /** Since when so many working minutes were used. */
  readonly reached: number[];
  pausedMinutes: number;
  targetMinutes: number;
  breachedAt: number | undefined;
  way: "running" | "paused" | "stopped";
}

/** The incidents as they stood at an instant. */
export function plainIncidents(csv: string, now: number): PlainIncident[] {
  const rows = parse<Record<string, string>>(csv, { columns: true }).filter((row) => timeOf(row) <= now);
  const byNumber = new Map<string, Record<string, string>[]>();
  for (const row of rows) byNumber.set(row["number"] ?? "", [...(byNumber.get(row["number"] ?? "") ?? []), row]);
  return [...byNumber.values()].map((own) =>
    live(
      [...own].sort((one, other) => timeOf(one) - timeOf(other)),
      now,
    ),
  );
}

function live(rows: readonly Record<string, string>[], now: number): PlainIncident {
  const [first = {}] = rows;
  const last = rows[rows.length - 1] ?? {};
  const { incident, priority } = { incident: begin(first, last), priority: first["priority"]?.charAt(0) ?? "" };
  let [at, wanted] = [incident.createdAt, priority];
  for (const row of rows) {
    pass(incident, at, timeOf(row));
    at = timeOf(row);
    if (row["priority"]?.charAt(0) !== wanted) {
      wanted = row["priority"]?.charAt(0) ?? "";
      if (incident.way !== "stopped") aim(incident, wanted, at);
    }
    enter(incident, row["incident_state"] ?? "", { at, priority: wanted });
  }
  pass(incident, at, now);
  return incident;
}

function begin(first: Record<string, string>, last: Record<string, string>): PlainIncident {
  return {
    ...{ priority: last["priority"]?.charAt(0) ?? "", category: last["category"] ?? "", createdAt: timeOf(first) },
    ...{
      stops: [],
      reopenings: [],
      reached: [timeOf(first)],
      pausedMinutes: 0,
      breachedAt: undefined,
      way: "running",
    },
    targetMinutes: 60 * (TARGET_HOURS[first["priority"]?.charAt(0) ?? ""] ?? 0),
  };
}

function pass(incident: PlainIncident, fromAt: number, toAt: number): void {
  if (incident.way === "stopped") return;
  for (let at = fromAt; at < toAt; at += MINUTE) {
    while (!isOpen(at)) at += HOUR - (at % HOUR);
    if (at >= toAt) return;
    if (incident.way === "paused") incident.pausedMinutes++;
    else incident.reached.push(at + MINUTE);
    if (used(incident) > incident.targetMinutes) incident.breachedAt ??= incident.reached[incident.targetMinutes];
  }
}

function aim(incident: PlainIncident, priority: string, at: number): void {
  incident.targetMinutes = 60 * (TARGET_HOURS[priority] ?? 0);
  if (used(incident) > incident.targetMinutes) incident.breachedAt ??= at;
}

function enter(incident: PlainIncident, state: string, { at, priority }: { at: number; priority: string }): void {
  const stoppedAt = incident.stops[incident.stops.length - 1];
  if (state === "Resolved" || state === "Closed") {
    if (incident.way !== "stopped") incident.stops.push(at);
    incident.way = "stopped";
    return;
  }
  if (incident.way === "stopped" && stoppedAt !== undefined) {
    if (at - stoppedAt > 14 * DAY) return;
    incident.reopenings[incident.stops.length - 1] = at;
    aim(incident, priority, at);
  }
  incident.way = state.startsWith("Awaiting") ? "paused" : "running";
}

export const used = ({ reached }: PlainIncident): number => reached.length - 1;

function isOpen(at: number): boolean {
  const weekday = (Math.floor(at / DAY) + 4) % 7;
  const hour = Math.floor((at % DAY) / HOUR);
  return weekday >= 1 && weekday <= 5 && hour >= 8 && hour < 18;
}

function timeOf({ sys_updated_at: text = "" }: Record<string, string>): number {
  return Date.parse(`${text.slice(6, 10)}-${text.slice(3, 5)}-${text.slice(0, 2)}T${text.slice(11)}:00Z`);
}
