"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-area";
import { useTools, useWorkspace } from "@/components/workspace/workspace-context";
import type { ClaimView } from "@/lib/claims/claim-view";
import { CutWords } from "./cut-words";
import type { PartDraft } from "./part-draft";
import { cutPart, findFault, parseParts, wordsIn, wordsLeftOut } from "./part-draft";
import { RestructuringDialog, useRestructuringForm } from "./restructuring-dialog";

/** As many parts as the server takes. */
const MOST_PARTS = 12;

/** Takes a claim apart: the parts Beleg proposes, their wordings written out, the words cut where the reader wants. */
export function SplitClaimDialog({ claim, onClose }: { claim: ClaimView; onClose: () => void }) {
  const t = useTranslations("claims.split");
  const common = useTranslations("common");
  const format = useFormatter();
  const { store, api } = useTools();
  const text = useWorkspace((state) => state.text);
  const form = useRestructuringForm({ claimId: claim.id, field: "parts", onClose });
  const [proposed, setProposed] = useState<readonly PartDraft[] | null>(null);
  const parts = (form.draft && parseParts(form.draft.text)) ?? proposed;
  const fault = parts ? findFault(text, parts) : null;
  const leftOut = parts ? wordsLeftOut(text, claim.spans, parts) : [];

  // The proposal comes from the splitter on the server, once for each claim that is taken apart.
  useEffect(() => {
    let isCurrent = true;
    const whole = { key: newKey(), wording: claim.wording, spans: toSpans(claim.spans) };
    api
      .listParts(claim.id)
      .then((found) => found.map((part) => ({ key: newKey(), ...part })))
      .catch(() => [])
      .then((found) => isCurrent && setProposed((known) => known ?? (found.length > 1 ? found : [whole])));
    return () => {
      isCurrent = false;
    };
  }, [api, claim.id, claim.wording, claim.spans]);

  const change = (next: readonly PartDraft[]) => form.change(JSON.stringify(next));

  async function save(): Promise<void> {
    if (!parts) return;
    await form.send(
      () =>
        store.splitClaim(
          claim.id,
          parts.map(({ wording, spans }) => ({ wording: wording.trim(), spans: [...spans] })),
        ),
      ({ claims }) =>
        t("done", {
          number: claim.number,
          numbers: format.list(claims.map(({ number }) => String(number))),
        }),
    );
  }

  return (
    <RestructuringDialog
      form={form}
      title={t("title", { number: claim.number })}
      lead={t("lead")}
      width="lg"
      fault={fault === null ? null : t(`fault.${fault}`)}
      canSave={parts !== null && fault === null}
      saveLabel={t("save", { count: parts?.length ?? 0 })}
      onSave={save}
    >
      {parts === null ? <p className="text-ink-faint text-sm">{common("loading")}</p> : null}
      <ol className="flex flex-col">
        {parts?.map((part, index) => (
          <Part
            key={part.key}
            part={part}
            number={index + 1}
            canRemove={parts.length > 1}
            canCut={parts.length < MOST_PARTS}
            onChange={(next) => change(parts.map((other) => (other === part ? next : other)))}
            onRemove={() => change(parts.filter((other) => other !== part))}
            onCut={(at) =>
              change(
                parts.flatMap((other) =>
                  other === part ? cutPart(text, part, { at, keys: [part.key, newKey()] }) : [other],
                ),
              )
            }
          />
        ))}
      </ol>
      {parts ? (
        <div className="mt-3 flex flex-wrap items-baseline gap-3">
          <Button
            size="sm"
            disabled={parts.length >= MOST_PARTS}
            onClick={() => change([...parts, { key: newKey(), wording: "", spans: toSpans(claim.spans) }])}
          >
            {t("add")}
          </Button>
          {leftOut.length > 0 ? (
            <p className="min-w-0 text-ink-soft text-sm">{t("leftOut", { words: leftOut.join(" ") })}</p>
          ) : null}
        </div>
      ) : null}
    </RestructuringDialog>
  );
}

function Part({
  part,
  number,
  canRemove,
  canCut,
  onChange,
  onRemove,
  onCut,
}: {
  part: PartDraft;
  number: number;
  canRemove: boolean;
  canCut: boolean;
  onChange: (part: PartDraft) => void;
  onRemove: () => void;
  onCut: (at: number) => void;
}) {
  const t = useTranslations("claims.split");
  const text = useWorkspace((state) => state.text);
  const language = useWorkspace((state) => state.header.language);
  const words = wordsIn(text, part.spans);
  return (
    <li className="grid grid-cols-[1.5rem_minmax(0,1fr)_auto] gap-x-2 gap-y-1 border-line border-b py-3 first:pt-0">
      <span aria-hidden="true" className="pt-1 text-ink-faint text-sm tabular-nums">
        {number}
      </span>
      <TextArea
        aria-label={t("wording", { number })}
        lang={language}
        value={part.wording}
        autoFocus={number === 1}
        className="min-h-8"
        onChange={(event) => onChange({ ...part, wording: event.target.value })}
      />
      <Button size="sm" variant="quiet" disabled={!canRemove} onClick={onRemove}>
        {t("remove")} <span className="sr-only">{number}</span>
      </Button>
      <div className="col-start-2 text-ink-soft text-sm">
        {canCut && words.length > 1 ? (
          <CutWords spans={part.spans} label={t("words", { number })} onCut={onCut} />
        ) : (
          <q lang={language} className="font-serif before:content-none after:content-none">
            {words.map((word) => word.text).join(" ")}
          </q>
        )}
      </div>
    </li>
  );
}

let lastKey = 0;

/** Names a part of the form for as long as it is on the screen. */
function newKey(): string {
  lastKey += 1;
  return `${Date.now().toString(36)}-${lastKey}`;
}

const toSpans = (spans: ClaimView["spans"]) => spans.map(({ start, end }) => ({ start, end }));
