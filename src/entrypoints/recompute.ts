import { wordsIn } from "../domain/explanation/in-words.ts";
import { Problem } from "../domain/problem.ts";
import { EFFECTS, policyKey, type Recomputation, recompute } from "../domain/sla-settings/recompute.ts";
import { slaRules } from "../domain/sla-settings/sla-settings.ts";
import { shown } from "../domain/ticket/content.ts";
import { now } from "../google/session.ts";
import type { AnswerTo, Ask, PolicyEffect } from "../sidebar/api.ts";
import type { RowSpan } from "../use-cases/desk.ts";
import { recomputeTickets } from "../use-cases/recompute-tickets.ts";
import type { Memory } from "../workbook/memory.ts";
import { openTickets, rememberedSettings, rememberedSla } from "../workbook/save/open-desk.ts";
import { stillStands } from "../workbook/settle-columns.ts";
import { decodeState } from "../workbook/state-cell.ts";
import { AT_SIDEBAR } from "./busy.ts";
import type { Caller } from "./front-door.ts";
import { withDesk } from "./with-desk.ts";

const WAIT_MS = 15_000;
/** Rows looked at in one call, by two columns; and rows that are written in one. */
const ROWS_A_LOOK = 50_000;
const ROWS_A_WRITE = 1000;
const EXAMPLES = 3;

const TITLES = { firstResponse: "first response", nextResponse: "next response", resolution: "resolution" };

interface Found {
  readonly rowNumber: number;
  readonly subject: string;
  readonly change: Recomputation;
}

/** What the policies of today would do to open tickets that are under others: a slice of the rows, nothing is written. */
export function sidebarRecompute({ from }: Ask<"sidebarRecompute">, { memory }: Caller): AnswerTo<"sidebarRecompute"> {
  const { found, lastRow, next } = lookFrom(memory, from);
  const names = [...new Set(found.map(({ change }) => change.policy.join(", version ")))];
  return {
    ...{ key: policyKey(rememberedSla(memory)), lastRow, next },
    policies: names.map((name) => effectOf(name, found, memory)),
  };
}

/** Puts one stretch of rows under the policies of today; the browser goes on until there is no next one. */
export function sidebarRecomputeApply(
  { key, from }: Ask<"sidebarRecomputeApply">,
  { memory }: Caller,
): AnswerTo<"sidebarRecomputeApply"> {
  const { found, lastRow, next } = lookFrom(memory, from);
  const [first] = found;
  if (!first) return { changed: 0, lastRow, next };
  const last = Math.min(lastRow, first.rowNumber + ROWS_A_WRITE - 1);
  const changed = apply(key, { first: first.rowNumber, last });
  return { changed, lastRow, next: last < lastRow ? last + 1 : null };
}

function apply(key: string, span: RowSpan): number {
  const opening = { source: "sidebar" as const, waitMs: WAIT_MS, waiter: AT_SIDEBAR, window: ROWS_A_WRITE };
  return withDesk(opening, (desk, workbook) => {
    if (desk.author.role !== "lead")
      throw new Problem("not-allowed", "Only a lead may put tickets under another policy: see Role in People.");
    if (policyKey(workbook.sla) !== key)
      throw new Problem("not-allowed", "The policies were changed since you looked: look again before you apply them.");
    const frame = { settings: workbook.sla, rules: workbook.rules.sla, now: desk.now };
    const changed = recomputeTickets(desk, workbook.read(span), frame);
    if (changed === 0) workbook.proveColumns();
    return changed;
  });
}

/** Tickets that would change, by their saved selves alone. */
function lookFrom(memory: Memory, from: number, tries = 3): { found: Found[]; lastRow: number; next: number | null } {
  const tickets = openTickets(memory);
  const lastRow = tickets.lastRow();
  const span = { first: from, last: Math.min(lastRow, from + ROWS_A_LOOK - 1) };
  const settings = rememberedSla(memory);
  const rules = slaRules(settings, rememberedSettings(memory)?.reopenWithinDays ?? 0);
  const frame = { settings, rules, now: now() };
  const rows = span.first <= span.last ? tickets.readIdentities(span) : [];
  if (!stillStands(tickets.sheet, tickets.layout)) {
    if (tries > 1) return lookFrom(memory, from, tries - 1);
    throw new Problem("busy", "Columns of Tickets are being moved: nothing was changed. Try again in a minute.");
  }
  const found = rows.flatMap(({ id, state }, index): Found[] => {
    const saved = decodeState(state)?.state;
    const change = saved?.id === id ? recompute(saved, frame) : undefined;
    return change ? [{ rowNumber: span.first + index, subject: shown(saved?.fields["subject"]), change }] : [];
  });
  return { found, lastRow, next: span.last < lastRow ? span.last + 1 : null };
}

function effectOf(name: string, found: readonly Found[], memory: Memory): PolicyEffect {
  const own = found.filter(({ change }) => change.policy.join(", version ") === name);
  const counts = EFFECTS.map(
    (effect) => [effect, own.filter(({ change }) => change.effect === effect).length] as const,
  );
  const telling = EFFECTS.flatMap((effect) => own.filter(({ change }) => change.effect === effect && change.clock));
  const words = wordsIn(rememberedSettings(memory)?.timeZone ?? "Etc/UTC", now());
  return {
    policy: name,
    tickets: own.length,
    effects: Object.fromEntries(counts) as PolicyEffect["effects"],
    examples: telling.slice(0, EXAMPLES).map(({ change, subject }) => {
      const due = (at: number | null | undefined): string =>
        at === null || at === undefined ? "no date" : words.instant(at);
      const { metric = "resolution", dueBefore, dueAfter } = change.clock ?? {};
      const sentence = `${TITLES[metric]} due ${due(dueBefore)} → ${due(dueAfter)}${change.effect === "breached" ? ", breached at once" : ""}`;
      return { ticketId: change.ticketId, subject, sentence };
    }),
  };
}
