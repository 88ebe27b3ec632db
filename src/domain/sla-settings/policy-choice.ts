import type { PolicyVersion } from "../sla/policy.ts";

/** What decides which policy a new ticket gets; `on` is the local date of its creation. */
export interface PolicyQuestion {
  readonly on: string;
  readonly queue: string;
  readonly category: string;
  readonly channel: string;
}

/** The first policy, in the given order, whose version in force is for such a ticket; undefined: no SLA. */
export function findPolicy(versions: readonly PolicyVersion[], question: PolicyQuestion): PolicyVersion | undefined {
  return policiesInForce(versions, question.on).find(
    ({ queues, categories, channels }) =>
      allows(queues, question.queue) && allows(categories, question.category) && allows(channels, question.channel),
  );
}

/** Of each policy the version in force on a local date, policies in the given order. */
function policiesInForce(versions: readonly PolicyVersion[], on: string): PolicyVersion[] {
  const begun = versions.filter(({ effectiveFrom = "" }) => effectiveFrom <= on);
  return begun.filter((policy) => !begun.some((other) => other.id === policy.id && isLater(other, policy)));
}

function isLater(one: PolicyVersion, other: PolicyVersion): boolean {
  const [from, otherFrom] = [one.effectiveFrom ?? "", other.effectiveFrom ?? ""];
  return from === otherFrom ? one.version > other.version : from > otherFrom;
}

function allows(list: readonly string[] | undefined, value: string): boolean {
  return !list?.length || list.includes(value);
}
