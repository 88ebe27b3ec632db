import type { ExplainedClock } from "../../domain/explanation/explain-ticket.ts";
import type { Line } from "../../domain/explanation/lines.ts";
import { inWords } from "../desk-clock.ts";
import type { DeskView } from "../desk-view.ts";

const WIDTH = 268;
const HEIGHT = 22;

/** A clock's life drawn to the scale of the wall's time; the list below says the same in words. */
export function Strip({ clock, desk }: { clock: ExplainedClock; desk: DeskView }) {
  const { startAt, endAt, dueAt, breachedAt } = clock;
  const lastAt = Math.max(endAt, dueAt ?? endAt);
  if (lastAt <= startAt) return null;
  const x = (at: number): number => Math.round((10 * WIDTH * (at - startAt)) / (lastAt - startAt)) / 10;
  const flat = clock.lines.flatMap((line): readonly Line[] => line.parts ?? [line]);
  const mark = breachedAt ?? dueAt;
  return (
    <div class="strip" aria-hidden="true">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT}>
        <rect class="coming" x={x(endAt)} y="4" width={WIDTH - x(endAt)} height="14" />
        {flat
          .filter(({ kind }) => kind !== "rule")
          .map(({ kind, fromAt, toAt }, index) => (
            <rect key={index} class={kind} x={x(fromAt)} y="4" width={Math.max(0.5, x(toAt) - x(fromAt))} height="14" />
          ))}
        {mark !== null && (
          <path class={breachedAt === null ? "due" : "breach"} d={`M${Math.min(x(mark), WIDTH - 1)} 0v${HEIGHT}`} />
        )}
      </svg>
      <div class="ends small">
        <span>{inWords(startAt, desk.clock)}</span>
        <span>{endOf(clock, lastAt, desk)}</span>
      </div>
    </div>
  );
}

function endOf({ isStopped, dueAt, endAt }: ExplainedClock, lastAt: number, { clock }: DeskView): string {
  if (isStopped) return inWords(endAt, clock);
  return lastAt === dueAt ? `due ${inWords(dueAt, clock)}` : "now";
}
