"use client";

import { useTranslations } from "next-intl";
import { useWorkspace } from "@/components/workspace/workspace-context";
import type { ClaimView } from "@/lib/claims/claim-view";
import { SentenceWords, useSentenceText } from "./sentence-words";

/** The sentence a claim was taken from, its own words marked; nothing where the wording is the sentence. */
export function ClaimSentence({ claim }: { claim: ClaimView }) {
  const t = useTranslations("claims.about");
  const text = useSentenceText(claim.sentence);
  if (claim.sentence === null || text === null || text === claim.wording.trim()) return null;
  return (
    <p className="border-line-strong/60 border-l pl-3 text-ink-soft text-sm">
      <span className="sr-only">{t("inSentence")} </span>
      <SentenceWords sentence={claim.sentence} spans={claim.spans} />
    </p>
  );
}

/** Wordings that need no typing: the sentence as it stands, and the words the claim stands on. */
export function useReadyWordings(claim: ClaimView): { key: "sentence" | "words"; text: string }[] {
  const sentence = useSentenceText(claim.sentence);
  const words = useWorkspace(({ text }) =>
    claim.spans
      .map(({ start, end }) => text.slice(start, end))
      .join(" … ")
      .replace(/\s+/gu, " "),
  );
  const ready = [
    ...(sentence === null ? [] : [{ key: "sentence" as const, text: sentence }]),
    { key: "words" as const, text: words },
  ];
  return ready.filter(
    ({ text }, index) => text !== "" && ready.findIndex((other) => other.text === text) === index,
  );
}
