import type { JSX } from "preact";
import type { CellView, LinkView } from "../protocol.ts";

export interface ShownLinks {
  cell: string;
  links: { url: string; text: string }[];
  x: number;
  y: number;
}

/** The links of a cell below it, to be followed; the pointer may go over to them. */
export function LinkCard(props: {
  shown: ShownLinks;
  onJump: (url: string) => void;
  onEnter: () => void;
  onLeave: () => void;
}): JSX.Element {
  const { cell, links, x, y } = props.shown;
  const place = y > innerHeight - 130 ? { bottom: `${innerHeight - y + 22}px` } : { top: `${y}px` };
  return (
    <section
      class="link-card"
      aria-label={`Links of ${cell}`}
      style={{ left: `${Math.max(8, Math.min(x, innerWidth - 340))}px`, ...place }}
      onPointerEnter={props.onEnter}
      onPointerLeave={props.onLeave}
    >
      {links.map(({ url, text }) =>
        url.startsWith("#") ? (
          <button key={url} type="button" onClick={() => props.onJump(url)}>
            <b>{text}</b> <span>in this spreadsheet</span>
          </button>
        ) : (
          <a key={url} href={url} target="_blank" rel="noopener noreferrer">
            <b>{text}</b> <span>{url}</span>
          </a>
        ),
      )}
    </section>
  );
}

/** The links of a cell with the words that carry them. */
export function linksWithText({ h = [], t = "" }: CellView): ShownLinks["links"] {
  return h.map(({ url, start = 0, end }) => ({ url, text: t.slice(start, end) || url }));
}

/** The text of a cell in pieces, those that lead somewhere marked. */
export function pieces(text: string, links: readonly LinkView[]): { text: string; isLink: boolean }[] {
  const found: { text: string; isLink: boolean }[] = [];
  let at = 0;
  for (const { start = 0, end = text.length } of links) {
    found.push({ text: text.slice(at, start), isLink: false }, { text: text.slice(start, end), isLink: true });
    at = end;
  }
  found.push({ text: text.slice(at), isLink: false });
  return found.filter((piece) => piece.text !== "");
}
