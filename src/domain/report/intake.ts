import { ticketNumberOf } from "../ticket/ticket.ts";
import type { ReportTicket } from "./report-ticket.ts";

/** What is known of the numbers that tickets were ever given. */
export interface NumbersGiven {
  readonly prefix: string;
  readonly lastNumber: number;
  /** Who deleted the ticket of a number; "" for a number that was never used, undefined for one that is not known to be gone. */
  readonly goneBy: (number: number) => string | undefined;
}

/** That no ticket is lost: all numbers ever given, and where each of them is. */
export interface Intake {
  readonly given: number;
  readonly inSheet: number;
  /** Of those in the sheet, without merged ones and spam. */
  readonly byChannel: ReadonlyMap<string, number>;
  /** Of those in the sheet: merged into another ticket, or spam. */
  readonly cancelled: readonly string[];
  /** Tickets whose rows are gone, the newest first. */
  readonly deleted: readonly DeletedTicket[];
  /** Numbers that a run reserved and then was killed. */
  readonly unused: number;
  /** Tickets that stand nowhere: none, or something is wrong. */
  readonly missing: readonly string[];
}

export interface DeletedTicket {
  readonly id: string;
  readonly by: string;
}

export function intake(tickets: readonly ReportTicket[], { prefix, lastNumber, goneBy }: NumbersGiven): Intake {
  const byChannel = new Map<string, number>();
  const numbers = new Set<number>();
  const cancelled: string[] = [];
  for (const { id, channel, isCancelled } of tickets) {
    const number = ticketNumberOf(id);
    if (number === undefined || number > lastNumber || numbers.has(number)) continue;
    numbers.add(number);
    if (isCancelled) cancelled.push(id);
    else byChannel.set(channel, (byChannel.get(channel) ?? 0) + 1);
  }
  const [deleted, missing]: [DeletedTicket[], string[]] = [[], []];
  let unused = 0;
  for (let number = lastNumber; number >= 1; number--) {
    if (numbers.has(number)) continue;
    const [id, by] = [`${prefix}${number}`, goneBy(number)];
    if (by === undefined) missing.push(id);
    else if (by === "") unused++;
    else deleted.push({ id, by });
  }
  return { given: lastNumber, inSheet: numbers.size, byChannel, cancelled, deleted, unused, missing };
}

/** How many tickets each person deleted, who deleted most first. */
export function deletedByWhom(deleted: readonly DeletedTicket[]): [by: string, count: number][] {
  const counts = new Map<string, number>();
  for (const { by } of deleted) counts.set(by, (counts.get(by) ?? 0) + 1);
  return [...counts].sort(([one, many], [other, more]) => more - many || (one < other ? -1 : 1));
}
