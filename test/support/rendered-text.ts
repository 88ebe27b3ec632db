import type { ComponentChildren, VNode } from "preact";

/** What a person reads of a view that holds no state: the texts of its blocks, a line each. */
export function renderedText(children: ComponentChildren): string {
  return textOf(children)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");
}

const BLOCKS = ["section", "h2", "h3", "dt", "dd", "tr", "li", "ol", "p", "details", "summary"];

function textOf(children: ComponentChildren): string {
  if (Array.isArray(children)) return (children as ComponentChildren[]).map(textOf).join("");
  if (typeof children === "string" || typeof children === "number") return String(children);
  if (!isVNode(children)) return "";
  const { type, props } = children;
  if (typeof type === "function") return textOf((type as (props: unknown) => ComponentChildren)(props));
  const text = textOf((props as { children?: ComponentChildren }).children);
  return BLOCKS.includes(type) ? `\n${text}\n` : text;
}

const isVNode = (child: ComponentChildren): child is VNode =>
  typeof child === "object" && child !== null && "type" in child;
