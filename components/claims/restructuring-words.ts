"use client";

import { useTranslations } from "next-intl";
import { useToast } from "@/components/ui/toast";
import { useRuleWords } from "@/components/workspace/rule-words";
import { useTools } from "@/components/workspace/workspace-context";
import { ApiError } from "@/lib/http/api-client";

/** Says what a split, a merger or another granularity did, with the way back beside it. */
export function useRestructuringWords() {
  const common = useTranslations("common");
  const errors = useTranslations("errors");
  const t = useTranslations("claims.split");
  const wordOfRule = useRuleWords();
  const { store, announcer } = useTools();
  const { showToast } = useToast();
  return {
    tell(text: string, restructuringId: string | null): void {
      announcer.announce(text);
      showToast({
        id: "undo",
        text,
        ...(restructuringId !== null && {
          action: { label: common("undo"), onPress: () => void store.undoRestructuring(restructuringId) },
        }),
      });
    },
    /** Words for a planned refusal; anything else is thrown on. */
    problemOf(error: unknown): string {
      if (!(error instanceof ApiError)) throw error;
      if (error.conflict) return t("conflict", { name: error.conflict.current.by ?? t("somebody") });
      if (error.code === "NOT_FOUND") return t("gone");
      const issue = error.issues[0];
      return issue ? wordOfRule(issue.rule) : errors(`code.${error.code}`);
    },
  };
}
