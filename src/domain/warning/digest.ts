import { html, type Part, plain } from "../outbox/letter.ts";
import type { NewMail } from "../outbox/mail.ts";
import { addressOf, leadsAmong, type Person } from "./recipients.ts";
import { isBreached, type ToldTicket } from "./told-ticket.ts";
import { type Offset, peopleInWords, tellingInWords, titleOf } from "./words.ts";

/** What a digest needs beside tickets. */
export interface Desk {
  readonly people: readonly Person[];
  /** Is told where there is no lead. */
  readonly owner: string;
  readonly url: string;
  readonly timeZone: string;
  readonly offsetMs: Offset;
}

/** One mail for each person: of the tickets assigned to them, and to leads of all. */
export function digestsOf(tickets: readonly ToldTicket[], desk: Desk): NewMail[] {
  const leads = leadsAmong(desk.people, desk.owner);
  const byPerson = new Map<string, { to: string; tickets: Set<ToldTicket> }>();
  for (const ticket of tickets) {
    const assignee = addressOf(ticket.assignee, desk.people);
    for (const to of assignee === undefined ? leads : [assignee, ...leads]) {
      const own = byPerson.get(to.toLowerCase()) ?? { to, tickets: new Set() };
      own.tickets.add(ticket);
      byPerson.set(to.toLowerCase(), own);
    }
  }
  return [...byPerson.values()].map((own) => digest(own.to, [...own.tickets], desk));
}

/** More tickets than this are counted, not listed: a cell holds 50,000 characters, and signs may take six in HTML. */
const LISTED_AT_MOST = 25;

function digest(to: string, tickets: readonly ToldTicket[], desk: Desk): NewMail {
  const breached = tickets.filter(isBreached);
  const dueSoon = tickets.filter((ticket) => !isBreached(ticket));
  const parts: Part[] = [
    ...section("Breached", breached.slice(0, LISTED_AT_MOST), desk),
    ...section("Due soon", dueSoon.slice(0, Math.max(0, LISTED_AT_MOST - breached.length)), desk),
    ...restOf(tickets.length - LISTED_AT_MOST),
    { kind: "link", text: "Open the desk", url: desk.url },
    {
      kind: "small",
      text: `Times are of ${desk.timeZone}, as of when this was written. It tells you of tickets assigned to you, and leads of all; a lead can turn it off in the sheet Settings, at Warnings.`,
    },
  ];
  const about = tickets.map(({ ticketId }) => ticketId);
  return {
    to,
    subject: subjectOf(breached.length, dueSoon.length),
    ...{ text: plain(parts), html: html(parts) },
    about,
  };
}

function subjectOf(breached: number, dueSoon: number): string {
  const tickets = (count: number): string => `${count} ${count === 1 ? "ticket" : "tickets"}`;
  if (breached === 0) return `${tickets(dueSoon)} due soon`;
  return `${tickets(breached)} breached${dueSoon > 0 ? `, ${dueSoon} due soon` : ""}`;
}

/** How many tickets such a subject speaks of; undefined for any other. */
export function ticketsIn(subject: string): number | undefined {
  const [, first, second = 0] = /^(\d+) tickets? (?:due soon|breached(?:, (\d+) due soon)?)$/.exec(subject) ?? [];
  return first === undefined ? undefined : Number(first) + Number(second);
}

function section(heading: string, tickets: readonly ToldTicket[], { offsetMs }: Desk): Part[] {
  if (tickets.length === 0) return [];
  const listed = tickets.map((ticket): Part => {
    const lines = ticket.tellings.map((telling) => tellingInWords(telling, offsetMs));
    return { kind: "titled", text: titleOf(ticket), lines: [...lines, peopleInWords(ticket)] };
  });
  return [{ kind: "heading", text: heading }, ...listed];
}

const restOf = (count: number): Part[] =>
  count > 0 ? [{ kind: "small", text: `And ${count} more: see the column SLA in Tickets.` }] : [];
