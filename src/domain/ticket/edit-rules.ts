import { Problem } from "../problem.ts";
import { type Content, type Fields, type Saved, sameContent } from "./content.ts";
import type { DeskSettings } from "./settings.ts";
import type { Author, TicketState } from "./ticket.ts";
import { type Choice, decidePriority, decideStatus } from "./transition.ts";

/** A cell that must hold something else than what was typed: its right spelling, or what stood there before. */
export interface PutBack {
  readonly key: string;
  readonly content: Saved;
  readonly because?: string;
}

export interface Decision {
  readonly set: Fields;
  readonly putBack: readonly PutBack[];
}

export interface EditContext {
  readonly settings: DeskSettings;
  readonly author: Author;
  readonly now: number;
}

/** What an edited row means: the contents to record, and the cells to put right. Keys of columns that are gone are left alone. */
export function decideEdit(state: TicketState | undefined, row: Fields, context: EditContext): Decision {
  const set: Record<string, Content> = {};
  const putBack: PutBack[] = [];
  const blanks = state ? {} : { status: "", priority: "" };
  for (const [key, content] of Object.entries({ ...blanks, ...row })) {
    const saved = state?.fields[key];
    if (state && sameContent(saved, content)) continue;
    const choice = chooseWord(state, key, content, context);
    if (!choice) {
      if (state || content !== "") set[key] = content;
    } else if (choice.kind === "refused") {
      putBack.push({ key, content: saved ?? defaultFor(key, context.settings), because: choice.because });
      if (!saved) set[key] = defaultFor(key, context.settings);
    } else {
      if (choice.value !== content) putBack.push({ key, content: choice.value });
      if (choice.value !== saved) set[key] = choice.value;
    }
  }
  return { set, putBack };
}

/** For a form, that is refused as a whole: throws the first refusal as a Problem of its field. */
export function throwRefusal({ putBack }: Decision): void {
  for (const { because, key } of putBack) if (because) throw new Problem("not-allowed", because, key);
}

/** The rule of a field that takes only known words; undefined for free fields. A newcomer's blank becomes the default without a word. */
function chooseWord(
  state: TicketState | undefined,
  key: string,
  content: Content,
  context: EditContext,
): Choice | undefined {
  if (key !== "status" && key !== "priority") return undefined;
  const wanted = typeof content === "object" ? "" : String(content);
  if (!state?.fields[key] && wanted === "") return { kind: "chosen", value: defaultFor(key, context.settings) };
  if (key === "priority") return decidePriority(wanted, context.settings);
  return decideStatus(state, wanted, { settings: context.settings, role: context.author.role, now: context.now });
}

/** What the desk fills into a blank status or priority. */
export function defaultFor(key: string, settings: DeskSettings): string {
  if (key === "status") return settings.statuses[0]?.name ?? "New";
  return settings.priorities.find((priority) => priority === "Medium") ?? settings.priorities[0] ?? "Medium";
}
