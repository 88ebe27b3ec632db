import { aCompany, ask, type Company, verify } from "./company.ts";
import { cell, gridOf, historyOf, ticketRows } from "./sheets.ts";

const FIVE_MINUTES = 5 * 60_000;

const HOSTILE = [
  ...['=HYPERLINK("http://x","y")', "=1+1", "=", "==", "+1 555", "+A1", "-foo", "-1", "@ana", "＝1+1", "＋1", "\t=1+1"],
  ...["007", "1.0", "1,5", "1e5", "1E400", "0x1F", "1/2", "2026-09", "4/8/2026", "12:30", "1:2:3", "Mar 3", "3. März"],
  ...["TRUE", "false", "WAHR", "€ 5", "5 %", "(5)", "5-", "٣", "１２", "#REF!", "#N/A", "'quoted", "''twice", "'", '"'],
  ...["<img src=x onerror=alert(1)>", "</script><script>alert(1)</script>", "{{7*7}}", "<?= 1 ?>", '{"t":"T-1"}'],
  ...[
    "two\nlines",
    "carriage\r\nreturn",
    "tab\there",
    "bell\u0007",
    "nul\u0000inside",
    "\ud83d",
    "\ude00 low",
    "a\u2028b",
  ],
  ...[
    "مرحبا بالعالم",
    "\u202eright to left",
    "👩‍👩‍👧‍👦 emoji",
    "e\u0301",
    "\ufeffmark",
    "zero\u200bwidth",
    "__proto__",
    "constructor",
  ],
];

const QUESTION = {
  requester: "carla@example.com",
  category: "",
  priority: "High",
  channel: "phone",
  loggedOnBehalfOf: "",
};

function log(company: Company, text: string): Record<string, unknown> {
  const texts = { subject: `About ${text}`, description: text, requesterName: text };
  return ask(company.ana, "sidebarLogTicket", { requestId: `h ${text}`.slice(0, 100), ...QUESTION, ...texts });
}

test.each(HOSTILE)("%j through the sidebar", (text) => {
  const company = aCompany({ tickets: 1 });
  expect(log(company, text)).toMatchObject({ ok: true, data: { ticketId: "T-2" } });
  expect(ticketRows(company.book)[1]).toMatchObject({ Description: text, "Requester name": text });
  const description = historyOf(company.book).at(-1)?.set["description"];
  expect(description).toBe(text);
  expect(gridOf(company.book, "Tickets").formulaAt(2, 10)).toBe("");
  const shown = ask(company.ana, "sidebarTicket", { ticketId: "T-2" })["data"];
  expect(shown).toMatchObject({ description: text, subject: `About ${text}` });
  company.ben.type("Tickets", "C3", "Pending"); // a later edit of the row finds nothing else changed
  expect(historyOf(company.book).at(-1)?.set).toEqual({ status: "Pending" });
  company.workspace.clock.advance(FIVE_MINUTES);
  expect(historyOf(company.book)).toHaveLength(3);
  expect(verify(company).differences).toEqual([]);
});

test("all of them pasted over descriptions and subjects are recorded as they stand in the cells", () => {
  const pasted = HOSTILE.filter((text) => text !== "'"); // which is an empty text
  const company = aCompany({ tickets: pasted.length });
  company.ana.paste(
    "Tickets",
    "K2",
    pasted.map((text) => [text]),
  );
  company.ana.paste(
    "Tickets",
    "B2",
    pasted.map((text) => [`${text} `]),
  );
  const rows = ticketRows(company.book);
  const edits = historyOf(company.book).filter(({ type }) => type === "edited");
  expect(edits).toHaveLength(2 * pasted.length);
  rows.forEach(({ Ticket, Subject, Description }) => {
    const own = edits.filter(({ ticket }) => ticket === Ticket).map(({ set }) => set);
    expect([Ticket, own]).toEqual([Ticket, [{ description: Description }, { subject: Subject }]]);
  });
  company.workspace.clock.advance(FIVE_MINUTES);
  expect(verify(company)).toMatchObject({ differences: [] });
  const [some] = gridOf(company.book, "Tickets").valuesOf({ top: 2, left: 10, rows: 1, columns: 1 });
  expect(some).toEqual(["=1+1"]); // under "@" a pasted formula is a text
});

test("a restored ticket has each text as it was", () => {
  const company = aCompany();
  for (const text of HOSTILE) log(company, text);
  const before = ticketRows(company.book).map(({ Description }) => Description);
  company.ana.deleteRows("Tickets", 2, HOSTILE.length);
  HOSTILE.forEach((_, index) =>
    ask(company.ana, "sidebarRestore", { requestId: `r${index}`, ticketId: `T-${index + 1}` }),
  );
  expect(ticketRows(company.book).map(({ Description }) => Description)).toEqual(before);
  expect(verify(company).differences).toEqual([]);
});

test("a note may be anything too", () => {
  const company = aCompany({ tickets: 1 });
  HOSTILE.forEach((note, index) =>
    ask(company.ana, "sidebarUpdateTicket", {
      ...{ requestId: `n${index}`, ticketId: "T-1", changes: {} },
      said: { kind: "note", text: note },
    }),
  );
  const notes = historyOf(company.book).filter(({ type }) => type === "note");
  const expected = HOSTILE.map((note) => note.trim());
  expect(notes.map(({ set }) => set["said"])).toEqual(expected.filter((note) => note !== ""));
  expect(verify(company).differences).toEqual([]);
});

const LONG = "It smokes, it stinks, and it won't stop. ".repeat(1464).slice(0, 60_000);

describe("60,000 characters through the sidebar", () => {
  test("arrive whole in History, and in the cell with a visible mark where they are cut", () => {
    const company = aCompany({ tickets: 1 });
    log(company, LONG);
    const [, cells] = ticketRows(company.book);
    const description = String(cells?.["Description"]);
    expect(description.length).toBeLessThanOrEqual(50_000);
    expect(description).toMatch(/… cut, full text in History$/);
    expect(LONG.startsWith(description.slice(0, 49_000))).toBe(true);
    const shown = ask(company.ana, "sidebarTicket", { ticketId: "T-2" })["data"] as { timeline: { after: string }[] };
    expect(shown.timeline.map(({ after }) => after)).toContain(LONG);
    expect(verify(company)).toEqual({
      text: "2 tickets, 2 events, 0 conversations, 0 mails, 0 differences",
      differences: [],
    });
  });

  test("later edits of the row don't record the cut text as an edit, and neither does the timer", () => {
    const company = aCompany({ tickets: 1 });
    log(company, LONG);
    company.ben.type("Tickets", "C3", "Pending");
    company.ben.type("Tickets", "F3", "dora@example.com");
    company.workspace.clock.advance(2 * FIVE_MINUTES);
    const cells = gridOf(company.book, "History").valuesOf({ top: 1, left: 2, rows: 40, columns: 1 });
    expect(cells.filter(([json]) => String(json).startsWith('{"type":"edited"'))).toHaveLength(2);
    expect(verify(company).differences).toEqual([]);
  });

  test("are whole again when the ticket is restored, as far as a cell holds them", () => {
    const company = aCompany({ tickets: 1 });
    log(company, LONG);
    const before = ticketRows(company.book)[1]?.["Description"];
    company.ana.deleteRows("Tickets", 3, 1);
    ask(company.ana, "sidebarRestore", { requestId: "r", ticketId: "T-2" });
    expect(ticketRows(company.book)[1]?.["Description"]).toBe(before);
    expect(verify(company).differences).toEqual([]);
  });

  test.each(["keep", "drop"] as const)(
    "killed at any call while logging, nothing is lost or doubled (queued: %s)",
    (queued) => {
      const found: string[] = [];
      for (let n = 3; n <= 16; n++) {
        const company = aCompany({ tickets: 1 });
        company.workspace.onCall = (call) => {
          if (call.n === n && call.execution.functionName === "sidebarLogTicket") call.execution.kill({ queued });
        };
        company.ana.call("sidebarLogTicket", {
          requestId: "long",
          ...QUESTION,
          subject: "Long",
          description: LONG,
          requesterName: "",
        });
        company.workspace.onCall = undefined;
        company.workspace.clock.advance(FIVE_MINUTES);
        expect(
          ask(company.ana, "sidebarLogTicket", {
            requestId: "long",
            ...QUESTION,
            subject: "Long",
            description: LONG,
            requesterName: "",
          }),
        ).toMatchObject({ ok: true });
        found.push(...verify(company).differences.map((difference) => `${n}: ${difference}`));
        if (ticketRows(company.book).length !== 2) found.push(`${n}: ${ticketRows(company.book).length} rows`);
      }
      expect(found).toEqual([]);
    },
  );
});

test("a cell full to the brim, pasted, is recorded whole", () => {
  const company = aCompany({ tickets: 2 });
  const brim = "x".repeat(50_000);
  company.ana.paste("Tickets", "K2", [[brim], [`"\n`.repeat(24_000)]]);
  expect(ticketRows(company.book).map(({ Description }) => String(Description).length)).toEqual([50_000, 48_000]);
  company.ana.type("Tickets", "C2", "Pending");
  company.workspace.clock.advance(FIVE_MINUTES);
  expect(verify(company).differences).toEqual([]);
});

test("no text of a ticket runs in the page: the sidebar gets its texts as JSON, never in its markup", () => {
  const company = aCompany({ tickets: 1 });
  const evil = "</script><img src=x onerror=alert(1)>";
  log(company, evil);
  company.ana.select("Tickets", cell(company, "Subject", 3));
  const window = company.workspace.person("ana@example.com").open(company.book);
  for (const item of ["Open sidebar", "Log a ticket", "Health"]) {
    window.clickMenu("Helpdesk", item);
    expect(window.sidebar?.html).not.toContain("onerror=alert");
  }
});
