"use client";

import type { ReactNode } from "react";
import { createContext, useContext } from "react";
import type { Role } from "@/lib/auth/policy";
import type { Theme } from "@/lib/i18n/locales";

/** Who is here and where: the same on every page of a desk. */
export type Frame = {
  deskName: string;
  userId: string;
  userName: string;
  role: Role;
  theme: Theme;
};

const FrameContext = createContext<Frame | null>(null);

export function FrameProvider({ frame, children }: { frame: Frame; children: ReactNode }) {
  return <FrameContext value={frame}>{children}</FrameContext>;
}

export function useFrame(): Frame {
  const frame = useContext(FrameContext);
  if (frame === null) throw new Error("useFrame needs the layout of a desk around it");
  return frame;
}
