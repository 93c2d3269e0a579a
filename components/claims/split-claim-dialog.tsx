"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextArea } from "@/components/ui/text-area";
import { focusCurrentSoon } from "@/components/workspace/focus-current";
import { useDraft, useTools, useWorkspace } from "@/components/workspace/workspace-context";
import type { ClaimView } from "@/lib/claims/claim-view";
import { CutWords } from "./cut-words";
import type { PartDraft } from "./part-draft";
import { cutPart, findFault, parseParts, wordsIn, wordsLeftOut } from "./part-draft";
import { useRestructuringWords } from "./restructuring-words";

/** As many parts as the server takes. */
const MOST_PARTS = 12;

/** Takes a claim apart: the parts Beleg proposes, their wordings written out, the words cut where the reader wants. */
export function SplitClaimDialog({ claim, onClose }: { claim: ClaimView; onClose: () => void }) {
  const t = useTranslations("claims.split");
  const common = useTranslations("common");
  const format = useFormatter();
  const id = useId();
  const { store, api, navigation } = useTools();
  const text = useWorkspace((state) => state.text);
  const { draft, keep, forget } = useDraft({ recordId: claim.id, field: "parts" });
  const [proposed, setProposed] = useState<readonly PartDraft[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isPending, setIsPending] = useState(false);
  const { tell, problemOf } = useRestructuringWords();
  const parts = (draft && parseParts(draft.text)) ?? proposed;
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

  function change(next: readonly PartDraft[]): void {
    setProblem(null);
    keep({ text: JSON.stringify(next), base: null });
  }

  function leave(): void {
    if (draft) forget(draft.text);
    onClose();
  }

  async function save(): Promise<void> {
    if (isPending || !parts || fault !== null) return;
    setIsPending(true);
    setProblem(null);
    try {
      const result = await store.splitClaim(
        claim.id,
        parts.map(({ wording, spans }) => ({ wording: wording.trim(), spans: [...spans] })),
      );
      if (draft) forget(draft.text);
      const numbers = format.list(result.claims.map(({ number }) => String(number)));
      tell(t("done", { number: claim.number, numbers }), result.restructuringId);
      navigation.catchUp();
      onClose();
      focusCurrentSoon();
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setIsPending(false);
    }
  }

  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("title", { number: claim.number })}
      description={t("lead")}
      width="lg"
      isSticky
      onSubmit={() => void save()}
      footer={
        <>
          <p id={`${id}-fault`} className="mr-auto self-center text-ink-soft text-sm" role="status">
            {fault === null ? null : t(`fault.${fault}`)}
          </p>
          <Button onClick={leave}>{draft ? common("discard") : common("cancel")}</Button>
          <Button
            type="submit"
            variant="primary"
            isPending={isPending}
            disabled={parts === null || fault !== null}
            aria-describedby={`${id}-fault`}
          >
            {t("save", { count: parts?.length ?? 0 })}
          </Button>
        </>
      }
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
      {problem === null ? null : (
        <p role="alert" className="mt-3 text-danger-ink text-sm">
          {problem}
        </p>
      )}
    </Dialog>
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
