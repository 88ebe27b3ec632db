import type { HistoryRow } from "../../domain/history/chain.ts";
import type { ChainEnd } from "../../domain/history/encode.ts";
import { lossFields } from "../../domain/history/loss.ts";
import type { SlaSettings } from "../../domain/sla-settings/sla-settings.ts";
import { versionsIn } from "../../domain/sla-settings/versions.ts";
import type { Author } from "../../domain/ticket/ticket.ts";
import type { RowRecord } from "../../use-cases/desk.ts";
import type { Acknowledged } from "./acknowledged.ts";
import type { ColumnMemory } from "../column-memory.ts";
import { encodeConfigured, NOBODY } from "../encode-configured.ts";
import type { Tail } from "./history-end.ts";
import type { Memory } from "../memory.ts";
import { forgetRoleNotes, roleNotes } from "../role-notes.ts";

interface FactsFrame {
  readonly now: number;
  readonly author: Author;
  readonly sla: SlaSettings;
  readonly memory: Memory;
}

/** What a run records of the desk itself, beside its tickets' events: each once, by whichever run comes first. */
export class DeskFacts {
  constructor(
    private readonly frame: FactsFrame,
    private readonly tail: Tail,
    private readonly kept: { readonly columns: ColumnMemory; readonly acknowledged: Acknowledged },
  ) {
    if (tail.loss) kept.acknowledged.promises = undefined; // it may have told of them
  }

  /** That events are lost; later events of this run follow it. */
  loss(end: ChainEnd): HistoryRow[] {
    const { loss, end: read } = this.tail;
    if (!loss || end.seq !== read.seq) return [];
    return encodeConfigured(lossFields(loss), { now: this.frame.now, author: NOBODY }, read);
  }

  /** What people did to the columns. */
  columns(end: ChainEnd): HistoryRow[] {
    const columns = this.kept.columns.unrecorded(this.tail.unacknowledged);
    return columns === undefined ? [] : encodeConfigured({ columns }, this.frame, end);
  }

  /** Who was made what, or should have been, and by whom: noted by whoever saw it. */
  roles(end: ChainEnd): HistoryRow[] {
    const rows: HistoryRow[] = [];
    for (const { set, author, at } of roleNotes(this.frame.memory)) {
      const isTold = this.tail.unacknowledged.some(
        (event) => event.occurredAt === at && JSON.stringify(event.set) === JSON.stringify(set),
      );
      if (!isTold) rows.push(...encodeConfigured(set, { now: at, author }, rows[rows.length - 1] ?? end));
    }
    return rows;
  }

  /** That what was noted is recorded. */
  keep(): void {
    forgetRoleNotes(this.frame.memory);
  }

  /** The records, of which the first event tells what is promised now, unless History tells that already. */
  promises(records: readonly RowRecord[]): readonly RowRecord[] {
    const first = records.find(({ event }) => event);
    if (!first?.event || this.areTold()) return records;
    const telling = { ...first, event: { ...first.event, promises: versionsIn(this.frame.sla) } };
    return records.map((record) => (record === first ? telling : record));
  }

  /** From here on they are: by the last acknowledged run, by one that was killed, or by the caller. What has no mark was read from History. */
  private areTold(): boolean {
    const { sla } = this.frame;
    const { acknowledged } = this.kept;
    if (sla.mark === undefined || sla.mark === acknowledged.promises) return true;
    acknowledged.promises = sla.mark;
    const promises = JSON.stringify(versionsIn(sla));
    return this.tail.unacknowledged.some((event) => JSON.stringify(event.promises) === promises);
  }
}
