import { cssSafe, htmlEscaped, jsStringEscaped, jsValue, urlEscaped } from "./escapes.ts";

type Place = "text" | "tag" | "attribute-name" | "before-value" | "value" | "script" | "style" | "rcdata" | "comment";
type Js = "code" | "'" | '"' | "`" | "line" | "block";

const URL_ATTRIBUTE = /^(href|src|action|formaction|cite|poster|data|background|longdesc|usemap|icon|manifest)$/;
const RAW_ELEMENTS: Record<string, Place> = { script: "script", style: "style", textarea: "rcdata", title: "rcdata" };

/** Follows HTML as it is written, so that an untrusted value can be escaped for the place where it will stand. */
export class HtmlContext {
  private place: Place = "text";
  private tagName = "";
  private attribute = "";
  private quote = "";
  private value = "";
  private js: Js = "code";
  private recent = "";

  /** Takes note of what has been written. */
  feed(text: string): void {
    for (const character of text) this.step(character);
  }

  /** The value made harmless here; `type` is its JavaScript type. */
  escape(value: string, type: string): string {
    switch (this.place) {
      case "text":
      case "rcdata":
        return htmlEscaped(value);
      case "comment":
        return "";
      case "script":
        return this.escapeInScript(value, type);
      case "style":
        return cssSafe(value);
      case "value":
      case "before-value":
        return this.escapeInValue(value, type);
      default:
        return /^[\w-]+$/.test(value) ? value : "zSoyz";
    }
  }

  private escapeInScript(value: string, type: string): string {
    if (this.js === "code") return jsValue(value, type);
    return this.js === "line" || this.js === "block" ? "" : jsStringEscaped(value);
  }

  private escapeInValue(value: string, type: string): string {
    const unquoted = this.place === "before-value" || this.quote === "";
    const name = this.attribute.toLowerCase();
    if (URL_ATTRIBUTE.test(name))
      return htmlEscaped(urlEscaped(value, this.place === "value" ? this.value : ""), unquoted);
    if (name.startsWith("on")) return htmlEscaped(this.escapeInScript(value, type), unquoted);
    if (name === "style") return htmlEscaped(cssSafe(value), unquoted);
    return htmlEscaped(value, unquoted);
  }

  private step(c: string): void {
    this.recent = (this.recent + c).slice(-12).toLowerCase();
    switch (this.place) {
      case "text":
        return this.inText(c);
      case "tag":
        return this.inTag(c);
      case "attribute-name":
        return this.inAttributeName(c);
      case "before-value":
        return this.beforeValue(c);
      case "value":
        return this.inValue(c);
      case "comment":
        if (this.recent.endsWith("-->")) this.place = "text";
        return;
      default:
        return this.inRawElement(c);
    }
  }

  private inText(c: string): void {
    if (this.recent.endsWith("<!--")) this.place = "comment";
    else if (/[a-z]/i.test(c) && /<\/?$/.test(this.recent.slice(0, -1))) {
      this.place = "tag";
      this.tagName = this.recent.at(-2) === "/" ? "/" : "";
      this.inTag(c);
    }
  }

  private inTag(c: string): void {
    if (c === ">") this.closeTag();
    else if (this.tagName !== "" && /\s|\//.test(c) && !this.tagName.endsWith(" ")) this.tagName += " ";
    else if (this.tagName.endsWith(" ") && !/[\s/]/.test(c)) {
      this.place = "attribute-name";
      this.attribute = c;
    } else if (!/\s/.test(c)) this.tagName += c.toLowerCase();
  }

  private closeTag(): void {
    this.place = RAW_ELEMENTS[this.tagName.trim()] ?? "text";
    this.js = "code";
    this.recent = "";
  }

  private inAttributeName(c: string): void {
    if (c === "=") this.place = "before-value";
    else if (c === ">") this.closeTag();
    else if (/\s/.test(c)) this.place = "tag";
    else this.attribute += c;
  }

  private beforeValue(c: string): void {
    if (/\s/.test(c)) return;
    if (c === ">") return this.closeTag();
    this.place = "value";
    this.js = "code";
    this.quote = c === '"' || c === "'" ? c : "";
    this.value = this.quote === "" ? c : "";
  }

  private inValue(c: string): void {
    if (this.quote === "" ? /[\s>]/.test(c) : c === this.quote) {
      this.place = "tag";
      if (c === ">") this.closeTag();
      return;
    }
    this.value += c;
    if (/^on/i.test(this.attribute)) this.inJs(c);
  }

  private inRawElement(c: string): void {
    const name = this.tagName.trim();
    if (this.recent.endsWith(`</${name}`)) {
      this.place = "tag";
      this.tagName = `/${name}`;
    } else if (this.place === "script") this.inJs(c);
  }

  private inJs(c: string): void {
    const [before, last] = [this.recent.at(-2), c];
    if (this.js === "code") {
      if (last === "'" || last === '"' || last === "`") this.js = last;
      else if (before === "/" && last === "/") this.js = "line";
      else if (before === "/" && last === "*") this.js = "block";
    } else if (this.js === "line") {
      if (last === "\n") this.js = "code";
    } else if (this.js === "block") {
      if (before === "*" && last === "/") this.js = "code";
    } else if (last === this.js && !/(?:^|[^\\])\\(?:\\\\)*$/.test(this.recent.slice(0, -1))) this.js = "code";
  }
}
