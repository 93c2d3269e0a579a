"use client";

import { useTranslations } from "next-intl";
import { useTools, useWorkspace } from "@/components/workspace/workspace-context";
import type { SuggestionView } from "@/lib/assist/assist-views";
import { splitByRanges } from "@/lib/text/split-by-ranges";

/** A suggestion over the sentence that it stands on, its words marked there. A model's words are only ever text. */
export function SuggestionWords({ suggestion }: { suggestion: SuggestionView }) {
  const t = useTranslations("assist.panel");
  const vocabulary = useTranslations("vocabulary");
  const { store } = useTools();
  const language = useWorkspace((state) => state.header.language);
  const { text } = store.getState();
  const { place, spans, speaker, mode, modality } = suggestion;
  const word = (group: "mode" | "modality", value: string) => {
    const key = `${group}.${value}` as Parameters<typeof vocabulary>[0];
    return vocabulary.has(key) ? vocabulary(key) : value;
  };
  const voice = [
    speaker,
    mode === "author" ? null : word("mode", mode),
    modality === "asserted" ? null : word("modality", modality),
  ].filter((part) => part !== null);
  return (
    <div className="flex flex-col gap-1">
      <p lang={language} className="font-medium">
        {suggestion.wording}
      </p>
      {voice.length > 0 ? <p className="text-ink-soft text-sm">{voice.join(" · ")}</p> : null}
      <p className="text-ink-soft text-sm">
        <span className="text-ink-faint text-xs">{t("sentence", { number: suggestion.sentence + 1 })}: </span>
        <span lang={language} className="font-serif">
          <MarkedSentence text={text} place={place} spans={spans} />
        </span>
      </p>
    </div>
  );
}

type MarkedProps = { text: string } & Pick<SuggestionView, "place" | "spans">;

function MarkedSentence({ text, place, spans }: MarkedProps) {
  const ranges = spans.map(({ start, end }) => ({
    id: "quoted",
    start: start - place.start,
    end: end - place.start,
  }));
  return splitByRanges(text.slice(place.start, place.end), ranges).map((segment) =>
    segment.ids.length > 0 ? (
      <mark key={segment.start} data-tone="neutral" className="bg-tone-tint text-ink">
        {segment.text}
      </mark>
    ) : (
      segment.text
    ),
  );
}
