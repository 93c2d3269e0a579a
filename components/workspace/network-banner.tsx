"use client";

import { useTranslations } from "next-intl";
import { useWorkspace } from "./workspace-context";

/** While the server is away: says so, and that nothing is lost. */
export function NetworkBanner() {
  const t = useTranslations("workspace.network");
  const isReachable = useWorkspace((state) => state.isReachable);
  const waiting = useWorkspace((state) => state.pending.length);
  if (isReachable) return null;
  return (
    <p role="status" className="border-line border-b bg-sunken px-4 py-2 text-sm print:hidden">
      <span className="font-medium">{t("away")}</span>{" "}
      {waiting > 0 ? t("waiting", { count: waiting }) : t("kept")}
    </p>
  );
}
