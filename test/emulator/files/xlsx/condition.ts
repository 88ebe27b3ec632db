import { anchorOf, blockText, readBlocks } from "../blocks.ts";
import type { Block, FileCondition, FileGradient } from "../book-file.ts";
import type { CellStyle, ConditionalRule } from "./library.ts";
import { colorOf, colorText, fontOf } from "./look.ts";
import type { Written } from "./templates.ts";
import { conditionTemplates } from "./templates.ts";
import { numberCriteria, numberOperator } from "./validation.ts";

type Rule = Omit<ConditionalRule, "priority" | "range" | "style">;

const TEXTS: [criteria: string, type: ConditionalRule["type"], formula: string][] = [
  ["TEXT_CONTAINS", "containsText", "NOT(ISERROR(SEARCH({text},{cell})))"],
  ["TEXT_DOES_NOT_CONTAIN", "notContainsText", "ISERROR(SEARCH({text},{cell}))"],
  ["TEXT_STARTS_WITH", "beginsWith", "LEFT({cell},LEN({text}))={text}"],
  ["TEXT_ENDS_WITH", "endsWith", "RIGHT({cell},LEN({text}))={text}"],
  ["CELL_EMPTY", "containsBlanks", "LEN(TRIM({cell}))=0"],
  ["CELL_NOT_EMPTY", "notContainsBlanks", "LEN(TRIM({cell}))>0"],
];

/** The conditional format as the file holds it; undefined where Excel has nothing like it. */
export function writeCondition(condition: FileCondition | FileGradient, priority: number): ConditionalRule | undefined {
  const range = condition.blocks.map((block) => blockText(block)).join(" ");
  if ("points" in condition) return { type: "colorScale", priority, range, colorScale: scaleOf(condition) };
  const rule = ruleOf(condition, anchorOf(condition.blocks));
  return rule && { ...rule, priority, range, style: dxfOf(condition.look) };
}

function ruleOf({ criteria, values }: FileCondition, cell: string): Rule | undefined {
  const operator = numberOperator(criteria);
  if (operator) return { type: "cellIs", operator, formula: values.map(String) };
  if (criteria === "CUSTOM_FORMULA") return { type: "expression", formula: String(values[0]).replace(/^=/, "") };
  const text = TEXTS.find(([name]) => name === criteria);
  if (text) {
    const literal = `"${String(values[0] ?? "").replaceAll('"', '""')}"`;
    const formula = text[2].replaceAll("{text}", () => literal).replaceAll("{cell}", cell);
    return { type: text[1], formula, ...(values.length > 0 ? { text: String(values[0]) } : {}) };
  }
  const formula = conditionTemplates.write({ criteria, values }, cell);
  return formula === undefined ? undefined : { type: "expression", formula };
}

/** In conditional fills the colour stands in the background of the pattern. */
function dxfOf(look: FileCondition["look"]): CellStyle {
  const font = fontOf(look);
  const color = look.background && colorOf(look.background);
  return {
    ...(Object.keys(font).length > 0 ? { font } : {}),
    ...(color ? { fill: { type: "pattern", pattern: "solid", fgColor: color, bgColor: color } } : {}),
  };
}

const POINTS = { min: "MIN", max: "MAX", num: "NUMBER", percent: "PERCENT", percentile: "PERCENTILE" } as const;

function scaleOf({ points }: FileGradient): NonNullable<ConditionalRule["colorScale"]> {
  const types = Object.entries(POINTS) as [keyof typeof POINTS, string][];
  return {
    cfvo: points.map(({ type, value }) => ({
      type: types.find(([, name]) => name === type)?.[0] ?? "num",
      ...(value === undefined ? {} : { value }),
    })),
    colors: points.map(({ color }) => `FF${color.replace("#", "").toUpperCase()}`),
  };
}

/** The conditional format that a file holds; undefined where Sheets has nothing like it (bars, icons, top ten). */
export function readCondition(rule: ConditionalRule, palette: string[]): FileCondition | FileGradient | undefined {
  const blocks = readBlocks(rule.range);
  if (blocks.length === 0) return undefined;
  if (rule.colorScale) return gradientOf(rule.colorScale, blocks);
  const found = conditionOf(rule, anchorOf(blocks));
  return found && { blocks, ...found, look: ruleLook(rule.style ?? {}, palette) };
}

function conditionOf(rule: ConditionalRule, cell: string): Written | undefined {
  const formulas = rule.formula === undefined ? [] : [rule.formula].flat();
  const [formula = ""] = formulas;
  if (rule.type === "expression")
    return conditionTemplates.read(formula, cell) ?? { criteria: "CUSTOM_FORMULA", values: [`=${formula}`] };
  if (rule.type === "cellIs") return comparison(rule, formulas);
  const text = TEXTS.find(([, type]) => type === rule.type);
  return text && { criteria: text[0], values: rule.text === undefined ? [] : [rule.text] };
}

function comparison({ operator }: ConditionalRule, formulas: string[]): Written | undefined {
  const [first = ""] = formulas;
  const text = /^"(.*)"$/s.exec(first)?.[1]?.replaceAll('""', '"');
  if (text !== undefined && operator === "equal") return { criteria: "TEXT_EQUAL_TO", values: [text] };
  if (text !== undefined && operator === "notEqual") return { criteria: "TEXT_NOT_EQUAL_TO", values: [text] };
  const criteria = numberCriteria(operator);
  if (criteria === undefined) return undefined;
  const values = formulas.map((formula) => (Number.isFinite(Number(formula)) ? Number(formula) : `=${formula}`));
  return { criteria, values };
}

/** A conditional fill counts as solid whatever its pattern says: files leave it out, and the library reads "none". */
function ruleLook({ font, fill }: CellStyle, palette: string[]): FileCondition["look"] {
  const look: FileCondition["look"] = {};
  const background = fill?.type === "pattern" ? colorText(fill.bgColor ?? fill.fgColor, palette) : undefined;
  const fontColor = colorText(font?.color, palette);
  if (background) look.background = background;
  if (fontColor) look.fontColor = fontColor;
  if (font?.bold) look.bold = true;
  if (font?.italic) look.italic = true;
  if (font?.underline) look.underline = true;
  if (font?.strikethrough) look.strikethrough = true;
  return look;
}

function gradientOf({ cfvo, colors }: NonNullable<ConditionalRule["colorScale"]>, blocks: Block[]): FileGradient {
  const points = cfvo.map(({ type, value }, index) => ({
    color: `#${(colors[index] ?? "FFFFFF").slice(-6).toLowerCase()}`,
    type: POINTS[type],
    ...(value === undefined ? {} : { value }),
  }));
  return { blocks, points };
}
