import { aTicketShown, anEntry, NOW_AT } from "../fixtures/sidebar.ts";
import { describeInChrome } from "./chrome.ts";
import { aServer } from "./sidebar-server.ts";
import { ok, overhang, sidebarTests, violations } from "./sidebar-page.ts";

describeInChrome("What is said, in the sidebar", () => {
  const { open, questions } = sidebarTests();

  test("a call an hour ago: what it does is said before it is saved, by keyboard only", async () => {
    const page = await open("ticket", aServer({ sidebarUpdateTicket: () => ok(aTicketShown()) }));
    await page.getByLabel("Note", { exact: true }).focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Told her to try the other dock.");
    await page.keyboard.press("Tab");
    await page.keyboard.type("12:30");
    await page.getByText("Mon 2 Mar, 12:30").waitFor();
    await page.keyboard.press("Control+Enter");
    await page.getByText("Saved").waitFor();
    expect(questions("sidebarUpdateTicket")).toMatchObject([
      {
        changes: {},
        said: { kind: "call", text: "Told her to try the other dock.", happenedAt: NOW_AT - 90 * 60_000 },
      },
    ]);
  });

  test("a reply says that no mail leaves, and stops the response clock; one's own words for a status are kept", async () => {
    const deadlines = [{ title: "First response", dueAt: NOW_AT + 60_000, state: "running" as const }];
    const page = await open("ticket", aServer({}, aTicketShown({ deadlines, statusCategory: "waiting" })));
    await page.getByLabel("Reply").check();
    await page.getByLabel("Your answer").fill("Please try again.");
    await page.getByText("Recorded as given: no mail is sent from here. It stops the response clock.").waitFor();
    await page.getByLabel("They said").check();
    await page.getByText("The ticket becomes open again.").waitFor();
    expect(await page.getByLabel("What the requester said").inputValue()).toBe("Please try again.");
  });

  test("a time that can't be read is said beside it; a reason is asked for where the desk wants one", async () => {
    const problem = {
      kind: "invalid-input",
      sentence: "It happened more than 8 business hours ago: say why.",
      field: "lateReason",
    };
    const page = await open(
      "ticket",
      aServer({ sidebarUpdateTicket: ({ said }) => (said?.lateReason ? ok(aTicketShown()) : { ok: false, problem }) }),
    );
    await page.getByLabel("Call").check();
    await page.getByLabel("Phone call").fill("Rang.");
    await page.getByLabel("Happened at").fill("noonish");
    await page.getByRole("button", { name: "Save" }).click();
    await page
      .getByText(/noonish.* can be read/)
      .or(page.getByText("is not a time that can be read"))
      .first()
      .waitFor();
    expect(questions("sidebarUpdateTicket")).toEqual([]);
    await page.getByLabel("Happened at").fill("Thu 9:00");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByLabel("Why so late").fill("On the road.");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Saved").waitFor();
    expect(questions("sidebarUpdateTicket").at(-1)).toMatchObject({ said: { lateReason: "On the road." } });
  });

  test("the timeline tells a note from an answer; hostile texts fit and run nothing", async () => {
    const hostile = `<img src=x onerror=alert(1)>${"W".repeat(300)}`;
    const timeline = [
      anEntry(60, { what: "Note", kind: "note", after: hostile }),
      anEntry(50, { what: "Reply", kind: "reply", after: hostile }),
      anEntry(40, { what: "Requester said", kind: "inbound", after: "Thanks", loggedAt: NOW_AT }),
    ];
    const page = await open("ticket", aServer({}, aTicketShown({ timeline })));
    await page.getByText("Note (internal)").waitFor();
    expect(await page.locator(".said").evaluateAll((all: Element[]) => all.map(({ className }) => className))).toEqual([
      "said inbound",
      "said reply",
      "said note",
    ]);
    expect(await page.getByText("written down Mon 2 Mar, 14:00").count()).toBe(1);
    expect(await overhang(page)).toBe(0);
    expect(await violations(page)).toEqual([]);
  });
});
