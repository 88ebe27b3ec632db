import type { Grid } from "./grid.ts";
import { SheetProblem } from "./problem.ts";
import { intersects, type Rect } from "./rect.ts";
import type { BandedArea } from "./sheet-parts.ts";

/** Header, first and second colour of each theme that Google offers; footers are a shade darker than the second. */
const THEMES: Record<string, [header: string, first: string, second: string, footer: string]> = {
  LIGHT_GREY: ["#bdbdbd", "#ffffff", "#f3f3f3", "#dedede"],
  CYAN: ["#4dd0e1", "#ffffff", "#e0f7fa", "#a2e8f1"],
  GREEN: ["#63d297", "#ffffff", "#e7f9ef", "#afe9ca"],
  YELLOW: ["#f7cb4d", "#ffffff", "#fef8e3", "#fce8b2"],
  ORANGE: ["#f46524", "#ffffff", "#ffe6dd", "#ffccbc"],
  BLUE: ["#5b95f9", "#ffffff", "#e8f0fe", "#acc9fe"],
  TEAL: ["#26a69a", "#ffffff", "#ddf2f0", "#8cd3cd"],
  GREY: ["#78909c", "#ffffff", "#ebeff1", "#bbc8ce"],
  BROWN: ["#cca677", "#ffffff", "#f8f2eb", "#e6d3ba"],
  LIGHT_GREEN: ["#8bc34a", "#ffffff", "#eef7e3", "#c4e2a0"],
  INDIGO: ["#8989eb", "#ffffff", "#e8e7fc", "#c4c3f7"],
  PINK: ["#e91d63", "#ffffff", "#fddce8", "#f68ab0"],
};

interface Band {
  byColumns: boolean;
  theme: string;
  header: boolean;
  footer: boolean;
}

export function addBanding(grid: Grid, rect: Rect, { byColumns, theme, header, footer }: Band): BandedArea {
  if (grid.parts.bandings.some((area) => intersects(area.rect, rect))) {
    throw new SheetProblem(
      "You cannot add alternating background colors to a range that already has alternating background colors.",
    );
  }
  const [top, first, second, bottom] = THEMES[theme] ?? ["#bdbdbd", "#ffffff", "#f3f3f3", "#dedede"];
  const colors = { first, second, ...(header ? { header: top } : {}), ...(footer ? { footer: bottom } : {}) };
  const area = { id: grid.book.nextNumber(), rect: { ...rect }, byColumns, colors };
  grid.parts.bandings.push(area);
  return area;
}
