import type { Rect } from "./geometry.ts";
import { Dropdown } from "./dropdown.ts";

export type Leaving = "down" | "up" | "right" | "left" | "stay";

export interface EditorHost {
  commit(text: string, leaving: Leaving): void;
  cancelled(): void;
  typed(text: string): void;
  /** Where the active cell lies within the grid's frame, as the scrolling stands. */
  cellRect(): Rect;
  options(): string[] | undefined;
}

/** One text area lies over the active cell all the time: it takes the keys, and shows itself while a cell is edited. */
export class Editor {
  readonly input = document.createElement("textarea");
  private readonly dropdown: Dropdown;
  private mode: "idle" | "overwrite" | "edit" = "idle";

  constructor(
    private readonly frame: HTMLElement,
    private readonly host: EditorHost,
  ) {
    this.input.className = "cell-editor";
    this.input.rows = 1;
    this.input.spellcheck = false;
    this.input.autocapitalize = "off";
    this.input.addEventListener("input", () => this.onInput());
    frame.append(this.input);
    this.dropdown = new Dropdown(frame, this.input, (text) => this.finish("stay", text));
  }

  get isEditing(): boolean {
    return this.mode !== "idle";
  }

  /** Goes to the active cell and takes the focus, unless another field has it. */
  settle(label: string): void {
    this.input.setAttribute("aria-label", label);
    this.place();
    if (document.activeElement === document.body || document.activeElement === null) this.focus();
  }

  focus(): void {
    this.input.focus({ preventScroll: true });
  }

  start(text: string, mode: "overwrite" | "edit" = "edit"): void {
    this.mode = mode;
    this.input.value = text;
    this.input.classList.add("open");
    this.place();
    this.focus();
    const isChoice = this.host.options() !== undefined;
    this.input.setSelectionRange(isChoice && mode === "edit" ? 0 : text.length, text.length);
    this.openChoices(mode === "edit" ? text : "");
    if (mode === "overwrite") this.dropdown.filter(text);
    this.host.typed(text);
  }

  /** Takes over what is typed in the formula bar. */
  mirror(text: string): void {
    if (this.mode === "idle") this.start(text);
    this.input.value = text;
    this.place();
  }

  finish(leaving: Leaving, text = this.input.value): void {
    if (!this.isEditing) return;
    this.reset();
    this.host.commit(text, leaving);
  }

  cancel(): void {
    if (!this.isEditing) return;
    this.reset();
    this.host.cancelled();
  }

  /** Keys that belong to the editor while it is open. True: done with. */
  key(event: KeyboardEvent): boolean {
    if (!this.isEditing || event.isComposing) return this.isEditing;
    if (event.key === "Enter") return this.enter(event);
    if (event.key === "Tab") this.finish(event.shiftKey ? "left" : "right", this.dropdown.choice ?? this.input.value);
    else if (event.key === "Escape") this.cancel();
    else if (this.dropdown.isOpen && (event.key === "ArrowDown" || event.key === "ArrowUp"))
      this.dropdown.step(event.key === "ArrowDown" ? 1 : -1);
    else if (this.mode === "overwrite" && event.key in LEAVES && !event.ctrlKey) this.finish(LEAVES[event.key]!);
    else return true;
    event.preventDefault();
    return true;
  }

  place(): void {
    const { x, y, width, height } = this.host.cellRect();
    this.input.style.left = `${x - 1}px`;
    this.input.style.top = `${y - 1}px`;
    this.input.style.minWidth = `${width + 1}px`;
    this.input.style.minHeight = `${height + 1}px`;
    this.input.style.height = "auto";
    this.input.style.width = `${width + 1}px`;
    if (!this.isEditing) return;
    const text = this.input.value;
    const longest = Math.max(...text.split("\n").map((line) => line.length));
    this.input.style.width = `${Math.max(width + 1, Math.min(420, longest * 7.4 + 14))}px`;
    this.input.style.height = `${Math.min(240, Math.max(height + 1, this.input.scrollHeight))}px`;
    this.dropdown.place(this.onPage());
  }

  private enter(event: KeyboardEvent): boolean {
    event.preventDefault();
    if (event.altKey || event.ctrlKey || event.metaKey) {
      this.input.setRangeText("\n", this.input.selectionStart, this.input.selectionEnd, "end");
      this.onInput();
    } else this.finish(event.shiftKey ? "up" : "down", this.dropdown.choice ?? this.input.value);
    return true;
  }

  private onInput(): void {
    if (this.mode === "idle") return this.input.value === "" ? undefined : this.start(this.input.value, "overwrite");
    this.dropdown.filter(this.input.value);
    this.place();
    this.host.typed(this.input.value);
  }

  private openChoices(current: string): void {
    const options = this.host.options();
    if (options) this.dropdown.open(options, this.onPage(), current);
  }

  /** Where the cell lies within the browser's window. */
  private onPage(): Rect {
    const { left, top } = this.frame.getBoundingClientRect();
    const rect = this.host.cellRect();
    return { ...rect, x: rect.x + left, y: rect.y + top };
  }

  private reset(): void {
    this.mode = "idle";
    this.input.value = "";
    this.input.classList.remove("open");
    this.dropdown.close();
    this.place();
  }
}

const LEAVES: Record<string, Leaving> = { ArrowDown: "down", ArrowUp: "up", ArrowLeft: "left", ArrowRight: "right" };
