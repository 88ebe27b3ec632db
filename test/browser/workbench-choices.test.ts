import { describeInChrome } from "./chrome.ts";
import { WorkbenchPage } from "./workbench-page.ts";

const DESK = { project: "test/browser/workbench-desk", file: "test/browser/workbench-desk/tickets.csv" };

describeInChrome("what may stand in a cell", () => {
  const desk = new WorkbenchPage(DESK);

  beforeAll(() => desk.open());
  afterAll(() => desk.close());

  test("a value that the script put back is shown at once, with nothing else changing", async () => {
    await desk.goTo("B3");
    await desk.page.keyboard.type("Bogus");
    await desk.page.keyboard.press("Tab");
    await desk.page.locator(".toast", { hasText: '"Bogus" is not a status.' }).waitFor();
    await desk.page.locator(".rgCell .text", { hasText: "Bogus" }).waitFor({ state: "detached" });
    await desk.shows("B3", "Closed");
  });
});
