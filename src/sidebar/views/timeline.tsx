import type { TimelineEntry } from "../api.ts";
import { inWords } from "../desk-clock.ts";
import type { DeskView } from "../desk-view.ts";
import { LongText } from "../parts/long-text.tsx";

/** What happened to a ticket, the newest on top; what was done at once stands together. */
export function Timeline({ entries, desk }: { entries: readonly TimelineEntry[]; desk: DeskView }) {
  const moments = momentsOf(entries).reverse();
  return (
    <section>
      <h3>History</h3>
      {moments.length === 0 && <p class="small">Nothing is recorded yet.</p>}
      <ol class="timeline">
        {moments.map(({ at, actor, source, loggedAt, together }, index) => (
          <li key={moments.length - index} class={together.find(({ kind }) => kind)?.kind}>
            <p class="small">
              {inWords(at, desk.clock)} · {desk.nameOf(actor) || "unknown"}
              {source && ` · ${source}`}
              {loggedAt !== undefined && ` · written down ${inWords(loggedAt, desk.clock)}`}
            </p>
            {together.map((entry, place) => (
              <What key={place} {...entry} nameOf={desk.nameOf} />
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}

type Moment = Pick<TimelineEntry, "at" | "actor" | "source" | "loggedAt"> & { together: TimelineEntry[] };

function momentsOf(entries: readonly TimelineEntry[]): Moment[] {
  const moments: Moment[] = [];
  for (const entry of entries) {
    const { at, actor, source, loggedAt } = entry;
    const last = moments.at(-1);
    if (last?.at === at && last.actor === actor && last.source === source) last.together.push(entry);
    else moments.push({ at, actor, source, ...(loggedAt !== undefined && { loggedAt }), together: [entry] });
  }
  return moments;
}

const SHORT = 60;

/** Short values as "before → after" on a line, long ones as the text they are now. */
function What({ what, before, after, kind, nameOf }: TimelineEntry & Pick<DeskView, "nameOf">) {
  const now = after ?? "";
  if (kind) {
    return (
      <div class={`said ${kind}`}>
        <b class="line">{kind === "note" ? "Note (internal)" : what}</b>
        <LongText text={now} />
      </div>
    );
  }
  const isShort = (before ?? "").length <= SHORT && now.length <= SHORT && !now.includes("\n");
  if (!before && !now) return <b class="line">{what}</b>;
  if (isShort) {
    return (
      <p>
        <b>{what}</b> {before !== null && <Change before={nameOf(before)} />}
        {now ? nameOf(now) : <span class="small">empty</span>}
      </p>
    );
  }
  return (
    <>
      <b class="line">{what}</b>
      <LongText text={now} />
      {before && (
        <details>
          <summary class="small">Before</summary>
          <LongText text={before} />
        </details>
      )}
    </>
  );
}

function Change({ before }: { before: string }) {
  return <>{before ? <del>{before}</del> : <span class="small">empty</span>} → </>;
}
