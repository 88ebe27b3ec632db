import type { ComponentChildren } from "preact";
import type { HealthCheck, StatusCategoryShown } from "../api.ts";

export type ChipKind = StatusCategoryShown | HealthCheck["state"] | "vip";

export function Chip({ kind, children }: { kind: ChipKind; children: ComponentChildren }) {
  return <span class={`chip ${kind}`}>{children}</span>;
}
