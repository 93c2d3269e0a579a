"use client";

import type { ReactNode } from "react";
import { createContext, useContext } from "react";
import type { AssistPlace } from "@/lib/assist/assist-views";

const AssistContext = createContext<AssistPlace | null>(null);

export function AssistProvider({ place, children }: { place: AssistPlace | null; children: ReactNode }) {
  return <AssistContext value={place}>{children}</AssistContext>;
}

export function useAssistPlace(): AssistPlace | null {
  return useContext(AssistContext);
}
