"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { AssistButton } from "@/components/assist/assist-button";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { ArticleDetailsDialog } from "./article-details-dialog";
import { DeleteArticleDialog } from "./delete-article-dialog";
import { ExportMenu } from "./export-menu";
import { GranularityDialog } from "./granularity-dialog";
import { usePreference } from "./key-hint";
import { SavedState } from "./saved-state";
import { useTools, useWorkspace } from "./workspace-context";

/** The right half of the bar over the workspace: what is saved, what is done, and the doors to the rest. */
export function WorkspaceBar({ onHelp, onShowClaims }: { onHelp: () => void; onShowClaims?: () => void }) {
  const t = useTranslations("workspace.bar");
  const common = useTranslations("common");
  const { rights } = useTools();
  const progress = useWorkspace((state) => state.progress);
  const singleKeys = usePreference("singleKeys");
  const [isEditing, setIsEditing] = useState(false);
  const [isDeleting, setIsDeleting] = useState(false);
  const [isChangingGranularity, setIsChangingGranularity] = useState(false);
  return (
    <>
      <SavedState />
      <span className="whitespace-nowrap text-ink-soft tabular-nums max-sm:sr-only">
        {common("checkedOf", { checked: progress.checked, total: progress.total })}
      </span>
      {onShowClaims ? (
        <Button className="max-[899px]:hidden" onClick={onShowClaims}>
          {t("showClaims")}
        </Button>
      ) : null}
      <AssistButton />
      {rights.canEditArticle ? (
        <Button variant="quiet" className="max-lg:hidden" onClick={() => setIsEditing(true)}>
          {t("details")}
        </Button>
      ) : null}
      <Button className="max-md:hidden" onClick={onHelp}>
        {t("shortcuts")} {singleKeys ? <Kbd>?</Kbd> : null}
      </Button>
      <ExportMenu
        onDetails={rights.canEditArticle ? () => setIsEditing(true) : undefined}
        onGranularity={
          rights.canEditArticle && rights.canEdit ? () => setIsChangingGranularity(true) : undefined
        }
        onHelp={onHelp}
        onDelete={rights.canDeleteArticle ? () => setIsDeleting(true) : undefined}
      />
      {isEditing ? <ArticleDetailsDialog onClose={() => setIsEditing(false)} /> : null}
      {isChangingGranularity ? <GranularityDialog onClose={() => setIsChangingGranularity(false)} /> : null}
      {isDeleting ? <DeleteArticleDialog onClose={() => setIsDeleting(false)} /> : null}
    </>
  );
}
