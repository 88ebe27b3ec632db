import { METRICS, type PolicyVersion } from "../sla/policy.ts";

/** `where` is the policy's id, or id and row: "gold", "gold High+vip". */
export interface PolicyProblem {
  readonly where: string;
  readonly sentence: string;
}

/** What is wrong with the policies in force, in their order; none when they may come into force. */
export function policyProblems(policies: readonly PolicyVersion[], calendarIds: readonly string[]): PolicyProblem[] {
  return policies.flatMap((policy, index) => {
    const shadow = policies.slice(0, index).find((earlier) => takesAll(earlier, policy));
    const unknown = [policy.calendarId, policy.vipCalendarId].filter((id) => id && !calendarIds.includes(id));
    return [
      ...(shadow
        ? [{ where: policy.id, sentence: `It can never match: ${shadow.id}, above it, takes all its tickets.` }]
        : []),
      ...unknown.map((id) => ({ where: policy.id, sentence: `There is no calendar “${id}”.` })),
      ...targetProblems(policy),
    ];
  });
}

function targetProblems({ id, targets }: PolicyVersion): PolicyProblem[] {
  return Object.entries(targets).flatMap(([row, minutes]) =>
    METRICS.flatMap((metric) => {
      const target = minutes[metric] ?? 0;
      if (Number.isInteger(target) && target >= 0) return [];
      return [{ where: `${id} ${row}`, sentence: `${target} is not a target; write whole minutes, or nothing.` }];
    }),
  );
}

function takesAll(earlier: PolicyVersion, later: PolicyVersion): boolean {
  const covers = (wide: readonly string[] = [], narrow: readonly string[] = []): boolean =>
    !wide.length || (narrow.length > 0 && narrow.every((value) => wide.includes(value)));
  return (
    covers(earlier.queues, later.queues) &&
    covers(earlier.categories, later.categories) &&
    covers(earlier.channels, later.channels)
  );
}
