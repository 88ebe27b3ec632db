import { describeInChrome } from "./chrome.ts";
import { WorkbenchPage } from "./workbench-page.ts";

const DESK = { project: "test/browser/workbench-desk", file: "test/browser/workbench-desk/tickets.csv" };

describeInChrome("time that passes", () => {
  const desk = new WorkbenchPage(DESK);

  beforeAll(async () => {
    await desk.open();
    await desk.choose("Desk", "Start timer"); // it counts in N1, once a minute
    await desk.type("A10", "before");
  });
  afterAll(() => desk.close());

  const clock = () => desk.page.locator(".strip time").getAttribute("datetime");
  const progress = () => desk.page.getByRole("progressbar", { name: "Time is passing" });

  test("says how far it has come, lets people work meanwhile, and stops between two runs", async () => {
    const from = Date.parse((await clock()) ?? "");
    await desk.page.getByRole("button", { name: "+1 day" }).click();
    await progress().waitFor();
    await desk.type("A11", "typed while time passes");
    await desk.shows("A11", "typed while time passes");
    await desk.page.waitForFunction(() => (document.querySelector("progress")?.value ?? 0) > 0);
    await desk.page.getByRole("button", { name: "Stop" }).click();
    await progress().waitFor({ state: "detached" });
    await desk.page.locator(".toast", { hasText: "What the timers did until then stays." }).waitFor();
    const until = Date.parse((await clock()) ?? "");
    expect(until).toBeGreaterThan(from);
    expect(until).toBeLessThan(from + 86_400_000);
    await desk.goTo("N1");
    const ticks = Number(await desk.page.locator(".formula").inputValue());
    expect(ticks).toBe((until - from) / 60_000);
    await desk.page.getByRole("button", { name: "+1 min" }).click();
    await desk.shows("N1", String(ticks + 1)); // it goes on from there
  });

  test("passes to the end, where nobody stops it", async () => {
    const from = Date.parse((await clock()) ?? "");
    await desk.page.getByRole("button", { name: "+1 hour" }).click();
    await desk.page.waitForFunction(
      (until) => Date.parse(document.querySelector<HTMLTimeElement>(".strip time")?.dateTime ?? "") >= until,
      from + 3_600_000,
    );
    await progress().waitFor({ state: "detached" });
    expect(Date.parse((await clock()) ?? "")).toBe(from + 3_600_000);
    expect(desk.errors).toEqual([]);
  });

  test("what the timers did outlives the process", async () => {
    await desk.goTo("N1");
    const ticks = await desk.page.locator(".formula").inputValue();
    await desk.server.kill();
    await desk.server.start();
    await desk.openPage();
    await desk.shows("N1", ticks);
  });
});
