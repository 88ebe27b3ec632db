import type { GoogleFunction } from "../../src/domain/roles/may.ts";
import { BEN, guest, verify } from "./company.ts";
import { call, CARLA, everything, LENA, NEW, open, own, windowOf, ZOE } from "./company-of-roles.ts";

describe.each(["requester", "nobody"] as const)("a %s", (who) => {
  const OTHERS: readonly (readonly [string, GoogleFunction, object])[] = [
    ["another's ticket", "sidebarTicket", { ticketId: "T-3" }],
    ["a ticket that doesn't exist", "sidebarTicket", { ticketId: "T-99" }],
    [
      "words on another's ticket",
      "sidebarUpdateTicket",
      { requestId: "x", ticketId: "T-3", changes: {}, said: { kind: "inbound", text: "Me too." } },
    ],
  ];
  test.each(OTHERS)("is told the same of %s: that they have none of that number", (_what, name, question) => {
    const company = open();
    const before = everything(company);
    const { ticketId } = question as { ticketId: string };
    expect(call(windowOf(company, who), name, question)).toEqual({
      ok: false,
      problem: {
        kind: "not-found",
        sentence: `You have no ticket ${ticketId}: here you see the tickets that you have asked for yourself.`,
      },
    });
    expect(everything(company)).toEqual(before);
  });

  const FORBIDDEN: readonly (readonly [string, GoogleFunction, object, string])[] = [
    ["a status", "sidebarUpdateTicket", { changes: { status: "Closed" } }, "status"],
    ["an assignee", "sidebarUpdateTicket", { changes: { assignee: ZOE } }, "assignee"],
    ["a note", "sidebarUpdateTicket", { said: { kind: "note", text: "x" } }, "said"],
    ["a reply", "sidebarUpdateTicket", { said: { kind: "reply", text: "x" } }, "said"],
    ["words of long ago", "sidebarUpdateTicket", { said: { kind: "inbound", text: "x", happenedAt: 1 } }, "happenedAt"],
    ["a ticket for another", "sidebarLogTicket", { ...NEW, requester: BEN }, "requester"],
    ["a ticket on behalf of another", "sidebarLogTicket", { ...NEW, loggedOnBehalfOf: "Ben" }, "loggedOnBehalfOf"],
    ["a priority", "sidebarLogTicket", { ...NEW, priority: "Urgent" }, "priority"],
    ["a ticket of long ago", "sidebarLogTicket", { ...NEW, happenedAt: 1 }, "happenedAt"],
  ];
  test.each(FORBIDDEN)("may not give %s", (_what, name, question, field) => {
    const company = open();
    const before = everything(company);
    const about = name === "sidebarLogTicket" ? {} : { requestId: "x", ticketId: own(who), changes: {} };
    expect(call(windowOf(company, who), name, { ...about, ...question })).toMatchObject({
      ok: false,
      problem: { kind: "not-allowed", field, sentence: expect.stringMatching(/^Only agents may /) as string },
    });
    expect(everything(company)).toEqual(before);
  });

  test("who has selected another's ticket sees none", () => {
    const company = open();
    const window = windowOf(company, who);
    window.select("Tickets", "B4");
    expect(call(window, "sidebarSelected", {})).toEqual({ ok: true, data: null });
  });

  test("opens a ticket of theirs again that waits, by what they say", () => {
    const company = open();
    company.ana.type("Tickets", who === "nobody" ? "C3" : "C2", "Pending");
    const said = { kind: "inbound", text: "Here it is." };
    const question = { requestId: "x", ticketId: own(who), changes: {}, said };
    expect(call(windowOf(company, who), "sidebarUpdateTicket", question)).toMatchObject({ data: { status: "Open" } });
    expect(verify(company).differences).toEqual([]);
  });
});

test("an address counts however it is written, and in whatever case a ticket names it", () => {
  const company = open();
  company.owner.type("People", "A5", " Lena@Example.com ");
  company.ana.type("Tickets", "F4", "CARLA@example.com");
  expect(call(guest(company, LENA), "sidebarHealth", {})).toMatchObject({ ok: true });
  expect(call(guest(company, CARLA), "sidebarTicket", { ticketId: "T-3" })).toMatchObject({ ok: true });
});
