import type { Company } from "./company.ts";
import { question } from "./question.ts";
import { callsOf, disturbed, startingPoint, wrongs } from "./sweep.ts";

describe("several agents at once", () => {
  const open = startingPoint();
  const logs = (n: number) => (company: Company) =>
    void company.ben.call("sidebarLogTicket", question({ requestId: `other ${n}`, subject: "Logged by Ben" }));
  const DEEDS = [
    ["both log", ({ ana }: Company) => void ana.call("sidebarLogTicket", question()), logs(1)],
    [
      "one logs while one updates",
      ({ ana }: Company) =>
        void ana.call("sidebarUpdateTicket", { requestId: "u", ticketId: "T-1", changes: { priority: "Urgent" } }),
      logs(2),
    ],
    [
      "both restore one ticket",
      ({ ana }: Company) => void ana.call("sidebarRestore", { requestId: "r1", ticketId: "T-5" }),
      ({ ben }: Company) => void ben.call("sidebarRestore", { requestId: "r2", ticketId: "T-5" }),
    ],
    [
      "both log by one request",
      ({ ana }: Company) => void ana.call("sidebarLogTicket", question()),
      ({ ben }: Company) => void ben.call("sidebarLogTicket", question()),
    ],
  ] as const;

  test.each(DEEDS)("%s, the other before each call of the one", (_what, act, other) => {
    const found: string[] = [];
    const deed = { name: "one", act };
    for (let n = 1; n <= callsOf(open, deed); n++) {
      const company = open();
      disturbed(company, deed, n, () => other(company));
      found.push(...wrongs(company, { done: [] }).map((wrong) => `before ${n}: ${wrong}`));
    }
    expect(found).toEqual([]);
  });
});
