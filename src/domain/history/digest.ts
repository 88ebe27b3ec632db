import { sha256 } from "@noble/hashes/sha2.js";

/** The character codes of "0" to "f". */
const HEX = Array.from("0123456789abcdef", (digit) => digit.charCodeAt(0));

/** Used anew for every text, as is the place for its bytes: making them costs more than hashing a row of History. */
const blank = sha256.create();
const hasher = sha256.create();
const hash = new Uint8Array(hasher.outputLen);

/** The first `bytes` bytes of the SHA-256 of a text (as UTF-8), in hexadecimal. */
export function digest(text: string, bytes = 20): string {
  return digestOfLines([text], bytes);
}

/** The same of lines with "\n" between them, which are not joined for it: a large History has many. */
export function digestOfLines(lines: readonly string[], bytes = 20): string {
  let length = 0;
  for (let index = 0; index < lines.length; index++) {
    if (index > 0) scratch[length++] = 0x0a;
    length = writeUtf8(lines[index] ?? "", length);
  }
  blank._cloneInto(hasher).update(scratch.subarray(0, length)).digestInto(hash);
  const hex: number[] = [];
  for (let index = 0; index < bytes; index++) {
    const byte = hash[index] ?? 0;
    hex.push(HEX[byte >> 4] ?? 0, HEX[byte & 15] ?? 0);
  }
  return String.fromCharCode(...hex);
}

let scratch = new Uint8Array(4096);

/** Writes a text into the scratch from a place on, with room for one byte more, and gives the place after it. Apps Script has no TextEncoder. A lone surrogate becomes U+FFFD, as an encoder would make it. */
function writeUtf8(text: string, at: number): number {
  let length = at;
  if (scratch.length <= length + text.length * 3) grow(length + text.length * 6);
  const bytes = scratch;
  for (let index = 0; index < text.length; index++) {
    let code = text.charCodeAt(index);
    if (code < 0x80) {
      bytes[length++] = code;
      continue;
    }
    if (code >= 0xd800 && code < 0xe000) {
      const low = code < 0xdc00 ? text.charCodeAt(index + 1) : NaN;
      const paired = low >= 0xdc00 && low < 0xe000;
      code = paired ? 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00) : 0xfffd;
      if (paired) index++;
    }
    length = push(bytes, length, code);
  }
  return length;
}

function grow(room: number): void {
  const bytes = new Uint8Array(room + 1);
  bytes.set(scratch);
  scratch = bytes;
}

function push(bytes: Uint8Array, at: number, code: number): number {
  if (code < 0x800) {
    bytes[at] = 0xc0 | (code >> 6);
    bytes[at + 1] = 0x80 | (code & 0x3f);
    return at + 2;
  }
  const wide = code >= 0x10000 ? 1 : 0;
  if (wide) bytes[at] = 0xf0 | (code >> 18);
  bytes[at + wide] = wide ? 0x80 | ((code >> 12) & 0x3f) : 0xe0 | (code >> 12);
  bytes[at + wide + 1] = 0x80 | ((code >> 6) & 0x3f);
  bytes[at + wide + 2] = 0x80 | (code & 0x3f);
  return at + wide + 3;
}
