import type { CellStyle } from "../protocol.ts";

const classes = new Map<string, string>();
let rules: CSSStyleSheet | undefined;

/** A class for a style; the rule is made when the style is first seen. */
export function classOf(style: CellStyle | undefined): string {
  if (!style) return "";
  const key = JSON.stringify(style);
  let name = classes.get(key);
  if (!name) {
    name = `style-${classes.size}`;
    classes.set(key, name);
    addRule(`${`.${name}`.repeat(5)}{${declarations(style)}}`);
  }
  return name;
}

function addRule(rule: string): void {
  if (!rules) {
    rules = new CSSStyleSheet();
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, rules];
  }
  rules.insertRule(rule, rules.cssRules.length);
}

function declarations(style: CellStyle): string {
  const lines = [
    style.bold && "font-weight:bold",
    style.italic && "font-style:italic",
    (style.strike || style.underline) &&
      `text-decoration:${[style.underline && "underline", style.strike && "line-through"].filter(Boolean).join(" ")}`,
    style.background && `background-color:${colour(style.background)}`,
    style.color && `color:${colour(style.color)}`,
    style.size && `font-size:${Math.round((style.size * 4) / 3)}px`,
    style.font && `font-family:${JSON.stringify(style.font.replace(/[^\w -]/g, ""))},Arial,sans-serif`,
    style.align &&
      `text-align:${style.align};justify-content:${{ left: "flex-start", center: "center", right: "flex-end" }[style.align]}`,
    style.vertical && `align-items:${style.vertical === "top" ? "flex-start" : "center"}`,
    style.wrap === "wrap" && "white-space:pre-wrap;overflow-wrap:anywhere;align-items:flex-start",
  ];
  return lines.filter(Boolean).join(";");
}

/** Only what is surely a colour goes into a style sheet. */
const colour = (text: string): string => (/^#[0-9a-f]{3,8}$|^[a-z]+$/i.test(text) ? text : "inherit");
