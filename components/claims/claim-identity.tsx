"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useState } from "react";
import { KeyHint } from "@/components/workspace/key-hint";
import { useWorkspace } from "@/components/workspace/workspace-context";
import type { ClaimView } from "@/lib/claims/claim-view";
import { ClaimAbout } from "./claim-about";
import { ClaimSentence } from "./claim-sentence";
import { otherLanguage } from "./claim-text";
import type { EditedPart } from "./claim-wording";
import { ClaimWording, useLanguageName } from "./claim-wording";
import { MergeClaimsDialog } from "./merge-claims-dialog";
import { usePutAside } from "./set-aside";
import { SplitClaimDialog } from "./split-claim-dialog";

/** What the claim says, who says it and how, and the three ways to correct that. */
export function ClaimIdentity({ claim, canEdit }: { claim: ClaimView; canEdit: boolean }) {
  const t = useTranslations("claims.wording");
  const about = useTranslations("claims.about");
  const articleLanguage = useWorkspace((state) => state.header.language);
  const language = useLanguageName(claim.translation?.language ?? otherLanguage(articleLanguage));
  const [editing, setEditing] = useState<EditedPart>(null);
  const [dialog, setDialog] = useState<"split" | "merge" | null>(null);
  const putAside = usePutAside(claim);
  const toggle = (part: EditedPart) => setEditing(editing === part ? null : part);
  return (
    <div className="flex flex-col gap-1">
      <ClaimWording claim={claim} canEdit={canEdit} editing={editing} onDone={() => setEditing(null)} />
      <ClaimSentence claim={claim} />
      <ClaimAbout claim={claim} isEditing={canEdit && editing === "about"} />
      {canEdit ? (
        <div className="flex flex-wrap gap-x-4 print:hidden">
          <PartButton command="editWording" onClick={() => setEditing("wording")}>
            {t("edit")} <KeyHint command="editWording" />
          </PartButton>
          <PartButton onClick={() => toggle("translation")}>
            {claim.translation ? t("editTranslation") : t("addTranslation", { language })}
          </PartButton>
          <PartButton isOpen={editing === "about"} onClick={() => toggle("about")}>
            {about("edit")}
          </PartButton>
          <PartButton command="splitClaim" opensDialog onClick={() => setDialog("split")}>
            {t("split")} <KeyHint command="splitClaim" />
          </PartButton>
          <PartButton command="mergeClaims" opensDialog onClick={() => setDialog("merge")}>
            {t("merge")} <KeyHint command="mergeClaims" />
          </PartButton>
          {putAside ? (
            <PartButton command="setAside" onClick={putAside}>
              {t("setAside")} <KeyHint command="setAside" />
            </PartButton>
          ) : null}
        </div>
      ) : null}
      {canEdit && dialog === "split" ? (
        <SplitClaimDialog claim={claim} onClose={() => setDialog(null)} />
      ) : null}
      {canEdit && dialog === "merge" ? (
        <MergeClaimsDialog claim={claim} onClose={() => setDialog(null)} />
      ) : null}
    </div>
  );
}

function PartButton({
  command,
  isOpen,
  opensDialog,
  onClick,
  children,
}: {
  command?: string;
  isOpen?: boolean;
  opensDialog?: boolean;
  onClick: () => void;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      data-command={command}
      aria-expanded={isOpen}
      aria-haspopup={opensDialog ? "dialog" : undefined}
      className="min-h-6 rounded-sm text-ink-soft text-xs underline decoration-line underline-offset-2 hover:text-ink hover:decoration-current"
      onClick={onClick}
    >
      {children}
    </button>
  );
}
