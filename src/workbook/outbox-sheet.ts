import { isOld, MAIL_STATES, mailId, type NewMail, type QueuedMail } from "../domain/outbox/mail.ts";
import type { MailRow } from "../domain/outbox/mail-check.ts";
import { Problem } from "../domain/problem.ts";
import { type Outbox, RowsMoved } from "../use-cases/desk.ts";
import { guarded } from "./guard.ts";
import { growLog } from "./log-rows.ts";
import { rowBlocks } from "./row-blocks.ts";
import { OUTBOX_COLUMNS } from "./sheet-plans.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** From Id to Error: what is read of every mail; of Text and HTML only where it is sent. */
const NARROW = 10;
const STATE_AT = 6;
const STATE_COLUMNS = 5;
const TEXT_AT = 11;
const TRIES = 3;
const DAY_MS = 24 * 3_600_000;

interface Placed {
  readonly mail: QueuedMail;
  readonly rowNumber: number;
}

/** The Outbox sheet: a mail a row, the newest below. People may sort it and write into State. */
export class OutboxSheet implements Outbox {
  /** By id, as last read or written; of two rows with one id the upper counts, the other is a copy. */
  private placed = new Map<string, Placed>();
  /** Rows that held nothing when the mails were read. */
  private blank = new Set<number>();

  constructor(private readonly sheet: Sheet) {}

  /** Whether anything is to be sent, or is in doubt; by one read. */
  hasWork(): boolean {
    const states = this.sheet.getRange("F2:F").getValues();
    return states.some(([state]) => /^\s*(queued|sending)\s*$/i.test(String(state)));
  }

  mails(): QueuedMail[] {
    this.placed = new Map();
    this.blank = new Set();
    const lastRow = this.sheet.getLastRow();
    const [headers = [], ...rows] = this.read(1, Math.max(1, lastRow));
    if (!isAsMade(headers)) throw new Problem("damaged", columnsMoved(this.sheet.getName()));
    rows.forEach((cells, index) => {
      const mail = mailFrom(cells);
      if (isBlank(cells)) this.blank.add(index + 2);
      if (mail && !this.placed.has(mail.id)) this.placed.set(mail.id, { mail, rowNumber: index + 2 });
    });
    return [...this.placed.values()].map(({ mail }) => mail);
  }

  /** The rows that hold anything, as they stand; undefined where the columns were moved, so that nobody can tell what they say. */
  shown(): MailRow[] | undefined {
    const [headers = [], ...rows] = this.read(1, Math.max(1, this.sheet.getLastRow()));
    if (!isAsMade(headers)) return undefined;
    return rows.flatMap((cells, index) => (isBlank(cells) ? [] : [mailRow(cells, index + 2)]));
  }

  /** Adds mails in one write, whole or not at all, their ids numbered under one; durable once this returns. `mails` must have been read before. */
  add(mails: readonly NewMail[], { id, now }: { id: string; now: number }): void {
    const lastRow = this.sheet.getLastRow();
    const rows = mails.map(({ to, subject, about, text, html }, index) =>
      [
        mailId(id, { number: index + 1, of: mails.length }),
        to,
        subject,
        about.join(", "),
        iso(now),
        "queued",
        "0",
        "",
        "",
        "",
        text,
        html,
      ].map(guarded),
    );
    growLog(this.sheet, lastRow, rows);
    SpreadsheetApp.flush();
  }

  /** The last event of History, up to `end`, that any mail here is about: a restored version of the file may end before others. */
  lastTold(end: number): number {
    const seqs = [...this.placed.keys()].map((id) => Number(/^\d+(?=-)/.exec(id)?.[0] ?? 0));
    return Math.max(0, ...seqs.filter((seq) => seq <= end));
  }

  bodiesOf(mails: readonly QueuedMail[]): Map<string, { text: string; html: string }> {
    const rows = mails.flatMap(({ id }) => {
      const rowNumber = this.placed.get(id)?.rowNumber;
      return rowNumber === undefined ? [] : [{ rowNumber, cells: [id] }];
    });
    const bodies = new Map<string, { text: string; html: string }>();
    for (const { first, cells } of rowBlocks(rows, () => undefined)) {
      this.readBodies(first, cells.length).forEach((body, index) => bodies.set(cells[index]?.[0] ?? "", body));
    }
    return bodies;
  }

  keep(mails: readonly QueuedMail[]): Set<string> {
    for (let attempt = 1; attempt <= TRIES; attempt++) {
      const rows = mails.flatMap((mail) => {
        const rowNumber = this.placed.get(mail.id)?.rowNumber;
        return rowNumber === undefined ? [] : [{ mail, rowNumber }];
      });
      if (this.write(rows)) {
        for (const row of rows) this.placed.set(row.mail.id, row);
        return new Set(rows.map(({ mail }) => mail.id));
      }
    }
    throw new RowsMoved();
  }

  /** Deletes what is old at the top, with blank rows between, once a day at most. Not while anything is to be sent: a sort in between could take its row. */
  prune(now: number): void {
    const rows = [...this.placed.values()].sort((one, other) => one.rowNumber - other.rowNumber);
    if (rows.some(({ mail }) => mail.state === "queued" || mail.state === "sending")) return;
    const mailAt = new Map(rows.map(({ mail, rowNumber }) => [rowNumber, mail]));
    let last = 1;
    for (let next = 2; this.blank.has(next) || isOldAt(mailAt.get(next), now); next++)
      if (mailAt.has(next)) last = next;
    if (last > 1 && rows[0] && isOld(rows[0].mail, now - DAY_MS)) this.sheet.deleteRows(2, last - 1);
  }

  /** Writes State to Error, and reads back that the rows still stand where they stood; where not, those that were hit get theirs back. */
  private write(rows: readonly Placed[]): boolean {
    if (rows.length === 0) return true;
    this.writeStates(rows);
    const numbers = rows.map(({ rowNumber }) => rowNumber);
    const first = Math.min(...numbers);
    const found = this.read(first, Math.max(...numbers) - first + 1).map(([id]) => String(id));
    const hit = rows.filter(({ mail, rowNumber }) => found[rowNumber - first] !== mail.id);
    if (hit.length === 0) return true;
    const before = this.placed;
    const others = hit.flatMap(({ rowNumber }) => {
      const mail = before.get(found[rowNumber - first] ?? "")?.mail;
      return mail ? [{ mail, rowNumber }] : [];
    });
    this.writeStates(others);
    this.mails();
    return false;
  }

  private writeStates(rows: readonly Placed[]): void {
    const cells = rows.map(({ mail, rowNumber }) => ({ rowNumber, cells: stateCells(mail) }));
    for (const block of rowBlocks(cells, () => undefined)) this.writeBlock(block);
  }

  private writeBlock({ first, cells }: { first: number; cells: string[][] }): void {
    this.sheet.getRange(first, STATE_AT, cells.length, STATE_COLUMNS).setValues(cells);
  }

  private readBodies(first: number, height: number): { text: string; html: string }[] {
    const cells = this.sheet.getRange(first, TEXT_AT, height, 2).getValues();
    return cells.map((row: unknown[]) => ({ text: String(row[0]), html: String(row[1]) }));
  }

  private read(first: number, height: number): unknown[][] {
    return this.sheet.getRange(first, 1, height, NARROW).getValues();
  }
}

const columnsMoved = (title: string): string =>
  `The columns of ${title} were moved or renamed, so that no mail can leave. Put them back as they were: ${OUTBOX_COLUMNS.map(([header]) => header).join(", ")}.`;

const isBlank = (cells: readonly unknown[]): boolean => cells.every((cell) => cell === "");
const isOldAt = (mail: QueuedMail | undefined, now: number): boolean => mail !== undefined && isOld(mail, now);
const isAsMade = (headers: readonly unknown[]): boolean =>
  headers.every((header, index) => header === OUTBOX_COLUMNS[index]?.[0]);

function mailRow(cells: readonly unknown[], rowNumber: number): MailRow {
  const [id = "", to = "", subject = "", about = "", created] = cells.map(String);
  const ids = about.split(",").map((ticketId) => ticketId.trim());
  return { rowNumber, id, to, subject, about: ids.filter((one) => one !== ""), createdAt: instant(created) };
}

function mailFrom(cells: readonly unknown[]): QueuedMail | undefined {
  const [id = "", to = "", subject = "", , created, word = "", tries, nextTry, sentOn, error = ""] = cells.map(String);
  if (id === "") return undefined;
  const written = word.trim().toLowerCase();
  const state = MAIL_STATES.find((known) => known === written) ?? "held"; // what nobody understands is not sent
  const instants = { createdAt: instant(created), nextTryAt: instant(nextTry), sentAt: instant(sentOn) };
  return { id, to, subject, state, tries: Number(tries) || 0, error, ...instants };
}

const stateCells = ({ state, tries, nextTryAt, sentAt, error }: QueuedMail): string[] =>
  [state, String(tries), iso(nextTryAt), iso(sentAt), error].map(guarded);

const iso = (at: number): string => (at > 0 ? new Date(at).toISOString().slice(0, 19) + "Z" : "");
const instant = (text: string | undefined): number => Date.parse(text ?? "") || 0;
