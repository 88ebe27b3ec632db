import { type AnyKey, DEFINITIONS } from "../domain/report/definitions.ts";
import type { Figure } from "../domain/report/figure.ts";
import { deletedByWhom } from "../domain/report/intake.ts";
import type { Report } from "../domain/report/report.ts";
import { figureIn } from "../domain/report/tiles.ts";
import { CHANNELS } from "../domain/ticket/field.ts";
import { FIGURE_KEYS, LISTED_AT_MOST } from "./report-layout.ts";

/** A table as it is shown: headers, then rows; a blank where there is no number. */
export interface ReportTable {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

export function intakeTable({
  intake: { byChannel, cancelled, deleted, unused, missing, given },
}: Report): ReportTable {
  const known = CHANNELS.map((channel) => [channel, byChannel.get(channel) ?? 0] as const);
  const explained: [string, number][] = [
    ["merged or spam", cancelled.length],
    ["deleted", deleted.length],
    ["number never used", unused],
    ["missing", missing.length],
  ];
  const inKnown = [...known, ...explained].reduce((sum, [, count]) => sum + count, 0);
  return {
    headers: ["Where they are", "Tickets"],
    rows: [...known, ["another way", given - inKnown], ...explained],
  };
}

/** Beside each other: how many by whom, which of them by whom, merged ones and spam, and what stands nowhere. */
export function goneTable({ intake: { cancelled, deleted, missing } }: Report): ReportTable {
  const who = deletedByWhom(deleted).slice(0, LISTED_AT_MOST);
  const which = listed(deleted.map(({ id }) => id));
  const [others, lost] = [listed(cancelled), listed(missing)];
  const length = Math.max(who.length, which.length, others.length, lost.length);
  return {
    headers: ["Deleted by", "Tickets", "Deleted ticket", "By", "Merged or spam", "Missing"],
    rows: Array.from({ length }, (_, index) => [
      ...(who[index] ?? ["", ""]),
      ...[which[index] ?? "", index < LISTED_AT_MOST ? (deleted[index]?.by ?? "") : ""],
      ...[others[index] ?? "", lost[index] ?? ""],
    ]),
  };
}

/** The first of some tickets, and how many more there are. */
function listed(ids: readonly string[]): string[] {
  const rest = ids.length - LISTED_AT_MOST;
  return rest > 0 ? [...ids.slice(0, LISTED_AT_MOST), `… and ${rest} more`] : [...ids];
}

export function listsTable(report: Report): ReportTable {
  const all = FIGURE_KEYS.map((key) => listOf(key, figureIn(report, key)));
  return {
    headers: all.map(({ header }) => header),
    rows: Array.from({ length: Math.max(...all.map(({ ids }) => ids.length)) }, (_, index) =>
      all.map(({ ids }) => ids[index] ?? ""),
    ),
  };
}

/** The first of its tickets; where there are more its header says so, and its last line where they are to be found. */
function listOf(key: AnyKey, { ids, n }: Figure): { header: string; ids: string[] } {
  const { name } = DEFINITIONS[key];
  const found = ids(LISTED_AT_MOST + 1);
  if (found.length <= LISTED_AT_MOST) return { header: name, ids: found };
  return {
    header: `${name}: the first ${LISTED_AT_MOST} tickets of n = ${n}`,
    ids: [...found.slice(0, LISTED_AT_MOST), `… and more, of n = ${n}: ${ELSEWHERE}`],
  };
}

const ELSEWHERE = "choose a shorter period, a queue, a category or a person on the sheet SLA to see the others";
