"use client";

import { useSyncExternalStore } from "react";
import { useTools } from "./workspace-context";

/** Says what has just happened to whoever does not see it. */
export function LiveRegion() {
  const { announcer } = useTools();
  const text = useSyncExternalStore(announcer.subscribe, announcer.read, announcer.read);
  return (
    <div role="status" aria-live="polite" className="sr-only">
      {text}
    </div>
  );
}
