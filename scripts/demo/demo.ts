import { Workspace, type ProjectOptions } from "../../test/emulator/workspace.ts";
import { Driver } from "./driver.ts";
import { COMPANY, OWNER } from "./people.ts";
import { story, STORY_FROM, STORY_TO } from "./story.ts";

/** A small company that has worked with the add-on for eight weeks: everything was done through grid, menu and sidebar. */
export function makeDemo(project: Omit<ProjectOptions, "container">, tell: (line: string) => void): Workspace {
  const workspace = new Workspace({ now: STORY_FROM - 60_000, owner: OWNER });
  const book = workspace.createSpreadsheet({ name: COMPANY, timeZone: "Europe/London", locale: "en_GB" });
  workspace.addProject({ ...project, container: book });
  const driver = new Driver(workspace, book);
  const acts = story();
  acts.forEach((act, index) => {
    if (index % 200 === 0)
      tell(`Letting a small company work for eight weeks (once): ${Math.round((index / acts.length) * 100)} % …`);
    driver.play(act);
  });
  workspace.clock.reach(STORY_TO - 60_000);
  workspace.clock.advance(60_000);
  return workspace;
}
