"use client";

import { useTranslations } from "next-intl";
import type { KeyboardEvent } from "react";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { usePreference } from "@/components/workspace/key-hint";
import type { SuggestionView } from "@/lib/assist/assist-views";
import { SuggestionWords } from "./suggestion-words";

/** The keys of the list; those of the workspace where they mean the same. */
const KEYS = { next: "j", previous: "k", accept: "a", dismiss: "d" } as const;

type Props = {
  drafts: readonly SuggestionView[];
  onAccept: (id: string) => void;
  onDismiss: (id: string) => void;
};

/** What nobody has decided on yet, in the order of the text. */
export function DraftList({ drafts, onAccept, onDismiss }: Props) {
  const t = useTranslations("assist.panel");
  const singleKeys = usePreference("singleKeys");
  const list = useRef<HTMLOListElement>(null);

  /** The draft that takes the place of the one decided on, so that the hand may stay on its key. */
  function focusBeside(index: number): void {
    const items = list.current?.querySelectorAll<HTMLElement>(":scope > li") ?? [];
    (items[index + 1] ?? items[index - 1])?.focus();
  }

  function decide(index: number, by: (id: string) => void): void {
    const draft = drafts[index];
    if (!draft) return;
    focusBeside(index);
    by(draft.id);
  }

  function press(event: KeyboardEvent<HTMLLIElement>, index: number): void {
    if (!singleKeys || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const items = list.current?.querySelectorAll<HTMLElement>(":scope > li") ?? [];
    const key = event.key.toLowerCase();
    if (key === KEYS.next) items[index + 1]?.focus();
    else if (key === KEYS.previous) items[index - 1]?.focus();
    else if (key === KEYS.accept) decide(index, onAccept);
    else if (key === KEYS.dismiss) decide(index, onDismiss);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const hint = (key: string) => (singleKeys ? <Kbd aria-hidden="true">{key.toUpperCase()}</Kbd> : null);
  return (
    <div>
      {singleKeys ? (
        <p className="mb-1 text-ink-faint text-xs">
          {t("keys", {
            next: KEYS.next.toUpperCase(),
            previous: KEYS.previous.toUpperCase(),
            accept: KEYS.accept.toUpperCase(),
            dismiss: KEYS.dismiss.toUpperCase(),
          })}
        </p>
      ) : null}
      <ol ref={list} aria-label={t("list")} className="border-line border-t">
        {drafts.map((draft, index) => (
          <li
            key={draft.id}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys of the list need a place to be pressed at
            tabIndex={0}
            className="flex flex-col gap-2 border-line border-b py-3 focus-visible:outline-offset-2"
            onKeyDown={(event) => press(event, index)}
          >
            <SuggestionWords suggestion={draft} />
            <div className="flex gap-2">
              <Button
                size="sm"
                variant="primary"
                aria-label={t("acceptNamed", { wording: draft.wording })}
                onClick={() => decide(index, onAccept)}
              >
                {t("accept")} {hint(KEYS.accept)}
              </Button>
              <Button
                size="sm"
                aria-label={t("dismissNamed", { wording: draft.wording })}
                onClick={() => decide(index, onDismiss)}
              >
                {t("dismiss")} {hint(KEYS.dismiss)}
              </Button>
            </div>
          </li>
        ))}
      </ol>
    </div>
  );
}
