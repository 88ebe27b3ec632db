import type { Execution } from "./execution.ts";
import { ServiceObject } from "./service-object.ts";

/** Text that a script puts together piece by piece. */
export abstract class WrittenOutput extends ServiceObject {
  constructor(
    run: Execution,
    protected content: string,
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
}
