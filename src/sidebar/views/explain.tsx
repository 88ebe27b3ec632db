import type { ProblemShown } from "../api.ts";
import { minutesInWords } from "../../domain/explanation/in-words.ts";
import type { ExplainedClock, Explanation } from "../../domain/explanation/explain-ticket.ts";
import { inWords } from "../desk-clock.ts";
import type { DeskView } from "../desk-view.ts";
import { Chip, type ChipKind } from "../parts/chip.tsx";
import { Empty, Loading, ProblemNotice } from "../parts/notice.tsx";
import { Strip } from "../parts/strip.tsx";
import { useAnswer } from "../use-answer.ts";
import { ChangeDeadline } from "./change-deadline.tsx";
import { ExplainedLines } from "./explained-lines.tsx";

/** *Explain this deadline*: each clock of a ticket as a strip, and in lines that add up to what the sheet shows. */
export function Explain({ desk, openedId }: { desk: DeskView; openedId: string | undefined }) {
  const { data, problem, again, replace } = useAnswer(
    "sidebarExplain",
    openedId === undefined ? {} : { ticketId: openedId },
  );
  if (problem) return <Refused {...{ problem, again }} />;
  if (data === undefined) return <Loading what="the deadlines" />;
  if (data === null) {
    return (
      <Empty title="No ticket selected">
        <p>Select a row of Tickets in the sheet, then look again.</p>
        <button type="button" class="link" onClick={again}>
          Look again
        </button>
      </Empty>
    );
  }
  return <Explained {...{ explanation: data, desk, again, replace }} />;
}

function Refused({ problem, again }: { problem: ProblemShown; again: () => void }) {
  return <ProblemNotice problem={problem} again={again} />;
}

interface ExplainedProps {
  explanation: Explanation;
  desk: DeskView;
  again: () => void;
  replace: (explanation: Explanation) => void;
}

/** The figures as they stood at an instant. */
export function Explained({ explanation, desk, again, replace }: ExplainedProps) {
  const { ticketId, verdict, policy, remainingMs, remainingMinutes, at, clocks } = explanation;
  return (
    <>
      <div class="head">
        <button type="button" class="link number" onClick={() => desk.openTicket(ticketId)}>
          {ticketId}
        </button>
        <Chip kind={KINDS[verdict] ?? "closed"}>{verdict}</Chip>
      </div>
      <h2>Why these deadlines</h2>
      <dl>
        <dt>Time left</dt>
        <dd>{remainingMs === null ? "no open deadline" : hoursLeft(remainingMs, remainingMinutes ?? 0)}</dd>
        <dt>Promise</dt>
        <dd>{policy || "No SLA policy is for this ticket."}</dd>
        <dt>As of</dt>
        <dd>
          {inWords(at, desk.clock)}{" "}
          <button type="button" class="link" onClick={again}>
            Look again
          </button>
        </dd>
      </dl>
      {clocks.map((clock) => (
        <Clock key={clock.title} {...{ clock, explanation, desk, replace }} />
      ))}
      {desk.start.agent.role !== "lead" && (
        <p class="small">A lead can give a clock more time, or decide that it doesn't count.</p>
      )}
    </>
  );
}

const KINDS: Readonly<Record<string, ChipKind>> = {
  "On track": "ok",
  "Due soon": "warning",
  Paused: "waiting",
  Breached: "problem",
  Met: "ok",
};
const STATES = { na: "Nothing promised", running: "Running", paused: "Paused", met: "Met", breached: "Breached" };
const STATE_KINDS = { na: "closed", running: "open", paused: "waiting", met: "ok", breached: "problem" } as const;

/** As the sheet shows it, and to the minute. */
function hoursLeft(ms: number, minutes: number): string {
  return `${(Math.round((ms / 3_600_000) * 100) / 100).toFixed(1)} h in the sheet: ${minutesInWords(minutes)}`;
}

interface ClockProps {
  clock: ExplainedClock;
  explanation: Explanation;
  desk: DeskView;
  replace: (explanation: Explanation) => void;
}

function Clock({ clock, explanation, desk, replace }: ClockProps) {
  return (
    <section aria-label={clock.title} class="clock">
      <h3>{clock.title}</h3>
      <div class="head">
        <Chip kind={STATE_KINDS[clock.state]}>{clock.isExcluded ? "Not counted" : STATES[clock.state]}</Chip>
        <span class="small">{deadline(clock, desk)}</span>
      </div>
      <Strip clock={clock} desk={desk} />
      <Sum clock={clock} />
      {desk.start.agent.role === "lead" && clock.terms && (
        <ChangeDeadline clock={{ ...clock, terms: clock.terms }} {...{ explanation, desk, replace }} />
      )}
      <ExplainedLines lines={clock.lines} desk={desk} />
    </section>
  );
}

function deadline({ dueAt, breachedAt, isStopped, endAt, state }: ExplainedClock, { clock }: DeskView): string {
  const breach = breachedAt === null ? "" : `, breached ${inWords(breachedAt, clock)}`;
  if (isStopped) return `stopped ${inWords(endAt, clock)}${breach}`;
  if (dueAt !== null) return `due ${inWords(dueAt, clock)}${breach}`;
  return state === "paused" ? "no date while it pauses" : breach.slice(2);
}

/** How the lines below add up to the figure. */
function Sum({ clock }: { clock: ExplainedClock }) {
  const { target, counted, paused, left } = clock.shown;
  const isOver = clock.remainingMs !== null && clock.remainingMs < 0;
  return (
    <table class="sum">
      <tbody>
        {clock.isExcluded ? <Row name="No target: not counted" /> : <Row name="Target" minutes={target} />}
        <Row name={clock.isExcluded ? "time used" : "− counted"} minutes={counted} kind="counted" />
        {left !== null && <Row name={isOver ? "= over by" : "= left"} minutes={isOver ? -left : left} />}
        {clock.pausedMs > 0 && <Row name="paused, not counted" minutes={paused} kind="paused" />}
      </tbody>
    </table>
  );
}

function Row({ name, minutes, kind = "" }: { name: string; minutes?: number; kind?: string }) {
  return (
    <tr>
      <th scope="row">
        {kind && <i class={`swatch ${kind}`} />}
        {name}
      </th>
      <td>{minutes === undefined ? "–" : minutesInWords(minutes)}</td>
    </tr>
  );
}
