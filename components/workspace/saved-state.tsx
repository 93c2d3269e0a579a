"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { Spinner } from "@/components/ui/spinner";
import { useTools, useWorkspace } from "./workspace-context";

const clean = () => false;

/** Whether what is on the screen is on the server: only an answer of the server makes it say "saved". */
export function SavedState() {
  const t = useTranslations("workspace.saved");
  const format = useFormatter();
  const { drafts } = useTools();
  const pending = useWorkspace((state) => state.pending.length);
  const savedAt = useWorkspace((state) => state.savedAt);
  const isReachable = useWorkspace((state) => state.isReachable);
  const isDirty = useSyncExternalStore(drafts.subscribe, drafts.isDirty, clean);
  const text = (() => {
    if (!isReachable) return t("offline");
    if (pending > 0) return t("saving");
    if (isDirty) return t("unsaved");
    return savedAt === null ? null : t("saved", { time: format.dateTime(new Date(savedAt), "timeExact") });
  })();
  if (text === null) return null;
  return (
    <span
      data-saved-state
      className="inline-flex items-center gap-1.5 text-ink-faint text-xs tabular-nums max-md:sr-only"
    >
      {pending > 0 && isReachable ? <Spinner /> : null}
      {text}
    </span>
  );
}
