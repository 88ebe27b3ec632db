import { ANA, BEN, type Company, verify } from "./company.ts";
import type { Done } from "./deed.ts";
import { gridOf, historyOf, type RecordedEvent, ticketRows } from "./sheets.ts";

const FIVE_MINUTES = 5 * 60_000;
/** Those of the starting point; the one after them was deleted there, by whom nobody knows. */
const TICKETS = 4;
const GONE = `T-${TICKETS + 1}`;
/** How many events the starting point has. */
const STARTED = 8;

type Row = Readonly<Record<string, string | number | boolean>>;

/** Lets the timers finish what is left, and says everything that is wrong then; an empty list is right. `done` in its order: what comes later replaces. */
export function wrongs(company: Company, done: readonly Done[] = []): string[] {
  company.workspace.clock.advance(FIVE_MINUTES);
  const found = differences(company);
  const rows = ticketRows(company.book).filter(({ Subject }) => Subject !== "");
  const ids = rows.map(({ Ticket }) => String(Ticket));
  if (new Set(ids).size !== ids.length) found.push(`doubled number: ${ids.join(" ")}`);
  if (ids.some((id) => !/^T-\d+$/.test(id))) found.push(`no number: ${ids.join(" ")}`);
  const due = done.filter((one) => isDue(company, one));
  found.push(
    ...misplaced(rows, due),
    ...deleted(company, due),
    ...missing(company, { rows, due }),
    ...unasked(company, done),
  );
  return [...found, ...strayed(ticketRows(company.book)), ...doubledEvents(company), ...uncopied(company)];
}

function differences(company: Company): string[] {
  try {
    return verify(company).differences;
  } catch (error) {
    return [`Verify history ends with ${String(error)}`];
  }
}

/** What no answer promised may be missing; but what History has of it must be whole. */
function isDue({ book }: Company, { deed: { requestId }, answer }: Done): boolean {
  if (answer === undefined || answer === "ok") return true;
  return historyOf(book).some((event) => event.requestId !== undefined && event.requestId === requestId);
}

/** The tickets of the starting point that must have a row: without those that were deleted, with those restored. */
function standing(due: readonly Done[]): Set<string> {
  const ids = new Set(Array.from({ length: TICKETS }, (_, index) => `T-${index + 1}`));
  for (const { deed } of due) {
    if (deed.deletes) ids.delete(deed.deletes);
    if (deed.restores) ids.add(deed.restores);
  }
  return ids;
}

/** Tickets that don't stand once, beside their own subjects, and deleted ones that do. */
function misplaced(rows: readonly Row[], due: readonly Done[]): string[] {
  const there = standing(due);
  return Array.from({ length: TICKETS + 1 }, (_, index) => index + 1).flatMap((number) => {
    const subjects = rows.filter(({ Ticket }) => Ticket === `T-${number}`).map(({ Subject }) => String(Subject));
    const wanted = there.has(`T-${number}`) ? `Issue ${number}` : "";
    return subjects.join() === wanted ? [] : [`T-${number} stands beside "${subjects.join()}", not "${wanted}"`];
  });
}

/** Exactly what people deleted is recorded as deleted, once, by them or by nobody knows whom. */
function deleted({ book }: Company, due: readonly Done[]): string[] {
  const events = historyOf(book).filter(({ type, ticket }) => type === "deleted" && ticket !== GONE);
  const recorded = events.map(({ ticket }) => ticket).sort();
  const doers = new Map(due.flatMap(({ deed: { deletes, by = ANA } }) => (deletes ? [[deletes, by] as const] : [])));
  const wanted = [...doers.keys()].sort();
  const strangers = events.filter(({ ticket, actor }) => ![doers.get(ticket), "unknown"].includes(actor));
  return [
    ...(recorded.join() === wanted.join()
      ? []
      : [`recorded as deleted: ${recorded.join()}; must be: ${wanted.join()}`]),
    ...strangers.map(({ ticket, actor }) => `${ticket} was recorded as deleted by ${actor}`),
  ];
}

/** Edits of the starting point's tickets that nobody has made. */
function unasked({ book }: Company, done: readonly Done[]): string[] {
  const made = done.flatMap(({ deed: { expect = {}, edits = [] } }) => [
    ...edits,
    ...Object.entries(expect).flatMap(([whose, cells]) => Object.keys(cells).map((header) => `${whose} ${header}`)),
  ]);
  const asked = new Set(made.map((cell) => cell.replace(/ (.*)$/, (_, header: string) => ` ${keyOf(header)}`)));
  const later = historyOf(book).filter(({ seq, type, ticket }) => seq > STARTED && type === "edited" && isOld(ticket));
  return later.flatMap(({ ticket, actor, set }) =>
    Object.entries(set).flatMap(([key, value]) =>
      asked.has(`${ticket} ${key}`) ? [] : [`${ticket}: ${key} became ${JSON.stringify(value)} by ${actor}, unasked`],
    ),
  );
}

interface Promised {
  readonly name: string;
  readonly by: string;
  readonly value: string;
}

/** What was done, told or answered, and does not stand. */
function missing(company: Company, { rows, due }: { rows: readonly Row[]; due: readonly Done[] }): string[] {
  const events = historyOf(company.book);
  const gone = due.flatMap(({ deed: { deletes } }) => deletes ?? []);
  const cells = new Map<string, Promised>();
  for (const { deed } of due)
    for (const [whose, promised] of Object.entries(deed.expect ?? {}))
      for (const [header, value] of Object.entries(promised)) {
        const { name, by = ANA } = deed;
        if (!gone.includes(whose)) cells.set(`${whose}\n${header}`, { name, by, value });
      }
  const unsaid = due.flatMap(({ deed: { name, said = {}, by = ANA } }) =>
    Object.entries(said).flatMap(([ticket, text]) => {
      const own = events.filter((event) => event.ticket === ticket && event.set["said"] === text);
      return own.length === 1 && own[0]?.actor === by ? [] : [`${name}: "${text}" is ${own.length} times in ${ticket}`];
    }),
  );
  const untrue = due.flatMap(({ deed }) => (deed.wrongs?.(company) ?? []).map((wrong) => `${deed.name}: ${wrong}`));
  const lost = [...cells].flatMap(([key, promised]) => lostCell(key.split("\n"), promised, { rows, events }));
  return [...unsaid, ...untrue, ...lost];
}

/** A cell must hold what was promised, and History must tell it last, once, and by whom. */
function lostCell(
  [whose = "", header = ""]: string[],
  { name, by, value }: Promised,
  { rows, events }: { rows: readonly Row[]; events: readonly RecordedEvent[] },
): string[] {
  const column = /^T-\d+$/.test(whose) ? "Ticket" : "Subject";
  const own = rows.filter((row) => row[column] === whose);
  const [row] = own;
  if (!row || own.length !== 1) return [`${name}: ${own.length} rows are called ${whose}`];
  if (row[header] !== value) return [`${name}: ${header} of ${whose} is "${String(row[header])}", not "${value}"`];
  const key = keyOf(header);
  const telling = events.filter(({ ticket, set }) => ticket === row["Ticket"] && key in set);
  const last = telling[telling.length - 1];
  const times = telling.filter(({ set }) => set[key] === value).length;
  if (last === undefined) return value === "" ? [] : [`${name}: History tells no ${header} of ${whose}`];
  if (last.set[key] !== value)
    return [`${name}: History ends with "${String(last.set[key])}" as ${header} of ${whose}`];
  if (times !== 1) return [`${name}: ${header} of ${whose} became "${value}" ${times} times`];
  return [by, "unknown"].includes(last.actor) || isOfStart(last)
    ? []
    : [`${name}: ${header} of ${whose} was recorded as ${last.actor}'s`];
}

/** The tickets of the starting point were typed by Ana. */
const isOfStart = ({ type, ticket }: RecordedEvent): boolean => type === "created" && isOld(ticket);
const isOld = (ticket: string): boolean => /^T-[1-5]$/.test(ticket);

/** "Requester name" → "requesterName"; a renamed column keeps its key. */
function keyOf(header: string): string {
  if (header === "Who") return "assignee";
  const [first = "", ...rest] = header.split(" ");
  return first.toLowerCase() + rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}

/** What was said, but does not stand once, and whole, on the Conversation sheet. */
function uncopied({ book }: Company): string[] {
  const grid = gridOf(book, "Conversation");
  const rows = grid.valuesOf({ top: 1, left: 0, rows: Math.max(0, grid.lastRow() - 1), columns: 6 });
  const shown = rows
    .filter(([seq]) => seq !== "")
    .map(([seq, ticket, , , , text]) => `${String(seq)} ${String(ticket)} ${String(text)}`);
  const said = historyOf(book).filter(({ set }) => "said" in set);
  const wanted = said.map(({ seq, ticket, set }) => `${seq} ${ticket} ${String(set["said"])}`);
  return JSON.stringify(shown) === JSON.stringify(wanted)
    ? []
    : [`said: ${wanted.join("; ")}; shown: ${shown.join("; ")}`];
}

const LEGAL: readonly (readonly [header: string, cell: RegExp])[] = [
  ["Tags", /^(?:|by Ben)$/], // left of the desk's own columns: most that stands here was meant for another column
  ["Queue", /^$/],
  ["", /^$/], // columns that somebody inserted
  ["Status", /^(New|Open|Pending|On hold|Resolved|Closed)$/],
  ["Priority", /^(Urgent|High|Medium|Low)$/],
];

/** Where no ticket stands the desk leaves nothing. */
const LEGAL_WITHOUT_TICKET = ["Ticket", "Status", "Priority", "SLA", "Created", "Updated", "State", ""].map(
  (header) => [header, /^$/] as const,
);

/** Cells that hold what belongs into another column, or another row. */
function strayed(rows: readonly Row[]): string[] {
  return rows.flatMap((row) => {
    const bad = (row["Subject"] === "" ? LEGAL_WITHOUT_TICKET : LEGAL).filter(
      ([header, cell]) => !cell.test(String(row[header] ?? "")),
    );
    return bad.map(([header]) => `${String(row["Ticket"])}: ${header} holds "${String(row[header]).slice(0, 60)}"`);
  });
}

function doubledEvents({ book }: Company): string[] {
  const found: string[] = [];
  const values = new Map<string, string>();
  const events = historyOf(book);
  events.forEach(({ seq, ticket, type, set, vip, override, voided }, index) => {
    if (seq !== index + 1) found.push(`event ${seq} stands in place ${index + 1}`);
    const created = events.filter((event) => event.ticket === ticket && event.type === "created").length;
    if (type === "created" && created !== 1) found.push(`${ticket} was created ${created} times`);
    for (const [key, value] of Object.entries({ ...set, vip, override, voided })) {
      const text = JSON.stringify(value);
      if (text && values.get(`${ticket} ${key}`) === text)
        found.push(`${ticket}: ${key} became ${text} twice in a row`);
      values.set(`${ticket} ${key}`, text);
    }
  });
  return found;
}

/** What a deed's actor must have seen: said only where the run could find what was meant. */
export function untold(company: Company, { deed: { tells, name, by = ANA } }: Done): string[] {
  if (!tells) return [];
  const window = by === BEN ? company.ben : company.ana;
  const toasts = window.toasts.map(({ message }) => message);
  return toasts.some((toast) => tells.test(toast)) ? [] : [`${name}: told "${toasts.join(" ")}"`];
}
