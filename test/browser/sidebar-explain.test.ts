import { anExplanation } from "../fixtures/explanation.ts";
import { describeInChrome } from "./chrome.ts";
import { aServer } from "./sidebar-server.ts";
import { ok, overhang, sidebarTests, violations } from "./sidebar-page.ts";

describeInChrome("Explain this deadline", () => {
  const { open, questions } = sidebarTests();

  test("from the ticket to its clocks: each with its strip, its sum, and its lines", async () => {
    const page = await open("ticket", aServer({ sidebarExplain: () => ok(anExplanation()) }));
    await page.getByText("Resolution: due Mon 2 Mar, 16:00").waitFor();
    await page.getByRole("button", { name: "Explain", exact: true }).click();
    await page.getByRole("heading", { name: "Why these deadlines" }).waitFor();
    expect(questions("sidebarExplain")).toEqual([{ ticketId: "T-1042" }]);
    const resolution = page.getByRole("region", { name: "Resolution" });
    expect(await resolution.locator(".sum tr").allTextContents()).toEqual([
      "Target8 h",
      "− counted79 h",
      "= over by71 h",
      "paused, not counted101 h",
    ]);
    const lines = await resolution.locator(".lines").first().locator("> li").allTextContents();
    expect(lines).toContain(
      "Paused 101 h Mon 26 Jan, 16:00 – Fri 13 Feb, 11:00Waiting since Mon 26 Jan 16:00 (Pending): the resolution pauses.",
    );
    expect(lines.join("\n")).toContain("Holiday: Carnival Monday <b> (Mon 16 Feb)");
    expect(await resolution.locator("svg rect").count()).toBeGreaterThan(10);
    await page.getByRole("button", { name: "T-1042" }).click();
    await page.getByRole("heading", { name: "Laptop won't wake" }).waitFor();
  });

  test("opened from the menu it asks for the selected row; none is said, and looked for again", async () => {
    let selected: ReturnType<typeof anExplanation> | null = null;
    const page = await open("explain", aServer({ sidebarExplain: () => ok(selected) }));
    await page.getByText("No ticket selected").waitFor();
    selected = anExplanation();
    await page.getByRole("button", { name: "Look again" }).click();
    await page.getByRole("heading", { name: "Resolution" }).waitFor();
    expect(questions("sidebarExplain")).toEqual([{}, {}]);
  });

  test("days open by keyboard; hostile names fit and run nothing; a screen reader finds nothing wrong", async () => {
    const hostile = `<img src=x onerror=alert(1)>${"W".repeat(120)}`;
    const explanation = anExplanation({ policy: hostile, calendar: hostile, actor: `${"x".repeat(90)}@example.com` });
    const page = await open("explain", aServer({ sidebarExplain: () => ok(explanation) }));
    const days = page.getByRole("region", { name: "Resolution" }).locator("summary").first();
    await days.focus();
    await page.keyboard.press("Enter");
    expect(await page.locator("details[open] li").count()).toBeGreaterThan(2);
    expect(await overhang(page)).toBe(0);
    expect(await violations(page)).toEqual([]);
  });
});
