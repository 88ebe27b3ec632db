import { describeInChrome } from "./chrome.ts";
import { WorkbenchPage } from "./workbench-page.ts";

describeInChrome("what the workbench has acknowledged", () => {
  const desk = new WorkbenchPage();

  beforeAll(() => desk.open());
  afterAll(() => desk.close());

  /** Types and goes on only when the server has answered. */
  async function typeAndHear(a1: string, text: string): Promise<void> {
    const answered = desk.page.waitForResponse((response) => response.request().postData()?.includes(text) ?? false);
    await desk.type(a1, text);
    expect(await (await answered).json()).toMatchObject({ ok: true });
  }

  test("outlives a process that is killed right afterwards, each time", async () => {
    for (const [a1, text] of [
      ["A3", "Sofa"],
      ["D3", "kept with the first"],
      ["A8", "Bench"],
    ] as const) {
      await typeAndHear(a1, text);
      await desk.server.kill();
      await desk.server.start();
      await desk.openPage();
      expect(desk.server.output).toContain("Carrying on where you left off");
      await desk.shows(a1, text);
    }
    await desk.shows("A3", "Sofa");
    await desk.shows("E8", "edited by olivia.reed@example.com"); // what the script did at the edit is kept with it
    expect(desk.errors).toEqual([]);
  });
});
