import type { SplitResult } from "@/lib/claims/split-claims";
import type { TextDescription } from "./article-views";

const MAX_TITLE_LENGTH = 120;

/** What a text says about itself, offered for correction: its headline, else its first words. */
export function describeText(text: string, split: SplitResult): TextDescription {
  const headline = split.blocks.find(({ kind }) => kind === "headline") ?? split.sentences[0];
  return {
    language: split.language,
    title: shortened(headline ? text.slice(headline.start, headline.end) : text),
    agency: null,
    byline: null,
    dateline: null,
    copyright: null,
    publishedAt: null,
  };
}

/** One line of at most 120 characters, cut behind a word. */
function shortened(text: string): string {
  const line = text
    .slice(0, 4 * MAX_TITLE_LENGTH)
    .replace(/\s+/g, " ")
    .trim();
  if (line.length <= MAX_TITLE_LENGTH) return line;
  const cut = line.slice(0, MAX_TITLE_LENGTH - 2);
  const lastSpace = cut.lastIndexOf(" ");
  return `${(lastSpace > 0 ? cut.slice(0, lastSpace) : cut).toWellFormed()} …`;
}
