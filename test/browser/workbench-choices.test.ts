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

  test("choices near the lower edge open upward, whole and without scrolling the sheet", async () => {
    await desk.choose("Desk", "Prepare choices");
    const top = () => desk.page.locator(".grid-frame").evaluate((frame) => frame.scrollTop);
    await desk.goTo("C27");
    await desk.page.keyboard.press("Enter");
    const list = desk.page.getByRole("listbox", { name: "Choices" });
    const box = await list.boundingBox();
    const editor = await desk.editor.boundingBox();
    expect(await list.getByRole("option").count()).toBe(30);
    expect(box && editor && box.y + box.height <= editor.y + 2).toBe(true);
    expect(box && box.y >= 0 && box.height > 200).toBe(true);
    for (let step = 0; step < 12; step++) await desk.page.keyboard.press("ArrowDown");
    await desk.page.keyboard.press("Enter");
    expect(await top()).toBe(0);
    await desk.shows("C27", "Person 12");
  });

  test("those of merged cells are shown and chosen with the keys", async () => {
    await desk.goTo("I2");
    await desk.page.keyboard.press("ArrowRight");
    expect(await desk.address.inputValue()).toBe("J2:L2");
    await desk.page.keyboard.press("Alt+ArrowDown");
    await desk.page.getByRole("option", { name: "Some" }).waitFor();
    await desk.page.keyboard.press("ArrowDown");
    await desk.page.keyboard.press("Enter");
    await desk.barShows(""); // Enter has gone on to the cell below
    await desk.shows("J2", "Some");
  });

  // Skipped: the choices of a merged cell open by a click in about half of all runs; the keys always open them. To be mended in the workbench.
  test.skip("those of merged cells are chosen with the mouse", async () => {
    await desk.goTo("M2");
    const box = (await desk.page.locator(".merge .chip").last().boundingBox())!; // of the part that scrolls
    await desk.page.mouse.click(box.x + box.width - 8, box.y + box.height / 2);
    await desk.page.getByRole("option", { name: "All" }).click();
    await desk.shows("J2", "All");
  });

  test("a checkbox is ticked with the words of its rule", async () => {
    await desk.shows("D3", "yes");
    await desk.page.keyboard.press("Space");
    await desk.barShows("no");
    await desk.page.keyboard.press("Space");
    await desk.barShows("yes");
    expect(await desk.page.locator(".toast.problem").count()).toBe(0);
    expect(desk.errors).toEqual([]);
  });
});
