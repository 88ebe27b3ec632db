import { createHash, createHmac, createSign } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import { GoogleError } from "../../core/errors.ts";
import { ServiceObject, type EnumValue } from "../../core/service-object.ts";
import { Blob } from "./blob.ts";
import { dataOf, encoded, signed } from "./bytes.ts";
import { parseCsv } from "./csv.ts";
import { formatDate } from "./format-date.ts";
import { formatString } from "./format-string.ts";
import { md2 } from "./md2.ts";
import { parseDate } from "./parse-date.ts";
import { unzip, zip } from "./zip.ts";

type Data = string | number[];
type Source = ServiceObject & { getBlob(): Blob };

const LONGEST_SLEEP_MS = 300_000;
const BASE64 = /^[A-Za-z0-9+/\-_\s]*={0,2}\s*$/;

export class Utilities extends ServiceObject {
  static readonly googleName = "Utilities";

  base64Encode(data: Data, charset: EnumValue | "UTF_8" = "UTF_8"): string {
    return dataOf(data, charset).toString("base64");
  }

  base64EncodeWebSafe(data: Data, charset: EnumValue | "UTF_8" = "UTF_8"): string {
    return this.base64Encode(data, charset).replace(/\+/g, "-").replace(/\//g, "_");
  }

  base64Decode(text: string): number[] {
    if (!BASE64.test(text)) throw new GoogleError("Could not decode string.");
    return signed(Buffer.from(text, "base64"));
  }

  base64DecodeWebSafe(text: string): number[] {
    return this.base64Decode(text);
  }

  /** Without a charset, text is taken as US_ASCII. */
  computeDigest(algorithm: EnumValue, value: Data, charset: EnumValue | "US_ASCII" = "US_ASCII"): number[] {
    const data = dataOf(value, charset);
    return signed(algorithm.name === "MD2" ? md2(data) : createHash(hashName(algorithm.name)).update(data).digest());
  }

  computeHmacSignature(algorithm: EnumValue, value: Data, key: Data, charset?: EnumValue): number[] {
    const name = hashName(algorithm.name.replace("HMAC_", ""));
    const mac = createHmac(name, dataOf(key, charset ?? "US_ASCII")).update(dataOf(value, charset ?? "US_ASCII"));
    return signed(mac.digest());
  }

  computeHmacSha256Signature(value: Data, key: Data, charset: EnumValue | "US_ASCII" = "US_ASCII"): number[] {
    return signed(createHmac("sha256", dataOf(key, charset)).update(dataOf(value, charset)).digest());
  }

  computeRsaSha1Signature(value: string, key: string, charset: EnumValue | "US_ASCII" = "US_ASCII"): number[] {
    return rsa("RSA-SHA1", encoded(value, charset), key);
  }

  computeRsaSha256Signature(value: string, key: string, charset: EnumValue | "US_ASCII" = "US_ASCII"): number[] {
    return rsa("RSA-SHA256", encoded(value, charset), key);
  }

  computeRsaSignature(algorithm: EnumValue, value: string, key: string, charset?: EnumValue): number[] {
    return rsa(algorithm.name.replace("RSA_SHA_", "RSA-SHA"), encoded(value, charset ?? "US_ASCII"), key);
  }

  formatDate(date: Date, timeZone: string, format: string): string {
    if (Number.isNaN(date.getTime())) throw new GoogleError("Invalid argument: date");
    return formatDate(date.getTime(), timeZone, format);
  }

  parseDate(date: string, timeZone: string, format: string): Date {
    return new Date(parseDate(date, timeZone, format, this.run.now()));
  }

  formatString(template: string, ...args: unknown[]): string {
    return formatString(String(template), args);
  }

  parseCsv(csv: string, delimiter = ","): string[][] {
    return parseCsv(csv, delimiter);
  }

  /** Version 4, from the Workspace's seed. */
  getUuid(): string {
    const bytes = Array.from({ length: 16 }, () => this.run.workspace.random.below(256));
    bytes[6] = (bytes[6]! & 0x0f) | 0x40;
    bytes[8] = (bytes[8]! & 0x3f) | 0x80;
    const hex = Buffer.from(bytes).toString("hex");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  }

  newBlob(
    data: Data,
    contentType: string | null = typeof data === "string" ? "text/plain" : null,
    name?: string,
  ): Blob {
    return new Blob(this.run, dataOf(data, "UTF_8"), contentType, name ?? null);
  }

  /** Lets virtual time pass. */
  sleep(milliseconds: number): void {
    if (milliseconds < 0 || milliseconds > LONGEST_SLEEP_MS) throw new GoogleError("Invalid argument: milliseconds");
    this.run.charge(milliseconds);
  }

  gzip(source: Source, name?: string): Blob {
    const blob = source.getBlob();
    const title = name ?? `${blob.getName() ?? "archive"}.gz`;
    return new Blob(this.run, gzipSync(blob.bytes), "application/x-gzip", title);
  }

  ungzip(source: Source): Blob {
    const blob = source.getBlob();
    return new Blob(this.run, gunzipped(blob.bytes), null, blob.getName()?.replace(/\.gz$/, "") ?? null);
  }

  zip(blobs: Source[], name = "archive.zip"): Blob {
    const entries = blobs.map((source) => {
      const blob = source.getBlob();
      const title = blob.getName();
      if (!title) throw new GoogleError("Blob object must have non-null name for this operation.");
      return { name: title, bytes: blob.bytes };
    });
    const twice = entries.find(({ name }, i) => entries.findIndex((other) => other.name === name) < i);
    if (twice) throw new GoogleError(`Duplicate filename in ZIP file: ${twice.name}`);
    return new Blob(this.run, zip(entries), "application/zip", name);
  }

  unzip(source: Source): Blob[] {
    return unzip(source.getBlob().bytes).map(({ name, bytes }) => {
      return new Blob(this.run, bytes, null, name).setContentTypeFromExtension();
    });
  }

  jsonParse(text: string): unknown {
    return JSON.parse(text) as unknown;
  }

  jsonStringify(value: unknown): string {
    return JSON.stringify(value);
  }
}

/** "SHA_256" → "sha256". */
function hashName(algorithm: string): string {
  return algorithm.toLowerCase().replace("_", "");
}

function rsa(algorithm: string, value: Buffer, key: string): number[] {
  try {
    return signed(createSign(algorithm).update(value).sign(key));
  } catch {
    throw new GoogleError("Invalid argument: key");
  }
}

function gunzipped(bytes: Buffer): Buffer {
  try {
    return gunzipSync(bytes);
  } catch {
    throw new GoogleError("Could not decompress gzip.");
  }
}
