import type { CallInfo, Execution } from "../emulator/core/execution.ts";
import { aCompany, type Company, reopened } from "./company.ts";
import type { Deed, Done } from "./deed.ts";
import { overrideOf } from "./override-of.ts";

const TICKETS = 4;
const FIVE_MINUTES = 5 * 60_000;

/** A set-up desk with a few tickets, one of them deleted, opened anew for every case. */
export function startingPoint(): () => Company {
  const company = aCompany({ tickets: TICKETS + 1 });
  company.ana.deleteRows("Tickets", TICKETS + 2, 1);
  company.workspace.clock.advance(FIVE_MINUTES);
  company.ana.type("Tickets", "H5", "Hardware");
  company.owner.type("SLA policies", "F4", "20 h");
  company.owner.call("sidebarOverride", overrideOf(company, "T-3", { choice: "more", targetMinutes: 1800 }));
  const snapshot = company.workspace.snapshot();
  return () => reopened(snapshot);
}

/** How many service calls the first execution makes that the deed starts. */
export function callsOf(open: () => Company, deed: Pick<Deed, "act">): number {
  const company = open();
  let first: Execution | undefined;
  let calls = 0;
  company.workspace.onCall = ({ n, execution }) => {
    first ??= execution;
    if (execution === first) calls = n;
  };
  deed.act(company);
  company.workspace.onCall = undefined;
  return calls;
}

/** Does the deed, and something else right before the n-th service call of the first execution that it starts. */
export function disturbed(company: Company, deed: Deed, n: number, disturb: (call: CallInfo) => void): Done {
  return disturbedAt(company, deed, new Map([[n, disturb]]));
}

/** The same before several of its calls, each by its own. */
export function disturbedAt(
  company: Company,
  deed: Deed,
  disturb: ReadonlyMap<number, (call: CallInfo) => void>,
): Done {
  let first: Execution | undefined;
  const { workspace } = company;
  const onCall = (call: CallInfo): void => {
    first ??= call.execution;
    const due = call.execution === first ? disturb.get(call.n) : undefined;
    if (!due) return;
    workspace.onCall = undefined; // runs inside this one are not disturbed
    due(call);
    workspace.onCall = onCall;
  };
  workspace.onCall = onCall;
  const answer = deed.act(company);
  workspace.onCall = undefined;
  return { deed, answer };
}

/** Somebody does something while another run is under way: what it triggers runs at once, inside it. */
export function meanwhile(company: Company, deed: Deed): Done {
  const answer = deed.act(company);
  company.workspace.engine.queue.drain();
  return { deed, answer };
}

/** Kills the deed's run before its n-th call; of what is queued then the first `landing` writes are sent. Answers with how many there were. */
export function killedBefore(
  company: Company,
  deed: Deed,
  { n, landing }: { n: number; landing: number },
): Done & { queued: number } {
  let queued = 0;
  const fate = (index: number): boolean => {
    queued = index + 1;
    return index < landing;
  };
  const done = disturbed(company, deed, n, ({ execution }) => execution.kill({ queued: fate }));
  return { ...done, queued };
}

/** One case for every first part of the queue that a kill before call n may leave: none of it, some, all. */
export function* everyLanding(
  open: () => Company,
  deed: Deed,
  n: number,
): Generator<{ company: Company; done: Done; landing: number }> {
  let most = 0;
  for (let landing = 0; landing <= most; landing++) {
    const company = open();
    const { queued, ...done } = killedBefore(company, deed, { n, landing });
    most = queued;
    yield { company, done, landing };
  }
}
