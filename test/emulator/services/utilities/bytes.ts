import { EnumValue } from "../../core/service-object.ts";

/** Bytes as Apps Script shows them: -128 to 127. */
export function signed(bytes: Uint8Array): number[] {
  return Array.from(bytes, (byte) => (byte > 127 ? byte - 256 : byte));
}

/** Apps Script's bytes, signed or not, as a buffer. */
export function unsigned(bytes: readonly number[]): Buffer {
  return Buffer.from(bytes.map((byte) => byte & 0xff));
}

/** A text's bytes in a charset; what US_ASCII doesn't have becomes "?". */
export function encoded(text: string, charset: EnumValue | "UTF_8" | "US_ASCII"): Buffer {
  if (String(charset) === "UTF_8") return Buffer.from(text, "utf8");
  return Buffer.from(
    Array.from(text, (character) => (character.codePointAt(0)! < 128 ? character : "?")).join(""),
    "latin1",
  );
}

/** A value given as text or as bytes. */
export function dataOf(value: string | number[], charset: EnumValue | "UTF_8" | "US_ASCII"): Buffer {
  return typeof value === "string" ? encoded(value, charset) : unsigned(value);
}

const DECODERS: Record<string, string> = { us_ascii: "us-ascii", "us-ascii": "us-ascii" };

/** Bytes as text in a charset named as in MIME; undefined where there is no such charset. */
export function decoded(bytes: Uint8Array, charset: string): string | undefined {
  try {
    return new TextDecoder(DECODERS[charset.toLowerCase()] ?? charset, { ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
