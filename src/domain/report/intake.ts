import { ticketNumberOf } from "../ticket/ticket.ts";
import type { ReportTicket } from "./report-ticket.ts";

/** What is known of the numbers that tickets were ever given. */
export interface NumbersGiven {
  readonly lastNumber: number;
  /** Numbers without a row: tickets deleted, each with its deletion in History, and numbers that were never used. */
  readonly gone: number;
}

/** That no ticket is lost: all numbers ever given, and where each of them is. */
export interface Intake {
  readonly given: number;
  readonly byChannel: readonly { readonly channel: string; readonly count: number; readonly cancelled: number }[];
  readonly inSheet: number;
  /** Of those in the sheet: merged into another ticket, or spam. */
  readonly cancelled: number;
  readonly gone: number;
  /** Numbers that stand nowhere: 0, or something is wrong. */
  readonly missing: number;
}

export function intake(tickets: readonly ReportTicket[], { lastNumber, gone }: NumbersGiven): Intake {
  const channels = new Map<string, { count: number; cancelled: number }>();
  const numbers = new Set<number>();
  let cancelled = 0;
  for (const { id, channel, isCancelled } of tickets) {
    const number = ticketNumberOf(id);
    if (number === undefined || number > lastNumber || numbers.has(number)) continue;
    numbers.add(number);
    const row = channels.get(channel) ?? { count: 0, cancelled: 0 };
    row.count++;
    if (isCancelled) row.cancelled++;
    cancelled += Number(isCancelled);
    channels.set(channel, row);
  }
  return {
    given: lastNumber,
    byChannel: [...channels]
      .map(([channel, row]) => ({ channel, ...row }))
      .sort((one, other) => other.count - one.count || (one.channel < other.channel ? -1 : 1)),
    inSheet: numbers.size,
    cancelled,
    gone,
    missing: lastNumber - numbers.size - gone,
  };
}
