import type { Rect } from "./geometry.ts";

const MOST_HEIGHT = 260;
const MARGIN = 8;

/** The list of choices under a cell, or above it where there is more room; it follows what is typed and is worked by the editor's keys. */
export class Dropdown {
  private readonly element = document.createElement("div");
  private options: string[] = [];
  private shown: string[] = [];
  private current = -1;

  constructor(
    host: HTMLElement,
    private readonly input: HTMLTextAreaElement,
    private readonly onPick: (text: string) => void,
  ) {
    this.element.className = "dropdown";
    this.element.id = "choices";
    this.element.setAttribute("role", "listbox");
    this.element.setAttribute("aria-label", "Choices");
    this.element.hidden = true;
    this.element.addEventListener("pointerdown", (event) => this.pickAt(event));
    host.append(this.element);
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  /** The choice that Enter takes, if the keys have gone to one. */
  get choice(): string | undefined {
    return this.isOpen ? this.shown[this.current] : undefined;
  }

  /** `at` is the cell's place on the screen, as all `place`s. */
  open(options: string[], at: Rect, current: string): void {
    this.options = options;
    this.element.hidden = false;
    this.place(at);
    this.input.setAttribute("role", "combobox");
    this.input.setAttribute("aria-controls", "choices");
    this.input.setAttribute("aria-expanded", "true");
    this.show(options, options.indexOf(current));
  }

  place({ x, y, width, height }: Rect): void {
    if (!this.isOpen) return;
    const { style } = this.element;
    style.minWidth = `${Math.max(140, width)}px`;
    style.left = `${Math.max(MARGIN, Math.min(x, innerWidth - MARGIN - this.element.offsetWidth))}px`;
    const [above, below] = [y - MARGIN, innerHeight - y - height - MARGIN];
    const wanted = Math.min(MOST_HEIGHT, 12 + 28 * this.options.length);
    const isAbove = below < wanted && above > below;
    style.maxHeight = `${Math.max(60, Math.min(MOST_HEIGHT, isAbove ? above : below))}px`;
    style.top = isAbove ? "auto" : `${y + height + 2}px`;
    style.bottom = isAbove ? `${innerHeight - y + 2}px` : "auto";
  }

  filter(typed: string): void {
    if (!this.isOpen) return;
    const wanted = typed.trim().toLowerCase();
    const fitting = this.options.filter((option) => option.toLowerCase().includes(wanted));
    this.show(fitting, wanted && fitting.length > 0 ? 0 : -1);
  }

  step(by: number): void {
    this.mark((this.current + by + this.shown.length) % Math.max(1, this.shown.length));
  }

  close(): void {
    this.element.hidden = true;
    for (const name of ["role", "aria-controls", "aria-expanded", "aria-activedescendant"])
      this.input.removeAttribute(name);
  }

  private show(options: string[], current: number): void {
    this.shown = options;
    const items = options.map((option, index) => {
      const item = document.createElement("div");
      item.id = `choice-${index}`;
      item.setAttribute("role", "option");
      item.dataset["index"] = String(index);
      const chip = document.createElement("span");
      chip.className = "chip";
      chip.textContent = option;
      item.append(chip);
      return item;
    });
    this.element.replaceChildren(...items);
    if (items.length === 0) this.element.textContent = "No choice fits";
    this.mark(current);
  }

  private mark(index: number): void {
    this.current = index;
    [...this.element.children].forEach((item, at) => item.setAttribute("aria-selected", String(at === index)));
    this.reveal(this.element.children[index] as HTMLElement | undefined);
    if (index >= 0) this.input.setAttribute("aria-activedescendant", `choice-${index}`);
    else this.input.removeAttribute("aria-activedescendant");
  }

  /** Scrolls the list alone: scrollIntoView would take the sheet along. */
  private reveal(item: HTMLElement | undefined): void {
    if (!item) return;
    const { element } = this;
    const low = item.offsetTop + item.offsetHeight - element.clientHeight;
    element.scrollTop = Math.max(low + 6, Math.min(element.scrollTop, item.offsetTop - 6));
  }

  private pickAt(event: PointerEvent): void {
    event.preventDefault();
    const item = (event.target as HTMLElement).closest<HTMLElement>("[role=option]");
    const picked = item && this.shown[Number(item.dataset["index"])];
    if (picked !== null && picked !== undefined) this.onPick(picked);
  }
}
