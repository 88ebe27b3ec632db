import { TransientError } from "../core/errors.ts";
import type { OnDrain } from "../core/write-queue.ts";
import { boundScript } from "./try-script.ts";

const SOURCE = `function go() {
  const sheet = SpreadsheetApp.getActiveSheet();
  for (const [row, text] of ["a", "b", "c"].entries()) sheet.getRange(row + 1, 1).setValue(text);
  return sheet.getRange("A1:A3").getValues().join();
}`;

function desk(onDrain?: OnDrain) {
  const { workspace, book, project } = boundScript(SOURCE);
  const window = workspace.person("ann@example.com").open(book);
  workspace.onDrain = onDrain;
  const cells = () => [0, 1, 2].map((row) => book.grids[0]?.valueAt(row, 0)).join();
  return { workspace, window, project, cells };
}

describe("Between two queued writes of one drain", () => {
  test("somebody may type: over what has landed, and under what is still to land", () => {
    const { workspace, window, project } = desk();
    workspace.onDrain = ({ sent }) => {
      if (sent === 2) for (const row of [1, 3]) window.type("Sheet1", `A${row}`, "Ann's");
    };
    expect(project.run("go").value).toBe("Ann's,b,c");
  });

  test("a row may be inserted: what is still to land lands at its place", () => {
    const { workspace, window, project, cells } = desk();
    workspace.onDrain = ({ sent }) => sent === 1 && window.insertRows("Sheet1", 1);
    project.run("go");
    expect(cells()).toBe(",b,c");
  });

  test("each gap is told, with what has landed and what waits", () => {
    const gaps: number[][] = [];
    const { project } = desk(({ sent, waiting }) => gaps.push([sent, waiting]));
    project.run("go");
    expect(gaps).toEqual([
      [1, 2],
      [2, 1],
    ]);
  });

  test.each([
    ["drop", "a,,"],
    ["keep", "a,b,c"],
    [(index: number) => index === 1, "a,,c"],
  ] as const)("the execution may be killed: the rest %s", (queued, left) => {
    const { project, cells } = desk(({ sent, execution }) => sent === 1 && execution.kill({ queued }));
    const { killed, value } = project.run("go");
    expect({ killed, value, cells: cells() }).toEqual({ killed: true, value: undefined, cells: left });
  });

  test("Google may fail: the rest never lands", () => {
    const { project, cells } = desk(({ sent }) => {
      if (sent === 2) throw new TransientError("Service Spreadsheets timed out.");
    });
    expect(project.run("go").error?.message).toBe("Service Spreadsheets timed out.");
    expect(cells()).toBe("a,b,");
  });
});

test("without onDrain nobody gets between the writes of one drain", () => {
  const { project, cells } = desk();
  expect(project.run("go").value).toBe("a,b,c");
  expect(cells()).toBe("a,b,c");
});
