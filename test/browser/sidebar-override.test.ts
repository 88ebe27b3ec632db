import { anExplanation } from "../fixtures/explanation.ts";
import { aStart } from "../fixtures/sidebar.ts";
import { describeInChrome } from "./chrome.ts";
import { aServer } from "./sidebar-server.ts";
import { ok, overhang, type Server, sidebarTests, violations } from "./sidebar-page.ts";

const agent = { email: "lea@example.com", name: "Lea", role: "lead" as const };

/** T-1042 as a lead explains it: its first response is over, the next is answered, its resolution is breached. */
const aLeadsServer = (changes: Server = {}): Server =>
  aServer({ sidebarStart: () => ok(aStart({ agent })), sidebarExplain: () => ok(anExplanation()), ...changes });

describeInChrome("Change this deadline", () => {
  const { open, questions } = sidebarTests();
  const opener = { name: "Change this deadline" };

  test("more time, by keyboard only: what it does and its new date are said before, refusals beside their field", async () => {
    const problem = { kind: "not-allowed", sentence: "Say why: the reason is kept.", field: "reason" };
    const page = await open(
      "explain",
      aLeadsServer({ sidebarOverride: ({ reason }) => (reason ? ok(anExplanation()) : { ok: false, problem }) }),
    );
    const resolution = page.getByRole("region", { name: "Resolution" });
    await resolution.getByRole("button", opener).focus();
    await page.keyboard.press("Enter");
    await resolution.getByText("It is breached, and stays so in the report").waitFor();
    await resolution.getByLabel("More time").focus();
    await page.keyboard.press("Tab");
    await page.keyboard.type("+75 h");
    await resolution.getByText("83 h in all: due Tue 3 Mar, 09:30 instead of", { exact: false }).waitFor();
    await page.keyboard.press("Control+Enter");
    await resolution.getByText(problem.sentence).waitFor();
    expect(await resolution.getByLabel("Reason").getAttribute("aria-invalid")).toBe("true");
    await page.keyboard.press("Tab");
    await page.keyboard.type("The vendor is down.");
    await page.keyboard.press("Control+Enter");
    await resolution.getByText("Saved.").waitFor();
    const [first, second] = questions("sidebarOverride") as { requestId: string }[];
    expect(second).toEqual({ ...first, reason: "The vendor is down." }); // one request, however often it is tried
    expect(second).toMatchObject({ ticketId: "T-1042", clock: "resolution", choice: "more", targetMinutes: 83 * 60 });
    expect(await resolution.getByRole("form").count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(opener.name);
  });

  test("what can't be read is said without asking; Escape leaves all as it is", async () => {
    const page = await open("explain", aLeadsServer());
    const resolution = page.getByRole("region", { name: "Resolution" });
    await resolution.getByRole("button", opener).click();
    await resolution.getByLabel("New target").fill("soon");
    await resolution.getByRole("button", { name: "Save" }).click();
    await resolution.getByText("“soon” is no time.", { exact: false }).waitFor();
    await page.keyboard.press("Escape");
    await resolution.getByRole("form").waitFor({ state: "detached" });
    expect(questions("sidebarOverride")).toEqual([]);
  });

  test("of what is answered only that it doesn't count, and what doesn't count is only taken back", async () => {
    const explanation = anExplanation();
    const [first] = explanation.clocks;
    const excluded = {
      ...first,
      state: "na",
      targetMs: 0,
      isExcluded: true,
      terms: { ...first?.terms, isOverridden: true },
    };
    const clocks = [excluded, ...explanation.clocks.slice(1)] as typeof explanation.clocks;
    const page = await open("explain", aLeadsServer({ sidebarOverride: () => ok({ ...explanation, clocks }) }));
    const response = page.getByRole("region", { name: "First response" });
    await response.getByRole("button", opener).click();
    expect(await response.getByRole("radio").count()).toBe(1);
    await response.getByText("in no figure of the report", { exact: false }).waitFor();
    await response.getByLabel("Reason").fill("Wrong address.");
    await response.getByRole("button", { name: "Save" }).click();
    await response.getByText("Not counted", { exact: true }).waitFor();
    expect(questions("sidebarOverride")).toMatchObject([
      { clock: "firstResponse", choice: "exclude", targetMinutes: 0 },
    ]);
    await response.getByRole("button", opener).click();
    expect(await response.getByLabel("Take back").isChecked()).toBe(true);
    await response.getByText("as though no lead had changed it", { exact: false }).waitFor();
  });

  test("whoever is no lead has no form; a lead's fits and a screen reader finds nothing wrong with it", async () => {
    const plain = await open("explain", aServer({ sidebarExplain: () => ok(anExplanation()) }));
    await plain.getByText("A lead can give a clock more time", { exact: false }).waitFor();
    expect(await plain.getByRole("button", opener).count()).toBe(0);
    const page = await open("explain", aLeadsServer());
    await page.getByRole("heading", { name: "Why these deadlines" }).waitFor();
    for (const button of await page.getByRole("button", opener).all()) await button.click();
    await page
      .getByRole("region", { name: "Resolution" })
      .getByLabel("New target")
      .fill(`+${"9".repeat(80)} h`);
    expect(await overhang(page)).toBe(0);
    expect(await violations(page)).toEqual([]);
  });
});
