import { describeInChrome } from "./chrome.ts";
import { WorkbenchPage } from "./workbench-page.ts";

/** What a window of 1280 by 800 has at 200 %, one of 1280 by 720 at 300 %, and a very small one. */
const WINDOWS = [
  { width: 640, height: 400 },
  { width: 426, height: 240 },
  { width: 320, height: 480 },
];

describeInChrome("the workbench at 200 % and in small windows", () => {
  const desk = new WorkbenchPage();

  beforeAll(() => desk.open({ deviceScaleFactor: 2 }));
  afterAll(() => desk.close());

  /** Controls that can't be clicked: outside the window, or below something else; what scrolls is scrolled to them. */
  const unreachable = (within: string): Promise<string[]> =>
    desk.page.evaluate((within) => {
      const controls = document.querySelectorAll<HTMLElement>(
        ["button", "select", "input", "[role=menuitem]"].map((kind) => `${within} ${kind}`).join(),
      );
      const isOpen = (control: HTMLElement): boolean => {
        if (!control.checkVisibility() || control.matches(":disabled")) return true;
        const scrolls = control.closest(".tab-row, .menu, .scrolls, .list, .two");
        if (document.documentElement.scrollHeight > innerHeight) control.scrollIntoView({ block: "nearest" });
        if (scrolls && scrolls.scrollHeight + scrolls.scrollWidth > scrolls.clientHeight + scrolls.clientWidth)
          control.scrollIntoView({ block: "nearest", inline: "nearest" });
        const { left, top, width, height } = control.getBoundingClientRect();
        if (left < 0 || top < 0 || left + width > innerWidth + 1 || top + height > innerHeight + 1) return false;
        const hit = document.elementFromPoint(left + width / 2, top + height / 2);
        return hit !== null && (control.contains(hit) || hit.contains(control));
      };
      return [...controls].filter((one) => !isOpen(one)).map((one) => one.textContent || one.outerHTML.slice(0, 80));
    }, within);

  describe.each(WINDOWS)("$width by $height", (size) => {
    beforeAll(() => desk.page.setViewportSize(size));

    test("every control can be reached, and cells can be seen", async () => {
      expect(await unreachable("body")).toEqual([]);
      const grid = await desk.page.locator(".grid-frame").boundingBox();
      expect(grid?.height).toBeGreaterThan(60);
    });

    test.each(["File", "Edit", "Insert", "Data", "Desk"])("the menu %s is whole, or scrolls", async (menu) => {
      await desk.page.getByRole("button", { name: menu, exact: true }).click();
      expect(await unreachable(".menu")).toEqual([]);
      await desk.page.keyboard.press("Escape");
    });

    test("sidebar and drawer are shown whole and can be closed", async () => {
      await desk.choose("Desk", "Open sidebar");
      await desk.page.frameLocator("iframe[title=Pages]").getByRole("button", { name: "Greet" }).click();
      await desk.page.frameLocator("iframe[title=Pages]").getByText("Hello Ada!").waitFor();
      expect(await unreachable(".sidebar")).toEqual([]);
      await desk.page.getByRole("button", { name: /Mail sent/ }).click();
      await desk.page.getByRole("heading", { name: "Greetings" }).first().waitFor();
      expect(await unreachable(".drawer")).toEqual([]);
      await desk.page.getByRole("button", { name: "Close Mail sent" }).click();
      await desk.page.getByRole("button", { name: "Close the sidebar" }).click();
      await desk.page.locator(".sidebar").waitFor({ state: "detached" });
    });

    test("a question and a filter fit the window", async () => {
      await desk.choose("Desk", "Ask");
      await desk.page.getByRole("dialog", { name: "Really?" }).waitFor();
      expect(await unreachable("dialog[open]")).toEqual([]);
      await desk.page.getByRole("button", { name: "No" }).click();
      await desk.page.getByRole("button", { name: "Create a filter" }).click();
      await desk.page.locator(".funnel").first().click();
      await desk.page.getByRole("dialog", { name: "Filter of" }).waitFor();
      expect(await unreachable(".filter-panel")).toEqual([]);
      await desk.page.getByRole("button", { name: "Cancel" }).click();
      await desk.page.getByRole("button", { name: "Remove filter" }).click();
      await desk.page.locator(".funnel").first().waitFor({ state: "detached" });
    });
  });

  test("has no accessibility faults in a small window", async () => {
    expect(await desk.faults()).toEqual([]);
    expect(desk.errors).toEqual([]);
  });
});
