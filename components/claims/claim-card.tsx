"use client";

import { useTranslations } from "next-intl";
import type { KeyboardEvent } from "react";
import { useState } from "react";
import { NoteThreads } from "@/components/notes/note-threads";
import { CitationList } from "@/components/sources/citation-list";
import { SourceForm } from "@/components/sources/source-form";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { useToast } from "@/components/ui/toast";
import { KeyHint } from "@/components/workspace/key-hint";
import { useDraft, useTools, useWorkspace } from "@/components/workspace/workspace-context";
import { formatWorkspaceUrl } from "@/components/workspace/workspace-url";
import { isAttributed } from "@/lib/claims/claim-standing";
import type { ClaimView } from "@/lib/claims/claim-view";
import { isLocked } from "@/lib/claims/workflow";
import { AttributionPicker } from "./attribution-picker";
import { ClaimChecklist } from "./claim-checklist";
import { OtherConflicts } from "./claim-conflicts";
import { ClaimHistory } from "./claim-history";
import { ClaimIdentity } from "./claim-identity";
import { REASON } from "./claim-text";
import { ClaimTextField } from "./claim-text-field";
import { DecidedBy } from "./decided-by";
import { SetAsidePanel } from "./set-aside";
import { useStandingWords } from "./standing-words";
import { StateAndAssignee } from "./state-and-assignee";
import { MisattributionBadge, StateNote, VerdictBadge } from "./verdict-badge";
import { VerdictPicker } from "./verdict-picker";

/** The current claim, open in its place in the list: everything about it, and everything one can do with it. */
export function ClaimCard({ claim }: { claim: ClaimView }) {
  const t = useTranslations("claims.card");
  const { rights } = useTools();
  const filter = useWorkspace((state) => state.filter);
  const standingWords = useStandingWords();
  const locked = isLocked(claim);
  const canEdit = rights.canEdit && !locked;

  return (
    <article
      aria-label={t("name", { number: claim.number })}
      data-card
      className="flex flex-col gap-3 px-4 pt-2.5 pb-3"
    >
      <div className="flex flex-col gap-2">
        <header className="flex h-5 items-center">
          <span className="w-8 shrink-0">
            <a
              href={formatWorkspaceUrl({ claimId: claim.id, filter })}
              data-row-link
              aria-current="true"
              aria-label={t("nameAndWording", {
                number: claim.number,
                wording: `${standingWords(claim) ?? ""}${claim.wording}`,
              })}
              className="rounded-sm text-ink-faint text-xs tabular-nums no-underline"
              onClick={(event) => event.preventDefault()}
            >
              {claim.number}
            </a>
          </span>
          <span className="flex min-w-0 items-center gap-2">
            <MisattributionBadge claim={claim} />
            {claim.setAside === null ? <VerdictBadge claim={claim} /> : null}
            <StateNote claim={claim} />
          </span>
          <DecidedBy claim={claim} />
        </header>
        <ClaimIdentity claim={claim} canEdit={canEdit} />
      </div>
      {locked ? <p className="rounded-sm bg-sunken px-2 py-1 text-ink-soft text-sm">{t("locked")}</p> : null}
      <SetAsidePanel claim={claim} canEdit={canEdit} />
      <OtherConflicts claim={claim} />
      {canEdit ? <Decision claim={claim} /> : <Decided claim={claim} />}
      <StateAndAssignee claim={claim} />
      <Evidence claim={claim} canEdit={canEdit} />
      <div className="flex flex-col gap-1">
        <ClaimChecklist claim={claim} />
        <ClaimHistory claim={claim} />
      </div>
    </article>
  );
}

/** Verdict, the second question of attributed speech, and the reasoning, for whoever may decide. */
function Decision({ claim }: { claim: ClaimView }) {
  const t = useTranslations("claims.card");
  const { store } = useTools();
  const [isChoosing, setIsChoosing] = useState(claim.verdict === null);
  return (
    <>
      {isChoosing || claim.verdict === null ? (
        <VerdictPicker
          value={claim.verdict}
          onChoose={(verdict) => {
            setIsChoosing(true);
            void store.change(claim.id, { type: "update", patch: { verdict } });
          }}
          onClear={() => void store.change(claim.id, { type: "update", patch: { verdict: null } })}
        />
      ) : null}
      {isAttributed(claim) ? <AttributionPicker claim={claim} /> : null}
      <section>
        <div className="flex items-baseline justify-between">
          <h3 className="text-ink-faint text-xs">
            {t("reason")} <KeyHint command="editReason" />
          </h3>
          {isChoosing || claim.verdict === null ? null : (
            <button
              type="button"
              className="-my-1 h-6 rounded-sm text-ink-soft text-xs underline decoration-line underline-offset-2 hover:text-ink hover:decoration-current print:hidden"
              onClick={() => setIsChoosing(true)}
            >
              {t("changeVerdict")}
            </button>
          )}
        </div>
        <ClaimTextField
          claim={claim}
          spec={REASON}
          label={t("reason")}
          placeholder={t("reasonPlaceholder")}
          command="editReason"
          className="mt-0.5 not-placeholder-shown:-mx-2 not-placeholder-shown:w-[calc(100%+1rem)] not-placeholder-shown:border-transparent not-placeholder-shown:bg-transparent not-placeholder-shown:hover:border-line-strong not-placeholder-shown:focus-visible:border-line-strong not-placeholder-shown:focus-visible:bg-surface"
        />
      </section>
    </>
  );
}

/** The same for whoever reads, or where the claim is signed off. */
function Decided({ claim }: { claim: ClaimView }) {
  const t = useTranslations("claims.card");
  const vocabulary = useTranslations("vocabulary");
  return (
    <>
      {claim.verdict ? (
        <p className="text-ink-soft text-sm">{vocabulary(`verdictMeaning.${claim.verdict}`)}</p>
      ) : null}
      {claim.attributionVerdict ? (
        <p>
          {t("attribution")} {vocabulary(`attributionVerdict.${claim.attributionVerdict}`)}
        </p>
      ) : null}
      {claim.reason === "" ? null : (
        <section>
          <h3 className="text-ink-faint text-xs">{t("reason")}</h3>
          <p className="whitespace-pre-wrap text-ink-soft">{claim.reason}</p>
        </section>
      )}
    </>
  );
}

type Panel = "source" | "note";

/** Sources and notes, and the row of buttons that adds to them. */
function Evidence({ claim, canEdit }: { claim: ClaimView; canEdit: boolean }) {
  const t = useTranslations("claims.card");
  const { rights } = useTools();
  const sourceDraft = useDraft({ recordId: claim.id, field: "source" });
  const noteDraft = useDraft({ recordId: claim.id, field: "note" });
  const [open, setOpen] = useState<Panel | null>(null);
  const isAddingSource = canEdit && (open === "source" || sourceDraft.draft !== null);
  const isAddingNote = rights.canNote && (open === "note" || noteDraft.draft !== null);

  function leave(event: KeyboardEvent<HTMLElement>): void {
    if (event.key === "Escape") setOpen(null);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is heard from the fields inside
    <div className="flex flex-col gap-3" onKeyDown={leave}>
      <CitationList claim={claim} canEdit={canEdit} />
      {isAddingSource ? <SourceForm claimId={claim.id} onDone={() => setOpen(null)} /> : null}
      <NoteThreads
        claimId={claim.id}
        notes={claim.notes}
        isAdding={isAddingNote}
        onDone={() => setOpen(null)}
      />
      <div className="flex flex-wrap items-center gap-2 print:hidden">
        {canEdit && !isAddingSource ? (
          <Button size="sm" data-command="attachSource" onClick={() => setOpen("source")}>
            {t("addSource")} <KeyHint command="attachSource" />
          </Button>
        ) : null}
        {rights.canNote && !isAddingNote ? (
          <Button size="sm" data-command="addNote" onClick={() => setOpen("note")}>
            {t("addNote")} <KeyHint command="addNote" />
          </Button>
        ) : null}
        {canEdit ? <DeleteClaim claim={claim} /> : null}
      </div>
    </div>
  );
}

function DeleteClaim({ claim }: { claim: ClaimView }) {
  const t = useTranslations("claims.card");
  const common = useTranslations("common");
  const { store, announcer } = useTools();
  const { showToast } = useToast();
  return (
    <Button
      size="sm"
      variant="quiet"
      className="ml-auto text-ink-faint hover:text-ink"
      onClick={() => {
        void store.change(claim.id, { type: "delete" });
        announcer.announce(t("deleted", { number: claim.number }));
        showToast({
          id: "undo",
          text: t("deleted", { number: claim.number }),
          action: {
            label: common("undo"),
            onPress: () => void store.change(claim.id, { type: "restore" }),
          },
        });
      }}
    >
      <Icon name="close" />
      {t("delete")}
    </Button>
  );
}
