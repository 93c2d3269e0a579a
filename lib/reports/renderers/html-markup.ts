/** HTML that is safe to stand in a page: made by `html` alone, so that no string gets in without being escaped. */
class Markup {
  constructor(readonly source: string) {}
}

export type { Markup };

export type MarkupValue = string | number | null | undefined | false | Markup | readonly MarkupValue[];

const ESCAPES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Characters that HTML forbids or that a browser would drop without a word. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: replacing control characters is what this is for.
const FORBIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]/g;

/** The one encoder: good in text and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text
    .toWellFormed()
    .replace(FORBIDDEN, "\ufffd")
    .replace(/[&<>"']/g, (character) => ESCAPES[character] ?? "");
}

function encode(value: MarkupValue): string {
  if (value === null || value === undefined || value === false) return "";
  if (value instanceof Markup) return value.source;
  if (typeof value === "string") return escapeHtml(value);
  if (typeof value === "number") return String(value);
  return value.map(encode).join("");
}

/** Markup from a template; every value put into it is escaped unless it is markup itself. Attributes must be quoted. */
export function html(strings: TemplateStringsArray, ...values: MarkupValue[]): Markup {
  return new Markup(strings.reduce((source, part, index) => source + encode(values[index - 1]) + part));
}

/** A style sheet of Beleg's own. @throws RangeError when it could end its element */
export function styleElement(css: string): Markup {
  if (/<[/!]/.test(css)) throw new RangeError("A style sheet must not hold markup");
  return new Markup(`<style>${css}</style>`);
}

/** A CSS string token that stands for exactly `text`: everything but plain letters and digits is escaped. */
export function cssString(text: string): string {
  const escaped = text.toWellFormed().replace(/[^A-Za-z0-9 ]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code === 0 ? "\ufffd" : `\\${code.toString(16)} `;
  });
  return `"${escaped}"`;
}
