"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useProblemText } from "@/components/app-frame/use-problem-text";
import { useToast } from "@/components/ui/toast";
import type { Span } from "@/lib/text/span";
import { wordingOfSpans } from "./selection-spans";
import { useTools } from "./workspace-context";

/** Makes a claim of words of the text, opens it and offers the way back. */
export function useAddClaim(): { add: (spans: readonly Span[]) => Promise<void>; isPending: boolean } {
  const t = useTranslations("workspace.addClaim");
  const common = useTranslations("common");
  const problemText = useProblemText();
  const { store, navigation, announcer } = useTools();
  const { showToast } = useToast();
  const [isPending, setIsPending] = useState(false);

  async function add(spans: readonly Span[]): Promise<void> {
    if (isPending) return;
    setIsPending(true);
    try {
      const wording = wordingOfSpans(store.getState().text, spans);
      const claim = await store.addClaim({ spans: [...spans], wording });
      window.getSelection()?.removeAllRanges();
      navigation.goTo(claim.id);
      announcer.announce(t("added", { number: claim.number }));
      showToast({
        id: "undo",
        text: t("added", { number: claim.number }),
        action: { label: common("undo"), onPress: () => void store.change(claim.id, { type: "delete" }) },
      });
    } catch (error) {
      showToast({ text: problemText(error), isUrgent: true });
    } finally {
      setIsPending(false);
    }
  }

  return { add, isPending };
}
