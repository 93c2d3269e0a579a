"use client";

import { useWorkspace } from "@/components/workspace/workspace-context";
import type { Span } from "@/lib/text/span";
import { contains } from "@/lib/text/span";
import { splitByRanges } from "@/lib/text/split-by-ranges";

/** A sentence of the article as it stands there, with the words of one claim marked. */
export function SentenceWords({ sentence, spans }: { sentence: number; spans: readonly Span[] }) {
  const text = useWorkspace((state) => state.text);
  const place = useWorkspace((state) => state.sentences[sentence]);
  const language = useWorkspace((state) => state.header.language);
  if (!place) return null;
  return (
    <q lang={language} className="font-serif before:content-none after:content-none">
      <MarkedWords text={text} place={place} spans={spans} />
    </q>
  );
}

/** A piece of the text in which some words are marked: in the ink of the page, because they are no finding. */
export function MarkedWords({ text, place, spans }: { text: string; place: Span; spans: readonly Span[] }) {
  const ranges = spans.map(({ start, end }, index) => ({
    id: String(index),
    start: start - place.start,
    end: end - place.start,
  }));
  // Where the whole of it is meant, nothing stands out.
  if (spans.some((span) => contains(span, place))) return text.slice(place.start, place.end);
  return splitByRanges(text.slice(place.start, place.end), ranges).map((segment) =>
    segment.ids.length === 0 ? (
      <span key={segment.start} className="text-ink-faint">
        {segment.text}
      </span>
    ) : (
      <mark
        key={segment.start}
        className="bg-transparent text-ink underline decoration-line-strong underline-offset-4"
      >
        {segment.text}
      </mark>
    ),
  );
}

/** The sentence a claim belongs to, as text on one line; null where it belongs to none. */
export function useSentenceText(sentence: number | null): string | null {
  return useWorkspace(({ sentences, text }) => {
    const place = sentence === null ? undefined : sentences[sentence];
    return place ? text.slice(place.start, place.end).replace(/\s+/gu, " ") : null;
  });
}
