import type { SplitResult } from "@/lib/claims/split-claims";
import type { TextDescription } from "./article-views";
import type { HeaderField } from "./wire-header";
import { detectWireHeader } from "./wire-header";

const MAX_TITLE_LENGTH = 120;
/** A first sentence only stands in for a headline: as long as headlines are. */
const MAX_SENTENCE_TITLE_LENGTH = 80;
const MAX_FIELD_LENGTH = 200;
/** BCP 47 for "not determined". */
const UNDETERMINED = "und";

/** What a text says about itself, offered for correction: its header as agencies write it, else the first words of its body. */
export function describeText(text: string, split: SplitResult): TextDescription {
  const header = detectWireHeader(text);
  const body = split.blocks.find(({ kind }) => kind === "paragraph");
  const first = split.sentences.find(({ start }) => start >= (body?.start ?? 0));
  return {
    language: split.language === "other" ? UNDETERMINED : split.language,
    title: header.title
      ? shortened(header.title.value, MAX_TITLE_LENGTH)
      : shortened(first ? asTitle(text.slice(first.start, first.end)) : text, MAX_SENTENCE_TITLE_LENGTH),
    agency: wordsOf(header.agency),
    byline: wordsOf(header.byline),
    dateline: wordsOf(header.dateline),
    copyright: wordsOf(header.copyright),
    publishedAt: header.publishedAt && dayOf(header.publishedAt.value),
  };
}

/** Titles end without a full stop. */
function asTitle(sentence: string): string {
  return sentence.replace(/(?<=[\p{L}\p{N}])\.$/u, "");
}

function wordsOf(field: HeaderField | null): string | null {
  return field && shortened(field.value, MAX_FIELD_LENGTH);
}

/** Agencies name no zone with their time of day, and a wrong one would move the day: only the day is taken. */
function dayOf(value: string): string | null {
  const time = Date.parse(value.slice(0, "2026-01-31".length));
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

/** One line of at most `maxLength` characters, cut behind a word. */
function shortened(text: string, maxLength: number): string {
  const line = text
    .slice(0, 4 * maxLength)
    .replace(/\s+/g, " ")
    .trim();
  if (line.length <= maxLength) return line;
  const cut = line.slice(0, maxLength - 2);
  const lastSpace = cut.lastIndexOf(" ");
  return `${(lastSpace > 0 ? cut.slice(0, lastSpace) : cut).toWellFormed()} …`;
}
