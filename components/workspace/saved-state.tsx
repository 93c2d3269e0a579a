"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { Spinner } from "@/components/ui/spinner";
import { savedWordOf } from "./saved-word";
import { useTools, useWorkspace } from "./workspace-context";

const clean = () => false;

/** Whether what is on the screen is on the server: only an answer of the server makes it say "saved". */
export function SavedState() {
  const t = useTranslations("workspace.saved");
  const format = useFormatter();
  const { drafts } = useTools();
  const pending = useWorkspace((state) => state.pending.length);
  const savedAt = useWorkspace((state) => state.savedAt);
  const conflicts = useWorkspace((state) => state.conflicts.length);
  const isReachable = useWorkspace((state) => state.isReachable);
  const isLive = useWorkspace((state) => state.isLive);
  const hasDrafts = useSyncExternalStore(drafts.subscribe, drafts.isDirty, clean);
  const word = savedWordOf({ isReachable, pending, conflicts, hasDrafts, savedAt });
  const isDeaf = isReachable && !isLive;
  if (word === null && !isDeaf) return null;
  return (
    <span
      data-saved-state
      className="inline-flex items-center gap-1.5 text-ink-faint text-xs tabular-nums max-md:sr-only"
    >
      {word === "saving" ? <Spinner /> : null}
      {word === null ? null : t(word, { time: format.dateTime(savedAt ?? 0, "timeExact") })}
      {word !== null && isDeaf ? " · " : null}
      {isDeaf ? t("notLive") : null}
    </span>
  );
}
