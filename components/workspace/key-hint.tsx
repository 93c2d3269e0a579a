"use client";

import { useSyncExternalStore } from "react";
import type { CommandId } from "./commands";
import { keyOf } from "./commands";
import { DEFAULT_PREFERENCES } from "./preferences";
import { useTools } from "./workspace-context";

/** The key of a command, beside the control that does the same; not shown where it does nothing. */
export function KeyHint({ command }: { command: CommandId }) {
  const singleKeys = usePreference("singleKeys");
  if (!singleKeys) return null;
  return (
    <span aria-hidden="true" className="font-normal text-ink-faint text-xs pointer-coarse:hidden">
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
