"use client";

import { useTranslations } from "next-intl";
import type { RefObject } from "react";
import { useEffect, useState } from "react";
import { useProblemText } from "@/components/app-frame/use-problem-text";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import type { Span } from "@/lib/text/span";
import { KeyHint } from "./key-hint";
import { selectedOffsets } from "./selected-offsets";
import { spansOfSelection, wordingOfSpans } from "./selection-spans";
import { useTools } from "./workspace-context";

type Selected = { spans: readonly Span[]; left: number; top: number };

const MARGIN_PX = 8;
const WIDTH_PX = 180;

/** Floats beside the end of a selection and makes a claim of it. */
export function AddClaimButton({ root }: { root: RefObject<HTMLElement | null> }) {
  const t = useTranslations("workspace.addClaim");
  const common = useTranslations("common");
  const problemText = useProblemText();
  const { store, navigation, announcer, rights } = useTools();
  const { showToast } = useToast();
  const [selected, setSelected] = useState<Selected | null>(null);
  const [isPending, setIsPending] = useState(false);

  // The selection belongs to the browser: it tells when it changes and where it is when the pane scrolls.
  useEffect(() => {
    if (!rights.canEdit) return;
    const look = () => setSelected(root.current && lookAtSelection(root.current, store.getState()));
    document.addEventListener("selectionchange", look);
    document.addEventListener("scroll", look, true);
    return () => {
      document.removeEventListener("selectionchange", look);
      document.removeEventListener("scroll", look, true);
    };
  }, [root, store, rights.canEdit]);

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

  if (!selected) return null;
  return (
    <Button
      variant="primary"
      data-command="addClaim"
      isPending={isPending}
      className="fixed z-20 shadow-float print:hidden"
      style={{ left: selected.left, top: selected.top }}
      // Pressing the button must not take the selection away before the click.
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => void add(selected.spans)}
    >
      {t("add")} <KeyHint command="addClaim" isOnInk />
    </Button>
  );
}

function lookAtSelection(
  root: HTMLElement,
  { text, blocks }: { text: string; blocks: readonly Span[] },
): Selected | null {
  const offsets = selectedOffsets(root);
  if (!offsets) return null;
  const spans = spansOfSelection(text, blocks, offsets);
  const box = [...(window.getSelection()?.getRangeAt(0).getClientRects() ?? [])].at(-1);
  if (spans.length === 0 || !box) return null;
  return {
    spans,
    left: Math.max(MARGIN_PX, Math.min(box.right, window.innerWidth - WIDTH_PX - MARGIN_PX)),
    top: Math.min(box.bottom + MARGIN_PX, window.innerHeight - 48),
  };
}
