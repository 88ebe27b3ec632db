import { GoogleError, NotEmulated } from "../../core/errors.ts";
import type { EnumValue } from "../../core/service-object.ts";
import { WrittenOutput } from "../../core/written-output.ts";
import { Blob } from "../utilities/blob.ts";
import { HtmlContext } from "./html-context.ts";
import { HtmlOutputMetaTag } from "./html-output-meta-tag.ts";
import { HtmlTemplate } from "./html-template.ts";

const META_TAGS = /^(apple-mobile-web-app-capable|google-site-verification|mobile-web-app-capable|viewport)$/;

/** A page to be shown in a sidebar, a dialog or a web app. */
export class HtmlOutput extends WrittenOutput {
  static readonly googleName = "HtmlService.HtmlOutput";
  static readonly lenient = { setWidth: [0], setHeight: [0], setTitle: [0] };
  private readonly metaTags: HtmlOutputMetaTag[] = [];
  private title = "";
  private width: number | null = null;
  private height: number | null = null;
  private faviconUrl: string | null = null;

  appendUntrusted(addedContent: string): this {
    const context = new HtmlContext();
    context.feed(this.content);
    this.content += context.escape(addedContent, "string");
    return this;
  }

  asTemplate(): HtmlTemplate {
    return new HtmlTemplate(this.run, () => this.content);
  }

  getTitle(): string {
    return this.title;
  }

  setTitle(title: string): this {
    this.title = title;
    return this;
  }

  getWidth(): number | null {
    return this.width;
  }

  setWidth(width: number | null): this {
    this.width = width;
    return this;
  }

  getHeight(): number | null {
    return this.height;
  }

  setHeight(height: number | null): this {
    this.height = height;
    return this;
  }

  getFaviconUrl(): string | null {
    return this.faviconUrl;
  }

  setFaviconUrl(iconUrl: string): this {
    this.faviconUrl = iconUrl;
    return this;
  }

  addMetaTag(name: string, content: string): this {
    if (!META_TAGS.test(name)) throw new GoogleError("The specified meta tag cannot be used in this context.");
    this.metaTags.push(new HtmlOutputMetaTag(this.run, name, content));
    return this;
  }

  getMetaTags(): HtmlOutputMetaTag[] {
    return [...this.metaTags];
  }

  /** Every page is an IFRAME since 2015. */
  setSandboxMode(_mode: EnumValue): this {
    return this;
  }

  setXFrameOptionsMode(_mode: EnumValue): this {
    return this;
  }

  getBlob(): Blob {
    return new Blob(this.run, Buffer.from(this.content, "utf8"), "text/html", `${this.title || "output"}.html`);
  }

  getAs(contentType: string): Blob {
    if (contentType !== "text/html") throw new NotEmulated(`HtmlOutput.getAs(${contentType})`);
    return this.getBlob();
  }
}
