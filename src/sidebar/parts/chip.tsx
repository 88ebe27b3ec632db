import type { ComponentChildren } from "preact";
import type { HealthCheck, StatusCategoryShown } from "../api.ts";

export function Chip({
  kind,
  children,
}: {
  kind: StatusCategoryShown | HealthCheck["state"] | "vip";
  children: ComponentChildren;
}) {
  return <span class={`chip ${kind}`}>{children}</span>;
}
