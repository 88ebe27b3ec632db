import { useEffect, useRef, useState } from "preact/hooks";
import type { ProblemShown, TicketShown } from "./api.ts";
import { ask } from "./server.ts";
import { usePolling } from "./use-polling.ts";

export interface ShownTicket {
  /** Undefined while nothing is known yet, null where no ticket is selected. */
  ticket: TicketShown | null | undefined;
  /** Another one that was selected while this one is being changed. */
  waiting: TicketShown | undefined;
  problem: ProblemShown | undefined;
  show: (ticket: TicketShown) => void;
}

interface Wish {
  /** Opened by its number: stays until another row is selected. */
  openedId: string | undefined;
  selected: TicketShown | null;
  /** True while something is typed that must not be taken away. */
  isBusy: () => boolean;
}

/** The ticket of the selected row, followed as the selection moves. */
export function useShownTicket({ openedId, selected, isBusy }: Wish): ShownTicket {
  const [ticket, setTicket] = useState<TicketShown | null | undefined>(openedId ? undefined : (selected ?? undefined));
  const [waiting, setWaiting] = useState<TicketShown>();
  const [openProblem, setOpenProblem] = useState<ProblemShown>();
  const [pollProblem, setPollProblem] = useState<ProblemShown>();
  const selectedId = useRef<string | null | undefined>(openedId ? undefined : (selected?.ticketId ?? undefined));

  const show = (next: TicketShown | null): void => {
    setTicket(next);
    setWaiting(undefined);
    setOpenProblem(undefined);
  };
  const follow = (next: TicketShown | null): boolean => {
    const nextId = next?.ticketId ?? null;
    const hasMoved = selectedId.current !== undefined && selectedId.current !== nextId;
    const isFirst = selectedId.current === undefined && !openedId;
    selectedId.current = nextId;
    const isNewer = nextId === ticket?.ticketId && JSON.stringify(next) !== JSON.stringify(ticket);
    if (!hasMoved && !isFirst && !isNewer) return false;
    if (!isBusy()) show(next);
    else if (hasMoved) setWaiting(next && nextId !== ticket?.ticketId ? next : undefined);
    return true;
  };

  useEffect(() => {
    if (!openedId) return;
    void ask("sidebarTicket", { ticketId: openedId }).then((answer) => {
      if (answer.ok) show(answer.data);
      else setOpenProblem(answer.problem);
    });
  }, [openedId]);
  usePolling(async () => {
    const answer = await ask("sidebarSelected", {});
    setPollProblem(answer.ok ? undefined : answer.problem);
    return answer.ok && follow(answer.data);
  });
  return { ticket, waiting, problem: openProblem ?? pollProblem, show };
}
