"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { KeyHint } from "@/components/workspace/key-hint";
import { useDraft, useWorkspace } from "@/components/workspace/workspace-context";
import type { ClaimView } from "@/lib/claims/claim-view";
import { otherLanguage, translationInto, WORDING } from "./claim-text";
import { ClaimTextField } from "./claim-text-field";

const linkClass =
  "text-ink-faint text-xs underline decoration-line underline-offset-2 hover:text-ink print:hidden";

/** The wording, and the same in a second language; both edited in place. */
export function ClaimWording({ claim, canEdit }: { claim: ClaimView; canEdit: boolean }) {
  const t = useTranslations("claims.wording");
  const articleLanguage = useWorkspace((state) => state.header.language);
  const language = claim.translation?.language ?? otherLanguage(articleLanguage);
  const languageName = useLanguageName(language);
  const wordingDraft = useDraft({ recordId: claim.id, field: "wording" });
  const translationDraft = useDraft({ recordId: claim.id, field: "translation" });
  const [editing, setEditing] = useState<"wording" | "translation" | null>(null);
  const conflicts = useWorkspace((state) => state.conflicts);
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
          onDone={() => setEditing(null)}
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
          onDone={() => setEditing(null)}
        />
      ) : null}
      {claim.translation && !isTranslating ? (
        <p lang={language} className="text-ink-soft">
          {claim.translation.wording}
        </p>
      ) : null}
      {canEdit ? (
        <div className="flex gap-3">
          {isWording ? null : (
            <button
              type="button"
              data-command="editWording"
              className={linkClass}
              onClick={() => setEditing("wording")}
            >
              {t("edit")} <KeyHint command="editWording" />
            </button>
          )}
          {isTranslating ? null : (
            <button type="button" className={linkClass} onClick={() => setEditing("translation")}>
              {claim.translation ? t("editTranslation") : t("addTranslation", { language: languageName })}
            </button>
          )}
        </div>
      ) : null}
    </div>
  );
}

/** The name of a language, where the vocabulary has one; otherwise its tag. */
function useLanguageName(language: string): string {
  const t = useTranslations("vocabulary.language");
  const base = language.split("-")[0] ?? language;
  const known = base as Parameters<typeof t>[0];
  return t.has(known) ? t(known) : language;
}
