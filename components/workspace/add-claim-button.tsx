"use client";

import { useTranslations } from "next-intl";
import type { RefObject } from "react";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import type { Span } from "@/lib/text/span";
import { KeyHint } from "./key-hint";
import { selectedOffsets } from "./selected-offsets";
import { spansOfSelection } from "./selection-spans";
import { useAddClaim } from "./use-add-claim";
import { useTools } from "./workspace-context";

type Selected = { spans: readonly Span[]; left: number; top: number };

const MARGIN_PX = 8;
const WIDTH_PX = 180;

/** Floats beside the end of a selection and makes a claim of it. */
export function AddClaimButton({ root }: { root: RefObject<HTMLElement | null> }) {
  const t = useTranslations("workspace.addClaim");
  const { store, rights } = useTools();
  const { add, isPending } = useAddClaim();
  const [selected, setSelected] = useState<Selected | null>(null);

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
