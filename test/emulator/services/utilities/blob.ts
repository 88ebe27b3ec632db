import { GoogleError, NotEmulated } from "../../core/errors.ts";
import type { Execution } from "../../core/execution.ts";
import { ServiceObject } from "../../core/service-object.ts";
import { decoded, signed, unsigned } from "./bytes.ts";

const TYPES: Record<string, string> = {
  bmp: "image/bmp",
  css: "text/css",
  csv: "text/csv",
  gif: "image/gif",
  gz: "application/x-gzip",
  htm: "text/html",
  html: "text/html",
  ico: "image/x-icon",
  jpeg: "image/jpeg",
  jpg: "image/jpeg",
  js: "application/javascript",
  json: "application/json",
  pdf: "application/pdf",
  png: "image/png",
  svg: "image/svg+xml",
  txt: "text/plain",
  xml: "text/xml",
  zip: "application/zip",
};

/** What Google calls a data interchange object: bytes with a type and a name. */
export class Blob extends ServiceObject {
  static readonly googleName = "Blob";
  static readonly lenient = { setName: [0], setContentType: [0] };

  constructor(
    run: Execution,
    public bytes: Buffer,
    private contentType: string | null = null,
    private name: string | null = null,
  ) {
    super(run);
  }

  getBlob(): this {
    return this;
  }

  copyBlob(): Blob {
    return new Blob(this.run, this.bytes, this.contentType, this.name);
  }

  getBytes(): number[] {
    return signed(this.bytes);
  }

  setBytes(data: number[]): this {
    this.bytes = unsigned(data);
    return this;
  }

  getContentType(): string | null {
    return this.contentType;
  }

  setContentType(contentType: string | null): this {
    this.contentType = contentType;
    return this;
  }

  setContentTypeFromExtension(): this {
    const extension = /\.([^.]+)$/.exec(this.name ?? "")?.[1]?.toLowerCase() ?? "";
    this.contentType = TYPES[extension] ?? this.contentType;
    return this;
  }

  getDataAsString(charset = "UTF-8"): string {
    const text = decoded(this.bytes, charset);
    if (text === undefined) throw new GoogleError(`Invalid argument: charset`);
    return text;
  }

  setDataFromString(text: string, charset = "UTF-8"): this {
    if (!/^(utf-?8|us-?ascii|iso-8859-1|latin1)$/i.test(charset))
      throw new NotEmulated(`Blob.setDataFromString in ${charset}`);
    this.bytes = Buffer.from(text, /^utf/i.test(charset) ? "utf8" : "latin1");
    return this;
  }

  getName(): string | null {
    return this.name;
  }

  setName(name: string | null): this {
    this.name = name;
    return this;
  }

  isGoogleType(): boolean {
    return this.contentType?.startsWith("application/vnd.google-apps.") ?? false;
  }

  getAllBlobs(): Blob[] {
    return [this];
  }

  /** Only the type that it has already: real conversions are Google's. */
  getAs(contentType: string): Blob {
    if (contentType !== this.contentType) throw new NotEmulated(`Blob.getAs(${contentType})`);
    return this.copyBlob();
  }
}
