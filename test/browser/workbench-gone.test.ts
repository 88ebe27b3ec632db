import { describeInChrome } from "./chrome.ts";
import { WorkbenchPage } from "./workbench-page.ts";

describeInChrome("a workbench whose server has gone", () => {
  const desk = new WorkbenchPage();

  beforeAll(() => desk.open());
  afterAll(() => desk.close());

  const banner = () => desk.page.getByText("The local Workspace does not answer.");

  test("says so, and carries on by itself when it is back, with what others do meanwhile", async () => {
    for (const count of ["4", "5", "6", "7"]) await desk.type("B2", count);
    await desk.shows("B2", "7");
    await desk.server.kill();
    await banner().waitFor();
    await desk.type("B2", "nobody hears this");
    await desk.page.locator(".toast.problem", { hasText: "may not be kept" }).waitFor();
    await desk.shows("B2", "7"); // as far as anybody knows
    await desk.server.start();
    await banner().waitFor({ state: "detached" });

    const other = await desk.context.newPage();
    await other.goto(desk.server.address);
    await other.locator(".rgCell .text").first().waitFor();
    await other.getByLabel("Address").fill("B3");
    await other.getByLabel("Address").press("Enter");
    await other.keyboard.type("by the other page");
    await other.keyboard.press("Enter");
    await desk.page.locator(".rgCell .text", { hasText: "by the other page" }).waitFor();
    await other.close();

    await desk.type("B4", "here");
    await desk.shows("B4", "here");
    expect(desk.errors).toEqual([]);
  });
});
