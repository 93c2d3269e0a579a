import { readFileSync } from "node:fs";
import { join } from "node:path";

type Face = {
  family: string;
  style: "normal" | "italic";
  weight: string;
  file: string;
  range: string;
  isOptional: boolean;
};

const LATIN =
  "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD";
const LATIN_EXT =
  "U+0100-0130,U+0132-0151,U+0154-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1E00-1E9F,U+1EF2-1EFF,U+20A0-20AB,U+20AD-20C0";

/** Names with letters such as č, ł or ş; the faces for them are left out of the other reports. */
const NEEDS_LATIN_EXT = /[\u0100-\u0130\u0132-\u0151\u0154-\u02ba\u1e00-\u1eff]/;

const SERIF = { family: "Source Serif 4 Variable", weight: "200 900" };
const FACES: readonly Face[] = [
  {
    ...SERIF,
    style: "normal",
    file: "source-serif-4/files/source-serif-4-latin-wght-normal.woff2",
    range: LATIN,
    isOptional: false,
  },
  {
    ...SERIF,
    style: "italic",
    file: "source-serif-4/files/source-serif-4-latin-wght-italic.woff2",
    range: LATIN,
    isOptional: false,
  },
  {
    ...SERIF,
    style: "normal",
    file: "source-serif-4/files/source-serif-4-latin-ext-wght-normal.woff2",
    range: LATIN_EXT,
    isOptional: true,
  },
  {
    ...SERIF,
    style: "italic",
    file: "source-serif-4/files/source-serif-4-latin-ext-wght-italic.woff2",
    range: LATIN_EXT,
    isOptional: true,
  },
  {
    family: "Inter Variable",
    weight: "100 900",
    style: "normal",
    file: "inter/files/inter-latin-wght-normal.woff2",
    range: LATIN,
    isOptional: false,
  },
  {
    family: "Inter Variable",
    weight: "100 900",
    style: "normal",
    file: "inter/files/inter-latin-ext-wght-normal.woff2",
    range: LATIN_EXT,
    isOptional: true,
  },
];

const rules = new Map<string, string>();

/**
 * The typefaces of a report as style rules that hold the fonts themselves, so that a report kept in an archive looks
 * the same on a machine that knows neither Beleg nor a network. Letters they lack come from the reader's system.
 */
export function reportFonts(text: string): string {
  const needsMore = NEEDS_LATIN_EXT.test(text);
  return FACES.filter(({ isOptional }) => needsMore || !isOptional)
    .map(ruleOf)
    .join("\n");
}

function ruleOf({ family, style, weight, file, range }: Face): string {
  const known = rules.get(file);
  if (known !== undefined) return known;
  const font = readFileSync(join(process.cwd(), "node_modules/@fontsource-variable", file));
  const rule = `@font-face{font-family:"${family}";font-style:${style};font-weight:${weight};font-display:block;src:url(data:font/woff2;base64,${font.toString("base64")}) format("woff2");unicode-range:${range}}`;
  rules.set(file, rule);
  return rule;
}
