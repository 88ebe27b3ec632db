import type { Execution } from "../../core/execution.ts";
import { EnumValue, ServiceObject } from "../../core/service-object.ts";

/** Text that a web app answers with. */
export class TextOutput extends ServiceObject {
  static readonly googleName = "ContentService.TextOutput";
  private mimeType = EnumValue.of("MimeType", "TEXT", 4);
  private fileName: string | null = null;

  constructor(
    run: Execution,
    private content: string,
  ) {
    super(run);
  }

  getContent(): string {
    return this.content;
  }

  setContent(content: string): this {
    this.content = content;
    return this;
  }

  append(addedContent: string): this {
    return this.setContent(this.content + addedContent);
  }

  clear(): this {
    return this.setContent("");
  }

  getMimeType(): EnumValue {
    return this.mimeType;
  }

  setMimeType(mimeType: EnumValue): this {
    this.mimeType = mimeType;
    return this;
  }

  getFileName(): string | null {
    return this.fileName;
  }

  downloadAsFile(filename: string): this {
    this.fileName = filename;
    return this;
  }
}
