import type { FigureKey } from "../../../src/domain/report/figures.ts";
import { at } from "../sla/desk-week.ts";
import { aTicket, report } from "./report-of.ts";

const HOUR = 3_600_000;
const solved = (when: string) => [when, "status", { category: "resolved" }] as const;
const reopened = (when: string) => [when, "status", { category: "open" }] as const;
const waits = (when: string) => [when, "status", { category: "waiting" }] as const;
const answered = (when: string) => [when, "agent_reply"] as const;
const asked = (when: string) => [when, "requester_message"] as const;

// Medium: first response 4 h, next response 8 h, resolution 16 h; High: 1 h, 2 h, 8 h. Open 9:00–17:30.
const tickets = [
  aTicket("T-1", "Mon 09:00", [answered("Mon 10:00"), solved("Mon 12:00")]),
  aTicket("T-2", "Mon 09:00", [answered("Mon 15:00"), asked("Mon 16:00"), answered("Tue 09:30"), solved("Tue 10:00")]),
  aTicket("T-3", "Mon 10:00", [answered("Mon 10:30"), solved("Mon 11:00"), reopened("Wed 09:00"), solved("Wed 10:00")]),
  aTicket("T-4", "Tue 09:00", [answered("Tue 09:15"), waits("Tue 10:00")], { priority: "High", vip: true }),
  aTicket("T-5", "Tue 09:00", [], { priority: "High" }),
  aTicket("T-6", "Tue 09:00", [["Tue 09:30", "merged"]]),
];
const made = report(tickets, at("Fri 12:00"));

describe("figures of a week", () => {
  const cases: [FigureKey, number | null, number, string][] = [
    ["attainment", 7 / 10, 10, "all clocks decided: five first responses, one next response, four resolutions"],
    ["firstResponseAttainment", 3 / 5, 5, "6 h is more than 4, and nobody answered T-5"],
    ["nextResponseAttainment", 1, 1, "from 16:00 to the next morning are two hours"],
    ["resolutionAttainment", 3 / 4, 4, "the open T-5 counts as late at once; the waiting T-4 is not decided"],
    ["quality", 2 / 4, 4, "T-3 was in time, but came back"],
    ["reopenRate", 1 / 3, 3, "one of three"],
    ["provisional", 1, 3, "all were solved less than 14 days ago"],
    ["fixRate", 2 / 3, 3, "the ticket that came back is not fixed"],
    ["firstResponseMedian", HOUR / 2, 4, "15 min, 30 min, 1 h, 6 h: the second"],
    ["firstResponseP90", 6 * HOUR, 4, "the fourth"],
    ["resolutionMedian", 3 * HOUR, 3, "2 h, 3 h, 9.5 h"],
    ["resolutionP90", 9.5 * HOUR, 3, "the third"],
    ["resolutionMean", (14.5 * HOUR) / 3, 3, "never alone"],
    ["resolutionWallMedian", 25 * HOUR, 3, "3 h, 25 h, 48 h"],
    ["waitingShare", 0, 3, "no solved ticket waited"],
    ["overrunMedian", 20.5 * HOUR, 3, "2 h; T-5 by 28.5 − 8 and 28.5 − 1 hours"],
    ["created", 5, 5, "the merged one does not count"],
    ["resolved", 4, 4, "T-3 twice"],
    ["reopened", 1, 1, "once"],
    ["clearance", 4 / 5, 5, ""],
    ["netFlow", 1, 9, ""],
    ["backlog", 2, 2, "one waits, one runs"],
    ["backlogAgeMedian", 75 * HOUR, 2, "from Tuesday to Friday by the wall clock"],
    ["vipAttainment", 1, 1, ""],
    ["otherAttainment", 6 / 9, 9, ""],
    ["touchesEach", 2, 3, ""],
    ["oneTouch", 2 / 3, 3, ""],
  ];
  it.each(cases)("%s is %d of %d: %s", (key, value, n) => {
    const found = made.figures[key];
    expect(found.n).toBe(n);
    if (value === null) expect(found.value).toBeNull();
    else expect(found.value).toBeCloseTo(value, 9);
  });
});
