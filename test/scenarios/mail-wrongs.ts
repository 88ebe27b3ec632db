import { BEN, type Company, OWNER } from "./company.ts";
import { historyOf, outboxRows } from "./sheets.ts";

/** What is wrong with the mails about deadlines once all timers have run; every ticket is Ben's, and Olga leads. */
export function mailWrongs(company: Company, { isOneGone = false } = {}): string[] {
  return [...toldTwice(company), ...notQueued(company, isOneGone), ...wronglySent(company)];
}

/** The warnings and breaches that History has, as texts: "T-1 firstResponse,0,75,1772452800000". */
export function marksIn({ book }: Pick<Company, "book">): string[] {
  return historyOf(book).flatMap((event) => {
    const { told = [] } = event as unknown as { told?: unknown[] };
    return told.map((mark) => `${event.ticket} ${String(mark)}`);
  });
}

function toldTwice(company: Company): string[] {
  const marks = marksIn(company);
  return marks.filter((mark, index) => marks.indexOf(mark) !== index).map((mark) => `${mark} was recorded twice`);
}

/** Whatever History says was told stands in exactly one mail to each of the two. */
function notQueued(company: Company, isOneGone: boolean): string[] {
  const marks = marksIn(company);
  const mails = outboxRows(company.book);
  const tickets = [...new Set(marks.map((mark) => mark.split(" ")[0] ?? ""))];
  return tickets.flatMap((ticket) =>
    [BEN, OWNER].flatMap((person) => {
      const times = marks.filter((mark) => mark.startsWith(`${ticket} `)).length;
      const about = mails.filter(({ To, About }) => To === person && About?.split(", ").includes(ticket));
      const isGone = isOneGone && ticket === "T-1";
      return about.length === times || (isGone && about.length < times)
        ? []
        : [`${person} has ${about.length} mails about ${ticket}, not ${times}`];
    }),
  );
}

function wronglySent({ book, workspace }: Company): string[] {
  return outboxRows(book).flatMap(({ Id, State = "", To = "", Text, Error = "" }) => {
    const times = workspace.mails.filter((mail) => mail.to.includes(To) && mail.body === Text).length;
    const isRight = State === "sent" ? times === 1 : State === "held" ? times <= 1 && Error !== "" : false;
    return isRight ? [] : [`the mail ${String(Id)} to ${To} is ${State} and was sent ${times} times`];
  });
}
