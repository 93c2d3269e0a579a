"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent } from "react";
import { useStandingWords } from "@/components/claims/standing-words";
import { isLocked } from "@/lib/claims/workflow";
import type { Command } from "./commands";
import { commandOf, verdictOfCommand } from "./commands";
import type { Pane } from "./focus-current";
import { focusCurrent } from "./focus-current";
import { useTools } from "./workspace-context";

/** Listens to the keyboard on behalf of the whole screen. */
export function useCommands({ onHelp }: { onHelp: () => void }): void {
  const t = useTranslations("workspace.said");
  const vocabulary = useTranslations("vocabulary.verdictShort");
  const standingWords = useStandingWords();
  const { store, navigation, preferences, rights, announcer } = useTools();

  function say(claimId: string | null): void {
    const claim = claimId === null ? undefined : store.getState().shown.get(claimId);
    const wording = claim && `${standingWords(claim) ?? ""}${claim.wording}`;
    announcer.announce(claim && wording ? t("claim", { number: claim.number, wording }) : t("end"));
  }

  function step(direction: 1 | -1): void {
    const pane = focusedPane();
    const claimId = navigation.step(direction);
    say(claimId);
    requestAnimationFrame(() => focusCurrent(pane));
  }

  function decide(command: Command): boolean {
    const verdict = verdictOfCommand(command.id);
    const { currentId, shown } = store.getState();
    const claim = currentId === null ? undefined : shown.get(currentId);
    if (verdict === null || !claim || !rights.canEdit || isLocked(claim)) return false;
    void store.change(claim.id, { type: "update", patch: { verdict } });
    const pane = focusedPane();
    const next = preferences.read().autoAdvance ? navigation.step(1) : null;
    const following = next === null ? undefined : shown.get(next);
    const said = { number: claim.number, verdict: vocabulary(verdict) };
    announcer.announce(
      following ? t("verdictNext", { ...said, next: following.number }) : t("verdict", said),
    );
    if (following) requestAnimationFrame(() => focusCurrent(pane));
    return true;
  }

  /** Whether the press had a meaning here; otherwise it stays the browser's. */
  function run(command: Command, target: Element | null): boolean {
    switch (command.id) {
      case "nextClaim":
        step(1);
        return true;
      case "previousClaim":
        step(-1);
        return true;
      case "undo":
        if (rights.canEdit || rights.canNote) store.undo();
        return true;
      case "showHelp":
        onHelp();
        return true;
      case "openClaim":
        return enterCard(target);
      case "goBack":
        return leave(target, () => navigation.goTo(null));
      case "save":
        return false;
      default:
        return decide(command) || pressTwin(command.id);
    }
  }

  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const target = event.target instanceof Element ? event.target : null;
    if (target?.closest("[role=dialog],[role=alertdialog],[role=menu]")) return;
    const { singleKeys } = preferences.read();
    const command = commandOf(event, { singleKeys, inField: isTyping(target) });
    if (command && run(command, target)) event.preventDefault();
  });

  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event);
    document.addEventListener("keydown", listener);
    return () => document.removeEventListener("keydown", listener);
  }, []);
}

const NO_TEXT: readonly string[] = ["radio", "checkbox", "button", "submit", "range"];

/** Whether letters typed here are text. */
function isTyping(target: Element | null): boolean {
  if (target instanceof HTMLInputElement) return !NO_TEXT.includes(target.type);
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLElement && target.isContentEditable;
}

function focusedPane(): Pane {
  return document.activeElement?.closest("[data-article-text]") ? "article" : "list";
}

/** Enter on the line of the current claim goes into it. */
function enterCard(target: Element | null): boolean {
  const card = document.querySelector("[data-card]");
  const isElsewhere =
    target !== null && target !== document.body && !target.matches("[data-row-link][aria-current=true]");
  if (!card || isElsewhere) return false;
  const first = card.querySelector<HTMLElement>(
    "input[type=radio]:checked, input[type=radio], textarea, select, button, a[href]:not([data-row-link])",
  );
  first?.focus();
  return first !== null;
}

/** Escape goes one level up: out of the field, out of the card, out of the claim. */
function leave(target: Element | null, close: () => void): boolean {
  if (!document.querySelector("[data-card]")) return false;
  const isInside = target?.closest("[data-card]") && !target.matches("[data-row-link]");
  if (isInside) focusCurrent("list");
  else close();
  return true;
}

/** Presses the visible control that does the same; a key without one does nothing. */
function pressTwin(id: string): boolean {
  const twin = document.querySelector<HTMLElement>(`[data-command="${id}"]`);
  if (!twin) return false;
  if (twin instanceof HTMLSelectElement) {
    twin.focus();
    // Safari has no picker to show from here; the focus alone lets the arrow keys choose.
    if ("showPicker" in twin) twin.showPicker();
  } else if (twin instanceof HTMLTextAreaElement) twin.focus();
  else twin.click();
  return true;
}
