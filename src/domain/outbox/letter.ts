/** A paragraph of a mail, to be read with and without HTML. */
export interface Part {
  readonly kind: "heading" | "titled" | "link" | "small" | "picture";
  readonly text: string;
  /** What is said below it. */
  readonly lines?: readonly string[];
  readonly url?: string;
  /** By what a picture is known when the mail leaves. */
  readonly key?: string;
}

/** The parts as plain text; pictures are for those who see HTML. */
export function plain(parts: readonly Part[]): string {
  const texts = parts.flatMap(({ kind, text, lines = [], url }) => {
    if (kind === "picture") return [];
    return [[url === undefined ? text : `${text}: ${url}`, ...lines.map((line) => `  ${line}`)].join("\n")];
  });
  return texts.join("\n\n");
}

export const html = (parts: readonly Part[]): string =>
  `<div style="font-family:Arial,sans-serif">${parts.map(partInHtml).join("")}</div>`;

function partInHtml({ kind, lines = [], url = "", key = "", ...part }: Part): string {
  const text = escaped(part.text);
  if (kind === "heading") return `<h3>${text}</h3>`;
  if (kind === "small") return `<p style="color:#5f6368;font-size:12px">${text}</p>`;
  if (kind === "link") return `<p><a href="${escaped(url)}">${text}</a></p>`;
  if (kind === "picture") return `<p><img src="cid:${escaped(key)}" alt="${text}"></p>`;
  return `<p><b>${text}</b><br>${lines.map(escaped).join("<br>")}</p>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
