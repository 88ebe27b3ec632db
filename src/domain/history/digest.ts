import { sha256 } from "@noble/hashes/sha2.js";

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** Used anew for every text, as is the place for its bytes: making them costs more than hashing a row of History. */
const blank = sha256.create();
const hasher = sha256.create();
const hash = new Uint8Array(hasher.outputLen);

/** The first `bytes` bytes of the SHA-256 of a text (as UTF-8), in hexadecimal. */
export function digest(text: string, bytes = 20): string {
  blank._cloneInto(hasher).update(utf8(text)).digestInto(hash);
  let hex = "";
  for (let index = 0; index < bytes; index++) hex += HEX[hash[index] ?? 0];
  return hex;
}

let scratch = new Uint8Array(4096);

/** Apps Script has no TextEncoder. A lone surrogate becomes U+FFFD, as an encoder would make it. */
function utf8(text: string): Uint8Array {
  if (scratch.length < text.length * 3) scratch = new Uint8Array(text.length * 6);
  const bytes = scratch;
  let length = 0;
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
  return bytes.subarray(0, length);
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
