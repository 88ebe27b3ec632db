import { ticketNumberOf } from "../ticket/ticket.ts";
import type { ReportTicket } from "./report-ticket.ts";

/** What is known of the numbers that tickets were ever given. */
export interface NumbersGiven {
  readonly lastNumber: number;
  /** Whether a number is known to have no row: a ticket deleted, as History tells, or a number that was never used. */
  readonly isGone: (number: number) => boolean;
}

/** That no ticket is lost: all numbers ever given, and where each of them is. */
export interface Intake {
  readonly given: number;
  readonly inSheet: number;
  /** Of those in the sheet, without merged ones and spam. */
  readonly byChannel: ReadonlyMap<string, number>;
  /** Of those in the sheet: merged into another ticket, or spam. */
  readonly cancelled: number;
  readonly gone: number;
  /** Numbers that stand nowhere: 0, or something is wrong. */
  readonly missing: number;
}

export function intake(tickets: readonly ReportTicket[], { lastNumber, isGone }: NumbersGiven): Intake {
  const byChannel = new Map<string, number>();
  const numbers = new Set<number>();
  let cancelled = 0;
  for (const { id, channel, isCancelled } of tickets) {
    const number = ticketNumberOf(id);
    if (number === undefined || number > lastNumber || numbers.has(number)) continue;
    numbers.add(number);
    if (isCancelled) cancelled++;
    else byChannel.set(channel, (byChannel.get(channel) ?? 0) + 1);
  }
  let gone = 0;
  for (let number = 1; number <= lastNumber; number++) if (!numbers.has(number) && isGone(number)) gone++;
  const inSheet = numbers.size;
  return { given: lastNumber, inSheet, byChannel, cancelled, gone, missing: lastNumber - inSheet - gone };
}
