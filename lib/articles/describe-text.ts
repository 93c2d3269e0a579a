import type { SplitResult } from "@/lib/claims/split-claims";
import type { TextDescription } from "./article-views";
import { detectWireHeader } from "./wire-header";

const MAX_TITLE_LENGTH = 120;

/** What a text says about itself, offered for correction: its header as agencies write it, else its first words. */
export function describeText(text: string, split: SplitResult): TextDescription {
  const header = detectWireHeader(text);
  const first = split.sentences[0];
  return {
    language: split.language,
    title: header.title ?? shortened(first ? text.slice(first.start, first.end) : text),
    agency: header.agency,
    byline: header.byline,
    dateline: header.dateline,
    copyright: header.copyright,
    publishedAt: header.publishedAt,
  };
}

/** One line of at most 120 characters, cut behind a word. */
function shortened(text: string): string {
  const line = text
    .slice(0, 4 * MAX_TITLE_LENGTH)
    .replace(/\s+/g, " ")
    .trim();
  if (line.length <= MAX_TITLE_LENGTH) return line;
  const cut = line.slice(0, MAX_TITLE_LENGTH);
  const lastSpace = cut.lastIndexOf(" ");
  return `${(lastSpace > 0 ? cut.slice(0, lastSpace) : cut).toWellFormed()} …`;
}
