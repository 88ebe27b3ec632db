import type { Metric } from "./policy.ts";

/** Categories of statuses: a status' name means nothing to a clock. */
export type Category = "open" | "waiting" | "resolved" | "closed";

export interface StatusChange {
  readonly category: Category;
  /** Of an opening: within how many days of the solving it was a reopening then; the rule may change later. */
  readonly reopenDays?: number;
}

/** What clocks listen to; other fields and payloads of History are ignored. Instants are epoch ms. */
export type ClockEvent = {
  readonly seq: number;
  readonly occurredAt: number;
} & (
  | { readonly type: "created"; readonly payload: Created }
  | { readonly type: "requester_message" | "agent_reply" | "merged" | "spam" }
  | { readonly type: "status"; readonly payload: StatusChange }
  | { readonly type: "priority"; readonly payload: { readonly to: string } }
  | { readonly type: "vip"; readonly payload: { readonly value: boolean } }
  | { readonly type: "policy"; readonly payload: PolicyRef }
  | { readonly type: "sla_override"; readonly payload: Override }
  | { readonly type: "calendar_restated"; readonly payload: Restatement }
  | { readonly type: "event_voided"; readonly payload: { readonly seq: number } }
  | { readonly type: "time_corrected"; readonly payload: { readonly seq: number; readonly occurredAt: number } }
);

export interface Created {
  readonly priority: string;
  readonly vip: boolean;
  /** Open where it is not said. */
  readonly category?: Category;
  readonly direction?: "inbound" | "outbound";
  readonly answeredLive?: boolean;
}

/** Without a target the clock is excluded. Of the next-response cycles it means the last. */
export interface Override {
  readonly clock: Metric;
  readonly targetMinutes?: number;
}

export interface Restatement {
  readonly calendarId: string;
  readonly version: number;
  /** Whether clocks that have stopped are judged again too. */
  readonly includesStopped?: boolean;
}

/** One version of a policy, frozen for the ticket; a payload may carry more, such as its targets. */
export interface PolicyRef {
  readonly policyId: string;
  readonly version: number;
}
