"use client";

import { useTranslations } from "next-intl";
import type { KeyboardEvent } from "react";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-area";
import { useToast } from "@/components/ui/toast";
import { useDraft, useTools } from "@/components/workspace/workspace-context";
import type { ClaimView } from "@/lib/claims/claim-view";
import { cn } from "@/lib/cn";
import type { ClaimText } from "./claim-text";
import { ConflictPanel } from "./conflict-panel";
import type { EditedText } from "./use-claim-text";
import { useClaimText } from "./use-claim-text";

/** True where the press asks to save: Ctrl+Enter, or Cmd+Enter on a Mac. */
export function asksToSave(event: KeyboardEvent): boolean {
  return event.key === "Enter" && (event.ctrlKey || event.metaKey);
}

type Props = {
  claim: ClaimView;
  spec: ClaimText;
  label: string;
  placeholder?: string;
  language?: string;
  className?: string;
  /** The command that puts the cursor here. */
  command?: string;
  autoFocus?: boolean;
  /** Buttons under the text; without them leaving the field saves. */
  hasButtons?: boolean;
  /** Texts that need no typing, each a button beside the others. */
  ready?: readonly { label: string; text: string }[];
  /** Told when the text is saved or given up. */
  onDone?: () => void;
};

/**
 * One text of a claim, edited in place. Every input is kept; an incoming change never replaces what stands under the
 * cursor: a banner says so, and a conflict shows both.
 */
export function ClaimTextField({
  claim,
  spec,
  label,
  placeholder,
  language,
  className,
  command,
  autoFocus,
  hasButtons,
  ready = [],
  onDone,
}: Props) {
  const t = useTranslations("claims.text");
  const edited = useClaimText(claim, spec);
  if (edited.conflict)
    return <TextConflict claim={claim} spec={spec} label={label} edited={edited} onDone={onDone} />;

  async function save(): Promise<void> {
    const wasDirty = edited.isDirty;
    const outcome = edited.save();
    if (!wasDirty) onDone?.();
    else if ((await outcome) === "saved") onDone?.();
  }

  return (
    <div className="grid gap-1">
      <TextArea
        aria-label={label}
        placeholder={placeholder}
        lang={language}
        value={edited.text}
        data-command={command}
        autoFocus={autoFocus}
        className={cn("min-h-8", className)}
        onChange={(event) => edited.type(event.target.value)}
        onBlur={hasButtons ? undefined : () => edited.isDirty && !edited.isOvertaken && void save()}
        onKeyDown={(event) => {
          if (asksToSave(event)) void save();
          else if (event.key === "Escape" && hasButtons && !edited.isDirty) onDone?.();
        }}
      />
      {edited.isOvertaken ? (
        <p role="status" className="flex flex-wrap items-center gap-2 text-sm">
          {edited.overtakenBy === null ? t("overtaken") : t("overtakenBy", { name: edited.overtakenBy })}
          <Button size="sm" onClick={edited.compare}>
            {t("compare")}
          </Button>
        </p>
      ) : null}
      {hasButtons || (edited.isDirty && edited.isOvertaken) ? (
        <div className="flex flex-wrap items-center gap-2">
          <Button size="sm" variant="primary" onClick={() => void save()}>
            {t("save")}
          </Button>
          <Button
            size="sm"
            onClick={() => {
              edited.discard();
              onDone?.();
            }}
          >
            {edited.isDirty ? t("discard") : t("cancel")}
          </Button>
          {ready
            .filter(({ text }) => text !== edited.text)
            .map(({ label: name, text }) => (
              <Button key={name} size="sm" variant="quiet" onClick={() => edited.type(text)}>
                {name}
              </Button>
            ))}
        </div>
      ) : null}
    </div>
  );
}

function TextConflict({
  claim,
  spec,
  label,
  edited,
  onDone,
}: Pick<Props, "claim" | "spec" | "label" | "onDone"> & { edited: EditedText }) {
  const t = useTranslations("claims.conflict");
  const common = useTranslations("common");
  const { store } = useTools();
  const { showToast } = useToast();
  const { keep, forget } = useDraft({ recordId: claim.id, field: spec.field });
  const { conflict } = edited;
  if (!conflict) return null;
  const theirs = spec.read({ ...claim, [spec.field]: conflict.theirs });
  const yours = spec.read({ ...claim, [spec.field]: conflict.yours });
  const base = { version: conflict.version, text: theirs };

  return (
    <ConflictPanel
      label={label}
      by={conflict.by}
      at={conflict.at}
      theirs={theirs}
      yours={yours}
      isText
      onType={(text) => keep({ text, base })}
      onKeepTheirs={() => {
        const typed = edited.text;
        forget(typed);
        store.settleConflict(claim.id, spec.field);
        onDone?.();
        showToast({
          text: t("keptTheirs"),
          action: { label: common("undo"), onPress: () => keep({ text: typed, base }) },
        });
      }}
      onKeepMine={async (text) => {
        keep({ text, base });
        store.settleConflict(claim.id, spec.field);
        const outcome = await store.change(
          claim.id,
          { type: "update", patch: spec.patch(text, claim) },
          conflict.version,
        );
        if (outcome === "saved") {
          forget(text);
          onDone?.();
        }
      }}
    />
  );
}
