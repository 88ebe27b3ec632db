import { BEN } from "./company.ts";
import { asked, type Deed, type Done } from "./deed.ts";
import { question } from "./question.ts";
import { callsOf, disturbed, startingPoint } from "./sweep.ts";
import { wrongs } from "./wrongs.ts";

const open = startingPoint();
const LOGGED = { Requester: "carla@example.com", "Requester name": "Carla", Priority: "High", Channel: "phone" };

const LOG: Deed = {
  name: "Ana logs",
  act: ({ ana }) => asked(ana, "sidebarLogTicket", question()),
  requestId: "q1",
  expect: { "It smokes": LOGGED },
};
const UPDATE: Deed = {
  name: "Ana updates",
  act: ({ ana }) => {
    const changes = { priority: "Urgent" };
    return asked(ana, "sidebarUpdateTicket", { requestId: "u", ticketId: "T-1", changes });
  },
  requestId: "u",
  expect: { "T-1": { Priority: "Urgent" } },
};
const RESTORE: Deed = {
  name: "Ana restores",
  act: ({ ana }) => asked(ana, "sidebarRestore", { requestId: "r1", ticketId: "T-5" }),
  requestId: "r1",
  restores: "T-5",
};
const BENS_LOG: Deed = {
  name: "Ben logs",
  act: ({ ben }) => asked(ben, "sidebarLogTicket", question({ requestId: "q2", subject: "Logged by Ben" })),
  by: BEN,
  requestId: "q2",
  expect: { "Logged by Ben": LOGGED },
};
const BENS_RESTORE: Deed = {
  ...RESTORE,
  name: "Ben restores",
  act: ({ ben }) => asked(ben, "sidebarRestore", { requestId: "r2", ticketId: "T-5" }),
  by: BEN,
  requestId: "r2",
};
/** Its author is whoever came first. */
const BENS_TRY: Deed = {
  name: "Ben logs by the same request",
  act: ({ ben }) => asked(ben, "sidebarLogTicket", question()),
  by: BEN,
  requestId: "q1",
};

const BOTH = [
  ["both log", LOG, BENS_LOG],
  ["one logs while one updates", UPDATE, BENS_LOG],
  ["both restore one ticket", RESTORE, BENS_RESTORE],
  ["both log by one request", LOG, BENS_TRY],
] as const;

test.each(BOTH)("%s, the other before each call of the one: each is answered truly", (what, deed, other) => {
  const found: string[] = [];
  const calls = callsOf(open, deed);
  let served = 0;
  for (let n = 1; n <= calls; n++) {
    const company = open();
    const its: Done[] = [];
    const done = disturbed(company, deed, n, () => void its.push({ deed: other, answer: other.act(company) }));
    served += its.filter(({ answer }) => answer === "ok").length;
    const isFirst = what === "both log by one request" && its.some(({ answer }) => answer === "ok");
    const answers = [done, ...its].filter(({ answer }) => answer !== "ok" && answer !== "busy");
    found.push(
      ...[
        ...(done.answer === "ok" ? [] : [`Ana is answered with "${String(done.answer)}"`]),
        ...answers.map(({ answer }) => String(answer)),
        ...wrongs(company, isFirst ? [{ ...done, deed: { ...deed, by: BEN } }] : [done, ...its]),
      ].map((wrong) => `before ${n}: ${wrong}`),
    );
  }
  expect(found).toEqual([]);
  expect([served > 0, served < calls]).toEqual([true, true]); // before the one took the lock, and while it held it
});
