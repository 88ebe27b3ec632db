import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type * as ResvgModule from "@resvg/resvg-js";
import type * as EChartsModule from "echarts";
import type { ChartDrawing } from "./chart-drawing.ts";

/** The libraries are loaded when the first chart is drawn: most runs draw none. */
interface Libraries {
  echarts: typeof EChartsModule;
  resvg: typeof ResvgModule;
  fonts: string[];
}
let libraries: Libraries | undefined;

/** Looked for from the working folder and from the program that was started, so that both jest and tsx find them. */
function load(): Libraries {
  for (const start of [process.cwd(), process.argv[1] ?? ""]) {
    const require = createRequire(join(start, "anything.js"));
    try {
      require.resolve("echarts");
    } catch {
      continue;
    }
    const folder = dirname(require.resolve("@expo-google-fonts/arimo/package.json"));
    const fonts = ["400Regular", "700Bold", "400Regular_Italic"].map((style) =>
      join(folder, style, `Arimo_${style}.ttf`),
    );
    return {
      echarts: require("echarts") as typeof EChartsModule,
      resvg: require("@resvg/resvg-js") as typeof ResvgModule,
      fonts,
    };
  }
  throw new Error("The package echarts is not installed: run npm install.");
}

/** The drawing as SVG text. */
export function svgOf({ width, height, option }: ChartDrawing): string {
  const { echarts } = (libraries ??= load());
  const chart = echarts.init(null, null, { renderer: "svg", ssr: true, width, height });
  try {
    chart.setOption(option);
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}

/** The drawing as the bytes of a PNG, `scale` dots to a pixel, with a font of our own: the same on every machine. */
export function pngOf(drawing: ChartDrawing, scale = 1): Buffer {
  const svg = svgOf(drawing);
  const { resvg, fonts } = (libraries ??= load());
  const font = { loadSystemFonts: false, fontFiles: fonts, defaultFontFamily: "Arimo", sansSerifFamily: "Arimo" };
  return new resvg.Resvg(svg, { font, fitTo: { mode: "zoom", value: scale } }).render().asPng();
}
