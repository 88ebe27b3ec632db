import { makeBigDesk } from "../../scripts/bench/big-desk.ts";
import { verify } from "./company.ts";
import { gridOf } from "./sheets.ts";

test("a Conversation sheet that was deleted is copied again within few runs, though History is long", () => {
  const { book, project, window, workspace } = makeBigDesk({
    ...{ tickets: 2600, columns: 24, eventsEach: 8, communicationsEach: 4 },
  });
  window.deleteSheet("Conversation");
  window.clickMenu("Helpdesk", "Set up");
  expect(gridOf(book, "Conversation").lastRow()).toBe(1);
  workspace.clock.pass(5 * 60_000);
  project.run("onTimer", [], { trigger: "clock" }); // 20,800 events: two stretches
  expect(gridOf(book, "Conversation").lastRow()).toBe(1 + 10_400);
  expect(verify({ owner: window }).text).toMatch(/ 10,400 conversations, .* 0 differences$/);
});
