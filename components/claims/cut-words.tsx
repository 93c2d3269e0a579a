"use client";

import { useTranslations } from "next-intl";
import type { KeyboardEvent } from "react";
import { useState } from "react";
import { useWorkspace } from "@/components/workspace/workspace-context";
import type { Span } from "@/lib/text/span";
import { wordsIn } from "./part-draft";

const STEP: Partial<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -1, ArrowDown: 1 };

/**
 * The words of a part, to be cut before any of them: by a click, or with the arrow keys and Enter. One tab stop for all
 * of them.
 */
export function CutWords({
  spans,
  label,
  onCut,
}: {
  spans: readonly Span[];
  label: string;
  onCut: (at: number) => void;
}) {
  const t = useTranslations("claims.split");
  const text = useWorkspace((state) => state.text);
  const language = useWorkspace((state) => state.header.language);
  const words = wordsIn(text, spans);
  const [reached, setReached] = useState(1);
  const stop = Math.min(reached, words.length - 1);

  function move(event: KeyboardEvent<HTMLElement>): void {
    const step = STEP[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = Math.min(Math.max(1, stop + step), words.length - 1);
    setReached(next);
    event.currentTarget.querySelectorAll("button")[next - 1]?.focus();
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot flow as a line of text
    <div role="group" aria-label={label} lang={language} className="font-serif" onKeyDown={move}>
      {words.map((word, index) =>
        index === 0 ? (
          <span key={word.start}>{word.text}</span>
        ) : (
          <span key={word.start}>
            {isGap(words[index - 1], word, text) ? <span className="text-ink-faint"> […]</span> : null}{" "}
            <button
              type="button"
              tabIndex={index === stop ? 0 : -1}
              aria-label={t("cutBefore", { word: word.text })}
              className="rounded-sm text-left hover:shadow-[-2px_0_var(--focus)] focus-visible:shadow-[-2px_0_var(--focus)]"
              onFocus={() => setReached(index)}
              onClick={() => onCut(word.start)}
            >
              {word.text}
            </button>
          </span>
        ),
      )}
    </div>
  );
}

/** Whether other words of the text stand between two words of a claim. */
function isGap(before: Span | undefined, after: Span, text: string): boolean {
  return before !== undefined && text.slice(before.end, after.start).trim() !== "";
}
