const LINE_BREAKS = /\r\n|[\r\u2028\u2029]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing control characters is what this is for.
const INVISIBLE_CONTROLS = /[\u0000-\u0008\u000b-\u001f\ufeff]/g;
const MORE_THAN_TWO_BLANK_LINES = /\n{4,}/g;

/**
 * Brings a text into the one form in which it is stored, so that offsets and hashes mean the same everywhere:
 * NFC, line feeds only, no byte order mark and no C0 controls but tab and line feed, lone surrogates replaced
 * by U+FFFD, no white space at the ends of lines, at most two blank lines in a row, trimmed. Idempotent.
 */
export function normalizeText(raw: string): string {
  const composed = raw
    .toWellFormed()
    .replace(LINE_BREAKS, "\n")
    .replace(INVISIBLE_CONTROLS, "")
    .normalize("NFC");
  return withoutTrailingSpace(composed).replace(MORE_THAN_TWO_BLANK_LINES, "\n\n\n").trim();
}

/** Line by line, because a regular expression for trailing space is quadratic on a run of spaces. */
function withoutTrailingSpace(text: string): string {
  return text
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n");
}
