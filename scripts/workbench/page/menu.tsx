import type { ComponentChildren, JSX } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";

export interface Item {
  caption: string;
  keys?: string;
  disabled?: boolean;
  onPick?: () => void;
  items?: Item[];
}

/** `"-"` draws a line. */
export type Items = (Item | "-")[];

/** A list of choices that opens at a point; arrow keys, Enter and Escape work it. */
export function Menu(props: {
  items: Items;
  label: string;
  x: number;
  y: number;
  above?: boolean;
  onClose: () => void;
  /** Left and right lead to the neighbouring menu, where there is one. */
  onSide?: (step: 1 | -1) => void;
}): JSX.Element {
  const list = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<number | null>(null);
  // Before the next key comes: one that is pressed right after another would be lost.
  useLayoutEffect(
    () => list.current?.querySelector<HTMLElement>("[role=menuitem]:not([aria-disabled=true])")?.focus(),
    [],
  );
  useLayoutEffect(() => keepOnScreen(list.current));
  const pick = (item: Item, index: number): void => {
    if (item.items) return setOpen(open === index ? null : index);
    if (item.disabled) return;
    props.onClose();
    item.onPick?.();
  };
  const place = props.above
    ? { left: `${props.x}px`, bottom: `${innerHeight - props.y}px` }
    : { left: `${props.x}px`, top: `${props.y}px` };
  return (
    <>
      <div class="menu-shade" onPointerDown={props.onClose} onContextMenu={(event) => event.preventDefault()} />
      <div
        ref={list}
        role="menu"
        aria-label={props.label}
        class="menu"
        style={place}
        onKeyDown={(event) => menuKey(event, props)}
      >
        {props.items.map((item, index) =>
          item === "-" ? (
            <div key={index} role="separator" />
          ) : (
            <Entry key={index} item={item} isOpen={open === index} onPick={() => pick(item, index)}>
              {item.items && open === index && <SubMenu items={item.items} onClose={props.onClose} />}
            </Entry>
          ),
        )}
      </div>
    </>
  );
}

function Entry(props: { item: Item; isOpen: boolean; onPick: () => void; children?: ComponentChildren }): JSX.Element {
  const { item } = props;
  return (
    <div class="menu-entry">
      <div
        role="menuitem"
        tabIndex={-1}
        aria-disabled={item.disabled ? "true" : undefined}
        aria-haspopup={item.items ? "menu" : undefined}
        aria-expanded={item.items ? props.isOpen : undefined}
        onClick={props.onPick}
        onKeyDown={(event) => {
          if (event.key !== "Enter" && event.key !== " " && !(event.key === "ArrowRight" && item.items)) return;
          event.preventDefault();
          event.stopPropagation();
          props.onPick();
        }}
      >
        <span>{item.caption}</span>
        <span class="keys">{item.items ? "▸" : (item.keys ?? "")}</span>
      </div>
      {props.children}
    </div>
  );
}

function SubMenu(props: { items: Items; onClose: () => void }): JSX.Element {
  return (
    <div role="menu" class="menu sub">
      {props.items.map((item, index) =>
        item === "-" ? (
          <div key={index} role="separator" />
        ) : (
          <Entry
            key={index}
            item={item}
            isOpen={false}
            onPick={() => {
              props.onClose();
              item.onPick?.();
            }}
          />
        ),
      )}
    </div>
  );
}

function menuKey(
  event: KeyboardEvent,
  { onClose, onSide }: { onClose: () => void; onSide?: (step: 1 | -1) => void },
): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === "Escape" || event.key === "Tab") onClose();
  else if (onSide && (event.key === "ArrowLeft" || event.key === "ArrowRight"))
    onSide(event.key === "ArrowRight" ? 1 : -1);
  else if (!step) return;
  else {
    const items = [
      ...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>(
        "[role=menuitem]:not([aria-disabled=true])",
      ),
    ];
    const at = items.indexOf(document.activeElement as HTMLElement);
    items[(at + step + items.length) % items.length]?.focus();
  }
  event.preventDefault();
  event.stopPropagation();
}

function keepOnScreen(element: HTMLElement | null): void {
  if (!element) return;
  const box = element.getBoundingClientRect();
  if (box.right > innerWidth - 8) element.style.left = `${Math.max(8, innerWidth - 8 - box.width)}px`;
  if (element.style.bottom) return;
  // A long menu scrolls rather than cover what opened it, where that leaves enough to be seen.
  const room = innerHeight - 8 - box.top;
  if (box.bottom > innerHeight - 8 && room < LEAST_HEIGHT)
    element.style.top = `${Math.max(8, innerHeight - 8 - box.height)}px`;
  else element.style.maxHeight = `${room}px`;
}

const LEAST_HEIGHT = 150;
