import { policyProblems } from "../domain/sla-settings/policy-problems.ts";
import { listFrom, minutesFrom } from "../domain/sla-settings/written.ts";
import type { PolicyVersion, TargetMinutes } from "../domain/sla/policy.ts";
import type { Mistake } from "./mistakes.ts";
import { isYes } from "./people-sheet.ts";

type Draft = Omit<PolicyVersion, "version">;
type Drafts = Map<string, Draft & { targets: Record<string, TargetMinutes> }>;

export interface PolicyFrame {
  readonly calendars: readonly string[];
  readonly priorities: readonly string[];
  readonly mistakes: Mistake[];
}

/** The policies that are free of mistakes, in their order, and the names of the others. */
export function readPolicies(rows: readonly string[][], frame: PolicyFrame): { policies: Draft[]; mistaken: string[] } {
  const drafts: Drafts = new Map();
  const firstRow = new Map<string, number>();
  const mistaken = new Set<string>();
  rows.forEach((row, index) => {
    const id = (row[0] ?? "").trim();
    if (id === "") return;
    const mistakes = addRow(drafts, row, { row: index + 2, priorities: frame.priorities });
    if (!firstRow.has(id)) firstRow.set(id, index + 2);
    frame.mistakes.push(...mistakes);
    if (mistakes.length > 0) mistaken.add(id);
  });
  const versions = [...drafts.values()].map((draft) => ({ ...draft, version: 1 }));
  for (const { where, sentence } of policyProblems(versions, frame.calendars)) {
    const [id = ""] = [...firstRow.keys()].filter((key) => where === key || where.startsWith(`${key} `));
    const column = /calendar/.test(sentence) ? 7 : 1;
    frame.mistakes.push({ sheet: "policies", row: firstRow.get(id) ?? 2, column, sentence });
    mistaken.add(id);
  }
  return { policies: [...drafts.values()].filter(({ id }) => !mistaken.has(id)), mistaken: [...mistaken] };
}

function addRow(
  drafts: Drafts,
  [name = "", priority = "", vip = "", ...cells]: readonly string[],
  { row, priorities }: { row: number; priorities: readonly string[] },
): Mistake[] {
  const mistakes: Mistake[] = [];
  const wrong = (column: number, sentence: string): void =>
    void mistakes.push({ sheet: "policies", row, column, sentence });
  const known = priorities.find((word) => word.toLowerCase() === priority.trim().toLowerCase());
  if (!known) wrong(2, `“${priority}” is not a priority: ${priorities.join(", ")}.`);
  const [firstResponse = 0, nextResponse = 0, resolution = 0] = [0, 1, 2].map((index) => {
    const minutes = minutesFrom(cells[index] ?? "");
    if (minutes === undefined) wrong(4 + index, `“${cells[index] ?? ""}” is no time: write 30 min or 4 h.`);
    return minutes ?? 0;
  });
  const id = name.trim();
  const draft = drafts.get(id) ?? {
    id,
    calendarId: (cells[3] ?? "").trim(),
    targets: {},
    ...conditions(cells.slice(4)),
  };
  const key = `${known ?? ""}${isYes(vip) ? "+vip" : ""}`;
  if (known && draft.targets[key]) wrong(2, `“${id}” has two rows for ${known}${isYes(vip) ? " of VIPs" : ""}.`);
  draft.targets[key] = { firstResponse, nextResponse, resolution };
  drafts.set(id, draft);
  return mistakes;
}

function conditions([queues = "", categories = "", channels = ""]: readonly string[]): Pick<
  PolicyVersion,
  "queues" | "categories" | "channels"
> {
  return {
    ...(queues.trim() && { queues: listFrom(queues) }),
    ...(categories.trim() && { categories: listFrom(categories) }),
    ...(channels.trim() && { channels: listFrom(channels) }),
  };
}
