import { EnumValue } from "../../core/service-object.ts";
import { WrittenOutput } from "../../core/written-output.ts";

/** Text that a web app answers with. */
export class TextOutput extends WrittenOutput {
  static readonly googleName = "ContentService.TextOutput";
  private mimeType = EnumValue.of("MimeType", "TEXT", 4);
  private fileName: string | null = null;

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
