"use client";

import { useSyncExternalStore } from "react";
import { cn } from "@/lib/cn";
import type { CommandId } from "./commands";
import { keyOf } from "./commands";
import { DEFAULT_PREFERENCES } from "./preferences";
import { useTools } from "./workspace-context";

/** The key of a command, beside the control that does the same; not shown where it does nothing. */
export function KeyHint({ command, isOnInk = false }: { command: CommandId; isOnInk?: boolean }) {
  const singleKeys = usePreference("singleKeys");
  if (!singleKeys) return null;
  return (
    <span
      aria-hidden="true"
      className={cn(
        "font-normal text-xs pointer-coarse:hidden print:hidden",
        isOnInk ? "text-paper" : "text-ink-faint",
      )}
    >
      <kbd className="font-sans">{keyOf(command).toUpperCase()}</kbd>
    </span>
  );
}

export function usePreference<Name extends keyof typeof DEFAULT_PREFERENCES>(name: Name) {
  const { preferences } = useTools();
  return useSyncExternalStore(
    preferences.subscribe,
    () => preferences.read()[name],
    () => DEFAULT_PREFERENCES[name],
  );
}
