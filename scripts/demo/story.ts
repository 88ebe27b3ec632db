import type { DemoAct } from "./acts.ts";
import { Chance } from "./chance.ts";
import { FILLERS, HOSTILE, ISSUES, NOTES, REPLIES, TAGS, type DemoIssue } from "./issues.ts";
import { AGENTS, DESK, OWNER, REQUESTERS, type DemoPerson } from "./people.ts";
import { isOpen, openAtShare, whenOpen } from "./working-day.ts";

export const STORY_FROM = Date.UTC(2026, 0, 5, 8, 30);
export const STORY_TO = Date.UTC(2026, 2, 2, 9);

const TICKETS = 200;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const TICKET_SHEET = "Tickets";

/** Eight weeks of a small company, in the order in which they happen. */
export function story(): DemoAct[] {
  const chance = new Chance(20260105);
  const tickets = Array.from({ length: TICKETS }, (_, index) => ticketStory(chance, index)).flat();
  const later = tickets.filter(({ at }) => at < STORY_TO).sort((a, b) => a.at - b.at);
  return [...beginning(), ...later];
}

function beginning(): DemoAct[] {
  const rows = [...DESK, ...REQUESTERS].map(({ email, name, role, isVip }) => [email, name, role, isVip ? "yes" : ""]);
  const openings = DESK.map(({ email }, n): DemoAct => ({
    at: STORY_FROM + (10 + n) * MINUTE,
    by: email,
    does: "menu",
    path: ["Helpdesk", "Log a ticket"],
  }));
  return [
    { at: STORY_FROM, by: OWNER, does: "menu", path: ["Helpdesk", "Set up"] },
    { at: STORY_FROM + 2 * MINUTE, by: OWNER, does: "deleteSheet", sheet: "Sheet1" },
    { at: STORY_FROM + 5 * MINUTE, by: OWNER, does: "paste", sheet: "People", a1: "A2", rows },
    ...openings,
  ];
}

/** What happens to one ticket, from its first minute to its end or to the end of the story. */
function ticketStory(chance: Chance, index: number): DemoAct[] {
  const key = `t${index}`;
  const createdAt = creation(chance, index);
  const agent = chance.pick(AGENTS).email;
  const issue = filledIn(
    chance,
    index % 29 === 11 ? HOSTILE[Math.floor(index / 29) % HOSTILE.length]! : chance.pick(ISSUES),
  );
  const first =
    index % 13 === 5
      ? typedByHand(chance, { key, issue, agent, at: createdAt })
      : logged(chance, { key, issue, agent, at: createdAt });
  return [first, ...work(chance, { key, issue, agent, at: createdAt })];
}

interface Beginning {
  key: string;
  issue: DemoIssue;
  agent: string;
  at: number;
}

function creation(chance: Chance, index: number): number {
  const share = (index + chance.next()) / TICKETS;
  return Math.max(STORY_FROM + 30 * MINUTE, openAtShare(STORY_FROM, STORY_TO, share));
}

function logged(chance: Chance, { key, issue, agent, at }: Beginning): DemoAct {
  const requester = chance.pick(REQUESTERS);
  const isPhone = chance.is(0.4);
  const question = {
    requestId: `demo-${key}`,
    requester: requester.email,
    requesterName: requester.name,
    ...issue,
    channel: isPhone ? "phone" : chance.pick(["visit", "chat", "mail", "mail"]),
    loggedOnBehalfOf: chance.is(0.08) ? chance.pick(REQUESTERS).email : "",
    answeredLive: isPhone && chance.is(0.8),
    ...(isPhone && chance.is(0.3) ? { happenedAt: Math.floor(at) - 10 * MINUTE } : {}),
  };
  return { at, by: agent, does: "call", name: "sidebarLogTicket", question, remember: key };
}

function typedByHand(chance: Chance, { key, issue, agent, at }: Beginning): DemoAct {
  const requester: DemoPerson = chance.pick(REQUESTERS);
  const cells = {
    Subject: asText(issue.subject),
    Requester: requester.email,
    "Requester name": requester.name,
    Category: issue.category,
    Priority: issue.priority,
    Channel: "visit",
    Description: asText(issue.description),
  };
  return { at, by: agent, does: "append", sheet: TICKET_SHEET, cells, remember: key };
}

/** Who types a text that looks like something else puts an apostrophe before it. */
const asText = (text: string): string => (/^[=+\-@\d']/.test(text) ? `'${text}` : text);

function work(chance: Chance, { key, issue, agent, at }: Beginning): DemoAct[] {
  const acts: DemoAct[] = [];
  let now = at;
  const then = (low: number, high: number): number => (now = whenOpen(now + chance.between(low, high)));
  const set = (column: string, text: string, by = agent): void =>
    void acts.push({ at: now, by, does: "set", sheet: TICKET_SHEET, row: key, column, text });
  const say = (kind: string, text: string, changes: Record<string, string> = {}): void => {
    const question = { requestId: `demo-${key}-${acts.length}`, ticketId: `{${key}}`, changes, said: { kind, text } };
    acts.push({ at: now, by: agent, does: "call", name: "sidebarUpdateTicket", question });
  };
  const haste = { Urgent: 0.15, High: 0.5, Medium: 1, Low: 1.8 }[issue.priority];
  then(2 * MINUTE * haste, 90 * MINUTE * haste);
  set("Assignee", agent);
  then(MINUTE, 10 * MINUTE);
  if (chance.is(0.85)) say("reply", chance.pick(REPLIES.first), { status: "Open" });
  else set("Status", "Open");
  if (chance.is(0.12)) set("Priority", chance.pick(["Urgent", "High", "Medium", "Low"]), OWNER);
  if (chance.is(0.18)) set("Tags", chance.pick(TAGS));
  for (let notes = chance.is(0.45) ? 1 : 0; notes < 3 && notes > 0 && chance.is(0.8); notes++) {
    then(10 * MINUTE, 5 * HOUR);
    say("note", chance.pick(NOTES));
  }
  pause(chance, { then, set, say });
  then(HOUR * haste, 26 * HOUR * haste);
  if (chance.is(0.06)) set("Assignee", chance.pick(AGENTS).email, OWNER);
  if (chance.is(0.6)) say("reply", chance.pick(REPLIES.last), { status: "Resolved" });
  else set("Status", "Resolved");
  then(2 * DAY, 7 * DAY);
  if (chance.is(0.06)) say("inbound", "It is back again, just as before.");
  else set("Status", "Closed");
  return acts.filter((act) => isOpen(act.at));
}

interface Writing {
  then: (low: number, high: number) => number;
  set: (column: string, text: string) => void;
  say: (kind: string, text: string, changes?: Record<string, string>) => void;
}

/** The requester is asked something and answers, or a third party is waited for. */
function pause(chance: Chance, { then, set, say }: Writing): void {
  const kind = chance.is(0.25) ? "Pending" : chance.is(0.1) ? "On hold" : null;
  if (!kind) return;
  then(HOUR, 6 * HOUR);
  if (kind === "Pending") say("reply", chance.pick(REPLIES.question), { status: kind });
  else set("Status", kind);
  then(4 * HOUR, (kind === "Pending" ? 2 : 6) * DAY);
  if (kind === "On hold") return set("Status", "Open");
  say("inbound", chance.pick(REPLIES.answer));
  then(10 * MINUTE, 3 * HOUR);
  say("reply", chance.pick(REPLIES.thanks));
}

function filledIn(chance: Chance, issue: DemoIssue): DemoIssue {
  const fill = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => (FILLERS[name] ? chance.pick(FILLERS[name]) : whole));
  return { ...issue, subject: fill(issue.subject), description: fill(issue.description) };
}
