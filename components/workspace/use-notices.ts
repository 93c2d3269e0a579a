"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useEffectEvent } from "react";
import { useToast } from "@/components/ui/toast";
import { focusCurrentIfLost } from "./focus-current";
import { useRuleWords } from "./rule-words";
import { useTools } from "./workspace-context";
import type { Notice } from "./workspace-store";

/** Shows and says what the store has to report. */
export function useNotices(): void {
  const t = useTranslations("workspace.notices");
  const errors = useTranslations("errors");
  const format = useFormatter();
  const wordOfRule = useRuleWords();
  const { store, navigation, announcer } = useTools();
  const { showToast } = useToast();

  const tell = useEffectEvent((notice: Notice) => {
    switch (notice.type) {
      case "refused": {
        const issue = notice.issues[0];
        const why = issue ? wordOfRule(issue.rule) : errors(`code.${notice.code}`);
        showToast({ text: t("refused", { why }), isUrgent: true });
        return;
      }
      case "conflict":
        showToast({
          text: t("conflict", { number: notice.number }),
          action: { label: t("show"), onPress: () => navigation.goTo(notice.claimId) },
          isUrgent: true,
        });
        return;
      case "undone":
      case "changedSince":
        announcer.announce(t(notice.type, { number: notice.number }));
        showToast({ id: "undo", text: t(notice.type, { number: notice.number }) });
        return;
      case "deletedMeanwhile": {
        const text = t("deletedMeanwhile", { number: notice.number, name: notice.by });
        announcer.announce(text);
        showToast({ text });
        return;
      }
      case "restructuringUndone":
        navigation.catchUp();
        announcer.announce(t("restructuringUndone"));
        showToast({ id: "undo", text: t("restructuringUndone") });
        focusCurrentIfLost();
        return;
      case "workedOnSince": {
        const numbers = format.list(notice.numbers.map(String));
        const text = t("workedOnSince", { numbers, count: notice.numbers.length });
        showToast({ id: "undo", text, isUrgent: true });
        return;
      }
      case "nothingToUndo":
        announcer.announce(t("nothingToUndo"));
        showToast({ id: "undo", text: t("nothingToUndo") });
    }
  });

  useEffect(() => store.onNotice((notice) => tell(notice)), [store]);
}
