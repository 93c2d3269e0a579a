"use client";

import { useTranslations } from "next-intl";
import { useDraft, useWorkspace } from "@/components/workspace/workspace-context";
import type { ClaimView } from "@/lib/claims/claim-view";
import { useReadyWordings } from "./claim-sentence";
import { otherLanguage, translationInto, WORDING } from "./claim-text";
import { ClaimTextField } from "./claim-text-field";

export type EditedPart = "wording" | "translation" | "about" | null;

/** The wording, and the same in a second language; both edited in place. */
export function ClaimWording({
  claim,
  canEdit,
  editing,
  onDone,
}: {
  claim: ClaimView;
  canEdit: boolean;
  editing: EditedPart;
  onDone: () => void;
}) {
  const t = useTranslations("claims.wording");
  const articleLanguage = useWorkspace((state) => state.header.language);
  const language = claim.translation?.language ?? otherLanguage(articleLanguage);
  const languageName = useLanguageName(language);
  const wordingDraft = useDraft({ recordId: claim.id, field: "wording" });
  const translationDraft = useDraft({ recordId: claim.id, field: "translation" });
  const conflicts = useWorkspace((state) => state.conflicts);
  const ready = useReadyWordings(claim);
  const hasConflict = (field: string) =>
    conflicts.some((entry) => entry.claimId === claim.id && entry.field === field);
  const isWording =
    canEdit && (editing === "wording" || wordingDraft.draft !== null || hasConflict("wording"));
  const isTranslating =
    canEdit && (editing === "translation" || translationDraft.draft !== null || hasConflict("translation"));

  return (
    <div className="flex flex-col gap-1">
      {isWording ? (
        <ClaimTextField
          claim={claim}
          spec={WORDING}
          label={t("label")}
          language={articleLanguage}
          className="text-lg"
          autoFocus={editing === "wording"}
          hasButtons
          ready={ready.map(({ key, text }) => ({ label: t(`ready.${key}`), text }))}
          onDone={onDone}
        />
      ) : (
        <h2 lang={articleLanguage} className="text-pretty text-lg">
          {claim.wording}
        </h2>
      )}
      {isTranslating ? (
        <ClaimTextField
          claim={claim}
          spec={translationInto(language)}
          label={t("translationInto", { language: languageName })}
          placeholder={t("translationInto", { language: languageName })}
          language={language}
          autoFocus={editing === "translation"}
          hasButtons
          onDone={onDone}
        />
      ) : null}
      {claim.translation && !isTranslating ? (
        <p lang={language} className="text-ink-soft">
          {claim.translation.wording}
        </p>
      ) : null}
    </div>
  );
}

/** The name of a language, where the vocabulary has one; otherwise its tag. */
export function useLanguageName(language: string): string {
  const t = useTranslations("vocabulary.language");
  const base = language.split("-")[0] ?? language;
  const known = base as Parameters<typeof t>[0];
  return t.has(known) ? t(known) : language;
}
