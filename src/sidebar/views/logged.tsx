import { useLayoutEffect, useRef } from "preact/hooks";
import { Button } from "../parts/button.tsx";

export interface LoggedTicket {
  ticketId: string;
  row: number;
  subject: string;
  from: string;
  /** True where an earlier attempt had been saved after all, and the text was changed since. */
  isOlderText: boolean;
}

export function Logged({ ticket, another, open }: { ticket: LoggedTicket; another: () => void; open: () => void }) {
  const next = useRef<HTMLButtonElement>(null);
  // At once, so that Enter typed blindly goes on with the next ticket.
  useLayoutEffect(() => next.current?.focus(), []);
  return (
    <section class="saved">
      <div role="status">
        <h2>✓ Logged</h2>
        <span class="number">{ticket.ticketId}</span>
        <p>{ticket.subject}</p>
        <p class="small">
          {ticket.from} · row {ticket.row}
        </p>
      </div>
      {ticket.isOlderText && (
        <p class="notice">
          Your first attempt had been saved after all, with the text as it was then. Open the ticket to change it.
        </p>
      )}
      <div class="actions">
        <Button isPrimary buttonRef={next} onClick={another}>
          Log another
        </Button>
        <Button onClick={open}>Open ticket</Button>
      </div>
    </section>
  );
}
