"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { AbandonedClaims } from "@/components/claims/abandoned-claims";
import { ClaimList } from "@/components/claims/claim-list";
import { IconButton } from "@/components/ui/icon-button";
import { scrollToNearestEdge } from "./nearest-edge";
import { useTools, useWorkspace } from "./workspace-context";

/** The list of claims beside the text; on a narrow screen a sheet under it that shows the current claim. */
export function ClaimsPane() {
  const t = useTranslations("workspace.sheet");
  const { navigation } = useTools();
  const currentId = useWorkspace((state) => state.currentId);
  const position = useWorkspace(({ listed, currentId: id }) => (id === null ? 0 : listed.indexOf(id) + 1));
  const total = useWorkspace((state) => state.listed.length);
  const [isFolded, setIsFolded] = useState(false);
  const pane = useRef<HTMLElement>(null);

  // The list follows the text, if it has to.
  useEffect(() => {
    const row = currentId && pane.current?.querySelector(`[data-row="${CSS.escape(currentId)}"]`);
    if (row) scrollToNearestEdge(row);
  }, [currentId]);

  return (
    <section
      ref={pane}
      aria-label={t("label")}
      data-folded={isFolded || undefined}
      className="group/sheet print:mt-8 print:block print:max-h-none! flex min-h-0 flex-1 flex-col max-[899px]:max-h-[56dvh] max-[899px]:data-folded:max-h-10"
    >
      <div className="flex h-10 shrink-0 items-center gap-1 px-2 min-[900px]:hidden print:hidden">
        <IconButton icon="up" label={t("previous")} onClick={() => navigation.step(-1)} />
        <IconButton icon="down" label={t("next")} onClick={() => navigation.step(1)} />
        <span className="flex-1 text-center text-ink-soft text-sm tabular-nums">
          {t("position", { position, total })}
        </span>
        {currentId === null ? null : (
          <IconButton icon="panel" label={t("all")} onClick={() => navigation.goTo(null)} />
        )}
        <IconButton
          icon={isFolded ? "up" : "close"}
          label={isFolded ? t("unfold") : t("fold")}
          aria-expanded={!isFolded}
          onClick={() => setIsFolded(!isFolded)}
        />
      </div>
      <div className="flex min-h-0 flex-1 flex-col group-data-folded/sheet:hidden print:block!">
        <AbandonedClaims />
        <ClaimList />
      </div>
    </section>
  );
}
