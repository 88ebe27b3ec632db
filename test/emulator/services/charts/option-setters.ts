import type { EnumValue, ServiceObject } from "../../core/service-object.ts";
import type { TextStyle } from "./text-style.ts";

/** What a mixin needs of the builder that it widens. TypeScript asks for any[] in the constructor of a mixin. */
type Builder = abstract new (
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  ...args: any[]
) => ServiceObject & { setOption(option: string, value: unknown): unknown };

function withOption<B extends Builder>(Base: B) {
  abstract class WithOption extends Base {
    protected option(name: string, value: unknown): this {
      this.setOption(name, value);
      return this;
    }
  }
  return WithOption;
}

/** What every drawn chart has, pies included: title, colours, legend. */
function titled<B extends Builder>(Base: B) {
  abstract class Titled extends withOption(Base) {
    setTitle(title: string): this {
      return this.option("title", title);
    }
    setTitleTextStyle({ look }: TextStyle): this {
      return this.option("titleTextStyle", look);
    }
    setBackgroundColor(color: string): this {
      return this.option("backgroundColor", color);
    }
    setColors(colors: string[]): this {
      return this.option("colors", colors);
    }
    setLegendPosition(position: EnumValue): this {
      return this.option("legend.position", position.name.toLowerCase());
    }
    setLegendTextStyle({ look }: TextStyle): this {
      return this.option("legend.textStyle", look);
    }
  }
  return Titled;
}

/** Charts with two axes; `vertical` is what the options of the vertical one begin with. */
function withAxes<B extends Builder>(Base: B, vertical: string) {
  abstract class WithAxes extends titled(Base) {
    setXAxisTitle(title: string): this {
      return this.option("hAxis.title", title);
    }
    setXAxisTextStyle({ look }: TextStyle): this {
      return this.option("hAxis.textStyle", look);
    }
    setXAxisTitleTextStyle({ look }: TextStyle): this {
      return this.option("hAxis.titleTextStyle", look);
    }
    setYAxisTitle(title: string): this {
      return this.option(`${vertical}.title`, title);
    }
    setYAxisTextStyle({ look }: TextStyle): this {
      return this.option(`${vertical}.textStyle`, look);
    }
    setYAxisTitleTextStyle({ look }: TextStyle): this {
      return this.option(`${vertical}.titleTextStyle`, look);
    }
  }
  return WithAxes;
}

/** Charts of values by category. */
export function withCategories<B extends Builder>(Base: B, vertical: string) {
  abstract class WithCategories extends withAxes(Base, vertical) {
    reverseCategories(): this {
      return this.option("reverseCategories", true);
    }
    setRange(start: number, end: number): this {
      return this.option(`${vertical}.viewWindow.min`, start).option(`${vertical}.viewWindow.max`, end);
    }
    useLogScale(): this {
      return this.option(`${vertical}.logScale`, true);
    }
  }
  return WithCategories;
}

/** Categories whose values may be stacked. */
export function stackable<B extends Builder>(Base: B, vertical: string) {
  abstract class Stackable extends withCategories(Base, vertical) {
    setStacked(): this {
      return this.option("isStacked", true);
    }
  }
  return Stackable;
}

export function withPoints<B extends Builder>(Base: B) {
  abstract class WithPoints extends Base {
    setPointStyle(style: EnumValue): this {
      this.setOption("pointStyle", style.name);
      return this;
    }
  }
  return WithPoints;
}

export function withCurves<B extends Builder>(Base: B) {
  abstract class WithCurves extends Base {
    setCurveStyle(style: EnumValue): this {
      this.setOption("curveType", style.name === "SMOOTH" ? "function" : "none");
      return this;
    }
  }
  return WithCurves;
}

export function pie<B extends Builder>(Base: B) {
  abstract class Pie extends titled(Base) {
    reverseCategories(): this {
      return this.option("reverseCategories", true);
    }
    set3D(): this {
      return this.option("is3D", true);
    }
  }
  return Pie;
}

export function scatter<B extends Builder>(Base: B, vertical: string) {
  abstract class Scatter extends withPoints(withAxes(Base, vertical)) {
    setXAxisLogScale(): this {
      return this.option("hAxis.logScale", true);
    }
    setXAxisRange(start: number, end: number): this {
      return this.option("hAxis.viewWindow.min", start).option("hAxis.viewWindow.max", end);
    }
    setYAxisLogScale(): this {
      return this.option(`${vertical}.logScale`, true);
    }
    setYAxisRange(start: number, end: number): this {
      return this.option(`${vertical}.viewWindow.min`, start).option(`${vertical}.viewWindow.max`, end);
    }
  }
  return Scatter;
}

export function table<B extends Builder>(Base: B) {
  abstract class Table extends withOption(Base) {
    enablePaging(paging: boolean | number, startPage?: number): this {
      this.option("page", paging === false ? "disable" : "enable");
      if (typeof paging === "number") this.option("pageSize", paging);
      return startPage === undefined ? this : this.option("startPage", startPage);
    }
    enableRtlTable(isOn: boolean): this {
      return this.option("rtlTable", isOn);
    }
    enableSorting(isOn: boolean): this {
      return this.option("sort", isOn ? "enable" : "disable");
    }
    setFirstRowNumber(number: number): this {
      return this.option("firstRowNumber", number);
    }
    setInitialSortingAscending(column: number): this {
      return this.option("sortColumn", column).option("sortAscending", true);
    }
    setInitialSortingDescending(column: number): this {
      return this.option("sortColumn", column).option("sortAscending", false);
    }
    showRowNumberColumn(isShown: boolean): this {
      return this.option("showRowNumber", isShown);
    }
    useAlternatingRowStyle(isOn: boolean): this {
      return this.option("alternatingRowStyle", isOn);
    }
  }
  return Table;
}
