"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { formApi } from "@/components/app-frame/form-api";
import { useProblemText } from "@/components/app-frame/use-problem-text";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { useToast } from "@/components/ui/toast";
import { routes } from "@/lib/routes";
import { useTools, useWorkspace } from "./workspace-context";

/** Asks before the article with all its claims goes out of sight; afterwards it can still be taken back. */
export function DeleteArticleDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("workspace.delete");
  const common = useTranslations("common");
  const { api } = useTools();
  const router = useRouter();
  const { showToast } = useToast();
  const problemText = useProblemText();
  const { id, title } = useWorkspace((state) => state.header);
  const [isPending, setIsPending] = useState(false);

  /** Pressed when the workspace and its client are gone. */
  async function restore(): Promise<void> {
    try {
      await formApi.restoreArticle(id);
      router.push(routes.article(id));
    } catch (error) {
      showToast({ text: problemText(error), isUrgent: true });
    }
  }

  async function remove(): Promise<void> {
    setIsPending(true);
    try {
      await api.deleteArticle(id);
      showToast({
        text: t("deleted", { title }),
        action: { label: common("undo"), onPress: () => void restore() },
      });
      router.push(routes.articles());
    } catch (error) {
      setIsPending(false);
      showToast({ text: problemText(error), isUrgent: true });
    }
  }

  return (
    <AlertDialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("title", { title })}
      confirmLabel={t("confirm")}
      cancelLabel={common("cancel")}
      isDanger
      isPending={isPending}
      onConfirm={() => void remove()}
    >
      {t("body")}
    </AlertDialog>
  );
}
