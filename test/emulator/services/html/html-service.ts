import { RealmValue } from "../../core/convert.ts";
import { GoogleError } from "../../core/errors.ts";
import { ServiceObject } from "../../core/service-object.ts";
import type { Blob } from "../utilities/blob.ts";
import { HtmlContext } from "./html-context.ts";
import { HtmlOutput } from "./html-output.ts";
import { HtmlTemplate } from "./html-template.ts";

type Source = string | (ServiceObject & { getBlob(): Blob });

export class HtmlService extends ServiceObject {
  static readonly googleName = "HtmlService";
  /** The code that templates compile to calls it. */
  static readonly extras = ["initTemplate"];

  createHtmlOutput(source: Source = ""): HtmlOutput {
    return new HtmlOutput(this.run, textOf(source));
  }

  createHtmlOutputFromFile(filename: string): HtmlOutput {
    return new HtmlOutput(this.run, this.fileNamed(filename));
  }

  createTemplate(source: Source): HtmlTemplate {
    const text = textOf(source);
    return new HtmlTemplate(this.run, () => text);
  }

  createTemplateFromFile(filename: string): HtmlTemplate {
    const text = this.fileNamed(filename);
    return new HtmlTemplate(this.run, () => text);
  }

  /** Known only to web apps. */
  getUserAgent(): null {
    return null;
  }

  initTemplate(): RealmValue {
    const output = new HtmlOutput(this.run, "");
    const context = new HtmlContext();
    const write = (kind: number, text: string, type: string) => {
      const written = kind === 1 ? context.escape(text, type) : text;
      context.feed(written);
      output.append(written);
    };
    return new RealmValue(this.run.realm.templateSink(write, output));
  }

  private fileNamed(filename: string): string {
    const text = this.run.project.html(filename);
    if (text === undefined) throw new GoogleError(`No HTML file named ${filename} was found.`);
    return text;
  }
}

function textOf(source: Source): string {
  return typeof source === "string" ? source : source.getBlob().bytes.toString("utf8");
}
