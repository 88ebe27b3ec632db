import type { PolicyEffect } from "./api.ts";

const EXAMPLES = 3;

/** What was found so far and in one more slice of the rows, policy by policy. */
export function joined(before: readonly PolicyEffect[], more: readonly PolicyEffect[]): PolicyEffect[] {
  const names = [...new Set([...before, ...more].map(({ policy }) => policy))];
  return names.map((policy) => {
    const parts = [...before, ...more].filter((effect) => effect.policy === policy);
    const sum = (of: (effect: PolicyEffect) => number): number => parts.reduce((total, part) => total + of(part), 0);
    return {
      policy,
      tickets: sum(({ tickets }) => tickets),
      effects: {
        breached: sum(({ effects }) => effects.breached),
        earlier: sum(({ effects }) => effects.earlier),
        later: sum(({ effects }) => effects.later),
        unpromised: sum(({ effects }) => effects.unpromised),
        same: sum(({ effects }) => effects.same),
      },
      examples: parts.flatMap(({ examples }) => examples).slice(0, EXAMPLES),
    };
  });
}
