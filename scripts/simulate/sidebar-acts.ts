import { settleRequests } from "./settle-requests.ts";
import { type Act, die, type SidebarKind } from "./plan.ts";
import type { Claim, Request } from "./witness.ts";
import { rowsOf } from "./table.ts";
import type { World } from "./world.ts";

const HEADERS: Readonly<Record<string, string>> = {
  ...{ status: "Status", priority: "Priority", assignee: "Assignee", subject: "Subject", requester: "Requester" },
  ...{ requesterName: "Requester name", description: "Description", category: "Category", channel: "Channel" },
};

interface Reply {
  readonly ok?: boolean;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly problem?: { readonly sentence: string };
}

/** What somebody does at the sidebar; answers with a sentence for the log, undefined where it was not possible. */
export function actAtSidebar(world: World, act: Act): string | undefined {
  const kind = act.kind as SidebarKind;
  if (kind === "verify") return verify(world);
  if (kind === "look") return look(world, act);
  const request = kind === "retry" ? unanswered(world, act) : asked(world, act);
  if (!request) return undefined;
  if (kind !== "retry") world.witness.requests.push(request);
  const answer = send(world, request);
  const about = request.ticketId === "" ? "" : ` ${request.ticketId}`;
  const what = JSON.stringify({ ...request.question, requestId: undefined, ticketId: undefined });
  return `${kind === "retry" ? "asks again: " : ""}${request.name}${about} ${what} – ${answer}`;
}

function verify({ company }: World): string {
  const { value } = company.owner.call("sidebarVerify", { isFresh: true });
  return `verifies: ${String(value).slice(0, 200)}`;
}

/** Shows a ticket; what is shown must be of that ticket. */
function look(world: World, act: Act): string | undefined {
  const target = ticketOf(world, act);
  if (!target) return undefined;
  const { value } = world.window(act).call("sidebarTicket", { ticketId: target.ticketId });
  const reply = replyOf(value);
  if (reply?.ok) world.witness.shown.push({ ...target, data: reply.data ?? {} });
  return `looks at ${target.ticketId}`;
}

function unanswered(world: World, act: Act): Request | undefined {
  const open = world.witness.requests.filter(({ answer }) => answer === "none");
  return open[Math.floor(die(act, 0) * open.length)];
}

function asked(world: World, act: Act): Request | undefined {
  const question = QUESTIONS[act.kind as keyof typeof QUESTIONS](world, act);
  if (!question) return undefined;
  const { name, about, row = undefined, wishes = {} } = question;
  const who = act.kind === "override" ? world.company.owner.email : world.window(act).email;
  const from = world.witness.now();
  const ticketId = textIn(about, "ticketId");
  const claims = new Map<string, Claim>();
  for (const [key, value] of Object.entries(wishes)) {
    const claim: Claim = { value, who, from, to: Infinity, isSure: false, isInRun: false, how: "sidebar", act: act.id };
    claims.set(HEADERS[key] ?? key, claim);
    if (row !== undefined) world.witness.claim(row, HEADERS[key] ?? key, claim);
  }
  const requestId = `request-${act.id}`;
  const state = { from, to: from, answer: "none" as const, sentence: "", ticketId, row, claims, act: act.id };
  return { name, who, question: { ...about, requestId }, ...state };
}

interface Question {
  readonly name: Request["name"];
  readonly about: Readonly<Record<string, unknown>>;
  readonly row?: string;
  readonly wishes?: Readonly<Record<string, string>>;
}

const QUESTIONS = {
  log: (_world: World, act: Act): Question => {
    const wishes = {
      ...{
        subject: `logged-${act.id}`,
        requester: `requester-${act.id % 3}@example.com`,
        requesterName: `Name ${act.id}`,
      },
      ...{
        description: `description-${act.id}`,
        category: "",
        priority: pick(act, 1, ["Urgent", "High", "Low"]),
        channel: "phone",
      },
    };
    const about = { ...wishes, loggedOnBehalfOf: "", answeredLive: die(act, 2) < 0.3 };
    return { name: "sidebarLogTicket", about, wishes };
  },
  update: (world: World, act: Act): Question | undefined => {
    const target = ticketOf(world, act);
    if (!target) return undefined;
    const changes: Record<string, string> = {};
    if (die(act, 1) < 0.6) changes["status"] = pick(act, 2, ["Open", "Pending", "On hold", "Resolved", "Closed"]);
    if (die(act, 3) < 0.4) changes["priority"] = pick(act, 2, ["Urgent", "High", "Low"]);
    if (die(act, 4) < 0.4) changes["assignee"] = `assignee-${act.id}@example.com`;
    const kind = die(act, 5) < 0.3 ? "reply" : "note";
    const said =
      die(act, 5) < 0.6 || Object.keys(changes).length === 0 ? { said: { kind, text: `said-${act.id}` } } : {};
    const about = { ticketId: target.ticketId, changes, ...said };
    return { name: "sidebarUpdateTicket", about, row: target.row, wishes: changes };
  },
  override: (world: World, act: Act): Question | undefined => {
    const target = ticketOf(world, act);
    const startAt = target && createdAt(world, target.ticketId);
    if (!target || startAt === undefined) return undefined;
    const wish = {
      clock: "resolution",
      startAt,
      choice: "more",
      targetMinutes: 3000 + act.id,
      reason: "The vendor is down.",
    };
    return { name: "sidebarOverride", about: { ticketId: target.ticketId, ...wish }, row: target.row };
  },
  restore: (world: World, act: Act): Question | undefined => {
    const standing = new Set([...world.table().values()].map((cells) => cells.get("Ticket")));
    const gone = [world.lostBefore, ...world.witness.deleted.map(({ number }) => number)];
    const candidates = gone.filter((number) => number !== "" && !standing.has(number));
    const ticketId = candidates[Math.floor(die(act, 0) * candidates.length)];
    return ticketId === undefined ? undefined : { name: "sidebarRestore", about: { ticketId } };
  },
};

function createdAt(world: World, ticketId: string): number | undefined {
  for (const [, ticket, json = ""] of rowsOf(world.company.sheet("History"), 4)) {
    const at = ticket === ticketId ? /^\{"type":"created","at":(\d+)/.exec(json)?.[1] : undefined;
    if (at !== undefined) return Number(at);
  }
  return undefined;
}

/** Sends it, and notes what the answer promises. */
function send(world: World, request: Request): string {
  const { witness } = world;
  const window = world.company.windows.find(({ email }) => email === request.who)!;
  const { value } = window.call(request.name, request.question);
  const at = witness.now();
  const reply = replyOf(value);
  request.to = at;
  request.answer = reply === undefined ? "none" : reply.ok ? "ok" : "refused";
  for (const claim of request.claims.values()) {
    claim.to = at;
    claim.isSure = request.answer === "ok";
  }
  if (reply?.ok) {
    request.ticketId = textIn(reply.data ?? {}, "ticketId") || request.ticketId;
    if (request.name === "sidebarUpdateTicket" && request.row !== undefined)
      witness.shown.push({ row: request.row, ticketId: request.ticketId, data: reply.data ?? {} });
  } else if (reply) {
    request.sentence = reply.problem?.sentence ?? "";
    witness.sentences.push({ who: request.who, at, text: request.sentence });
  }
  settleRequests(world);
  return reply === undefined
    ? "no answer"
    : reply.ok
      ? `ok${request.name === "sidebarLogTicket" ? `, ${request.ticketId}` : ""}`
      : request.sentence;
}

function replyOf(value: unknown): Reply | undefined {
  return typeof value === "string" ? (JSON.parse(value) as Reply) : undefined;
}

function ticketOf(world: World, act: Act): { row: string; ticketId: string } | undefined {
  const rows = [...world.table()].flatMap(([row, cells]) => {
    const ticketId = cells.get("Ticket") ?? "";
    return /^T-\d+$/.test(ticketId) ? [{ row, ticketId }] : [];
  });
  const touched = act.row === "same" ? rows.find(({ row }) => row === world.touched) : undefined;
  const chosen = touched ?? rows[Math.floor(die(act, 0) * rows.length)];
  if (!chosen) return undefined;
  if (world.witness.copies.has(chosen.ticketId)) return undefined; // which of the two it means, nobody can tell
  world.touched = chosen.row;
  return chosen;
}

const pick = (act: Act, n: number, words: readonly string[]): string => words[Math.floor(die(act, n) * words.length)]!;

function textIn(json: Readonly<Record<string, unknown>>, key: string): string {
  const value = json[key];
  return typeof value === "string" ? value : "";
}
