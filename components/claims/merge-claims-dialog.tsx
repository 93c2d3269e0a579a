"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { TextArea } from "@/components/ui/text-area";
import { useTools, useWorkspace } from "@/components/workspace/workspace-context";
import type { ClaimView } from "@/lib/claims/claim-view";
import type { MergeCandidate } from "./merge-candidates";
import { listMergeCandidates, mergedWording } from "./merge-candidates";
import { RestructuringDialog, useRestructuringForm } from "./restructuring-dialog";

/** How many neighbours are offered before somebody asks for all. */
const NEAREST = 8;
/** With the claim itself, as many as the server takes. */
const MOST_OTHERS = 19;

/** Makes one claim of several of the same speaker. */
export function MergeClaimsDialog({ claim, onClose }: { claim: ClaimView; onClose: () => void }) {
  const t = useTranslations("claims.merge");
  const format = useFormatter();
  const { store } = useTools();
  const language = useWorkspace((state) => state.header.language);
  const order = useWorkspace((state) => state.order);
  const shown = useWorkspace((state) => state.shown);
  const form = useRestructuringForm({ claimId: claim.id, field: "mergedWording", onClose });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isAll, setIsAll] = useState(false);

  const candidates = listMergeCandidates(
    claim,
    order.flatMap((other) => shown.get(other) ?? []),
  );
  // What somebody else deleted or signed off meanwhile is no longer chosen.
  const others = candidates
    .filter(({ claim: other, refusal }) => refusal === null && chosen.has(other.id))
    .map((candidate) => candidate.claim);
  const wording = form.draft?.text ?? mergedWording([claim, ...others]);
  const fault = others.length === 0 ? "tooFew" : wording.trim() === "" ? "empty" : null;

  function toggle(claimId: string): void {
    form.clearProblem();
    const next = new Set(chosen);
    if (!next.delete(claimId)) next.add(claimId);
    setChosen(next);
  }

  function save(): Promise<void> {
    const merged = [claim, ...others];
    return form.send(
      () =>
        store.mergeClaims(
          merged.map((part) => part.id),
          wording.trim(),
        ),
      ({ claims }) =>
        t("done", {
          numbers: format.list(merged.map(({ number }) => String(number))),
          number: claims[0]?.number ?? 0,
        }),
    );
  }

  return (
    <RestructuringDialog
      form={form}
      title={t("title", { number: claim.number })}
      lead={t("lead")}
      fault={fault === null ? null : t(`fault.${fault}`)}
      canSave={fault === null}
      saveLabel={t("save", { count: others.length + 1 })}
      onSave={save}
    >
      <fieldset className="mb-3 flex min-w-0 flex-col">
        <legend className="mb-1 font-medium text-sm">{t("others")}</legend>
        {candidates.slice(0, isAll ? undefined : NEAREST).map((candidate) => (
          <Candidate
            key={candidate.claim.id}
            candidate={candidate}
            language={language}
            isBeside={claim.sentence !== null && candidate.claim.sentence === claim.sentence}
            isChosen={chosen.has(candidate.claim.id)}
            isFull={others.length >= MOST_OTHERS}
            onToggle={() => toggle(candidate.claim.id)}
          />
        ))}
        {isAll || candidates.length <= NEAREST ? null : (
          <Button size="sm" className="mt-2 self-start" onClick={() => setIsAll(true)}>
            {t("all", { count: candidates.length })}
          </Button>
        )}
      </fieldset>
      <Field label={t("wording")}>
        <TextArea lang={language} value={wording} onChange={(event) => form.change(event.target.value)} />
      </Field>
    </RestructuringDialog>
  );
}

function Candidate({
  candidate: { claim, refusal },
  language,
  isBeside,
  isChosen,
  isFull,
  onToggle,
}: {
  candidate: MergeCandidate;
  language: string;
  isBeside: boolean;
  isChosen: boolean;
  isFull: boolean;
  onToggle: () => void;
}) {
  const t = useTranslations("claims.merge");
  const why =
    refusal === "otherSpeaker"
      ? t("otherSpeaker", { speaker: claim.speaker ?? t("article") })
      : refusal === "locked"
        ? t("locked")
        : isBeside
          ? t("sameSentence")
          : null;
  return (
    <Checkbox
      className="py-1"
      label={
        <span lang={language} className={refusal === null ? undefined : "text-ink-faint"}>
          <span className="text-ink-faint text-xs tabular-nums">{claim.number}</span> {claim.wording}
        </span>
      }
      description={why}
      checked={refusal === null && isChosen}
      disabled={refusal !== null || (isFull && !isChosen)}
      onChange={onToggle}
    />
  );
}
