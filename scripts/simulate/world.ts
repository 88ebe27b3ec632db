import type { BookWindow } from "../../test/emulator/people/book-window.ts";
import type { Grid } from "../../test/emulator/spreadsheet/model/grid.ts";
import type { Company } from "./company.ts";
import type { Job } from "./job.ts";
import { Markers } from "./markers.ts";
import type { Act } from "./plan.ts";
import { type Claim, Witness } from "./witness.ts";
import { DESKS_OWN, rowsOf, type Table, tableOf } from "./table.ts";

/** One company while its history happens, and what the oracle notes of it. */
export class World {
  readonly witness = new Witness();
  readonly tickets: Grid;
  readonly markers: Markers;
  /** The row that somebody touched last. */
  touched: string | undefined;
  /** The last event of the beginning. */
  readonly eventsBefore: number;
  /** Claims of the step that goes on. */
  private fresh: Claim[] = [];
  /** The ticket that was deleted before anything happened. */
  readonly lostBefore = "T-6";

  constructor(readonly company: Company) {
    this.tickets = company.sheet("Tickets");
    this.markers = new Markers(this.tickets);
    for (const [row, cells] of this.table())
      for (const [column, value] of cells) if (value !== "") this.witness.claim(row, column, beginning(value));
    for (const window of company.windows) this.listenTo(window);
    this.notice();
    this.eventsBefore = Math.max(0, ...this.witness.events.keys());
  }

  table(): Table {
    return tableOf(this.tickets, this.markers);
  }

  window(act: Act): BookWindow {
    return this.company.windows[act.who % this.company.windows.length]!;
  }

  /** Somebody changes the grid; what is different afterwards is theirs, since no run comes between. */
  changedBy(act: Act, who: string, { run, claim, moves, covers = [] }: Job): void {
    const { workspace } = this.company;
    const { queue } = workspace.engine;
    workspace.holdTriggers(() => {
      this.markers.stamp();
      const rows = this.markers.rows();
      const before = this.table();
      const logs = TOUCHES_LOGS.has(act.kind) ? this.logs() : undefined;
      const waiting = queue.size;
      run();
      if (act.kind === "undo" || act.kind === "redo") this.witness.undone.push({ who, at: this.witness.now() });
      const { current } = workspace;
      if (current && UPHEAVALS.has(act.kind))
        this.witness.upheavals.set(current, (this.witness.upheavals.get(current) ?? 0) + 1);
      if (moves) this.witness.moves.push({ ...moves, who, at: this.witness.now() });
      if (act.isLost) queue.loseBeyond(waiting);
      this.markers.separate(rows);
      this.markers.stamp();
      const after = this.table();
      this.noteChanges(act, who, { before, after });
      for (const { row, column } of covers) {
        const value = after.get(row)?.get(column);
        if (value !== undefined && value === before.get(row)?.get(column))
          this.claimed(row, column, { value, who, how: act.kind, act: act.id });
      }
      if (claim && before.get(claim.id)?.get(claim.column) === after.get(claim.id)?.get(claim.column))
        this.claimed(claim.id, claim.column, { value: claim.value, who, how: "type", act: act.id });
      if (logs) this.noteTampering(logs, this.logs());
    });
  }

  /** What somebody wants to stand in a cell, though it may stand there already. */
  private claimed(row: string, column: string, about: Pick<Claim, "value" | "who" | "how" | "act">): void {
    const at = this.witness.now();
    const claim: Claim = {
      ...about,
      from: at,
      to: at,
      isSure: true,
      isInRun: this.company.workspace.current !== undefined,
    };
    this.witness.claim(row, column, claim);
    this.fresh.push(claim);
  }

  private noteChanges(act: Act, who: string, { before, after }: { before: Table; after: Table }): void {
    for (const [row, cells] of after) {
      const earlier = before.get(row);
      for (const [column, value] of cells) {
        if (value === (earlier?.get(column) ?? "")) continue;
        if (column === "State") this.noteCopy(row, value);
        if (column === "Ticket" && act.kind === "copyRow") this.noteCopy(row, JSON.stringify({ t: value }));
        if (DESKS_OWN.has(column)) this.witness.junk.add(value);
        else this.claimed(row, column, { value, who, how: act.kind, act: act.id });
      }
      if (earlier && earlier.get("Ticket") !== "" && isEmptied(cells)) this.noteDeletion(row, who, earlier);
      if (earlier?.get("Subject") && act.kind !== "type" && isBare(cells)) this.witness.emptied.add(row);
      const isUndone = act.kind === "undo" || act.kind === "redo";
      if (isUndone && earlier?.get("State") && !cells.get("State")) this.witness.emptied.add(row);
      this.noteReturn(row, cells.get("Ticket") ?? "");
    }
    for (const [row, cells] of before) if (!after.has(row)) this.noteDeletion(row, who, cells);
  }

  private noteDeletion(row: string, who: string, cells: ReadonlyMap<string, string>): void {
    const { witness } = this;
    const number = cells.get("Ticket") ?? "";
    const wasKnown = number !== "" && witness.numbers.get(row) === number;
    witness.numbers.delete(row);
    witness.deleted.push({ row, who, at: witness.now(), number, cells, wasKnown });
  }

  /** An undo brings a deleted row back. */
  private noteReturn(row: string, number: string): void {
    const { deleted } = this.witness;
    const at = number === "" ? -1 : deleted.findIndex((one) => one.row === row && one.number === number);
    if (at >= 0) deleted.splice(at, 1);
  }

  private noteCopy(row: string, state: string): void {
    const id = /"t":"([^"]+)"/.exec(state)?.[1];
    if (id !== undefined) this.witness.copies.set(id, (this.witness.copies.get(id) ?? new Set()).add(row));
  }

  private logs(): { history: string[]; conversation: string[]; outbox: string[] } {
    const texts = (name: string): string[] => rowsOf(this.company.sheet(name), 6).map((row) => row.join("\u0000"));
    return { history: texts("History"), conversation: texts("Conversation"), outbox: texts("Outbox") };
  }

  private noteTampering(before: ReturnType<World["logs"]>, after: ReturnType<World["logs"]>): void {
    const { tampered } = this.witness;
    for (const name of ["history", "conversation", "outbox"] as const) {
      const left = new Set(after[name]);
      for (const row of before[name]) if (!left.has(row)) tampered[name].add(row);
      const known = new Set(before[name]);
      for (const row of after[name]) if (!known.has(row) && /[^\u0000]/.test(row)) tampered[name].add(row);
      const kept = (rows: string[], others: Set<string>): string =>
        rows.filter((row) => others.has(row) && /[^\u0000]/.test(row)).join("\n");
      if (kept(before[name], left) !== kept(after[name], known)) tampered.order = true;
    }
  }

  /** After a step, while nothing runs: what is seen now was acknowledged. */
  notice(): void {
    const { witness } = this;
    this.markers.stamp();
    this.fresh = [];
    const told = new Set<string>();
    for (const [seq = "", ticket = "", json = "", hash = ""] of rowsOf(this.company.sheet("History"), 4)) {
      if (seq === "") continue;
      told.add(ticket);
      if (!witness.events.has(Number(seq))) witness.events.set(Number(seq), [seq, ticket, json, hash].join("\u0000"));
    }
    const known = new Set(witness.numbers.values());
    for (const [row, cells] of this.table()) {
      const number = cells.get("Ticket") ?? "";
      if (number === "" || witness.numbers.has(row) || known.has(number) || !told.has(number)) continue;
      witness.numbers.set(row, number);
    }
  }

  /** The triggers of what this step did may not have been heard: nobody could be told that something was refused. */
  excuse(): void {
    for (const claim of this.fresh) claim.isUnheard = true;
  }

  private listenTo(window: BookWindow): void {
    const { witness } = this;
    const show = window.toast.bind(window);
    window.toast = (message) => {
      witness.sentences.push({ who: window.email, at: witness.now(), text: message.message });
      show(message);
    };
  }
}

/** Whether an undo, or a cut, left nothing of a ticket but what the desk wrote beside it. */
const isEmptied = (cells: ReadonlyMap<string, string>): boolean =>
  cells.get("Ticket") === "" && cells.get("Subject") === "";

/** Whether nothing of people's is left but, maybe, what the desk fills in by itself. */
const isBare = (cells: ReadonlyMap<string, string>): boolean =>
  [...cells].every(([column, value]) => value === "" || DESKS_OWN.has(column) || FILLED_IN.has(column));
const FILLED_IN: ReadonlySet<string> = new Set(["Status", "Priority"]);

/** Acts after which History and Conversation may not be what they were. */
const UPHEAVALS: ReadonlySet<string> = new Set([
  ...["sort", "insertRow", "deleteRow", "moveRow", "insertColumn", "deleteColumn", "moveColumn", "undo", "redo"],
]);
const TOUCHES_LOGS: ReadonlySet<string> = new Set(["elsewhere", "undo", "redo"]);

const beginning = (value: string): Claim => ({
  value,
  who: "",
  from: 0,
  to: 0,
  isSure: true,
  isInRun: false,
  how: "beginning",
  act: -1,
});
