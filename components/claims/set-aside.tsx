"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { KeyHint } from "@/components/workspace/key-hint";
import { useTools } from "@/components/workspace/workspace-context";
import type { ClaimView } from "@/lib/claims/claim-view";
import type { SetAside } from "@/lib/claims/claim-vocabulary";

/** In a row, in the place of the finding: why there is none to come. */
export function SetAsideNote({ claim }: { claim: Pick<ClaimView, "setAside" | "isSetAsideProposed"> }) {
  const t = useTranslations("claims.setAside");
  if (claim.setAside === null) return null;
  const why = t(`why.${claim.setAside}`);
  return (
    <span className="max-w-44 truncate text-ink-faint text-xs">
      {claim.isSetAsideProposed ? t("rowProposed", { why }) : why}
    </span>
  );
}

/** In the card: that there is nothing to check and who says so, to be confirmed or taken back. */
export function SetAsidePanel({ claim, canEdit }: { claim: ClaimView; canEdit: boolean }) {
  const t = useTranslations("claims.setAside");
  const setAside = useSetAside(claim);
  if (claim.setAside === null) return null;
  return (
    <div className="flex flex-wrap items-center gap-2 rounded-sm bg-sunken px-3 py-2 text-sm">
      <p className="min-w-0 flex-1 basis-40">
        {t(claim.isSetAsideProposed ? "proposed" : "decided", {
          why: t(`why.${claim.setAside}`),
          reason: claim.setAside,
        })}
      </p>
      {canEdit ? (
        <div className="flex flex-wrap gap-2">
          <Button size="sm" data-command="takeBack" onClick={() => setAside(null)}>
            {t("takeBack")} <KeyHint command="takeBack" />
          </Button>
          {claim.isSetAsideProposed ? (
            <Button size="sm" data-command="setAside" onClick={() => setAside(claim.setAside)}>
              {t("confirm")} <KeyHint command="setAside" />
            </Button>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}

/** How a claim that is to be checked is put aside; null for one that is, or that has a verdict. */
export function usePutAside(claim: ClaimView): (() => void) | null {
  const setAside = useSetAside(claim);
  if (claim.setAside !== null || claim.verdict !== null) return null;
  return () => setAside(claim.modality === "opinion" ? "OPINION" : "NOTHING_TO_CHECK");
}

function useSetAside(claim: ClaimView): (setAside: SetAside | null) => void {
  const t = useTranslations("claims.setAside");
  const common = useTranslations("common");
  const { store, announcer } = useTools();
  const { showToast } = useToast();
  return (setAside) => {
    // A proposal that was decided cannot be one again: taking the decision back leaves the claim to be checked.
    const before = claim.isSetAsideProposed && setAside !== null ? null : claim.setAside;
    void store.change(claim.id, { type: "update", patch: { setAside } });
    const text = t(setAside === null ? "saidTakenBack" : "saidSetAside", { number: claim.number });
    announcer.announce(text);
    showToast({
      id: "undo",
      text,
      action: {
        label: common("undo"),
        onPress: () => void store.change(claim.id, { type: "update", patch: { setAside: before } }),
      },
    });
  };
}
