import { useState } from "preact/hooks";
import type { DeletedTicket, ProblemShown } from "../api.ts";
import { inWords } from "../desk-clock.ts";
import type { DeskView } from "../desk-view.ts";
import { Button } from "../parts/button.tsx";
import { Empty, Loading, ProblemNotice } from "../parts/notice.tsx";
import { ask, newRequestId } from "../server.ts";
import { useAnswer } from "../use-answer.ts";

/** *Deleted*: what was taken out of the sheet, each a click away from being back. */
export function Deleted({ desk }: { desk: DeskView }) {
  const { data, problem, again, replace } = useAnswer("sidebarDeleted", {});
  const [restored, setRestored] = useState("");
  if (problem) return <ProblemNotice problem={problem} again={again} />;
  if (!data) return <Loading what="deleted tickets" />;
  const onRestored = (ticketId: string, row: number): void => {
    setRestored(`${ticketId} is back in row ${row}.`);
    replace(data.filter((ticket) => ticket.ticketId !== ticketId));
  };
  return (
    <section>
      <h2>Deleted tickets</h2>
      <p class={restored ? "notice" : "quiet"} role="status">
        {restored}
      </p>
      {data.length === 0 ? (
        <Empty title="Nothing is missing">
          <p>A ticket whose row is deleted shows here and can be restored.</p>
        </Empty>
      ) : (
        <ul class="rows">
          {data.map((ticket) => (
            <Row key={ticket.ticketId} {...{ ticket, desk, onRestored }} />
          ))}
        </ul>
      )}
    </section>
  );
}

interface RowProps {
  ticket: DeletedTicket;
  desk: DeskView;
  onRestored: (ticketId: string, row: number) => void;
}

function Row({ ticket, desk, onRestored }: RowProps) {
  const [requestId] = useState(newRequestId);
  const [isRestoring, setIsRestoring] = useState(false);
  const [problem, setProblem] = useState<ProblemShown>();
  const restore = async (): Promise<void> => {
    setIsRestoring(true);
    setProblem(undefined);
    const answer = await ask("sidebarRestore", { requestId, ticketId: ticket.ticketId });
    setIsRestoring(false);
    if (answer.ok) onRestored(answer.data.ticketId, answer.data.row);
    else setProblem(answer.problem);
  };
  return (
    <li>
      <div class="head">
        <span class="number">{ticket.ticketId}</span>
        <Button isWaiting={isRestoring} label={`Restore ${ticket.ticketId}`} onClick={() => void restore()}>
          {isRestoring ? "Restoring …" : "Restore"}
        </Button>
      </div>
      <p>{ticket.subject || "(no subject)"}</p>
      <p class="small">{desk.nameOf(ticket.requester)}</p>
      <p class="small">
        Deleted {inWords(ticket.deletedAt, desk.clock)} by {desk.nameOf(ticket.deletedBy) || "unknown"}
      </p>
      {problem && <ProblemNotice problem={problem} />}
    </li>
  );
}
