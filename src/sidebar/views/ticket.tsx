import { useRef } from "preact/hooks";
import type { TicketShown } from "../api.ts";
import { inWords } from "../desk-clock.ts";
import type { DeskView } from "../desk-view.ts";
import { isOwnOnly } from "../offered.ts";
import { Chip } from "../parts/chip.tsx";
import { LongText } from "../parts/long-text.tsx";
import { Empty, Loading, ProblemNotice } from "../parts/notice.tsx";
import { useShownTicket } from "../use-shown-ticket.ts";
import { TicketChange } from "./ticket-change.tsx";
import { Timeline } from "./timeline.tsx";

/** *Ticket*: the one in the selected row, or one opened by its number. */
export function Ticket({ desk, openedId }: { desk: DeskView; openedId: string | undefined }) {
  const isBusy = useRef(false);
  const { ticket, waiting, problem, show } = useShownTicket({
    openedId,
    selected: desk.start.selected,
    isBusy: () => isBusy.current,
  });
  if (!ticket) {
    if (problem) return <ProblemNotice problem={problem} />;
    if (ticket === undefined) return <Loading what="the ticket" />;
    return (
      <Empty title="No ticket selected">
        <p>
          {isOwnOnly(desk.start)
            ? "Select the row of a ticket that you have asked for yourself: it shows here, with what was answered."
            : "Select a row of Tickets in the sheet: it shows here."}
        </p>
      </Empty>
    );
  }
  return (
    <>
      {problem && <ProblemNotice problem={problem} />}
      {waiting && (
        <p class="notice" role="status">
          {waiting.ticketId} is selected now. What you have typed belongs to {ticket.ticketId}.
          <button type="button" class="link" onClick={() => show(waiting)}>
            Discard it and show {waiting.ticketId}
          </button>
        </p>
      )}
      <Facts ticket={ticket} desk={desk} />
      {!isOwnOnly(desk.start) && <Deadlines ticket={ticket} desk={desk} />}
      <TicketChange key={ticket.ticketId} {...{ desk, ticket, isBusy }} onSaved={show} />
      <Timeline entries={ticket.timeline} desk={desk} />
    </>
  );
}

function Facts({ ticket, desk }: { ticket: TicketShown; desk: DeskView }) {
  const facts = [
    ["Category", ticket.category],
    ["Channel", ticket.channel],
    ["On behalf of", ticket.loggedOnBehalfOf],
    ["Tags", ticket.tags],
    ["Created", inWords(ticket.createdAt, desk.clock)],
    ["Updated", `${inWords(ticket.updatedAt, desk.clock)} by ${desk.nameOf(ticket.updatedBy) || "unknown"}`],
  ] as const;
  return (
    <section aria-label={ticket.ticketId}>
      <div class="head">
        <span class="number">{ticket.ticketId}</span>
        <Chip kind={ticket.statusCategory}>{ticket.status}</Chip>
        {ticket.isVip && <Chip kind="vip">VIP</Chip>}
      </div>
      <h2>{ticket.subject || "(no subject)"}</h2>
      <p class="small">
        {ticket.requesterName || ticket.requester}
        {ticket.requesterName !== ticket.requester && ticket.requesterName && ` · ${ticket.requester}`}
      </p>
      <dl>
        {facts
          .filter(([, value]) => value !== "")
          .map(([name, value]) => (
            <>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </>
          ))}
      </dl>
      {ticket.description && <LongText text={ticket.description} />}
    </section>
  );
}

function Deadlines({ ticket: { ticketId, verdict, deadlines }, desk }: { ticket: TicketShown; desk: DeskView }) {
  return (
    <section class="deadlines" aria-label="Deadlines">
      <div class="head">
        <b>{verdict === "–" ? "No deadline" : verdict}</b>
        <button type="button" class="link" onClick={() => desk.openTicket(ticketId, "explain")}>
          Explain
        </button>
      </div>
      {deadlines.map(({ title, dueAt, state }) => (
        <p key={title} class="small">
          {title}:{" "}
          {dueAt === null ? "paused" : `${state === "breached" ? "was due" : "due"} ${inWords(dueAt, desk.clock)}`}
        </p>
      ))}
    </section>
  );
}
