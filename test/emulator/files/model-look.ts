import type { Look } from "../spreadsheet/model/look.ts";
import type { FileLook } from "./book-file.ts";

/** A file's look as the model keeps it. */
export function lookOfFile(look: FileLook): Look {
  return {
    ...(look.numberFormat === undefined ? {} : { numberFormat: look.numberFormat }),
    ...(look.background === undefined ? {} : { background: look.background }),
    ...(look.fontColor === undefined ? {} : { fontColor: look.fontColor }),
    ...(look.fontFamily === undefined ? {} : { fontFamily: look.fontFamily }),
    ...(look.fontSize === undefined ? {} : { fontSize: look.fontSize }),
    ...(look.bold ? { fontWeight: "bold" } : {}),
    ...(look.italic ? { fontStyle: "italic" } : {}),
    ...(look.underline || look.strikethrough ? { fontLine: look.strikethrough ? "line-through" : "underline" } : {}),
    ...(look.wrap ? { wrap: "WRAP" as const } : {}),
    ...(look.horizontal === undefined ? {} : { horizontal: look.horizontal }),
    ...(look.vertical === undefined ? {} : { vertical: look.vertical }),
  };
}

/** A look of the model as a file keeps it; borders, directions and validations stay behind. */
export function fileOfLook(look: Look): FileLook {
  const { horizontal, vertical } = look;
  return {
    ...(look.numberFormat === undefined || look.numberFormat === "General" ? {} : { numberFormat: look.numberFormat }),
    ...(look.background === undefined ? {} : { background: look.background }),
    ...(look.fontColor === undefined ? {} : { fontColor: look.fontColor }),
    ...(look.fontFamily === undefined ? {} : { fontFamily: look.fontFamily }),
    ...(look.fontSize === undefined ? {} : { fontSize: look.fontSize }),
    ...(look.fontWeight === "bold" ? { bold: true } : {}),
    ...(look.fontStyle === "italic" ? { italic: true } : {}),
    ...(look.fontLine === "underline" ? { underline: true } : {}),
    ...(look.fontLine === "line-through" ? { strikethrough: true } : {}),
    ...(look.wrap === "WRAP" ? { wrap: true } : {}),
    ...(horizontal === "left" || horizontal === "center" || horizontal === "right" ? { horizontal } : {}),
    ...(vertical === "top" || vertical === "middle" || vertical === "bottom" ? { vertical } : {}),
  };
}
