import { EnumValue } from "../core/service-object.ts";
import { publishedEnum } from "../reference/published.ts";

/** One constant of a published enumeration, e.g. ("WrapStrategy", "CLIP"); those of Charts and of Base as well. */
export function constant(enumName: string, name: string): EnumValue {
  const values = (publishedEnum("spreadsheet", enumName) ?? publishedEnum("charts", enumName))?.values;
  const ordinal = values?.indexOf(name) ?? -1;
  if (ordinal < 0) throw new Error(`${enumName} has no constant ${name}.`);
  return EnumValue.of(enumName, name, ordinal);
}
